//! What the plan lays down, in the form two states are compared in; and what was issued.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::amendment::{AreaTerms, EveningTerms, Hours, Item, Line, SectionTerms, Terms, UnitTerms};
use domain::ids::AreaId;
use domain::schedule::Visit;
use domain::team::{Person, composition_line};
use domain::template::Values;
use store::Document;

use crate::document::Description;
use crate::error::{Error, ErrorCode};
use crate::{Result, View};

impl View<'_> {
    /// As the plan stands, areas as they are called on a day.
    pub(crate) fn terms(&self, day: NaiveDate) -> Result<Terms> {
        let plan = self.plan_dated(None)?;
        let values = plan.values();
        let campaign = &plan.campaign;
        let terms = Terms {
            subject: campaign.subject.clone(),
            app: campaign.app_name.clone(),
            starts_on: campaign.starts_on,
            ends_on: campaign.ends_on,
            hours: Hours { starts: campaign.evening_starts, ends: campaign.evening_ends },
            contact: plan.contact.as_ref().map(Person::comrade),
            areas: self.area_terms(day)?,
            targets: plan
                .targets
                .iter()
                .map(|t| Item { id: t.id.0, line: Line::plain(format!("{}: {}", t.name, t.aim())) })
                .collect(),
            forces: plan
                .forces
                .iter()
                .map(|(f, who)| Item { id: f.id.0, line: Line::plain(composition_line(f, who.as_ref())) })
                .collect(),
            units: self.unit_terms(&values)?,
            sections: plan.sections.iter().map(|s| section(s, &values)).collect(),
            recipients: campaign.recipients.clone(),
        };
        Ok(terms.in_order())
    }

    fn area_terms(&self, day: NaiveDate) -> Result<Vec<AreaTerms>> {
        let campaign = self.get_campaign()?;
        let usual = (campaign.evening_starts, campaign.evening_ends);
        let mut evenings: BTreeMap<AreaId, Vec<EveningTerms>> = BTreeMap::new();
        for visit in self.list_visits(campaign.id)?.into_iter().filter(Visit::is_on) {
            let own = Hours { starts: visit.starts, ends: visit.ends };
            let hours = ((own.starts, own.ends) != usual).then_some(own);
            evenings.entry(visit.area).or_default().push(EveningTerms { on: visit.on, hours });
        }
        let names = self.area_names()?;
        let areas = self.list_areas(campaign.id)?.into_iter().map(|area| {
            let named = names.on(area.id, day).unwrap_or_else(|| area.clone());
            AreaTerms {
                area: area.id,
                label: named.label(),
                name: named.name,
                evenings: evenings.remove(&area.id).unwrap_or_default(),
                reports_by: area.self_report_due.filter(|_| area.is_living()),
            }
        });
        Ok(areas.collect())
    }

    fn unit_terms(&self, values: &Values) -> Result<Vec<UnitTerms>> {
        let campaign = self.get_campaign()?.id;
        let tasks = self.list_tasks(campaign)?;
        let item = |t: &domain::task::Task| Item { id: t.id.0, line: Line::of(&t.text, values) };
        let unit =
            |id, name| UnitTerms { id, name, tasks: tasks.iter().filter(|t| t.group.0 == id).map(item).collect() };
        Ok(self.list_task_groups(campaign)?.into_iter().map(|g| unit(g.id.0, g.unit)).collect())
    }

    /// What the plan laid down when it was issued.
    pub(crate) fn issued_terms(&self) -> Result<Option<Terms>> {
        self.issued_plans()?.first().map(|plan| self.terms_of(plan)).transpose()
    }

    /// What an issued plan or amendment lays down.
    pub(crate) fn terms_of(&self, issued: &Document) -> Result<Terms> {
        let kept: Description = serde_json::from_str(&self.kept(issued)?.description).map_err(Error::internal)?;
        match kept.terms {
            Some(terms) => Ok(terms),
            None => Err(Error::of(ErrorCode::DocumentSpoilt).with("number", self.number_line(issued)?)),
        }
    }
}

fn section(section: &domain::plan::Section, values: &Values) -> SectionTerms {
    let lines = section.text.lines().filter(|l| !l.trim().is_empty());
    SectionTerms {
        id: section.id.0,
        kind: section.kind,
        heading: section.heading.clone(),
        lines: lines.map(|line| Line::of(line, values)).collect(),
    }
}
