use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use domain::account::Permission;
use domain::ids::{AreaId, VisitId};
use domain::schedule::{Clash, clashes, rows};
use domain::sheet::SheetKind;
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

/// A clash with the areas it speaks of named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClashRow {
    pub hard: bool,
    pub clash: Clash,
    /// The area or team it is about.
    pub name: String,
}

/// The whole schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Schedule {
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub visits: Vec<VisitRow>,
    pub clashes: Vec<ClashRow>,
    pub teams: Vec<Team>,
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

        let mut counts: BTreeMap<VisitId, (u32, u32, u32)> = BTreeMap::new();
        for sheet in view.list_sheets(campaign.id)? {
            let Some(visit) = sheet.visit else { continue };
            let (regular, spare, returned) = counts.entry(visit).or_default();
            *regular += u32::from(sheet.kind == SheetKind::Regular);
            *spare += u32::from(sheet.kind == SheetKind::Spare);
            *returned += u32::from(sheet.state.is_back());
        }
        let mut plan_rows: BTreeMap<(AreaId, NaiveDate), u32> = BTreeMap::new();
        for (row, place) in rows(&visits).into_iter().zip(1u32..) {
            plan_rows.extend(row.evenings.into_iter().map(|on| ((row.area, on), place)));
        }
        let found = clashes(campaign.starts_on, campaign.ends_on, &areas, &visits);
        let visits = visits
            .into_iter()
            .filter_map(|visit| {
                let area = by_id.get(&visit.area)?;
                let (sheets, spares, returned) = counts.get(&visit.id).copied().unwrap_or_default();
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
                    sheets,
                    spares,
                    returned,
                })
            })
            .collect();
        let name = |clash: &Clash| match clash {
            Clash::TeamTwice { team, .. } => teams.iter().find(|t| t.id == *team).map(|t| t.name.clone()),
            Clash::AreaTwice { area, .. } | Clash::AreaMissed { area } => by_id.get(area).map(|a| a.name.clone()),
            Clash::OutsideCampaign { .. } | Clash::Gap { .. } => None,
        };
        let clashes = found
            .into_iter()
            .map(|c| ClashRow { hard: c.is_hard(), name: name(&c).unwrap_or_default(), clash: c })
            .collect();
        Ok(Schedule { starts_on: campaign.starts_on, ends_on: campaign.ends_on, visits, clashes, teams })
    }
}
