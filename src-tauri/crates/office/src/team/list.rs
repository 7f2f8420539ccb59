use std::collections::BTreeMap;

use domain::account::Permission;
use domain::ids::{ForceId, PersonId, TeamId};
use domain::team::{ForceKind, composition_line};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

/// A force as its list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ForceRow {
    pub id: ForceId,
    pub kind: ForceKind,
    pub name: String,
    pub role: Option<String>,
    pub quota: Option<u32>,
    pub detailing: Option<String>,
    pub detailed_by: Option<PersonId>,
    pub detailer_name: Option<String>,
    pub detailer_title: Option<String>,
    pub detailer_has_phone: bool,
    /// As the plan's list of a team's composition says it.
    pub plan_line: String,
    /// Members who have not left.
    pub members: u32,
}

/// A team as its list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TeamRow {
    pub id: TeamId,
    pub number: u32,
    pub name: String,
    /// Evenings that are on and that it goes out on.
    pub evenings: u32,
}

/// Where the people come from, and the teams they go out in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Forces {
    /// As letters name the office.
    pub office_name: String,
    pub forces: Vec<ForceRow>,
    pub teams: Vec<TeamRow>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListForces {}

impl Read for ListForces {
    type Answer = Forces;
    const NAME: &'static str = "list_forces";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Forces> {
        let campaign = view.get_campaign()?;
        let today = view.today();
        let people = view.people()?;
        let mut members: BTreeMap<ForceId, u32> = BTreeMap::new();
        for member in view.list_members(campaign.id)?.iter().filter(|m| m.left_on.is_none_or(|last| today <= last)) {
            *members.entry(member.force).or_default() += 1;
        }
        let forces = view.list_forces(campaign.id)?.into_iter().map(|force| {
            let detailer = force.detailed_by.and_then(|id| people.find(id));
            ForceRow {
                plan_line: composition_line(&force, detailer),
                members: members.get(&force.id).copied().unwrap_or_default(),
                detailer_name: detailer.map(|p| p.name.clone()),
                detailer_title: detailer.and_then(|p| p.title.clone()),
                detailer_has_phone: detailer.is_some_and(|p| p.phone.is_some()),
                detailed_by: force.detailed_by.filter(|_| detailer.is_some()),
                id: force.id,
                kind: force.kind,
                name: force.name,
                role: force.role,
                quota: force.quota,
                detailing: force.detailing,
            }
        });
        let forces = forces.collect();
        let visits = view.list_visits(campaign.id)?;
        let evenings = |team| visits.iter().filter(|v| v.is_on() && v.teams.contains(&team)).count();
        let teams = view.list_teams(campaign.id)?;
        let teams = teams
            .into_iter()
            .map(|t| TeamRow { evenings: crate::book::count(evenings(t.id)), id: t.id, number: t.number, name: t.name })
            .collect();
        Ok(Forces { office_name: view.issuer_during(&campaign)?.short_name, forces, teams })
    }
}
