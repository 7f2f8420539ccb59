use chrono::NaiveDate;
use domain::ids::{ForceId, MemberId, VisitId};
use domain::roster::RosterClash;
use domain::team::ForceKind;

use super::kit::{Ward, code_of};
use crate::ErrorCode;
use crate::contact::PersonForm;
use crate::import::{ImportAction, ImportMembers, Imported, TableSource};
use crate::plan::GetPlan;
use crate::roster::{CopyRoster, FillRosters, GetRoster, ListRosters, PairUp, ProposeRoster, RosterLine, SetRoster};
use crate::team::{
    AddForce, AddMember, AddTeam, EditForce, EditMember, ForceForm, ListForces, ListMembers, MemberForm, OrderForces,
    RemoveForce, RemoveMember, RemoveTeam,
};
use crate::undo::Undo;
use crate::visit::MoveVisit;

pub(super) fn person(name: &str, unit: Option<&str>) -> PersonForm {
    PersonForm { name: name.into(), title: None, unit: unit.map(str::to_owned), phone: Some("912 345 678".into()) }
}

pub(super) fn force(ward: &Ward, name: &str) -> ForceId {
    let forces = ward.office.read(ListForces {}).expect("forces").forces;
    forces.iter().find(|f| f.name == name).map(|f| f.id).expect("the force of the sample")
}

pub(super) fn members(ward: &mut Ward, force: ForceId, names: &[&str]) -> Vec<MemberId> {
    let add = |name: &&str| {
        let member = MemberForm { force, person: person(name, None), left_on: None };
        ward.office.write(AddMember { member }).expect("a member").answer
    };
    names.iter().map(add).collect()
}

pub(super) fn visits(ward: &Ward) -> Vec<VisitId> {
    ward.office.read(ListRosters {}).expect("rosters").evenings.iter().map(|e| e.visit).collect()
}

const YOUTH: &str = "Đoàn viên thanh niên";
const SEVEN: [&str; 7] = ["Lê An", "Trần Bình", "Phạm Chi", "Đỗ Dũng", "Vũ Giang", "Hà Hoa", "Ngô Khánh"];

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
}

#[test]
fn an_evening_shows_what_is_missing_and_is_filled_in_turn() {
    let mut ward = Ward::of("ha-cau-2024");
    let rosters = ward.office.read(ListRosters {}).expect("rosters");
    assert_eq!((rosters.evenings.len(), rosters.evenings[0].short), (22, 15), "5 + 9 + 1");
    assert!(rosters.evenings[0].head.name.is_none());
    assert!(rosters.clashes.iter().any(|c| matches!(c.clash, RosterClash::NoHead { .. })));
    let past = rosters.clashes.iter().filter(|c| c.clash.on() < day(10)).count();
    assert_eq!(past, 0, "the 9th can no longer be mended");

    let youth = force(&ward, YOUTH);
    members(&mut ward, youth, &SEVEN);
    let visits = visits(&ward);
    assert_eq!(ward.office.read(ProposeRoster { visit: visits[1] }).expect("a proposal").len(), 5);
    let filled = ward.office.write(FillRosters { visits: Some(vec![visits[1], visits[2]]) }).expect("filled");
    assert_eq!((filled.answer.people, filled.answer.evenings, filled.answer.missing), (10, 2, 20));
    let rosters = ward.office.read(ListRosters {}).expect("rosters");
    assert_eq!(rosters.evenings[1].short, 10);
    let out: Vec<u32> = ward.office.read(ListMembers {}).expect("members").iter().map(|m| m.evenings).collect();
    assert!(out.iter().all(|n| (1..=2).contains(n)), "{out:?}");

    ward.office.write(Undo { entry: filled.undo.expect("it can be taken back") }).expect("undone");
    assert_eq!(ward.office.read(ListRosters {}).expect("rosters").evenings[1].short, 15);
}

