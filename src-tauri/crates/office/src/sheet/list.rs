use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::check::Severity;
use domain::ids::{AreaId, SheetId};
use domain::sheet::{Sheet, SheetKind, SheetState};
use domain::tally::{BoxNo, Tally};
use serde::{Deserialize, Serialize};
use store::{FIRST, SheetFilter};
use ts_rs::TS;

use crate::{Read, Result, View};

/// A sheet in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetRow {
    pub code: String,
    pub kind: SheetKind,
    pub area: Option<AreaId>,
    pub area_label: String,
    pub on: Option<NaiveDate>,
    pub team_name: Option<String>,
    pub n: u32,
    pub of: u32,
    pub state: SheetState,
    pub state_word: String,
    pub expected: bool,
    pub filled: u32,
    /// Boxes still blank; all of them while nothing is keyed.
    pub missing: Vec<BoxNo>,
    /// A check that can never hold does not.
    pub impossible: bool,
}

/// Some of a campaign's sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SheetsWhich {
    /// Of areas that report by themselves.
    OwnReports,
    /// On the table and not keyed in full.
    Unfinished,
    /// Of evenings before today, and still out.
    Late,
}

/// Sheets of one evening, by area, team and number; or, without an evening, a page of the campaign's sheets
/// by serial number: a large campaign's ten thousand never cross the wire at once.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct ListSheets {
    /// All sheets of this evening; `null`: a page.
    pub evening: Option<NaiveDate>,
    /// Only these, on a page.
    #[ts(optional)]
    pub which: Option<SheetsWhich>,
    /// The code of the last sheet of the page before; none for the first page.
    #[ts(optional)]
    pub after: Option<String>,
    /// Sheets on a page, at most and unless said otherwise 500. A shorter page is the last.
    #[ts(optional)]
    pub limit: Option<u32>,
}

const PAGE: u32 = 500;

impl Read for ListSheets {
    type Answer = Vec<SheetRow>;
    const NAME: &'static str = "list_sheets";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<SheetRow>> {
        let campaign = view.get_campaign()?.id;
        let (sheets, mut tallies) = match self.evening {
            Some(on) => (view.list_sheets_of_evening(campaign, on)?, view.list_tallies_of_evening(campaign, on)?),
            None => self.page(view)?,
        };
        let forms = view.forms_of(&sheets)?;
        let labels = view.sheet_labels(campaign)?;
        let row = |sheet: &Sheet| {
            let form = forms.get(&sheet.form)?;
            let tally = tallies.remove(&sheet.id).unwrap_or_default();
            let missing = form.missing(&tally);
            Some(SheetRow {
                code: sheet.code.to_string(),
                kind: sheet.kind,
                area: sheet.area,
                area_label: labels.area(sheet),
                on: sheet.on,
                team_name: labels.team(sheet),
                n: sheet.n,
                of: sheet.of,
                state: sheet.state,
                state_word: sheet.state.word().to_owned(),
                expected: sheet.is_expected(),
                filled: crate::book::count(form.indicators.len() - missing.len()),
                missing,
                impossible: form.failures(&tally).first().is_some_and(|f| f.severity == Severity::Hard),
            })
        };
        Ok(sheets.iter().filter_map(row).collect())
    }
}

impl ListSheets {
    fn page(&self, view: &View<'_>) -> Result<(Vec<Sheet>, BTreeMap<SheetId, Tally>)> {
        let after = self.after.as_deref().map(|code| view.sheet_of(code)).transpose()?.map(|s| s.id);
        let filter = match self.which {
            None => SheetFilter::default(),
            Some(SheetsWhich::OwnReports) => SheetFilter { kind: Some(SheetKind::SelfReport), ..Default::default() },
            Some(SheetsWhich::Unfinished) => SheetFilter { state: Some(SheetState::Returned), ..Default::default() },
            Some(SheetsWhich::Late) => SheetFilter { out_before: Some(view.today()), ..Default::default() },
        };
        let limit = self.limit.map_or(PAGE, |limit| limit.min(PAGE));
        let sheets = view.list_sheets_after(view.get_campaign()?.id, filter, after, limit)?;
        let mut tallies = BTreeMap::new();
        for sheet in &sheets {
            tallies.insert(sheet.id, view.get_tally(sheet.id, FIRST)?);
        }
        Ok((sheets, tallies))
    }
}
