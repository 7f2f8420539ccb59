use domain::account::Permission;
use domain::tally::BoxNo;
use domain::verification::{Ask, MayNot, may_key};
use serde::Deserialize;
use store::{AGAIN, BoxWrite, SECOND, TallyWrite};
use ts_rs::TS;

use super::blind::{BlindSheet, may_not, open_to_others};
use super::settle::settle;
use crate::error::{Error, ErrorCode};
use crate::sheet::BoxEntry;
use crate::{Act, Result, Write};

/// Keys boxes of a sheet a second time, blind. When it returns, they and the cursor are on disk.
///
/// A box that agrees is settled; one that differs is asked for once more, without a word of what was first
/// keyed; what differs then as well waits for a third person. An empty value says that the box is blank on
/// the paper, which is a keying like any other. The sheet is verified with its last box.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetSecondBoxes {
    /// Typed code or scanned QR.
    pub code: String,
    pub boxes: Vec<BoxEntry>,
    /// The box where the cursor goes now; `null`: past the last one.
    pub cursor: Option<String>,
}

impl Write for SetSecondBoxes {
    type Answer = BlindSheet;
    const NAME: &'static str = "set_second_boxes";
    const NEEDS: Permission = Permission::Verify;

    fn run(self, act: &Act<'_>) -> Result<BlindSheet> {
        let sheet = act.view().sheet_of(&self.code)?;
        let person = act.who.person;
        open_to_others(&sheet)?;
        let form = act.get_form(sheet.form)?;
        let keyings = act.view().keyings(sheet.id, &form)?;
        let hands = keyings.hands();
        let unknown = |no: &str| Error::of(ErrorCode::UnknownBox).with("box", no).with("code", sheet.code);
        let (mut second, mut again): (Vec<BoxWrite>, Vec<BoxWrite>) = Default::default();
        for entry in &self.boxes {
            let write = entry.read()?;
            let rounds = keyings.find(&write.no).ok_or_else(|| unknown(&entry.no))?;
            if second.iter().chain(&again).any(|other| other.no == write.no) {
                return Err(Error::of(ErrorCode::BoxTwice).with("box", write.no));
            }
            match may_key(person, rounds, &hands) {
                Ok(Ask::Second) => second.push(write),
                Ok(Ask::Again) => again.push(write),
                Ok(Ask::Third | Ask::None) | Err(MayNot::KeyedSecond) => {
                    return Err(Error::of(ErrorCode::WaitsForThird).with("code", sheet.code));
                }
                Err(why) => return Err(may_not(&sheet, why)),
            }
        }
        for (keying, boxes) in [(SECOND, second), (AGAIN, again)] {
            if !boxes.is_empty() {
                act.write_tally(TallyWrite {
                    sheet: sheet.id,
                    keying,
                    boxes,
                    states: Vec::new(),
                    accepted_because: None,
                    as_of: None,
                    afresh: false,
                })?;
            }
        }
        settle(act, sheet.id)?;
        let cursor: Option<BoxNo> =
            self.cursor.map(|no| no.parse().ok().filter(|no| form.has(no)).ok_or_else(|| unknown(&no))).transpose()?;
        act.set_cursor(act.who.id, sheet.id, SECOND, cursor.as_ref())?;
        BlindSheet::of(&act.view(), sheet.id, person)
    }
}
