//! What is wrong with a schedule.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Visit;
use crate::area::Area;
use crate::campaign::Target;
use crate::holiday::DaysOff;
use crate::ids::{AreaId, TargetId, TeamId, VisitId};

/// How many days ahead an evening's sheets should exist: printing and handing out take a day each.
const SHEETS_AHEAD: u64 = 2;

/// What a schedule is held against.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub today: NaiveDate,
    pub areas: &'a [Area],
    pub teams: &'a [TeamId],
    pub targets: &'a [Target],
    pub days_off: &'a DaysOff,
    /// Evenings whose sheets are numbered.
    pub numbered: &'a BTreeSet<VisitId>,
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
    /// An evening of an area that had not begun yet, or is no more.
    AreaGone { visit: VisitId, area: AreaId, on: NaiveDate },
    /// A living area without an evening that does not report by itself.
    AreaMissed { area: AreaId },
    /// An evening nobody goes out on.
    WithoutTeam { visit: VisitId, on: NaiveDate },
    /// More evenings on one day than there are teams.
    TooMany { on: NaiveDate, evenings: u32, teams: u32, visits: Vec<VisitId> },
    /// Evenings that are over or near and have no numbered sheets.
    WithoutSheets { visits: Vec<VisitId>, from: NaiveDate, to: NaiveDate },
    /// An evening on a public holiday or the office's own day off.
    OnDayOff { visit: VisitId, on: NaiveDate, name: String },
    /// Evenings inside the campaign on which nobody goes out.
    Gap { from: NaiveDate, to: NaiveDate },
    /// The last evening lies after the day a target is to be reached by.
    AfterTarget { target: TargetId, by: NaiveDate, last: NaiveDate },
}

impl Clash {
    #[must_use]
    pub fn is_hard(&self) -> bool {
        matches!(
            self,
            Self::TeamTwice { .. } | Self::AreaTwice { .. } | Self::OutsideCampaign { .. } | Self::AreaGone { .. }
        )
    }
}

/// Every clash, hard ones first.
#[must_use]
pub fn clashes(ground: &Ground<'_>, visits: &[Visit]) -> Vec<Clash> {
    let on: Vec<&Visit> = visits.iter().filter(|v| v.is_on()).collect();
    let mut found = twice(on.iter().flat_map(|v| v.teams.iter().map(|t| ((v.on, *t), v.id))), |(on, team), visits| {
        Clash::TeamTwice { team, on, visits }
    });
    found.extend(twice(on.iter().map(|v| ((v.on, v.area), v.id)), |(on, area), visits| Clash::AreaTwice {
        area,
        on,
        visits,
    }));
    found.extend(
        on.iter()
            .filter(|v| v.on < ground.starts_on || v.on > ground.ends_on)
            .map(|v| Clash::OutsideCampaign { visit: v.id, on: v.on }),
    );
    found.extend(of_areas(ground, &on));
    found.extend(on.iter().filter(|v| v.teams.is_empty()).map(|v| Clash::WithoutTeam { visit: v.id, on: v.on }));
    found.extend(too_many(ground, &on));
    found.extend(without_sheets(ground, &on));
    found.extend(on.iter().filter_map(|v| {
        let day = ground.days_off.get(v.on)?;
        Some(Clash::OnDayOff { visit: v.id, on: v.on, name: day.name.clone() })
    }));
    found.extend(gaps(ground, &on));
    if let Some(last) = on.iter().map(|v| v.on).max() {
        let late = ground.targets.iter().filter(|t| last > t.by);
        found.extend(late.map(|t| Clash::AfterTarget { target: t.id, by: t.by, last }));
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

/// Evenings outside their area's life, then living areas that were forgotten.
fn of_areas(ground: &Ground<'_>, visits: &[&Visit]) -> Vec<Clash> {
    let by_id: BTreeMap<AreaId, &Area> = ground.areas.iter().map(|a| (a.id, a)).collect();
    let is_gone = |v: &&&Visit| by_id.get(&v.area).is_some_and(|a| !a.is_there_on(v.on));
    let mut found: Vec<Clash> =
        visits.iter().filter(is_gone).map(|v| Clash::AreaGone { visit: v.id, area: v.area, on: v.on }).collect();
    let visited: BTreeSet<AreaId> = visits.iter().map(|v| v.area).collect();
    let missed = |a: &&Area| a.is_living() && a.self_report_due.is_none() && !visited.contains(&a.id);
    found.extend(ground.areas.iter().filter(missed).map(|a| Clash::AreaMissed { area: a.id }));
    found
}

fn too_many(ground: &Ground<'_>, visits: &[&Visit]) -> Vec<Clash> {
    let mut by_day: BTreeMap<NaiveDate, Vec<VisitId>> = BTreeMap::new();
    for visit in visits {
        by_day.entry(visit.on).or_default().push(visit.id);
    }
    let teams = ground.teams.len();
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    by_day
        .into_iter()
        .filter(|(_, visits)| visits.len() > teams.max(1))
        .map(|(on, visits)| Clash::TooMany { on, evenings: small(visits.len()), teams: small(teams), visits })
        .collect()
}

fn without_sheets(ground: &Ground<'_>, visits: &[&Visit]) -> Option<Clash> {
    let until = ground.today.checked_add_days(chrono::Days::new(SHEETS_AHEAD))?;
    let mut bare: Vec<&&Visit> = visits.iter().filter(|v| v.on <= until && !ground.numbered.contains(&v.id)).collect();
    bare.sort_by_key(|v| (v.on, v.id));
    let (from, to) = (bare.first()?.on, bare.last()?.on);
    Some(Clash::WithoutSheets { visits: bare.iter().map(|v| v.id).collect(), from, to })
}

/// Days from today on that nobody uses. A weekday the whole schedule leaves free is its rhythm, no gap.
fn gaps(ground: &Ground<'_>, visits: &[&Visit]) -> Vec<Clash> {
    let inside = |d: &NaiveDate| ground.starts_on <= *d && *d <= ground.ends_on;
    let used: BTreeSet<NaiveDate> = visits.iter().map(|v| v.on).filter(inside).collect();
    let (Some(first), Some(last)) = (used.first().copied(), used.last().copied()) else { return Vec::new() };
    let span = (last - first).num_days();
    let is_free = |day: &NaiveDate| span >= 14 && used.iter().all(|u| u.weekday() != day.weekday());
    let rhythm: Vec<chrono::Weekday> = first.iter_days().take(7).filter(is_free).map(|d| d.weekday()).collect();
    let mut gaps: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    let from = ground.starts_on.max(ground.today);
    let unused = from
        .iter_days()
        .take_while(|d| *d <= ground.ends_on)
        .filter(|d| !used.contains(d) && !ground.days_off.has(*d) && !rhythm.contains(&d.weekday()));
    for day in unused {
        match gaps.last_mut() {
            Some((_, to)) if to.succ_opt() == Some(day) => *to = day,
            _ => gaps.push((day, day)),
        }
    }
    gaps.into_iter().map(|(from, to)| Clash::Gap { from, to }).collect()
}
