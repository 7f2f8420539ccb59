//! The plan and the work list.

use domain::sheet::SheetKind;
use domain::verification::Reason;

use super::kit::{A, B, C, LEADER, SOUND, Staff};
use crate::ErrorCode;
use crate::sheet::ListSheets;
use crate::tests::kit::code_of;
use crate::undo::Undo;
use crate::verification::{AcceptFinding, AskedMode, Lack, SetVerification, WhyNot};

fn plan(staff: &mut Staff, mode: Option<AskedMode>) -> crate::Result<Option<i64>> {
    staff.sign_in(LEADER);
    Ok(staff.ward.office.write(SetVerification { mode })?.undo)
}

/// A sound sheet; no two of these are the same.
fn sound(n: u32) -> [(&'static str, u32); 9] {
    let (met, people) = (20 + n % 9, 48 + n % 13);
    let with_phone = people - 5 - n % 3;
    [
        ("1", met + 4 + n % 4),
        ("2", met),
        ("3", 4 + n % 4),
        ("4", people),
        ("5", with_phone),
        ("6", 8 + n % 3),
        ("7", 20 + n % 5),
        ("8", 25 + n % 3),
        ("9", 20 + n % 4),
    ]
}

#[test]
fn only_a_leader_says_how_much_is_keyed_again() {
    let mut staff = Staff::new();
    staff.sign_in(A);
    let refused = staff.ward.office.write(SetVerification { mode: Some(AskedMode::All) });
    assert_eq!(code_of(refused.map(|w| w.answer)), ErrorCode::NotAllowed);
    for mode in [AskedMode::OneIn { n: 1 }, AskedMode::Aimed { ceiling: 0 }, AskedMode::Aimed { ceiling: 101 }] {
        assert_eq!(code_of(plan(&mut staff, Some(mode))), ErrorCode::SecondKeyingRange);
    }
    let entry = plan(&mut staff, Some(AskedMode::OneIn { n: 10 })).expect("a plan").expect("it can be taken back");
    let set = staff.work(B).plan.expect("a plan");
    assert_eq!((set.mode, set.set_by.as_deref()), (AskedMode::OneIn { n: 10 }, Some("L")));
    staff.sign_in(LEADER);
    staff.ward.office.write(Undo { entry }).expect("taken back");
    assert_eq!(staff.work(B).plan, None);
}

#[test]
fn the_random_start_is_drawn_once_and_not_by_whoever_asks() {
    let mut staff = Staff::new();
    plan(&mut staff, Some(AskedMode::OneIn { n: 10 })).expect("a plan");
    let drawn = |staff: &Staff| {
        let view = staff.ward.office.view();
        view.find_verification(view.get_campaign().expect("a campaign").id).expect("a plan").expect("a plan").mode
    };
    let first = drawn(&staff);
    assert_eq!(plan(&mut staff, Some(AskedMode::OneIn { n: 10 })).expect("the same"), None, "nothing is written");
    assert_eq!(drawn(&staff), first);
    let domain::verification::Mode::OneIn { n: 10, start } = first else { panic!("{first:?}") };
    assert!(start < 10);
}

#[test]
fn without_a_plan_nothing_is_asked_for_and_a_sheet_may_be_keyed_again_all_the_same() {
    let mut staff = Staff::new();
    let code = staff.code();
    staff.first(A, &code, &SOUND);
    let work = staff.work(B);
    assert!(work.plan.is_none() && work.second.is_empty());
    assert!(staff.open(B, &code).expect("opened").reasons.is_empty());
    assert!(staff.second(B, &code, &SOUND).expect("keyed").verified);
    let counts = staff.work(B).counts;
    assert_eq!((counts.keyed, counts.twice, counts.agreed), (1, 1, 1));
}

#[test]
fn the_list_says_who_may_take_what() {
    let mut staff = Staff::new();
    let codes = staff.codes.clone();
    plan(&mut staff, Some(AskedMode::All)).expect("a plan");
    staff.first(A, &codes[0], &sound(0));
    staff.first(B, &codes[1], &sound(1));
    staff.first(A, &codes[2], &sound(2));
    let mut other = sound(2);
    other[6].1 += 1;
    staff.second(B, &codes[2], &other).expect("keyed");
    let why = |staff: &mut Staff, who: usize| {
        let work = staff.work(who);
        codes[..3].iter().map(|c| work.second.iter().find(|r| r.sheet.code == *c).expect("listed").why_not).collect()
    };
    let of: Vec<Option<WhyNot>> = why(&mut staff, A);
    assert_eq!(of, [Some(WhyNot::KeyedFirst), None, Some(WhyNot::KeyedFirst)]);
    let of: Vec<Option<WhyNot>> = why(&mut staff, B);
    assert_eq!(of, [None, Some(WhyNot::KeyedFirst), None]);
    let of: Vec<Option<WhyNot>> = why(&mut staff, C);
    assert_eq!(of, [None, None, Some(WhyNot::AnotherKeysAgain)]);
    let work = staff.work(C);
    assert_eq!((work.counts.waiting_second, work.counts.waiting_again, work.counts.chosen), (2, 1, 3));
    assert!(work.second.iter().all(|row| row.reasons == [Reason::All] && row.boxes.is_none()));
    staff.second(B, &codes[2], &[("7", other[6].1)]).expect("keyed");
    let row = staff.work(C).third.pop().expect("a dispute");
    assert_eq!(
        (row.deciders, row.boxes[0].values.len()),
        (vec![administrator(&staff), "C".to_owned(), "L".to_owned()], 2)
    );
    let row = staff.work(B).third.pop().expect("a dispute");
    assert_eq!((row.why_not, row.boxes[0].values.len()), (Some(WhyNot::KeyedSecond), 0), "no values for the second");
}

fn administrator(staff: &Staff) -> String {
    staff.administrator().expect("one").name
}

#[test]
fn an_office_with_too_few_people_is_told_whom_it_needs() {
    let mut staff = Staff::new();
    let code = staff.code();
    plan(&mut staff, Some(AskedMode::All)).expect("a plan");
    staff.first(A, &code, &SOUND);
    let leave = |staff: &mut Staff, name: &str| {
        let account = staff.ward.office.view().list_accounts().expect("accounts");
        let account = account.into_iter().find(|a| a.name == name).expect("one");
        staff.ward.office.set_who(staff.administrator());
        let edit = crate::account::EditAccount { id: account.id, name: name.into(), role: account.role, active: false };
        staff.ward.office.write(edit).expect("left");
    };
    let mut other = SOUND;
    other[6].1 = 14;
    staff.second(B, &code, &other).expect("keyed");
    assert!(staff.work(B).lacks.is_empty());
    leave(&mut staff, "B");
    assert_eq!(staff.work(A).lacks, [Lack::SecondPersonGone]);
}

#[test]
fn a_figure_far_from_the_others_is_found_and_accepted_by_somebody_else() {
    let mut staff = Staff::new();
    let codes = staff.codes.clone();
    for (n, code) in (0u32..).zip(&codes[..60]) {
        staff.first(A, code, &sound(n));
    }
    let mut odd = sound(60);
    odd[7].1 = 0;
    odd[8].1 = 0;
    staff.first(A, &codes[60], &odd);
    plan(&mut staff, Some(AskedMode::Aimed { ceiling: 100 })).expect("a plan");
    let work = staff.work(A);
    let row = work.outliers.iter().find(|o| o.sheet.code == codes[60]).expect("found").clone();
    assert_eq!((row.no.to_string().as_str(), row.value), ("8", Some(0)));
    assert!(row.low > 0);
    let listed = |staff: &mut Staff| {
        staff.work(C).second.iter().any(|r| r.sheet.code == codes[60] && r.reasons.contains(&Reason::Outlier))
    };
    assert!(listed(&mut staff));
    let hidden = staff.work(C).outliers.iter().find(|o| o.sheet.code == codes[60]).expect("found").value;
    assert_eq!(hidden, None, "C may still key it blind");
    let accept =
        |reason: &str| AcceptFinding { code: codes[60].clone(), flag: row.flag.clone(), reason: reason.into() };
    staff.sign_in(A);
    assert_eq!(code_of(staff.ward.office.write(accept("đúng")).map(|w| w.answer)), ErrorCode::OwnKeying);
    staff.sign_in(C);
    assert_eq!(code_of(staff.ward.office.write(accept(" ")).map(|w| w.answer)), ErrorCode::ReasonNeeded);
    let after = staff.ward.office.write(accept("đúng như phiếu giấy")).expect("accepted").answer;
    assert!(!after.outliers.iter().any(|o| o.sheet.code == codes[60] && o.flag == row.flag));
    assert_eq!(code_of(staff.ward.office.write(accept("lần nữa")).map(|w| w.answer)), ErrorCode::FlagGone);
    // Other figures are another question.
    staff.first(A, &codes[60], &[("4", odd[3].1 + 1)]);
    assert!(staff.work(C).outliers.iter().any(|o| o.sheet.code == codes[60] && o.flag == row.flag));
}

/// The first evening's sheets with their summary.
fn evening(staff: &Staff) -> (Vec<String>, String) {
    let rows = staff.ward.office.read(ListSheets::default()).expect("sheets");
    let on = rows[0].on;
    let area = rows[0].area_label.clone();
    let of = |kind| {
        let same = rows.iter().filter(|r| r.kind == kind && r.on == on && r.area_label == area);
        same.map(|r| r.code.clone()).collect::<Vec<_>>()
    };
    (of(SheetKind::Regular), of(SheetKind::Summary)[0].clone())
}

#[test]
fn a_total_that_differs_asks_for_single_boxes_and_stops_when_it_fits() {
    let mut staff = Staff::new();
    let (codes, summary) = evening(&staff);
    plan(&mut staff, Some(AskedMode::Aimed { ceiling: 100 })).expect("a plan");
    let mut sums = [0u32; 9];
    for (n, code) in (0u32..).zip(&codes) {
        let sheet = sound(n);
        sheet.iter().zip(&mut sums).for_each(|((_, value), sum)| *sum += value);
        let mut keyed = sheet;
        if n == 0 {
            keyed[6].1 -= 2;
        }
        staff.first(A, code, &keyed);
    }
    let total: Vec<(&str, u32)> = sound(0).iter().map(|(no, _)| *no).zip(sums).collect();
    staff.first(A, &summary, &total);
    let work = staff.work(A);
    let row = work.totals.first().expect("a difference");
    assert_eq!(row.summary.code, summary);
    let figures = row.boxes[0].figures.clone().expect("shown to who keyed them");
    assert_eq!((row.boxes.len(), figures.over, figures.total), (1, -2, sums[6]));
    assert!(figures.worked.ends_with(&format!("= {}", sums[6] - 2)), "{}", figures.worked);
    assert!(staff.work(B).totals[0].boxes[0].figures.is_none(), "hidden from who may key them");
    // Box by box, until the sum fits.
    for _ in 0..codes.len() + 1 {
        let Some(next) = staff.work(B).second.into_iter().find(|r| r.reasons.contains(&Reason::TotalMismatch)) else {
            break;
        };
        let at = codes.iter().position(|c| *c == next.sheet.code);
        // So small an evening may be drawn as well, and then it is asked for whole.
        let whole = next.reasons.contains(&Reason::Random);
        let boxes: Option<Vec<String>> = next.boxes.map(|b| b.iter().map(ToString::to_string).collect());
        assert_eq!(boxes, (!whole).then(|| vec!["7".to_owned()]));
        let no = "7";
        let paper = at.map_or(sums[6], |n| sound(u32::try_from(n).expect("small"))[6].1);
        staff.second(B, &next.sheet.code, &[(no, paper)]).expect("keyed");
        if at == Some(0) {
            staff.second(B, &next.sheet.code, &[(no, paper)]).expect("again");
            staff.decide(C, &next.sheet.code, no, &paper.to_string()).expect("decided");
        }
    }
    let work = staff.work(C);
    assert!(work.totals.is_empty(), "it fits");
    assert_eq!(work.estimate.found, 1);
    assert_eq!(staff.state(&codes[0]), domain::sheet::SheetState::Keyed, "only single boxes were keyed again");
    staff.sign_in(B);
    assert!(staff.ward.office.read(crate::sheet::OpenSheet { code: codes[0].clone() }).is_ok(), "B is done with it");
}

#[test]
fn a_total_that_differs_on_paper_is_accepted_with_a_reason() {
    let mut staff = Staff::new();
    let (codes, summary) = evening(&staff);
    for (n, code) in (0u32..).zip(&codes) {
        staff.first(A, code, &sound(n));
    }
    let sum = |at: usize| (0u32..).zip(&codes).map(|(n, _)| sound(n)[at].1).sum::<u32>();
    let mut total: Vec<(&str, u32)> = sound(0).iter().enumerate().map(|(at, (no, _))| (*no, sum(at))).collect();
    total[5].1 += 1;
    staff.first(A, &summary, &total);
    let accept =
        AcceptFinding {
            code: summary.clone(), flag: "total [6]".into(), reason: "tổ trưởng cộng nhầm".into()
        };
    staff.sign_in(A);
    assert_eq!(code_of(staff.ward.office.write(accept.clone()).map(|w| w.answer)), ErrorCode::OwnKeying);
    staff.sign_in(B);
    assert!(staff.ward.office.write(accept).expect("accepted").answer.totals.is_empty());
    // Another sum is another question.
    staff.first(A, &codes[0], &[("6", sound(0)[5].1 + 2)]);
    assert_eq!(staff.work(B).totals.len(), 1);
}
