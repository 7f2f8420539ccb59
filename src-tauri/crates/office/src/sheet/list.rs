use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::AreaId;
use domain::sheet::{SheetKind, SheetState};
use domain::tally::BoxNo;
use serde::{Deserialize, Serialize};
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

/// Sheets by evening, area, team and number.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListSheets {
    /// Only sheets of this evening.
    pub evening: Option<NaiveDate>,
}

impl Read for ListSheets {
    type Answer = Vec<SheetRow>;
    const NAME: &'static str = "list_sheets";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<SheetRow>> {
        let book = view.each_area()?;
        let teams = view.list_teams(view.get_campaign()?.id)?;
        let forms: BTreeMap<_, _> = book.forms.iter().map(|f| (f.id, f)).collect();
        let areas: BTreeMap<_, _> = book.areas.iter().map(|a| (a.id, a)).collect();
        let wanted = book.sheets.iter().filter(|k| self.evening.is_none_or(|on| k.sheet.is_of_evening(on)));
        Ok(wanted
            .filter_map(|k| {
                let form = forms.get(&k.sheet.form)?;
                let missing = form.missing(&k.tally);
                Some(SheetRow {
                    code: k.sheet.code.to_string(),
                    kind: k.sheet.kind,
                    area: k.sheet.area,
                    area_label: k.sheet.area.and_then(|a| areas.get(&a)).map(|a| a.label()).unwrap_or_default(),
                    on: k.sheet.on,
                    team_name: teams.iter().find(|t| Some(t.id) == k.sheet.team).map(|t| t.name.clone()),
                    n: k.sheet.n,
                    of: k.sheet.of,
                    state: k.sheet.state,
                    state_word: k.sheet.state.word().to_owned(),
                    expected: k.sheet.is_expected(),
                    filled: crate::book::count(form.indicators.len() - missing.len()),
                    missing,
                    impossible: form
                        .failures(&k.tally)
                        .first()
                        .is_some_and(|f| f.severity == domain::check::Severity::Hard),
                })
            })
            .collect())
    }
}
