use domain::account::Permission;
use domain::number::parse_count;
use domain::sheet::Sheet;
use domain::tally::{BoxNo, MOST};
use serde::Deserialize;
use store::{BoxWrite, FIRST};
use ts_rs::TS;

use super::key::key;
use super::open::SheetView;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// A box as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
pub struct BoxEntry {
    /// The printed number.
    pub no: String,
    /// Digits; empty blanks the box, `0` is a count like any other.
    pub value: String,
    /// Keys pressed for it since the cursor came into it; 0 where nobody typed.
    #[serde(default)]
    #[ts(as = "Option<u32>", optional)]
    pub keys: u32,
}

/// Keys boxes of a sheet. When it returns, they and the cursor are on disk.
///
/// Boxes that hold their value already write nothing: a request without a new value only moves the cursor,
/// which is no entry in the journal. Opening a sheet moves nothing; the first box that is left does.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct SetBoxes {
    /// Typed code or scanned QR.
    pub code: String,
    pub boxes: Vec<BoxEntry>,
    /// The box of this sheet where the cursor goes now; `null`: past the last one, to the next sheet's code.
    /// After a power cut the program opens there.
    pub cursor: Option<String>,
}

impl Write for SetBoxes {
    type Answer = SheetView;
    const NAME: &'static str = "set_boxes";
    const NEEDS: Permission = Permission::Key;

    fn run(self, act: &Act<'_>) -> Result<SheetView> {
        let sheet = act.view().sheet_of(&self.code)?;
        let form = act.get_form(sheet.form)?;
        let mut boxes: Vec<BoxWrite> = Vec::with_capacity(self.boxes.len());
        for entry in &self.boxes {
            let write = entry.read()?;
            if boxes.iter().any(|other| other.no == write.no) {
                return Err(Error::of(ErrorCode::BoxTwice).with("box", write.no));
            }
            boxes.push(write);
        }
        let cursor = self.cursor.as_deref().map(box_no).transpose()?;
        if let Some(no) = cursor.as_ref().filter(|no| !form.has(no)) {
            return Err(unknown_box(&sheet, no));
        }
        if act.view().is_blind(&sheet, &form)? {
            return Err(Error::of(ErrorCode::SecondKeyingUnderWay).with("code", sheet.code));
        }
        key(act, &sheet, &form, &boxes)?;
        act.set_cursor(act.who.id, sheet.id, FIRST, cursor.as_ref())?;
        SheetView::of(&act.view(), sheet.id)
    }
}

impl BoxEntry {
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "numbers and literals read best by value")]
    pub fn of(no: impl ToString, value: impl ToString) -> Self {
        Self { no: no.to_string(), value: value.to_string(), keys: 0 }
    }

    /// What is to be written.
    pub(crate) fn read(&self) -> Result<BoxWrite> {
        let no = box_no(&self.no)?;
        let typed = self.value.trim();
        if typed.is_empty() {
            return Ok(BoxWrite { no, value: None, keys: self.keys });
        }
        match parse_count(typed).filter(|n| *n <= MOST) {
            Some(value) => Ok(BoxWrite { no, value: Some(value), keys: self.keys }),
            None => Err(Error::of(ErrorCode::NotACount).with("box", no).with("typed", typed).with("most", MOST)),
        }
    }
}

fn box_no(typed: &str) -> Result<BoxNo> {
    typed.parse().map_err(|_| Error::of(ErrorCode::UnknownBox).with("box", typed))
}

pub(super) fn unknown_box(sheet: &Sheet, no: &BoxNo) -> Error {
    Error::of(ErrorCode::UnknownBox).with("box", no).with("code", sheet.code)
}
