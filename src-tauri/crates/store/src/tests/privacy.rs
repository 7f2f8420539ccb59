//! Deletion of a person is real: no byte is left, the chain verifies, and replay gives the same tables.

use std::path::{Path, PathBuf};

use domain::ids::{MemberId, PersonId, VisitId};
use domain::privacy::ContactDeed;
use domain::roster::Assignment;
use domain::team::ForceKind;

use super::kit::{Office, day, op};
use crate::journal::replayed_dump;
use crate::{NewForce, NewPerson, NewTeam, Reader, StoreError, entries_beside};

const NAME: &str = "Nguyễn Thị Yến Chi Độc Nhất";
const PHONE: &str = "0987610234";

struct Known {
    person: PersonId,
    member: MemberId,
    visits: [VisitId; 2],
}

/// A member out on the 9th and the 20th, whose phone was corrected once.
fn member(office: &mut Office) -> Known {
    let area = office.area("Hà Trì 1");
    let visits = [office.visit(area, 9), office.visit(area, 20)];
    let done = office.writer.transact(&op("add_member"), |tx| {
        let campaign = tx.get_campaign()?.id;
        let (kind, name) = (ForceKind::Detailed, "Đoàn viên thanh niên".to_owned());
        let force = tx.insert_force(
            campaign,
            &NewForce { kind, name, role: None, quota: Some(5), detailing: None, detailed_by: None },
        )?;
        let team = tx.insert_team(campaign, &NewTeam { number: 1, name: "Tổ hỗ trợ".into() })?;
        let details = |phone: &str, salt| NewPerson {
            name: NAME.into(),
            title: None,
            unit: Some("Chi đoàn 1".into()),
            phone: Some(phone.into()),
            salt: [salt; 16],
        };
        let person = tx.insert_person(&details("0912000111", 1))?;
        tx.update_person(person, &details(PHONE, 2))?;
        let member = tx.insert_member(force, person)?;
        for visit in visits {
            tx.set_visit_teams(visit, &[team])?;
            tx.set_roster(visit, &[Assignment { visit, team, member, pair: None }])?;
        }
        Ok::<_, StoreError>((person, member))
    });
    let (person, member) = done.expect("a member").answer;
    Known { person, member, visits }
}

fn erase(office: &mut Office, person: PersonId) {
    let done = office.writer.transact(&op("delete_person"), |tx| {
        tx.erase_person(person, day(17))?;
        tx.note_access(ContactDeed::Deleted, Some(person), 1)
    });
    assert_eq!(done.map_err(|e: StoreError| e.to_string()).expect("it deletes").forgotten, [person]);
    office.writer.scrub().expect("it scrubs");
}

fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Which of these texts stand anywhere in the office's files.
fn found(office: &Office, texts: &[&str]) -> Vec<String> {
    let file = office.path();
    let mut found = Vec::new();
    for path in [file.clone(), beside(&file, "-wal"), beside(&file, "-shm"), entries_beside(&file)] {
        let bytes = std::fs::read(&path).unwrap_or_default();
        for text in texts {
            if bytes.windows(text.len()).any(|w| w == text.as_bytes()) {
                found.push(format!("{text} in {}", path.display()));
            }
        }
    }
    found
}

#[test]
fn no_byte_of_a_deleted_person_is_left() {
    let mut office = Office::new();
    let known = member(&mut office);
    let texts = [NAME, PHONE, "0912000111", "Chi đoàn 1"];
    assert!(!found(&office, &texts).is_empty(), "the test would see them");
    erase(&mut office, known.person);
    assert_eq!(found(&office, &texts), Vec::<String>::new());
    let (office, _) = office.reopen();
    assert_eq!(found(&office, &texts), Vec::<String>::new());
}

#[test]
fn the_journal_never_held_a_name_verifies_and_replays_to_the_same_tables() {
    let mut office = Office::new();
    let known = member(&mut office);
    erase(&mut office, known.person);
    let rows = office.writer.rows();
    for entry in rows.journal_after(0).expect("entries") {
        for text in [NAME, PHONE, "0912000111", "Chi đoàn"] {
            assert!(!entry.changes.contains(text), "{text} in {}", entry.op);
        }
    }
    assert!(rows.journal_verify().expect("it reads").is_ok());
    assert_eq!(replayed_dump(&rows).expect("it replays"), rows.dump().expect("a dump"));
}

#[test]
fn the_past_keeps_a_number_and_the_future_expects_nobody() {
    let mut office = Office::new();
    let known = member(&mut office);
    erase(&mut office, known.person);
    let rows = office.writer.rows();
    assert_eq!(rows.find_person(known.person).expect("it reads"), None);
    assert_eq!(rows.list_roster(known.visits[0]).expect("it reads").len(), 1, "what was, was");
    assert!(rows.list_roster(known.visits[1]).expect("it reads").is_empty());
    let campaign = rows.get_campaign().expect("a campaign").id;
    let members = rows.list_members(campaign).expect("members");
    assert_eq!(members.iter().find(|m| m.id == known.member).and_then(|m| m.left_on), Some(day(16)));
}

#[test]
fn a_reader_in_the_way_only_delays_the_scrubbing() {
    let mut office = Office::new();
    let known = member(&mut office);
    let reader = Reader::open(&office.path()).expect("it opens");
    let before = reader.rows().list_people().expect("people");
    erase(&mut office, known.person);
    assert_eq!(reader.rows().list_people().expect("people"), before, "a reader sees one moment");
    drop(reader);
    office.area("Hà Trì 2");
    assert_eq!(found(&office, &[NAME, PHONE]), Vec::<String>::new());
}

#[test]
fn every_column_that_names_a_person_is_known_to_deletion() {
    let office = Office::new();
    let columns: Vec<String> = crate::rows::Rows::new(&office.writer.connection)
        .list(
            "SELECT sqlite_master.name || '.' || fk.\"from\" FROM sqlite_master, pragma_foreign_key_list(sqlite_master.name) AS fk
             WHERE sqlite_master.type = 'table' AND fk.\"table\" = 'person' ORDER BY 1",
            [],
            |r| r.get(0),
        )
        .expect("the schema");
    let let_go = include_str!("../person/let_go.sql");
    // The number alone stays with who looked, who was a member, and whose account it was; the details go.
    let kept = ["account.person_id", "contact_access.person_id", "member.person_id", "person_detail.person_id"];
    for column in columns.iter().filter(|c| !kept.contains(&c.as_str())) {
        let (table, column) = column.split_once('.').expect("a table and its column");
        let lets_go =
            [format!("UPDATE {table} SET {column} = NULL"), format!("DELETE FROM {table} WHERE {column} = ?1")];
        assert!(lets_go.iter().any(|statement| let_go.contains(statement)), "{table}.{column}");
    }
    assert!(columns.len() > kept.len(), "{columns:?}");
}
