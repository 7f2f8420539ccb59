use chrono::{NaiveDate, NaiveTime};
use domain::account::Permission;
use domain::ids::CampaignId;
use domain::text::{capitalised, clean};
use serde::Deserialize;
use store::NewCampaign;
use ts_rs::TS;

use super::edit::in_order;
use super::{carry, ground};
use crate::issuer::{name_of, optional_name};
use crate::{Act, Result, Write};

/// What a campaign is set up from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Groundwork {
    #[default]
    Empty,
    /// Text, targets, tasks and forces of a sample's plan; none of its people, areas and figures.
    Structure { sample: String },
    /// Another campaign of this file; none of its evenings, sheets and numbers.
    Earlier { id: CampaignId },
}

/// A new campaign, which is then the one worked on.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct StartCampaign {
    pub title: String,
    pub app: String,
    /// The plan's trích yếu; blank takes it from the groundwork.
    pub subject: Option<String>,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub from: Groundwork,
}

impl Write for StartCampaign {
    type Answer = CampaignId;
    const NAME: &'static str = "start_campaign";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<CampaignId> {
        in_order(self.starts_on, self.ends_on)?;
        let app_name = name_of(&self.app, "ứng dụng")?;
        let subject = optional_name(self.subject.as_deref(), "trích yếu")?;
        let new = NewCampaign {
            title: name_of(&self.title, "tên đợt")?,
            subject: subject.clone().unwrap_or_else(|| subject_of(&app_name)),
            ..dated(app_name, self.starts_on, self.ends_on)
        };
        let id = match &self.from {
            Groundwork::Empty => ground::lay_empty(act, &new)?,
            Groundwork::Structure { sample } => {
                let issuer = act.view().issuer_on(self.starts_on)?;
                ground::lay_structure(act, sample, &issuer.short_name, &new, subject.is_none())?
            }
            Groundwork::Earlier { id } => carry::from_earlier(act, *id, new, subject.is_none())?,
        };
        // The latest is the one worked on unless another was chosen: taking this back leaves nothing behind.
        act.choose_campaign(None)?;
        Ok(id)
    }
}

/// `Tuyên truyền, hướng dẫn người dân cài đặt iHanoi`.
pub(crate) fn subject_of(app: &str) -> String {
    capitalised(&clean(&format!("tuyên truyền, hướng dẫn người dân cài đặt {app}")))
}

/// A campaign's days with the hours of the reference plan.
pub(crate) fn dated(app_name: String, starts_on: NaiveDate, ends_on: NaiveDate) -> NewCampaign {
    let evening = |hour| NaiveTime::from_hms_opt(hour, 30, 0).unwrap_or_default();
    NewCampaign {
        title: String::new(),
        subject: String::new(),
        app_name,
        starts_on,
        ends_on,
        evening_starts: evening(19),
        evening_ends: evening(21),
    }
}
