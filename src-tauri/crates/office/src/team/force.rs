use domain::account::Permission;
use domain::ids::{ForceId, PersonId};
use domain::team::ForceKind;
use domain::text::fold;
use serde::Deserialize;
use store::NewForce;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::issuer::{name_of, optional_name};
use crate::person::Details;
use crate::{Act, Result, Write};

/// Most people of one force in a team; more is a slip of the finger.
const MOST: u32 = 99;

/// A force as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ForceForm {
    pub kind: ForceKind,
    pub name: String,
    pub role: Option<String>,
    /// People in a team on an evening.
    pub quota: Option<u32>,
    /// In the plan's words; `{{người}}` stands for the person.
    pub detailing: Option<String>,
    /// Who details the force; without a name, nobody.
    pub detailer_name: Option<String>,
    pub detailer_title: Option<String>,
}

impl ForceForm {
    fn row(&self, act: &Act<'_>, known: Option<PersonId>, except: Option<ForceId>) -> Result<NewForce> {
        let name = name_of(&self.name, "tên lực lượng")?;
        let forces = act.list_forces(act.get_campaign()?.id)?;
        if forces.iter().any(|f| Some(f.id) != except && fold(&f.name) == fold(&name)) {
            return Err(Error::of(ErrorCode::ForceExists).with("name", name));
        }
        if self.quota.is_some_and(|n| n == 0 || n > MOST) {
            return Err(Error::of(ErrorCode::CountOutOfRange).with("what", "Số người mỗi buổi").with("most", MOST));
        }
        Ok(NewForce {
            kind: self.kind,
            name,
            role: optional_name(self.role.as_deref(), "vai trò")?,
            quota: self.quota.filter(|_| self.kind != ForceKind::Cooperating),
            detailing: optional_name(self.detailing.as_deref(), "câu phân công")?,
            detailed_by: self.detailer(act, known)?,
        })
    }

    /// The person who details. Another name is another person: the one before keeps their details.
    fn detailer(&self, act: &Act<'_>, known: Option<PersonId>) -> Result<Option<PersonId>> {
        let Some(name) = optional_name(self.detailer_name.as_deref(), "người phân công")? else { return Ok(None) };
        let title = optional_name(self.detailer_title.as_deref(), "chức vụ")?;
        let same = act.same_person(known, &name, None)?;
        let phone = same.as_ref().and_then(|p| p.phone.clone());
        act.put_person(same.map(|p| p.id), Details { name, title, phone }).map(Some)
    }
}

/// A new force after the last.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddForce {
    pub force: ForceForm,
}

impl Write for AddForce {
    type Answer = ForceId;
    const NAME: &'static str = "add_force";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<ForceId> {
        let row = self.force.row(act, None, None)?;
        Ok(act.insert_force(act.get_campaign()?.id, &row)?)
    }
}

/// A force changed; the plan's list of a team's composition follows.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct EditForce {
    pub id: ForceId,
    pub force: ForceForm,
}

impl Write for EditForce {
    type Answer = ();
    const NAME: &'static str = "edit_force";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let before = act.view().get_force(self.id)?;
        let row = self.force.row(act, before.detailed_by, Some(self.id))?;
        Ok(act.update_force(self.id, &row)?)
    }
}

/// A force taken off with its members, unless one of them is on a roster: what was, stays readable.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemoveForce {
    pub id: ForceId,
}

impl Write for RemoveForce {
    type Answer = ();
    const NAME: &'static str = "remove_force";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let campaign = act.get_campaign()?.id;
        let force = act.view().get_force(self.id)?;
        let members: Vec<_> = act.list_members(campaign)?.into_iter().filter(|m| m.force == self.id).collect();
        let roster = act.list_rosters(campaign)?;
        let out = roster.iter().filter(|l| members.iter().any(|m| m.id == l.member)).count();
        if out > 0 {
            return Err(Error::of(ErrorCode::ForceOnRosters).with("name", force.name).with("count", out));
        }
        for member in &members {
            act.delete_member(member.id)?;
        }
        Ok(act.delete_force(self.id)?)
    }
}

/// The forces in the order the plan lists them; those not named keep theirs, after the named.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OrderForces {
    pub order: Vec<ForceId>,
}

impl Write for OrderForces {
    type Answer = ();
    const NAME: &'static str = "order_forces";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let known: Vec<ForceId> = act.list_forces(act.get_campaign()?.id)?.iter().map(|f| f.id).collect();
        if self.order.iter().any(|id| !known.contains(id)) {
            return Err(Error::of(ErrorCode::Missing));
        }
        let mut order = self.order;
        order.extend(known.into_iter().filter(|id| !order.contains(id)).collect::<Vec<_>>());
        Ok(act.order_forces(&order)?)
    }
}
