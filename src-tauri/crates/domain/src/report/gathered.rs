//! Like changes told together: an evening called off is one cause, not one for each of its sheets.

use std::collections::BTreeMap;

use super::Report;
use super::cause::{Cause, Change, Changed, SheetChange};
use crate::ids::{AreaId, SheetId, VisitId};
use crate::schedule::Visit;
use crate::sheet::SheetState;

/// What several sheets have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Alike {
    Visit(VisitId),
    Moved(AreaId, AreaId),
    Printed(VisitId, AreaId),
    /// Nothing: told alone.
    One(SheetId),
}

/// Causes of sheets, those of evenings and areas before those of single sheets.
pub(super) fn gathered(changes: Vec<Changed>, then: &Report, now: &Report) -> Vec<Cause> {
    let evenings = evenings(then, now);
    let mut groups: BTreeMap<Alike, Vec<Changed>> = BTreeMap::new();
    for changed in changes {
        groups.entry(alike(&changed.sheet, &evenings)).or_default().push(changed);
    }
    groups.into_iter().flat_map(|(alike, changes)| causes(alike, changes, &evenings)).collect()
}

/// Evenings that both reports know and that are not as they were.
fn evenings<'a>(then: &'a Report, now: &'a Report) -> BTreeMap<VisitId, (&'a Visit, &'a Visit)> {
    let before: BTreeMap<VisitId, &Visit> = then.visits.iter().map(|v| (v.id, v)).collect();
    let pairs = now.visits.iter().filter_map(|v| Some((v.id, (*before.get(&v.id)?, v))));
    pairs.filter(|(_, (was, is))| (was.on, was.area, was.is_on()) != (is.on, is.area, is.is_on())).collect()
}

fn alike(sheet: &SheetChange, evenings: &BTreeMap<VisitId, (&Visit, &Visit)>) -> Alike {
    let one = Alike::One(sheet.id);
    if !sheet.boxes.is_empty() || sheet.superseded.is_some() {
        return one;
    }
    match (sheet.then, sheet.now) {
        (None, Some(now)) if matches!(now.state, SheetState::Printed | SheetState::HandedOut) => {
            now.visit.zip(now.area).map_or(one, |(visit, area)| Alike::Printed(visit, area))
        }
        (Some(then), Some(now)) if then.state == now.state && then.visit == now.visit => {
            let placed = (then.on, then.called_off) != (now.on, now.called_off);
            let with_evening = now.visit.filter(|visit| evenings.contains_key(visit));
            match (with_evening, then.area.zip(now.area)) {
                (Some(visit), _) => Alike::Visit(visit),
                (None, Some((from, to))) if from != to && !placed => Alike::Moved(from, to),
                _ => one,
            }
        }
        _ => one,
    }
}

fn causes(alike: Alike, changes: Vec<Changed>, evenings: &BTreeMap<VisitId, (&Visit, &Visit)>) -> Vec<Cause> {
    let sheets = changes.iter().map(|c| c.sheet.id).collect();
    let change = match alike {
        Alike::One(_) => return changes.into_iter().map(alone).collect(),
        Alike::Visit(visit) => match evenings.get(&visit) {
            Some((then, now)) => Change::Visit { then: (*then).clone(), now: (*now).clone(), sheets },
            None => return changes.into_iter().map(alone).collect(),
        },
        Alike::Moved(from, to) => Change::Moved { from, to, sheets },
        Alike::Printed(visit, area) => {
            let on = changes.first().and_then(|c| c.sheet.now?.on);
            Change::Printed { visit: Some(visit), area, on, sheets }
        }
    };
    let mut cause = Cause::of(change);
    for changed in &changes {
        cause.effects.join(&changed.effects);
        cause.redated.extend(changed.redated);
    }
    vec![cause]
}

fn alone(changed: Changed) -> Cause {
    Cause {
        change: Change::Sheet(changed.sheet),
        effects: changed.effects,
        redated: changed.redated.into_iter().collect(),
    }
}
