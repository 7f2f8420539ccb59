use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::campaign::Target;
use domain::form::Meaning;
use domain::ids::{AreaId, SheetId};
use domain::progress::{Figure, WhichSheets, progress_words};
use domain::sheet::{Sheet, SheetKind};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::journal::Change;
use ts_rs::TS;

use super::line::Told;
use super::words::{Blind, is_hidden};
use crate::error::{Error, ErrorCode};
use crate::{Read, Result, View};

/// Figures that one entry is told to move; of an entry that moves more, those of the whole ward come last.
const MOST: usize = 60;

/// A figure of the progress that an entry moved, as [`crate::progress::GetFigure`] is asked for it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MovedFigure {
    /// `Cài mới trong buổi, Hà Trì 1, buổi 09/11/2024`.
    pub words: String,
    pub figure: Figure,
    pub area: Option<AreaId>,
    pub on: Option<NaiveDate>,
    /// What a box brought or took; `null` where it cannot be said by boxes alone, or is hidden.
    #[ts(type = "number | null")]
    pub by: Option<i64>,
}

/// What an entry moved.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct EntryMoved {
    pub figures: Vec<MovedFigure>,
    /// Codes of sheets whose boxes it wrote and that are part of no figure: void, set aside, not back, or a summary.
    pub uncounted: Vec<String>,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct EntryFigures {
    #[ts(type = "number")]
    pub entry: i64,
}

impl Read for EntryFigures {
    type Answer = EntryMoved;
    const NAME: &'static str = "entry_figures";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<EntryMoved> {
        let stored =
            view.find_entry(self.entry)?.ok_or_else(|| Error::of(ErrorCode::NoEntry).with("entry", self.entry))?;
        let campaign = view.get_campaign()?.id;
        let areas = view.list_areas(campaign)?.into_iter().map(|a| (a.id, a.name)).collect();
        let blind = view.blind_sheets()?;
        let mut moved = Moved {
            view,
            targets: view.list_targets(campaign)?,
            areas,
            blind,
            found: Vec::new(),
            uncounted: Vec::new(),
            sheets: BTreeMap::new(),
        };
        for change in Told::of(stored).changes {
            moved.of(&change)?;
        }
        Ok(moved.ended())
    }
}

/// What a figure is known by: where, when, and which.
type Of = (Figure, Option<AreaId>, Option<NaiveDate>);

struct Moved<'a> {
    view: &'a View<'a>,
    targets: Vec<Target>,
    areas: BTreeMap<AreaId, String>,
    blind: Blind,
    found: Vec<(Of, Option<i64>)>,
    uncounted: Vec<String>,
    sheets: BTreeMap<SheetId, Option<Sheet>>,
}

