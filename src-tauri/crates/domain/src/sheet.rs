//! Numbered paper tally sheets (phiếu) and the states they pass through.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::code::SheetCode;
use crate::ids::{AreaId, FormId, PersonId, SheetId, TeamId, VisitId};

/// What a sheet is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SheetKind {
    /// One of the set of an evening: expected back.
    Regular,
    /// Printed in case a sheet is spoilt: expected only once used.
    Spare,
    /// The one tally of an area that reports by itself: cumulative, with its own as-of date.
    SelfReport,
    /// Phiếu tổng hợp buổi: the team head's own sums over an evening, to compare with its sheets. Never
    /// counted.
    Summary,
}

/// Where a sheet is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SheetState {
    Printed,
    /// A spare that lies ready: nobody waits for it.
    Spare,
    HandedOut,
    /// Back in the office; perhaps some boxes keyed.
    Returned,
    /// Every box keyed and nothing impossible, or accepted with a reason.
    Keyed,
    Verified,
    Locked,
    /// Spoilt or withdrawn; never counted.
    Void,
    /// The same results as another sheet, or a second paper with its code; never counted.
    Duplicate,
    Lost,
}

impl SheetState {
    pub const ALL: [Self; 10] = [
        Self::Printed,
        Self::Spare,
        Self::HandedOut,
        Self::Returned,
        Self::Keyed,
        Self::Verified,
        Self::Locked,
        Self::Void,
        Self::Duplicate,
        Self::Lost,
    ];

    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Printed => "đã in",
            Self::Spare => "dự phòng",
            Self::HandedOut => "đã phát",
            Self::Returned => "đã nhận về",
            Self::Keyed => "đã nhập",
            Self::Verified => "đã đối soát",
            Self::Locked => "đã khóa",
            Self::Void => "đã hủy",
            Self::Duplicate => "trùng",
            Self::Lost => "thất lạc",
        }
    }

    /// The state a sheet of this kind is numbered in.
    #[must_use]
    pub fn first(kind: SheetKind) -> Self {
        if kind == SheetKind::Spare { Self::Spare } else { Self::Printed }
    }

    /// Back in the office, at whatever stage.
    #[must_use]
    pub fn is_back(self) -> bool {
        matches!(self, Self::Returned | Self::Keyed | Self::Verified | Self::Locked)
    }

    /// Whether the office waits for a sheet in this state, of an evening that was called off or not.
    #[must_use]
    pub fn is_awaited(self, called_off: bool) -> bool {
        match self {
            Self::Void | Self::Duplicate | Self::Spare => false,
            state => state.is_back() || !called_off,
        }
    }

    /// Whether the figures of such a sheet are part of totals and rates.
    #[must_use]
    pub fn is_counted(self, kind: SheetKind) -> bool {
        kind != SheetKind::Summary && !matches!(self, Self::Void | Self::Duplicate)
    }

    /// Every box is keyed and nothing impossible stands unexplained.
    #[must_use]
    pub fn is_keyed(self) -> bool {
        matches!(self, Self::Keyed | Self::Verified | Self::Locked)
    }
}

/// What happens to a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    HandOut,
    /// A spare comes into use.
    Draw,
    Return,
    /// The keying is complete and accepted.
    Complete,
    /// A box was changed or blanked after completion.
    Reopen,
    Verify,
    Lock,
    Unlock,
    Withdraw,
    Lose,
    Find,
    /// It says what another sheet says already.
    SetAside,
    /// It was taken for a duplicate, and is a sheet of its own.
    Admit,
}

impl Step {
    pub const ALL: [Self; 13] = [
        Self::HandOut,
        Self::Draw,
        Self::Return,
        Self::Complete,
        Self::Reopen,
        Self::Verify,
        Self::Lock,
        Self::Unlock,
        Self::Withdraw,
        Self::Lose,
        Self::Find,
        Self::SetAside,
        Self::Admit,
    ];

    /// As a refusal says it: `không … được`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::HandOut => "phát đi",
            Self::Draw => "đem dùng",
            Self::Return => "nhận về",
            Self::Complete => "ghi là đã nhập đủ",
            Self::Reopen => "mở lại để nhập",
            Self::Verify => "ghi là đã đối soát",
            Self::Lock => "khóa",
            Self::Unlock => "mở khóa",
            Self::Withdraw => "hủy",
            Self::Lose => "ghi là thất lạc",
            Self::Find => "ghi là đã tìm thấy",
            Self::SetAside => "xếp là trùng",
            Self::Admit => "nhận lại là phiếu riêng",
        }
    }
}

/// A step that a sheet in this state cannot take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a sheet that is {from:?} cannot {step:?}")]
pub struct IllegalStep {
    pub from: SheetState,
    pub step: Step,
}

/// The sheet's machine: every legal step, and nothing else.
///
/// # Errors
/// [`IllegalStep`] for every pair not in the table.
pub fn step(from: SheetState, step: Step) -> Result<SheetState, IllegalStep> {
    use SheetState::{Duplicate, HandedOut, Keyed, Locked, Lost, Printed, Returned, Spare, Verified, Void};
    let to = match (from, step) {
        (Printed, Step::HandOut) | (Spare, Step::Draw) | (Lost, Step::Find) => HandedOut,
        (HandedOut | Lost, Step::Return) | (Keyed | Verified, Step::Reopen) | (Duplicate, Step::Admit) => Returned,
        // An unlocked sheet is verified again where two keyings still agree; the lock does not remember.
        (Returned, Step::Complete) | (Locked, Step::Unlock) => Keyed,
        (Keyed, Step::Verify) => Verified,
        (Keyed | Verified, Step::Lock) => Locked,
        (Printed | Spare | HandedOut | Returned | Lost, Step::Withdraw) => Void,
        (Printed | HandedOut, Step::Lose) => Lost,
        (Returned | Keyed | Verified, Step::SetAside) => Duplicate,
        _ => return Err(IllegalStep { from, step }),
    };
    Ok(to)
}

