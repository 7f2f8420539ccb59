//! Nobody edits what was approved. Every deed is asked after it ran and before it counts
//! ([`Act::keep_approved`]), whatever it changed and by whatever statement; a deed that would rather say so
//! beforehand, or leave approved evenings out, asks [`View::not_locked`] and [`View::locked`].

use std::collections::BTreeSet;

use domain::approval::{Approval, Scope};
use domain::date::dmy;
use domain::sheet::Sheet;

use super::at_words;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, View};

impl View<'_> {
    /// Refuses what would change an approved evening or report: in words, with who locked it and when.
    pub(crate) fn not_locked(&self, scope: Scope) -> Result<()> {
        match self.find_approval(scope)? {
            Some(approval) => Err(self.refusal(&approval)?),
            None => Ok(()),
        }
    }

    /// As [`Self::not_locked`], for whatever the sheet was approved with.
    pub(crate) fn sheet_not_locked(&self, sheet: &Sheet) -> Result<()> {
        Scope::of(sheet).map_or(Ok(()), |scope| self.not_locked(scope))
    }

    /// Everything of the campaign that is approved.
    pub(crate) fn locked(&self) -> Result<BTreeSet<Scope>> {
        Ok(self.list_approvals(self.get_campaign()?.id)?.into_iter().map(|a| a.scope).collect())
    }

    /// A refusal that speaks of a locked sheet says instead who locked it and when.
    pub(crate) fn who_locked(&self, error: Error) -> Error {
        let Error::User { code: ErrorCode::SheetLocked, params, .. } = &error else { return error };
        let sheet = params.get("code").and_then(|code| self.sheet_of(code).ok());
        match sheet.map(|sheet| self.sheet_not_locked(&sheet)) {
            Some(Err(told)) => told,
            _ => error,
        }
    }

    fn refusal(&self, approval: &Approval) -> Result<Error> {
        let error = match approval.scope {
            Scope::Evening { on } => Error::of(ErrorCode::EveningLocked).with("date", dmy(on)),
            Scope::SelfReport { area } => {
                Error::of(ErrorCode::SelfReportLocked).with("area", self.get_area(area)?.label())
            }
        };
        Ok(error.with("who", self.account_names()?(approval.by)).with("at", at_words(&approval.at)))
    }
}

impl Act<'_> {
    /// The last question to every deed: has it changed what somebody approved? Approving and opening again
    /// pass, because what they change is not locked before, or not after.
    pub(crate) fn keep_approved(&self) -> Result<()> {
        match self.find_approval_touched()? {
            Some(approval) => Err(self.view().refusal(&approval)?),
            None => Ok(()),
        }
    }
}
