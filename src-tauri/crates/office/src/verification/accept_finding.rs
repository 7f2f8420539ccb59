use std::collections::BTreeSet;

use domain::account::Permission;
use domain::ids::PersonId;
use domain::sheet::{Sheet, SheetState};
use domain::verification::{MayNot, on_paper};
use serde::Deserialize;
use ts_rs::TS;

use super::blind::may_not;
use super::gathered::{Gathered, figures, outlier_flag, same_flag, total_figures, total_flag};
use super::get::{GetVerification, Verification};
use crate::error::{Error, ErrorCode};
use crate::issuer::optional_name;
use crate::{Act, Read, Result, Write};

/// Accepts something unusual that was looked up on the paper: a figure far from the others, results that
/// another sheet has too (they differ on paper, or are by chance the same), a sum that is not the team head's.
/// It holds while the figures stay as they are.
///
/// Not for whoever keyed one of the sheets first: nobody verifies the own keying. A sum whose every count was
/// keyed twice anybody may accept who may verify.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AcceptFinding {
    /// Typed code or scanned QR.
    pub code: String,
    /// As [`super::OutlierRow`], [`super::SameRow`] and [`super::TotalBox`] name it.
    pub flag: String,
    pub reason: String,
}

impl Write for AcceptFinding {
    type Answer = Verification;
    const NAME: &'static str = "accept_finding";
    const NEEDS: Permission = Permission::Verify;
    const UNDOABLE: bool = true;

    fn why(&self) -> Option<&str> {
        Some(&self.reason)
    }

    fn run(self, act: &Act<'_>) -> Result<Verification> {
        let view = act.view();
        let sheet = view.sheet_of(&self.code)?;
        if sheet.state == SheetState::Locked {
            return Err(Error::of(ErrorCode::SheetLocked).with("code", sheet.code));
        }
        let reason = optional_name(Some(&self.reason), "lý do")?.ok_or_else(|| Error::of(ErrorCode::ReasonNeeded))?;
        let gathered = view.gathered()?;
        let found = gathered
            .finding(&sheet, &self.flag)
            .ok_or_else(|| Error::of(ErrorCode::FlagGone).with("code", sheet.code))?;
        if found.keyers.contains(&act.who.person) {
            return Err(may_not(&sheet, MayNot::KeyedFirst));
        }
        act.accept_flag(sheet.id, &self.flag, &found.figures, &reason)?;
        GetVerification {}.run(&act.view())
    }
}

/// A finding that may be accepted.
struct Finding {
    figures: String,
    /// Those who may not accept it.
    keyers: BTreeSet<PersonId>,
}

impl Gathered {
    fn finding(&self, sheet: &Sheet, flag: &str) -> Option<Finding> {
        let keyings = self.keyings.get(&sheet.id)?;
        if self.outliers.iter().any(|o| o.sheet == sheet.id && outlier_flag(&o.no) == flag) {
            return Some(Finding { figures: figures(&keyings.first), keyers: keyings.hands().first });
        }
        let mut pairs = self.same.iter().filter(|pair| pair.second == sheet.id);
        let other = pairs.find_map(|pair| self.sheets.get(&pair.first).filter(|first| same_flag(first) == flag));
        if let Some(other) = other {
            let both = self.keyings.get(&other.id).into_iter().chain([keyings]);
            let keyers = both.flat_map(|k| k.hands().first).collect();
            return Some(Finding { figures: figures(&keyings.now), keyers });
        }
        let total = self.totals.get(&sheet.id)?;
        let difference = total.differences.iter().find(|d| total_flag(&d.no) == flag)?;
        let explained = on_paper(total, Some(sheet.id), self.done()).iter().any(|d| d.no == difference.no);
        let counts = difference.parts.iter().map(|p| p.sheet).chain([sheet.id]).filter_map(|id| self.keyings.get(&id));
        let keyers = counts.filter(|_| !explained).flat_map(|k| k.hands().first).collect();
        Some(Finding { figures: total_figures(difference), keyers })
    }
}
