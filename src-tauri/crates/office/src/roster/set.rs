use std::collections::BTreeSet;

use domain::account::Permission;
use domain::date::dmy;
use domain::ids::{MemberId, TeamId, VisitId};
use domain::roster::{Assignment, without_lone};
use domain::schedule::Visit;
use serde::Deserialize;
use ts_rs::TS;

use super::RosterBook;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
pub struct RosterLine {
    pub member: MemberId,
    pub team: TeamId,
    pub pair: Option<u32>,
}

/// The whole roster of an evening at once. Who is out elsewhere that day cannot be put on it; who already
/// was stays, because a moved evening is not the roster's fault.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetRoster {
    pub visit: VisitId,
    pub lines: Vec<RosterLine>,
}

impl Write for SetRoster {
    type Answer = ();
    const NAME: &'static str = "set_roster";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let all = act.view().rosters()?;
        let visit =
            all.visits.iter().find(|v| v.id == self.visit).cloned().ok_or_else(|| Error::of(ErrorCode::Missing))?;
        let mut seen = BTreeSet::new();
        let mut lines = Vec::new();
        for line in &self.lines {
            if !seen.insert(line.member) {
                return Err(out_elsewhere(&all, line.member, &visit, visit.id));
            }
            if !all.lines.iter().any(|l| l.visit == visit.id && l.member == line.member && l.team == line.team) {
                check(&all, line, &visit)?;
            }
            lines.push(Assignment { visit: visit.id, team: line.team, member: line.member, pair: line.pair });
        }
        Ok(act.set_roster(visit.id, &without_lone(lines))?)
    }
}

/// What keeps a new line from being written.
fn check(all: &RosterBook, line: &RosterLine, visit: &Visit) -> Result<()> {
    let member = all.members.iter().find(|m| m.id == line.member).ok_or_else(|| Error::of(ErrorCode::Missing))?;
    if !visit.teams.contains(&line.team) {
        return Err(Error::of(ErrorCode::TeamNotOutThen).with("date", dmy(visit.on)));
    }
    if all.people.find(member.person).is_none() || member.left_on.is_some_and(|last| visit.on > last) {
        return Err(Error::of(ErrorCode::MemberLeftBefore)
            .with("name", all.people.name(member.person))
            .with("date", dmy(visit.on)));
    }
    let elsewhere = all
        .visits
        .iter()
        .filter(|v| v.is_on() && v.id != visit.id && v.on == visit.on)
        .find(|v| all.lines.iter().any(|l| l.visit == v.id && l.member == line.member));
    match elsewhere {
        Some(other) => Err(out_elsewhere(all, line.member, visit, other.id)),
        None => Ok(()),
    }
}

fn out_elsewhere(all: &RosterBook, member: MemberId, visit: &Visit, other: VisitId) -> Error {
    Error::of(ErrorCode::MemberOutElsewhere)
        .with("name", all.member_name(member))
        .with("date", dmy(visit.on))
        .with("area", all.area_name(other))
}
