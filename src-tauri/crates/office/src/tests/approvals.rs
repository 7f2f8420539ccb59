use domain::account::Role;
use domain::approval::Obstacle;
use domain::sheet::{SheetKind, SheetState};
use store::journal::replayed_dump;

use super::kit::{Ward, code_of};
use super::states::{Evening, day, figures, staff};
use crate::approval::{
    ApprovalEvening, ApproveEvening, ApproveSelfReport, ListEvenings, ReopenEvening, ReopenSelfReport,
};
use crate::area::{AreaForm, EditArea};
use crate::sheet::{ListSheets, NumberSelfReport, SetAsOf, SheetsWhich};
use crate::undo::Undo;
use crate::verification::{AskedMode, SetVerification};
use crate::visit::{AddVisit, CancelVisit, MoveVisit, ShiftVisits};
use crate::{Error, ErrorCode};

/// Last night's evening with so many sheets, all keyed by the first clerk.
fn keyed(count: u32) -> (Ward, Vec<String>) {
    let mut ward = Ward::of("ha-cau-2024");
    staff(&mut ward);
    ward.as_named("Lê Thị Bích");
    let (codes, _, _) = ward.numbered(day(9), count, 1);
    for (code, n) in codes.iter().zip(0..) {
        ward.key(code, figures(n)).expect("keyed");
    }
    (ward, codes)
}

fn evening(ward: &Ward, on: u32) -> ApprovalEvening {
    let all = ward.office.read(ListEvenings {}).expect("evenings").evenings;
    all.into_iter().find(|e| e.on == day(on)).expect("the evening")
}

fn approve(ward: &mut Ward, on: u32, note: Option<&str>) -> crate::Result<()> {
    let approve = ApproveEvening { on: day(on), note: note.map(str::to_owned) };
    ward.office.write(approve).map(|_| ())
}

#[test]
fn an_approved_evening_is_locked_and_says_by_whom_and_when() {
    let (mut ward, codes) = keyed(2);
    let row = evening(&ward, 9);
    assert_eq!((row.counts.expected, row.counts.back, row.counts.keyed, row.counts.verified), (2, 2, 2, 0));
    assert!(row.obstacles.is_empty() && row.approved.is_none() && !row.ahead);
    ward.as_role(Role::Leadership);
    approve(&mut ward, 9, None).expect("nothing is in the way");
    assert!(codes.iter().all(|code| ward.state_of(code) == SheetState::Locked));
    let approved = evening(&ward, 9).approved.expect("by somebody");
    assert_eq!((approved.by.as_str(), approved.note), ("Nguyễn Văn Chủ", None));
    ward.as_named("Lê Thị Bích");
    match ward.key(&codes[0], figures(7)).expect_err("it is locked") {
        Error::User { code: ErrorCode::EveningLocked, params, .. } => {
            let told = ["date", "who", "at"].map(|name| params[name].as_str());
            assert_eq!(told, ["09/11/2024", "Nguyễn Văn Chủ", "08:00 ngày 10/11/2024"]);
        }
        other => panic!("{other:?}"),
    }
    ward.as_role(Role::Leadership);
    assert_eq!(code_of(approve(&mut ward, 9, None)), ErrorCode::EveningLocked, "not twice");
}

#[test]
fn what_is_half_done_blocks_and_what_is_missing_needs_a_word_that_is_kept() {
    let (mut ward, codes) = keyed(3);
    ward.key(&codes[1], vec![crate::sheet::BoxEntry::of(9, "")]).expect("blanked");
    let obstacle = |ward: &Ward| -> Vec<(Obstacle, bool, u32, Vec<String>)> {
        evening(ward, 9).obstacles.into_iter().map(|o| (o.what, o.hard, o.count, o.codes)).collect()
    };
    assert_eq!(obstacle(&ward), [(Obstacle::Unfinished, true, 1, vec![codes[1].clone()])]);
    ward.as_role(Role::Administrator);
    assert_eq!(code_of(approve(&mut ward, 9, Some("vẫn duyệt"))), ErrorCode::ApprovalBlocked);
    ward.key(&codes[1], figures(1)).expect("finished");
    let more = crate::sheet::NumberSheets { evening: Some(day(9)), count: 4, spare: 1, ..Default::default() };
    ward.office.write(more).expect("one more");
    assert_eq!(obstacle(&ward).iter().map(|o| (o.0, o.1, o.2)).collect::<Vec<_>>(), [(Obstacle::Missing, false, 1)]);
    assert_eq!(code_of(approve(&mut ward, 9, Some("  "))), ErrorCode::ApprovalNeedsNote);
    approve(&mut ward, 9, Some("Phiếu 4/4 ướt mưa")).expect("approved with a word");
    assert_eq!(evening(&ward, 9).approved.and_then(|a| a.note).as_deref(), Some("Phiếu 4/4 ướt mưa"));
}

