use std::collections::BTreeSet;

use domain::account::Permission;
use domain::ids::TargetId;
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// Puts the targets in an order, as screens and reports show them. Every target is named once.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OrderTargets {
    pub ids: Vec<TargetId>,
}

impl Write for OrderTargets {
    type Answer = ();
    const NAME: &'static str = "order_targets";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let own: BTreeSet<TargetId> = act.list_targets(act.get_campaign()?.id)?.into_iter().map(|t| t.id).collect();
        // A list made before somebody else added or removed one is no order of what is there now.
        if own.len() != self.ids.len() || self.ids.iter().copied().collect::<BTreeSet<_>>() != own {
            return Err(Error::of(ErrorCode::Missing));
        }
        Ok(act.order_targets(&self.ids)?)
    }
}
