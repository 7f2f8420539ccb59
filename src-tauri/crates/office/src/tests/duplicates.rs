use domain::account::Role;
use domain::approval::Obstacle;
use domain::sheet::SheetState;

use super::kit::{Ward, code_of};
use super::states::{day, figures, staff};
use crate::ErrorCode;
use crate::approval::{ApproveEvening, ListEvenings};
use crate::duplicate::{AdmitSheet, DecideCopy, Duplicates, KeyCopy, ListDuplicates, SetAside};
use crate::sheet::{BoxEntry, NumberSelfReport, NumberSheets};
use crate::undo::Undo;

fn keyed() -> (Ward, Vec<String>) {
    let mut ward = Ward::of("ha-cau-2024");
    staff(&mut ward);
    ward.as_named("Lê Thị Bích");
    let (codes, _, _) = ward.numbered(day(9), 2, 1);
    ward.key(&codes[0], figures(0)).expect("keyed");
    (ward, codes)
}

fn copy_of(ward: &mut Ward, code: &str) -> crate::Result<String> {
    Ok(ward.office.write(KeyCopy { code: code.into() })?.answer)
}

fn decide(ward: &mut Ward, code: &str, same: bool, reason: &str) -> crate::Result<crate::Written<()>> {
    ward.office.write(DecideCopy { code: code.into(), same, reason: reason.into() })
}

fn duplicates(ward: &Ward, undecided_only: bool) -> Duplicates {
    ward.office.read(ListDuplicates { undecided_only }).expect("a list")
}

fn obstacles(ward: &Ward) -> Vec<(Obstacle, u32)> {
    let evenings = ward.office.read(ListEvenings {}).expect("evenings").evenings;
    evenings[0].obstacles.iter().map(|o| (o.what, o.count)).collect()
}

/// How many sheets of last night count.
fn counted(ward: &Ward) -> usize {
    let view = ward.office.view();
    let sheets = view.list_sheets_of_evening(view.get_campaign().expect("it").id, day(9)).expect("sheets");
    sheets.iter().filter(|s| s.is_counted() && s.state.is_keyed()).count()
}

#[test]
fn a_second_paper_is_keyed_beside_the_first_and_counts_nothing_until_somebody_says_so() {
    let (mut ward, codes) = keyed();
    let copy = copy_of(&mut ward, &codes[0]).expect("a code to write on it");
    assert_eq!(copy_of(&mut ward, &codes[0]).expect("the same"), copy, "nothing is keyed from it yet");
    assert_eq!(copy_of(&mut ward, &copy).expect("the same"), copy, "its own code leads to the same first sheet");
    assert!(duplicates(&ward, true).pairs[0].blank);
    let mut other = figures(0);
    other[8] = BoxEntry::of(9, 1);
    ward.key(&copy, other).expect("keyed");
    assert_eq!((ward.state_of(&copy), counted(&ward)), (SheetState::Duplicate, 1));
    let pair = duplicates(&ward, true).pairs.remove(0);
    assert_eq!((pair.first.code.as_str(), pair.second.code.as_str()), (codes[0].as_str(), copy.as_str()));
    assert_eq!((pair.first.n, pair.second.n, pair.second.of), (1, 1, 2), "it says which sheet it is");
    assert_eq!(pair.first.keyed_by.as_deref(), Some("Lê Thị Bích"));
    let differing: Vec<String> = pair.boxes.iter().filter(|b| b.differs).map(|b| b.no.to_string()).collect();
    assert_eq!((differing, pair.differing), (vec!["9".to_owned()], 1));
    assert_eq!(obstacles(&ward)[0], (Obstacle::Duplicate, 1));
    let third = copy_of(&mut ward, &codes[0]).expect("a third paper");
    assert_ne!(third, copy);
}

#[test]
fn what_a_second_paper_is_may_be_decided_again() {
    let (mut ward, codes) = keyed();
    let copy = copy_of(&mut ward, &codes[0]).expect("a code");
    ward.key(&copy, figures(4)).expect("keyed");
    assert_eq!(code_of(decide(&mut ward, &copy, true, " ")), ErrorCode::ReasonNeeded);
    assert_eq!(code_of(decide(&mut ward, &codes[1], true, "x")), ErrorCode::NotACopy);
    let decided = decide(&mut ward, &copy, true, "bản chụp của cùng tờ").expect("the same paper");
    assert_eq!((ward.state_of(&copy), counted(&ward)), (SheetState::Duplicate, 1));
    assert!(duplicates(&ward, true).pairs.is_empty() && !obstacles(&ward).iter().any(|o| o.0 == Obstacle::Duplicate));
    ward.office.write(Undo { entry: decided.undo.expect("an entry") }).expect("taken back");
    assert!(duplicates(&ward, true).pairs[0].undecided);
    decide(&mut ward, &copy, true, "bản chụp của cùng tờ").expect("the same paper");
    decide(&mut ward, &copy, false, "hai nhóm dùng chung một bản chụp").expect("another sheet after all");
    assert_eq!((ward.state_of(&copy), counted(&ward)), (SheetState::Keyed, 2));
    let pair = duplicates(&ward, false).pairs.remove(0);
    assert_eq!((pair.undecided, pair.second.because), (false, None));
    decide(&mut ward, &copy, true, "đúng là một tờ").expect("and back");
    assert_eq!((ward.state_of(&copy), counted(&ward)), (SheetState::Duplicate, 1));
}