#[test]
fn an_evening_to_come_and_a_day_without_one_are_not_approved() {
    let (mut ward, _) = keyed(1);
    ward.as_role(Role::Leadership);
    assert!(evening(&ward, 11).ahead);
    assert_eq!(code_of(approve(&mut ward, 11, Some("sớm"))), ErrorCode::DayAhead);
    assert_eq!(code_of(approve(&mut ward, 1, Some("không có buổi"))), ErrorCode::NoVisits);
    assert_eq!(code_of(reopen(&mut ward, 9, "nhầm")), ErrorCode::NotApproved);
}

fn reopen(ward: &mut Ward, on: u32, reason: &str) -> crate::Result<()> {
    ward.office.write(ReopenEvening { on: day(on), reason: reason.into() }).map(|_| ())
}

#[test]
fn opened_again_with_a_reason_what_two_people_keyed_alike_is_verified_again() {
    let (mut ward, codes) = keyed(2);
    ward.as_named("Trần Văn Đơ");
    ward.key_second(&codes[0], figures(0)).expect("keyed a second time");
    assert_eq!(ward.state_of(&codes[0]), SheetState::Verified);
    ward.as_role(Role::Leadership);
    approve(&mut ward, 9, None).expect("approved");
    assert_eq!(evening(&ward, 9).counts.verified, 1, "the lock does not hide it");
    assert_eq!(code_of(reopen(&mut ward, 9, "  ")), ErrorCode::ReasonNeeded);
    assert_eq!(ward.state_of(&codes[0]), SheetState::Locked);
    reopen(&mut ward, 9, "Tổ trưởng báo nhầm ô 7").expect("open again");
    assert_eq!(codes.iter().map(|c| ward.state_of(c)).collect::<Vec<_>>(), [SheetState::Verified, SheetState::Keyed]);
    let view = ward.office.view();
    let (head, _) = view.journal_head().expect("a head");
    let entry = view.find_entry(head).expect("read").expect("an entry");
    assert_eq!((entry.op.as_str(), entry.why.as_deref()), ("reopen_evening", Some("Tổ trưởng báo nhầm ô 7")));
    assert_eq!(replayed_dump(&view).expect("a replay"), view.dump().expect("a dump"));
    ward.as_named("Lê Thị Bích");
    ward.key(&codes[0], figures(5)).expect("it can be mended");
    assert_eq!(ward.state_of(&codes[0]), SheetState::Keyed);
    ward.as_role(Role::Leadership);
    approve(&mut ward, 9, None).expect("and approved again");
}

#[test]
fn an_evening_without_a_sheet_is_approved_only_with_a_word() {
    let mut ward = Ward::of("ha-cau-2024");
    staff(&mut ward);
    ward.as_role(Role::Leadership);
    assert_eq!(code_of(approve(&mut ward, 9, None)), ErrorCode::NothingToApprove);
    assert!(evening(&ward, 9).approved.is_none());
    approve(&mut ward, 9, Some("mưa, không tổ nào đi")).expect("approved");
}

#[test]
fn what_was_to_be_keyed_twice_and_was_not_blocks_and_so_does_a_disagreement() {
    let (mut ward, codes) = keyed(2);
    ward.as_role(Role::Leadership);
    ward.office.write(SetVerification { mode: Some(AskedMode::All) }).expect("all twice");
    let what = |ward: &Ward| evening(ward, 9).obstacles.iter().map(|o| (o.what, o.count)).collect::<Vec<_>>();
    assert_eq!(what(&ward), [(Obstacle::SecondKeying, 2)]);
    assert_eq!(code_of(approve(&mut ward, 9, None)), ErrorCode::ApprovalBlocked);
    ward.as_named("Trần Văn Đơ");
    ward.key_second(&codes[0], figures(0)).expect("alike");
    let mut other = figures(1);
    other[8] = crate::sheet::BoxEntry::of(9, 1);
    ward.key_second(&codes[1], other).expect("not alike");
    assert_eq!(what(&ward), [(Obstacle::Disagreement, 1)]);
    ward.key_second(&codes[1], vec![figures(1)[8].clone()]).expect("a slip of the second keying");
    assert!(what(&ward).is_empty());
    ward.as_role(Role::Leadership);
    approve(&mut ward, 9, None).expect("approved");
}

