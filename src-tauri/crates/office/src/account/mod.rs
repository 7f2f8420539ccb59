//! Accounts: who may sign in, with what right, and PINs.

mod add;
mod edit;
mod list;
pub(crate) mod pin;
mod set_pin;
mod sign_in;

use domain::account::Permission;

use crate::error::{Error, ErrorCode};
use crate::{Act, Result};

pub use add::AddAccount;
pub use edit::EditAccount;
pub use list::{AccountRow, ListAccounts, ListEveryAccount};
pub use set_pin::SetPin;

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
