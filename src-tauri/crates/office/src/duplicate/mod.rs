//! One paper too many: a second paper with a code that is keyed already, and a sheet with the results of
//! another. Somebody looks at both and says what they are; a duplicate counts nothing.

mod admit;
mod decide;
mod key_copy;
mod list;
mod pair;
mod set_aside;

pub use admit::AdmitSheet;
pub use decide::DecideCopy;
pub use key_copy::KeyCopy;
pub use list::{Duplicates, ListDuplicates};
pub use pair::{Pair, PairBox, PairSheet};
pub use set_aside::SetAside;

use domain::ids::{AccountId, SheetId};
use domain::sheet::{Sheet, SheetState, Step};
use store::FIRST;

use crate::error::{Error, ErrorCode};
use crate::issuer::optional_name;
use crate::verification::settle;
use crate::{Act, Result, View};

fn reason_of(typed: &str) -> Result<String> {
    optional_name(Some(typed), "lý do")?.ok_or_else(|| Error::of(ErrorCode::ReasonNeeded))
}

impl View<'_> {
    /// Who keyed a box of the sheet last, and when.
    pub(crate) fn keyed_by(&self, sheet: SheetId) -> Result<Option<(Option<AccountId>, String)>> {
        let last = self.list_keyed(sheet, FIRST)?.into_iter().max_by(|a, b| a.at.cmp(&b.at));
        Ok(last.map(|k| (k.by, k.at)))
    }
}

impl Act<'_> {
    fn put_aside(&self, mut sheet: Sheet, reason: &str) -> Result<()> {
        if sheet.state != SheetState::Duplicate {
            self.take(&mut sheet, Step::SetAside)?;
        }
        Ok(self.set_sheet_state_because(sheet.id, Some(reason))?)
    }

    /// A sheet of its own again: counted from now on, and as far as its figures are.
    fn admit(&self, mut sheet: Sheet) -> Result<()> {
        self.take(&mut sheet, Step::Admit)?;
        self.set_sheet_state_because(sheet.id, None)?;
        let form = self.get_form(sheet.form)?;
        if self.view().keyings(sheet.id, &form)?.holds(&form, &sheet) {
            self.take(&mut sheet, Step::Complete)?;
            settle(self, sheet.id)?;
        }
        Ok(())
    }
}
