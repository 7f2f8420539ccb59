use domain::campaign::{Denominator, Numerator};
use domain::ids::TargetId;

use super::kit::{Ward, code_of};
use crate::ErrorCode;
use crate::report::ReportXlsx;
use crate::status::GetStatus;
use crate::target::{AddPlanTargets, GetTargets, OrderTargets, PutTarget, RemoveTarget};
use crate::undo::Undo;

#[test]
fn both_targets_name_what_they_count_and_of_whom() {
    let ward = Ward::of("ha-cau-2024");
    let targets = ward.office.read(GetTargets {}).expect("targets");
    let words: Vec<(&str, &str, &str, u32)> = targets
        .iter()
        .map(|t| (t.clause.as_str(), t.numerator_word.as_str(), t.denominator_word.as_str(), t.goal))
        .collect();
    assert_eq!(
        words,
        [
            ("I.2", "số người đã cài đặt", "người từ 15 tuổi trở lên dùng điện thoại thông minh", 50),
            ("II.6", "số người đã có tài khoản", "người từ 15 tuổi trở lên", 50),
        ]
    );
    // No base figure is known, so there is no rate, and every area is named as left out.
    assert!(targets.iter().all(|t| t.denominator.is_none() && t.percent.is_none() && t.without_base.len() == 18));
}

#[test]
fn targets_are_the_same_as_in_the_state() {
    let ward = Ward::of("minh-hoa");
    let targets = ward.office.read(GetTargets {}).expect("targets");
    let status = ward.office.read(GetStatus {}).expect("a status");
    for (target, stated) in targets.iter().zip(&status.targets) {
        assert_eq!(target.name, stated.name);
        assert_eq!(
            (target.numerator, target.denominator, target.percent),
            (stated.numerator, stated.denominator, stated.percent)
        );
    }
}

fn put(counts: Numerator, of: Denominator) -> PutTarget {
    let by = chrono::NaiveDate::from_ymd_opt(2024, 11, 20).expect("a day");
    PutTarget { id: None, clause: "I.3".into(), name: "Gặp đủ hộ".into(), counts, of, goal: 80, by }
}

#[test]
fn targets_are_added_changed_ordered_and_taken_out() {
    let mut ward = Ward::of("minh-hoa");
    let names = |ward: &Ward| -> Vec<String> {
        ward.office.read(GetTargets {}).expect("targets").into_iter().map(|t| t.name).collect()
    };
    let before = names(&ward);
    let id = ward.office.write(put(Numerator::HouseholdsMet, Denominator::Households)).expect("a target").answer;
    let row = ward.office.read(GetTargets {}).expect("targets").pop().expect("the new one");
    assert_eq!(row.sentence.replace('\u{a0}', " "), "≥ 80 % số hộ gia đình đã được gặp, đến 20/11/2024");
    assert!(row.numerator.is_some() && row.denominator.is_some() && row.percent.is_some());
    assert!(!row.without_base.is_empty(), "areas without households are out of both sides");
    ward.office
        .write(PutTarget {
            id: Some(id),
            name: "Gặp hộ".into(),
            ..put(Numerator::HouseholdsMet, Denominator::Households)
        })
        .expect("changed");
    let mut ids: Vec<_> = ward.office.read(GetTargets {}).expect("targets").iter().map(|t| t.id).collect();
    ids.rotate_right(1);
    ward.office.write(OrderTargets { ids }).expect("ordered");
    assert_eq!(names(&ward)[0], "Gặp hộ");
    ward.office.make(ReportXlsx::default(), &mut |_, _| true).expect("a report of three targets");
    let removed = ward.office.write(RemoveTarget { id }).expect("gone");
    assert_eq!(names(&ward), before);
    ward.office.write(Undo { entry: removed.undo.expect("an entry") }).expect("back");
    assert_eq!(names(&ward)[0], "Gặp hộ");
}

#[test]
fn without_targets_everything_still_works_and_the_plans_two_are_one_step_away() {
    let mut ward = Ward::of("minh-hoa");
    assert_eq!(code_of(ward.office.write(AddPlanTargets {})), ErrorCode::TargetsThere);
    for target in ward.office.read(GetTargets {}).expect("targets") {
        ward.office.write(RemoveTarget { id: target.id }).expect("gone");
    }
    assert!(ward.office.read(GetStatus {}).expect("a status").targets.is_empty());
    ward.office.make(ReportXlsx::default(), &mut |_, _| true).expect("a report without rates");
    ward.office.write(AddPlanTargets {}).expect("two");
    let clauses: Vec<String> =
        ward.office.read(GetTargets {}).expect("targets").into_iter().map(|t| t.clause).collect();
    assert_eq!(clauses, ["I.2", "II.6"]);
}

#[test]
fn what_cannot_be_a_target_is_told() {
    let mut ward = Ward::of("ha-cau-2024");
    let unlike = put(Numerator::HouseholdsMet, Denominator::People15);
    assert_eq!(code_of(ward.office.write(unlike)), ErrorCode::TargetUnlike);
    let none = PutTarget { goal: 0, ..put(Numerator::Account, Denominator::People15) };
    assert_eq!(code_of(ward.office.write(none)), ErrorCode::PercentOutOfRange);
    let blank = PutTarget { name: " ".into(), ..put(Numerator::Account, Denominator::People15) };
    assert_eq!(code_of(ward.office.write(blank)), ErrorCode::Blank);
    let gone = PutTarget { id: Some(TargetId(9999)), ..put(Numerator::Account, Denominator::People15) };
    assert_eq!(code_of(ward.office.write(gone)), ErrorCode::Missing);
    assert_eq!(code_of(ward.office.write(OrderTargets { ids: vec![TargetId(1)] })), ErrorCode::Missing);
}
