//! The tally sheet's form (mẫu phiếu): its boxes in order, their meaning and the checks between them.
//! A form has versions; a sheet printed under an older one opens as it was printed.

mod default;
mod draft;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::check::{Check, Failure, Rule, Severity};
use crate::ids::FormId;
use crate::tally::{BoxNo, Tally};

pub use default::{
    DEFAULT_CHECKS, REASON_CHECKS, default_checks, default_indicators, reason_checks, reason_indicators,
};
pub use draft::{CheckDraft, Fault, FaultKind, FormDraft, IndicatorDraft, LONGEST, Spot};

/// What a box counts. Rates ask for a meaning, never for a number, so an office may reorder its boxes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    HouseholdsReached,
    HouseholdsMet,
    HouseholdsAbsent,
    /// People of 15 and over met, and so told (biết).
    PeopleMet,
    Smartphone,
    InstalledBefore,
    InstalledTonight,
    Account,
    Activated,
    NotInstalled,
    NoSmartphone,
    OldPhone,
    Unwilling,
    OtherReason,
    LacksIdentity,
    /// A box of the office's own: printed, keyed and listed, and part of no total or rate. A form may have
    /// several; every other meaning it has once at most.
    Own,
}

impl Meaning {
    pub const ALL: [Self; 16] = [
        Self::HouseholdsReached,
        Self::HouseholdsMet,
        Self::HouseholdsAbsent,
        Self::PeopleMet,
        Self::Smartphone,
        Self::InstalledBefore,
        Self::InstalledTonight,
        Self::Account,
        Self::Activated,
        Self::NotInstalled,
        Self::NoSmartphone,
        Self::OldPhone,
        Self::Unwilling,
        Self::OtherReason,
        Self::LacksIdentity,
        Self::Own,
    ];

    /// What such a box counts, whatever its label.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::HouseholdsReached => "hộ đến",
            Self::HouseholdsMet => "hộ gặp được",
            Self::HouseholdsAbsent => "hộ vắng",
            Self::PeopleMet => "người đã gặp (đã biết)",
            Self::Smartphone => "có điện thoại thông minh",
            Self::InstalledBefore => "đã cài từ trước",
            Self::InstalledTonight => "cài mới trong buổi",
            Self::Account => "có tài khoản",
            Self::Activated => "đã kích hoạt",
            Self::NotInstalled => "chưa cài được",
            Self::NoSmartphone => "chưa cài: không có điện thoại thông minh",
            Self::OldPhone => "chưa cài: máy cũ",
            Self::Unwilling => "chưa cài: không đồng ý",
            Self::OtherReason => "chưa cài: lý do khác",
            Self::LacksIdentity => "đã cài nhưng thiếu VNeID/CCCD",
            Self::Own => "ô riêng, không vào tỷ lệ nào",
        }
    }

    /// The heading such a box usually stands under.
    #[must_use]
    pub fn group(self) -> Group {
        match self {
            Self::HouseholdsReached | Self::HouseholdsMet | Self::HouseholdsAbsent => Group::Households,
            Self::NotInstalled
            | Self::NoSmartphone
            | Self::OldPhone
            | Self::Unwilling
            | Self::OtherReason
            | Self::LacksIdentity => Group::Reasons,
            _ => Group::People,
        }
    }
}

/// A heading that groups boxes on paper and screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    Households,
    People,
    /// The optional block of reasons.
    Reasons,
}

impl Group {
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Households => "Hộ gia đình",
            Self::People => "Người từ 15 tuổi trở lên",
            Self::Reasons => "Chưa cài được",
        }
    }
}

/// One box of the sheet (chỉ tiêu).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Indicator {
    pub no: BoxNo,
    pub label: String,
    pub group: Group,
    pub meaning: Meaning,
    /// What to count in it, in small letters under the label and beside the box when it is keyed.
    pub help: Option<String>,
    /// Part of the control total, if the form has one.
    pub control: bool,
    /// Digits after which the cursor moves on by itself when the box is keyed; none: Enter moves it.
    pub width: Option<u32>,
}

/// One version of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Form {
    pub id: FormId,
    pub version: u32,
    /// One more box, [`BoxNo::CONTROL`]: the sum over the indicators marked so, written by whoever fills the
    /// sheet in and compared when it is keyed.
    pub control: bool,
    pub indicators: Vec<Indicator>,
    pub checks: Vec<Check>,
}

impl Form {
    #[must_use]
    pub fn indicator(&self, no: &BoxNo) -> Option<&Indicator> {
        self.indicators.iter().find(|i| &i.no == no)
    }

    /// Whether the sheet has such a box to key: an indicator, or the control total.
    #[must_use]
    pub fn has(&self, no: &BoxNo) -> bool {
        self.indicator(no).is_some() || (self.control && *no == BoxNo::CONTROL)
    }