#[test]
fn nobody_is_put_in_two_places_and_a_moved_evening_only_shows_it() {
    let mut ward = Ward::of("ha-cau-2024");
    let youth = force(&ward, YOUTH);
    let member = members(&mut ward, youth, &SEVEN[..1])[0];
    let visits = visits(&ward);
    let team = ward.office.read(ListForces {}).expect("forces").teams[0].id;
    let line = RosterLine { member, team, pair: None };
    ward.office.write(SetRoster { visit: visits[1], lines: vec![line] }).expect("the 10th");
    ward.office.write(SetRoster { visit: visits[2], lines: vec![line] }).expect("the 11th");
    let moving = MoveVisit { id: visits[2], on: day(10), starts: None, ends: None, swap_with: None, confirmed: true };
    ward.office.write(moving).expect("moved");
    let clashes = ward.office.read(ListRosters {}).expect("rosters").clashes;
    let first = clashes.first().expect("a clash");
    assert!(first.hard && matches!(first.clash, RosterClash::MemberTwice { .. }), "{first:?}");
    assert_eq!(first.name, SEVEN[0]);
    let seen = ward.office.read(GetRoster { visit: visits[2] }).expect("a roster");
    assert!(seen.lines[0].elsewhere.is_some());
    ward.office.write(SetRoster { visit: visits[2], lines: vec![line] }).expect("what stands may stand");
    ward.office.write(SetRoster { visit: visits[2], lines: vec![] }).expect("taken off");
    let again = ward.office.write(SetRoster { visit: visits[2], lines: vec![line] });
    assert_eq!(code_of(again), ErrorCode::MemberOutElsewhere);
}

#[test]
fn a_member_who_left_is_not_put_on_later_evenings() {
    let mut ward = Ward::of("ha-cau-2024");
    let youth = force(&ward, YOUTH);
    let all = members(&mut ward, youth, &SEVEN[..2]);
    let member = MemberForm { force: youth, person: person(SEVEN[0], None), left_on: Some(day(12)) };
    ward.office.write(EditMember { id: all[0], member }).expect("left");
    let visits = visits(&ward);
    let team = ward.office.read(ListForces {}).expect("forces").teams[0].id;
    let lines = vec![RosterLine { member: all[0], team, pair: None }];
    ward.office.write(SetRoster { visit: visits[3], lines: lines.clone() }).expect("the 12th is the last day");
    let later = ward.office.write(SetRoster { visit: visits[4], lines });
    assert_eq!(code_of(later), ErrorCode::MemberLeftBefore);
    assert_eq!(code_of(ward.office.write(RemoveMember { id: all[0] })), ErrorCode::MemberOnRosters);
    ward.office.write(RemoveMember { id: all[1] }).expect("who is on no roster goes");
    assert_eq!(code_of(ward.office.write(RemoveForce { id: youth })), ErrorCode::ForceOnRosters);
}

#[test]
fn an_evening_is_copied_and_paired() {
    let mut ward = Ward::of("ha-cau-2024");
    let youth = force(&ward, YOUTH);
    members(&mut ward, youth, &SEVEN);
    let local = force(&ward, "Thành viên Tổ chuyển đổi số cộng đồng");
    let member =
        MemberForm {
            force: local, person: person("Bùi Lan", Some("Tổ chuyển đổi số Cầu Đơ 1")), left_on: None
        };
    ward.office.write(AddMember { member }).expect("a member");
    let visits = visits(&ward);
    ward.office.write(FillRosters { visits: Some(vec![visits[0]]) }).expect("filled");
    let roster = ward.office.read(GetRoster { visit: visits[0] }).expect("a roster");
    assert_eq!(roster.lines.len(), 6, "five sent, and the area's own");
    assert_eq!(ward.office.write(PairUp { visit: visits[0] }).expect("paired").answer, 3);
    let whole = ward.office.read(GetRoster { visit: visits[0] }).expect("a roster").lines;
    let alone = whole.iter().find(|l| l.name == "Bùi Lan").expect("the local").clone();
    let lines: Vec<RosterLine> = whole
        .iter()
        .filter(|l| l.member != alone.member)
        .filter_map(|l| Some(RosterLine { member: l.member, team: l.team?, pair: l.pair }))
        .collect();
    let taken_off = ward.office.write(SetRoster { visit: visits[0], lines }).expect("taken off");
    let left = ward.office.read(GetRoster { visit: visits[0] }).expect("a roster").lines;
    assert_eq!(left.iter().filter(|l| l.pair.is_some()).count(), 4, "who lost the other is in no pair");
    ward.office.write(Undo { entry: taken_off.undo.expect("an entry") }).expect("undone");
    let copied = ward.office.write(CopyRoster { from: visits[0], to: visits[1] }).expect("copied").answer;
    assert_eq!((copied.people, copied.left_out), (5, vec!["Bùi Lan".to_owned()]), "the next area has its own people");
}

