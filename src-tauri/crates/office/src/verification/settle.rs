//! What happens to a sheet once every box of it is settled.

use domain::ids::SheetId;
use domain::sheet::{SheetState, Step, step};
use domain::verification::Stage;
use store::{SECOND, TallyWrite};

use crate::sheet::key::refused;
use crate::{Act, Result};

/// A keyed sheet on whose every box two people agree, or a third decided, is verified. If what was decided
/// leaves a box blank or breaks a hard check nobody accepted, it is an unfinished sheet again.
///
/// Also for a sheet that was unlocked: the lock does not remember that it was verified.
pub(crate) fn settle(act: &Act<'_>, id: SheetId) -> Result<()> {
    let sheet = act.get_sheet(id)?;
    let form = act.get_form(sheet.form)?;
    let keyings = act.view().keyings(id, &form)?;
    if sheet.state != SheetState::Keyed || keyings.stage() != Stage::Agreed {
        return Ok(());
    }
    let then = if keyings.holds(&form, &sheet) { Step::Verify } else { Step::Reopen };
    let state = step(sheet.state, then).map_err(|e| refused(&sheet, e.from))?;
    // Written as a second keying without boxes, which leaves the sheet's reason as it is.
    Ok(act.write_tally(TallyWrite {
        sheet: id,
        keying: SECOND,
        boxes: Vec::new(),
        states: vec![state],
        accepted_because: None,
        as_of: None,
        afresh: false,
    })?)
}
