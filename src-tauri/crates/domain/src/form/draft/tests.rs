use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::campaign::plan_targets;
use crate::check::Operator;
use crate::form::{default_checks, default_indicators, reason_checks, reason_indicators};

fn targets() -> [Target; 2] {
    plan_targets(NaiveDate::from_ymd_opt(2024, 11, 30).expect("a day"))
}

fn long() -> Form {
    let mut indicators = default_indicators("iHanoi");
    indicators.extend(reason_indicators());
    let mut checks = default_checks();
    checks.extend(reason_checks());
    Form { id: FormId(0), version: 3, control: false, indicators, checks }
}

fn draft() -> FormDraft {
    FormDraft::from(&long())
}

fn faults(draft: &FormDraft) -> Vec<Fault> {
    draft.read(3, &targets()).expect_err("faults")
}

#[test]
fn a_form_taken_up_and_left_alone_is_the_same_form() {
    assert_eq!(draft().read(3, &targets()), Ok(long()));
}

#[test]
fn numbers_are_boxes_and_stand_once() {
    let mut draft = draft();
    draft.indicators[1].no = "1".into();
    draft.indicators[2].no = "ba".into();
    draft.indicators[8].no = "T".into();
    draft.checks.clear();
    let spots: Vec<Fault> = faults(&draft);
    let at = |n| Spot::Indicator { at: n };
    assert_eq!(
        spots,
        [
            Fault { spot: at(1), kind: FaultKind::BoxTwice { no: BoxNo::number(1) } },
            Fault { spot: at(2), kind: FaultKind::NotABox { typed: "ba".into() } },
            Fault { spot: at(8), kind: FaultKind::NotABox { typed: "T".into() } },
        ]
    );
}

#[test]
fn what_a_target_counts_keeps_its_box() {
    let mut draft = draft();
    draft.indicators.retain(|i| i.meaning != Meaning::Account);
    draft.checks.clear();
    let kind = FaultKind::TargetNeeds {
        clause: "II.6".into(),
        name: "Biết, cài đặt, tạo tài khoản".into(),
        meaning: Meaning::Account,
    };
    assert_eq!(faults(&draft), [Fault { spot: Spot::Form, kind }]);
    assert!(draft.read(3, &[]).is_ok(), "without a target it may go");
}

#[test]
fn a_meaning_stands_once_but_own_boxes_may_be_many() {
    let mut draft = draft();
    draft.indicators[8].meaning = Meaning::Account;
    assert!(matches!(&faults(&draft)[0].kind, FaultKind::MeaningTwice { no, other, .. } if no == "9" && other == "8"));
    draft.indicators[8].meaning = Meaning::Own;
    draft.indicators[14].meaning = Meaning::Own;
    assert!(draft.read(3, &targets()).is_ok());
}

#[test]
fn a_rule_is_told_where_it_is_wrong() {
    let mut draft = draft();
    draft.checks.truncate(3);
    draft.checks[0].rule.right = "ô 1 + ô 17".into();
    draft.checks[1].rule.left = "năm".into();
    draft.checks[2].rule = RuleParts { when: None, left: "6 + 7".into(), operator: Operator::Equal, right: "5".into() };
    draft.checks[2].words = " ".into();
    let on = |at, side| Spot::Check { at, side };
    assert_eq!(
        faults(&draft),
        [
            Fault {
                spot: on(0, Some(Side::Right)),
                kind: FaultKind::UnknownBox { rule: 1, no: BoxNo::number(17), at: 7 }
            },
            Fault {
                spot: on(1, Some(Side::Left)), kind: FaultKind::Unreadable { rule: 2, part: "năm".into(), at: 1 }
            },
            Fault { spot: on(2, Some(Side::Left)), kind: FaultKind::RuleWithoutBox { rule: 3 } },
            Fault { spot: on(2, None), kind: FaultKind::WordsBlank { rule: 3 } },
        ]
    );
}

#[test]
fn a_control_total_adds_something_up_and_a_form_has_boxes() {
    let mut draft = draft();
    draft.control = true;
    assert_eq!(faults(&draft)[0].kind, FaultKind::ControlOfNothing);
    draft.indicators[0].control = true;
    assert!(draft.read(3, &targets()).is_ok());
    let empty = FormDraft::default().read(1, &[]).expect_err("faults");
    assert_eq!(empty[0].kind, FaultKind::NoBoxes);
}

#[test]
fn a_renumbered_form_still_knows_what_was_counted() {
    let mut renumbered = long();
    for (indicator, n) in renumbered.indicators.iter_mut().zip((1..=15u16).rev()) {
        indicator.no = BoxNo::number(n);
    }
    let tally: Tally = [(BoxNo::number(1), 32), (BoxNo::number(9), 40)].into_iter().collect();
    let translated = renumbered.translate(&long(), &tally);
    assert_eq!(renumbered.count(&translated, Meaning::HouseholdsReached), Some(32));
    assert_eq!(renumbered.count(&translated, Meaning::Activated), Some(40));
    assert_eq!(translated.iter().count(), 2);
}

proptest! {
    /// Whatever is typed in a draft: a form that reads back as it is, or faults, each at a place of the draft.
    #[test]
    fn a_form_or_faults_with_places(
        nos in proptest::collection::vec("[0-9]{0,2}[a-d]?", 0..6),
        meanings in proptest::collection::vec(0..Meaning::ALL.len(), 6),
        left in "[ô0-9 +×-]{0,10}",
        right in "[ô0-9 +×-]{0,10}",
    ) {
        let indicators: Vec<IndicatorDraft> = nos.iter().zip(&meanings).map(|(no, m)| IndicatorDraft {
            no: no.clone(),
            label: "Ô".into(),
            group: Meaning::ALL[*m].group(),
            meaning: Meaning::ALL[*m],
            help: None,
            control: false,
            width: None,
        }).collect();
        let rule = RuleParts { when: None, left, operator: Operator::AtMost, right };
        let checks = vec![CheckDraft { rule, severity: Severity::Soft, words: "lời".into() }];
        let draft = FormDraft { control: false, indicators, checks };
        match draft.read(1, &[]) {
            Ok(form) => prop_assert_eq!(FormDraft::from(&form).read(1, &[]), Ok(form)),
            Err(faults) => {
                prop_assert!(!faults.is_empty());
                for fault in faults {
                    match fault.spot {
                        Spot::Indicator { at } => prop_assert!((at as usize) < draft.indicators.len()),
                        Spot::Check { at, .. } => prop_assert_eq!(at, 0),
                        Spot::Form => {}
                    }
                }
            }
        }
    }
}
