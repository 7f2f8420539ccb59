use domain::account::{Permission, Role};
use domain::ids::AccountId;
use domain::text::fold;
use serde::Deserialize;
use ts_rs::TS;

use super::check_doors;
use crate::error::{Error, ErrorCode};
use crate::issuer::name_of;
use crate::person::Details;
use crate::{Act, Result, Write};

/// An account's name, role and whether it may sign in. The name is set right, never handed on: whoever takes over
/// gets an account of their own, because what was done is told by who did it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct EditAccount {
    pub id: AccountId,
    pub name: String,
    pub role: Role,
    pub active: bool,
}

impl Write for EditAccount {
    type Answer = ();
    const NAME: &'static str = "edit_account";
    const NEEDS: Permission = Permission::Accounts;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let accounts = act.list_accounts()?;
        let before = accounts.iter().find(|a| a.id == self.id).ok_or_else(|| Error::of(ErrorCode::Missing))?;
        let name = name_of(&self.name, "họ tên")?;
        if self.active && accounts.iter().any(|a| a.id != self.id && a.active && fold(&a.name) == fold(&name)) {
            return Err(Error::of(ErrorCode::AccountExists).with("name", name));
        }
        if self.id == act.who.id && !self.active {
            return Err(Error::of(ErrorCode::OwnAccount));
        }
        let keeps = |active: bool, role: Role| active && role.may(Permission::Accounts);
        let others = accounts.iter().any(|a| a.id != self.id && keeps(a.active, a.role));
        if keeps(before.active, before.role) && !keeps(self.active, self.role) && !others {
            return Err(Error::of(ErrorCode::LastAdministrator).with("name", &before.name));
        }
        let person = act.find_person(before.person)?;
        let (title, phone) = person.map(|p| (p.title, p.phone)).unwrap_or_default();
        act.put_person(Some(before.person), Details { name, title, phone })?;
        act.update_account(self.id, self.role, self.active)?;
        check_doors(act)
    }
}
