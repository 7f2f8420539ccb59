use domain::account::Permission;
use domain::ids::QueryId;
use serde::Deserialize;
use ts_rs::TS;

use super::words;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// What was found out. It closes the question.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AnswerQuery {
    pub id: QueryId,
    /// Never about a single resident.
    pub answer: String,
}

impl Write for AnswerQuery {
    type Answer = ();
    const NAME: &'static str = "answer_query";
    const NEEDS: Permission = Permission::Verify;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let query = act.get_query(act.get_campaign()?.id, self.id)?;
        if !query.is_open() {
            return Err(Error::of(ErrorCode::QueryAnswered));
        }
        Ok(act.answer_query(query.id, &words(&self.answer, "trả lời")?)?)
    }
}