impl Moved<'_> {
    fn of(&mut self, change: &Change) -> Result<()> {
        let id = change.key.first().and_then(Value::as_i64).unwrap_or_default();
        let column = |name: &str| {
            let of = |row: &Option<serde_json::Map<String, Value>>| row.as_ref().and_then(|r| r.get(name).cloned());
            of(&change.after).or_else(|| of(&change.before))
        };
        match change.table.as_str() {
            "tally" => self.of_box(change, SheetId(id))?,
            "sheet" => self.of_sheet(change, SheetId(id))?,
            "visit" => {
                let area = column("area_id").and_then(|v| v.as_i64()).map(AreaId);
                let area = match area {
                    Some(area) => Some(area),
                    None => self.view.get_visit(domain::ids::VisitId(id)).ok().map(|v| v.area),
                };
                self.sheets_of(area, None, WhichSheets::Expected);
            }
            "area_base" => {
                let row = self.view.find_row("area_base", &change.key)?;
                let area = column("area_id").or_else(|| row.and_then(|r| r.get("area_id").cloned()));
                let area = area.and_then(|v| v.as_i64()).map(AreaId);
                for target in self.targets.clone() {
                    for at in [area, None] {
                        self.add((Figure::Numerator { target: target.id }, at, None), None);
                        self.add((Figure::Denominator { target: target.id }, at, None), None);
                    }
                }
            }
            "target" if change.after.is_some() => {
                let target = domain::ids::TargetId(id);
                if self.targets.iter().any(|t| t.id == target) {
                    self.add((Figure::Numerator { target }, None, None), None);
                    self.add((Figure::Denominator { target }, None, None), None);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn of_box(&mut self, change: &Change, sheet: SheetId) -> Result<()> {
        let first = change.key.get(1).and_then(Value::as_i64) == Some(i64::from(store::FIRST));
        let Some(no) = change.key.get(2).and_then(Value::as_str).filter(|_| first) else { return Ok(()) };
        let Some(sheet) = self.sheet(sheet)? else { return Ok(()) };
        if !sheet.is_counted() || !sheet.state.is_back() || sheet.kind == SheetKind::Summary {
            let code = sheet.code.to_string();
            if !self.uncounted.contains(&code) {
                self.uncounted.push(code);
            }
            return Ok(());
        }
        let form = self.view.get_form(sheet.form)?;
        let Some(meaning) = form.indicators.iter().find(|i| i.no.to_string() == no).map(|i| i.meaning) else {
            return Ok(());
        };
        if meaning == Meaning::Own {
            return Ok(());
        }
        let value = |row: &Option<serde_json::Map<String, Value>>| row.as_ref()?.get("value")?.as_i64();
        let by = value(&change.after).unwrap_or_default() - value(&change.before).unwrap_or_default();
        let by = Some(by).filter(|_| !is_hidden(change, &self.blind));
        let on = sheet.on.filter(|_| sheet.kind != SheetKind::SelfReport);
        if on.is_some() {
            self.add((Figure::Meaning { meaning }, sheet.area, on), by);
        }
        for at in [sheet.area, None] {
            self.add((Figure::Meaning { meaning }, at, None), by);
            let counts: Vec<_> =
                self.targets.iter().filter(|t| t.numerator.boxes().contains(&meaning)).map(|t| t.id).collect();
            for target in counts {
                // A dated base may stand for the boxes before its day: by how much, the figure itself tells.
                self.add((Figure::Numerator { target }, at, None), None);
            }
        }
        Ok(())
    }

    /// A sheet that came back, went elsewhere or was set aside brings all its boxes along.
    fn of_sheet(&mut self, change: &Change, sheet: SheetId) -> Result<()> {
        const MOVES: [&str; 4] = ["state", "visit_id", "area_id", "as_of"];
        let wrote = |column: &&str| change.after.as_ref().is_none_or(|row| row.contains_key(*column));
        if !MOVES.iter().any(wrote) {
            return Ok(());
        }
        let Some(sheet) = self.sheet(sheet)? else { return Ok(()) };
        self.sheets_of(sheet.area, sheet.on.filter(|_| sheet.kind != SheetKind::SelfReport), WhichSheets::Returned);
        Ok(())
    }

    fn sheets_of(&mut self, area: Option<AreaId>, on: Option<NaiveDate>, which: WhichSheets) {
        let figure = Figure::Sheets { which };
        if on.is_some() {
            self.add((figure, area, on), None);
        }
        self.add((figure, area, None), None);
    }

    fn sheet(&mut self, id: SheetId) -> Result<Option<Sheet>> {
        if let Some(known) = self.sheets.get(&id) {
            return Ok(known.clone());
        }
        let row = self.view.find_row("sheet", &[Value::from(id.0)])?;
        let sheet = row.map(|_| self.view.get_sheet(id)).transpose()?;
        self.sheets.insert(id, sheet.clone());
        Ok(sheet)
    }

    /// Two boxes of one entry may move one figure.
    fn add(&mut self, of: Of, by: Option<i64>) {
        match self.found.iter_mut().find(|(known, _)| *known == of) {
            Some((_, sum)) => *sum = sum.zip(by).map(|(sum, by)| sum + by),
            None => self.found.push((of, by)),
        }
    }

    fn ended(mut self) -> EntryMoved {
        // The nearest first: an evening of an area, the area, the ward.
        self.found.sort_by_key(|((_, area, on), _)| (area.is_none(), on.is_none()));
        self.found.truncate(MOST);
        let to = self.view.today();
        let words = |((figure, area, on), by): (Of, Option<i64>)| {
            let name = area.and_then(|id| self.areas.get(&id)).map(String::as_str);
            let words = progress_words(self.what(figure), name, on, to);
            MovedFigure { words, figure, area, on, by: by.filter(|by| *by != 0) }
        };
        EntryMoved { figures: self.found.clone().into_iter().map(words).collect(), uncounted: self.uncounted.clone() }
    }

    fn what(&self, figure: Figure) -> &'static str {
        let target = |id| self.targets.iter().find(|t| t.id == id);
        match figure {
            Figure::Numerator { target: id } => target(id).map_or("", |t| t.numerator.word()),
            Figure::Denominator { target: id } => target(id).map_or("", |t| t.denominator.word()),
            Figure::Meaning { meaning } => meaning.word(),
            Figure::Stage { stage } => stage.words(),
            Figure::Sheets { which } => which.word(),
        }
    }
}
