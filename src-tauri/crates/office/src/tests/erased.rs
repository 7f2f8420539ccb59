//! Deletion of a person on a whole campaign: no byte is left where the program can reach, and where it cannot it says so.

use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta};
use domain::backup::Kind;
use domain::ids::PersonId;
use domain::privacy::ContactDeed;
use serde_json::json;
use store::backup::Folder;

use super::kit::{Ward, code_of};
use super::rosters::{force, members, visits};
use crate::ErrorCode;
use crate::account::ListAccounts;
use crate::contact::{
    DeleteOldCopies, DeletePerson, EditPerson, ExportPerson, ListContactAccess, ListOldCopies, LookAtDeletion,
    PersonForm, PersonTxt, ViewContact,
};
use crate::query::OpenQuery;
use crate::roster::FillRosters;
use crate::task::ListTasks;
use crate::team::ListMembers;
use crate::undo::Undo;

const NAME: &str = "Đặng Thị Độc Đáo";
const OTHER_NAME: &str = "Đặng Thị Duy Nhất";
const PHONE: &str = "0971345268";
const OTHER_PHONE: &str = "0868345279";

/// A text as it may lie in a file: UTF-8, and UTF-16 either way round.
fn shapes(text: &str) -> [Vec<u8>; 3] {
    let wide: Vec<u16> = text.encode_utf16().collect();
    [
        text.as_bytes().to_vec(),
        wide.iter().flat_map(|c| c.to_le_bytes()).collect(),
        wide.iter().flat_map(|c| c.to_be_bytes()).collect(),
    ]
}

/// Files under a folder, the folders in it too.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path());
    entries.flat_map(|p| if p.is_dir() { files(&p) } else { vec![p] }).collect()
}

/// Where any of these texts stands, by file name.
fn holding(ward: &Ward, texts: &[&str]) -> Vec<String> {
    let shapes: Vec<Vec<u8>> = texts.iter().flat_map(|t| shapes(t)).collect();
    let mut found = Vec::new();
    for file in files(ward.folder.path()) {
        let bytes = std::fs::read(&file).unwrap_or_default();
        if shapes.iter().any(|s| bytes.windows(s.len()).any(|w| w == s)) {
            found.push(file.file_name().unwrap_or_default().to_string_lossy().into_owned());
        }
    }
    found
}

const TEXTS: [&str; 4] = [NAME, OTHER_NAME, PHONE, OTHER_PHONE];

/// A member who was out, led, answered, was looked at, printed and corrected.
fn busy(ward: &mut Ward) -> PersonId {
    let youth = force(ward, "Đoàn viên thanh niên");
    members(ward, youth, &[NAME]);
    let person = ward.office.read(ListMembers {}).expect("members")[0].person;
    let form = |name: &str, phone: &str| PersonForm {
        name: name.into(),
        title: Some("Tổ viên".into()),
        unit: None,
        phone: Some(phone.into()),
    };
    ward.office.write(EditPerson { id: person, person: form(NAME, PHONE) }).expect("edited");
    ward.office.write(EditPerson { id: person, person: form(OTHER_NAME, OTHER_PHONE) }).expect("edited");
    let taken = ward.office.write(EditPerson { id: person, person: form(NAME, PHONE) }).expect("edited");
    ward.office.write(Undo { entry: taken.undo.expect("an entry") }).expect("undone");
    ward.office.write(EditPerson { id: person, person: form(NAME, PHONE) }).expect("edited");
    let evenings = visits(ward);
    ward.office.write(FillRosters { visits: Some(evenings.clone()) }).expect("filled");
    let ask: OpenQuery = serde_json::from_value(json!({
        "code": null, "visit": evenings[0], "box": null, "body": "x", "owner": { "kind": "known", "person": person }, "due_on": "2024-11-12"
    }))
    .expect("a request");
    ward.office.write(ask).expect("asked");
    let task =
        ward.office.read(ListTasks {}).expect("tasks").groups.iter().find_map(|g| Some((g.id, g.tasks.first()?.id)));
    let (group, id) = task.expect("a task");
    let put: crate::task::PutTask = serde_json::from_value(json!({
        "id": id, "group": group, "text": "Làm việc", "every_days": null, "due_on": null,
        "responsible": { "name": NAME, "title": "Tổ viên" }, "state": "open", "note": null
    }))
    .expect("a request");
    ward.office.write(put).expect("put");
    ward.office.write(ViewContact { person }).expect("seen");
    person
}

fn at(ward: &Ward, minutes: i64) -> DateTime<chrono::FixedOffset> {
    ward.office.view().now + TimeDelta::minutes(minutes)
}

