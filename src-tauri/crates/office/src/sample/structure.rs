//! What another office can use of a sample's plan: its build, with nothing of the ward it came from.

use domain::plan::SectionKind;
use store::{NewCampaign, NewForce, NewSection, NewTarget, NewTask, TaskGroupRows};

use super::Sample;
use crate::create::KINDS;

/// A plan's build, in another office's words.
#[derive(Debug)]
pub(crate) struct Structure {
    pub subject: String,
    pub sections: Vec<NewSection>,
    pub task_groups: Vec<TaskGroupRows>,
    pub forces: Vec<NewForce>,
    pub targets: Vec<NewTarget>,
    pub recipients: Vec<String>,
}

/// How the sample's words become another office's.
struct Words<'a> {
    sample: &'a Sample,
    /// `UBND phường Hà Cầu`, `phường Hà Cầu`, `phường` there and here.
    offices: [(String, String); 3],
    app: &'a str,
    year: (String, String),
}

impl<'a> Words<'a> {
    fn new(sample: &'a Sample, office: &str, new: &'a NewCampaign) -> Self {
        let there = sample.office_name();
        let ward = |office: &str| office.strip_prefix("UBND ").unwrap_or(office).to_owned();
        let kind =
            |ward: &str| KINDS.iter().find(|k| ward.to_lowercase().starts_with(**k)).map(|k| k.trim().to_owned());
        let (ward_there, ward_here) = (ward(there), ward(office));
        let kind_there = kind(&ward_there).unwrap_or_default();
        let kind_here = kind(&ward_here).unwrap_or_else(|| kind_there.clone());
        let year = |day: chrono::NaiveDate| format!("năm {}", day.format("%Y"));
        Self {
            sample,
            offices: [(there.to_owned(), office.to_owned()), (ward_there, ward_here), (kind_there, kind_here)],
            app: &new.app_name,
            year: (year(sample.campaign.starts_on), year(new.starts_on)),
        }
    }

    /// In words that stay as they are.
    fn plain(&self, text: &str) -> String {
        self.put(text, self.app)
    }

    /// In the plan's text, where the app is a field.
    fn field(&self, text: &str) -> String {
        self.put(text, "{{ứng dụng}}")
    }

    fn put(&self, text: &str, app: &str) -> String {
        let own = &self.sample.campaign.app_name;
        let mut text = text.to_owned();
        if *own != self.app {
            // The platform's full name belongs to that app alone.
            text = text.replace(&format!("“Công dân Thủ đô số” - {own}"), own);
        }
        for (there, here) in &self.offices {
            if !there.is_empty() {
                text = text.replace(there.as_str(), here);
            }
        }
        text.replace(&self.year.0, &self.year.1).replace(own.as_str(), app)
    }

    /// A line about a place, a person or a dated paper of that ward.
    fn is_of_that_ward(&self, line: &str) -> bool {
        let names = self.sample.areas.iter().map(|a| a.name.as_str());
        let people = self.sample.people.values().map(|p| p.name.as_str());
        let mut words = names.chain(people).filter(|name| name.chars().count() > 5);
        words.any(|name| line.contains(name) || line.to_lowercase().contains(&name.to_lowercase()))
    }
}

pub(super) fn structure(sample: &Sample, office: &str, new: &NewCampaign) -> Structure {
    let words = Words::new(sample, office, new);
    let sections = sample.sections.iter().map(|s| {
        let kept: Vec<String> = match s.kind {
            // What a plan rests on was decided for that ward in that year.
            SectionKind::Bases => Vec::new(),
            _ => s.text.lines().filter(|l| !words.is_of_that_ward(l)).map(|l| words.field(l)).collect(),
        };
        NewSection { kind: s.kind, heading: s.heading.as_deref().map(|h| words.plain(h)), text: kept.join("\n") }
    });
    let task_groups = sample.task_groups.iter().map(|g| TaskGroupRows {
        unit: words.plain(&g.unit),
        tasks: g
            .tasks
            .iter()
            .filter(|t| !words.is_of_that_ward(&t.text))
            .map(|t| NewTask { text: words.field(&t.text), every_days: t.every_days, due_on: None })
            .collect(),
    });
    let forces = sample.forces.iter().map(|f| NewForce {
        kind: f.kind,
        name: words.plain(&f.name),
        role: f.role.as_deref().map(|r| words.plain(r)),
        quota: f.quota,
        detailing: f.detailing.as_deref().map(|d| words.plain(d)),
        detailed_by: None,
    });
    let targets = sample.targets.iter().map(|t| NewTarget {
        clause: t.clause.clone(),
        name: t.name.clone(),
        numerator: t.numerator,
        denominator: t.denominator,
        percent: t.percent,
        by: new.ends_on,
    });
    Structure {
        subject: words.plain(&sample.campaign.subject),
        sections: sections.collect(),
        task_groups: task_groups.collect(),
        forces: forces.collect(),
        targets: targets.collect(),
        recipients: sample.campaign.recipients.iter().map(|r| words.plain(r)).collect(),
    }
}
