//! Sheets of a whole campaign, a page at a time, and how many there are of each state.

use chrono::NaiveDate;
use domain::ids::{CampaignId, SheetId};
use domain::sheet::{Sheet, SheetKind, SheetState};
use rusqlite::named_params;

use super::sheet;
use crate::error::Result;
use crate::rows::{Columns, Rows, day, word};

/// Which sheets a page is of; none of these: all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SheetFilter {
    pub kind: Option<SheetKind>,
    pub state: Option<SheetState>,
    /// Still out, of evenings before this day that were not called off.
    pub out_before: Option<NaiveDate>,
}

/// Sheets that are alike in what a count of them asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SheetCount {
    pub kind: SheetKind,
    pub state: SheetState,
    /// Of an evening that was called off.
    pub called_off: bool,
    pub count: u32,
}

impl Rows<'_> {
    /// Up to `limit` sheets after a serial number, in the order of these.
    pub fn list_sheets_after(
        &self,
        campaign: CampaignId,
        filter: SheetFilter,
        after: Option<SheetId>,
        limit: u32,
    ) -> Result<Vec<Sheet>> {
        self.list(
            include_str!("page.sql"),
            named_params! {
                ":campaign_id": campaign.0,
                ":kind": filter.kind.map(word).transpose()?,
                ":state": filter.state.map(word).transpose()?,
                ":out_before": filter.out_before.map(day),
                ":after": after.map_or(-1, |id| id.0),
                ":limit": limit,
            },
            sheet,
        )
    }

    /// How many sheets there are of each kind and state; counted in the index, no sheet is read.
    pub fn count_sheet_states(&self, campaign: CampaignId) -> Result<Vec<SheetCount>> {
        self.list(include_str!("states.sql"), [campaign.0], |row| {
            Ok(SheetCount {
                kind: row.word("kind")?,
                state: row.word("state")?,
                called_off: row.get("called_off")?,
                count: row.get("sheets")?,
            })
        })
    }
}
