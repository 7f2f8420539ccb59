//! The plan (kế hoạch) as the office edits it, and how it becomes a document. Its text is of the language of
//! [`crate::template`].

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::area::{Area, AreaKind};
use crate::campaign::{Campaign, Target};
use crate::date::DocumentDate;
use crate::document::{Document, DocumentKind, ScheduleLine, Signature};
use crate::ids::{SectionId, TaskGroupId};
use crate::issuer::Issuer;
use crate::official::{Ground, Head, composition, schedule_table, self_report_lines};
use crate::team::{Force, Person};
use crate::template::{Fault, Field, Passage, Stands, Values, Wrong, faults_of_line};

pub use crate::template::SectionKind;

/// A section of the plan's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Section {
    pub id: SectionId,
    pub kind: SectionKind,
    pub heading: Option<String>,
    pub text: String,
}

/// What a unit is asked to do (part II of the plan).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskGroup {
    pub id: TaskGroupId,
    /// `Văn phòng UBND phường`.
    pub unit: String,
    pub tasks: Vec<String>,
}

/// Everything the fields of a plan are filled from.
#[derive(Debug, Clone)]
pub struct Plan {
    pub issuer: Issuer,
    pub campaign: Campaign,
    pub sections: Vec<Section>,
    pub task_groups: Vec<TaskGroup>,
    /// Forces in order, each with the person who details it.
    pub forces: Vec<(Force, Option<Person>)>,
    /// The schedule's rows with their areas' names.
    pub schedule: Vec<ScheduleLine>,
    /// Kinds of the areas in the schedule.
    pub area_kinds: Vec<AreaKind>,
    /// All areas.
    pub areas: Vec<Area>,
    pub targets: Vec<Target>,
    pub contact: Option<Person>,
    pub signer: Option<Person>,
}

impl Plan {
    /// The document, every field filled.
    ///
    /// # Errors
    /// The first thing wrong with the text that nothing can be printed with.
    pub fn document(&self) -> Result<Document, Fault> {
        let head = Head {
            kind: DocumentKind::Plan,
            issuer: self.issuer.clone(),
            number: self.campaign.plan_number,
            date: date(&self.campaign),
            subject: self.campaign.subject.clone(),
            addressees: Vec::new(),
            recipients: self.campaign.recipients.clone(),
            signature: Signature {
                lines: self.campaign.signature_lines.clone(),
                signer: self.signer.as_ref().map(|p| p.name.clone()),
            },
            drafter: self.campaign.drafter.clone(),
            illustration: self.campaign.illustration.clone(),
        };
        head.document(&passages(&self.sections), &self.values())
    }

    /// What its fields stand for.
    #[must_use]
    pub fn values(&self) -> Values {
        let campaign = &self.campaign;
        let ground = Ground {
            issuer: self.issuer.clone(),
            campaign: campaign.clone(),
            targets: self.targets.clone(),
            contact: self.contact.clone(),
            today: campaign.plan_date.or(campaign.plan_month).unwrap_or(campaign.starts_on),
            from: Some(campaign.starts_on),
            to: Some(campaign.ends_on),
        };
        let mut values = ground.values();
        values.set(Field::Schedule, vec![schedule_table(campaign, &self.area_kinds, &self.schedule)]);
        values.set(Field::Composition, composition(&self.forces));
        values.set(Field::SelfReports, self_report_lines(&self.areas));
        values.write(Field::Tasks, self.tasks());
        values
    }

    /// A title for each unit, its tasks below: one alone as a paragraph, several with dashes.
    fn tasks(&self) -> String {
        let mut lines = String::new();
        for group in &self.task_groups {
            lines.push_str(&format!("## {}:\n", group.unit.trim_end_matches(':')));
            let dash = if group.tasks.len() == 1 { "" } else { "- " };
            for task in &group.tasks {
                lines.push_str(&format!("{dash}{}\n", task.trim_start()));
            }
        }
        lines
    }
}

/// The plan's sections as text of the language.
#[must_use]
pub fn passages(sections: &[Section]) -> Vec<Passage> {
    let passage = |s: &Section| Passage { kind: s.kind, heading: s.heading.clone(), text: s.text.clone() };
    sections.iter().map(passage).collect()
}

/// The plan's date, as far as it is known.
pub(crate) fn date(campaign: &Campaign) -> DocumentDate {
    match (campaign.plan_date, campaign.plan_month) {
        (Some(day), _) => DocumentDate::of(day),
        (None, Some(month)) => DocumentDate::day_left_blank(month),
        (None, None) => DocumentDate::default(),
    }
}

/// Names of the plan's fields that may stand anywhere in a line.
#[must_use]
pub fn inline_fields() -> Vec<&'static str> {
    Field::of(DocumentKind::Plan).filter(|f| f.stands() != Stands::Block).map(Field::name).collect()
}

/// Names of those that stand alone on a line.
#[must_use]
pub fn block_fields() -> Vec<&'static str> {
    Field::of(DocumentKind::Plan).filter(|f| f.stands() != Stands::Inline).map(Field::name).collect()
}

/// The first field of a task's words that the plan does not know, or that cannot stand there.
#[must_use]
pub fn unknown_field(text: &str) -> Option<String> {
    // A field alone is the whole of a line only in the plan's own text.
    faults_of_line(&format!("- {text}"), DocumentKind::Plan).into_iter().find_map(|wrong| match wrong {
        Wrong::UnknownField { field, .. } | Wrong::NotAlone { field } => Some(field),
        Wrong::Unclosed { text } => Some(text),
        _ => None,
    })
}

#[cfg(test)]
mod tests;
