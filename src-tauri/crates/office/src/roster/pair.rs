use std::collections::BTreeSet;

use domain::account::Permission;
use domain::ids::{ForceId, TeamId, VisitId};
use domain::roster::{Assignment, Knows, pairs};
use domain::team::ForceKind;
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// Pairs up everybody on an evening, each team by itself; pairs that were made by hand are made anew.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PairUp {
    pub visit: VisitId,
}

impl Write for PairUp {
    /// How many pairs there are.
    type Answer = u32;
    const NAME: &'static str = "pair_up";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<u32> {
        let all = act.view().rosters()?;
        if !all.visits.iter().any(|v| v.id == self.visit) {
            return Err(Error::of(ErrorCode::Missing));
        }
        let force_of = all.force_of();
        let knows = |force: ForceId| {
            let kind = all.forces.iter().find(|f| f.id == force).map(|f| f.kind);
            matches!(kind, Some(ForceKind::Head | ForceKind::Local))
        };
        let own: Vec<Assignment> = all.lines.iter().filter(|l| l.visit == self.visit).copied().collect();
        let teams: BTreeSet<TeamId> = own.iter().map(|l| l.team).collect();
        let mut lines = Vec::new();
        let mut made = 0;
        for team in teams {
            let team: Vec<Assignment> = own.iter().filter(|l| l.team == team).copied().collect();
            let people: Vec<Knows> = team
                .iter()
                .filter_map(|l| force_of.get(&l.member).map(|f| Knows { member: l.member, force: *f, area: knows(*f) }))
                .collect();
            let numbers = pairs(&people);
            made += numbers.values().max().copied().unwrap_or_default();
            lines.extend(team.into_iter().map(|l| Assignment { pair: numbers.get(&l.member).copied(), ..l }));
        }
        act.set_roster(self.visit, &lines)?;
        Ok(made)
    }
}
