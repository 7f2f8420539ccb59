//! A table of evenings, like the plan's own: `STT | Thời gian | Địa bàn`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::spelling::{bare_spelling, near_key};

use super::cell::Faults;
use super::date::DateColumn;
use super::grid::Value;
use super::heading::{Wanted, says_any, words};
use super::problem::{Place, Problem, ProblemCode};
use super::reading::{Look, Reading};
use super::source::Tables;
use super::table::{Line, Lines, Table, look};
use super::{loose, table};

/// An area with its evenings, as one line of the table has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EveningLine {
    pub place: Place,
    pub days: Vec<NaiveDate>,
    pub area: String,
    pub area_place: Place,
    pub team: Option<String>,
    pub team_place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Days,
    Area,
    Team,
}

impl Column {
    fn word(self) -> &'static str {
        match self {
            Self::Days => "Thời gian",
            Self::Area => "Địa bàn",
            Self::Team => "Tổ hỗ trợ",
        }
    }

    fn recognise(heading: &str) -> Option<Self> {
        let words = words(heading);
        let column = match words.as_str() {
            _ if says_any(&words, &["thoi gian", "ngay", "cac buoi"]) => Self::Days,
            _ if says_any(&words, &["to ho tro", "doi ho tro", "to cong tac", "nhom"]) => Self::Team,
            _ if says_any(&words, &["dia ban", "to dan pho", "tdp", "khu dan cu", "thon", "dia diem"]) => Self::Area,
            _ => return None,
        };
        Some(column)
    }
}

fn wanted() -> Wanted<'static, Column> {
    Wanted {
        recognise: &Column::recognise,
        needed: &[Column::Days, Column::Area],
        some: &|_| true,
        word: &|c| c.word().to_owned(),
        fields: &[("days", Column::Days), ("area", Column::Area), ("team", Column::Team)],
    }
}

/// A table of evenings as it lies there.
///
/// # Errors
/// There is no such sheet.
pub fn look_at_schedule(tables: &Tables) -> Result<Look, Vec<Problem>> {
    let lines = loose::lines(tables);
    look(lines.as_ref().unwrap_or(tables), &wanted())
}

/// Reads a table of evenings. A date without its year takes `year`, which the office knows if its
/// campaign lies within one.
///
/// # Errors
/// Every fault of the table with its place; then nothing of it is taken over.
pub fn schedule(tables: &Tables, year: Option<i32>) -> Result<Lines<EveningLine>, Vec<Problem>> {
    let lines = loose::lines(tables);
    let table = Table::find(lines.as_ref().unwrap_or(tables), &wanted())?;
    let (rows, left_out) = table.rows();
    let mut faults = Faults::default();
    let mut days = DateColumn::of(year);
    let mut read: Vec<EveningLine> = Vec::new();
    for row in &rows {
        let line = evening(row, read.last(), &mut days, &mut faults);
        read.extend(line);
    }
    days.finish(&mut faults);
    settle_near(&mut read, &tables.reading, &mut faults);
    note_doubles(&read, &mut faults);
    if read.is_empty() && faults.0.is_empty() {
        faults.note(Problem::of(ProblemCode::EmptyTable).with("file", &tables.name));
    }
    table::Lines { columns: table.uses, lines: read, left_out }.or(faults.0)
}

/// One row. Where the table numbers its lines, a row without a number goes on with the line above: it
/// has a further date of the same area, or a further area of the same date.
fn evening(
    row: &Line<'_, '_, Column>,
    above: Option<&EveningLine>,
    days: &mut DateColumn,
    faults: &mut Faults,
) -> Option<EveningLine> {
    let above = above.filter(|_| row.continues());
    let before = faults.0.len();
    let read_days = row.cell(&Column::Days).map(|c| days.read(&c, faults)).unwrap_or_default();
    let area = row.cell(&Column::Area).and_then(|c| c.text(faults));
    let team = row.cell(&Column::Team).and_then(|c| c.text(faults));
    let is_blank = |column| row.cell(&column).is_none_or(|c| *c.value == Value::Blank);
    let (days_blank, area_blank) = (is_blank(Column::Days), is_blank(Column::Area));
    let read_days = match above {
        Some(above) if days_blank && !area_blank => above.days.clone(),
        _ => read_days,
    };
    let area = match above {
        Some(above) if area_blank && !days_blank => Some(above.area.clone()),
        _ => area,
    };
    if faults.0.len() == before {
        for (missing, column) in [(read_days.is_empty(), Column::Days), (area.is_none(), Column::Area)] {
            if missing {
                faults.note(Problem::at(ProblemCode::Blank, &row.place(&column)).with("column", column.word()));
            }
        }
    }
    if read_days.is_empty() {
        return None;
    }
    Some(EveningLine {
        place: row.place(&Column::Days),
        days: read_days,
        area: area?,
        area_place: row.place(&Column::Area),
        team,
        team_place: row.place(&Column::Team),
    })
}

/// Near names are told apart or made one as a person says; unsaid, they are a fault.
fn settle_near(lines: &mut [EveningLine], said: &Reading, faults: &mut Faults) {
    let mut near: BTreeMap<String, Vec<(String, Place)>> = BTreeMap::new();
    for line in lines {
        let others = near.entry(near_key(&line.area)).or_default();
        if others.iter().any(|(other, _)| bare_spelling(other) == bare_spelling(&line.area)) {
            continue;
        }
        let said_same = |other: &str| said.said_same(&line.area, other);
        if let Some((same, _)) = others.iter().find(|(other, _)| said_same(other) == Some(true)) {
            line.area.clone_from(same);
        } else if let Some((other, place)) = others.iter().find(|(other, _)| said_same(other).is_none()) {
            faults.note(
                Problem::at(ProblemCode::NearDuplicate, &line.area_place)
                    .with("name", &line.area)
                    .with("other", other)
                    .with("other_cell", &place.cell),
            );
        } else {
            others.push((line.area.clone(), line.area_place.clone()));
        }
    }
}

fn note_doubles(lines: &[EveningLine], faults: &mut Faults) {
    let mut seen: BTreeMap<(String, NaiveDate), &EveningLine> = BTreeMap::new();
    for line in lines {
        let name = bare_spelling(&line.area);
        for day in &line.days {
            if let Some(other) = seen.insert((name.clone(), *day), line) {
                faults.note(
                    Problem::at(ProblemCode::EveningTwice, &line.place)
                        .with("area", &line.area)
                        .with("date", domain::date::dmy(*day))
                        .with("other_cell", &other.place.cell),
                );
            }
        }
    }
}