#[test]
fn the_plan_follows_its_forces() {
    let mut ward = Ward::of("ha-cau-2024");
    let before = ward.office.read(ListForces {}).expect("forces").forces;
    let youth = before.iter().find(|f| f.name == YOUTH).expect("youth").clone();
    let form = ForceForm {
        kind: youth.kind,
        name: youth.name.clone(),
        role: youth.role.clone(),
        quota: Some(7),
        detailing: youth.detailing.clone(),
        detailer_name: Some("Lê Thị Mới".into()),
        detailer_title: Some("Bí thư Đoàn thanh niên".into()),
    };
    ward.office.write(EditForce { id: youth.id, force: form }).expect("edited");
    let after = ward.office.read(ListForces {}).expect("forces").forces;
    let line = &after.iter().find(|f| f.id == youth.id).expect("youth").plan_line;
    assert!(line.starts_with("07 Đoàn viên") && line.contains("đ/c Lê Thị Mới"), "{line}");
    let plan = serde_json::to_string(&ward.office.read(GetPlan {}).expect("a plan")).expect("JSON");
    assert!(!plan.is_empty());
    let old = ward.office.view().find_person(youth.detailed_by.expect("a person")).expect("it reads");
    assert_eq!(old.map(|p| p.name), youth.detailer_name, "the one before keeps their own details");

    let add = |name: &str| AddForce {
        force: ForceForm {
            kind: ForceKind::Cooperating,
            name: name.into(),
            role: None,
            quota: Some(3),
            detailing: None,
            detailer_name: None,
            detailer_title: None,
        },
    };
    assert_eq!(code_of(ward.office.write(add("doan vien thanh nien"))), ErrorCode::ForceExists);
    let new = ward.office.write(add("Bảo vệ dân phố")).expect("a force").answer;
    ward.office.write(OrderForces { order: vec![new] }).expect("ordered");
    let forces = ward.office.read(ListForces {}).expect("forces").forces;
    assert_eq!((forces[0].id, forces[0].quota), (new, None), "who works along has no quota");
    ward.office.write(RemoveForce { id: new }).expect("removed");
}

#[test]
fn a_team_goes_only_when_nothing_names_it() {
    let mut ward = Ward::of("ha-cau-2024");
    let first = ward.office.read(ListForces {}).expect("forces").teams[0].id;
    assert_eq!(code_of(ward.office.write(RemoveTeam { id: first })), ErrorCode::TeamInUse);
    let second = ward.office.write(AddTeam { name: "Tổ hỗ trợ số 2".into() }).expect("a team").answer;
    ward.office.write(RemoveTeam { id: second }).expect("removed");
}