#[test]
fn no_byte_is_left_in_either_alphabet_and_old_copies_are_told_and_taken_away() {
    let mut ward = Ward::of("ha-cau-2024");
    let person = busy(&mut ward);
    let backups = Folder::beside(ward.office.path());
    let old = backups.make(ward.office.path(), Kind::Automatic, at(&ward, 0)).expect("a backup");
    assert!(holding(&ward, &TEXTS).len() >= 2, "the test would see them: {:?}", holding(&ward, &TEXTS));
    assert_eq!(ward.office.read(ListOldCopies {}).expect("copies").deleted_on, None);

    ward.office.write(DeletePerson { person, confirm: NAME.into() }).expect("deleted");
    let left = holding(&ward, &TEXTS);
    assert!(left.iter().all(|f| f.starts_with("000001 ")), "only in the old backup: {left:?}");
    assert!(ward.office.view().journal_verify().expect("it reads").is_ok());

    let copies = ward.office.read(ListOldCopies {}).expect("copies");
    assert_eq!(copies.deleted_on, Some(ward.office.view().today()));
    assert_eq!(copies.copies.iter().map(|c| c.number).collect::<Vec<_>>(), [old.number]);
    assert_eq!(copies.copies[0].expiry.after, domain::backup::LAST, "ten newer ones, and its month over");
    assert!(!copies.has_newer);
    assert_eq!(code_of(ward.office.write(DeleteOldCopies {})), ErrorCode::NoNewerBackup);
    assert_eq!(backups.list().expect("a list").len(), 1, "the last way back is never taken away");

    // A newer one that is damaged is no way back either.
    let newer = backups.make(ward.office.path(), Kind::Automatic, at(&ward, 1)).expect("a backup");
    let file = backups.find(newer.number).expect("it reads").expect("it is there").path;
    let sound = std::fs::read(&file).expect("its bytes");
    let mut spoilt = sound.clone();
    let middle = spoilt.len() / 2;
    spoilt[middle] ^= 0xff;
    std::fs::write(&file, &spoilt).expect("it is spoilt");
    assert_eq!(code_of(ward.office.write(DeleteOldCopies {})), ErrorCode::NoNewerBackup);
    std::fs::write(&file, &sound).expect("it is mended");
    assert!(ward.office.read(ListOldCopies {}).expect("copies").has_newer);
    let done = ward.office.write(DeleteOldCopies {}).expect("taken away");
    assert_eq!((done.answer, done.undo), (1, None));
    assert_eq!(holding(&ward, &TEXTS), Vec::<String>::new(), "nowhere any more");
    assert_eq!(ward.office.read(ListOldCopies {}).expect("copies").copies, []);
    let last = ward.office.view().journal_after(0).expect("entries").pop().expect("an entry");
    assert_eq!(last.op, "delete_old_copies");
    assert!(ward.office.view().journal_verify().expect("it reads").is_ok());
    assert_eq!(ward.office.read(ListContactAccess {}).expect("the log")[0].what, ContactDeed::Deleted);
    let ward = ward.reopened();
    assert_eq!(holding(&ward, &TEXTS), Vec::<String>::new());
}

#[test]
fn papers_and_other_states_beside_the_file_are_listed() {
    let mut ward = Ward::of("ha-cau-2024");
    let person = busy(&mut ward);
    let papers = crate::desk::papers_beside(ward.office.path());
    std::fs::create_dir_all(&papers).expect("a folder");
    std::fs::write(papers.join("the-to-ho-tro.pdf"), b"x").expect("it writes");
    std::fs::write(ward.folder.path().join("ward - bị hỏng 2024-11-09.db"), b"x").expect("it writes");
    std::fs::write(ward.folder.path().join("khác.db"), b"x").expect("it writes");
    ward.office.write(DeletePerson { person, confirm: NAME.into() }).expect("deleted");
    let copies = ward.office.read(ListOldCopies {}).expect("copies");
    assert_eq!(copies.papers, ["the-to-ho-tro.pdf"]);
    assert_eq!(copies.others, ["ward - bị hỏng 2024-11-09.db"]);
}

#[test]
fn words_that_name_a_person_are_said_before_the_deletion_and_in_the_export() {
    let mut ward = Ward::of("ha-cau-2024");
    let person = busy(&mut ward);
    let visit = visits(&ward)[1];
    let ask: OpenQuery = serde_json::from_value(json!({
        "code": null, "visit": visit, "box": null, "body": "hỏi lại bà dang thi doc dao, 0971 345 268", "owner": null, "due_on": "2024-11-12"
    }))
    .expect("a request");
    ward.office.write(ask).expect("asked");
    let staying = ward.office.read(LookAtDeletion { person }).expect("a look");
    assert_eq!(staying.texts.len(), 1, "{staying:?}");
    assert_eq!(staying.texts[0].place, "thắc mắc số liệu hoặc trả lời");
    ward.office.write(ExportPerson { person }).expect("noted");
    let made = ward.office.make(PersonTxt { person }, &mut |_, _| true).expect("a file");
    let text = String::from_utf8(made.bytes).expect("UTF-8");
    for part in [PHONE, "Đoàn viên thanh niên", "Buổi ", "hỏi lại bà", "xem", "lấy ra tệp", "không có tài khoản"]
    {
        assert!(text.contains(part), "{part} in {text}");
    }
    let mine = ward.office.who().expect("the administrator").person;
    assert_eq!(ward.office.read(ListAccounts {}).expect("accounts").len(), 1);
    ward.office.write(ExportPerson { person: mine }).expect("noted");
    let made = ward.office.make(PersonTxt { person: mine }, &mut |_, _| true).expect("a file");
    let text = String::from_utf8(made.bytes).expect("UTF-8");
    for part in ["Tài khoản Quản trị: đang dùng", "lần ghi, từ ", "lần xem, in, lấy ra hoặc xóa thông tin liên hệ"]
    {
        assert!(text.contains(part), "{part} in {text}");
    }
}
