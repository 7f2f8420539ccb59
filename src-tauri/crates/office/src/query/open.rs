use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::{QueryId, VisitId};
use domain::query::About;
use domain::tally::BoxNo;
use serde::Deserialize;
use store::NewQuery;
use ts_rs::TS;

use super::{OwnerForm, words};
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// A question about a sheet, one of its boxes, or a whole visit.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OpenQuery {
    /// Typed code or scanned QR of the sheet; without one, the visit.
    pub code: Option<String>,
    pub visit: Option<VisitId>,
    /// The printed number of a box, `T` for the control total; `null` for all of them.
    #[serde(rename = "box")]
    pub no: Option<String>,
    /// Never about a single resident.
    pub body: String,
    /// Who is asked; `null` while nobody is named.
    pub owner: Option<OwnerForm>,
    pub due_on: NaiveDate,
}

impl Write for OpenQuery {
    type Answer = QueryId;
    const NAME: &'static str = "open_query";
    const NEEDS: Permission = Permission::Verify;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<QueryId> {
        let about = self.about(act)?;
        let body = words(&self.body, "câu hỏi")?;
        let owner = self.owner.as_ref().map(|owner| owner.person(act)).transpose()?.flatten();
        let new = NewQuery { about, body, owner, due_on: self.due_on };
        Ok(act.insert_query(act.get_campaign()?.id, &new)?)
    }
}

impl OpenQuery {
    fn about(&self, act: &Act<'_>) -> Result<About> {
        let typed = self.no.as_deref().map(str::trim).filter(|no| !no.is_empty());
        let unknown = || Error::of(ErrorCode::UnknownBox).with("box", typed.unwrap_or_default());
        let no: Option<BoxNo> = typed.map(|no| no.parse().map_err(|_| unknown())).transpose()?;
        let campaign = act.get_campaign()?.id;
        match (&self.code, self.visit) {
            (Some(code), _) => {
                let sheet = act.view().sheet_of(code)?;
                if no.as_ref().is_some_and(|no| !act.get_form(sheet.form).is_ok_and(|form| form.has(no))) {
                    return Err(unknown().with("code", sheet.code));
                }
                Ok(About { sheet: Some(sheet.id), visit: sheet.visit, no })
            }
            (None, Some(visit)) => {
                let visit = act.list_visits(campaign)?.into_iter().find(|v| v.id == visit);
                let visit = visit.ok_or_else(|| Error::of(ErrorCode::Missing))?;
                if no.as_ref().is_some_and(|no| !act.get_current_form(campaign).is_ok_and(|form| form.has(no))) {
                    return Err(unknown());
                }
                Ok(About { sheet: None, visit: Some(visit.id), no })
            }
            (None, None) => Err(Error::of(ErrorCode::Blank).with("field", "phiếu hoặc buổi")),
        }
    }
}
