use domain::account::Permission;
use domain::ids::{TaskGroupId, TaskId};
use serde::Deserialize;
use ts_rs::TS;

use crate::{Act, Result, Write};

/// A task taken out of the plan, with all that was recorded for it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemoveTask {
    pub id: TaskId,
}

impl Write for RemoveTask {
    type Answer = ();
    const NAME: &'static str = "remove_task";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        Ok(act.delete_task(self.id)?)
    }
}

/// A unit taken out of the plan, with its tasks and all that was recorded for them.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemoveTaskGroup {
    pub id: TaskGroupId,
}

impl Write for RemoveTaskGroup {
    type Answer = ();
    const NAME: &'static str = "remove_task_group";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        Ok(act.delete_task_group(self.id)?)
    }
}
