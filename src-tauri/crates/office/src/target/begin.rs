use domain::account::Permission;
use domain::campaign::plan_targets;
use serde::Deserialize;
use store::NewTarget;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// Adds the reference plan's two targets (I.2, II.6), due on the campaign's last day, to a campaign that
/// has none.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct AddPlanTargets {}

impl Write for AddPlanTargets {
    type Answer = ();
    const NAME: &'static str = "add_plan_targets";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let campaign = act.get_campaign()?;
        if !act.list_targets(campaign.id)?.is_empty() {
            return Err(Error::of(ErrorCode::TargetsThere));
        }
        for target in plan_targets(campaign.ends_on) {
            act.insert_target(
                campaign.id,
                &NewTarget {
                    clause: target.clause,
                    name: target.name,
                    numerator: target.numerator,
                    denominator: target.denominator,
                    percent: target.percent,
                    by: target.by,
                },
            )?;
        }
        Ok(())
    }
}
