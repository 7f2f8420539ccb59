use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::account::Role;
use domain::ids::PersonId;
use domain::privacy::{ContactDeed, Retention};
use store::journal::replayed_dump;

use super::kit::{Ward, code_of};
use super::roles::query;
use super::rosters::{force, members, visits};
use crate::account::ListAccounts;
use crate::campaign::{ChooseCampaign, Groundwork, StartCampaign};
use crate::contact::{
    DeleteContacts, DeletePerson, EditPerson, EditPrivacy, ExportPerson, GetPrivacy, ListContactAccess, ListPeople,
    PersonForm, PersonTxt, ViewContact,
};
use crate::contract::{READS, call};
use crate::roster::{FillRosters, GetRoster};
use crate::team::{ListForces, ListMembers, RenameTeam};
use crate::undo::Undo;
use crate::{Error, ErrorCode, Office, Outside, Read, Write};

/// Whoever details a force in the sample's plan.
fn somebody(ward: &Ward) -> PersonId {
    let forces = ward.office.read(ListForces {}).expect("forces").forces;
    forces.iter().find_map(|f| f.detailed_by).expect("a force that somebody details")
}

#[test]
fn a_look_at_a_contact_is_kept_with_who_looked() {
    let mut ward = Ward::of("ha-cau-2024");
    let person = somebody(&ward);
    let written = ward.office.write(ViewContact { person }).expect("a contact");
    assert_eq!(written.undo, None, "a look cannot be unseen");
    let seen = written.answer;
    assert!(!seen.name.is_empty());
    let log = ward.office.read(ListContactAccess {}).expect("the log");
    assert_eq!(log.len(), 1);
    assert_eq!(
        (log[0].what, log[0].person, log[0].name.as_deref()),
        (ContactDeed::Viewed, Some(person), Some(&*seen.name))
    );
    assert_eq!(log[0].who, "Quản trị");
}

#[test]
fn everybody_who_reads_may_look_and_only_administrators_see_who_did() {
    assert!(Role::ALL.iter().all(|r| r.may(ViewContact::NEEDS)));
    let may: Vec<Role> = Role::ALL.into_iter().filter(|r| r.may(ListContactAccess::NEEDS)).collect();
    assert_eq!(may, [Role::Administrator]);
}

#[test]
fn a_contact_of_nobody_is_refused_and_leaves_no_line() {
    let mut ward = Ward::of("ha-cau-2024");
    assert_eq!(code_of(ward.office.write(ViewContact { person: PersonId(9999) })), ErrorCode::Missing);
    assert!(ward.office.read(ListContactAccess {}).expect("the log").is_empty());
}

