//! Forces, teams and members.

mod force;
mod list;
mod member;
mod members;
mod squad;
mod template;

pub use force::{AddForce, EditForce, ForceForm, OrderForces, RemoveForce};
pub use list::{ForceRow, Forces, ListForces, TeamRow};
pub use member::{AddMember, EditMember, MemberForm, RemoveMember};
pub use members::{ListMembers, MemberRow};
pub use squad::{AddTeam, RemoveTeam, RenameTeam};
pub use template::MembersTemplateXlsx;

use std::cmp::Ordering;

use domain::ids::{ForceId, MemberId, TeamId};
use domain::team::{Force, Member, Team};
use domain::text::compare;

use crate::error::{Error, ErrorCode};
use crate::{Result, View};

/// By given name, the last word, as Vietnamese lists of people are.
pub(crate) fn by_given_name(a: &str, b: &str) -> Ordering {
    let given = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
    compare(&given(a), &given(b)).then_with(|| compare(a, b))
}

impl View<'_> {
    pub(crate) fn get_force(&self, id: ForceId) -> Result<Force> {
        let forces = self.list_forces(self.get_campaign()?.id)?;
        forces.into_iter().find(|f| f.id == id).ok_or_else(|| Error::of(ErrorCode::Missing))
    }

    pub(crate) fn get_team(&self, id: TeamId) -> Result<Team> {
        let teams = self.list_teams(self.get_campaign()?.id)?;
        teams.into_iter().find(|t| t.id == id).ok_or_else(|| Error::of(ErrorCode::Missing))
    }

    pub(crate) fn get_member(&self, id: MemberId) -> Result<Member> {
        let members = self.list_members(self.get_campaign()?.id)?;
        members.into_iter().find(|m| m.id == id).ok_or_else(|| Error::of(ErrorCode::Missing))
    }
}
