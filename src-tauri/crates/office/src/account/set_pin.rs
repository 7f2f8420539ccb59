use domain::account::Permission;
use domain::ids::AccountId;
use serde::Deserialize;
use ts_rs::TS;

use super::{check_doors, pin};
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// Sets or removes a PIN: one's own, or as an administrator anyone's.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetPin {
    pub account: AccountId,
    /// `null` removes it.
    pub pin: Option<String>,
}

impl Write for SetPin {
    type Answer = ();
    const NAME: &'static str = "set_pin";
    const NEEDS: Permission = Permission::Read;

    fn run(self, act: &Act<'_>) -> Result<()> {
        if act.who.id != self.account && !act.who.role.may(Permission::Accounts) {
            return Err(Error::of(ErrorCode::NotAllowed).with("role", act.who.role.word()));
        }
        let hash = self.pin.map(|typed| pin::hash(&typed, act.outside)).transpose()?;
        act.set_pin_hash(self.account, hash.as_deref())?;
        check_doors(act)
    }
}
