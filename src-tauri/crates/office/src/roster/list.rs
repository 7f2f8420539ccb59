use chrono::{NaiveDate, NaiveTime};
use domain::account::Permission;
use domain::area::Area;
use domain::ids::{AreaId, ForceId, PersonId, TeamId, VisitId};
use domain::roster::{Assignment, MOST_IN_A_ROW, RosterClash, counts, head_title};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::RosterBook;
use crate::{Read, Result, View};

/// Who leads a team in an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HeadRow {
    /// `Tổ trưởng tổ dân phố`.
    pub title: String,
    /// None while the area has no head.
    pub name: Option<String>,
    pub person: Option<PersonId>,
    pub has_phone: bool,
}

impl HeadRow {
    pub(super) fn of(area: Option<&Area>, all: &RosterBook) -> Self {
        let person = area.and_then(|a| a.leader).and_then(|id| all.people.find(id));
        Self {
            title: area.map(|a| head_title(a.kind)).unwrap_or_default().to_owned(),
            name: person.map(|p| p.name.clone()),
            person: person.map(|p| p.id),
            has_phone: person.is_some_and(|p| p.phone.is_some()),
        }
    }
}

/// A force in a team on an evening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TeamCount {
    pub team: TeamId,
    pub force: ForceId,
    pub quota: Option<u32>,
    pub assigned: u32,
}

/// An evening in the list of rosters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EveningRow {
    pub visit: VisitId,
    pub on: NaiveDate,
    pub weekday: String,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    pub area: AreaId,
    pub area_name: String,
    pub area_label: String,
    pub head: HeadRow,
    pub teams: Vec<TeamId>,
    pub counts: Vec<TeamCount>,
    pub assigned: u32,
    /// People missing to the quotas.
    pub short: u32,
}

/// A clash with the names it speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RosterClashRow {
    pub hard: bool,
    pub clash: RosterClash,
    /// The member, the force or the team.
    pub name: String,
    /// Areas of the evenings.
    pub areas: Vec<String>,
}

/// Rosters of every evening that is on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Rosters {
    pub evenings: Vec<EveningRow>,
    /// Of today and later.
    pub clashes: Vec<RosterClashRow>,
    pub most_in_a_row: u32,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListRosters {}

impl Read for ListRosters {
    type Answer = Rosters;
    const NAME: &'static str = "list_rosters";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Rosters> {
        let all = view.rosters()?;
        let force_of = all.force_of();
        let evenings = all
            .visits
            .iter()
            .filter(|v| v.is_on())
            .map(|visit| {
                let area = all.areas.get(&visit.area);
                let own: Vec<Assignment> = all.lines.iter().filter(|l| l.visit == visit.id).copied().collect();
                let mut rows = Vec::new();
                let mut short = 0;
                for team in &visit.teams {
                    let lines: Vec<Assignment> = own.iter().filter(|l| l.team == *team).copied().collect();
                    for count in counts(&all.forces, &force_of, &lines) {
                        short += count.short();
                        let (quota, assigned) = (count.quota, count.assigned);
                        rows.push(TeamCount { team: *team, force: count.force, quota, assigned });
                    }
                }
                EveningRow {
                    visit: visit.id,
                    on: visit.on,
                    weekday: domain::date::weekday(visit.on).to_owned(),
                    starts: visit.starts,
                    ends: visit.ends,
                    area: visit.area,
                    area_name: area.map(|a| a.name.clone()).unwrap_or_default(),
                    area_label: area.map(Area::label).unwrap_or_default(),
                    head: HeadRow::of(area, &all),
                    teams: visit.teams.clone(),
                    counts: rows,
                    assigned: crate::book::count(own.len()),
                    short,
                }
            })
            .collect();
        let clashes = all.clashes(view.today()).into_iter().map(|clash| row(&all, clash)).collect();
        Ok(Rosters { evenings, clashes, most_in_a_row: MOST_IN_A_ROW })
    }
}

fn row(all: &RosterBook, clash: RosterClash) -> RosterClashRow {
    let force = |id: ForceId| all.forces.iter().find(|f| f.id == id).map(|f| f.name.clone()).unwrap_or_default();
    let team = |id: TeamId| all.teams.iter().find(|t| t.id == id).map(|t| t.name.clone()).unwrap_or_default();
    let (name, visits) = match &clash {
        RosterClash::MemberTwice { member, visits, .. } => (all.member_name(*member), visits.clone()),
        RosterClash::MemberLeft { member, visit, .. } => (all.member_name(*member), vec![*visit]),
        RosterClash::Overload { member, .. } => (all.member_name(*member), Vec::new()),
        RosterClash::TeamNotOut { team: id, visit, .. } => (team(*id), vec![*visit]),
        RosterClash::NoHead { visit, .. } => (String::new(), vec![*visit]),
        RosterClash::Short { force: id, visit, .. } | RosterClash::Over { force: id, visit, .. } => {
            (force(*id), vec![*visit])
        }
    };
    RosterClashRow { hard: clash.is_hard(), areas: visits.into_iter().map(|v| all.area_name(v)).collect(), name, clash }
}
