use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use domain::area::Area;
use domain::date::dmy;
use domain::document::DocumentKind;
use domain::ids::{AreaId, MemberId, TeamId, VisitId};
use domain::printing::{Batch, FlyerSays, Now, PaperKind, Said, Subject, evening, roster_says};
use domain::schedule::Visit;

use crate::{Result, View};

/// The evenings of an area, as its flyer shows them.
type Evenings = Vec<(NaiveDate, NaiveTime, NaiveTime)>;
/// Who goes out with a team on an evening.
type Rosters = BTreeMap<(VisitId, TeamId), Vec<(MemberId, Option<u32>)>>;

impl View<'_> {
    /// What each paper would say if it were made now.
    pub(crate) fn papers_now(&self) -> Result<Now> {
        let campaign = self.get_campaign()?;
        let (areas, names) = (self.list_areas(campaign.id)?, self.area_names()?);
        let teams: BTreeMap<TeamId, String> =
            self.list_teams(campaign.id)?.into_iter().map(|t| (t.id, t.name)).collect();
        let rosters = self.rosters_now()?;
        let mut now = Now::new();
        let mut evenings: BTreeMap<AreaId, Evenings> = BTreeMap::new();
        let mut schedule = Vec::new();
        for visit in self.list_visits(campaign.id)?.iter().filter(|v| v.is_on()) {
            let Some(area) = names.on(visit.area, visit.on) else { continue };
            now.insert((PaperKind::Sheets, Subject::Visit(visit.id)), sheets_say(visit, &area, &teams));
            teams_say(&mut now, visit, &area, &teams, &rosters);
            let hours = (campaign.evening_starts, campaign.evening_ends);
            evenings.entry(area.id).or_default().push((visit.on, hours.0, hours.1));
            let named = names.on(visit.area, campaign.plan_date.unwrap_or(visit.on)).unwrap_or(area);
            schedule.push((visit.on, format!("{} {}", dmy(visit.on), named.name)));
        }
        self.areas_say(&mut now, &areas, &evenings)?;
        self.documents_say(&mut now, &schedule)?;
        let lines: Vec<String> = schedule.into_iter().map(|(_, line)| line).collect();
        now.insert((PaperKind::Plan, Subject::Campaign), lines.join("\n"));
        Ok(now)
    }

    fn rosters_now(&self) -> Result<Rosters> {
        let mut rosters = Rosters::new();
        for line in self.list_rosters(self.get_campaign()?.id)? {
            rosters.entry((line.visit, line.team)).or_default().push((line.member, line.pair));
        }
        Ok(rosters)
    }

    fn areas_say(&self, now: &mut Now, areas: &[Area], evenings: &BTreeMap<AreaId, Evenings>) -> Result<()> {
        let campaign = self.get_campaign()?;
        let issuer = self.issuer_during(&campaign)?;
        let flyer = self.find_flyer(campaign.id)?.unwrap_or_default();
        for area in areas {
            let id = area.id;
            if let Some(due) = area.self_report_due {
                let says = format!("hạn {}, {}", dmy(due), area.label());
                now.insert((PaperKind::Sheets, Subject::Area(id)), says);
            }
            let Some(evenings) = evenings.get(&id) else { continue };
            let label = area.label();
            let says = FlyerSays {
                area: &label,
                evenings,
                link: campaign.link.as_ref().map(|l| l.url.as_str()),
                contact_line: issuer.contact_line.as_deref(),
                design: Some(flyer.design),
                headline: Some(flyer.headline.as_deref()),
                steps: Some(&flyer.steps),
            };
            for kind in PaperKind::OF_AREA {
                now.insert((kind, Subject::Area(id)), says_of(kind, says));
            }
        }
        Ok(())
    }

    /// An amendment tells the schedule as the plan does, a notice and an invitation the evenings they are for.
    fn documents_say(&self, now: &mut Now, schedule: &[(NaiveDate, String)]) -> Result<()> {
        for document in self.list_documents(self.get_campaign()?.id)? {
            let speaks = matches!(document.kind, DocumentKind::Amendment | DocumentKind::Notice);
            if !speaks {
                continue;
            }
            let within = |on: NaiveDate| {
                document.head.from.is_none_or(|from| from <= on) && document.head.to.is_none_or(|to| on <= to)
            };
            let lines: Vec<&str> =
                schedule.iter().filter(|(on, _)| within(*on)).map(|(_, line)| line.as_str()).collect();
            now.insert((PaperKind::Document, Subject::Document(document.id)), lines.join("\n"));
        }
        Ok(())
    }

    /// What the papers of these subjects say, in order; a subject without anything to say is left out.
    pub(crate) fn said(&self, kind: PaperKind, subjects: impl IntoIterator<Item = Subject>) -> Result<Vec<Said>> {
        let now = self.papers_now()?;
        let said = |subject| now.get(&(kind, subject)).map(|says| Said { subject, says: says.clone() });
        Ok(subjects.into_iter().filter_map(said).collect())
    }

    /// A batch of one kind, with what its subjects say.
    pub(crate) fn batch(
        &self,
        kind: PaperKind,
        made_from: String,
        subjects: impl IntoIterator<Item = Subject>,
    ) -> Result<Batch> {
        Ok(Batch { kind, made_from, said: self.said(kind, subjects)? })
    }
}

/// What the office's own choice of words is not part of, on papers that do not show it.
fn says_of(kind: PaperKind, says: FlyerSays<'_>) -> String {
    match kind {
        PaperKind::Loudspeaker => FlyerSays { design: None, headline: None, steps: None, ..says }.says(),
        _ => says.says(),
    }
}

fn sheets_say(visit: &Visit, area: &Area, teams: &BTreeMap<TeamId, String>) -> String {
    let names: Vec<&str> = visit.teams.iter().filter_map(|t| teams.get(t)).map(String::as_str).collect();
    let team = if names.is_empty() { String::new() } else { format!(", {}", names.join(", ")) };
    format!("{}, {}{team}", evening(visit.on, visit.starts, visit.ends), area.label())
}

fn teams_say(now: &mut Now, visit: &Visit, area: &Area, teams: &BTreeMap<TeamId, String>, rosters: &Rosters) {
    for team in &visit.teams {
        let when = evening(visit.on, visit.starts, visit.ends);
        let name = teams.get(team).map(String::as_str).unwrap_or_default();
        let members = rosters.get(&(visit.id, *team)).map(Vec::as_slice).unwrap_or_default();
        let roster = roster_says(area.leader, members);
        let says = format!("{when}, {}, {name}\n{roster}", area.label());
        for kind in PaperKind::OF_TEAM {
            now.insert((kind, Subject::Team { visit: visit.id, team: *team }), says.clone());
        }
    }
}
