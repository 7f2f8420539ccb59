use domain::account::Permission;
use domain::check::{Failure, Severity};
use domain::ids::{PersonId, SheetId};
use domain::sheet::{Sheet, SheetState};
use domain::tally::BoxNo;
use domain::verification::{Ask, MayNot, Rounds, Stage};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::blind::{Words, may_not, open_to_others, weekday};
use super::keyings::Keyings;
use super::tag::{SheetTag, Tags};
use crate::error::{Error, ErrorCode};
use crate::{Read, Result, View};

/// A box on which two people differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ThirdBox {
    pub no: BoxNo,
    pub label: String,
    pub help: Option<String>,
    pub control: bool,
    /// What was keyed, each value once and in the order of size, so that nobody can tell whose is which;
    /// `null`: blank.
    pub values: Vec<Option<u32>>,
    /// It is decided, and on what.
    pub decided: bool,
    pub value: Option<u32>,
}

/// A sheet before the third person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ThirdSheet {
    pub sheet: SheetTag,
    /// `thứ Bảy`; blank without an evening.
    pub weekday: String,
    pub form_version: u32,
    /// Boxes that wait for a decision or have had one.
    pub boxes: Vec<ThirdBox>,
    pub verified: bool,
    /// Everything is decided, and these checks can never hold: it takes a reason ([`super::AcceptDecided`]) or a
    /// talk with the team head.
    pub impossible: Vec<Failure>,
    /// Everything is decided, and these boxes were decided to be blank: the sheet is unfinished.
    pub missing: Vec<BoxNo>,
}

impl ThirdSheet {
    pub(super) fn of(view: &View<'_>, id: SheetId) -> Result<Self> {
        let sheet = view.get_sheet(id)?;
        let form = view.get_form(sheet.form)?;
        let keyings = view.keyings(id, &form)?;
        let settled = keyings.stage() == Stage::Agreed;
        let accepted = sheet.accepted_because.is_some() && sheet.state != SheetState::Returned;
        let failures = if settled && !accepted { form.failures(&keyings.now) } else { Vec::new() };
        Ok(Self {
            weekday: weekday(sheet.on),
            form_version: form.version,
            boxes: keyings
                .boxes
                .iter()
                .filter(|(_, rounds)| rounds.ask() == Ask::Third || rounds.third.is_some())
                .map(|(no, rounds)| {
                    let words = Words::of(&form, no);
                    ThirdBox {
                        no: no.clone(),
                        label: words.label,
                        help: words.help,
                        control: *no == BoxNo::CONTROL,
                        values: values(rounds),
                        decided: rounds.third.is_some(),
                        value: rounds.third.and_then(|k| k.value),
                    }
                })
                .collect(),
            verified: sheet.state == SheetState::Verified,
            impossible: failures.into_iter().filter(|f| f.severity == Severity::Hard).collect(),
            missing: if settled { form.missing(&keyings.now) } else { Vec::new() },
            sheet: Tags::of(view)?.tag(&sheet),
        })
    }
}

/// What two people keyed, in an order that says nothing of them.
pub(super) fn values(rounds: &Rounds) -> Vec<Option<u32>> {
    let mut values: Vec<Option<u32>> =
        [Some(rounds.first), rounds.second, rounds.again].into_iter().flatten().map(|k| k.value).collect();
    values.sort_unstable();
    values.dedup();
    values
}

/// Opens a sheet on which two people differ, to decide from the paper. Only for somebody who keyed none of it:
/// both values are shown, without names.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OpenThird {
    pub code: String,
}

impl Read for OpenThird {
    type Answer = ThirdSheet;
    const NAME: &'static str = "open_third";
    const NEEDS: Permission = Permission::Verify;

    fn run(self, view: &View<'_>) -> Result<ThirdSheet> {
        let sheet = view.sheet_of(&self.code)?;
        let form = view.get_form(sheet.form)?;
        let keyings = view.keyings(sheet.id, &form)?;
        let person = view.who.as_ref().ok_or_else(|| Error::of(ErrorCode::NotSignedIn))?.person;
        may_decide(&sheet, &keyings, person)?;
        ThirdSheet::of(view, sheet.id)
    }
}

/// Whether somebody may decide on this sheet now; also on one whose decided figures wait for a reason.
pub(super) fn may_decide(sheet: &Sheet, keyings: &Keyings, person: PersonId) -> Result<()> {
    let decided = keyings.boxes.iter().any(|(_, rounds)| rounds.third.is_some());
    if !(sheet.state == SheetState::Returned && decided && keyings.stage() == Stage::Agreed) {
        open_to_others(sheet)?;
    }
    let hands = keyings.hands();
    if hands.first.contains(&person) {
        return Err(may_not(sheet, MayNot::KeyedFirst));
    }
    if hands.second.contains(&person) {
        return Err(may_not(sheet, MayNot::KeyedSecond));
    }
    if keyings.waiting(Ask::Third).next().is_none() && !decided {
        return Err(Error::of(ErrorCode::NothingToDecide).with("code", sheet.code));
    }
    Ok(())
}
