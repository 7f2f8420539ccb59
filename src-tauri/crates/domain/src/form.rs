//! The tally sheet's form (mẫu phiếu): its boxes in order, their meaning and the checks between them.
//! A form has versions; a sheet printed under an older one opens as it was printed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::check::{Check, Failure, Severity};
use crate::ids::FormId;
use crate::tally::{BoxNo, Tally};

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
}

/// One version of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Form {
    pub id: FormId,
    pub version: u32,
    pub indicators: Vec<Indicator>,
    pub checks: Vec<Check>,
}

impl Form {
    #[must_use]
    pub fn indicator(&self, no: &BoxNo) -> Option<&Indicator> {
        self.indicators.iter().find(|i| &i.no == no)
    }

    /// The count a meaning has on a sheet; absent if the form lacks it or the box is blank.
    #[must_use]
    pub fn count(&self, tally: &Tally, meaning: Meaning) -> Option<u32> {
        self.indicators.iter().find(|i| i.meaning == meaning).and_then(|i| tally.get(&i.no))
    }

    /// Boxes still blank, in the paper's order.
    #[must_use]
    pub fn missing(&self, tally: &Tally) -> Vec<BoxNo> {
        self.indicators.iter().filter(|i| tally.get(&i.no).is_none()).map(|i| i.no.clone()).collect()
    }

    /// Checks that do not hold, hard ones first.
    #[must_use]
    pub fn failures(&self, tally: &Tally) -> Vec<Failure> {
        let mut failures: Vec<Failure> = self.checks.iter().filter_map(|c| c.failure(tally)).collect();
        failures.sort_by_key(|f| f.severity);
        failures
    }

    /// All boxes filled and nothing impossible among them.
    #[must_use]
    pub fn accepts(&self, tally: &Tally) -> bool {
        self.missing(tally).is_empty() && self.failures(tally).iter().all(|f| f.severity != Severity::Hard)
    }
}

/// The default sheet of `domain.md`: ours, as no ward's own could be found; nine boxes.
#[must_use]
pub fn default_indicators(app: &str) -> Vec<Indicator> {
    use Group::{Households, People};
    let rows: [(Group, Meaning, String); 9] = [
        (Households, Meaning::HouseholdsReached, "Số hộ đến".into()),
        (Households, Meaning::HouseholdsMet, "Số hộ gặp được".into()),
        (Households, Meaning::HouseholdsAbsent, "Số hộ vắng".into()),
        (People, Meaning::PeopleMet, "Người từ 15 tuổi trở lên đã gặp".into()),
        (People, Meaning::Smartphone, "Trong đó có điện thoại thông minh".into()),
        (People, Meaning::InstalledBefore, format!("Đã cài {app} từ trước")),
        (People, Meaning::InstalledTonight, "Cài mới tối nay".into()),
        (People, Meaning::Account, "Có tài khoản (cũ và mới)".into()),
        (People, Meaning::Activated, "Đã kích hoạt".into()),
    ];
    rows.into_iter()
        .zip(1..)
        .map(|((group, meaning, label), n)| Indicator { no: BoxNo::number(n), label, group, meaning })
        .collect()
}

/// The checks of the default sheet. Source: what its boxes mean.
pub const DEFAULT_CHECKS: [(&str, Severity, &str); 8] = [
    ("[2] + [3] = [1]", Severity::Hard, "gặp được + vắng phải bằng số hộ đến"),
    ("[5] <= [4]", Severity::Hard, "số có điện thoại thông minh không thể nhiều hơn số đã gặp"),
    ("[6] + [7] <= [5]", Severity::Hard, "số đã cài (cũ và mới) không thể nhiều hơn số có điện thoại thông minh"),
    ("[8] <= [6] + [7]", Severity::Hard, "số có tài khoản không thể nhiều hơn số đã cài"),
    ("[9] <= [8]", Severity::Hard, "số đã kích hoạt không thể nhiều hơn số có tài khoản"),
    ("[2] = 0 => [4] = 0", Severity::Hard, "không gặp hộ nào thì không thể gặp người nào"),
    ("[4] >= [2]", Severity::Soft, "mỗi hộ gặp được thường có ít nhất một người từ 15 tuổi"),
    ("[4] <= 8 * [2]", Severity::Soft, "hiếm khi một hộ có quá 8 người từ 15 tuổi"),
];

/// The default form as data.
#[must_use]
pub fn default_checks() -> Vec<Check> {
    DEFAULT_CHECKS
        .iter()
        .filter_map(|(rule, severity, words)| {
            Some(Check { rule: rule.parse().ok()?, severity: *severity, words: (*words).to_owned() })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> Form {
        Form { id: FormId(1), version: 1, indicators: default_indicators("iHanoi"), checks: default_checks() }
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
}