#[test]
fn what_is_kept_of_a_person_is_a_file_only_after_it_was_noted() {
    let mut ward = Ward::of("ha-cau-2024");
    let youth = force(&ward, "Đoàn viên thanh niên");
    members(&mut ward, youth, &["Lê Thị Độc Nhất"]);
    let person = ward.office.read(ListMembers {}).expect("members")[0].person;
    let make = |ward: &Ward| ward.office.make(PersonTxt { person }, &mut |_, _| true);
    assert_eq!(make(&ward).map_err(|e: Error| e.code()), Err(ErrorCode::ExportNotNoted));
    ward.office.write(ExportPerson { person }).expect("noted");
    let made = make(&ward).expect("a file");
    assert!(!made.file_name.contains("Lê"), "{}", made.file_name);
    let text = String::from_utf8(made.bytes).expect("UTF-8");
    for part in ["Lê Thị Độc Nhất", "0912345678", "Đoàn viên thanh niên", "lấy ra tệp"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert_eq!(ward.office.read(ListContactAccess {}).expect("the log")[0].what, ContactDeed::Exported);
}

/// Whether a text stands in any file beside the office's.
fn stands(ward: &Ward, text: &str) -> bool {
    std::fs::read_dir(ward.folder.path()).expect("a folder").any(|entry| {
        let bytes = std::fs::read(entry.expect("an entry").path()).unwrap_or_default();
        bytes.windows(text.len()).any(|w| w == text.as_bytes())
    })
}

#[test]
fn a_deleted_member_is_a_number_in_the_past_and_nowhere_else() {
    const NAME: &str = "Lê Thị Độc Nhất";
    let mut ward = Ward::of("ha-cau-2024");
    let youth = force(&ward, "Đoàn viên thanh niên");
    let member = members(&mut ward, youth, &[NAME])[0];
    let evenings = visits(&ward);
    let filled = ward.office.write(FillRosters { visits: Some(evenings.clone()) }).expect("filled");
    let team = ward.office.read(ListForces {}).expect("forces").teams[0].id;
    let renamed = ward.office.write(RenameTeam { id: team, name: "Tổ một".into() }).expect("renamed");
    let person = ward.office.read(ListMembers {}).expect("members")[0].person;
    assert!(stands(&ward, NAME) && stands(&ward, "0912345678"));

    let delete = |confirm: &str| DeletePerson { person, confirm: confirm.into() };
    assert_eq!(code_of(ward.office.write(delete("Lê Thị"))), ErrorCode::NameNotConfirmed);
    let done = ward.office.write(delete("le thi doc nhat")).expect("deleted");
    assert_eq!(done.undo, None, "nothing takes it back");
    assert!(!stands(&ward, NAME) && !stands(&ward, "0912345678"));

    let row = ward.office.read(ListMembers {}).expect("members").remove(0);
    assert_eq!((row.name, row.deleted, row.evenings), (format!("Thành viên #{person}"), true, 1));
    let past = ward.office.read(GetRoster { visit: evenings[0] }).expect("a roster");
    assert_eq!(past.lines.iter().map(|l| l.member).collect::<Vec<_>>(), [member]);
    for later in &evenings[1..] {
        let roster = ward.office.read(GetRoster { visit: *later }).expect("a roster");
        assert!(roster.lines.is_empty() && roster.free.is_empty());
    }
    let log = ward.office.read(ListContactAccess {}).expect("the log");
    assert_eq!((log[0].what, log[0].person), (ContactDeed::Deleted, Some(person)));

    let refilled = ward.office.write(FillRosters { visits: Some(evenings) }).expect("filled");
    assert_eq!(refilled.answer.people, 0, "nobody deleted is sent again");
    assert_eq!(code_of(ward.office.write(Undo { entry: filled.undo.expect("an entry") })), ErrorCode::UndoTooLate);
    ward.office.write(Undo { entry: renamed.undo.expect("an entry") }).expect("the rest can still be taken back");
    let view = ward.office.view();
    assert!(view.journal_verify().expect("it reads").is_ok());
    assert_eq!(replayed_dump(&view).expect("it replays"), view.dump().expect("a dump"));
    let ward = ward.reopened();
    assert!(!stands(&ward, NAME) && !stands(&ward, "0912345678"));
}

#[test]
fn the_holder_of_an_account_in_use_stays() {
    let mut ward = Ward::of("ha-cau-2024");
    let mine = ward.office.who().expect("the administrator").person;
    let name = ward.office.read(ListAccounts {}).expect("accounts")[0].name.clone();
    let refused = ward.office.write(DeletePerson { person: mine, confirm: name });
    assert_eq!(code_of(refused), ErrorCode::PersonHasAccount);
    let rows = ward.office.read(ListPeople {}).expect("people");
    assert!(rows.iter().any(|r| r.person == mine && r.account));
}

/// The day after contacts were to be gone.
#[derive(Debug)]
struct Later;

impl Outside for Later {
    fn now(&self) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2025-04-01T08:00:00+07:00").expect("a time of the test")
    }

    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

#[test]
fn contacts_past_their_day_are_reminded_of_and_go_at_once() {
    let mut ward = Ward::of("ha-cau-2024");
    let youth = force(&ward, "Đoàn viên thanh niên");
    members(&mut ward, youth, &["Lê Thị Độc Nhất", "Trần Văn Hai"]);
    assert_eq!(code_of(ward.office.write(DeleteContacts {})), ErrorCode::NoRetention);
    let until = NaiveDate::from_ymd_opt(2025, 3, 31).expect("a date of the test");
    let purpose = Some("Liên hệ tổ hỗ trợ trong đợt".to_owned());
    ward.office.write(EditPrivacy { purpose, retain_until: Some(until) }).expect("said");
    assert_eq!(ward.office.read(GetPrivacy {}).expect("privacy").retention, Retention::Kept { until });
    assert_eq!(code_of(ward.office.write(DeleteContacts {})), ErrorCode::NotPastRetention);

    let path = ward.office.path().to_owned();
    drop(ward.office);
    ward.office = Office::open(&path, Arc::new(Later)).expect("it opens").office;
    let privacy = ward.office.read(GetPrivacy {}).expect("privacy");
    assert_eq!(privacy.retention, Retention::Overdue { until });
    let signer = ward.office.view().get_campaign().expect("a campaign").signer.expect("a signer");
    let deleted = ward.office.write(DeleteContacts {}).expect("deleted").answer;
    assert_eq!(deleted, privacy.people);
    let left: Vec<PersonId> = ward.office.read(ListPeople {}).expect("people").iter().map(|p| p.person).collect();
    let mine = ward.office.who().expect("the administrator").person;
    assert!(left.iter().all(|p| [mine, signer].contains(p)), "{left:?}");
    assert!(!stands(&ward, "Lê Thị Độc Nhất"));
    assert_eq!(ward.office.read(GetPrivacy {}).expect("privacy").retention, Retention::Cleared { until });
    let log = ward.office.read(ListContactAccess {}).expect("the log");
    assert_eq!((log[0].what, log[0].person, log[0].how_many), (ContactDeed::Deleted, None, deleted));
}

#[test]
fn two_campaigns_past_their_day_keep_nobody_for_each_other() {
    let mut ward = Ward::of("ha-cau-2024");
    let youth = force(&ward, "Đoàn viên thanh niên");
    members(&mut ward, youth, &["Lê Thị Độc Nhất"]);
    let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).expect("a date of the test");
    let until = |until| EditPrivacy { purpose: None, retain_until: Some(until) };
    ward.office.write(until(day(3, 1))).expect("said");
    let first = ward.office.view().get_campaign().expect("a campaign").id;
    let next = StartCampaign {
        title: "Đợt 2".into(),
        app: "iHanoi".into(),
        subject: None,
        starts_on: day(1, 5),
        ends_on: day(1, 30),
        from: Groundwork::Earlier { id: first },
    };
    ward.office.write(next).expect("a campaign with the same members");
    ward.office.write(until(day(5, 1))).expect("said");

    let mut ward = super::clock::on(ward, "2025-04-01");
    ward.office.write(ChooseCampaign { id: first }).expect("chosen");
    ward.office.write(DeleteContacts {}).expect("deleted");
    assert!(stands(&ward, "Lê Thị Độc Nhất"), "the second campaign needs her until May");

    let mut ward = super::clock::on(ward, "2025-05-02");
    ward.office.write(DeleteContacts {}).expect("deleted");
    assert!(!stands(&ward, "Lê Thị Độc Nhất"));
}

