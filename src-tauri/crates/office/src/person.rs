//! A person named in passing: a leader, a signer, a contact. Their details stay out of the journal.

use domain::ids::PersonId;
use domain::team::Person;
use domain::text::fold;
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
    /// The known person, if the typed name is still theirs. Another name is another person: who led or signed
    /// before keeps name, title and phone, and whoever comes after inherits none of them. A name that differs
    /// in marks or case alone is the same one spelled right, and so is one the user says is a correction.
    pub(crate) fn same_person(
        &self,
        known: Option<PersonId>,
        name: &str,
        correction: Option<bool>,
    ) -> Result<Option<Person>> {
        let before = self.find_named(known)?;
        Ok(before.filter(|p| correction == Some(true) || fold(&p.name) == fold(name)))
    }

    /// These details on the person they are of, or on a new one. Details that are as they were write nothing:
    /// a fresh salt alone would be an entry in the journal.
    pub(crate) fn put_person(&self, same: Option<PersonId>, details: Details) -> Result<PersonId> {
        let before = self.find_named(same)?;
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
