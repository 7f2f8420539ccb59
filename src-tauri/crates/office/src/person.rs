//! A person named in passing: a leader, a signer, a contact. Their details stay out of the journal.

use domain::ids::PersonId;
use store::NewPerson;

use crate::outside::fresh;
use crate::{Act, Result};

/// What is said of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Details {
    pub name: String,
    pub title: Option<String>,
    pub phone: Option<String>,
}

impl Act<'_> {
    /// A known person's title, for a form that does not show it.
    pub(crate) fn title_of(&self, known: Option<PersonId>) -> Result<Option<String>> {
        Ok(known.map(|id| self.find_person(id)).transpose()?.flatten().and_then(|p| p.title))
    }

    /// The known person with these details, or a new one. Details that are as they were write nothing:
    /// a fresh salt alone would be an entry in the journal.
    pub(crate) fn put_person(&self, known: Option<PersonId>, details: Details) -> Result<PersonId> {
        let before = known.map(|id| self.find_person(id)).transpose()?.flatten();
        let unit = before.as_ref().and_then(|p| p.unit.clone());
        if let Some(before) = &before {
            let same = Details { name: before.name.clone(), title: before.title.clone(), phone: before.phone.clone() };
            if same == details {
                return Ok(before.id);
            }
        }
        let Details { name, title, phone } = details;
        let person = NewPerson { name, title, unit, phone, salt: fresh(self.outside) };
        match before {
            Some(before) => {
                self.update_person(before.id, &person)?;
                Ok(before.id)
            }
            None => Ok(self.insert_person(&person)?),
        }
    }
}
