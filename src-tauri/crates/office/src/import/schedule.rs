use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use domain::account::Permission;
use domain::area::{Area, AreaKind};
use domain::campaign::Campaign;
use domain::date::dmy;
use domain::ids::{AreaId, TeamId, VisitId};
use domain::schedule::Visit;
use domain::spelling::{bare_spelling, spelling};
use domain::stem::{bare_name, stem, stems_in_doubt, with_stem};
use domain::team::Team;
use domain::text::{clean, fold};
use serde::Deserialize;
use store::{NewArea, NewVisit};
use ts_rs::TS;
use workbook::import::{EveningLine, Problem, ProblemCode, Reading, schedule};

use super::known::{KnownAreas, gaps};
use super::{
    ImportAction, Imported, NewAreas, NewDates, Planned, Preview, SpellingChoice, SpellingQuestion, SpellingWay,
    TableSource, has_problems,
};
use crate::campaign::in_order;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, View, Write};

/// Evenings from a table. Evenings that are there stay; none is ever removed. A campaign without any evening
/// whose dates do not hold the table takes its dates from it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ImportSchedule {
    pub table: TableSource,
    pub dry_run: bool,
    /// Areas the office does not have are added, their kind guessed from their names.
    #[serde(default)]
    pub create_areas: bool,
    /// How names are to be spelled that the table writes in several ways.
    #[serde(default)]
    pub spellings: Vec<SpellingChoice>,
}

enum Deed {
    Add(Where, NewVisit),
    /// The evening is there and gets these teams.
    Teams(VisitId, Vec<TeamId>),
}

/// An area the office has, or one of those that come with the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Where {
    Known(AreaId),
    New(usize),
}

/// The campaign with the dates it will have, and what to do.
struct Work {
    campaign: Campaign,
    areas: Vec<NewArea>,
    deeds: Vec<Deed>,
    imported: Imported,
}

impl Write for ImportSchedule {
    type Answer = Imported;
    const NAME: &'static str = "import_schedule";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<Imported> {
        let Work { campaign, areas, deeds, imported } = self.planned(&act.view())?;
        if self.dry_run {
            return Ok(imported);
        }
        if imported.questions.iter().any(|q| !q.decided) {
            return Err(Error::of(ErrorCode::SpellingUndecided));
        }
        if imported.new_dates.is_some() {
            act.update_campaign(&campaign)?;
        }
        let new: Vec<AreaId> =
            areas.iter().map(|a| act.insert_area(campaign.id, a)).collect::<std::result::Result<_, _>>()?;
        for deed in deeds {
            match deed {
                Deed::Add(place, visit) => {
                    let area = match place {
                        Where::Known(area) => area,
                        Where::New(nth) => new[nth],
                    };
                    act.insert_visit(campaign.id, &NewVisit { area, ..visit })?;
                }
                Deed::Teams(visit, teams) => act.set_visit_teams(visit, &teams)?,
            }
        }
        Ok(imported)
    }
}

impl Preview for ImportSchedule {
    fn preview(&self, view: &View<'_>) -> Result<Imported> {
        Ok(self.planned(view)?.imported)
    }
}

impl ImportSchedule {
    fn planned(&self, view: &View<'_>) -> Result<Work> {
        let tables = self.table.tables()?;
        let mut campaign = view.get_campaign()?;
        let (first, last) = (campaign.starts_on.year(), campaign.ends_on.year());
        let mut read = schedule(&tables, (first == last).then_some(first))
            .map_err(|problems| has_problems(&tables.name, problems))?;
        let areas = view.list_areas(campaign.id)?;
        let questions = if self.create_areas { self.spell(&areas, &mut read.lines) } else { Vec::new() };
        let new_dates = new_dates(view, &campaign, &read.lines)?;
        if let Some(NewDates { from, to }) = new_dates {
            (campaign.starts_on, campaign.ends_on) = (from, to);
        }
        let (planned, new_areas) = plan(view, &campaign, &areas, &read.lines, self.create_areas, &tables.reading)?;
        let (deeds, mut imported) = planned.settle(&tables, read.columns, read.left_out, self.dry_run)?;
        imported.new_dates = new_dates;
        imported.new_areas = AreaKind::ALL
            .into_iter()
            .map(|kind| NewAreas {
                kind_word: kind.word().to_owned(),
                names: new_areas.iter().filter(|a| a.kind == kind).map(|a| a.name.clone()).collect(),
            })
            .filter(|a| !a.names.is_empty())
            .collect();
        imported.questions = questions;
        if !new_areas.is_empty() {
            let known = areas.iter().map(|a| a.name.as_str());
            imported.gaps = gaps(known.chain(new_areas.iter().map(|a| a.name.as_str())));
        }
        Ok(Work { campaign, areas: new_areas, deeds, imported })
    }