#[test]
fn whoever_works_alone_approves_what_they_keyed() {
    let mut ward = Ward::of("ha-cau-2024");
    let (codes, _, _) = ward.numbered(day(9), 2, 0);
    for code in &codes {
        // The same results twice: nobody else is there to look at them.
        ward.key(code, figures(0)).expect("keyed");
    }
    let found = evening(&ward, 9).obstacles;
    assert!(found.iter().all(|o| o.what == Obstacle::SameResults && !o.hard), "{found:?}");
    approve(&mut ward, 9, Some("hai tờ khác nhau, đã xem")).expect("approved");
}

#[test]
fn a_total_that_differs_is_said_and_does_not_block() {
    let (mut ward, _) = keyed(2);
    let summary = ward.sheets_of(day(9)).into_iter().find(|s| s.kind == SheetKind::Summary).expect("a summary").code;
    ward.key(&summary, figures(0)).expect("keyed");
    let found = evening(&ward, 9).obstacles;
    assert_eq!(found.iter().map(|o| (o.what, o.hard)).collect::<Vec<_>>(), [(Obstacle::Total, false)]);
    assert_eq!(found[0].codes, std::slice::from_ref(&summary));
    ward.as_role(Role::Leadership);
    approve(&mut ward, 9, Some("tổ trưởng cộng nhầm")).expect("approved");
    assert_eq!(ward.state_of(&summary), SheetState::Locked);
}

#[test]
fn the_schedule_leaves_an_approved_evening_alone() {
    let (mut ward, _) = keyed(1);
    ward.as_role(Role::Administrator);
    approve(&mut ward, 10, Some("mưa, không tổ nào đi")).expect("approved without a sheet");
    let view = ward.office.view();
    let visits = view.list_visits(view.get_campaign().expect("it").id).expect("visits");
    let (last_night, tonight, later) = (&visits[0], &visits[1], &visits[2]);
    let moved = |id, on| MoveVisit { id, on, starts: None, ends: None, swap_with: None, confirmed: true };
    assert_eq!(code_of(ward.office.write(moved(tonight.id, day(29)))), ErrorCode::EveningLocked);
    assert_eq!(code_of(ward.office.write(moved(last_night.id, day(10)))), ErrorCode::EveningLocked);
    let off = CancelVisit { id: tonight.id, reason: Some("mưa".into()), confirmed: true };
    assert_eq!(code_of(ward.office.write(off)), ErrorCode::EveningLocked);
    let add = AddVisit { area: later.area, on: day(10), teams: Vec::new() };
    assert_eq!(code_of(ward.office.write(add)), ErrorCode::EveningLocked);
    let shift = ShiftVisits { from: day(10), days: 1, skip_days_off: false, extend: true };
    ward.office.write(shift).expect("the others are pushed back");
    let view = ward.office.view();
    assert_eq!(view.get_visit(tonight.id).expect("it").on, day(10));
    assert_eq!(view.get_visit(later.id).expect("it").on, later.on.succ_opt().expect("a day"));
}

#[test]
fn numbering_all_evenings_passes_over_those_approved() {
    let (mut ward, _) = keyed(2);
    ward.as_role(Role::Administrator);
    approve(&mut ward, 9, None).expect("approved");
    let number = |evening| crate::sheet::NumberSheets { evening, count: 3, spare: 1, ..Default::default() };
    assert_eq!(code_of(ward.office.write(number(Some(day(9))))), ErrorCode::EveningLocked);
    ward.office.write(number(None)).expect("the others get theirs");
    assert_eq!(ward.sheets_of(day(9)).len(), 4, "two sheets, a spare and the summary");
    assert_eq!(ward.sheets_of(day(12)).len(), 4);
}

