use domain::account::Permission;
use domain::tally::BoxNo;
use domain::verification::Reason;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::blind::{BlindSheet, refusal};
use crate::error::{Error, ErrorCode};
use crate::{Read, Result, View};

/// A sheet opened to be keyed a second time.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct OpenedSecond {
    pub sheet: BlindSheet,
    /// Only these boxes are asked for; `null`: all.
    pub asked: Option<Vec<BoxNo>>,
    /// Why, weightiest first. None: nobody asks for this sheet, and it may be keyed all the same.
    pub reasons: Vec<Reason>,
}

/// Opens a sheet to be keyed a second time, without what was first keyed. Refused to whoever keyed any of it
/// first, whatever the role. Opening writes nothing.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OpenSecond {
    pub code: String,
}

impl Read for OpenSecond {
    type Answer = OpenedSecond;
    const NAME: &'static str = "open_second";
    const NEEDS: Permission = Permission::Verify;

    fn run(self, view: &View<'_>) -> Result<OpenedSecond> {
        let sheet = view.sheet_of(&self.code)?;
        let person = view.who.as_ref().ok_or_else(|| Error::of(ErrorCode::NotSignedIn))?.person;
        let form = view.get_form(sheet.form)?;
        refusal(&sheet, &view.keyings(sheet.id, &form)?, person)?;
        let gathered = view.gathered()?;
        let asked = gathered.asked(&gathered.choice().chosen).into_iter().find(|a| a.sheet == sheet.id);
        let (boxes, reasons) = asked.map(|a| (a.boxes, a.reasons)).unwrap_or_default();
        Ok(OpenedSecond { sheet: BlindSheet::of(view, sheet.id, person)?, asked: boxes, reasons })
    }
}
