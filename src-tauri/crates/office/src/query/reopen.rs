use domain::account::Permission;
use domain::ids::QueryId;
use serde::Deserialize;
use ts_rs::TS;

use crate::{Act, Result, Write};

/// A question that its answer did not settle is open again; the answer stays beside it.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ReopenQuery {
    pub id: QueryId,
}

impl Write for ReopenQuery {
    type Answer = ();
    const NAME: &'static str = "reopen_query";
    const NEEDS: Permission = Permission::Verify;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let query = act.get_query(act.get_campaign()?.id, self.id)?;
        let Some(answered) = query.answered else { return Ok(()) };
        let mut earlier = query.earlier;
        earlier.push(answered.answer);
        Ok(act.reopen_query(query.id, &earlier)?)
    }
}
