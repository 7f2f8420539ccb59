use domain::account::Permission;
use domain::sheet::{Sheet, SheetKind, SheetState, Step};
use serde::Deserialize;
use ts_rs::TS;

use super::lose::{is_spoilable, reason_of};
use super::open::SheetView;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, View, Write};

/// A spare takes the place of a spoilt or lost sheet: its evening, team and number. The other is void from
/// then on, and its code says which sheet stands for it. The answer is the spare.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReplaceSheet {
    /// Code of the spoilt or lost sheet.
    pub code: String,
    /// Code of the spare.
    pub by: String,
    /// May be absent where the sheet is lost or void already, for a reason that was given then.
    pub reason: Option<String>,
}

impl Write for ReplaceSheet {
    type Answer = SheetView;
    const NAME: &'static str = "replace_sheet";
    const NEEDS: Permission = Permission::Key;
    const UNDOABLE: bool = true;

    fn why(&self) -> Option<&str> {
        self.reason.as_deref()
    }

    fn run(self, act: &Act<'_>) -> Result<SheetView> {
        let view = act.view();
        let mut spoilt = view.sheet_of(&self.code)?;
        let mut spare = view.sheet_of(&self.by)?;
        check(&view, &spoilt, &spare)?;
        let reason = match (self.reason.as_deref().map(str::trim).filter(|r| !r.is_empty()), &spoilt.state_because) {
            (Some(said), _) => reason_of(said)?,
            (None, Some(known)) => known.clone(),
            (None, None) => return Err(Error::of(ErrorCode::ReasonNeeded)),
        };
        if spoilt.state != SheetState::Void {
            act.take(&mut spoilt, Step::Withdraw)?;
        }
        if spoilt.state_because.as_ref() != Some(&reason) {
            act.set_sheet_state_because(spoilt.id, Some(&reason))?;
        }
        if spare.state == SheetState::Spare {
            act.take(&mut spare, Step::Draw)?;
        }
        if let Some(visit) = spoilt.visit {
            act.set_sheet_visit(spare.id, visit, spoilt.team)?;
        }
        act.set_sheet_number(spare.id, spoilt.n, spoilt.of)?;
        act.set_sheet_replaces(spare.id, Some(spoilt.id))?;
        if spare.holder.is_none() && spoilt.holder.is_some() {
            act.set_sheet_holder(spare.id, spoilt.holder, spoilt.handed_out_on)?;
        }
        SheetView::of(&act.view(), spare.id)
    }
}

/// The place is free, and the spare is one that stands for nothing yet.
fn check(view: &View<'_>, spoilt: &Sheet, spare: &Sheet) -> Result<()> {
    if let Some(by) = view.find_replacement(spoilt.id)? {
        return Err(Error::of(ErrorCode::SheetReplaced).with("code", spoilt.code).with("by", by));
    }
    // A summary or an area's own report is printed again; a spare that stands for nothing holds no place.
    let has_place = spoilt.kind == SheetKind::Regular || spoilt.replaces.is_some();
    if !has_place {
        return Err(Error::of(ErrorCode::NotReplaceable).with("code", spoilt.code));
    }
    if !is_spoilable(spoilt.state) {
        return Err(view.illegal(spoilt, Step::Withdraw));
    }
    let is_free = spare.kind == SheetKind::Spare && spare.replaces.is_none() && spare.id != spoilt.id;
    if !is_free {
        return Err(Error::of(ErrorCode::NotASpare).with("code", spare.code));
    }
    let is_open = match spare.state {
        SheetState::Spare => true,
        // In use already: only in the evening it was used in, where its figures are.
        SheetState::HandedOut | SheetState::Returned | SheetState::Keyed => {
            spare.visit.is_none() || spare.visit == spoilt.visit
        }
        _ => false,
    };
    if is_open { Ok(()) } else { Err(view.illegal(spare, Step::Draw)) }
}
