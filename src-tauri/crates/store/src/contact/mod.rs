//! Who looked at or took out contacts, and whose were deleted. Holds no contact itself.

use domain::ids::{AccountId, PersonId};
use domain::privacy::ContactDeed;
use rusqlite::named_params;

use crate::error::Result;
use crate::rows::{Columns, Rows, word};
use crate::transact::Tx;

/// One access.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactAccess {
    /// RFC 3339.
    pub at: String,
    pub account: Option<AccountId>,
    pub what: ContactDeed,
    /// None for a list of `how_many` people.
    pub person: Option<PersonId>,
    pub how_many: u32,
}

impl Rows<'_> {
    /// The latest accesses, the last one first.
    pub fn list_contact_accesses(&self, most: u32) -> Result<Vec<ContactAccess>> {
        self.list(include_str!("list.sql"), [most], |row| {
            Ok(ContactAccess {
                at: row.get("at")?,
                account: row.get::<_, Option<i64>>("account_id")?.map(AccountId),
                what: row.word("what")?,
                person: row.get::<_, Option<i64>>("person_id")?.map(PersonId),
                how_many: row.get("how_many")?,
            })
        })
    }
}

impl Tx<'_> {
    /// Notes that whoever does this operation saw, took out or deleted contacts.
    pub fn note_access(&self, what: ContactDeed, person: Option<PersonId>, how_many: u32) -> Result<()> {
        self.run(
            include_str!("insert.sql"),
            named_params! {
                ":at": self.op().at_text(),
                ":account_id": self.op().who.map(|a| a.0),
                ":what": word(what)?,
                ":person_id": person.map(|p| p.0),
                ":how_many": how_many,
            },
        )?;
        Ok(())
    }

    /// The journal tells that copies of the file were taken away: nothing in it changed.
    pub fn note_copies_taken_away(&self) {
        self.note_secret();
    }
}