    /// Spells the lines as decided; answers every spelling in doubt.
    fn spell(&self, areas: &[Area], lines: &mut [EveningLine]) -> Vec<SpellingQuestion> {
        let living = areas.iter().filter(|a| a.is_living()).map(|a| a.name.as_str());
        let doubts = stems_in_doubt(living.chain(lines.iter().map(|l| l.area.as_str())));
        let mut questions = Vec::new();
        for ways in doubts {
            let letters = ways.first().map(|w| fold(&w.words)).unwrap_or_default();
            let choice = self.spellings.iter().find(|c| c.letters == letters);
            if let Some(words) = choice.and_then(|c| c.words.as_ref()) {
                let own = |line: &&mut EveningLine| fold(&stem(&bare_name(&line.area))) == letters;
                for line in lines.iter_mut().filter(own) {
                    line.area = with_stem(&bare_name(&line.area), &clean(words));
                }
            }
            let ways = ways.into_iter().map(|w| SpellingWay { words: w.words, names: w.names }).collect();
            questions.push(SpellingQuestion { letters, ways, decided: choice.is_some() });
        }
        questions
    }
}

/// The dates of the table, for a campaign that has no evening yet and would not hold it.
fn new_dates(view: &View<'_>, campaign: &Campaign, lines: &[EveningLine]) -> Result<Option<NewDates>> {
    let days = || lines.iter().flat_map(|l| l.days.iter().copied());
    let (Some(from), Some(to)) = (days().min(), days().max()) else { return Ok(None) };
    let holds = campaign.starts_on <= from && to <= campaign.ends_on;
    if holds || !view.list_visits(campaign.id)?.is_empty() {
        return Ok(None);
    }
    in_order(from, to)?;
    Ok(Some(NewDates { from, to }))
}

/// What the office has, to compare with.
struct Office<'a> {
    campaign: &'a Campaign,
    areas: &'a [Area],
    visits: BTreeMap<(AreaId, NaiveDate), &'a Visit>,
    teams: &'a [Team],
    /// Evenings whose sheets are numbered: their teams hold papers, so none of them is taken off.
    numbered: BTreeSet<VisitId>,
}

fn plan(
    view: &View<'_>,
    campaign: &Campaign,
    areas: &[Area],
    lines: &[EveningLine],
    create: bool,
    said: &Reading,
) -> Result<(Planned<Deed>, Vec<NewArea>)> {
    let known = KnownAreas::of(areas, said);
    let mut coming = Coming::default();
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
    let office = Office { campaign, areas, visits: by_evening, teams: &teams, numbered };
    let mut planned = Planned::new();
    for line in lines {
        let area = match known.get(&line.area, &line.area_place) {
            Err(problem) if create && problem.code == ProblemCode::UnknownArea => Ok(coming.get(&line.area)),
            found => found.map(Where::Known),
        };
        let team = office.team(line);
        match (area, team) {
            (Ok(area), Ok(team)) => line.days.iter().for_each(|on| office.evening(&mut planned, line, area, team, *on)),
            (area, team) => planned.problems.extend(area.err().into_iter().chain(team.err())),
        }
    }
    Ok((planned, coming.areas))
}

/// Areas that come with the table, in its order.
#[derive(Default)]
struct Coming {
    areas: Vec<NewArea>,
    by_name: BTreeMap<String, usize>,
}

impl Coming {
    fn get(&mut self, name: &str) -> Where {
        let at = *self.by_name.entry(bare_spelling(name)).or_insert_with(|| {
            let kind = AreaKind::guess(name);
            self.areas.push(NewArea {
                name: bare_name(name),
                kind,
                cluster: None,
                leader: None,
                self_report_due: None,
            });
            self.areas.len() - 1
        });
        Where::New(at)
    }
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
        place: Where,
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
        let known = self.areas.iter().find(|a| place == Where::Known(a.id));
        if known.is_some_and(|a| !a.is_there_on(on)) {
            let problem = Problem::at(ProblemCode::AreaNotThere, &line.place);
            planned.problems.push(problem.with("date", dmy(on)).with("area", &line.area));
            return;
        }
        let there = match place {
            Where::Known(area) => self.visits.get(&(area, on)),
            Where::New(_) => None,
        };
        match there {
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
                if let Some((area, due)) = known.and_then(|a| Some((a, a.self_report_due?))) {
                    let problem = Problem::at(ProblemCode::AreaReportsItself, &line.area_place);
                    planned.problems.push(problem.with("area", &area.name).with("date", dmy(due)));
                    return;
                }
                let teams = team.or_else(|| self.teams.first().map(|t| t.id)).into_iter().collect();
                let (starts, ends) = (self.campaign.evening_starts, self.campaign.evening_ends);
                // The area's number is known once it is there.
                let area = if let Where::Known(area) = place { area } else { AreaId(0) };
                let deed = Deed::Add(place, NewVisit { area, on, starts, ends, teams });
                planned.line(line.place.clone(), text, None, Some((ImportAction::Add, deed)));
            }
        }
    }
}
