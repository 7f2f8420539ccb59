//! The evening schedule (lịch): visits, the plan's rows, and clashes with how to mend each.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::area::Area;
use crate::ids::{AreaId, TeamId, VisitId};

/// One evening's visit (buổi) to an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Visit {
    pub id: VisitId,
    pub area: AreaId,
    pub on: NaiveDate,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    /// The reason, when the evening is called off; its sheets are no longer expected.
    pub cancelled: Option<String>,
    pub teams: Vec<TeamId>,
}

impl Visit {
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.cancelled.is_none()
    }
}

/// One row of the plan's schedule table: an area with its neighbouring evenings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub area: AreaId,
    pub evenings: Vec<NaiveDate>,
}

/// The plan's table: evenings in order, those of one area joined while no other area's evening lies between.
///
/// The reference plan's 22 evenings give 17 rows, five of them with two evenings.
#[must_use]
pub fn rows(visits: &[Visit]) -> Vec<Row> {
    let mut visits: Vec<&Visit> = visits.iter().filter(|v| v.is_on()).collect();
    visits.sort_by_key(|v| (v.on, v.id));
    let mut rows: Vec<Row> = Vec::new();
    for visit in visits {
        let open = rows.iter_mut().rev().find(|r| r.area == visit.area && continues(r, visit));
        match open {
            Some(row) if row.evenings.contains(&visit.on) => {}
            Some(row) => row.evenings.push(visit.on),
            None => rows.push(Row { area: visit.area, evenings: vec![visit.on] }),
        }
    }
    rows
}

/// Evenings that follow each other day by day share a row, also when other areas have the same evenings.
fn continues(row: &Row, visit: &Visit) -> bool {
    row.evenings.last().is_some_and(|last| *last == visit.on || last.checked_add_days(Days::new(1)) == Some(visit.on))
}

/// What is wrong with a schedule. Hard ones cannot happen in the world; soft ones are worth a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Clash {
    /// One team in two places on an evening.
    TeamTwice { team: TeamId, on: NaiveDate, visits: Vec<VisitId> },
    /// The same area twice on one evening.
    AreaTwice { area: AreaId, on: NaiveDate, visits: Vec<VisitId> },
    /// An evening outside the campaign's dates.
    OutsideCampaign { visit: VisitId, on: NaiveDate },
    /// An area without an evening that does not report by itself.
    AreaMissed { area: AreaId },
    /// Evenings inside the campaign on which nobody goes out.
    Gap { from: NaiveDate, to: NaiveDate },
}

impl Clash {
    #[must_use]
    pub fn is_hard(&self) -> bool {
        matches!(self, Self::TeamTwice { .. } | Self::AreaTwice { .. } | Self::OutsideCampaign { .. })
    }
}

/// Every clash, hard ones first.
#[must_use]
pub fn clashes(starts_on: NaiveDate, ends_on: NaiveDate, areas: &[Area], visits: &[Visit]) -> Vec<Clash> {
    let on: Vec<&Visit> = visits.iter().filter(|v| v.is_on()).collect();
    let mut found = Vec::new();
    found.extend(twice(on.iter().flat_map(|v| v.teams.iter().map(|t| ((v.on, *t), v.id))), |(on, team), visits| {
        Clash::TeamTwice { team, on, visits }
    }));
    found.extend(twice(on.iter().map(|v| ((v.on, v.area), v.id)), |(on, area), visits| Clash::AreaTwice {
        area,
        on,
        visits,
    }));
    found.extend(
        on.iter()
            .filter(|v| v.on < starts_on || v.on > ends_on)
            .map(|v| Clash::OutsideCampaign { visit: v.id, on: v.on }),
    );
    let visited: BTreeSet<AreaId> = on.iter().map(|v| v.area).collect();
    found.extend(
        areas
            .iter()
            .filter(|a| a.self_report_due.is_none() && !visited.contains(&a.id))
            .map(|a| Clash::AreaMissed { area: a.id }),
    );
    if !on.is_empty() {
        found.extend(gaps(starts_on, ends_on, &on));
    }
    found
}

fn twice<K: Ord + Copy>(
    keys: impl Iterator<Item = (K, VisitId)>,
    clash: impl Fn(K, Vec<VisitId>) -> Clash,
) -> Vec<Clash> {
    let mut by_key: BTreeMap<K, Vec<VisitId>> = BTreeMap::new();
    for (key, visit) in keys {
        by_key.entry(key).or_default().push(visit);
    }
    by_key.into_iter().filter(|(_, visits)| visits.len() > 1).map(|(key, visits)| clash(key, visits)).collect()
}

fn gaps(starts_on: NaiveDate, ends_on: NaiveDate, visits: &[&Visit]) -> Vec<Clash> {
    let used: BTreeSet<NaiveDate> = visits.iter().map(|v| v.on).collect();
    let mut gaps: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for day in starts_on.iter_days().take_while(|d| *d <= ends_on).filter(|d| !used.contains(d)) {
        match gaps.last_mut() {
            Some((_, to)) if to.succ_opt() == Some(day) => *to = day,
            _ => gaps.push((day, day)),
        }
    }
    gaps.into_iter().map(|(from, to)| Clash::Gap { from, to }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::area::AreaKind;

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
    }

    fn visit(id: i64, area: i64, on: u32) -> Visit {
        let time = |h, m| NaiveTime::from_hms_opt(h, m, 0).expect("a time of the test");
        Visit {
            id: VisitId(id),
            area: AreaId(area),
            on: day(on),
            starts: time(19, 30),
            ends: time(21, 30),
            cancelled: None,
            teams: vec![TeamId(area)],
        }
    }

    fn area(id: i64) -> Area {
        Area {
            id: AreaId(id),
            name: format!("Hà Trì {id}"),
            kind: AreaKind::ResidentialGroup,
            cluster: None,
            leader: None,
            self_report_due: None,
            began_on: None,
            ended_on: None,
        }
    }

    #[test]
    fn neighbouring_evenings_of_an_area_share_a_row() {
        let visits = [visit(1, 1, 9), visit(2, 2, 10), visit(3, 2, 11), visit(4, 1, 12)];
        let rows = rows(&visits);
        assert_eq!(rows.iter().map(|r| r.evenings.len()).collect::<Vec<_>>(), [1, 2, 1]);
    }

    #[test]
    fn two_areas_on_the_same_two_evenings_give_two_rows() {
        let visits = [visit(1, 1, 9), visit(2, 2, 9), visit(3, 1, 10), visit(4, 2, 10)];
        assert_eq!(rows(&visits).len(), 2);
    }

    #[test]
    fn clashes_are_found_hard_ones_first() {
        let mut twice = visit(3, 2, 9);
        twice.teams = vec![TeamId(1)];
        let visits = [visit(1, 1, 9), twice, visit(4, 2, 30)];
        let found = clashes(day(9), day(12), &[area(1), area(2), area(3)], &visits);
        assert_eq!(
            found,
            [
                Clash::TeamTwice { team: TeamId(1), on: day(9), visits: vec![VisitId(1), VisitId(3)] },
                Clash::OutsideCampaign { visit: VisitId(4), on: day(30) },
                Clash::AreaMissed { area: AreaId(3) },
                Clash::Gap { from: day(10), to: day(12) },
            ]
        );
        assert!(found[0].is_hard() && !found[2].is_hard());
    }

    #[test]
    fn an_area_that_reports_by_itself_is_not_missed() {
        let mut hillstate = area(5);
        hillstate.self_report_due = Some(day(29));
        assert!(clashes(day(9), day(9), &[hillstate], &[]).is_empty());
    }
}
