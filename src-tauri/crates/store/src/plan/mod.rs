//! The plan's text by sections, and the tasks by unit.

use domain::ids::{CampaignId, SectionId, TaskGroupId};
use domain::plan::{Section, SectionKind, TaskGroup};
use rusqlite::{named_params, params};

use crate::error::{Result, StoreError};
use crate::rows::{Columns, Rows, day, word};
use crate::transact::Tx;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSection {
    pub kind: SectionKind,
    pub heading: Option<String>,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTask {
    pub text: String,
    /// A duty with a rhythm: at least once in so many days.
    pub every_days: Option<u32>,
    pub due_on: Option<chrono::NaiveDate>,
}

/// A unit with its tasks, to insert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskGroupRows {
    pub unit: String,
    pub tasks: Vec<NewTask>,
}

impl Rows<'_> {
    pub fn list_sections(&self, campaign: CampaignId) -> Result<Vec<Section>> {
        self.list(include_str!("sections.sql"), [campaign.0], |row| {
            Ok(Section {
                id: SectionId(row.get("id")?),
                kind: row.word("kind")?,
                heading: row.get("heading")?,
                text: row.get("body")?,
            })
        })
    }

    pub fn list_task_groups(&self, campaign: CampaignId) -> Result<Vec<TaskGroup>> {
        let mut groups: Vec<TaskGroup> = self.list(
            "SELECT id, unit FROM task_group WHERE campaign_id = ?1 ORDER BY place, id",
            [campaign.0],
            |row| Ok(TaskGroup { id: TaskGroupId(row.get("id")?), unit: row.get("unit")?, tasks: Vec::new() }),
        )?;
        for group in &mut groups {
            group.tasks =
                self.list("SELECT body FROM task WHERE task_group_id = ?1 ORDER BY place, id", [group.id.0], |r| {
                    r.get(0)
                })?;
        }
        Ok(groups)
    }
}

impl Tx<'_> {
    /// Appends a section after the campaign's last.
    pub fn insert_section(&self, campaign: CampaignId, new: &NewSection) -> Result<SectionId> {
        let id = self.insert(
            include_str!("insert_section.sql"),
            named_params! {
                ":campaign_id": campaign.0,
                ":kind": word(new.kind)?,
                ":heading": new.heading,
                ":body": new.text,
            },
        )?;
        Ok(SectionId(id))
    }

    pub fn update_section(&self, id: SectionId, heading: Option<&str>, text: &str) -> Result<()> {
        self.run_one(
            "section",
            id.0,
            "UPDATE plan_section SET heading = ?2, body = ?3 WHERE id = ?1",
            params![id.0, heading, text],
        )
    }

    /// All sections of the plan anew, in order; those that are known keep their id.
    pub fn replace_sections(&self, campaign: CampaignId, sections: &[(Option<SectionId>, NewSection)]) -> Result<()> {
        let known: Vec<SectionId> = self.list_sections(campaign)?.iter().map(|s| s.id).collect();
        self.run("DELETE FROM plan_section WHERE campaign_id = ?1", [campaign.0])?;
        for ((id, new), place) in sections.iter().zip(1i64..) {
            if let Some(foreign) = id.filter(|id| !known.contains(id)) {
                return Err(StoreError::Missing { noun: "section", id: foreign.0 });
            }
            self.run(
                include_str!("put_section.sql"),
                named_params! {
                    ":id": id.map(|id| id.0),
                    ":campaign_id": campaign.0,
                    ":place": place,
                    ":kind": word(new.kind)?,
                    ":heading": new.heading,
                    ":body": new.text,
                },
            )?;
        }
        Ok(())
    }

    pub fn insert_task_group(&self, campaign: CampaignId, place: u32, new: &TaskGroupRows) -> Result<TaskGroupId> {
        let group = self.insert(
            "INSERT INTO task_group (campaign_id, place, unit) VALUES (?1, ?2, ?3)",
            params![campaign.0, place, new.unit],
        )?;
        for (task, place) in new.tasks.iter().zip(1i64..) {
            self.insert(
                "INSERT INTO task (task_group_id, place, body, every_days, due_on) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![group, place, task.text, task.every_days, task.due_on.map(day)],
            )?;
        }
        Ok(TaskGroupId(group))
    }
}
