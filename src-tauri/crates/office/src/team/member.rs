use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::{ForceId, MemberId};
use domain::spelling::spelling;
use serde::Deserialize;
use ts_rs::TS;

use crate::contact::PersonForm;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// A member as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MemberForm {
    pub force: ForceId,
    pub person: PersonForm,
    /// Last day of a member who leaves. Rosters stay: those after it are shown as a clash.
    pub left_on: Option<NaiveDate>,
}

impl MemberForm {
    /// The person and the membership, unchecked: who takes over a table has looked already.
    pub(crate) fn insert(&self, act: &Act<'_>) -> Result<MemberId> {
        let person = self.person.insert(act)?;
        let member = act.insert_member(self.force, person)?;
        if self.left_on.is_some() {
            act.update_member(member, self.force, self.left_on)?;
        }
        Ok(member)
    }

    /// One name of one unit is in a force once.
    fn check(&self, act: &Act<'_>, except: Option<MemberId>) -> Result<()> {
        let view = act.view();
        let force = view.get_force(self.force)?;
        let people = view.people()?;
        // Marks make another name: "Hoà" is not "Hoa".
        let same = |text: Option<&str>| spelling(text.unwrap_or_default());
        let twice = act.list_members(act.get_campaign()?.id)?.into_iter().any(|m| {
            m.force == self.force
                && Some(m.id) != except
                && people.find(m.person).is_some_and(|p| {
                    spelling(&p.name) == spelling(&self.person.name)
                        && same(p.unit.as_deref()) == same(self.person.unit.as_deref())
                })
        });
        if twice {
            return Err(Error::of(ErrorCode::MemberExists).with("name", &self.person.name).with("force", force.name));
        }
        Ok(())
    }
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddMember {
    pub member: MemberForm,
}

impl Write for AddMember {
    type Answer = MemberId;
    const NAME: &'static str = "add_member";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<MemberId> {
        self.member.check(act, None)?;
        self.member.insert(act)
    }
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct EditMember {
    pub id: MemberId,
    pub member: MemberForm,
}

impl Write for EditMember {
    type Answer = ();
    const NAME: &'static str = "edit_member";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let before = act.view().get_member(self.id)?;
        self.member.check(act, Some(self.id))?;
        self.member.person.update(act, before.person)?;
        if (before.force, before.left_on) != (self.member.force, self.member.left_on) {
            act.update_member(self.id, self.member.force, self.member.left_on)?;
        }
        Ok(())
    }
}

/// A member entered by mistake, who is on no roster. The person stays until deleted.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemoveMember {
    pub id: MemberId,
}

impl Write for RemoveMember {
    type Answer = ();
    const NAME: &'static str = "remove_member";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let view = act.view();
        let member = view.get_member(self.id)?;
        let out = act.list_rosters(act.get_campaign()?.id)?.iter().filter(|l| l.member == self.id).count();
        if out > 0 {
            let name = view.people()?.name(member.person);
            return Err(Error::of(ErrorCode::MemberOnRosters).with("name", name).with("count", out));
        }
        Ok(act.delete_member(self.id)?)
    }
}
