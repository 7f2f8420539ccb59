use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use domain::account::Permission;
use domain::campaign::Campaign;
use domain::date::dmy;
use domain::ids::{AreaId, TeamId, VisitId};
use domain::schedule::Visit;
use domain::team::Team;
use serde::Deserialize;
use store::NewVisit;
use ts_rs::TS;
use workbook::import::{EveningLine, Problem, ProblemCode, schedule, spelling};

use super::known::KnownAreas;
use super::{ImportAction, Imported, NewDates, Planned, Preview, TableSource, has_problems};
use crate::{Act, Result, View, Write};

/// Evenings from a table, for areas the office has. Evenings that are there stay; none is ever removed. A
/// campaign without any evening whose dates the table does not touch takes its dates from the table.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ImportSchedule {
    pub table: TableSource,
    pub dry_run: bool,
}

enum Deed {
    Add(NewVisit),
    /// The evening is there and gets these teams.
    Teams(VisitId, Vec<TeamId>),
}

impl Write for ImportSchedule {
    type Answer = Imported;
    const NAME: &'static str = "import_schedule";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<Imported> {
        let (campaign, deeds, imported) = self.planned(&act.view())?;
        if !self.dry_run {
            if imported.new_dates.is_some() {
                act.update_campaign(&campaign)?;
            }
            for deed in deeds {
                match deed {
                    Deed::Add(visit) => act.insert_visit(campaign.id, &visit).map(|_| ())?,
                    Deed::Teams(visit, teams) => act.set_visit_teams(visit, &teams)?,
                }
            }
        }
        Ok(imported)
    }
}

impl Preview for ImportSchedule {
    fn preview(&self, view: &View<'_>) -> Result<Imported> {
        Ok(self.planned(view)?.2)
    }
}

impl ImportSchedule {
    /// The campaign with the dates it will have, what to do, and what is answered.
    fn planned(&self, view: &View<'_>) -> Result<(Campaign, Vec<Deed>, Imported)> {
        let tables = self.table.tables()?;
        let mut campaign = view.get_campaign()?;
        let (first, last) = (campaign.starts_on.year(), campaign.ends_on.year());
        let read = schedule(&tables, (first == last).then_some(first))
            .map_err(|problems| has_problems(&tables.name, problems))?;
        let new_dates = new_dates(view, &campaign, &read.lines)?;
        if let Some(NewDates { from, to }) = new_dates {
            (campaign.starts_on, campaign.ends_on) = (from, to);
        }
        let planned = plan(view, &campaign, &read.lines)?;
        let (deeds, mut imported) = planned.settle(&tables, read.columns, read.left_out, self.dry_run)?;
        imported.new_dates = new_dates;
        Ok((campaign, deeds, imported))
    }
}

/// The dates of a campaign that so far has only those a new file is given.
fn new_dates(view: &View<'_>, campaign: &Campaign, lines: &[EveningLine]) -> Result<Option<NewDates>> {
    let days = || lines.iter().flat_map(|l| l.days.iter().copied());
    let touches = days().any(|on| campaign.starts_on <= on && on <= campaign.ends_on);
    let (Some(from), Some(to)) = (days().min(), days().max()) else { return Ok(None) };
    if touches || !view.list_visits(campaign.id)?.is_empty() {
        return Ok(None);
    }
    Ok(Some(NewDates { from, to }))
}

/// What the office has, to compare with.
struct Office<'a> {
    campaign: &'a Campaign,
    visits: BTreeMap<(AreaId, NaiveDate), &'a Visit>,
    teams: &'a [Team],
    /// Evenings whose sheets are numbered: their teams hold papers, so none of them is taken off.
    numbered: BTreeSet<VisitId>,
}

