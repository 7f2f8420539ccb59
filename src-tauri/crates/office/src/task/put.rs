use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::{TaskGroupId, TaskId};
use domain::plan::unknown_field;
use domain::task::TaskState;
use serde::Deserialize;
use store::TaskRow;
use ts_rs::TS;

use super::{LONGEST, LONGEST_NOTE, words};
use crate::error::{Error, ErrorCode};
use crate::named::NamedForm;
use crate::{Act, Result, Write};

/// A task: a new one after the group's last, or one that is there in other words. The plan's document
/// prints it as it is here.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutTask {
    /// `null`: a new one.
    pub id: Option<TaskId>,
    pub group: TaskGroupId,
    pub text: String,
    pub every_days: Option<u32>,
    pub due_on: Option<NaiveDate>,
    pub responsible: Option<NamedForm>,
    pub state: TaskState,
    pub note: Option<String>,
}

/// Longest rhythm: a year.
const RAREST: u32 = 365;

impl Write for PutTask {
    type Answer = TaskId;
    const NAME: &'static str = "put_task";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<TaskId> {
        let before = self.id.map(|id| act.get_task(id)).transpose()?;
        if !act.list_task_groups(act.get_campaign()?.id)?.iter().any(|g| g.id == self.group) {
            return Err(Error::of(ErrorCode::Missing));
        }
        let text = words(Some(&self.text), "nội dung", LONGEST)?
            .ok_or_else(|| Error::of(ErrorCode::Blank).with("field", "nội dung"))?;
        if let Some(field) = unknown_field(&text) {
            return Err(Error::of(ErrorCode::UnknownTaskField).with("field", field));
        }
        if self.every_days.is_some_and(|every| every == 0 || every > RAREST) {
            return Err(Error::of(ErrorCode::RhythmOutOfRange).with("most", RAREST));
        }
        let row = TaskRow {
            text,
            every_days: self.every_days,
            due_on: self.due_on,
            responsible: act.named(before.as_ref().and_then(|t| t.responsible), self.responsible.as_ref())?,
            state: self.state,
            note: words(self.note.as_deref(), "ghi chú", LONGEST_NOTE)?,
        };
        match self.id {
            Some(id) => act.update_task(id, &row).map(|()| id).map_err(Into::into),
            None => Ok(act.append_task(self.group, &row)?),
        }
    }
}
