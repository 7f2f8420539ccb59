use domain::account::{Permission, Role};
use domain::ids::AccountId;
use serde::{Deserialize, Serialize};
use store::Account;
use ts_rs::TS;

use crate::{Read, Result, View};

/// What the sign-in screen shows of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AccountRow {
    pub id: AccountId,
    pub name: String,
    pub role: Role,
    pub role_word: String,
    pub has_pin: bool,
    /// Whether it may sign in; one that may not keeps its name beside what it did.
    pub active: bool,
    /// Its PIN was set by somebody else and is changed at the next sign-in.
    pub lent: bool,
}

impl From<&Account> for AccountRow {
    fn from(a: &Account) -> Self {
        Self {
            id: a.id,
            name: a.name.clone(),
            role: a.role,
            role_word: a.role.word().to_owned(),
            has_pin: a.has_pin,
            active: a.active,
            lent: a.lent,
        }
    }
}

/// Accounts that may sign in.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListAccounts {}

impl Read for ListAccounts {
    type Answer = Vec<AccountRow>;
    const NAME: &'static str = "list_accounts";
    const NEEDS: Permission = Permission::Anyone;

    fn run(self, view: &View<'_>) -> Result<Vec<AccountRow>> {
        Ok(view.list_accounts()?.iter().filter(|a| a.active).map(AccountRow::from).collect())
    }
}

/// Every account, those that sign in first.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListEveryAccount {}

impl Read for ListEveryAccount {
    type Answer = Vec<AccountRow>;
    const NAME: &'static str = "list_every_account";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<AccountRow>> {
        let mut rows: Vec<AccountRow> = view.list_accounts()?.iter().map(AccountRow::from).collect();
        rows.sort_by_key(|row| !row.active);
        Ok(rows)
    }
}
