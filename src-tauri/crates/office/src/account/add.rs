use domain::account::{Permission, Role};
use domain::ids::AccountId;
use serde::Deserialize;
use store::{NewAccount, NewPerson};
use ts_rs::TS;

use super::{check_doors, pin};
use crate::error::{Error, ErrorCode};
use crate::issuer::name_of;
use crate::outside::fresh;
use crate::{Act, Result, Write};

/// A new account. Once any account has a PIN, everyone signs in. A PIN given here is lent: whoever gets the account
/// changes it first.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AddAccount {
    pub name: String,
    pub role: Role,
    pub pin: Option<String>,
}

impl Write for AddAccount {
    type Answer = AccountId;
    const NAME: &'static str = "add_account";
    const NEEDS: Permission = Permission::Accounts;

    fn run(self, act: &Act<'_>) -> Result<AccountId> {
        let name = name_of(&self.name, "họ tên")?;
        if act.list_accounts()?.iter().any(|a| a.active && domain::text::fold(&a.name) == domain::text::fold(&name)) {
            return Err(Error::of(ErrorCode::AccountExists).with("name", name));
        }
        let hash = self.pin.map(|typed| pin::hash(&typed, &name, act.outside)).transpose()?;
        let person =
            act.insert_person(&NewPerson { name, title: None, unit: None, phone: None, salt: fresh(act.outside) })?;
        let account = act.insert_account(NewAccount { person, role: self.role })?;
        if let Some(hash) = hash {
            act.set_pin_hash(account, Some(&hash), true)?;
        }
        check_doors(act)?;
        Ok(account)
    }
}
