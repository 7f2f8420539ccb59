use chrono::NaiveDate;
use domain::account::Permission;
use domain::document::DocumentKind;
use domain::ids::{DocumentId, TeamId, VisitId};
use serde::Deserialize;
use store::DocumentHead;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// A draft with its kind's wording and the usual head. What is absent is what the kind usually has: a report goes
/// from the campaign's first day to today.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct BeginDocument {
    /// Any but the plan, which is there; an amendment amends what was issued last.
    pub kind: DocumentKind,
    #[ts(optional)]
    pub from: Option<NaiveDate>,
    #[ts(optional)]
    pub to: Option<NaiveDate>,
    #[ts(optional)]
    pub visit: Option<VisitId>,
    #[ts(optional)]
    pub team: Option<TeamId>,
}

impl Write for BeginDocument {
    type Answer = DocumentId;
    const NAME: &'static str = "begin_document";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<DocumentId> {
        let view = act.view();
        let campaign = act.get_campaign()?.id;
        let amends = match self.kind {
            DocumentKind::Plan => return Err(Error::of(ErrorCode::PlanHasItsScreen)),
            DocumentKind::Amendment => Some(act.amendable()?),
            _ => None,
        };
        let usual = view.usual_head(self.kind)?;
        let head = DocumentHead {
            from: self.from.or(usual.from),
            to: self.to.or(usual.to),
            visit: self.visit.or(usual.visit),
            team: self.team.or(usual.team),
            ..usual
        };
        view.check_head(&head)?;
        let id = act.insert_document(campaign, self.kind, amends)?;
        act.update_document_head(id, &head)?;
        act.replace_document_sections(id, &view.default_sections(self.kind)?)?;
        Ok(id)
    }
}
