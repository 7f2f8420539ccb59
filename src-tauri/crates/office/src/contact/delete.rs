use domain::account::Permission;
use domain::date::dmy;
use domain::ids::PersonId;
use domain::privacy::ContactDeed;
use domain::text::fold;
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// Destroys a person's details for good; nothing takes it back. Past rosters keep a number, evenings from
/// today on lose the person, names on issued papers stay by law.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DeletePerson {
    pub person: PersonId,
    /// The person's name, typed once more; marks and case aside.
    pub confirm: String,
}

impl Write for DeletePerson {
    type Answer = ();
    const NAME: &'static str = "delete_person";
    const NEEDS: Permission = Permission::SetUp;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let person = act.find_person(self.person)?.ok_or_else(|| Error::of(ErrorCode::Missing))?;
        if fold(&self.confirm) != fold(&person.name) {
            return Err(Error::of(ErrorCode::NameNotConfirmed).with("name", person.name));
        }
        if act.list_accounts()?.iter().any(|a| a.active && a.person == self.person) {
            return Err(Error::of(ErrorCode::PersonHasAccount).with("name", person.name));
        }
        act.erase_person(self.person, act.today())?;
        Ok(act.note_access(ContactDeed::Deleted, Some(self.person), 1)?)
    }
}

/// Destroys every contact of the campaign whose last day is past; nothing takes it back.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DeleteContacts {}

impl Write for DeleteContacts {
    /// How many people.
    type Answer = u32;
    const NAME: &'static str = "delete_contacts";
    const NEEDS: Permission = Permission::SetUp;

    fn run(self, act: &Act<'_>) -> Result<u32> {
        let campaign = act.get_campaign()?;
        match campaign.retain_until {
            None => return Err(Error::of(ErrorCode::NoRetention)),
            Some(until) if act.today() <= until => {
                return Err(Error::of(ErrorCode::NotPastRetention).with("date", dmy(until)));
            }
            Some(_) => {}
        }
        let people = act.view().erasable(campaign.id)?;
        for person in &people {
            act.erase_person(*person, act.today())?;
        }
        let count = crate::book::count(people.len());
        if count > 0 {
            act.note_access(ContactDeed::Deleted, None, count)?;
        }
        Ok(count)
    }
}
