use domain::official::Ground;
use domain::team::{Force, Person};
use store::Document;

use crate::{Result, View};

impl View<'_> {
    /// What every kind knows.
    pub(super) fn ground(&self, document: &Document) -> Result<Ground> {
        let campaign = self.get_campaign()?;
        let dated = document.issued.as_ref().map_or_else(|| self.today(), |i| i.dated);
        Ok(Ground {
            issuer: self.issuer_on(dated)?,
            targets: self.list_targets(campaign.id)?,
            contact: self.find_named(campaign.contact)?,
            today: dated,
            from: document.head.from,
            to: document.head.to,
            campaign,
        })
    }
    /// Forces in order, each with the person who details it.
    pub(crate) fn forces_with_people(&self) -> Result<Vec<(Force, Option<Person>)>> {
        let forces = self.list_forces(self.get_campaign()?.id)?.into_iter();
        forces.map(|f| Ok((f.clone(), self.find_named(f.detailed_by)?))).collect()
    }
}