fn plan(view: &View<'_>, campaign: &Campaign, lines: &[EveningLine]) -> Result<Planned<Deed>> {
    let areas = view.list_areas(campaign.id)?;
    let known = KnownAreas::of(&areas);
    let visits = view.list_visits(campaign.id)?;
    let teams = view.list_teams(campaign.id)?;
    let mut by_evening: BTreeMap<(AreaId, NaiveDate), &Visit> = BTreeMap::new();
    for visit in &visits {
        // An evening that is on counts before one that was called off.
        let kept = by_evening.entry((visit.area, visit.on)).or_insert(visit);
        if visit.is_on() {
            *kept = visit;
        }
    }
    let numbered = view.list_sheets(campaign.id)?.iter().filter_map(|s| s.visit).collect();
    let office = Office { campaign, visits: by_evening, teams: &teams, numbered };
    let mut planned = Planned::new();
    for line in lines {
        let area = known.get(&line.area, &line.area_place);
        let team = office.team(line);
        match (area, team) {
            (Ok(area), Ok(team)) => line.days.iter().for_each(|on| office.evening(&mut planned, line, area, team, *on)),
            (area, team) => planned.problems.extend(area.err().into_iter().chain(team.err())),
        }
    }
    Ok(planned)
}

impl Office<'_> {
    /// The team a line names, by name or number; none if it names none.
    fn team(&self, line: &EveningLine) -> std::result::Result<Option<TeamId>, Problem> {
        let Some(name) = &line.team else { return Ok(None) };
        let last = name.rsplit(' ').next().and_then(|n| n.parse::<u32>().ok());
        let by_name = self.teams.iter().find(|t| spelling(&t.name) == spelling(name));
        match by_name.or_else(|| self.teams.iter().find(|t| Some(t.number) == last)) {
            Some(team) => Ok(Some(team.id)),
            None => {
                let known: Vec<&str> = self.teams.iter().map(|t| t.name.as_str()).collect();
                let problem = Problem::at(ProblemCode::UnknownTeam, &line.team_place);
                Err(problem.with("name", name).with("known", known.join(", ")))
            }
        }
    }

    /// The evening's teams once the table's team is among them; none if it is there already. Before sheets
    /// are numbered the table decides; afterwards it adds.
    fn teams_with(&self, visit: &Visit, team: TeamId) -> Option<Vec<TeamId>> {
        if !self.numbered.contains(&visit.id) {
            return (visit.teams != [team]).then(|| vec![team]);
        }
        (!visit.teams.contains(&team)).then(|| visit.teams.iter().copied().chain([team]).collect())
    }

    fn names(&self, ids: &[TeamId]) -> String {
        let names: Vec<&str> = self.teams.iter().filter(|t| ids.contains(&t.id)).map(|t| t.name.as_str()).collect();
        names.join(", ")
    }

    fn evening(
        &self,
        planned: &mut Planned<Deed>,
        line: &EveningLine,
        area: AreaId,
        team: Option<TeamId>,
        on: NaiveDate,
    ) {
        let Campaign { starts_on, ends_on, .. } = self.campaign;
        if on < *starts_on || on > *ends_on {
            planned.problems.push(
                Problem::at(ProblemCode::EveningOutsideCampaign, &line.place)
                    .with("date", dmy(on))
                    .with("from", dmy(*starts_on))
                    .with("to", dmy(*ends_on)),
            );
            return;
        }
        let text = format!("{} {}", dmy(on), line.area);
        match self.visits.get(&(area, on)) {
            Some(visit) if !visit.is_on() => planned.problems.push(
                Problem::at(ProblemCode::EveningCancelled, &line.place).with("date", dmy(on)).with("area", &line.area),
            ),
            Some(visit) => {
                let change = team.and_then(|t| self.teams_with(visit, t));
                let why = change.as_ref().map(|ids| format!("tổ: {}", self.names(ids)));
                let deed = change.map(|teams| (ImportAction::Change, Deed::Teams(visit.id, teams)));
                planned.line(line.place.clone(), text, why, deed);
            }
            None => {
                let teams = team.or_else(|| self.teams.first().map(|t| t.id)).into_iter().collect();
                let (starts, ends) = (self.campaign.evening_starts, self.campaign.evening_ends);
                let deed = Deed::Add(NewVisit { area, on, starts, ends, teams });
                planned.line(line.place.clone(), text, None, Some((ImportAction::Add, deed)));
            }
        }
    }
}
