//! People of the campaign: details outside the journal, an id and a salted digest inside it.

mod erase;

pub use erase::UsedIn;

use domain::ids::PersonId;
use domain::team::Person;
use rusqlite::{Row, named_params, params};
use sha2::{Digest, Sha256};

use crate::disk::hex;
use crate::error::Result;
use crate::rows::Rows;
use crate::transact::Tx;

/// A person's details with a fresh salt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    pub name: String,
    pub title: Option<String>,
    pub unit: Option<String>,
    pub phone: Option<String>,
    pub salt: [u8; 16],
}

impl NewPerson {
    /// SHA-256 over salt and details: tells that they changed, not what they are.
    fn digest(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(self.salt);
        for part in [Some(&self.name), self.title.as_ref(), self.unit.as_ref(), self.phone.as_ref()] {
            let text = part.map(String::as_bytes).unwrap_or_default();
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text);
        }
        hex(&hash.finalize())
    }
}

/// Details of a person before an operation touched them; none if there were none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    pub person: PersonId,
    pub details: Option<NewPerson>,
}

fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: PersonId(row.get("person_id")?),
        name: row.get("name")?,
        title: row.get("title")?,
        unit: row.get("unit")?,
        phone: row.get("phone")?,
    })
}

impl Rows<'_> {
    pub fn list_people(&self) -> Result<Vec<Person>> {
        self.list(include_str!("list.sql"), [], person)
    }

    /// `None` for a person whose details were deleted.
    pub fn find_person(&self, id: PersonId) -> Result<Option<Person>> {
        self.find(include_str!("find.sql"), [id.0], person)
    }

    /// People whose details are not those the journal has the digest of, or who have details after a deletion.
    pub fn list_changed_people(&self) -> Result<Vec<PersonId>> {
        let people = self.list(include_str!("digests.sql"), [], |row| {
            let details = row.get::<_, Option<String>>("name")?.map(|name| -> rusqlite::Result<NewPerson> {
                Ok(NewPerson {
                    name,
                    title: row.get("title")?,
                    unit: row.get("unit")?,
                    phone: row.get("phone")?,
                    salt: row.get("salt")?,
                })
            });
            Ok((PersonId(row.get("id")?), row.get::<_, Option<String>>("digest")?, details.transpose()?))
        })?;
        let changed =
            people.into_iter().filter(|(_, digest, details)| *digest != details.as_ref().map(NewPerson::digest));
        Ok(changed.map(|(id, ..)| id).collect())
    }

    /// People whose details were deleted for good.
    pub(crate) fn list_erased_people(&self) -> Result<Vec<PersonId>> {
        self.list("SELECT id FROM person WHERE digest IS NULL", [], |r| Ok(PersonId(r.get(0)?)))
    }

    /// As [`Rows::find_person`], where nobody may be named.
    pub fn find_named(&self, id: Option<PersonId>) -> Result<Option<Person>> {
        Ok(id.map(|id| self.find_person(id)).transpose()?.flatten())
    }
}

impl Tx<'_> {
    pub fn insert_person(&self, new: &NewPerson) -> Result<PersonId> {
        let id = self.insert("INSERT INTO person (digest) VALUES (?1)", [new.digest()])?;
        self.put_details(PersonId(id), new)?;
        Ok(PersonId(id))
    }

    pub fn update_person(&self, id: PersonId, new: &NewPerson) -> Result<()> {
        self.run_one("person", id.0, "UPDATE person SET digest = ?2 WHERE id = ?1", params![id.0, new.digest()])?;
        self.put_details(id, new)
    }

    /// Puts details back as they were; see [`Tx::undo`].
    pub(crate) fn put_former(&self, former: &Former) -> Result<()> {
        match &former.details {
            Some(details) => self.put_details(former.person, details),
            None => {
                self.note_former(self.former(former.person)?);
                self.run("DELETE FROM person_detail WHERE person_id = ?1", [former.person.0]).map(|_| ())
            }
        }
    }

    fn put_details(&self, id: PersonId, new: &NewPerson) -> Result<()> {
        self.note_former(self.former(id)?);
        self.note_local("person_detail");
        self.run(
            include_str!("put_detail.sql"),
            named_params! {
                ":person_id": id.0,
                ":name": new.name,
                ":title": new.title,
                ":unit": new.unit,
                ":phone": new.phone,
                ":salt": new.salt.as_slice(),
            },
        )?;
        Ok(())
    }

    fn former(&self, id: PersonId) -> Result<Former> {
        let details = self.find(include_str!("former.sql"), [id.0], |row| {
            Ok(NewPerson {
                name: row.get("name")?,
                title: row.get("title")?,
                unit: row.get("unit")?,
                phone: row.get("phone")?,
                salt: row.get("salt")?,
            })
        })?;
        Ok(Former { person: id, details })
    }
}
