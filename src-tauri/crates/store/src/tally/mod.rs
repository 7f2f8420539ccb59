//! What was keyed, one row a box.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::ids::{AccountId, CampaignId, SheetId};
use domain::sheet::SheetState;
use domain::tally::{BoxNo, Tally};
use rusqlite::{named_params, params};
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::rows::{Columns, Rows};
use crate::transact::Tx;

/// A box's new value; `None` blanks it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoxWrite {
    pub no: BoxNo,
    pub value: Option<u32>,
}

/// Everything one operation writes of a sheet: boxes, the states it passed through, reason and date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TallyWrite {
    pub sheet: SheetId,
    /// 1 first keying, 2 second, 3 third person.
    pub keying: u8,
    pub boxes: Vec<BoxWrite>,
    /// In order; the last is the state the sheet is left in. Empty: unchanged.
    pub states: Vec<SheetState>,
    pub accepted_because: Option<String>,
    /// What a self-reported sheet stands for, when it is first keyed.
    pub as_of: Option<NaiveDate>,
}

impl Rows<'_> {
    pub fn get_tally(&self, sheet: SheetId, keying: u8) -> Result<Tally> {
        let boxes: Vec<(BoxNo, u32)> = self.list(include_str!("of_sheet.sql"), params![sheet.0, keying], |r| {
            Ok((r.parsed("box")?, r.get("value")?))
        })?;
        Ok(boxes.into_iter().collect())
    }

    /// First keyings of every sheet that has one.
    pub fn list_tallies(&self, campaign: CampaignId) -> Result<BTreeMap<SheetId, Tally>> {
        let boxes: Vec<(i64, BoxNo, u32)> = self.list(include_str!("list.sql"), [campaign.0], |r| {
            Ok((r.get("sheet_id")?, r.parsed("box")?, r.get("value")?))
        })?;
        let mut tallies: BTreeMap<SheetId, Tally> = BTreeMap::new();
        for (sheet, no, value) in boxes {
            tallies.entry(SheetId(sheet)).or_default().set(no, Some(value));
        }
        Ok(tallies)
    }
}

impl Tx<'_> {
    /// Writes boxes and state; also goes to the entries file before the commit.
    pub fn write_tally(&self, write: TallyWrite) -> Result<()> {
        let op = self.op();
        self.apply_tally(&write, &op.at_text(), op.who)?;
        self.note_tally(write);
        Ok(())
    }

    pub(crate) fn apply_tally(&self, write: &TallyWrite, at: &str, who: Option<AccountId>) -> Result<()> {
        for BoxWrite { no, value } in &write.boxes {
            self.run(
                include_str!("put.sql"),
                named_params! {
                    ":sheet_id": write.sheet.0,
                    ":keying": write.keying,
                    ":box": no.to_string(),
                    ":value": value,
                    ":keyed_by": who.map(|a| a.0),
                    ":keyed_at": at,
                },
            )?;
        }
        for state in &write.states {
            self.set_sheet_state(write.sheet, *state)?;
        }
        if let Some(as_of) = write.as_of {
            self.set_sheet_as_of(write.sheet, as_of)?;
        }
        self.set_sheet_reason(write.sheet, write.accepted_because.as_deref())
    }
}
