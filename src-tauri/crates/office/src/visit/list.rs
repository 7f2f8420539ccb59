use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};
use domain::account::Permission;
use domain::area::Area;
use domain::campaign::Campaign;
use domain::holiday::{DayOff, OwnDay};
use domain::ids::{AreaId, TeamId, VisitId};
use domain::schedule::{Clash, Ground, Mend, Visit, clashes, mends, rows};
use domain::team::Team;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

/// An evening as the schedule shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VisitRow {
    pub id: VisitId,
    pub on: NaiveDate,
    /// `thứ Bảy`.
    pub weekday: String,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    pub area: AreaId,
    pub area_name: String,
    pub area_label: String,
    pub teams: Vec<Team>,
    pub cancelled: Option<String>,
    /// Row of the plan's table, from 1; none for an evening that is off.
    pub plan_row: Option<u32>,
    pub sheets: u32,
    pub spares: u32,
    pub returned: u32,
}

/// A clash with what it speaks of named, and the step that would mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClashRow {
    pub hard: bool,
    pub clash: Clash,
    /// The area, team or target it is about.
    pub name: String,
    pub mend: Option<Mend>,
}

/// The whole schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Schedule {
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub visits: Vec<VisitRow>,
    pub clashes: Vec<ClashRow>,
    pub teams: Vec<Team>,
    /// Public holidays and the office's days off, around the campaign.
    pub days_off: Vec<DayOff>,
    /// What the office itself said of days.
    pub own_days: Vec<OwnDay>,
    /// Targets that are due on the campaign's last day.
    pub targets_at_end: u32,
}

/// The schedule by evening, with what is wrong with it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListVisits {}

impl Read for ListVisits {
    type Answer = Schedule;
    const NAME: &'static str = "list_visits";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Schedule> {
        let campaign = view.get_campaign()?;
        let areas = view.list_areas(campaign.id)?;
        let visits = view.list_visits(campaign.id)?;
        let teams = view.list_teams(campaign.id)?;
        let by_id: BTreeMap<AreaId, _> = areas.iter().map(|a| (a.id, a)).collect();

        let papers = view.papers(campaign.id)?;
        let mut plan_rows: BTreeMap<(AreaId, NaiveDate), u32> = BTreeMap::new();
        for (row, place) in rows(&visits).into_iter().zip(1u32..) {
            plan_rows.extend(row.evenings.into_iter().map(|on| ((row.area, on), place)));
        }
        let found = clash_rows(view, &campaign, &areas, &teams, &visits)?;
        let visits = visits
            .into_iter()
            .filter_map(|visit| {
                let area = by_id.get(&visit.area)?;
                let papers = papers.get(&visit.id).cloned().unwrap_or_default();
                Some(VisitRow {
                    id: visit.id,
                    on: visit.on,
                    weekday: domain::date::weekday(visit.on).to_owned(),
                    starts: visit.starts,
                    ends: visit.ends,
                    area: visit.area,
                    area_name: area.name.clone(),
                    area_label: area.label(),
                    teams: teams.iter().filter(|t| visit.teams.contains(&t.id)).cloned().collect(),
                    plan_row: plan_rows.get(&(visit.area, visit.on)).copied().filter(|_| visit.is_on()),
                    cancelled: visit.cancelled,
                    sheets: papers.sheets,
                    spares: papers.spares,
                    returned: papers.returned,
                })
            })
            .collect();
        let targets_at_end = view.list_targets(campaign.id)?.iter().filter(|t| t.by == campaign.ends_on).count();
        Ok(Schedule {
            starts_on: campaign.starts_on,
            ends_on: campaign.ends_on,
            visits,
            clashes: found,
            teams,
            days_off: view.days_off(&campaign)?.iter().cloned().collect(),
            own_days: view.list_days_off(campaign.id)?,
            targets_at_end: crate::book::count(targets_at_end),
        })
    }
}

/// The clashes of evenings, named, each with its step.
pub(super) fn clash_rows(
    view: &View<'_>,
    campaign: &Campaign,
    areas: &[Area],
    teams: &[Team],
    visits: &[Visit],
) -> Result<Vec<ClashRow>> {
    let targets = view.list_targets(campaign.id)?;
    let papers = view.papers(campaign.id)?;
    let numbered: BTreeSet<VisitId> = papers.iter().filter(|(_, p)| p.is_numbered()).map(|(id, _)| *id).collect();
    let team_ids: Vec<TeamId> = teams.iter().map(|t| t.id).collect();
    let days_off = view.days_off(campaign)?;
    let ground = Ground {
        starts_on: campaign.starts_on,
        ends_on: campaign.ends_on,
        today: view.today(),
        areas,
        teams: &team_ids,
        targets: &targets,
        days_off: &days_off,
        numbered: &numbered,
    };
    let found = clashes(&ground, visits);
    let steps = mends(&ground, visits, &found);
    let names: BTreeMap<AreaId, &str> = areas.iter().map(|a| (a.id, a.name.as_str())).collect();
    let of: BTreeMap<VisitId, AreaId> = visits.iter().map(|v| (v.id, v.area)).collect();
    let name = |clash: &Clash| match clash {
        Clash::TeamTwice { team, .. } => teams.iter().find(|t| t.id == *team).map(|t| t.name.as_str()),
        Clash::AreaTwice { area, .. } | Clash::AreaMissed { area } | Clash::AreaGone { area, .. } => {
            names.get(area).copied()
        }
        Clash::OutsideCampaign { visit, .. } | Clash::OnDayOff { visit, .. } | Clash::WithoutTeam { visit, .. } => {
            of.get(visit).and_then(|a| names.get(a)).copied()
        }
        Clash::AfterTarget { target, .. } => targets.iter().find(|t| t.id == *target).map(|t| t.name.as_str()),
        Clash::TooMany { .. } | Clash::WithoutSheets { .. } | Clash::Gap { .. } => None,
    };
    let row = |(clash, mend): (Clash, Option<Mend>)| ClashRow {
        hard: clash.is_hard(),
        name: name(&clash).unwrap_or_default().to_owned(),
        clash,
        mend,
    };
    Ok(found.into_iter().zip(steps).map(row).collect())
}
