use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::area::{Area, BaseFigures};
use domain::campaign::Campaign;
use domain::holiday::DaysOff;
use domain::ids::{AreaId, TeamId, VisitId};
use domain::schedule::{Left, Proposed, ProposedEvening, Terms, Visit, WhyLeft, Wish, propose};
use domain::team::Team;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list::clash_rows;
use super::{ClashRow, Papers};
use crate::{Read, Result, View};

/// How many evenings an area is to have, against what the rest would give it; 0 leaves it out.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct AreaWish {
    pub area: AreaId,
    pub evenings: u32,
}

/// What a schedule is to be like.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ProposeForm {
    pub from: NaiveDate,
    /// `null`: the campaign's last day.
    pub to: Option<NaiveDate>,
    /// From Monday: days on which teams go out.
    pub weekdays: [bool; 7],
    pub skip_days_off: bool,
    /// Most evenings on one day; `null`: as many as there are teams.
    pub per_day: Option<u32>,
    /// Households a team does in one evening; `null`: one evening an area.
    pub households: Option<u32>,
    pub wishes: Vec<AreaWish>,
    /// Evenings that are there stay. Otherwise only those that are over, of today, or have sheets do.
    pub keep: bool,
}

/// A schedule laid out, with nothing changed yet.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ProposeSchedule {
    pub form: ProposeForm,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProposalRow {
    pub on: NaiveDate,
    pub weekday: String,
    pub area: AreaId,
    pub area_name: String,
    pub team: TeamId,
    pub team_name: String,
}

/// An area with the evenings it is to have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WishRow {
    pub area: AreaId,
    pub name: String,
    pub households: Option<u32>,
    pub evenings: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeftRow {
    pub area: AreaId,
    pub name: String,
    pub evenings: u32,
    pub why: WhyLeft,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Proposal {
    pub evenings: Vec<ProposalRow>,
    pub wishes: Vec<WishRow>,
    pub left: Vec<LeftRow>,
    /// Evenings that stay where they are.
    pub kept: u32,
    /// Evenings that give way.
    pub replaced: u32,
    /// The clashes of the schedule as it would be.
    pub clashes: Vec<ClashRow>,
}

impl Read for ProposeSchedule {
    type Answer = Proposal;
    const NAME: &'static str = "propose_schedule";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Proposal> {
        let laid = Layout::of(view, &self.form)?;
        let names: BTreeMap<AreaId, &str> = laid.areas.iter().map(|a| (a.id, a.name.as_str())).collect();
        let name = |id: AreaId| names.get(&id).copied().unwrap_or_default().to_owned();
        let team_name = |id: TeamId| laid.teams.iter().find(|t| t.id == id).map(|t| t.name.clone()).unwrap_or_default();
        let row = |e: &ProposedEvening| ProposalRow {
            on: e.on,
            weekday: domain::date::weekday(e.on).to_owned(),
            area: e.area,
            area_name: name(e.area),
            team: e.team,
            team_name: team_name(e.team),
        };
        let left = |l: &Left| LeftRow { area: l.area, name: name(l.area), evenings: l.evenings, why: l.why };
        Ok(Proposal {
            evenings: laid.proposed.evenings.iter().map(row).collect(),
            left: laid.proposed.left.iter().map(left).collect(),
            kept: crate::book::count(laid.kept.len()),
            replaced: crate::book::count(laid.replaced.len()),
            clashes: laid.clashes(view)?,
            wishes: laid.wishes,
        })
    }
}

/// A proposal with everything it was made from.
pub(super) struct Layout {
    pub(super) campaign: Campaign,
    areas: Vec<Area>,
    teams: Vec<Team>,
    pub(super) kept: Vec<Visit>,
    pub(super) replaced: Vec<Visit>,
    wishes: Vec<WishRow>,
    pub(super) proposed: Proposed,
}

impl Layout {
    pub(super) fn of(view: &View<'_>, form: &ProposeForm) -> Result<Self> {
        let campaign = view.get_campaign()?;
        let areas = view.list_areas(campaign.id)?;
        let teams = view.list_teams(campaign.id)?;
        let papers = view.papers(campaign.id)?;
        let today = view.today();
        let stays = |v: &Visit| {
            form.keep || v.on < form.from || v.on <= today || papers.get(&v.id).is_some_and(Papers::is_numbered)
        };
        let on = view.list_visits(campaign.id)?.into_iter().filter(Visit::is_on);
        let (kept, replaced): (Vec<Visit>, Vec<Visit>) = on.partition(stays);

        let bases = view.list_bases(campaign.id)?;
        let wishes = wishes(form, &areas, &bases);
        let by_id: BTreeMap<AreaId, &Area> = areas.iter().map(|a| (a.id, a)).collect();
        let asked: Vec<Wish> = wishes
            .iter()
            .filter_map(|w| {
                let area = by_id.get(&w.area)?;
                let (began_on, ended_on) = (area.began_on, area.ended_on);
                Some(Wish { area: w.area, evenings: w.evenings, cluster: area.cluster.clone(), began_on, ended_on })
            })
            .collect();
        let off = if form.skip_days_off { view.days_off(&campaign)? } else { DaysOff::default() };
        let ids: Vec<TeamId> = teams.iter().map(|t| t.id).collect();
        let terms = Terms {
            // Nobody goes out yesterday.
            from: form.from.max(campaign.starts_on).max(today),
            to: form.to.map_or(campaign.ends_on, |to| to.min(campaign.ends_on)),
            weekdays: form.weekdays,
            days_off: &off,
            teams: &ids,
            per_day: form.per_day.unwrap_or(u32::MAX),
            kept: &kept,
        };
        let proposed = propose(&terms, &asked);
        Ok(Self { campaign, areas, teams, kept, replaced, wishes, proposed })
    }

    /// The clashes of what is kept with what is proposed.
    fn clashes(&self, view: &View<'_>) -> Result<Vec<ClashRow>> {
        let new = self.proposed.evenings.iter().zip(1i64..).map(|(e, n)| Visit {
            // Not in the file yet: no row of it has such a number.
            id: VisitId(-n),
            area: e.area,
            on: e.on,
            starts: self.campaign.evening_starts,
            ends: self.campaign.evening_ends,
            cancelled: None,
            teams: vec![e.team],
        });
        let visits: Vec<Visit> = self.kept.iter().cloned().chain(new).collect();
        clash_rows(view, &self.campaign, &self.areas, &self.teams, &visits)
    }
}

/// Living areas that are visited, each with its evenings.
fn wishes(form: &ProposeForm, areas: &[Area], bases: &[BaseFigures]) -> Vec<WishRow> {
    /// More evenings for one area are a slip of the hand.
    const MOST: u32 = 60;
    let mut known: BTreeMap<AreaId, (NaiveDate, u32)> = BTreeMap::new();
    for base in bases {
        let Some(households) = base.households else { continue };
        let latest = known.entry(base.area).or_insert((base.as_of, households));
        if latest.0 <= base.as_of {
            *latest = (base.as_of, households);
        }
    }
    areas
        .iter()
        .filter(|a| a.is_living() && a.self_report_due.is_none())
        .map(|area| {
            let households = known.get(&area.id).map(|(_, h)| *h);
            let own = form.wishes.iter().find(|w| w.area == area.id).map(|w| w.evenings);
            let by_size = || match (households, form.households) {
                (Some(h), Some(each)) if each > 0 => h.div_ceil(each).max(1),
                _ => 1,
            };
            let evenings = own.unwrap_or_else(by_size).min(MOST);
            WishRow { area: area.id, name: area.name.clone(), households, evenings }
        })
        .collect()
}
