//! What was keyed, one row a box.

mod sums;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::ids::{AccountId, CampaignId, SheetId};
use domain::sheet::SheetState;
use domain::tally::{BoxNo, Tally};
use rusqlite::{Row, named_params, params};
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::rows::{Columns, Rows, day};
use crate::transact::Tx;

pub use sums::VisitSum;

/// A box's new value; `None` blanks it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoxWrite {
    pub no: BoxNo,
    pub value: Option<u32>,
    /// Keys pressed for it.
    #[serde(default)]
    pub keys: u32,
}

impl BoxWrite {
    /// A value nobody typed: from a table, from a decision.
    #[must_use]
    pub fn of(no: BoxNo, value: Option<u32>) -> Self {
        Self { no, value, keys: 0 }
    }
}

/// The keying whose figures count; the others are there to be compared with it.
pub const FIRST: u8 = 1;
/// Keyed by a second person, blind.
pub const SECOND: u8 = 2;
/// The second person again, where the two differ.
pub const AGAIN: u8 = 3;
/// A third person's decision: it is what counts from then on, see [`Tx::write_tally`].
pub const THIRD: u8 = 4;
/// What was first keyed, where the third decided otherwise.
pub const REPLACED: u8 = 0;

/// Everything one operation writes of a sheet: boxes, the states it passed through, reason and date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TallyWrite {
    pub sheet: SheetId,
    /// [`FIRST`], [`SECOND`], [`AGAIN`] or [`THIRD`].
    pub keying: u8,
    pub boxes: Vec<BoxWrite>,
    /// In order; the last is the state the sheet is left in. Empty: unchanged.
    pub states: Vec<SheetState>,
    pub accepted_because: Option<String>,
    /// What a self-reported sheet stands for, when it is first keyed.
    pub as_of: Option<NaiveDate>,
    /// What was keyed a second time no longer stands: the first keying has changed.
    #[serde(default)]
    pub afresh: bool,
}

/// A box with who keyed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyed {
    pub no: BoxNo,
    pub value: Option<u32>,
    pub by: Option<AccountId>,
    /// RFC 3339.
    pub at: String,
}

impl Rows<'_> {
    pub fn get_tally(&self, sheet: SheetId, keying: u8) -> Result<Tally> {
        let boxes: Vec<(BoxNo, u32)> = self.list(include_str!("of_sheet.sql"), params![sheet.0, keying], |r| {
            Ok((r.parsed("box")?, r.get("value")?))
        })?;
        Ok(boxes.into_iter().collect())
    }

    /// Who keyed which box, when: blanked boxes too.
    pub fn list_keyed(&self, sheet: SheetId, keying: u8) -> Result<Vec<Keyed>> {
        self.list(include_str!("keyed.sql"), params![sheet.0, keying], |r| {
            Ok(Keyed {
                no: r.parsed("box")?,
                value: r.get("value")?,
                by: r.get::<_, Option<i64>>("keyed_by")?.map(AccountId),
                at: r.get("keyed_at")?,
            })
        })
    }

    /// Keyings of the sheets of one evening.
    pub fn list_tallies_of_evening(&self, campaign: CampaignId, on: NaiveDate) -> Result<BTreeMap<SheetId, Tally>> {
        let boxes = self.list(include_str!("of_evening.sql"), params![campaign.0, day(on)], sheet_box)?;
        Ok(gathered(boxes))
    }

    /// Sheets not locked and not verified on which two people differ, and nobody has decided.
    pub fn count_disputed(&self, campaign: CampaignId) -> Result<u32> {
        let mut statement = self.connection.prepare_cached(include_str!("disputed.sql"))?;
        Ok(statement.query_row([campaign.0], |r| r.get(0))?)
    }

    /// First keyings of every sheet that has one.
    pub fn list_tallies(&self, campaign: CampaignId) -> Result<BTreeMap<SheetId, Tally>> {
        Ok(gathered(self.list(include_str!("list.sql"), [campaign.0], sheet_box)?))
    }
}

fn sheet_box(r: &Row<'_>) -> rusqlite::Result<(SheetId, BoxNo, u32)> {
    Ok((SheetId(r.get("sheet_id")?), r.parsed("box")?, r.get("value")?))
}

fn gathered(boxes: Vec<(SheetId, BoxNo, u32)>) -> BTreeMap<SheetId, Tally> {
    let mut tallies: BTreeMap<SheetId, Tally> = BTreeMap::new();
    for (sheet, no, value) in boxes {
        tallies.entry(sheet).or_default().set(no, Some(value));
    }
    tallies
}

impl Tx<'_> {
    /// Writes boxes and state; also goes to the entries file before the commit.
    ///
    /// What a third person decides takes the place of what was first keyed, which is kept as [`REPLACED`].
    pub fn write_tally(&self, write: TallyWrite) -> Result<()> {
        let op = self.op();
        self.apply_tally(&write, &op.at_text(), op.who)?;
        self.note_tally(write);
        Ok(())
    }

    pub(crate) fn apply_tally(&self, write: &TallyWrite, at: &str, who: Option<AccountId>) -> Result<()> {
        if write.afresh {
            self.run("DELETE FROM tally WHERE sheet_id = ?1 AND keying <> 1", [write.sheet.0])?;
        }
        let put = |keying: u8, BoxWrite { no, value, keys }: &BoxWrite| {
            self.run(
                include_str!("put.sql"),
                named_params! {
                    ":sheet_id": write.sheet.0,
                    ":keying": keying,
                    ":box": no.to_string(),
                    ":value": value,
                    ":keyed_by": who.map(|a| a.0),
                    ":keyed_at": at,
                    ":keys": keys,
                },
            )
        };
        for keyed in &write.boxes {
            put(write.keying, keyed)?;
            if write.keying == THIRD {
                self.run(
                    include_str!("replace.sql"),
                    named_params! {
                        ":sheet_id": write.sheet.0,
                        ":box": keyed.no.to_string(),
                        ":value": keyed.value,
                        ":at": at,
                    },
                )?;
                put(FIRST, &BoxWrite::of(keyed.no.clone(), keyed.value))?;
            }
        }
        for state in &write.states {
            self.set_sheet_state(write.sheet, *state)?;
        }
        if let Some(as_of) = write.as_of {
            self.set_sheet_as_of(write.sheet, as_of)?;
        }
        if write.keying == FIRST {
            self.set_sheet_reason(write.sheet, write.accepted_because.as_deref())?;
        }
        Ok(())
    }
}
