//! Where a person is used, and real deletion.

use chrono::NaiveDate;
use domain::ids::{CampaignId, PersonId};
use domain::privacy::PersonUse;

use crate::error::Result;
use crate::rows::{Columns, Rows, day};
use crate::transact::Tx;

/// One place of a campaign that names a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedIn {
    pub person: PersonId,
    pub campaign: CampaignId,
    pub what: PersonUse,
    /// The area, force, unit or campaign.
    pub name: String,
}

impl Rows<'_> {
    /// Every place of every campaign that names a person. Accounts are not among them.
    pub fn list_person_uses(&self) -> Result<Vec<UsedIn>> {
        self.list(include_str!("uses.sql"), [], |row| {
            Ok(UsedIn {
                person: PersonId(row.get("person_id")?),
                campaign: CampaignId(row.get("campaign_id")?),
                what: row.word("what")?,
                name: row.get("name")?,
            })
        })
    }
}

impl Tx<'_> {
    /// Destroys a person's details and their salt for good: nothing can take this back. Evenings before
    /// `today` keep the roster with the number alone; from `today` on nobody expects the person.
    ///
    /// The file holds the old bytes until the operation is over and [`crate::Writer::scrub`] was run.
    pub fn erase_person(&self, id: PersonId, today: NaiveDate) -> Result<()> {
        self.forget(id);
        self.run(include_str!("erase_rosters.sql"), rusqlite::params![id.0, day(today)])?;
        self.run(include_str!("erase_memberships.sql"), rusqlite::params![id.0, day(today)])?;
        for statement in include_str!("let_go.sql").split_inclusive(';').filter(|s| !s.trim().is_empty()) {
            self.run(statement, [id.0])?;
        }
        self.run("DELETE FROM person_detail WHERE person_id = ?1", [id.0])?;
        self.run_one("person", id.0, "UPDATE person SET digest = NULL WHERE id = ?1", [id.0])
    }
}
