//! What is wrong with rosters. The schedule's own clashes are in [`crate::schedule`].

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Assignment, Person, counts, number};
use crate::ids::{AreaId, ForceId, MemberId, TeamId, VisitId};
use crate::schedule::Visit;
use crate::team::{Force, ForceKind};

/// Evenings one after the other that a person may be asked for; on the fifth somebody else should go.
pub const MOST_IN_A_ROW: u32 = 4;

/// What is wrong with who goes out. Hard ones cannot happen in the world; soft ones are worth a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RosterClash {
    /// One person in two places on an evening, as after a visit was moved.
    MemberTwice { member: MemberId, on: NaiveDate, visits: Vec<VisitId> },
    /// People of a team that does not go out on this visit any more.
    TeamNotOut { visit: VisitId, on: NaiveDate, team: TeamId, people: u32 },
    /// Somebody who had left by then.
    MemberLeft { member: MemberId, visit: VisitId, on: NaiveDate },
    /// Nobody leads the team: the area has no head, and no member of the head's force is there.
    NoHead { visit: VisitId, on: NaiveDate },
    /// Fewer people of a force than its quota.
    Short { visit: VisitId, on: NaiveDate, team: TeamId, force: ForceId, missing: u32 },
    /// More people of a force than its quota.
    Over { visit: VisitId, on: NaiveDate, team: TeamId, force: ForceId, extra: u32 },
    /// One person on more evenings in a row than [`MOST_IN_A_ROW`].
    Overload { member: MemberId, from: NaiveDate, to: NaiveDate, evenings: u32 },
}

impl RosterClash {
    #[must_use]
    pub fn is_hard(&self) -> bool {
        matches!(self, Self::MemberTwice { .. } | Self::TeamNotOut { .. } | Self::MemberLeft { .. })
    }

    /// The first evening it is about.
    #[must_use]
    pub fn on(&self) -> NaiveDate {
        match self {
            Self::MemberTwice { on, .. }
            | Self::TeamNotOut { on, .. }
            | Self::MemberLeft { on, .. }
            | Self::NoHead { on, .. }
            | Self::Short { on, .. }
            | Self::Over { on, .. } => *on,
            Self::Overload { from, .. } => *from,
        }
    }
}

/// Every clash of evenings that are on and not before `from`, hard ones first, then by day. An evening that
/// is past can no longer be mended. `led` are the areas that have a head.
#[must_use]
pub fn clashes(
    from: NaiveDate,
    forces: &[Force],
    people: &[Person],
    visits: &[Visit],
    roster: &[Assignment],
    led: &BTreeSet<AreaId>,
) -> Vec<RosterClash> {
    let people: BTreeMap<MemberId, &Person> = people.iter().map(|p| (p.member, p)).collect();
    let force_of: BTreeMap<MemberId, ForceId> = people.iter().map(|(m, p)| (*m, p.force)).collect();
    let heads: BTreeSet<ForceId> = forces.iter().filter(|f| f.kind == ForceKind::Head).map(|f| f.id).collect();
    let mut by_visit: BTreeMap<VisitId, Vec<Assignment>> = BTreeMap::new();
    for line in roster {
        by_visit.entry(line.visit).or_default().push(*line);
    }
    let mut found = Vec::new();
    let mut out: BTreeMap<MemberId, BTreeMap<NaiveDate, Vec<VisitId>>> = BTreeMap::new();
    for visit in visits.iter().filter(|v| v.is_on()) {
        let lines = by_visit.get(&visit.id).map_or(&[][..], Vec::as_slice);
        for line in lines {
            out.entry(line.member).or_default().entry(visit.on).or_default().push(visit.id);
        }
        if visit.on < from {
            continue;
        }
        found.extend(of_visit(visit, forces, &people, &force_of, lines));
        let has_head = led.contains(&visit.area)
            || lines.iter().any(|l| force_of.get(&l.member).is_some_and(|f| heads.contains(f)));
        if !has_head {
            found.push(RosterClash::NoHead { visit: visit.id, on: visit.on });
        }
    }
    for (member, days) in &out {
        found.extend(
            days.iter()
                .filter(|(on, visits)| **on >= from && visits.len() > 1)
                .map(|(on, visits)| RosterClash::MemberTwice { member: *member, on: *on, visits: visits.clone() }),
        );
        found.extend(
            runs(days.keys().copied())
                .filter(|(_, to, evenings)| *to >= from && *evenings > MOST_IN_A_ROW)
                .map(|(from, to, evenings)| RosterClash::Overload { member: *member, from, to, evenings }),
        );
    }
    found.sort_by_key(|c| (!c.is_hard(), c.on()));
    found
}

fn of_visit<'a>(
    visit: &'a Visit,
    forces: &'a [Force],
    people: &'a BTreeMap<MemberId, &Person>,
    force_of: &'a BTreeMap<MemberId, ForceId>,
    lines: &'a [Assignment],
) -> impl Iterator<Item = RosterClash> + 'a {
    let left = lines
        .iter()
        .filter(|l| people.get(&l.member).is_none_or(|p| !p.is_there_on(visit.on)))
        .map(|l| RosterClash::MemberLeft { member: l.member, visit: visit.id, on: visit.on });
    let astray: BTreeSet<TeamId> = lines.iter().map(|l| l.team).filter(|t| !visit.teams.contains(t)).collect();
    let astray = astray.into_iter().map(|team| RosterClash::TeamNotOut {
        visit: visit.id,
        on: visit.on,
        team,
        people: number(lines.iter().filter(|l| l.team == team).count()),
    });
    let counted = visit.teams.iter().flat_map(move |team| {
        let own: Vec<Assignment> = lines.iter().filter(|l| l.team == *team).copied().collect();
        counts(forces, force_of, &own).into_iter().filter_map(|c| {
            let (visit, on, team, force) = (visit.id, visit.on, *team, c.force);
            match (c.short(), c.over()) {
                (0, 0) => None,
                (0, extra) => Some(RosterClash::Over { visit, on, team, force, extra }),
                (missing, _) => Some(RosterClash::Short { visit, on, team, force, missing }),
            }
        })
    });
    left.chain(astray).chain(counted)
}

/// Days in a row: first, last, how many.
fn runs(days: impl Iterator<Item = NaiveDate>) -> impl Iterator<Item = (NaiveDate, NaiveDate, u32)> {
    let mut runs: Vec<(NaiveDate, NaiveDate, u32)> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some((_, to, n)) if to.succ_opt() == Some(day) => (*to, *n) = (day, *n + 1),
            _ => runs.push((day, day, 1)),
        }
    }
    runs.into_iter()
}
