//! What the window's frame shows on every screen.

use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::CampaignId;
use domain::radar::Packet;
use domain::sheet::SheetKind;
use serde::{Deserialize, Serialize};
use store::SheetCount;
use ts_rs::TS;

use crate::{Read, Result, View};

/// The office, the campaign and how far it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Overview {
    pub office_name: String,
    /// Screens begin anew when another campaign is worked on.
    pub campaign: CampaignId,
    pub campaign_title: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub today: NaiveDate,
    /// Evenings with a visit, and how many of them are past or today.
    pub evenings: u32,
    pub evenings_begun: u32,
    pub areas: u32,
    /// Sheets the office waits for, back, and fully keyed.
    pub expected: u32,
    pub returned: u32,
    pub keyed: u32,
    /// Sheets of evenings gone by that the office asks for, two keyings that differ and wait for somebody, and
    /// open questions whose day has come.
    pub late: u32,
    pub disputed: u32,
    pub queries_due: u32,
    pub illustration: Option<String>,
    pub link: Option<String>,
    /// When and by whom it was confirmed.
    pub link_confirmed_on: Option<NaiveDate>,
    pub link_confirmed_by: Option<String>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetOverview {}

impl Read for GetOverview {
    type Answer = Overview;
    const NAME: &'static str = "get_overview";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Overview> {
        let campaign = view.get_campaign()?;
        let today = view.today();
        let mut evenings: Vec<NaiveDate> =
            view.list_visits(campaign.id)?.iter().filter(|v| v.is_on()).map(|v| v.on).collect();
        evenings.dedup();
        let sheets = view.count_sheet_states(campaign.id)?;
        let of = |is: fn(&SheetCount) -> bool| sheets.iter().filter(|s| is(s)).map(|s| s.count).sum();
        let count = |n: usize| crate::book::count(n);
        let due = view.list_queries(campaign.id)?.iter().filter(|q| q.is_open() && q.due_on <= today).count();
        let link = view.link(&campaign)?;
        Ok(Overview {
            office_name: view.issuer_during(&campaign)?.short_name,
            campaign: campaign.id,
            starts_on: campaign.starts_on,
            ends_on: campaign.ends_on,
            today,
            evenings: count(evenings.len()),
            evenings_begun: count(evenings.iter().filter(|on| **on <= today).count()),
            areas: count(view.list_areas(campaign.id)?.iter().filter(|a| a.is_living()).count()),
            expected: of(|s| s.kind != SheetKind::Summary && s.state.is_awaited(s.called_off)),
            returned: of(|s| s.kind != SheetKind::Summary && s.state.is_back()),
            keyed: of(|s| s.kind != SheetKind::Summary && s.state.is_keyed()),
            late: view.packets()?.iter().filter(|p| p.late).map(Packet::missing).sum(),
            disputed: view.count_disputed(campaign.id)?,
            queries_due: count(due),
            link: link.as_ref().map(|l| l.url.clone()),
            link_confirmed_on: link.as_ref().map(|l| l.confirmed_on),
            link_confirmed_by: link.and_then(|l| l.confirmed_by),
            illustration: campaign.illustration,
            campaign_title: campaign.title,
        })
    }
}
