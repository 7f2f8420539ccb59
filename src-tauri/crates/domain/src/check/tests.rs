use proptest::prelude::*;

use super::*;

fn tally(boxes: &[(&str, u32)]) -> Tally {
    boxes.iter().map(|(no, v)| (no.parse().expect("a box"), *v)).collect()
}

fn check(rule: &str) -> Check {
    Check { rule: rule.parse().expect("a rule"), severity: Severity::Hard, words: String::new() }
}

#[test]
fn arithmetic_is_shown_with_the_sheets_numbers() {
    let failure = check("[6] + [7] <= [5]").failure(&tally(&[("5", 24), ("6", 9), ("7", 41)])).expect("it fails");
    assert_eq!(
        (failure.rule.as_str(), failure.left.as_str(), failure.right.as_str()),
        ("ô 6 + ô 7 ≤ ô 5", "9 + 41 = 50", "24")
    );
    let many = check("[4] <= 8 * [2]").failure(&tally(&[("2", 2), ("4", 17)])).expect("it fails");
    assert_eq!((many.left.as_str(), many.right.as_str()), ("17", "8 × 2 = 16"));
}

#[test]
fn a_missing_box_silences_the_check() {
    assert_eq!(check("[2] + [3] = [1]").failure(&tally(&[("1", 32), ("2", 27)])), None);
}

#[test]
fn conditions() {
    let rule = check("[2] = 0 => [4] = 0");
    assert!(rule.failure(&tally(&[("2", 0), ("4", 3)])).is_some());
    assert!(rule.failure(&tally(&[("2", 1), ("4", 3)])).is_none());
    assert!(rule.failure(&tally(&[("2", 0), ("4", 0)])).is_none());
}

#[test]
fn negative_terms() {
    let rule = check("[10] = [4] - [6] - [7]");
    let failure = rule.failure(&tally(&[("4", 61), ("6", 9), ("7", 14), ("10", 40)])).expect("it fails");
    assert_eq!(failure.right, "61 - 9 - 14 = 38");
}

#[test]
fn rules_read_back_as_written() {
    for text in
        ["[2] + [3] = [1]", "[4] <= 8 * [2]", "[2] = 0 => [4] = 0", "[10] = [4] - [6] - [7]", "[10a] + [10b] >= 1"]
    {
        assert_eq!(text.parse::<Rule>().expect("a rule").to_string(), text);
    }
    for text in [
        "",
        "[2]",
        "[2] < [1]",
        "[2] + = [1]",
        "[x] = 1",
        "[1] = [2] => ",
        "0 * [1] = 2",
        "9000000000 * 4000000000 = [1]",
    ] {
        assert!(text.parse::<Rule>().is_err(), "{text}");
    }
}

#[test]
fn what_people_read_is_what_people_may_type() {
    for (typed, kept) in [
        ("ô 6 + ô 7 ≤ ô 5", "[6] + [7] <= [5]"),
        ("Ô6 + o 7 <= [5]", "[6] + [7] <= [5]"),
        ("o\u{302} 4 ≤ 8 × ô 2", "[4] <= 8 * [2]"),
        ("ô 4 ≤ 8 x ô 2", "[4] <= 8 * [2]"),
        ("ô 2 = 0 thì ô 4 = 0", "[2] = 0 => [4] = 0"),
        ("ô 10a – 3 ≥ ô 1", "[10a] - 3 >= [1]"),
    ] {
        assert_eq!(typed.parse::<Rule>().expect("a rule").to_string(), kept, "{typed}");
    }
}

#[test]
fn what_is_not_understood_is_named_with_its_place() {
    for (typed, part, at) in [
        ("ô 6 + tổng ≤ ô 5", "tổng ≤ ô 5", 7),
        ("ô 6 + ≤ ô 5", "≤ ô 5", 7),
        ("ô 6 + ô 7", "ô 6 + ô 7", 10),
        ("ô 6 ô 7 = 1", "ô 7 = 1", 5),
        ("ô 6 = 1 = 2", "= 2", 9),
        ("ô 6 = 0 * ô 2", "0 * ô 2", 7),
        ("ô = 1", "ô = 1", 1),
    ] {
        assert_eq!(typed.parse::<Rule>(), Err(NotARule { part: part.into(), at }), "{typed}");
    }
}