#[test]
fn a_deed_is_not_taken_back_into_an_approved_evening() {
    let (mut ward, codes) = keyed(1);
    let note = crate::sheet::SetSheetNote { code: codes[0].clone(), note: Some("chữ mờ".into()) };
    let noted = ward.office.write(note).expect("a note").undo.expect("an entry");
    ward.as_role(Role::Leadership);
    approve(&mut ward, 9, None).expect("approved");
    ward.as_named("Lê Thị Bích");
    assert_eq!(code_of(ward.office.write(Undo { entry: noted })), ErrorCode::EveningLocked);
    ward.as_role(Role::Leadership);
    reopen(&mut ward, 9, "bỏ ghi chú").expect("open");
    ward.as_named("Lê Thị Bích");
    ward.office.write(Undo { entry: noted }).expect("taken back");
}

#[test]
fn a_report_of_an_area_itself_is_approved_and_opened_like_an_evening() {
    let mut ward = Ward::of("ha-cau-2024");
    staff(&mut ward);
    let row = ward.office.read(ListEvenings {}).expect("evenings").self_reports.remove(0);
    assert_eq!((row.area_label.as_str(), row.counts.expected), ("Cụm chung cư Hyundai Hillstate", 0));
    let code = ward.office.write(NumberSelfReport { area: row.area }).expect("its sheet").answer;
    ward.key(&code, figures(0)).expect("keyed");
    ward.as_role(Role::Leadership);
    ward.office.write(ApproveSelfReport { area: row.area, note: None }).expect("approved");
    assert_eq!(ward.state_of(&code), SheetState::Locked);
    ward.as_role(Role::Administrator);
    let other_day = SetAsOf { code: code.clone(), as_of: day(9) };
    assert_eq!(code_of(ward.office.write(other_day.clone())), ErrorCode::SelfReportLocked);
    let report = ward.office.read(ListEvenings {}).expect("evenings").self_reports.remove(0);
    assert_eq!(report.as_of, Some(day(10)));
    assert!(report.approved.is_some());
    ward.office.write(ReopenSelfReport { area: row.area, reason: "sửa ngày".into() }).expect("open again");
    ward.office.write(other_day).expect("it can be mended");
}

#[test]
fn who_held_a_paper_is_forgotten_also_in_an_approved_evening() {
    let mut ward = Ward::of("ha-cau-2024");
    staff(&mut ward);
    ward.as_role(Role::Administrator);
    let view = ward.office.view();
    let visits = view.list_visits(view.get_campaign().expect("it").id).expect("visits");
    let area = view.get_area(visits[0].area).expect("an area");
    let form = AreaForm {
        name: area.name.clone(),
        kind: area.kind,
        cluster: area.cluster.clone(),
        leader: Some(crate::area::LeaderForm { name: "Hoàng Thị Vân".into(), phone: None, correction: None }),
        self_report_due: None,
        accept_near: None,
    };
    ward.office.write(EditArea { id: area.id, area: form }).expect("a leader");
    let leader = ward.office.view().get_area(area.id).expect("it").leader.expect("a leader");
    let (codes, _, _) = ward.numbered(day(9), 1, 0);
    let hand_out = crate::sheet::HandOut { evening: Some(day(9)), codes: Vec::new(), holder: Some(leader), on: None };
    ward.office.write(hand_out).expect("given out");
    ward.key(&codes[0], figures(0)).expect("keyed");
    approve(&mut ward, 9, Some("thiếu")).expect("approved");
    let delete = crate::contact::DeletePerson { person: leader, confirm: "Hoàng Thị Vân".into() };
    ward.office.write(delete).expect("the law stands above the lock");
    assert_eq!(ward.office.view().sheet_of(&codes[0]).expect("it").holder, None);
}

#[test]
fn an_approved_evening_with_every_state_holds_what_was_counted() {
    let mut ward = Ward::of("ha-cau-2024");
    staff(&mut ward);
    let approved = Evening::finished(&mut ward, day(9)).approve(&mut ward);
    let row = evening(&ward, 9);
    // Nine sheets: one void and one set aside are not asked for; missing are printed, handed out and lost.
    assert_eq!((row.counts.expected, row.counts.back), (7, 4));
    assert_eq!(row.obstacles.iter().map(|o| (o.what, o.count)).next(), Some((Obstacle::Missing, 3)));
    let locked = ward.sheets_of(approved.on).iter().filter(|s| s.state == SheetState::Locked).count();
    assert_eq!(locked, 5, "four sheets and the summary");
    let late = ListSheets { evening: None, which: Some(SheetsWhich::Unfinished), ..ListSheets::default() };
    assert!(ward.office.read(late).expect("sheets").is_empty());
}
