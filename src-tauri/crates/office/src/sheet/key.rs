//! The rule of keying: what a box's new value does to the sheet.

use chrono::NaiveDate;
use domain::form::Form;
use domain::sheet::{Sheet, SheetKind, SheetState, Step, step, steps_to_key};
use domain::tally::Tally;
use store::{BoxWrite, FIRST, TallyWrite};

use super::set_boxes::unknown_box;
use crate::Act;
use crate::error::{Error, ErrorCode, Result};

/// Writes boxes of a sheet. Values that are already there write nothing.
///
/// A printed sheet passes through "handed out" and "returned"; a sheet with every box filled and nothing
/// impossible becomes "keyed"; a change to a keyed sheet opens it again first.
pub(crate) fn key(act: &Act<'_>, sheet: &Sheet, form: &Form, boxes: &[BoxWrite]) -> Result<()> {
    act.view().may_be_keyed(sheet)?;
    let before = act.get_tally(sheet.id, FIRST)?;
    let mut after = before.clone();
    for BoxWrite { no, value, .. } in boxes {
        if !form.has(no) {
            return Err(unknown_box(sheet, no));
        }
        after.set(no.clone(), *value);
    }
    let changed: Vec<BoxWrite> = boxes.iter().filter(|b| before.get(&b.no) != b.value).cloned().collect();
    if changed.is_empty() {
        return Ok(());
    }
    let states = states(sheet, form, &after)?;
    Ok(act.write_tally(TallyWrite {
        sheet: sheet.id,
        keying: FIRST,
        boxes: changed,
        states,
        accepted_because: None,
        as_of: as_of(sheet, act.today()),
        afresh: true,
    })?)
}

fn states(sheet: &Sheet, form: &Form, after: &Tally) -> Result<Vec<SheetState>> {
    let mut steps: Vec<Step> = steps_to_key(sheet.state).map_err(|e| refused(sheet, e.from))?.to_vec();
    if sheet.state != SheetState::Duplicate && form.accepts(after) {
        steps.push(Step::Complete);
    }
    let mut state = sheet.state;
    let mut passed = Vec::with_capacity(steps.len());
    for s in steps {
        state = step(state, s).map_err(|e| refused(sheet, e.from))?;
        passed.push(state);
    }
    Ok(passed)
}

pub(crate) fn refused(sheet: &Sheet, state: SheetState) -> Error {
    let code = if state == SheetState::Void { ErrorCode::SheetVoid } else { ErrorCode::SheetLocked };
    Error::of(code).with("code", sheet.code)
}

/// A self-reported sheet stands for the day it was first keyed, until somebody says otherwise.
fn as_of(sheet: &Sheet, today: NaiveDate) -> Option<NaiveDate> {
    (sheet.kind == SheetKind::SelfReport && sheet.on.is_none()).then_some(today)
}
