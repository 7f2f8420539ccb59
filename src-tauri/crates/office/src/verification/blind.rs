//! A sheet as the second keyer sees it: the boxes, and nothing of what was first keyed.

use chrono::NaiveDate;
use domain::form::{Form, Group};
use domain::ids::{PersonId, SheetId};
use domain::sheet::{Sheet, SheetKind, SheetState};
use domain::tally::BoxNo;
use domain::verification::{Ask, Hands, MayNot, Rounds, may_key};
use serde::Serialize;
use ts_rs::TS;

use super::keyings::Keyings;
use super::tag::{SheetTag, Tags};
use crate::error::{Error, ErrorCode};
use crate::{Result, View};

/// A box to key without knowing what was keyed before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BlindBox {
    pub no: BoxNo,
    pub label: String,
    pub help: Option<String>,
    pub group: Group,
    pub group_word: String,
    /// The control total.
    pub control: bool,
    /// Digits after which the cursor moves on by itself.
    pub width: Option<u32>,
    /// `second`: not keyed a second time yet. `again`: differs, and is to be keyed once more from the paper.
    /// `third`: differs still, so somebody else decides. `none`: settled.
    pub ask: Ask,
    /// Whether whoever is signed in may key it now.
    pub open: bool,
    /// Whoever is signed in has keyed it in the round it is in.
    pub keyed: bool,
    /// What they keyed in that round; `null`: blank. Never what anybody else keyed.
    pub value: Option<u32>,
}

/// A sheet in its second keying.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BlindSheet {
    pub sheet: SheetTag,
    /// `thứ Bảy`; blank without an evening.
    pub weekday: String,
    pub form_version: u32,
    pub boxes: Vec<BlindBox>,
    /// Every box is settled and nothing is left to anybody.
    pub verified: bool,
}

impl BlindSheet {
    pub(super) fn of(view: &View<'_>, id: SheetId, person: PersonId) -> Result<Self> {
        let sheet = view.get_sheet(id)?;
        let form = view.get_form(sheet.form)?;
        let keyings = view.keyings(id, &form)?;
        let hands = keyings.hands();
        Ok(Self {
            weekday: weekday(sheet.on),
            form_version: form.version,
            boxes: keyings.boxes.iter().map(|(no, r)| blind(&form, &sheet, no, r, &hands, person)).collect(),
            verified: sheet.state == SheetState::Verified,
            sheet: Tags::of(view)?.tag(&sheet),
        })
    }
}

pub(super) fn weekday(on: Option<NaiveDate>) -> String {
    on.map(|on| domain::date::weekday(on).to_owned()).unwrap_or_default()
}

fn blind(form: &Form, sheet: &Sheet, no: &BoxNo, rounds: &Rounds, hands: &Hands, person: PersonId) -> BlindBox {
    let words = Words::of(form, no);
    let one_team = matches!(sheet.kind, SheetKind::Regular | SheetKind::Spare);
    let ask = rounds.ask();
    // Before the other look the round's value is still to come; the one before it would lead the eye.
    let mine = match ask {
        Ask::Second | Ask::Again => None,
        Ask::Third | Ask::None => rounds.again.or(rounds.second).filter(|k| k.by == person),
    };
    BlindBox {
        no: no.clone(),
        label: words.label,
        help: words.help,
        group: words.group,
        group_word: words.group.word().to_owned(),
        control: *no == BoxNo::CONTROL,
        width: words.width.filter(|_| one_team),
        ask,
        open: matches!(may_key(person, rounds, hands), Ok(Ask::Second | Ask::Again)),
        keyed: mine.is_some(),
        value: mine.and_then(|k| k.value),
    }
}

/// What is printed beside a box.
pub(super) struct Words {
    pub(super) label: String,
    pub(super) help: Option<String>,
    pub(super) group: Group,
    pub(super) width: Option<u32>,
}

impl Words {
    pub(super) fn of(form: &Form, no: &BoxNo) -> Self {
        match form.indicator(no) {
            Some(i) => Self { label: i.label.clone(), help: i.help.clone(), group: i.group, width: i.width },
            None => Self {
                label: form.control_words(),
                help: None,
                group: form.indicators.last().map_or(Group::People, |i| i.group),
                width: None,
            },
        }
    }
}

/// A sheet that may be keyed again: keyed, and not locked.
pub(super) fn open_to_others(sheet: &Sheet) -> Result<()> {
    let code = match sheet.state {
        SheetState::Keyed => return Ok(()),
        SheetState::Verified => ErrorCode::SecondKeyingDone,
        SheetState::Locked => ErrorCode::SheetLocked,
        SheetState::Void => ErrorCode::SheetVoid,
        _ => ErrorCode::FirstKeyingOpen,
    };
    Err(Error::of(code).with("code", sheet.code).with("state", sheet.state.word()))
}

/// Why the signed-in person may not key this, in words.
pub(super) fn may_not(sheet: &Sheet, why: MayNot) -> Error {
    let code = match why {
        MayNot::Settled => ErrorCode::SecondKeyingDone,
        MayNot::KeyedFirst => ErrorCode::OwnKeying,
        MayNot::KeyedSecond => ErrorCode::OwnSecondKeying,
        MayNot::NotTheSecond => ErrorCode::AnotherKeysAgain,
    };
    Error::of(code).with("code", sheet.code)
}

/// Why this person may key no box of the sheet a second time; nothing if there is one.
pub(super) fn refusal(sheet: &Sheet, keyings: &Keyings, person: PersonId) -> Result<()> {
    open_to_others(sheet)?;
    let hands = keyings.hands();
    if hands.first.contains(&person) {
        return Err(may_not(sheet, MayNot::KeyedFirst));
    }
    let mut asks = keyings.boxes.iter().map(|(_, rounds)| may_key(person, rounds, &hands));
    if asks.clone().any(|ask| matches!(ask, Ok(Ask::Second | Ask::Again))) {
        return Ok(());
    }
    if asks.any(|ask| ask == Err(MayNot::NotTheSecond)) {
        return Err(may_not(sheet, MayNot::NotTheSecond));
    }
    Err(Error::of(ErrorCode::WaitsForThird).with("code", sheet.code))
}
