//! Accounts: who may sign in, with what right, and PINs.

mod add;
pub(crate) mod door;
mod edit;
mod get_doors;
mod list;
pub(crate) mod pin;
mod set_idle;
mod set_pin;
mod sign_in;
mod unlock_sheet;

use std::collections::BTreeMap;

use domain::account::Permission;
use domain::ids::AccountId;

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, View};

pub use add::AddAccount;
pub use edit::EditAccount;
pub use get_doors::{DoorsView, GetDoors, RightRow, UnlockUse, UnlockView};
pub use list::{AccountRow, ListAccounts, ListEveryAccount};
pub use set_idle::SetIdle;
pub(crate) use set_pin::KeepPin;
pub use set_pin::SetPin;
pub use unlock_sheet::{MakeUnlockSheet, NewUnlockSheet, SeeUnlockSheet};

/// Once any account has a PIN, an administrator's account without one is a door left open: no deed leaves
/// the accounts like that.
fn check_doors(act: &Act<'_>) -> Result<()> {
    let accounts = act.list_accounts()?;
    let open = accounts.iter().find(|a| a.active && !a.has_pin && a.role.may(Permission::Accounts));
    match open {
        Some(open) if accounts.iter().any(|a| a.active && a.has_pin) => {
            Err(Error::of(ErrorCode::AdministratorPinFirst).with("name", &open.name))
        }
        _ => Ok(()),
    }
}

impl View<'_> {
    /// Names of accounts as they are now, or the number that is left of somebody deleted.
    pub(crate) fn account_names(&self) -> Result<impl Fn(AccountId) -> String + use<>> {
        let people = self.people()?;
        let names: BTreeMap<AccountId, String> =
            self.list_accounts()?.into_iter().map(|a| (a.id, people.name(a.person))).collect();
        Ok(move |id| names.get(&id).cloned().unwrap_or_default())
    }
}
