use domain::account::Permission;
use domain::ids::WardPacketId;
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// A ward counts no more, and may come again under any key: for a ward that began a new office file, or one that was
/// taken in by mistake. An administrator's, because it gives up the key that was trusted.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct DropWard {
    pub id: WardPacketId,
}

impl Write for DropWard {
    type Answer = ();
    const NAME: &'static str = "drop_ward";
    const NEEDS: Permission = Permission::Accounts;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let campaign = act.view().get_campaign()?.id;
        if act.list_ward_packets(campaign)?.iter().all(|held| held.id != self.id) {
            return Err(Error::of(ErrorCode::Missing));
        }
        Ok(act.delete_ward_packet(self.id)?)
    }
}
