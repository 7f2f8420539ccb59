use domain::account::Permission;
use domain::ids::DocumentId;
use serde::Deserialize;
use ts_rs::TS;

use crate::{Act, Result, Write};

/// A draft nobody needs. What was issued stays.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemoveDraft {
    pub id: DocumentId,
}

impl Write for RemoveDraft {
    type Answer = ();
    const NAME: &'static str = "remove_draft";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let draft = act.draft(self.id)?;
        Ok(act.delete_draft(draft.id)?)
    }
}
