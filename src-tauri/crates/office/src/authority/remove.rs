use domain::account::Permission;
use domain::ids::AuthorityId;
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// An authority that was written down by mistake. One that no longer receives reports gets a last day instead, so
/// that an old report still names it.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct RemoveAuthority {
    pub id: AuthorityId,
}

impl Write for RemoveAuthority {
    type Answer = ();
    const NAME: &'static str = "remove_authority";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        if act.has_reports_to(self.id)? {
            let name = act.list_authorities()?.into_iter().find(|a| a.id == self.id).map(|a| a.name);
            return Err(Error::of(ErrorCode::AuthorityHasReports).with("name", name.unwrap_or_default()));
        }
        Ok(act.remove_authority(self.id)?)
    }
}
