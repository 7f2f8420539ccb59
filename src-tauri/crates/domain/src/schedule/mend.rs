//! The one step that would mend a clash, if there is one that needs no further thought.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Clash, Ground, Visit};
use crate::area::Area;
use crate::ids::{AreaId, TeamId, VisitId};

/// A step a person can take with one key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Mend {
    /// To a day on which its teams, a place and the area are free.
    Move {
        visit: VisitId,
        on: NaiveDate,
    },
    Add {
        area: AreaId,
        on: NaiveDate,
        teams: Vec<TeamId>,
    },
    SetTeams {
        visit: VisitId,
        teams: Vec<TeamId>,
    },
    /// The campaign goes on until this day.
    Extend {
        ends_on: NaiveDate,
    },
    /// Sheets are numbered and printed in the print room.
    Print {
        on: NaiveDate,
    },
}

/// A step for each clash, in the same order. No two of them take the same place.
#[must_use]
pub fn mends(ground: &Ground<'_>, visits: &[Visit], clashes: &[Clash]) -> Vec<Option<Mend>> {
    let mut room = Room::of(ground, visits);
    clashes.iter().map(|clash| room.mend(clash)).collect()
}

/// What is free on which day.
struct Room<'a> {
    ground: Ground<'a>,
    visits: BTreeMap<VisitId, &'a Visit>,
    areas: BTreeMap<AreaId, &'a Area>,
    /// Days from today to the end that are not off and have a place left.
    open: Vec<NaiveDate>,
    evenings: BTreeMap<NaiveDate, usize>,
    area_days: BTreeSet<(AreaId, NaiveDate)>,
    team_days: BTreeSet<(TeamId, NaiveDate)>,
}

impl<'a> Room<'a> {
    fn of(ground: &Ground<'a>, visits: &'a [Visit]) -> Self {
        let mut room = Self {
            ground: *ground,
            visits: visits.iter().map(|v| (v.id, v)).collect(),
            areas: ground.areas.iter().map(|a| (a.id, a)).collect(),
            open: Vec::new(),
            evenings: BTreeMap::new(),
            area_days: BTreeSet::new(),
            team_days: BTreeSet::new(),
        };
        for visit in visits.iter().filter(|v| v.is_on()) {
            room.take(visit.area, visit.on, &visit.teams);
        }
        let from = ground.starts_on.max(ground.today);
        room.open = from
            .iter_days()
            .take_while(|d| *d <= ground.ends_on)
            .filter(|d| !ground.days_off.has(*d) && room.places(*d) > 0)
            .collect();
        room
    }

    fn places(&self, day: NaiveDate) -> usize {
        self.ground.teams.len().max(1).saturating_sub(self.evenings.get(&day).copied().unwrap_or(0))
    }

    fn take(&mut self, area: AreaId, day: NaiveDate, teams: &[TeamId]) {
        *self.evenings.entry(day).or_default() += 1;
        self.area_days.insert((area, day));
        self.team_days.extend(teams.iter().map(|t| (*t, day)));
    }

    /// The first day with a place for the area; with its teams, if it has any.
    fn free_day(&self, area: AreaId, teams: &[TeamId]) -> Option<NaiveDate> {
        let area_lives = |d: NaiveDate| self.areas.get(&area).is_none_or(|a| a.is_there_on(d));
        self.open.iter().copied().find(|d| {
            self.places(*d) > 0
                && !self.area_days.contains(&(area, *d))
                && area_lives(*d)
                && teams.iter().all(|t| !self.team_days.contains(&(*t, *d)))
        })
    }

    fn free_team(&self, day: NaiveDate) -> Option<TeamId> {
        self.ground.teams.iter().copied().find(|t| !self.team_days.contains(&(*t, day)))
    }

    fn moved(&mut self, id: VisitId) -> Option<Mend> {
        let visit = *self.visits.get(&id)?;
        // An evening that is over is history: nothing moves it without a person's word.
        if visit.on < self.ground.today {
            return None;
        }
        let on = self.free_day(visit.area, &visit.teams)?;
        self.take(visit.area, on, &visit.teams);
        Some(Mend::Move { visit: id, on })
    }

    fn mend(&mut self, clash: &Clash) -> Option<Mend> {
        match clash {
            Clash::TeamTwice { team, on, visits } => {
                let last = *visits.last()?;
                let Some(other) = self.free_team(*on) else { return self.moved(last) };
                let teams = self.visits.get(&last)?.teams.iter().map(|t| if t == team { other } else { *t }).collect();
                self.team_days.insert((other, *on));
                Some(Mend::SetTeams { visit: last, teams })
            }
            Clash::AreaTwice { visits, .. } | Clash::TooMany { visits, .. } => self.moved(*visits.last()?),
            Clash::OutsideCampaign { visit, on } => {
                let extend = (*on > self.ground.ends_on).then_some(Mend::Extend { ends_on: *on });
                self.moved(*visit).or(extend)
            }
            Clash::AreaGone { visit, .. } | Clash::OnDayOff { visit, .. } => self.moved(*visit),
            Clash::AreaMissed { area } => {
                let on = self.free_day(*area, &[])?;
                let teams: Vec<TeamId> = self.free_team(on).into_iter().collect();
                self.take(*area, on, &teams);
                Some(Mend::Add { area: *area, on, teams })
            }
            Clash::WithoutTeam { visit, on } => {
                let team = self.free_team(*on)?;
                self.team_days.insert((team, *on));
                Some(Mend::SetTeams { visit: *visit, teams: vec![team] })
            }
            Clash::WithoutSheets { from, .. } => Some(Mend::Print { on: (*from).max(self.ground.today) }),
            // Left free on purpose, or not: only a person knows. Missed areas are offered these days.
            Clash::Gap { .. } | Clash::AfterTarget { .. } => None,
        }
    }
}
