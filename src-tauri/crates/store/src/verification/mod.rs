//! Second keying: how much of a campaign is keyed twice, and every keying of a sheet side by side.

use std::collections::BTreeMap;

use domain::ids::{AccountId, CampaignId, PersonId, SheetId};
use domain::tally::BoxNo;
use domain::verification::Mode;
use rusqlite::{Row, named_params};

use crate::error::{Result, StoreError};
use crate::rows::{Columns, Rows};
use crate::transact::Tx;

/// How much of a campaign is keyed a second time, and who said so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerificationRow {
    pub mode: Mode,
    pub by: AccountId,
    /// RFC 3339.
    pub at: String,
}

/// One keying of a box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyedBox {
    /// As in [`crate::TallyWrite`], or [`crate::REPLACED`].
    pub keying: u8,
    pub no: BoxNo,
    /// `None`: keyed as blank.
    pub value: Option<u32>,
    /// The person, whichever account it was; none for what came from a file.
    pub by: Option<PersonId>,
}

/// The columns of the mode as they are stored.
type Stored = (String, Option<u32>, Option<u32>, Option<u32>);

fn row(r: &Row<'_>) -> rusqlite::Result<(Stored, AccountId, String)> {
    let mode = (r.get("mode")?, r.get("every")?, r.get("start")?, r.get("ceiling")?);
    Ok((mode, AccountId(r.get("account_id")?), r.get("at")?))
}

fn keyed(r: &Row<'_>) -> rusqlite::Result<(SheetId, KeyedBox)> {
    let keyed = KeyedBox {
        keying: r.get(1)?,
        no: r.parsed("box")?,
        value: r.get(3)?,
        by: r.get::<_, Option<i64>>(4)?.map(PersonId),
    };
    Ok((SheetId(r.get(0)?), keyed))
}

impl Rows<'_> {
    /// `None`: nobody has asked for second keying.
    pub fn find_verification(&self, campaign: CampaignId) -> Result<Option<VerificationRow>> {
        let Some(((word, every, start, ceiling), by, at)) = self.find(include_str!("find.sql"), [campaign.0], row)?
        else {
            return Ok(None);
        };
        let mode = match (word.as_str(), every, start, ceiling) {
            ("all", None, None, None) => Mode::All,
            // The domain counts the draw from nought, the table from one.
            ("one_in", Some(n), Some(start @ 1..), None) => Mode::OneIn { n, start: start - 1 },
            ("aimed", None, None, Some(ceiling)) => Mode::Aimed { ceiling },
            other => return Err(StoreError::Value(format!("{other:?} is no second keying"))),
        };
        Ok(Some(VerificationRow { mode, by, at }))
    }

    /// Every keying of the campaign's sheets that are keyed, and of those unfinished again by a decision.
    pub fn list_keyings(&self, campaign: CampaignId) -> Result<BTreeMap<SheetId, Vec<KeyedBox>>> {
        let mut by_sheet: BTreeMap<SheetId, Vec<KeyedBox>> = BTreeMap::new();
        for (sheet, keyed) in self.list(include_str!("keyings.sql"), [campaign.0], keyed)? {
            by_sheet.entry(sheet).or_default().push(keyed);
        }
        Ok(by_sheet)
    }

    /// Whether anybody has keyed a box of the campaign a second time.
    pub fn has_second_keyings(&self, campaign: CampaignId) -> Result<bool> {
        Ok(self.find(include_str!("begun.sql"), [campaign.0], |_| Ok(()))?.is_some())
    }

    /// Keyed sheets of which this person has keyed a box second.
    pub fn list_sheets_keyed_second_by(&self, campaign: CampaignId, person: PersonId) -> Result<Vec<SheetId>> {
        self.list(include_str!("begun_by.sql"), [campaign.0, person.0], |r| Ok(SheetId(r.get(0)?)))
    }

    /// Every keying of one sheet.
    pub fn list_keyings_of_sheet(&self, sheet: SheetId) -> Result<Vec<KeyedBox>> {
        Ok(self.list(include_str!("of_sheet.sql"), [sheet.0], keyed)?.into_iter().map(|(_, keyed)| keyed).collect())
    }
}

impl Tx<'_> {
    /// Says how much is keyed a second time; `None`: nothing any more.
    pub fn set_verification(&self, campaign: CampaignId, mode: Option<Mode>) -> Result<()> {
        let Some(mode) = mode else {
            self.run("DELETE FROM verification WHERE campaign_id = ?1", [campaign.0])?;
            return Ok(());
        };
        let (word, every, start, ceiling) = match mode {
            Mode::All => ("all", None, None, None),
            Mode::OneIn { n, start } => ("one_in", Some(n), Some(start + 1), None),
            Mode::Aimed { ceiling } => ("aimed", None, None, Some(ceiling)),
        };
        let op = self.op();
        self.run(
            include_str!("put.sql"),
            named_params! {
                ":campaign_id": campaign.0,
                ":mode": word,
                ":every": every,
                ":start": start,
                ":ceiling": ceiling,
                ":account_id": op.who.map(|a| a.0),
                ":at": op.at_text(),
            },
        )?;
        Ok(())
    }
}
