use std::collections::{BTreeMap, BTreeSet};

use domain::account::Permission;
use domain::ids::{CampaignId, PersonId};
use domain::privacy::PersonUse;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PersonForm;
use crate::team::by_given_name;
use crate::{Act, Read, Result, View, Write};

/// Where a person is used, with the area, force or unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UseRow {
    pub what: PersonUse,
    pub name: String,
}

/// A person whose details the office keeps; never with the phone itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonRow {
    pub person: PersonId,
    pub name: String,
    pub title: Option<String>,
    pub unit: Option<String>,
    pub has_phone: bool,
    pub uses: Vec<UseRow>,
    /// Has an account that is in use, so cannot be deleted.
    pub account: bool,
}

/// Everybody whose details the office keeps, by given name; also who is used nowhere any more.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListPeople {}

impl Read for ListPeople {
    type Answer = Vec<PersonRow>;
    const NAME: &'static str = "list_people";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<PersonRow>> {
        let mut uses: BTreeMap<PersonId, Vec<UseRow>> = BTreeMap::new();
        for used in view.list_person_uses()? {
            let rows = uses.entry(used.person).or_default();
            let row = UseRow { what: used.what, name: used.name };
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        let accounts = view.list_accounts()?;
        let mut rows: Vec<PersonRow> = view
            .list_people()?
            .into_iter()
            .map(|p| PersonRow {
                uses: uses.remove(&p.id).unwrap_or_default(),
                account: accounts.iter().any(|a| a.active && a.person == p.id),
                has_phone: p.phone.is_some(),
                person: p.id,
                name: p.name,
                title: p.title,
                unit: p.unit,
            })
            .collect();
        rows.sort_by(|a, b| by_given_name(&a.name, &b.name));
        Ok(rows)
    }
}

impl View<'_> {
    /// People whose details a campaign past its retention must let go: all but holders of accounts in use,
    /// signers, whose names stand on issued papers by law, and whoever another campaign still needs. One that
    /// is past its own retention needs nobody: otherwise two campaigns would keep a person for each other.
    pub(crate) fn erasable(&self, campaign: CampaignId) -> Result<Vec<PersonId>> {
        let today = self.today();
        let past: BTreeSet<CampaignId> = self
            .list_campaigns()?
            .into_iter()
            .filter(|c| c.id == campaign || c.retain_until.is_some_and(|until| until < today))
            .map(|c| c.id)
            .collect();
        let uses = self.list_person_uses()?;
        let accounts = self.list_accounts()?;
        let is_kept = |id: PersonId| {
            accounts.iter().any(|a| a.active && a.person == id)
                || uses.iter().any(|u| u.person == id && (!past.contains(&u.campaign) || u.what == PersonUse::Signer))
        };
        Ok(self.list_people()?.into_iter().map(|p| p.id).filter(|id| !is_kept(*id)).collect())
    }
}

/// A person's details corrected, wherever the person is used.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct EditPerson {
    pub id: PersonId,
    pub person: PersonForm,
}

impl Write for EditPerson {
    type Answer = ();
    const NAME: &'static str = "edit_person";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        self.person.update(act, self.id)
    }
}
