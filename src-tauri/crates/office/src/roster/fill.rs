use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::{MemberId, TeamId, VisitId};
use domain::roster::{Assignment, RosterClash, proposed};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{RosterBook, RosterLine, evening};
use crate::error::{Error, ErrorCode};
use crate::{Act, Read, Result, View, Write};

/// What a proposal comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Filled {
    pub people: u32,
    pub evenings: u32,
    /// Still missing to the quotas of those evenings, because a force has too few members.
    pub missing: u32,
}

/// Whom the program would put on an evening beside those already there; nothing is changed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ProposeRoster {
    pub visit: VisitId,
}

impl Read for ProposeRoster {
    type Answer = Vec<ProposedLine>;
    const NAME: &'static str = "propose_roster";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<ProposedLine>> {
        let all = view.rosters()?;
        let lines = proposal(&all, &BTreeSet::from([self.visit]));
        Ok(lines
            .into_iter()
            .map(|l| ProposedLine { member: l.member, team: l.team, name: all.member_name(l.member) })
            .collect())
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProposedLine {
    pub member: MemberId,
    pub team: TeamId,
    pub name: String,
}

/// Fills evenings up to their quotas in fair turns; who is on them stays.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FillRosters {
    /// None for every evening from today on.
    pub visits: Option<Vec<VisitId>>,
}

impl Write for FillRosters {
    type Answer = Filled;
    const NAME: &'static str = "fill_rosters";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<Filled> {
        let all = act.view().rosters()?;
        let wanted = match self.visits {
            Some(visits) => {
                let known: BTreeSet<VisitId> = all.visits.iter().filter(|v| v.is_on()).map(|v| v.id).collect();
                if visits.iter().any(|v| !known.contains(v)) {
                    return Err(Error::of(ErrorCode::Missing));
                }
                visits.into_iter().collect()
            }
            None => from(&all, act.today()),
        };
        let new = proposal(&all, &wanted);
        let filled: BTreeSet<VisitId> = new.iter().map(|l| l.visit).collect();
        for visit in &filled {
            let lines: Vec<Assignment> = all.lines.iter().chain(&new).filter(|l| l.visit == *visit).copied().collect();
            act.set_roster(*visit, &lines)?;
        }
        let after = act.view().rosters()?;
        let missing = after.clashes(NaiveDate::MIN).into_iter().map(|c| match c {
            RosterClash::Short { visit, missing, .. } if wanted.contains(&visit) => missing,
            _ => 0,
        });
        Ok(Filled {
            people: crate::book::count(new.len()),
            evenings: crate::book::count(filled.len()),
            missing: missing.sum(),
        })
    }
}

fn from(all: &RosterBook, today: NaiveDate) -> BTreeSet<VisitId> {
    all.visits.iter().filter(|v| v.is_on() && v.on >= today).map(|v| v.id).collect()
}

fn proposal(all: &RosterBook, wanted: &BTreeSet<VisitId>) -> Vec<Assignment> {
    // Whoever was deleted is in no one's proposal.
    let gone: BTreeSet<_> = all.members.iter().filter(|m| all.people.find(m.person).is_none()).map(|m| m.id).collect();
    let people: Vec<_> = all.persons().into_iter().filter(|p| !gone.contains(&p.member)).collect();
    let evenings: Vec<_> = all.visits.iter().filter(|v| v.is_on() && wanted.contains(&v.id)).map(evening).collect();
    proposed(&all.forces, &people, &all.days(), &all.lines, &evenings)
}

impl From<Assignment> for RosterLine {
    fn from(line: Assignment) -> Self {
        Self { member: line.member, team: line.team, pair: line.pair }
    }
}