    /// Boxes to key, in the paper's order; the control total last.
    pub fn boxes(&self) -> impl Iterator<Item = BoxNo> + '_ {
        self.indicators.iter().map(|i| i.no.clone()).chain(self.control.then_some(BoxNo::CONTROL))
    }

    /// Boxes that the control total adds up.
    #[must_use]
    pub fn control_boxes(&self) -> Vec<BoxNo> {
        self.indicators.iter().filter(|i| self.control && i.control).map(|i| i.no.clone()).collect()
    }

    /// `Tổng kiểm = ô 1 + 2 + 4`; blank without a control total.
    #[must_use]
    pub fn control_words(&self) -> String {
        let boxes: Vec<String> = self.control_boxes().iter().map(ToString::to_string).collect();
        match boxes.len() {
            0 => String::new(),
            all if all == self.indicators.len() => "Tổng kiểm = cộng tất cả các ô trên".into(),
            _ => format!("Tổng kiểm = ô {}", boxes.join(" + ")),
        }
    }

    fn control_check(&self) -> Option<Check> {
        let boxes = self.control_boxes();
        (!boxes.is_empty()).then(|| Check {
            rule: Rule::sum_is(boxes, BoxNo::CONTROL),
            severity: Severity::Hard,
            words: "tổng kiểm trên phiếu phải bằng tổng các ô được cộng".into(),
        })
    }

    /// The count a meaning has on a sheet; absent if the form lacks it or the box is blank.
    #[must_use]
    pub fn count(&self, tally: &Tally, meaning: Meaning) -> Option<u32> {
        self.indicators.iter().find(|i| i.meaning == meaning).and_then(|i| tally.get(&i.no))
    }

    /// Boxes still blank, in the paper's order. A control total that nobody wrote is no missing figure.
    #[must_use]
    pub fn missing(&self, tally: &Tally) -> Vec<BoxNo> {
        self.indicators.iter().filter(|i| tally.get(&i.no).is_none()).map(|i| i.no.clone()).collect()
    }

    /// Checks that do not hold, hard ones first.
    #[must_use]
    pub fn failures(&self, tally: &Tally) -> Vec<Failure> {
        let mut failures: Vec<Failure> =
            self.checks.iter().chain(&self.control_check()).filter_map(|c| c.failure(tally)).collect();
        failures.sort_by_key(|f| f.severity);
        failures
    }

    /// All boxes filled and nothing impossible among them.
    #[must_use]
    pub fn accepts(&self, tally: &Tally) -> bool {
        self.missing(tally).is_empty() && self.failures(tally).iter().all(|f| f.severity != Severity::Hard)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> Form {
        Form {
            id: FormId(1),
            version: 1,
            control: false,
            indicators: default_indicators("iHanoi"),
            checks: default_checks(),
        }
    }

    fn tally(values: [u32; 9]) -> Tally {
        (1..).zip(values).map(|(n, v)| (BoxNo::number(n), v)).collect()
    }

    #[test]
    fn every_default_rule_can_be_read_and_speaks_of_boxes_of_the_form() {
        let form = form();
        assert_eq!(form.checks.len(), DEFAULT_CHECKS.len());
        for check in &form.checks {
            assert!(check.rule.boxes().iter().all(|no| form.indicator(no).is_some()), "{}", check.rule);
        }
    }

    #[test]
    fn a_sound_sheet_is_accepted() {
        assert!(form().accepts(&tally([32, 27, 5, 61, 54, 9, 41, 44, 40])));
    }

    #[test]
    fn the_sketchs_slip_is_found() {
        let failures = form().failures(&tally([32, 27, 5, 61, 24, 9, 41, 20, 20]));
        assert_eq!(failures.len(), 1);
        assert_eq!(failures[0].left, "9 + 41 = 50");
    }

    #[test]
    fn a_blank_box_is_named_and_not_taken_for_zero() {
        let mut tally = tally([0; 9]);
        tally.set(BoxNo::number(7), None);
        assert_eq!(form().missing(&tally), [BoxNo::number(7)]);
        assert!(!form().accepts(&tally));
    }

    #[test]
    fn nobody_at_home_is_an_acceptable_evening() {
        assert!(form().accepts(&tally([12, 0, 12, 0, 0, 0, 0, 0, 0])));
    }

    /// Every box marked, as when the office switches the control total on.
    fn controlled() -> Form {
        let mut form = Form { control: true, ..form() };
        form.indicators.iter_mut().for_each(|i| i.control = true);
        form
    }

    #[test]
    fn a_wrong_control_total_shows_its_arithmetic() {
        let mut tally = tally([32, 27, 5, 61, 54, 9, 41, 44, 40]);
        tally.set(BoxNo::CONTROL, Some(314));
        let failures = controlled().failures(&tally);
        assert_eq!(failures.len(), 1);
        assert_eq!(failures[0].left, "32 + 27 + 5 + 61 + 54 + 9 + 41 + 44 + 40 = 313");
        assert_eq!((failures[0].right.as_str(), failures[0].severity), ("314", Severity::Hard));
        assert!(!controlled().accepts(&tally));
        tally.set(BoxNo::CONTROL, Some(313));
        assert!(controlled().accepts(&tally));
    }

    #[test]
    fn a_blank_control_total_keeps_no_sheet_open() {
        let tally = tally([32, 27, 5, 61, 54, 9, 41, 44, 40]);
        assert!(controlled().missing(&tally).is_empty() && controlled().accepts(&tally));
        assert!(!form().has(&BoxNo::CONTROL) && controlled().has(&BoxNo::CONTROL));
        assert_eq!(controlled().boxes().last(), Some(BoxNo::CONTROL));
    }
}
