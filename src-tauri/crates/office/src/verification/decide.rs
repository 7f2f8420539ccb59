use domain::account::Permission;
use domain::verification::{Ask, may_key};
use serde::Deserialize;
use store::{THIRD, TallyWrite};
use ts_rs::TS;

use super::blind::{may_not, open_to_others};
use super::open_third::{ThirdSheet, may_decide};
use super::settle::settle;
use crate::error::{Error, ErrorCode};
use crate::sheet::BoxEntry;
use crate::{Act, Result, Write};

/// A third person keys what the paper says in a box on which two people differ. It is what counts from then
/// on, whatever it is; the journal keeps what it took the place of.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DecideBox {
    /// Typed code or scanned QR.
    pub code: String,
    /// The printed number.
    pub no: String,
    /// Digits; empty says that the box is blank on the paper.
    pub value: String,
    /// Keys pressed for it.
    #[serde(default)]
    #[ts(as = "Option<u32>", optional)]
    pub keys: u32,
}

impl Write for DecideBox {
    type Answer = ThirdSheet;
    const NAME: &'static str = "decide_box";
    const NEEDS: Permission = Permission::Verify;

    fn run(self, act: &Act<'_>) -> Result<ThirdSheet> {
        let sheet = act.view().sheet_of(&self.code)?;
        let form = act.get_form(sheet.form)?;
        let keyings = act.view().keyings(sheet.id, &form)?;
        let person = act.who.person;
        may_decide(&sheet, &keyings, person)?;
        open_to_others(&sheet)?;
        let write = BoxEntry { no: self.no, value: self.value, keys: self.keys }.read()?;
        let rounds = keyings
            .find(&write.no)
            .ok_or_else(|| Error::of(ErrorCode::UnknownBox).with("box", &write.no).with("code", sheet.code))?;
        if may_key(person, rounds, &keyings.hands()).map_err(|why| may_not(&sheet, why))? != Ask::Third {
            return Err(Error::of(ErrorCode::NothingToDecide).with("code", sheet.code));
        }
        act.write_tally(TallyWrite {
            sheet: sheet.id,
            keying: THIRD,
            boxes: vec![write],
            states: Vec::new(),
            accepted_because: None,
            as_of: None,
            afresh: false,
        })?;
        settle(act, sheet.id)?;
        ThirdSheet::of(&act.view(), sheet.id)
    }
}
