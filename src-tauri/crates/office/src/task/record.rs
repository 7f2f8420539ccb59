use chrono::NaiveDate;
use domain::account::Permission;
use domain::date::dmy;
use domain::ids::{RecordId, TaskId};
use domain::task::TaskState;
use serde::Deserialize;
use ts_rs::TS;

use super::{LONGEST_NOTE, words};
use crate::error::{Error, ErrorCode};
use crate::named::RECORDS;
use crate::{Act, Result, Write};

/// What was done for a task on a day, and where it can be seen. A task nobody had begun is under way from
/// then on.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RecordTask {
    pub task: TaskId,
    pub on: NaiveDate,
    pub note: String,
    /// A link, a document number, a place.
    pub proof: Option<String>,
    /// Nothing more is to be done for it.
    pub finished: bool,
}

impl Write for RecordTask {
    type Answer = RecordId;
    const NAME: &'static str = "record_task";
    const NEEDS: Permission = RECORDS;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<RecordId> {
        let task = act.get_task(self.task)?;
        not_ahead(act, self.on)?;
        let note = words(Some(&self.note), "đã làm gì", LONGEST_NOTE)?
            .ok_or_else(|| Error::of(ErrorCode::Blank).with("field", "đã làm gì"))?;
        let proof = words(self.proof.as_deref(), "minh chứng", LONGEST_NOTE)?;
        if self.finished {
            act.set_task_state(task.id, TaskState::Done)?;
        } else if task.state == TaskState::Open {
            act.set_task_state(task.id, TaskState::Doing)?;
        }
        Ok(act.insert_task_record(task.id, self.on, &note, proof.as_deref())?)
    }
}

/// What is yet to come cannot have been done or counted.
pub(crate) fn not_ahead(act: &Act<'_>, on: NaiveDate) -> Result<()> {
    if on > act.today() {
        return Err(Error::of(ErrorCode::DayAhead).with("date", dmy(on)));
    }
    Ok(())
}

/// A record written down by mistake.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemoveRecord {
    pub id: RecordId,
}

impl Write for RemoveRecord {
    type Answer = ();
    const NAME: &'static str = "remove_record";
    const NEEDS: Permission = RECORDS;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        Ok(act.delete_task_record(self.id)?)
    }
}
