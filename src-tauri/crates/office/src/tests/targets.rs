use super::kit::Ward;
use crate::status::GetStatus;
use crate::target::GetTargets;

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