#[test]
fn a_half_keyed_second_paper_that_is_a_sheet_of_its_own_is_still_to_be_finished() {
    let (mut ward, codes) = keyed();
    let copy = copy_of(&mut ward, &codes[0]).expect("a code");
    ward.key(&copy, figures(4)[..3].to_vec()).expect("begun");
    decide(&mut ward, &copy, false, "tờ khác").expect("another sheet");
    assert_eq!(ward.state_of(&copy), SheetState::Returned);
    assert!(obstacles(&ward).contains(&(Obstacle::Unfinished, 1)));
    ward.key(&copy, figures(4)).expect("finished");
    assert_eq!(ward.state_of(&copy), SheetState::Keyed);
}

#[test]
fn there_is_no_second_paper_of_what_was_never_keyed_or_is_one_of_a_kind() {
    let (mut ward, codes) = keyed();
    assert_eq!(code_of(copy_of(&mut ward, &codes[1])), ErrorCode::NothingToCompare);
    let report = ward.office.read(ListEvenings {}).expect("evenings").self_reports.remove(0).area;
    let own = ward.office.write(NumberSelfReport { area: report }).expect("its sheet").answer;
    ward.key(&own, figures(1)).expect("keyed");
    assert_eq!(code_of(copy_of(&mut ward, &own)), ErrorCode::CopyOfOnlySheet);
    ward.as_role(Role::Leadership);
    ward.office.write(ApproveEvening { on: day(9), note: Some("thiếu".into()) }).expect("approved");
    ward.as_role(Role::Clerk);
    assert_eq!(code_of(copy_of(&mut ward, &codes[0])), ErrorCode::EveningLocked);
}

#[test]
fn a_second_paper_is_no_spare_of_the_set() {
    let (mut ward, codes) = keyed();
    copy_of(&mut ward, &codes[0]).expect("a code");
    let number = NumberSheets { evening: Some(day(9)), count: 2, spare: 2, summary: true, loose: 0 };
    assert_eq!(ward.office.write(number).expect("codes").answer.made, 1, "the second spare");
}

#[test]
fn a_sheet_with_the_results_of_another_is_set_aside_and_taken_back_as_far_as_it_was() {
    let (mut ward, codes) = keyed();
    ward.key(&codes[1], figures(0)).expect("the same results");
    assert_eq!(obstacles(&ward), [(Obstacle::Duplicate, 2)]);
    ward.as_named("Trần Văn Đơ");
    ward.key_second(&codes[1], figures(0)).expect("verified");
    let aside =
        |code: &str, of: &str, reason: &str| SetAside { code: code.into(), of: of.into(), reason: reason.into() };
    assert_eq!(code_of(ward.office.write(aside(&codes[1], &codes[1], "x"))), ErrorCode::NotTheSame);
    assert_eq!(code_of(ward.office.write(aside(&codes[1], &codes[0], ""))), ErrorCode::ReasonNeeded);
    ward.office.write(aside(&codes[1], &codes[0], "một tờ nhập hai lần")).expect("set aside");
    assert_eq!((counted(&ward), obstacles(&ward)), (1, Vec::new()));
    let listed = duplicates(&ward, false).aside;
    assert_eq!(listed[0].because, Some(format!("Trùng phiếu {}: một tờ nhập hai lần", codes[0])));
    assert_eq!(
        code_of(ward.office.write(aside(&codes[0], &codes[1], "x"))),
        ErrorCode::NotTheSame,
        "it counts no more"
    );
    let admit = AdmitSheet { code: codes[1].clone(), reason: "hai nhà giống nhau thật".into() };
    ward.office.write(admit).expect("one of its own");
    assert_eq!((ward.state_of(&codes[1]), counted(&ward)), (SheetState::Verified, 2), "two people keyed it alike");
}

#[test]
fn figures_accepted_as_impossible_stay_accepted() {
    let (mut ward, codes) = keyed();
    let mut wrong = figures(1);
    wrong[8] = BoxEntry::of(9, 999);
    ward.key(&codes[1], wrong).expect("as on paper");
    let accept = crate::sheet::AcceptSheet { code: codes[1].clone(), reason: "tổ trưởng xác nhận".into() };
    ward.office.write(accept).expect("accepted");
    let aside = SetAside { code: codes[1].clone(), of: codes[0].clone(), reason: "x".into() };
    ward.office.write(aside).expect("set aside");
    ward.office.write(AdmitSheet { code: codes[1].clone(), reason: "x".into() }).expect("back");
    assert_eq!(ward.state_of(&codes[1]), SheetState::Keyed);
}

#[test]
fn who_keys_the_first_a_second_time_is_not_shown_what_was_keyed() {
    let (mut ward, codes) = keyed();
    let copy = copy_of(&mut ward, &codes[0]).expect("a code");
    ward.key(&copy, figures(4)).expect("keyed");
    ward.as_named("Trần Văn Đơ");
    ward.key_second(&codes[0], figures(0)[..2].to_vec()).expect("begun");
    let pair = duplicates(&ward, true).pairs.remove(0);
    assert!(pair.boxes.is_empty() && pair.differing == 0);
    ward.as_role(Role::Leadership);
    assert!(!duplicates(&ward, true).pairs[0].boxes.is_empty());
}
