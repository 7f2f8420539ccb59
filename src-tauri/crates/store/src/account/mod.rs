//! Accounts. A PIN's hash is a secret: it is stored, never journalled.

mod door;

use domain::account::Role;
use domain::ids::{AccountId, PersonId};
use rusqlite::{Row, params};

use crate::error::Result;
use crate::rows::{Columns, Rows, word};
use crate::transact::Tx;

pub use door::{UnlockSheet, WrongPins};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub id: AccountId,
    pub person: PersonId,
    /// The person's name; blank once the details were deleted.
    pub name: String,
    pub role: Role,
    pub has_pin: bool,
    pub active: bool,
    /// Somebody else set its PIN: it is changed before anything else is done.
    pub lent: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewAccount {
    pub person: PersonId,
    pub role: Role,
}

fn account(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account {
        id: AccountId(row.get("id")?),
        person: PersonId(row.get("person_id")?),
        name: row.get::<_, Option<String>>("name")?.unwrap_or_default(),
        role: row.word("role")?,
        has_pin: row.get("has_pin")?,
        active: row.get("active")?,
        lent: row.get("lent")?,
    })
}

impl Rows<'_> {
    pub fn list_accounts(&self) -> Result<Vec<Account>> {
        self.list(include_str!("list.sql"), [], account)
    }

    pub fn find_account(&self, id: AccountId) -> Result<Option<Account>> {
        self.find(include_str!("find.sql"), [id.0], account)
    }

    pub fn find_pin_hash(&self, id: AccountId) -> Result<Option<String>> {
        self.find("SELECT hash FROM account_pin WHERE account_id = ?1", [id.0], |r| r.get(0))
    }
}

impl Tx<'_> {
    pub fn insert_account(&self, new: NewAccount) -> Result<AccountId> {
        let id = self
            .insert("INSERT INTO account (person_id, role) VALUES (?1, ?2)", params![new.person.0, word(new.role)?])?;
        Ok(AccountId(id))
    }

    pub fn update_account(&self, id: AccountId, role: Role, active: bool) -> Result<()> {
        self.run_one(
            "account",
            id.0,
            "UPDATE account SET role = ?2, active = ?3 WHERE id = ?1",
            params![id.0, word(role)?, active],
        )
    }

    /// Sets or removes a PIN; wrong ones that were counted against the former one are forgotten. That there is one
    /// and that it was changed is journalled, what it is never. `lent`: somebody else chose it.
    pub fn set_pin_hash(&self, id: AccountId, hash: Option<&str>, lent: bool) -> Result<()> {
        self.run_one("account", id.0, "UPDATE account SET has_pin = ?2 WHERE id = ?1", params![id.0, hash.is_some()])?;
        let touched = match hash {
            Some(hash) => self.run(include_str!("set_pin.sql"), params![id.0, hash, lent])?,
            None => self.run("DELETE FROM account_pin WHERE account_id = ?1", [id.0])?,
        };
        self.forget_wrong_pins(id)?;
        if touched > 0 {
            self.note_secret();
            self.note_local("account_pin");
        }
        Ok(())
    }
}