/// The steps that keying a sheet records by itself: a printed sheet that is on the clerk's table has
/// been handed out and has come back.
///
/// # Errors
/// A sheet that is void or locked is not keyed.
pub fn steps_to_key(from: SheetState) -> Result<&'static [Step], IllegalStep> {
    match from {
        SheetState::Printed => Ok(&[Step::HandOut, Step::Return]),
        SheetState::Spare => Ok(&[Step::Draw, Step::Return]),
        SheetState::HandedOut | SheetState::Lost => Ok(&[Step::Return]),
        // A second paper is keyed to be compared, and stays aside until somebody admits it.
        SheetState::Returned | SheetState::Duplicate => Ok(&[]),
        SheetState::Keyed | SheetState::Verified => Ok(&[Step::Reopen]),
        SheetState::Locked | SheetState::Void => Err(IllegalStep { from, step: Step::Complete }),
    }
}

/// A sheet as the office knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sheet {
    pub id: SheetId,
    pub code: SheetCode,
    pub kind: SheetKind,
    pub visit: Option<VisitId>,
    /// The visit's area, or the area that reports by itself.
    pub area: Option<AreaId>,
    pub team: Option<TeamId>,
    /// Sheet n of N of its kind for visit and team.
    pub n: u32,
    pub of: u32,
    pub form: FormId,
    pub state: SheetState,
    /// The evening, or for a self-reported sheet the date its figures stand for.
    pub on: Option<NaiveDate>,
    /// Its evening was called off.
    pub called_off: bool,
    /// Why a sheet with an impossible figure was accepted.
    pub accepted_because: Option<String>,
    /// What whoever keyed it wanted to say of it; never about a resident.
    pub note: Option<String>,
    /// In whose hands it was given, and on which day.
    pub holder: Option<PersonId>,
    pub handed_out_on: Option<NaiveDate>,
    /// The spoilt or lost sheet that this spare stands for.
    pub replaces: Option<SheetId>,
    /// The sheet whose code another paper bears as well; this one stands for that paper.
    pub copy_of: Option<SheetId>,
    /// Why it is void, lost or taken for a duplicate.
    pub state_because: Option<String>,
}

impl Sheet {
    /// A spare that was printed without an evening and has not been given one: nothing is keyed from it yet.
    #[must_use]
    pub fn is_loose(&self) -> bool {
        self.kind == SheetKind::Spare && self.visit.is_none()
    }

    /// Whether it belongs to a visit of this evening; a self-reported sheet belongs to none.
    #[must_use]
    pub fn is_of_evening(&self, on: NaiveDate) -> bool {
        self.visit.is_some() && self.on == Some(on)
    }

    /// A sheet that a team filled in at the doors.
    #[must_use]
    pub fn is_tally(&self) -> bool {
        matches!(self.kind, SheetKind::Regular | SheetKind::Spare)
    }

    /// A second paper with another sheet's code, of which nobody has said what it is.
    #[must_use]
    pub fn is_undecided_copy(&self) -> bool {
        self.copy_of.is_some() && self.state == SheetState::Duplicate && self.state_because.is_none()
    }

    /// Whether its figures are part of totals and rates.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        self.state.is_counted(self.kind)
    }

    /// Whether the office waits for this sheet: a spare only once it is used, the sheets of an evening
    /// that was called off only if they came back all the same. A summary is asked for beside the sheets
    /// ([`Self::is_awaited`]).
    #[must_use]
    pub fn is_expected(&self) -> bool {
        self.kind != SheetKind::Summary && self.is_awaited()
    }

    /// As [`Self::is_expected`], for summaries too.
    #[must_use]
    pub fn is_awaited(&self) -> bool {
        self.state.is_awaited(self.called_off)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_way() {
        let mut state = SheetState::Printed;
        for s in [Step::HandOut, Step::Return, Step::Complete, Step::Verify, Step::Lock] {
            state = step(state, s).expect("a legal step");
        }
        assert_eq!(state, SheetState::Locked);
    }

    #[test]
    fn every_pair_outside_the_table_is_refused() {
        let legal =
            SheetState::ALL.iter().flat_map(|from| Step::ALL.map(|s| step(*from, s))).filter(Result::is_ok).count();
        assert_eq!(legal, 23, "a new legal step needs a line here and in the table above");
    }

    #[test]
    fn keying_records_the_steps_between_and_nothing_impossible() {
        for from in SheetState::ALL {
            let Ok(steps) = steps_to_key(from) else { continue };
            let end = steps.iter().try_fold(from, |state, s| step(state, *s));
            let back = if from == SheetState::Duplicate { from } else { SheetState::Returned };
            assert_eq!(end, Ok(back), "{from:?}");
        }
        assert!(steps_to_key(SheetState::Locked).is_err() && steps_to_key(SheetState::Void).is_err());
    }
}
