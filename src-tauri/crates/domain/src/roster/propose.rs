//! A fair proposal: whoever was out least goes next.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Assignment, Person, counts};
use crate::ids::{AreaId, ForceId, MemberId, TeamId, VisitId};
use crate::team::{Force, ForceKind};

/// An evening to fill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evening {
    pub visit: VisitId,
    pub area: AreaId,
    pub on: NaiveDate,
    pub teams: Vec<TeamId>,
}

/// How often and when last somebody was out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Use {
    times: u32,
    last: Option<NaiveDate>,
}

/// Everybody's evenings so far.
struct Diary<'a> {
    used: BTreeMap<MemberId, Use>,
    /// Who is out on a day already.
    out: BTreeSet<(NaiveDate, MemberId)>,
    people: &'a [Person],
}

impl<'a> Diary<'a> {
    fn of(people: &'a [Person], days: &BTreeMap<VisitId, NaiveDate>, roster: &[Assignment]) -> Self {
        let mut diary = Self { used: BTreeMap::new(), out: BTreeSet::new(), people };
        for line in roster {
            if let Some(on) = days.get(&line.visit) {
                diary.write(line.member, *on);
            }
        }
        diary
    }

    fn write(&mut self, member: MemberId, on: NaiveDate) {
        self.out.insert((on, member));
        let used = self.used.entry(member).or_default();
        used.times += 1;
        used.last = used.last.max(Some(on));
    }

    fn is_free(&self, person: &Person, on: NaiveDate) -> bool {
        person.is_there_on(on) && !self.out.contains(&(on, person.member))
    }

    /// The next of a force for an area: out least often, then longest ago, then the first on the list.
    fn next(&self, force: &Force, evening: &Evening) -> Option<MemberId> {
        self.people
            .iter()
            .filter(|p| p.force == force.id && self.is_free(p, evening.on))
            .filter(|p| match force.kind {
                // The area's own people go out in their own area; where nobody said whose they are, anywhere.
                ForceKind::Head | ForceKind::Local => p.home.is_none_or(|home| home == evening.area),
                ForceKind::Detailed | ForceKind::Cooperating => true,
            })
            .min_by_key(|p| (p.home.is_none(), self.used.get(&p.member).copied().unwrap_or_default(), p.member))
            .map(|p| p.member)
    }
}

/// Lines that would fill these evenings, beside those the roster has: for every force its quota, and all of
/// a local force without a quota whose home is the area. `days` are all evenings that are on.
///
/// Never one person in two places on a day, never more than the quota, and always the same answer.
#[must_use]
pub fn proposed(
    forces: &[Force],
    people: &[Person],
    days: &BTreeMap<VisitId, NaiveDate>,
    roster: &[Assignment],
    evenings: &[Evening],
) -> Vec<Assignment> {
    let force_of: BTreeMap<MemberId, ForceId> = people.iter().map(|p| (p.member, p.force)).collect();
    let mut diary = Diary::of(people, days, roster);
    let mut evenings: Vec<&Evening> = evenings.iter().collect();
    evenings.sort_by_key(|e| (e.on, e.visit));
    let mut new = Vec::new();
    for evening in evenings {
        for team in &evening.teams {
            let there: Vec<Assignment> =
                roster.iter().filter(|l| l.visit == evening.visit && l.team == *team).copied().collect();
            for (force, count) in forces.iter().zip(counts(forces, &force_of, &there)) {
                for _ in 0..wanted(force, &count, people, evening) {
                    let Some(member) = diary.next(force, evening) else { break };
                    diary.write(member, evening.on);
                    new.push(Assignment { visit: evening.visit, team: *team, member, pair: None });
                }
            }
        }
    }
    new
}

fn wanted(force: &Force, count: &super::ForceCount, people: &[Person], evening: &Evening) -> u32 {
    match (force.kind, count.quota) {
        (ForceKind::Cooperating, _) | (ForceKind::Detailed, None) => 0,
        (_, Some(_)) => count.short(),
        (ForceKind::Head | ForceKind::Local, None) => {
            let own = people.iter().filter(|p| p.force == force.id && p.home == Some(evening.area)).count();
            super::number(own).saturating_sub(count.assigned)
        }
    }
}

/// Lines of one evening taken over to another: those who are free there, in the team of the same number, or
/// the first. Pairs stay together. Who cannot come is the second answer.
#[must_use]
pub fn copied(
    people: &[Person],
    days: &BTreeMap<VisitId, NaiveDate>,
    roster: &[Assignment],
    from: VisitId,
    to: &Evening,
) -> (Vec<Assignment>, Vec<MemberId>) {
    let others: Vec<Assignment> = roster.iter().filter(|l| l.visit != to.visit).copied().collect();
    let diary = Diary::of(people, days, &others);
    let mut lines = Vec::new();
    let mut cannot = Vec::new();
    for line in roster.iter().filter(|l| l.visit == from) {
        let person = people.iter().find(|p| p.member == line.member);
        let is_free = person.is_some_and(|p| diary.is_free(p, to.on) && p.home.is_none_or(|home| home == to.area));
        let team = to.teams.iter().find(|t| **t == line.team).or(to.teams.first());
        match team {
            Some(team) if is_free => {
                lines.push(Assignment { visit: to.visit, team: *team, member: line.member, pair: line.pair });
            }
            _ => cannot.push(line.member),
        }
    }
    (super::without_lone(lines), cannot)
}
