use domain::ids::PersonId;
use serde::Deserialize;
use store::NewPerson;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::issuer::{name_of, optional_name};
use crate::outside::fresh;
use crate::{Act, Result};

/// A person as typed: nothing else is ever asked.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PersonForm {
    pub name: String,
    pub title: Option<String>,
    pub unit: Option<String>,
    /// `null` leaves the number as it is, because lists do not show it; blank takes it off.
    pub phone: Option<String>,
}

impl PersonForm {
    fn details(&self, act: &Act<'_>, phone: Option<String>) -> Result<NewPerson> {
        Ok(NewPerson {
            name: name_of(&self.name, "họ tên")?,
            title: optional_name(self.title.as_deref(), "chức vụ")?,
            unit: optional_name(self.unit.as_deref(), "đơn vị")?,
            phone,
            salt: fresh(act.outside),
        })
    }

    fn phone(&self) -> Result<Option<String>> {
        phone_of(self.phone.as_deref().unwrap_or_default())
    }

    pub(crate) fn insert(&self, act: &Act<'_>) -> Result<PersonId> {
        Ok(act.insert_person(&self.details(act, self.phone()?)?)?)
    }

    /// Details that are as they were write nothing.
    pub(crate) fn update(&self, act: &Act<'_>, id: PersonId) -> Result<()> {
        let before = act.find_person(id)?.ok_or_else(|| Error::of(ErrorCode::Missing))?;
        let phone = if self.phone.is_some() { self.phone()? } else { before.phone.clone() };
        let new = self.details(act, phone)?;
        if (&new.name, &new.title, &new.unit, &new.phone) != (&before.name, &before.title, &before.unit, &before.phone)
        {
            act.update_person(id, &new)?;
        }
        Ok(())
    }
}

/// A typed number in one form; blank is none.
fn phone_of(typed: &str) -> Result<Option<String>> {
    if domain::text::clean(typed).is_empty() {
        return Ok(None);
    }
    domain::phone::parse(typed)
        .map(Some)
        .ok_or_else(|| Error::of(ErrorCode::NotAPhone).with("typed", domain::text::clean(typed)))
}
