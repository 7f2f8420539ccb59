use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::date::dmy;
use crate::document::{Block, DocumentKind};
use crate::ids::AreaId;
use crate::template::{Field, Passage, SectionKind, Stands, Values, fill};

/// From and to, within a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    pub starts: NaiveTime,
    pub ends: NaiveTime,
}

/// One evening of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EveningTerms {
    pub on: NaiveDate,
    /// Where they are not the campaign's.
    pub hours: Option<Hours>,
}

/// When an area is visited, or by when it reports by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaTerms {
    pub area: AreaId,
    /// As it was called on the document's date: `Hà Trì 1`, and with its kind `Tổ dân phố Hà Trì 1`. Another name
    /// alone is no difference.
    pub name: String,
    pub label: String,
    pub evenings: Vec<EveningTerms>,
    pub reports_by: Option<NaiveDate>,
}

/// A line as it is written, with its fields, and as it reads. Only what is written is compared: a field that is
/// filled otherwise is a difference of what it is filled from, and told there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub typed: String,
    pub reads: String,
}

/// A line that keeps its identity: a target, a force of the team, a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    pub id: i64,
    pub line: Line,
}

/// A unit with its tasks (part II).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitTerms {
    pub id: i64,
    pub name: String,
    pub tasks: Vec<Item>,
}

/// A section of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionTerms {
    pub id: i64,
    pub kind: SectionKind,
    pub heading: Option<String>,
    pub lines: Vec<Line>,
}

/// What a plan lays down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    pub subject: String,
    pub app: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub hours: Hours,
    /// Where results are sent: `đ/c Đào Thu Hằng - Công chức Văn phòng Thống kê`.
    pub contact: Option<String>,
    pub areas: Vec<AreaTerms>,
    pub targets: Vec<Item>,
    pub forces: Vec<Item>,
    pub units: Vec<UnitTerms>,
    pub sections: Vec<SectionTerms>,
    pub recipients: Vec<String>,
}

impl Line {
    /// A line of the plan's text; one that is a table or a list reads as what it is filled from.
    #[must_use]
    pub fn of(typed: &str, values: &Values) -> Self {
        let typed = typed.trim();
        let alone = typed.strip_prefix("{{").and_then(|t| t.strip_suffix("}}")).and_then(Field::named);
        let reads = match alone.filter(|field| field.stands() == Stands::Block) {
            Some(field) => field.filled_from().to_owned(),
            None => filled(typed, values),
        };
        Self { typed: typed.to_owned(), reads }
    }

    /// Words without marks or fields.
    #[must_use]
    pub fn plain(words: impl Into<String>) -> Self {
        let typed = words.into();
        Self { reads: typed.clone(), typed }
    }
}

/// A line without its marks, its fields filled; as it was typed where something is wrong with it.
fn filled(typed: &str, values: &Values) -> String {
    // The last line of a text is given the document's end mark: that is not this one.
    let text = format!("{typed}\n.");
    let passage = Passage { kind: SectionKind::Text, heading: None, text };
    let body = fill(&[passage], DocumentKind::Plan, values).map(|filled| filled.body).unwrap_or_default();
    match body.first() {
        Some(Block::Part { title, .. } | Block::Item { title, .. }) => title.clone(),
        Some(
            Block::NumberedText { text, .. } | Block::Paragraph(text) | Block::Point { text, .. } | Block::Dash(text),
        ) => text.text(),
        Some(Block::Schedule { .. } | Block::Table { .. }) | None => typed.to_owned(),
    }
}

impl Terms {
    /// Areas and evenings in one order, whatever order they came in; an area about which nothing is laid down is left
    /// out.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        self.areas.retain(|a| !a.evenings.is_empty() || a.reports_by.is_some());
        for area in &mut self.areas {
            area.evenings.sort_by_key(|e| (e.on, e.hours.map(|h| (h.starts, h.ends))));
        }
        self.areas.sort_by_key(|a| (a.evenings.first().map_or(a.reports_by, |e| Some(e.on)), a.area));
        self
    }

    /// With evenings before `day` at the hours they were laid down with: they are over, and other hours of the
    /// campaign are for evenings to come.
    #[must_use]
    pub fn with_past_hours(mut self, was: &Self, day: NaiveDate) -> Self {
        for area in &mut self.areas {
            let Some(before) = was.areas.iter().find(|a| a.area == area.area) else { continue };
            for evening in area.evenings.iter_mut().filter(|e| e.on < day) {
                if let Some(laid_down) = before.evenings.iter().find(|e| e.on == evening.on) {
                    evening.hours = laid_down.hours;
                }
            }
        }
        self
    }

    /// Each evening with its area on a line, by day: what a printed plan says of the schedule.
    #[must_use]
    pub fn evenings_said(&self) -> String {
        let of =
            |area: &AreaTerms| area.evenings.iter().map(|e| (e.on, area.area, area.name.clone())).collect::<Vec<_>>();
        let mut evenings: Vec<_> = self.areas.iter().flat_map(of).collect();
        evenings.sort();
        let lines: Vec<String> = evenings.into_iter().map(|(on, _, name)| format!("{} {name}", dmy(on))).collect();
        lines.join("\n")
    }
}
