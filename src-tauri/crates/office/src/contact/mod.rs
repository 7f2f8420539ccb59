//! Contacts of people: shown one at a time, and every look is kept. Lists never carry a phone.

mod copies;
mod delete;
mod export;
mod form;
mod list;
mod naming;
mod note;
mod people;
mod privacy;
mod view;

pub use copies::{DeleteOldCopies, ListOldCopies, OldCopies, OldCopy};
pub use delete::{DeleteContacts, DeletePerson};
pub use export::{ExportPerson, PersonTxt};
pub use form::PersonForm;
pub use list::{AccessRow, ListContactAccess};
pub use naming::{LookAtDeletion, NamedIn, Staying};
pub use note::CheckNote;
pub use people::{EditPerson, ListPeople, PersonRow, UseRow};
pub use privacy::{EditPrivacy, GetPrivacy, Privacy};
pub use view::{Contact, ViewContact};

use std::collections::BTreeMap;

use domain::ids::PersonId;
use domain::privacy::anonymous;
use domain::team::Person;

use crate::{Result, View};

/// Everybody's details by id; who is not in it was deleted.
#[derive(Debug, Default)]
pub(crate) struct People(BTreeMap<PersonId, Person>);

impl People {
    pub(crate) fn find(&self, id: PersonId) -> Option<&Person> {
        self.0.get(&id)
    }

    /// The name, or the number that is left of somebody deleted.
    pub(crate) fn name(&self, id: PersonId) -> String {
        self.find(id).map_or_else(|| anonymous(id), |p| p.name.clone())
    }
}

impl View<'_> {
    pub(crate) fn people(&self) -> Result<People> {
        Ok(People(self.list_people()?.into_iter().map(|p| (p.id, p)).collect()))
    }
}
