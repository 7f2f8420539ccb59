use domain::official::{Introduced, Introduction};
use store::Document;

use crate::team::by_given_name;
use crate::{Result, View};

impl View<'_> {
    /// The team of the document's evening, by the roster: the forces in the plan's order, people by given name.
    pub(super) fn introduction(&self, document: &Document) -> Result<Introduction> {
        let all = self.rosters()?;
        let visit = document.head.visit.and_then(|id| all.visits.iter().find(|v| v.id == id)).cloned();
        let mut members: Vec<(usize, Introduced)> = Vec::new();
        if let Some(visit) = &visit {
            let own = |l: &&domain::roster::Assignment| {
                l.visit == visit.id && document.head.team.is_none_or(|team| team == l.team)
            };
            for line in all.lines.iter().filter(own) {
                let Some(member) = all.members.iter().find(|m| m.id == line.member) else { continue };
                let force = all.forces.iter().position(|f| f.id == member.force);
                let title = all.people.find(member.person).and_then(|p| p.title.clone().or_else(|| p.unit.clone()));
                let introduced = Introduced {
                    name: all.people.name(member.person),
                    title,
                    force: force.map(|at| all.forces[at].name.clone()).unwrap_or_default(),
                };
                members.push((force.unwrap_or(usize::MAX), introduced));
            }
        }
        members.sort_by(|(a, x), (b, y)| a.cmp(b).then_with(|| by_given_name(&x.name, &y.name)));
        let team = document.head.team.or_else(|| visit.as_ref()?.teams.first().copied());
        let names = self.area_names()?;
        Ok(Introduction {
            ground: self.ground(document)?,
            team: team.and_then(|id| all.teams.iter().find(|t| t.id == id)).map(|t| t.name.clone()),
            visit: visit.map(|v| {
                let area = names.on(v.area, v.on).map(|a| a.label()).unwrap_or_default();
                (v, area)
            }),
            members: members.into_iter().map(|(_, member)| member).collect(),
        })
    }
}
