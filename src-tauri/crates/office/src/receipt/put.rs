use domain::account::Permission;
use domain::ids::{PersonId, TeamId, VisitId};
use domain::sheet::{Sheet, SheetKind, SheetState};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, View, Write};

/// A packet of sheets that somebody brought back: they are in the office from now on, and the packet gets a
/// numbered receipt. A sheet that was keyed before is put on it all the same. Receipts are never taken back,
/// so that no number is missing.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReturnSheets {
    /// Typed codes or scanned QRs.
    #[serde(default)]
    pub codes: Vec<String>,
    /// Without codes: everything of this evening that is still out.
    pub visit: Option<VisitId>,
    /// Of one team; `null`: of all.
    pub team: Option<TeamId>,
    pub brought_by: Option<PersonId>,
}

/// The receipt's number, and how many sheets are on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Returned {
    pub number: u32,
    pub sheets: u32,
}

impl Write for ReturnSheets {
    type Answer = Returned;
    const NAME: &'static str = "return_sheets";
    const NEEDS: Permission = Permission::Key;

    fn run(self, act: &Act<'_>) -> Result<Returned> {
        let view = act.view();
        if let Some(person) = self.brought_by
            && view.find_person(person)?.is_none()
        {
            return Err(Error::of(ErrorCode::Missing));
        }
        let sheets = self.sheets(&view)?;
        if sheets.is_empty() {
            return Err(Error::of(ErrorCode::NothingToReturn));
        }
        let mut ids = Vec::with_capacity(sheets.len());
        for mut sheet in sheets {
            act.take_back(&mut sheet)?;
            ids.push(sheet.id);
        }
        let number = act.insert_receipt(view.get_campaign()?.id, act.who.id, self.brought_by, &ids)?;
        Ok(Returned { number, sheets: crate::book::count(ids.len()) })
    }
}

impl ReturnSheets {
    fn sheets(&self, view: &View<'_>) -> Result<Vec<Sheet>> {
        if !self.codes.is_empty() {
            let sheets = view.sheets_of(&self.codes)?;
            for sheet in &sheets {
                if let Some(number) = receipt_of(view, sheet)? {
                    return Err(Error::of(ErrorCode::SheetReceipted).with("code", sheet.code).with("number", number));
                }
            }
            return Ok(sheets);
        }
        let visit = self.visit.ok_or_else(|| Error::of(ErrorCode::NothingToReturn))?;
        let mut packet = Vec::new();
        for sheet in view.list_sheets_of_visit(view.get_visit(visit)?.id)? {
            // The summary is of all teams, and comes with any of them.
            let of_team = self.team.is_none() || sheet.team == self.team || sheet.kind == SheetKind::Summary;
            let is_out = matches!(sheet.state, SheetState::Printed | SheetState::HandedOut);
            if of_team && (is_out || sheet.state.is_back()) && receipt_of(view, &sheet)?.is_none() {
                packet.push(sheet);
            }
        }
        Ok(packet)
    }
}

/// The receipt a sheet in the office is on.
fn receipt_of(view: &View<'_>, sheet: &Sheet) -> Result<Option<u32>> {
    if sheet.state.is_back() { Ok(view.find_receipt_of(sheet.id)?) } else { Ok(None) }
}
