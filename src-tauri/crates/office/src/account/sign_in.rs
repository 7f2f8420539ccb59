use domain::ids::AccountId;
use domain::text::fold;
use store::Account;

use super::pin;
use crate::Office;
use crate::error::{Error, ErrorCode, Result};

impl Office {
    /// Signs an account in; an account without a PIN takes an empty one.
    ///
    /// # Errors
    /// No such account, or the wrong PIN.
    pub fn sign_in(&mut self, account: AccountId, typed: &str) -> Result<Account> {
        let view = self.view();
        let accounts = view.list_accounts()?;
        let account = accounts
            .into_iter()
            .find(|a| a.id == account && a.active)
            .ok_or_else(|| Error::of(ErrorCode::UnknownAccount))?;
        let fits = match view.find_pin_hash(account.id)? {
            Some(hash) => pin::fits(typed, &hash)?,
            // A file rebuilt from its journal knows that there is a PIN, and not which.
            None => !account.has_pin,
        };
        if !fits {
            return Err(Error::of(ErrorCode::WrongPin).with("name", &account.name));
        }
        self.set_who(Some(account.clone()));
        Ok(account)
    }

    /// Signs in by name, marks and case aside.
    ///
    /// # Errors
    /// No such account, or the wrong PIN.
    pub fn sign_in_as(&mut self, name: &str, typed: &str) -> Result<Account> {
        let account = self.account_named(name)?;
        self.sign_in(account.id, typed)
    }

    /// Whether an account asks for a PIN.
    ///
    /// # Errors
    /// No such account.
    pub fn needs_pin(&self, name: &str) -> Result<bool> {
        Ok(self.account_named(name)?.has_pin)
    }

    fn account_named(&self, name: &str) -> Result<Account> {
        let wanted = fold(name);
        let found = self.view().list_accounts()?.into_iter().find(|a| a.active && fold(&a.name) == wanted);
        found.ok_or_else(|| Error::of(ErrorCode::UnknownAccount).with("name", name))
    }

    pub fn sign_out(&mut self) {
        self.set_who(None);
    }
}
