use domain::account::Permission;
use domain::ids::TaskGroupId;
use serde::Deserialize;
use ts_rs::TS;

use crate::issuer::name_of;
use crate::{Act, Result, Write};

/// A unit of part II: a new one after the last, or another name for one that is there.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutTaskGroup {
    /// `null`: a new one.
    pub id: Option<TaskGroupId>,
    pub unit: String,
}

impl Write for PutTaskGroup {
    type Answer = TaskGroupId;
    const NAME: &'static str = "put_task_group";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<TaskGroupId> {
        let unit = name_of(self.unit.trim().trim_end_matches(':'), "đơn vị")?;
        match self.id {
            Some(id) => act.rename_task_group(id, &unit).map(|()| id).map_err(Into::into),
            None => Ok(act.append_task_group(act.get_campaign()?.id, &unit)?),
        }
    }
}
