use domain::account::Permission;
use domain::ids::TargetId;
use serde::Deserialize;
use ts_rs::TS;

use crate::{Act, Result, Write};

/// Takes a target out. Nothing counted is lost: rates are made anew from the sheets each time.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemoveTarget {
    pub id: TargetId,
}

impl Write for RemoveTarget {
    type Answer = ();
    const NAME: &'static str = "remove_target";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        act.get_target(self.id)?;
        Ok(act.remove_target(self.id)?)
    }
}
