//! A schedule from areas, days and teams: greedy in the plan's order, so that a person can follow why an
//! area stands where it stands, and the same wish gives the same schedule.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Visit;
use crate::holiday::DaysOff;
use crate::ids::{AreaId, TeamId};

/// An area that is to be visited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    pub area: AreaId,
    /// How many evenings it is to have, those that are kept included.
    pub evenings: u32,
    /// Areas of one cluster are taken one after the other.
    pub cluster: Option<String>,
    /// First and last day of its life, where it has any within the campaign.
    pub began_on: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
}

/// Under which terms evenings are laid out.
#[derive(Debug, Clone, Copy)]
pub struct Terms<'a> {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// From Monday.
    pub weekdays: [bool; 7],
    pub days_off: &'a DaysOff,
    pub teams: &'a [TeamId],
    /// Most evenings on one day; never more than there are teams.
    pub per_day: u32,
    /// Evenings that stay where they are.
    pub kept: &'a [Visit],
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct ProposedEvening {
    pub on: NaiveDate,
    pub area: AreaId,
    pub team: TeamId,
}

/// Why an area did not get all of its evenings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WhyLeft {
    /// No team exists that could go.
    NoTeam,
    /// No allowed day lies within the dates.
    NoDay,
    /// Every allowed day is full.
    Full,
    /// It is not there on the days that are left.
    Gone,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Left {
    pub area: AreaId,
    /// Evenings that found no place.
    pub evenings: u32,
    pub why: WhyLeft,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposed {
    /// By day, then in the order of the wishes.
    pub evenings: Vec<ProposedEvening>,
    pub left: Vec<Left>,
}

/// One day that may be used.
struct Day {
    on: NaiveDate,
    /// Teams still at home, in order.
    teams: Vec<TeamId>,
    places: usize,
}

/// Lays out evenings for the wishes, each area's one after the other from the first day with a place.
#[must_use]
pub fn propose(terms: &Terms<'_>, wishes: &[Wish]) -> Proposed {
    let mut days = days(terms);
    let mut there: BTreeSet<(AreaId, NaiveDate)> = BTreeSet::new();
    let mut has: BTreeMap<AreaId, u32> = BTreeMap::new();
    for visit in terms.kept.iter().filter(|v| v.is_on()) {
        there.insert((visit.area, visit.on));
        *has.entry(visit.area).or_default() += 1;
    }
    let mut used: BTreeMap<TeamId, u32> = BTreeMap::new();
    let mut proposed = Proposed::default();
    let mut first_open = 0;
    for wish in gathered(wishes) {
        let mut missing = wish.evenings.saturating_sub(has.get(&wish.area).copied().unwrap_or(0));
        let mut team = None;
        let mut met_open = false;
        while days.get(first_open).is_some_and(|d| d.places == 0) {
            first_open += 1;
        }
        for day in days.iter_mut().skip(first_open) {
            if missing == 0 {
                break;
            }
            if day.places == 0 {
                continue;
            }
            met_open = true;
            let alive = wish.began_on.is_none_or(|b| b <= day.on) && wish.ended_on.is_none_or(|e| day.on <= e);
            if !alive || !there.insert((wish.area, day.on)) {
                continue;
            }
            let Some(goes) = choose(&day.teams, team, &used) else { continue };
            day.teams.retain(|t| *t != goes);
            day.places -= 1;
            *used.entry(goes).or_default() += 1;
            team = Some(goes);
            missing -= 1;
            proposed.evenings.push(ProposedEvening { on: day.on, area: wish.area, team: goes });
        }
        if missing > 0 {
            let why = match (terms.teams.is_empty(), days.is_empty(), met_open) {
                (true, ..) => WhyLeft::NoTeam,
                (_, true, _) => WhyLeft::NoDay,
                (_, _, true) if wish.began_on.is_some() || wish.ended_on.is_some() => WhyLeft::Gone,
                _ => WhyLeft::Full,
            };
            proposed.left.push(Left { area: wish.area, evenings: missing, why });
        }
    }
    // Stable: on a day, areas stay in the order they were taken.
    proposed.evenings.sort_by_key(|e| e.on);
    proposed
}

/// Days that may be used, with what kept evenings leave of them.
fn days(terms: &Terms<'_>) -> Vec<Day> {
    let mut taken: BTreeMap<NaiveDate, Vec<&Visit>> = BTreeMap::new();
    for visit in terms.kept.iter().filter(|v| v.is_on()) {
        taken.entry(visit.on).or_default().push(visit);
    }
    let most = usize::try_from(terms.per_day).unwrap_or(usize::MAX).min(terms.teams.len());
    let allowed = |d: &NaiveDate| {
        terms.weekdays[d.weekday().num_days_from_monday() as usize] && !terms.days_off.has(*d) && most > 0
    };
    terms
        .from
        .iter_days()
        .take_while(|d| *d <= terms.to)
        .filter(allowed)
        .map(|on| {
            let kept = taken.get(&on).map_or(&[][..], Vec::as_slice);
            let teams: Vec<TeamId> =
                terms.teams.iter().copied().filter(|t| !kept.iter().any(|v| v.teams.contains(t))).collect();
            Day { on, places: most.saturating_sub(kept.len()).min(teams.len()), teams }
        })
        .collect()
}

/// The wishes in order, those of one cluster drawn to its first.
fn gathered(wishes: &[Wish]) -> Vec<&Wish> {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (i, wish) in wishes.iter().enumerate() {
        if let Some(cluster) = &wish.cluster {
            first.entry(cluster).or_insert(i);
        }
    }
    let at = |(i, wish): &(usize, &Wish)| {
        wish.cluster.as_deref().and_then(|c| first.get(c).copied()).map_or((*i, *i), |f| (f, *i))
    };
    let mut ordered: Vec<(usize, &Wish)> = wishes.iter().enumerate().collect();
    ordered.sort_by_key(at);
    ordered.into_iter().map(|(_, wish)| wish).collect()
}

/// The team of the area's evening before, if it is at home; else the one that went out least.
fn choose(home: &[TeamId], before: Option<TeamId>, used: &BTreeMap<TeamId, u32>) -> Option<TeamId> {
    if let Some(team) = before.filter(|t| home.contains(t)) {
        return Some(team);
    }
    home.iter().copied().min_by_key(|t| used.get(t).copied().unwrap_or(0))
}
