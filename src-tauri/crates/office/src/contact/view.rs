use domain::account::Permission;
use domain::ids::PersonId;
use domain::privacy::ContactDeed;
use domain::team::Person;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// How to reach a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Contact {
    pub person: PersonId,
    pub name: String,
    pub title: Option<String>,
    pub unit: Option<String>,
    pub phone: Option<String>,
}

impl From<Person> for Contact {
    fn from(p: Person) -> Self {
        Self { person: p.id, name: p.name, title: p.title, unit: p.unit, phone: p.phone }
    }
}

/// A look at one person's contact. Whoever may read may look, because anybody may have to ring a team's head
/// on an evening; each look is kept.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ViewContact {
    pub person: PersonId,
}

impl Write for ViewContact {
    type Answer = Contact;
    const NAME: &'static str = "view_contact";
    const NEEDS: Permission = Permission::Read;

    fn run(self, act: &Act<'_>) -> Result<Contact> {
        let person = act.find_person(self.person)?.ok_or_else(|| Error::of(ErrorCode::Missing))?;
        act.note_access(ContactDeed::Viewed, Some(self.person), 1)?;
        Ok(person.into())
    }
}
