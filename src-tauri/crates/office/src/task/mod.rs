//! Tasks of the units: part II of the plan as a list, and what was done.

mod list;
mod put;
mod put_group;
mod record;
mod remove;
mod reorder;

pub use list::{ListTasks, TaskGroupView, TaskList, TaskView};
pub use put::PutTask;
pub use put_group::PutTaskGroup;
pub(crate) use record::not_ahead;
pub use record::{RecordTask, RemoveRecord};
pub use remove::{RemoveTask, RemoveTaskGroup};
pub use reorder::{GroupOrder, ReorderTasks};

use domain::text::clean;

use crate::Result;
use crate::error::{Error, ErrorCode};

/// Longest words of a task, a note or a proof, in letters.
const LONGEST: usize = 4000;
pub(crate) const LONGEST_NOTE: usize = 1000;

/// A typed text of one paragraph: blank means absent.
pub(crate) fn words(typed: Option<&str>, field: &str, most: usize) -> Result<Option<String>> {
    let Some(text) = typed.map(clean).filter(|t| !t.is_empty()) else { return Ok(None) };
    if text.chars().count() > most {
        return Err(Error::of(ErrorCode::TooLong).with("field", field).with("most", most));
    }
    Ok(Some(text))
}
