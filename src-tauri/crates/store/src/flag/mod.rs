//! What is unlikely about a sheet and was accepted by somebody: a soft check, an outlier, results that
//! another sheet has too. Whoever raises a flag says what its name and its figures are.

use std::collections::BTreeMap;

use domain::ids::{AccountId, CampaignId, SheetId};
use rusqlite::{Row, named_params};

use crate::error::Result;
use crate::rows::Rows;
use crate::transact::Tx;

/// A flag that was accepted. It holds while the sheet's figures are those it was accepted for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptedFlag {
    /// The check's rule as it is stored, `outlier [7]`, `same 0412345`.
    pub flag: String,
    /// The figures it was accepted for, as whoever raises it writes them.
    pub figures: String,
    pub reason: String,
    pub by: AccountId,
    /// RFC 3339.
    pub at: String,
}

fn accepted(row: &Row<'_>) -> rusqlite::Result<AcceptedFlag> {
    Ok(AcceptedFlag {
        flag: row.get("flag")?,
        figures: row.get("figures")?,
        reason: row.get("reason")?,
        by: AccountId(row.get("account_id")?),
        at: row.get("at")?,
    })
}

impl Rows<'_> {
    pub fn list_accepted_flags(&self, sheet: SheetId) -> Result<Vec<AcceptedFlag>> {
        self.list(include_str!("of_sheet.sql"), [sheet.0], accepted)
    }

    /// Those of every sheet that has one.
    pub fn list_accepted_flags_of_campaign(
        &self,
        campaign: CampaignId,
    ) -> Result<BTreeMap<SheetId, Vec<AcceptedFlag>>> {
        let rows =
            self.list(include_str!("list.sql"), [campaign.0], |r| Ok((SheetId(r.get("sheet_id")?), accepted(r)?)))?;
        let mut by_sheet: BTreeMap<SheetId, Vec<AcceptedFlag>> = BTreeMap::new();
        for (sheet, flag) in rows {
            by_sheet.entry(sheet).or_default().push(flag);
        }
        Ok(by_sheet)
    }
}

impl Tx<'_> {
    /// Accepts a flag for the figures of now, in place of an older acceptance of the same flag.
    pub fn accept_flag(&self, sheet: SheetId, flag: &str, figures: &str, reason: &str) -> Result<()> {
        let op = self.op();
        self.run(
            include_str!("put.sql"),
            named_params! {
                ":sheet_id": sheet.0,
                ":flag": flag,
                ":figures": figures,
                ":reason": reason,
                ":account_id": op.who.map(|a| a.0),
                ":at": op.at_text(),
            },
        )?;
        Ok(())
    }
}
