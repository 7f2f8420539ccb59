//! A sheet's steps as deeds: every step goes through the machine, and one it does not know is refused in
//! words.

use domain::sheet::{Sheet, SheetState, Step, step};

use crate::error::{Error, ErrorCode, Result};
use crate::{Act, View};

impl Act<'_> {
    /// Takes a sheet one step on.
    pub(crate) fn take(&self, sheet: &mut Sheet, taken: Step) -> Result<()> {
        let state = step(sheet.state, taken).map_err(|_| self.view().illegal(sheet, taken))?;
        self.set_sheet_state(sheet.id, state)?;
        sheet.state = state;
        Ok(())
    }

    /// The steps that bring a sheet into the office: what is on the clerk's table has been handed out.
    pub(crate) fn take_back(&self, sheet: &mut Sheet) -> Result<()> {
        let steps: &[Step] = match sheet.state {
            SheetState::Printed => &[Step::HandOut, Step::Return],
            SheetState::Spare => &[Step::Draw, Step::Return],
            state if state.is_back() => &[],
            _ => &[Step::Return],
        };
        for taken in steps {
            self.take(sheet, *taken)?;
        }
        if sheet.state_because.is_some() {
            // It was lost; it is here.
            self.set_sheet_state_because(sheet.id, None)?;
            sheet.state_because = None;
        }
        Ok(())
    }
}

impl View<'_> {
    /// Why a sheet cannot take a step, in the words of what it is.
    pub(crate) fn illegal(&self, sheet: &Sheet, taken: Step) -> Error {
        match self.closed(sheet) {
            Ok(Some(error)) | Err(error) => error,
            Ok(None) => Error::of(ErrorCode::SheetCannot)
                .with("code", sheet.code)
                .with("state", sheet.state.word())
                .with("step", taken.word()),
        }
    }

    /// Why nothing is keyed from this paper, if so.
    ///
    /// # Errors
    /// Replaced by a spare, void, locked, or a spare of which nobody has said the evening.
    pub(crate) fn may_be_keyed(&self, sheet: &Sheet) -> Result<()> {
        if let Some(error) = self.closed(sheet)? {
            return Err(error);
        }
        if sheet.is_loose() {
            return Err(Error::of(ErrorCode::SheetUnassigned).with("code", sheet.code));
        }
        Ok(())
    }

    fn closed(&self, sheet: &Sheet) -> Result<Option<Error>> {
        let told = |code| Error::of(code).with("code", sheet.code);
        Ok(match sheet.state {
            SheetState::Void => Some(match self.find_replacement(sheet.id)? {
                Some(by) => told(ErrorCode::SheetReplaced).with("by", by),
                None => match &sheet.state_because {
                    Some(because) => told(ErrorCode::SheetWithdrawn).with("because", because),
                    None => told(ErrorCode::SheetVoid),
                },
            }),
            SheetState::Locked => Some(told(ErrorCode::SheetLocked)),
            _ => None,
        })
    }
}
