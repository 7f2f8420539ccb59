//! The evening schedule. Every deed here is undone as a whole.
//!
//! An evening that is over, or whose sheets are back, is history: it is moved, called off or given to
//! another team only when a person says so (`confirmed`). Deeds on many evenings leave such ones where
//! they are and say how many.

mod add;
mod cancel;
mod days_off;
mod extend;
mod ics;
mod list;
mod moving;
mod propose;
mod shift;
mod split;
mod take;
mod teams;

pub use add::AddVisit;
pub use cancel::CancelVisit;
pub use days_off::{PutDayOff, RemoveDayOff};
pub use extend::{ExtendCampaign, Extended};
pub use ics::ScheduleIcs;
pub use list::{ClashRow, ListVisits, Schedule, VisitRow};
pub use moving::MoveVisit;
pub use propose::{AreaWish, LeftRow, Proposal, ProposalRow, ProposeForm, ProposeSchedule, WishRow};
pub use shift::{ShiftVisits, Shifted};
pub use split::SplitVisit;
pub use take::{TakeSchedule, Taken};
pub use teams::SetVisitTeams;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use domain::area::Area;
use domain::campaign::Campaign;
use domain::date::dmy;
use domain::holiday::DaysOff;
use domain::ids::{AreaId, CampaignId, TeamId, VisitId};
use domain::radar::Whose;
use domain::schedule::Visit;
use domain::sheet::{SheetKind, SheetState};

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, View};

/// Evenings lie within the campaign.
pub(crate) fn within(campaign: &Campaign, on: NaiveDate) -> Result<()> {
    if on < campaign.starts_on || on > campaign.ends_on {
        return Err(Error::of(ErrorCode::EveningOutsideCampaign)
            .with("date", dmy(on))
            .with("from", dmy(campaign.starts_on))
            .with("to", dmy(campaign.ends_on)));
    }
    Ok(())
}

/// An area is visited only while there is one.
pub(crate) fn alive(area: &Area, on: NaiveDate) -> Result<()> {
    if !area.is_there_on(on) {
        return Err(Error::of(ErrorCode::AreaNotThere).with("area", &area.name).with("date", dmy(on)));
    }
    Ok(())
}

/// Evenings lie within the campaign and the area's life, and an area has at most one on a day. One that
/// reports by itself has none: its tally counts everybody already.
pub(crate) fn check_evening(
    act: &Act<'_>,
    campaign: &Campaign,
    area: AreaId,
    on: NaiveDate,
    except: &[VisitId],
) -> Result<()> {
    within(campaign, on)?;
    let area = act.get_area(area)?;
    alive(&area, on)?;
    if let Some(due) = area.self_report_due {
        return Err(Error::of(ErrorCode::AreaReportsItself).with("area", area.name).with("date", dmy(due)));
    }
    let visits = act.list_visits(campaign.id)?;
    if visits.iter().any(|v| v.is_on() && v.area == area.id && v.on == on && !except.contains(&v.id)) {
        return Err(Error::of(ErrorCode::AreaTwiceThatEvening).with("area", area.name).with("date", dmy(on)));
    }
    Ok(())
}

/// What is out on paper for an evening.
#[derive(Debug, Clone, Default)]
pub(crate) struct Papers {
    pub(crate) sheets: u32,
    pub(crate) spares: u32,
    pub(crate) returned: u32,
    /// Teams that have sheets which still count.
    pub(crate) teams: BTreeSet<TeamId>,
}

impl Papers {
    pub(crate) fn is_numbered(&self) -> bool {
        self.sheets + self.spares > 0
    }
}

impl View<'_> {
    /// What is out on paper, by evening.
    pub(crate) fn papers(&self, campaign: CampaignId) -> Result<BTreeMap<VisitId, Papers>> {
        let mut papers: BTreeMap<VisitId, Papers> = BTreeMap::new();
        for alike in self.count_sheets(campaign)? {
            let Whose::Visit(visit) = alike.of else { continue };
            let of = papers.entry(visit).or_default();
            let of_kind = |is: bool| if is { alike.sheets } else { 0 };
            of.sheets += of_kind(alike.kind == SheetKind::Regular);
            of.spares += of_kind(alike.kind == SheetKind::Spare);
            of.returned += of_kind(alike.kind != SheetKind::Summary && alike.state.is_back());
            if !matches!(alike.state, SheetState::Void | SheetState::Duplicate | SheetState::Lost) {
                of.teams.extend(alike.team);
            }
        }
        Ok(papers)
    }

    /// Days off of the whole years a campaign touches, and a month around: what a calendar shows.
    pub(crate) fn days_off(&self, campaign: &Campaign) -> Result<DaysOff> {
        let own = self.list_days_off(campaign.id)?;
        let from = NaiveDate::from_ymd_opt(campaign.starts_on.year(), 1, 1).unwrap_or(campaign.starts_on);
        let to = NaiveDate::from_ymd_opt(campaign.ends_on.year() + 1, 12, 31).unwrap_or(campaign.ends_on);
        Ok(DaysOff::of(from, to, &own))
    }
}

/// Refuses to touch an evening that is over or whose sheets are back, unless a person said so.
fn not_lightly(act: &Act<'_>, visit: &Visit, confirmed: bool) -> Result<()> {
    if confirmed {
        return Ok(());
    }
    let area = act.get_area(visit.area)?.name;
    let papers = act.view().papers(act.get_campaign()?.id)?;
    let back = papers.get(&visit.id).map_or(0, |p| p.returned);
    if back > 0 {
        let refusal = Error::of(ErrorCode::EveningHasReturns).with("count", back);
        return Err(refusal.with("area", area).with("date", dmy(visit.on)));
    }
    if visit.on < act.today() {
        return Err(Error::of(ErrorCode::EveningOver).with("area", area).with("date", dmy(visit.on)));
    }
    Ok(())
}

/// Teams that exist, each once, in their order.
fn known_teams(act: &Act<'_>, campaign: CampaignId, asked: &[TeamId]) -> Result<Vec<TeamId>> {
    let known: Vec<TeamId> = act.list_teams(campaign)?.into_iter().map(|t| t.id).collect();
    if asked.iter().any(|t| !known.contains(t)) {
        return Err(Error::of(ErrorCode::Missing));
    }
    Ok(known.into_iter().filter(|t| asked.contains(t)).collect())
}

/// Teams for an evening nobody named any for: those asked first if they are at home, else the first that
/// is, else the first of all.
fn teams_at_home(act: &Act<'_>, campaign: CampaignId, on: NaiveDate, asked: &[TeamId]) -> Result<Vec<TeamId>> {
    let visits = act.list_visits(campaign)?;
    let out: BTreeSet<TeamId> =
        visits.iter().filter(|v| v.is_on() && v.on == on).flat_map(|v| v.teams.iter().copied()).collect();
    if !asked.is_empty() && asked.iter().all(|t| !out.contains(t)) {
        return Ok(asked.to_vec());
    }
    let teams = act.list_teams(campaign)?;
    let home = teams.iter().find(|t| !out.contains(&t.id)).or(teams.first());
    Ok(home.map(|t| t.id).into_iter().collect())
}
