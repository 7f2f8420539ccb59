use domain::account::Permission;
use domain::number::parse_count;
use domain::tally::{BoxNo, MOST};
use serde::Deserialize;
use ts_rs::TS;

use super::key::key;
use super::open::SheetView;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// A box as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct BoxEntry {
    /// The printed number.
    pub no: String,
    /// Digits; empty blanks the box, `0` is a count like any other.
    pub value: String,
}

/// Keys boxes of a sheet. When it returns, they are on disk.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetBoxes {
    /// Typed code or scanned QR.
    pub code: String,
    pub boxes: Vec<BoxEntry>,
}

impl Write for SetBoxes {
    type Answer = SheetView;
    const NAME: &'static str = "set_boxes";
    const NEEDS: Permission = Permission::Key;

    fn run(self, act: &Act<'_>) -> Result<SheetView> {
        let sheet = act.view().sheet_of(&self.code)?;
        let form = act.get_form(sheet.form)?;
        let mut boxes: Vec<(BoxNo, Option<u32>)> = Vec::with_capacity(self.boxes.len());
        for entry in &self.boxes {
            let (no, value) = entry.read()?;
            if boxes.iter().any(|(other, _)| *other == no) {
                return Err(Error::of(ErrorCode::BoxTwice).with("box", no));
            }
            boxes.push((no, value));
        }
        key(act, &sheet, &form, &boxes)?;
        SheetView::of(&act.view(), sheet.id)
    }
}

impl BoxEntry {
    fn read(&self) -> Result<(BoxNo, Option<u32>)> {
        let no: BoxNo = self.no.parse().map_err(|_| Error::of(ErrorCode::UnknownBox).with("box", &self.no))?;
        let typed = self.value.trim();
        if typed.is_empty() {
            return Ok((no, None));
        }
        match parse_count(typed).filter(|n| *n <= MOST) {
            Some(value) => Ok((no, Some(value))),
            None => Err(Error::of(ErrorCode::NotACount).with("box", no).with("typed", typed).with("most", MOST)),
        }
    }
}
