use chrono::NaiveDate;
use domain::account::Permission;
use domain::campaign::Campaign;
use domain::privacy::Retention;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::issuer::optional_name;
use crate::{Act, Read, Result, View, Write};

/// Why contacts are kept, until when, and how that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Privacy {
    pub purpose: Option<String>,
    pub retain_until: Option<NaiveDate>,
    pub retention: Retention,
    /// People whose details came for this campaign alone, whom [`super::DeleteContacts`] would delete.
    pub people: u32,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetPrivacy {}

impl Read for GetPrivacy {
    type Answer = Privacy;
    const NAME: &'static str = "get_privacy";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Privacy> {
        let campaign = view.get_campaign()?;
        let people = view.erasable(campaign.id)?.len();
        Ok(Privacy {
            retention: Retention::on(view.today(), campaign.retain_until, people),
            purpose: campaign.data_purpose,
            retain_until: campaign.retain_until,
            people: crate::book::count(people),
        })
    }
}

/// Why contacts of people are kept, and the last day they are.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct EditPrivacy {
    pub purpose: Option<String>,
    pub retain_until: Option<NaiveDate>,
}

impl Write for EditPrivacy {
    type Answer = ();
    const NAME: &'static str = "edit_privacy";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let data_purpose = optional_name(self.purpose.as_deref(), "mục đích")?;
        let campaign = act.get_campaign()?;
        Ok(act.update_campaign(&Campaign { data_purpose, retain_until: self.retain_until, ..campaign })?)
    }
}
