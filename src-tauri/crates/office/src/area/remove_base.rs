use domain::account::Permission;
use domain::ids::{AreaId, BaseId};
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// A dated set of base figures that was wrong is taken out; the journal keeps it.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct RemoveBase {
    pub area: AreaId,
    pub base: BaseId,
}

impl Write for RemoveBase {
    type Answer = ();
    const NAME: &'static str = "remove_base";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        match act.delete_base(self.area, self.base)? {
            true => Ok(()),
            false => Err(Error::of(ErrorCode::Missing)),
        }
    }
}