#[test]
fn a_number_that_lists_do_not_show_stays_unless_it_is_typed() {
    let mut ward = Ward::of("ha-cau-2024");
    let youth = force(&ward, YOUTH);
    let id = members(&mut ward, youth, &SEVEN[..1])[0];
    let phone = |ward: &Ward| {
        let member = ward.office.read(ListMembers {}).expect("members").remove(0);
        ward.office.view().find_person(member.person).expect("it reads").expect("a person").phone
    };
    assert_eq!(phone(&ward).as_deref(), Some("0912345678"), "the lost zero is back");
    let edit = |typed: Option<&str>| EditMember {
        id,
        member: MemberForm {
            force: youth,
            person: PersonForm { name: SEVEN[0].into(), title: None, unit: None, phone: typed.map(str::to_owned) },
            left_on: None,
        },
    };
    ward.office.write(edit(None)).expect("edited");
    assert_eq!(phone(&ward).as_deref(), Some("0912345678"));
    assert_eq!(code_of(ward.office.write(edit(Some("001085012345")))), ErrorCode::NotAPhone);
    ward.office.write(edit(Some(""))).expect("edited");
    assert_eq!(phone(&ward), None);
    let twice = AddMember { member: MemberForm { force: youth, person: person("lê  An", None), left_on: None } };
    assert_eq!(code_of(ward.office.write(twice)), ErrorCode::MemberExists);
}

fn import(ward: &mut Ward, text: &str, dry_run: bool, force: Option<ForceId>) -> crate::Result<Imported> {
    let table = TableSource::text(text);
    ward.office.write(ImportMembers { table, dry_run, force }).map(|w| w.answer)
}

#[test]
fn members_come_from_a_table_all_or_nothing_and_nothing_personal_with_them() {
    let mut ward = Ward::of("ha-cau-2024");
    let table = "Họ và tên\tNăm sinh\tSố CCCD\tĐơn vị\tSĐT\tLực lượng\n\
                 Lê An\t1999\t001085012345\tChi đoàn 1\t912345678\tđoàn viên\n\
                 Trần Bình\t1998\t001085012346\tBan CHQS\t\tDân quân\n";
    let seen = import(&mut ward, table, true, None).expect("a dry run");
    assert_eq!((seen.added, seen.skipped), (2, 0));
    let left: Vec<&str> =
        seen.will.iter().filter(|l| l.action == ImportAction::Skip).map(|l| l.text.as_str()).collect();
    assert_eq!(left, ["Năm sinh", "Số CCCD"], "said to be left");
    assert!(ward.office.read(ListMembers {}).expect("members").is_empty(), "a dry run changes nothing");

    import(&mut ward, table, false, None).expect("taken over");
    let rows = ward.office.read(ListMembers {}).expect("members");
    let brief: Vec<_> = rows.iter().map(|r| (r.name.as_str(), r.force_name.as_str(), r.has_phone)).collect();
    assert_eq!(brief, [("Lê An", YOUTH, true), ("Trần Bình", "Dân quân thường trực", false)]);
    let again = import(&mut ward, table, false, None).expect("taken over");
    assert_eq!((again.added, again.changed, again.same), (0, 0, 2));
    let changed = import(&mut ward, &table.replace("912345678", "0987654321"), false, None).expect("taken over");
    assert_eq!((changed.changed, changed.same), (1, 1));

    let bad = format!("{table}Phạm Chi\t2000\t1\tChi đoàn 2\t12\tcông an\n");
    assert_eq!(code_of(import(&mut ward, &bad, false, None)), ErrorCode::TableHasProblems);
    let unknown = "Họ tên\tLực lượng\nPhạm Chi\tcông an\n";
    assert_eq!(code_of(import(&mut ward, unknown, false, None)), ErrorCode::TableHasProblems);
    assert_eq!(ward.office.read(ListMembers {}).expect("members").len(), 2);

    let bare = "Họ tên\nPhạm Chi\n";
    assert_eq!(code_of(import(&mut ward, bare, true, None)), ErrorCode::TableHasProblems);
    let youth = force(&ward, YOUTH);
    assert_eq!(import(&mut ward, bare, true, Some(youth)).expect("a dry run").added, 1);
}
