use chrono::{NaiveDate, NaiveTime};
use domain::account::Permission;
use domain::ids::CampaignId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

/// A campaign with how much is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CampaignRow {
    pub id: CampaignId,
    pub title: String,
    pub app_name: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub evening_starts: NaiveTime,
    pub evening_ends: NaiveTime,
    pub areas: u32,
    pub evenings: u32,
    pub sheets: u32,
    /// The one that is worked on.
    pub chosen: bool,
}

/// Every campaign of the file, the latest first.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListCampaigns {}

impl Read for ListCampaigns {
    type Answer = Vec<CampaignRow>;
    const NAME: &'static str = "list_campaigns";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<CampaignRow>> {
        let chosen = view.get_campaign()?.id;
        let count = crate::book::count;
        view.list_campaigns()?
            .into_iter()
            .map(|c| {
                Ok(CampaignRow {
                    areas: count(view.list_areas(c.id)?.iter().filter(|a| a.ended_on.is_none()).count()),
                    evenings: count(view.list_visits(c.id)?.iter().filter(|v| v.is_on()).count()),
                    sheets: count(view.list_sheets(c.id)?.len()),
                    chosen: c.id == chosen,
                    id: c.id,
                    title: c.title,
                    app_name: c.app_name,
                    starts_on: c.starts_on,
                    ends_on: c.ends_on,
                    evening_starts: c.evening_starts,
                    evening_ends: c.evening_ends,
                })
            })
            .collect()
    }
}
