//! Somebody named as responsible: the person already there, one the office knows by that name, or a new one.

use domain::account::Permission;
use domain::ids::PersonId;
use domain::text::fold;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::issuer::optional_name;
use crate::person::Details;
use crate::{Act, Result, View};

/// As typed. A blank name is nobody.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct NamedForm {
    pub name: String,
    pub title: Option<String>,
}

/// As shown: never a phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Named {
    pub person: PersonId,
    pub name: String,
    pub title: Option<String>,
}

impl View<'_> {
    /// Names of many at once.
    pub(crate) fn names(&self) -> Result<impl Fn(PersonId) -> Named> {
        let people = self.people()?;
        Ok(move |id| Named { person: id, name: people.name(id), title: people.find(id).and_then(|p| p.title.clone()) })
    }
}

impl Act<'_> {
    /// Another name is another person: whoever was named before may sign or lead elsewhere and keeps their
    /// details.
    pub(crate) fn named(&self, known: Option<PersonId>, form: Option<&NamedForm>) -> Result<Option<PersonId>> {
        let Some(form) = form else { return Ok(None) };
        let Some(name) = optional_name(Some(&form.name), "người phụ trách")? else { return Ok(None) };
        let title = optional_name(form.title.as_deref(), "chức vụ")?;
        if let Some(id) = known
            && self.view().people()?.name(id) == name
            && self.find_person(id)?.is_none()
        {
            // What stands in the field is what is left of somebody deleted.
            return Ok(Some(id));
        }
        let same = |p: &domain::team::Person| fold(&p.name) == fold(&name);
        let Some(known) = self.find_named(known)?.filter(same) else {
            // Two people may share a name: the title tells them apart. Whoever is found keeps their details.
            let like = |p: &domain::team::Person| same(p) && (title.is_none() || p.title == title);
            if let Some(found) = self.list_people()?.into_iter().find(like) {
                return Ok(Some(found.id));
            }
            return self.put_person(None, Details { name, title, phone: None }).map(Some);
        };
        let title = title.or(known.title);
        self.put_person(Some(known.id), Details { name, title, phone: known.phone }).map(Some)
    }
}

/// Who may write down what was done: whoever does outreach does the news (see [`domain::account::Role`]).
pub(crate) const RECORDS: Permission = Permission::Print;