#[test]
fn pieces_are_read_each_by_itself() {
    let parts = |when: Option<&str>, left: &str, right: &str| RuleParts {
        when: when.map(str::to_owned),
        left: left.into(),
        operator: Operator::AtMost,
        right: right.into(),
    };
    let rule = Rule::try_from(&parts(Some(" "), "ô 6 + ô 7", "ô 5")).expect("a rule");
    assert_eq!(rule.to_string(), "[6] + [7] <= [5]");
    let rule = Rule::try_from(&parts(Some("ô 2 = 0"), "ô 4", "0")).expect("a rule");
    assert_eq!(rule.to_string(), "[2] = 0 => [4] <= 0");
    let side = |parts: RuleParts| Rule::try_from(&parts).expect_err("not a rule").0;
    assert_eq!(side(parts(Some("ô 2"), "ô 6", "ô 5")), Side::When);
    assert_eq!(side(parts(None, "ô 6 = ô 7", "ô 5")), Side::Left);
    assert_eq!(side(parts(None, "ô 6", "")), Side::Right);
}

#[test]
fn a_product_shows_its_factors_and_a_difference_its_sign() {
    let failure = check("2 * [1] - [2] = 1").failure(&tally(&[("1", 5), ("2", 3)])).expect("it fails");
    assert_eq!((failure.left.as_str(), failure.right.as_str()), ("2 × 5 - 3 = 7", "1"));
}

#[test]
fn boxes_add_up_to_their_control() {
    let boxes = ["1", "2", "10a"].map(|no| no.parse::<BoxNo>().expect("a box"));
    let rule = Rule::sum_is(boxes, BoxNo::CONTROL);
    assert_eq!(rule.to_string(), "[1] + [2] + [10a] = [T]");
    let check = Check { rule, severity: Severity::Hard, words: String::new() };
    let failure = check.failure(&tally(&[("1", 2), ("2", 3), ("10a", 36), ("T", 40)])).expect("it fails");
    assert_eq!((failure.left.as_str(), failure.right.as_str()), ("2 + 3 + 36 = 41", "40"));
}

fn some_sum() -> impl Strategy<Value = Sum> {
    let term = (-9i64..=9, proptest::option::of((1u16..40, proptest::option::of(proptest::char::range('a', 'd')))));
    let term = term.prop_map(|(times, no)| {
        let no = no.map(|(n, letter)| format!("{n}{}", letter.map(String::from).unwrap_or_default()));
        let no = no.map(|no| no.parse::<BoxNo>().expect("a box"));
        Term { times: if times == 0 && no.is_some() { 1 } else { times }, no }
    });
    proptest::collection::vec(term, 1..6).prop_map(Sum)
}

fn some_rule() -> impl Strategy<Value = Rule> {
    let operator = prop_oneof![Just(Operator::Equal), Just(Operator::AtMost), Just(Operator::AtLeast)];
    let comparison = || {
        (some_sum(), operator.clone(), some_sum()).prop_map(|(left, operator, right)| Comparison {
            left,
            operator,
            right,
        })
    };
    (proptest::option::of(comparison()), comparison()).prop_map(|(when, then)| Rule { when, then })
}

proptest! {
    /// Whatever the rule: kept, shown and taken apart it is the same rule.
    #[test]
    fn every_rule_reads_back(rule in some_rule()) {
        prop_assert_eq!(&rule.to_string().parse::<Rule>().expect("kept"), &rule);
        prop_assert_eq!(&rule.words().parse::<Rule>().expect("shown"), &rule);
        prop_assert_eq!(&Rule::try_from(&rule.parts()).expect("in pieces"), &rule);
    }

    /// Whatever is typed: a rule, or a place within the text.
    #[test]
    fn nothing_typed_breaks_it(text in "[ô o0-9\\[\\]+*=<>≤thìTx -]{0,30}") {
        if let Err(NotARule { at, .. }) = text.parse::<Rule>() {
            prop_assert!(at >= 1 && at <= text.chars().count() + 1);
        }
    }

    /// A failure's arithmetic is the rule's: what is shown is what was compared.
    #[test]
    fn a_failure_shows_both_sides(rule in some_rule(), values in proptest::collection::vec(0u32..50, 40 * 5)) {
        let mut tally = Tally::default();
        for (no, value) in rule.boxes().into_iter().zip(values) {
            tally.set(no, Some(value));
        }
        let check = Check { rule, severity: Severity::Soft, words: String::new() };
        if let Some(failure) = check.failure(&tally) {
            let last = |side: &str| side.rsplit(" = ").next().and_then(|n| n.parse::<i64>().ok());
            let (left, right) = (last(&failure.left), last(&failure.right));
            prop_assert!(left.is_some() && right.is_some());
            prop_assert!(!check.rule.then.operator.holds(left.unwrap_or_default(), right.unwrap_or_default()));
        }
    }
}
