//! Who goes out on an evening.

mod copy;
mod fill;
mod get;
mod list;
mod pair;
mod set;

pub use copy::{Copied, CopyRoster};
pub use fill::{FillRosters, Filled, ProposeRoster, ProposedLine};
pub use get::{GetRoster, Roster, RosterMember};
pub use list::{EveningRow, HeadRow, ListRosters, RosterClashRow, Rosters, TeamCount};
pub use pair::PairUp;
pub use set::{RosterLine, SetRoster};

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::area::Area;
use domain::ids::{AreaId, ForceId, MemberId, VisitId};
use domain::roster::{Assignment, Evening, Person, RosterClash, clashes, home_of};
use domain::schedule::Visit;
use domain::team::{Force, ForceKind, Member, Team};

use crate::contact::People;
use crate::{Result, View};

/// Everything rosters are reckoned from.
pub(crate) struct RosterBook {
    pub forces: Vec<Force>,
    pub teams: Vec<Team>,
    pub members: Vec<Member>,
    pub people: People,
    pub areas: BTreeMap<AreaId, Area>,
    pub visits: Vec<Visit>,
    pub lines: Vec<Assignment>,
}

impl View<'_> {
    pub(crate) fn rosters(&self) -> Result<RosterBook> {
        let id = self.get_campaign()?.id;
        Ok(RosterBook {
            forces: self.list_forces(id)?,
            teams: self.list_teams(id)?,
            members: self.list_members(id)?,
            people: self.people()?,
            areas: self.list_areas(id)?.into_iter().map(|a| (a.id, a)).collect(),
            visits: self.list_visits(id)?,
            lines: self.list_rosters(id)?,
        })
    }
}

impl RosterBook {
    /// Members as the rules see them. Whose area somebody is of stands in the unit.
    pub(crate) fn persons(&self) -> Vec<Person> {
        let areas: Vec<Area> = self.areas.values().filter(|a| a.is_living()).cloned().collect();
        let is_local = |force: ForceId| {
            let kind = self.forces.iter().find(|f| f.id == force).map(|f| f.kind);
            matches!(kind, Some(ForceKind::Head | ForceKind::Local))
        };
        self.members
            .iter()
            .map(|m| {
                let person = self.people.find(m.person);
                Person {
                    member: m.id,
                    force: m.force,
                    left_on: m.left_on,
                    home: person
                        .and_then(|p| p.unit.as_deref())
                        .filter(|_| is_local(m.force))
                        .and_then(|unit| home_of(unit, &areas)),
                }
            })
            .collect()
    }

    pub(crate) fn force_of(&self) -> BTreeMap<MemberId, ForceId> {
        self.members.iter().map(|m| (m.id, m.force)).collect()
    }

    /// The day of every evening that is on.
    pub(crate) fn days(&self) -> BTreeMap<VisitId, NaiveDate> {
        self.visits.iter().filter(|v| v.is_on()).map(|v| (v.id, v.on)).collect()
    }

    pub(crate) fn clashes(&self, from: NaiveDate) -> Vec<RosterClash> {
        let has_details = |a: &&Area| a.leader.is_some_and(|id| self.people.find(id).is_some());
        let led: BTreeSet<AreaId> = self.areas.values().filter(has_details).map(|a| a.id).collect();
        clashes(from, &self.forces, &self.persons(), &self.visits, &self.lines, &led)
    }

    pub(crate) fn member_name(&self, id: MemberId) -> String {
        self.members.iter().find(|m| m.id == id).map(|m| self.people.name(m.person)).unwrap_or_default()
    }

    pub(crate) fn area_name(&self, visit: VisitId) -> String {
        let visit = self.visits.iter().find(|v| v.id == visit);
        visit.and_then(|v| self.areas.get(&v.area)).map(|a| a.name.clone()).unwrap_or_default()
    }
}

pub(crate) fn evening(visit: &Visit) -> Evening {
    Evening { visit: visit.id, area: visit.area, on: visit.on, teams: visit.teams.clone() }
}
