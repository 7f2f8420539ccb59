use domain::account::Permission;
use domain::ids::VisitId;
use serde::Deserialize;
use ts_rs::TS;

use super::{check_evening, not_lightly};
use crate::error::{Error, ErrorCode};
use crate::issuer::optional_name;
use crate::{Act, Result, Write};

/// An evening called off with a reason; with `null` it is on again.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CancelVisit {
    pub id: VisitId,
    pub reason: Option<String>,
    /// Said by a person: also an evening whose sheets are back.
    #[serde(default)]
    pub confirmed: bool,
}

impl Write for CancelVisit {
    type Answer = ();
    const NAME: &'static str = "cancel_visit";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn why(&self) -> Option<&str> {
        self.reason.as_deref()
    }

    fn run(self, act: &Act<'_>) -> Result<()> {
        let visit = act.get_visit(self.id)?;
        let reason = match &self.reason {
            Some(typed) => {
                // Whoever calls last night off says that nobody went; sheets that are back say otherwise.
                not_lightly(act, &visit, self.confirmed || !has_returns(act, visit.id)?)?;
                Some(optional_name(Some(typed), "lý do")?.ok_or_else(|| Error::of(ErrorCode::ReasonNeeded))?)
            }
            None => {
                check_evening(act, &act.get_campaign()?, visit.area, visit.on, &[visit.id])?;
                None
            }
        };
        Ok(act.cancel_visit(self.id, reason.as_deref())?)
    }
}

fn has_returns(act: &Act<'_>, visit: VisitId) -> Result<bool> {
    let papers = act.view().papers(act.get_campaign()?.id)?;
    Ok(papers.get(&visit).is_some_and(|p| p.returned > 0))
}
