use domain::account::Permission;
use domain::ids::AccountId;
use serde::Deserialize;
use ts_rs::TS;

use super::{check_doors, pin};
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// Sets or removes a PIN: one's own first or lent one, or as an administrator anyone's, who then has it lent: it is
/// changed at the next sign-in before anything else. Wrong ones counted so far are forgotten. One's own PIN is
/// changed with the old one, by the desk's `change_pin`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetPin {
    pub account: AccountId,
    /// `null` removes it.
    pub pin: Option<String>,
}

impl Write for SetPin {
    type Answer = ();
    const NAME: &'static str = "set_pin";
    const NEEDS: Permission = Permission::Own;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let own = act.who.id == self.account;
        if !own && !act.who.role.may(Permission::Accounts) {
            return Err(Error::of(ErrorCode::NotAllowed).with("role", act.who.role.word()));
        }
        // What is lent is given back for another, not for an open door.
        if own && act.who.has_pin && !(act.who.lent && self.pin.is_some()) {
            return Err(Error::of(ErrorCode::OldPinNeeded));
        }
        let account = act.find_account(self.account)?.ok_or_else(|| Error::of(ErrorCode::Missing))?;
        let hash = self.pin.map(|typed| pin::hash_new(&typed, &account, act)).transpose()?;
        act.set_pin_hash(self.account, hash.as_deref(), !own)?;
        check_doors(act)
    }
}

/// The own PIN, once the old one was given: what the desk's `change_pin` ends with.
#[derive(Debug, Deserialize, TS)]
pub(crate) struct KeepPin {
    pub(crate) hash: Option<String>,
}

impl Write for KeepPin {
    type Answer = ();
    const NAME: &'static str = "set_pin";
    const NEEDS: Permission = Permission::Own;

    fn run(self, act: &Act<'_>) -> Result<()> {
        act.set_pin_hash(act.who.id, self.hash.as_deref(), false)?;
        check_doors(act)
    }
}
