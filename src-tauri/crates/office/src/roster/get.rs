use domain::account::Permission;
use domain::ids::{ForceId, MemberId, PersonId, TeamId, VisitId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::HeadRow;
use crate::error::{Error, ErrorCode};
use crate::team::by_given_name;
use crate::{Read, Result, View};

/// Somebody on a roster, or free to be put on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RosterMember {
    pub member: MemberId,
    pub person: PersonId,
    pub name: String,
    pub title: Option<String>,
    pub unit: Option<String>,
    pub has_phone: bool,
    pub force: ForceId,
    pub force_name: String,
    /// The team on this evening; none for who is not on it.
    pub team: Option<TeamId>,
    pub pair: Option<u32>,
    /// Other evenings that are on.
    pub evenings: u32,
    /// The area where this person is out on the same day.
    pub elsewhere: Option<String>,
    /// Has left by then, or was deleted.
    pub gone: bool,
}

/// One evening's roster, with who else could go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Roster {
    pub visit: VisitId,
    pub head: HeadRow,
    pub lines: Vec<RosterMember>,
    /// Who could still go, out least often first.
    pub free: Vec<RosterMember>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetRoster {
    pub visit: VisitId,
}

impl Read for GetRoster {
    type Answer = Roster;
    const NAME: &'static str = "get_roster";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Roster> {
        let all = view.rosters()?;
        let visit =
            all.visits.iter().find(|v| v.id == self.visit).cloned().ok_or_else(|| Error::of(ErrorCode::Missing))?;
        let days = all.days();
        let (mut lines, mut free) = (Vec::new(), Vec::new());
        for member in &all.members {
            let person = all.people.find(member.person);
            let own = all.lines.iter().find(|l| l.visit == visit.id && l.member == member.id);
            let others: Vec<_> = all
                .lines
                .iter()
                .filter(|l| l.visit != visit.id && l.member == member.id && days.contains_key(&l.visit))
                .collect();
            let elsewhere = others.iter().find(|l| days.get(&l.visit) == Some(&visit.on));
            let gone = person.is_none() || member.left_on.is_some_and(|last| visit.on > last);
            let row = RosterMember {
                member: member.id,
                person: member.person,
                name: all.people.name(member.person),
                title: person.and_then(|p| p.title.clone()),
                unit: person.and_then(|p| p.unit.clone()),
                has_phone: person.is_some_and(|p| p.phone.is_some()),
                force: member.force,
                force_name: all
                    .forces
                    .iter()
                    .find(|f| f.id == member.force)
                    .map(|f| f.name.clone())
                    .unwrap_or_default(),
                team: own.map(|l| l.team),
                pair: own.and_then(|l| l.pair),
                evenings: crate::book::count(others.len()),
                elsewhere: elsewhere.map(|l| all.area_name(l.visit)),
                gone,
            };
            match own {
                Some(_) => lines.push(row),
                None if !gone => free.push(row),
                None => {}
            }
        }
        lines.sort_by(|a, b| by_given_name(&a.name, &b.name));
        free.sort_by(|a, b| {
            (a.elsewhere.is_some(), a.evenings)
                .cmp(&(b.elsewhere.is_some(), b.evenings))
                .then_with(|| by_given_name(&a.name, &b.name))
        });
        Ok(Roster { visit: visit.id, head: HeadRow::of(all.areas.get(&visit.area), &all), lines, free })
    }
}
