use domain::account::Permission;
use domain::ids::PersonId;
use domain::privacy::ContactDeed;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

/// Accesses the log shows; older ones stay in the file.
const MOST: u32 = 500;

/// One line of the log of accesses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AccessRow {
    /// RFC 3339.
    pub at: String,
    pub who: String,
    pub what: ContactDeed,
    /// None for a list of `how_many` people.
    pub person: Option<PersonId>,
    /// The name, or the number that is left of somebody deleted.
    pub name: Option<String>,
    pub how_many: u32,
}

/// Who looked at, took out or deleted contacts, the last one first.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListContactAccess {}

impl Read for ListContactAccess {
    type Answer = Vec<AccessRow>;
    const NAME: &'static str = "list_contact_access";
    const NEEDS: Permission = Permission::Accounts;

    fn run(self, view: &View<'_>) -> Result<Vec<AccessRow>> {
        let people = view.people()?;
        let accounts = view.list_accounts()?;
        let who = |id| accounts.iter().find(|a| Some(a.id) == id).map(|a| people.name(a.person)).unwrap_or_default();
        Ok(view
            .list_contact_accesses(MOST)?
            .into_iter()
            .map(|a| AccessRow {
                who: who(a.account),
                name: a.person.map(|id| people.name(id)),
                person: a.person,
                at: a.at,
                what: a.what,
                how_many: a.how_many,
            })
            .collect())
    }
}
