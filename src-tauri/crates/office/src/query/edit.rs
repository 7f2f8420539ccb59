use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::QueryId;
use serde::Deserialize;
use ts_rs::TS;

use super::{OwnerForm, words};
use crate::{Act, Result, Write};

/// Other words, another owner or another day. What it is about stays.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct EditQuery {
    pub id: QueryId,
    pub body: String,
    pub owner: Option<OwnerForm>,
    pub due_on: NaiveDate,
}

impl Write for EditQuery {
    type Answer = ();
    const NAME: &'static str = "edit_query";
    const NEEDS: Permission = Permission::Verify;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let query = act.get_query(act.get_campaign()?.id, self.id)?;
        let body = words(&self.body, "câu hỏi")?;
        let owner = self.owner.as_ref().map(|owner| owner.person(act)).transpose()?.flatten();
        Ok(act.update_query(query.id, &body, owner, self.due_on)?)
    }
}
