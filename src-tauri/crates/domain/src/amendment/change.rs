//! Differences of two states of a plan.

use chrono::NaiveDate;

use super::list::{Edit, Hunk, Keyed, carry_out, edits, hunks, replace};
use super::terms::{AreaTerms, Hours, Item, Line, SectionTerms, Terms, UnitTerms};
use crate::ids::AreaId;

/// What was laid down of an area, and what is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaChange {
    pub area: AreaId,
    pub was: Option<AreaTerms>,
    pub now: Option<AreaTerms>,
}

/// A unit whose name or tasks changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitChange {
    pub was: UnitTerms,
    pub now: UnitTerms,
    pub tasks: Vec<Edit<Item>>,
}

/// A section whose heading or lines changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionChange {
    pub was: SectionTerms,
    pub now: SectionTerms,
    pub lines: Vec<Hunk<Line>>,
}

/// From and to of something there is one of.
pub type Was<T> = Option<(T, T)>;

/// Everything that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    pub subject: Was<String>,
    pub app: Was<String>,
    pub starts_on: Was<NaiveDate>,
    pub ends_on: Was<NaiveDate>,
    pub hours: Was<Hours>,
    pub contact: Was<Option<String>>,
    pub areas: Vec<AreaChange>,
    pub targets: Vec<Edit<Item>>,
    pub forces: Vec<Edit<Item>>,
    /// Units that came, went or changed places.
    pub units: Vec<Edit<UnitTerms>>,
    /// Units that stay, with what is otherwise.
    pub units_within: Vec<UnitChange>,
    pub sections: Vec<Edit<SectionTerms>>,
    pub sections_within: Vec<SectionChange>,
    pub recipients: Vec<Hunk<String>>,
}

impl Changes {
    /// What leads from one state to another.
    #[must_use]
    pub fn between(was: &Terms, now: &Terms) -> Self {
        let (was, now) = (was.clone().in_order(), now.clone().in_order());
        Self {
            subject: differing(&was.subject, &now.subject),
            app: differing(&was.app, &now.app),
            starts_on: differing(&was.starts_on, &now.starts_on),
            ends_on: differing(&was.ends_on, &now.ends_on),
            hours: differing(&was.hours, &now.hours),
            contact: differing(&was.contact, &now.contact),
            areas: areas(&was.areas, &now.areas),
            targets: edits(&was.targets, &now.targets),
            forces: edits(&was.forces, &now.forces),
            units: came_and_went(edits(&was.units, &now.units)),
            units_within: pairs(&was.units, &now.units)
                .map(|(was, now)| UnitChange { tasks: edits(&was.tasks, &now.tasks), was, now })
                .filter(|change| change.was.name != change.now.name || !change.tasks.is_empty())
                .collect(),
            sections: came_and_went(edits(&was.sections, &now.sections)),
            sections_within: pairs(&was.sections, &now.sections)
                .map(|(was, now)| SectionChange { lines: hunks(&was.lines, &now.lines, Line::same), was, now })
                .filter(|change| !change.was.same(&change.now))
                .collect(),
            recipients: hunks(&was.recipients, &now.recipients, |a, b| a == b),
        }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        let once = self.subject.is_none()
            && self.app.is_none()
            && self.starts_on.is_none()
            && self.ends_on.is_none()
            && self.hours.is_none()
            && self.contact.is_none();
        let text = self.sections.is_empty() && self.sections_within.is_empty() && self.recipients.is_empty();
        let units = self.units.is_empty() && self.units_within.is_empty();
        once && text && units && self.areas.is_empty() && self.targets.is_empty() && self.forces.is_empty()
    }

