use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::{ForceId, MemberId, PersonId, VisitId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::by_given_name;
use crate::{Read, Result, View};

/// A member as lists show one: never with the phone itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberRow {
    pub id: MemberId,
    pub person: PersonId,
    pub force: ForceId,
    pub force_name: String,
    /// The name, or the number that is left of somebody deleted.
    pub name: String,
    pub deleted: bool,
    pub title: Option<String>,
    pub unit: Option<String>,
    pub has_phone: bool,
    pub left_on: Option<NaiveDate>,
    /// Evenings that are on and that the member is out on.
    pub evenings: u32,
}

/// Every member, those who left too, by given name.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListMembers {}

impl Read for ListMembers {
    type Answer = Vec<MemberRow>;
    const NAME: &'static str = "list_members";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<MemberRow>> {
        let campaign = view.get_campaign()?.id;
        let people = view.people()?;
        let forces = view.list_forces(campaign)?;
        let on: Vec<VisitId> = view.list_visits(campaign)?.iter().filter(|v| v.is_on()).map(|v| v.id).collect();
        let mut evenings: BTreeMap<MemberId, u32> = BTreeMap::new();
        for line in view.list_rosters(campaign)?.iter().filter(|l| on.contains(&l.visit)) {
            *evenings.entry(line.member).or_default() += 1;
        }
        let mut rows: Vec<MemberRow> = view
            .list_members(campaign)?
            .into_iter()
            .map(|member| {
                let person = people.find(member.person);
                MemberRow {
                    id: member.id,
                    person: member.person,
                    force: member.force,
                    force_name: forces
                        .iter()
                        .find(|f| f.id == member.force)
                        .map(|f| f.name.clone())
                        .unwrap_or_default(),
                    name: people.name(member.person),
                    deleted: person.is_none(),
                    title: person.and_then(|p| p.title.clone()),
                    unit: person.and_then(|p| p.unit.clone()),
                    has_phone: person.is_some_and(|p| p.phone.is_some()),
                    left_on: member.left_on,
                    evenings: evenings.get(&member.id).copied().unwrap_or_default(),
                }
            })
            .collect();
        rows.sort_by(|a, b| a.deleted.cmp(&b.deleted).then_with(|| by_given_name(&a.name, &b.name)));
        Ok(rows)
    }
}