#[test]
fn no_list_carries_a_phone() {
    const PHONE: &str = "0912345678";
    let mut ward = Ward::of("ha-cau-2024");
    let youth = force(&ward, "Đoàn viên thanh niên");
    members(&mut ward, youth, &["Lê Thị Độc Nhất"]);
    let person = ward.office.read(ListMembers {}).expect("members")[0].person;
    let visit = visits(&ward)[1];
    ward.office.write(FillRosters { visits: Some(vec![visit]) }).expect("filled");
    // One person wherever the office names one.
    for row in ward.office.read(ListPeople {}).expect("people") {
        let (name, title, unit) = (row.name, row.title, row.unit);
        let form = PersonForm { name, title, unit, phone: Some(PHONE.into()) };
        ward.office.write(EditPerson { id: row.person, person: form }).expect("edited");
    }
    for name in READS {
        let request = match *name {
            "get_roster" | "propose_roster" => serde_json::json!({ "visit": visit }),
            "search" => serde_json::json!({ "query": "doc nhat" }),
            name => query(name),
        };
        if let Ok(answered) = call(&mut ward.office, name, request) {
            assert!(!answered.answer.to_string().contains(PHONE), "{name}");
        }
    }
    assert_eq!(ward.office.write(ViewContact { person }).expect("a contact").answer.phone.as_deref(), Some(PHONE));
}
