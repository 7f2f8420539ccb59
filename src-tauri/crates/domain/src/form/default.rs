//! The form an office starts from: nine boxes, and the block of reasons it may add. Source: `domain.md`.

use super::{Group, Indicator, Meaning};
use crate::check::{Check, Severity};
use crate::tally::BoxNo;

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
        .map(|((group, meaning, label), n)| Indicator {
            no: BoxNo::number(n),
            label,
            group,
            meaning,
            help: None,
            control: false,
            // Whoever meets a hundred people fills the box with three digits: there the hand says when it ends.
            width: (meaning != Meaning::PeopleMet).then_some(TWO_DIGITS),
        })
        .collect()
}

/// A team reaches fewer than a hundred households in an evening.
const TWO_DIGITS: u32 = 2;

/// The optional block of reasons of `domain.md`, to stand after the nine boxes.
#[must_use]
pub fn reason_indicators() -> Vec<Indicator> {
    let rows = [
        ("10", Meaning::NotInstalled, "Chưa cài được"),
        ("10a", Meaning::NoSmartphone, "Không có điện thoại thông minh"),
        ("10b", Meaning::OldPhone, "Máy cũ"),
        ("10c", Meaning::Unwilling, "Không đồng ý"),
        ("10d", Meaning::OtherReason, "Lý do khác"),
        ("11", Meaning::LacksIdentity, "Đã cài nhưng thiếu VNeID/CCCD"),
    ];
    rows.into_iter()
        .filter_map(|(no, meaning, label)| {
            Some(Indicator {
                no: no.parse().ok()?,
                label: label.into(),
                group: Group::Reasons,
                meaning,
                help: None,
                control: false,
                width: Some(TWO_DIGITS),
            })
        })
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

/// The checks of the optional block of reasons. Source: each person not installed has one reason.
pub const REASON_CHECKS: [(&str, Severity, &str); 4] = [
    ("[10] = [4] - [6] - [7]", Severity::Hard, "chưa cài được phải bằng số đã gặp trừ số đã cài (cũ và mới)"),
    ("[10a] = [4] - [5]", Severity::Hard, "không có điện thoại thông minh phải bằng số đã gặp trừ số có máy"),
    ("[10a] + [10b] + [10c] + [10d] = [10]", Severity::Hard, "các lý do cộng lại phải bằng số chưa cài được"),
    (
        "[11] <= [6] + [7] - [8]",
        Severity::Hard,
        "số thiếu VNeID/CCCD không thể nhiều hơn số đã cài mà chưa có tài khoản",
    ),
];

/// The default checks as data.
#[must_use]
pub fn default_checks() -> Vec<Check> {
    checks(&DEFAULT_CHECKS)
}

/// The checks of the block of reasons as data.
#[must_use]
pub fn reason_checks() -> Vec<Check> {
    checks(&REASON_CHECKS)
}

fn checks(written: &[(&str, Severity, &str)]) -> Vec<Check> {
    written
        .iter()
        .filter_map(|(rule, severity, words)| {
            Some(Check { rule: rule.parse().ok()?, severity: *severity, words: (*words).to_owned() })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_block_of_reasons_is_read_whole_and_its_checks_speak_of_its_boxes() {
        let mut indicators = default_indicators("iHanoi");
        indicators.extend(reason_indicators());
        assert_eq!(indicators.len(), 15);
        assert_eq!(reason_checks().len(), REASON_CHECKS.len());
        for check in reason_checks() {
            assert!(check.rule.boxes().iter().all(|no| indicators.iter().any(|i| i.no == *no)), "{}", check.rule);
        }
    }
}