    /// Carries the changes out on the state they were made from.
    #[must_use]
    pub fn carried_out(&self, on: &Terms) -> Terms {
        let was = on.clone().in_order();
        let mut areas = was.areas;
        for change in &self.areas {
            areas.retain(|a| a.area != change.area);
            areas.extend(change.now.clone());
        }
        let mut units = carry_out(&was.units, &self.units);
        for change in &self.units_within {
            for unit in units.iter_mut().filter(|u| u.id == change.was.id) {
                unit.name.clone_from(&change.now.name);
                unit.tasks = carry_out(&change.was.tasks, &change.tasks);
            }
        }
        let mut sections = carry_out(&was.sections, &self.sections);
        for change in &self.sections_within {
            for section in sections.iter_mut().filter(|s| s.id == change.was.id) {
                section.kind = change.now.kind;
                section.heading.clone_from(&change.now.heading);
                section.lines = replace(&change.was.lines, &change.lines);
            }
        }
        let terms = Terms {
            subject: put(&self.subject, was.subject),
            app: put(&self.app, was.app),
            starts_on: put(&self.starts_on, was.starts_on),
            ends_on: put(&self.ends_on, was.ends_on),
            hours: put(&self.hours, was.hours),
            contact: put(&self.contact, was.contact),
            areas,
            targets: carry_out(&was.targets, &self.targets),
            forces: carry_out(&was.forces, &self.forces),
            units,
            sections,
            recipients: replace(&was.recipients, &self.recipients),
        };
        terms.in_order()
    }
}

fn differing<T: PartialEq + Clone>(was: &T, now: &T) -> Was<T> {
    (was != now).then(|| (was.clone(), now.clone()))
}

fn put<T: Clone>(change: &Was<T>, was: T) -> T {
    change.as_ref().map_or(was, |(_, now)| now.clone())
}

/// Things that stay, before and now.
fn pairs<'t, T: Keyed>(was: &'t [T], now: &'t [T]) -> impl Iterator<Item = (T, T)> + 't {
    now.iter().filter_map(|item| Some((was.iter().find(|old| old.key() == item.key())?.clone(), item.clone())))
}

/// Without what only reads otherwise: that is told line by line.
fn came_and_went<T>(edits: Vec<Edit<T>>) -> Vec<Edit<T>> {
    edits.into_iter().filter(|edit| !matches!(edit, Edit::Put { .. })).collect()
}

/// By the day each area is visited now, what is no longer visited by the day it was.
fn areas(was: &[AreaTerms], now: &[AreaTerms]) -> Vec<AreaChange> {
    let find = |list: &[AreaTerms], area| list.iter().find(|a| a.area == area).cloned();
    let change =
        |area: &AreaTerms| AreaChange { area: area.area, was: find(was, area.area), now: find(now, area.area) };
    let gone = was.iter().filter(|a| find(now, a.area).is_none());
    let mut changes: Vec<AreaChange> = now.iter().chain(gone).map(change).collect();
    let laid_down = |a: &Option<AreaTerms>| a.as_ref().map(|a| (a.evenings.clone(), a.reports_by));
    changes.retain(|change| laid_down(&change.was) != laid_down(&change.now));
    changes
}

impl Line {
    fn same(&self, other: &Self) -> bool {
        self.typed == other.typed
    }
}

impl Keyed for Item {
    type Key = i64;

    fn key(&self) -> i64 {
        self.id
    }

    fn same(&self, other: &Self) -> bool {
        self.line.same(&other.line)
    }
}

impl Keyed for UnitTerms {
    type Key = i64;

    fn key(&self) -> i64 {
        self.id
    }

    fn same(&self, other: &Self) -> bool {
        self.name == other.name && edits(&self.tasks, &other.tasks).is_empty()
    }
}

impl Keyed for SectionTerms {
    type Key = i64;

    fn key(&self) -> i64 {
        self.id
    }

    fn same(&self, other: &Self) -> bool {
        let words = self.kind == other.kind && self.heading == other.heading;
        words && self.lines.len() == other.lines.len() && self.lines.iter().zip(&other.lines).all(|(a, b)| a.same(b))
    }
}
