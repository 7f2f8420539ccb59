//! Tasks of the units, and what was done for them.

use chrono::NaiveDate;
use domain::ids::{CampaignId, PersonId, RecordId, TaskGroupId, TaskId};
use domain::task::{Task, TaskRecord, TaskState};
use rusqlite::{Row, named_params, params};

use crate::error::{Result, StoreError};
use crate::rows::{Columns, Rows, day, word};
use crate::transact::Tx;

/// A task as the office has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRow {
    pub text: String,
    pub every_days: Option<u32>,
    pub due_on: Option<NaiveDate>,
    pub responsible: Option<PersonId>,
    pub state: TaskState,
    pub note: Option<String>,
}

fn task(row: &Row<'_>) -> rusqlite::Result<Task> {
    Ok(Task {
        id: TaskId(row.get("id")?),
        group: TaskGroupId(row.get("task_group_id")?),
        text: row.get("body")?,
        every_days: row.get("every_days")?,
        due_on: row.maybe_day("due_on")?,
        responsible: row.get::<_, Option<i64>>("responsible_id")?.map(PersonId),
        state: row.word("state")?,
        note: row.get("note")?,
    })
}

impl Rows<'_> {
    /// By group and place.
    pub fn list_tasks(&self, campaign: CampaignId) -> Result<Vec<Task>> {
        self.list(include_str!("list.sql"), [campaign.0], task)
    }

    pub fn get_task(&self, id: TaskId) -> Result<Task> {
        self.find(include_str!("get.sql"), [id.0], task)?.ok_or(StoreError::Missing { noun: "task", id: id.0 })
    }

    /// The latest first.
    pub fn list_task_records(&self, campaign: CampaignId) -> Result<Vec<TaskRecord>> {
        self.list(include_str!("records.sql"), [campaign.0], |row| {
            Ok(TaskRecord {
                id: RecordId(row.get("id")?),
                task: TaskId(row.get("task_id")?),
                on: row.day("on_day")?,
                note: row.get("note")?,
                proof: row.get("proof")?,
            })
        })
    }
}

impl Tx<'_> {
    /// A unit after the last, without tasks.
    pub fn append_task_group(&self, campaign: CampaignId, unit: &str) -> Result<TaskGroupId> {
        Ok(TaskGroupId(self.insert(include_str!("append_group.sql"), params![campaign.0, unit])?))
    }

    pub fn rename_task_group(&self, id: TaskGroupId, unit: &str) -> Result<()> {
        self.run_one("task_group", id.0, "UPDATE task_group SET unit = ?2 WHERE id = ?1", params![id.0, unit])
    }

    pub fn place_task_group(&self, id: TaskGroupId, place: u32) -> Result<()> {
        self.run_one("task_group", id.0, "UPDATE task_group SET place = ?2 WHERE id = ?1", params![id.0, place])
    }

    /// With its tasks and all that was recorded for them.
    pub fn delete_task_group(&self, id: TaskGroupId) -> Result<()> {
        self.run(include_str!("delete_records_of_group.sql"), [id.0])?;
        self.run("DELETE FROM task WHERE task_group_id = ?1", [id.0])?;
        self.run_one("task_group", id.0, "DELETE FROM task_group WHERE id = ?1", [id.0])
    }

    /// After the group's last task.
    pub fn append_task(&self, group: TaskGroupId, row: &TaskRow) -> Result<TaskId> {
        let id = self.insert(
            include_str!("append.sql"),
            named_params! {
                ":task_group_id": group.0,
                ":body": row.text,
                ":every_days": row.every_days,
                ":due_on": row.due_on.map(day),
                ":responsible_id": row.responsible.map(|p| p.0),
                ":state": word(row.state)?,
                ":note": row.note,
            },
        )?;
        Ok(TaskId(id))
    }

    pub fn update_task(&self, id: TaskId, row: &TaskRow) -> Result<()> {
        self.run_one(
            "task",
            id.0,
            include_str!("update.sql"),
            named_params! {
                ":id": id.0,
                ":body": row.text,
                ":every_days": row.every_days,
                ":due_on": row.due_on.map(day),
                ":responsible_id": row.responsible.map(|p| p.0),
                ":state": word(row.state)?,
                ":note": row.note,
            },
        )
    }

    pub fn set_task_state(&self, id: TaskId, state: TaskState) -> Result<()> {
        self.run_one("task", id.0, "UPDATE task SET state = ?2 WHERE id = ?1", params![id.0, word(state)?])
    }

    pub fn place_task(&self, id: TaskId, group: TaskGroupId, place: u32) -> Result<()> {
        self.run_one(
            "task",
            id.0,
            "UPDATE task SET task_group_id = ?2, place = ?3 WHERE id = ?1",
            params![id.0, group.0, place],
        )
    }

    /// With all that was recorded for it.
    pub fn delete_task(&self, id: TaskId) -> Result<()> {
        self.run("DELETE FROM task_record WHERE task_id = ?1", [id.0])?;
        self.run_one("task", id.0, "DELETE FROM task WHERE id = ?1", [id.0])
    }

    pub fn insert_task_record(&self, task: TaskId, on: NaiveDate, note: &str, proof: Option<&str>) -> Result<RecordId> {
        let id = self.insert(
            "INSERT INTO task_record (task_id, on_day, note, proof) VALUES (?1, ?2, ?3, ?4)",
            params![task.0, day(on), note, proof],
        )?;
        Ok(RecordId(id))
    }

    pub fn delete_task_record(&self, id: RecordId) -> Result<()> {
        self.run_one("task_record", id.0, "DELETE FROM task_record WHERE id = ?1", [id.0])
    }
}
