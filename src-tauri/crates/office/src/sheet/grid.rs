use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::check::Severity;
use domain::form::{Form, Group};
use domain::ids::{AreaId, FormId};
use domain::sheet::{Sheet, SheetKind, SheetState, steps_to_key};
use domain::tally::{BoxNo, Tally};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::open::boxes;
use crate::{Read, Result, View};

/// A column: a box of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GridBox {
    pub no: BoxNo,
    pub label: String,
    pub group: Group,
    pub group_word: String,
    /// The control total.
    pub control: bool,
    /// Digits after which the cursor moves on by itself.
    pub width: Option<u32>,
}

/// The boxes of one version of the form, in the paper's order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GridForm {
    pub version: u32,
    pub boxes: Vec<GridBox>,
}

/// A row: a sheet with its figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GridRow {
    pub code: String,
    pub kind: SheetKind,
    pub area: Option<AreaId>,
    pub area_label: String,
    pub team_name: Option<String>,
    pub n: u32,
    pub of: u32,
    pub form_version: u32,
    pub state: SheetState,
    pub state_word: String,
    /// Whether its cells may be keyed now: not once it is locked or void, nor, with its values hidden, by somebody
    /// who is keying it a second time.
    pub open: bool,
    /// Box → value; a blank box is absent, which is not zero.
    pub values: Tally,
    /// Boxes still blank.
    pub missing: Vec<BoxNo>,
    /// Boxes that a check speaks of that can never hold, and does not.
    pub impossible: Vec<BoxNo>,
    /// Boxes that an unlikely figure speaks of.
    pub unlikely: Vec<BoxNo>,
    pub accepted_because: Option<String>,
}

/// One evening: its sheets under each other, by area, team and number. Cells are keyed by `set_boxes`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EveningGrid {
    pub on: NaiveDate,
    /// `thứ Bảy`.
    pub weekday: String,
    /// The forms its sheets were printed under, the newest first; nearly always one.
    pub forms: Vec<GridForm>,
    pub rows: Vec<GridRow>,
}

/// The grid of one evening. A spare is in it once it is used.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct GetEveningGrid {
    pub on: NaiveDate,
}

impl Read for GetEveningGrid {
    type Answer = EveningGrid;
    const NAME: &'static str = "get_evening_grid";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<EveningGrid> {
        let campaign = view.get_campaign()?.id;
        let mut sheets = view.list_sheets_of_evening(campaign, self.on)?;
        sheets.retain(|s| !matches!(s.state, SheetState::Spare | SheetState::Void));
        let mut tallies = view.list_tallies_of_evening(campaign, self.on)?;
        let forms: BTreeMap<FormId, Form> = view.forms_of(&sheets)?;
        let labels = view.sheet_labels(campaign)?;
        let mut columns: Vec<GridForm> = forms.values().map(GridForm::of).collect();
        columns.sort_by_key(|f| std::cmp::Reverse(f.version));
        let blind = view.blind_sheets()?;
        let mut rows = Vec::with_capacity(sheets.len());
        for sheet in &sheets {
            let Some(form) = forms.get(&sheet.form) else { continue };
            let tally = tallies.remove(&sheet.id).unwrap_or_default();
            let row = GridRow::of(sheet, form, tally, labels.area(sheet), labels.team(sheet));
            rows.push(if blind.contains(&sheet.id) { row.hidden() } else { row });
        }
        Ok(EveningGrid { on: self.on, weekday: domain::date::weekday(self.on).to_owned(), rows, forms: columns })
    }
}

impl GridForm {
    fn of(form: &Form) -> Self {
        let column = |b: super::BoxView| GridBox {
            no: b.no,
            label: b.label,
            group: b.group,
            group_word: b.group_word,
            control: b.control,
            width: b.width,
        };
        let boxes = boxes(form, &Tally::default(), true).into_iter().map(column).collect();
        Self { version: form.version, boxes }
    }
}

impl GridRow {
    fn of(sheet: &Sheet, form: &Form, tally: Tally, area_label: String, team_name: Option<String>) -> Self {
        let failures = form.failures(&tally);
        let spoken_of = |severity| {
            let mut boxes: Vec<BoxNo> =
                failures.iter().filter(|f| f.severity == severity).flat_map(|f| f.boxes.clone()).collect();
            boxes.sort();
            boxes.dedup();
            boxes
        };
        Self {
            code: sheet.code.to_string(),
            kind: sheet.kind,
            area: sheet.area,
            area_label,
            team_name,
            n: sheet.n,
            of: sheet.of,
            form_version: form.version,
            state: sheet.state,
            state_word: sheet.state.word().to_owned(),
            open: steps_to_key(sheet.state).is_ok(),
            missing: form.missing(&tally),
            impossible: spoken_of(Severity::Hard),
            unlikely: spoken_of(Severity::Soft),
            accepted_because: sheet.accepted_because.clone(),
            values: tally,
        }
    }

    /// As somebody sees it who is keying the sheet a second time.
    fn hidden(self) -> Self {
        let nothing = Vec::new;
        Self {
            open: false,
            values: Tally::default(),
            missing: nothing(),
            impossible: nothing(),
            unlikely: nothing(),
            ..self
        }
    }
}
