use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::area::Area;
use domain::campaign::Campaign;
use domain::ids::{AreaId, TeamId};
use domain::printing::{Now, PaperKind, Said, Subject, evening};
use domain::schedule::Visit;

use crate::{Result, View};

impl View<'_> {
    /// What each paper would say if it were printed now.
    pub(crate) fn papers_now(&self) -> Result<Now> {
        let campaign = self.get_campaign()?;
        let (areas, names) = (self.list_areas(campaign.id)?, self.area_names()?);
        let teams: BTreeMap<TeamId, String> =
            self.list_teams(campaign.id)?.into_iter().map(|t| (t.id, t.name)).collect();
        let visits = self.list_visits(campaign.id)?;
        let mut now = Now::new();
        let mut evenings: BTreeMap<AreaId, Vec<NaiveDate>> = BTreeMap::new();
        let mut plan = Vec::new();
        for visit in visits.iter().filter(|v| v.is_on()) {
            let Some(area) = names.on(visit.area, visit.on) else { continue };
            now.insert((PaperKind::Sheets, Subject::Visit(visit.id)), sheets_say(visit, &area, &teams));
            evenings.entry(area.id).or_default().push(visit.on);
            let named = names.on(visit.area, campaign.plan_date.unwrap_or(visit.on)).unwrap_or(area);
            plan.push(format!("{} {}", domain::date::dmy(visit.on), named.name));
        }
        for area in &areas {
            let id = area.id;
            if let Some(due) = area.self_report_due {
                let says = format!("hạn {}, {}", domain::date::dmy(due), area.label());
                now.insert((PaperKind::Sheets, Subject::Area(id)), says);
            }
            if let Some(evenings) = evenings.get(&id) {
                now.insert((PaperKind::Flyer, Subject::Area(id)), flyer_says(&campaign, area, evenings));
            }
        }
        now.insert((PaperKind::Plan, Subject::Campaign), plan.join("\n"));
        Ok(now)
    }

    /// What the papers of these subjects say, in order; a subject without anything to say is left out.
    pub(crate) fn said(&self, kind: PaperKind, subjects: impl IntoIterator<Item = Subject>) -> Result<Vec<Said>> {
        let now = self.papers_now()?;
        let said = |subject| now.get(&(kind, subject)).map(|says| Said { kind, subject, says: says.clone() });
        Ok(subjects.into_iter().filter_map(said).collect())
    }
}

fn sheets_say(visit: &Visit, area: &Area, teams: &BTreeMap<TeamId, String>) -> String {
    let names: Vec<&str> = visit.teams.iter().filter_map(|t| teams.get(t)).map(String::as_str).collect();
    let team = if names.is_empty() { String::new() } else { format!(", {}", names.join(", ")) };
    format!("{}, {}{team}", evening(visit.on, visit.starts, visit.ends), area.label())
}

fn flyer_says(campaign: &Campaign, area: &Area, evenings: &[NaiveDate]) -> String {
    let days: Vec<String> =
        evenings.iter().map(|on| evening(*on, campaign.evening_starts, campaign.evening_ends)).collect();
    format!("{}: {}", area.label(), days.join("; "))
}
