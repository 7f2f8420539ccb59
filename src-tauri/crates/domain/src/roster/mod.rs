//! Who goes out on an evening (phân công): quotas and shortfall, clashes, a fair proposal, pairs.
//!
//! A force's quota is of one team on one evening, as the plan's composition of a team says it: two teams
//! out on an evening need twice five đoàn viên.

mod clash;
mod pair;
mod propose;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::area::{Area, AreaKind};
use crate::ids::{AreaId, ForceId, MemberId, TeamId, VisitId};
use crate::team::{Force, ForceKind};

pub use clash::{MOST_IN_A_ROW, RosterClash, clashes};
pub use pair::{Knows, pairs, without_lone};
pub use propose::{Evening, copied, proposed};

/// Somebody who goes out with a team on an evening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct Assignment {
    pub visit: VisitId,
    pub team: TeamId,
    pub member: MemberId,
    /// Those of a team with the same number knock at doors together.
    pub pair: Option<u32>,
}

/// A member as a roster sees one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub member: MemberId,
    pub force: ForceId,
    /// Last day of a member who left.
    pub left_on: Option<NaiveDate>,
    /// The area a member of a local force lives in, where it is known.
    pub home: Option<AreaId>,
}

impl Person {
    #[must_use]
    pub fn is_there_on(&self, day: NaiveDate) -> bool {
        self.left_on.is_none_or(|last| day <= last)
    }
}

/// How a force stands in a team on an evening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ForceCount {
    pub force: ForceId,
    /// People per evening; none where the plan sets none.
    pub quota: Option<u32>,
    pub assigned: u32,
}

impl ForceCount {
    #[must_use]
    pub fn short(&self) -> u32 {
        self.quota.unwrap_or_default().saturating_sub(self.assigned)
    }

    #[must_use]
    pub fn over(&self) -> u32 {
        self.quota.map_or(0, |quota| self.assigned.saturating_sub(quota))
    }
}

/// Every force of the campaign in one team on one evening, in the plan's order.
#[must_use]
pub fn counts(forces: &[Force], force_of: &BTreeMap<MemberId, ForceId>, team: &[Assignment]) -> Vec<ForceCount> {
    forces
        .iter()
        .map(|force| ForceCount {
            force: force.id,
            quota: force.quota.filter(|_| force.kind != ForceKind::Cooperating),
            assigned: number(team.iter().filter(|a| force_of.get(&a.member) == Some(&force.id)).count()),
        })
        .collect()
}

pub(crate) fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The area a person of the area's own forces belongs to, from the words of their unit: "Chi hội Phụ nữ tổ
/// dân phố Hà Trì 1" is of Hà Trì 1. The longest name that stands in it whole; none if two are as long.
#[must_use]
pub fn home_of(unit: &str, areas: &[Area]) -> Option<AreaId> {
    let unit = format!(" {} ", words(unit));
    let mut inside: Vec<(usize, AreaId)> = areas
        .iter()
        .map(|a| (words(&a.name), a.id))
        .filter(|(name, _)| !name.is_empty() && unit.contains(&format!(" {name} ")))
        .map(|(name, id)| (name.len(), id))
        .collect();
    inside.sort_unstable();
    match inside[..] {
        [.., (before, _), (longest, _)] if before == longest => None,
        [.., (_, id)] => Some(id),
        [] => None,
    }
}

fn words(text: &str) -> String {
    let folded = crate::text::fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Who leads a team in an area: its tổ trưởng; where there is no tổ dân phố yet, the head of the area's Tổ
/// chuyển đổi số (plan, "Thành phần Tổ hỗ trợ").
#[must_use]
pub fn head_title(kind: AreaKind) -> &'static str {
    match kind {
        AreaKind::ResidentialGroup => "Tổ trưởng tổ dân phố",
        AreaKind::Village => "Trưởng thôn",
        AreaKind::ApartmentBlock | AreaKind::HousingEstate => "Tổ trưởng Tổ chuyển đổi số",
    }
}

#[cfg(test)]
mod tests;
