//! Issued reports, on a real file.

use std::collections::BTreeSet;

use domain::account::Role;
use domain::document::DocumentKind;
use domain::ids::{AccountId, AreaId, ReportId};
use domain::rates::Period;
use domain::report::ReportKind;

use super::kit::{Office, day, new_area, op};
use crate::journal::replayed_dump;
use crate::{DocumentFiles, Frozen, NewAccount, NewPerson, NewReport, Op, ReportFiles, StoreError, Tx};

fn changed<T>(office: &mut Office, who: Option<AccountId>, does: impl Fn(&Tx<'_>) -> Result<T, StoreError>) -> T {
    let done = office.writer.transact(&Op { who, ..op("test") }, |tx| does(tx)).expect("it is written");
    let rows = office.writer.rows();
    assert_eq!(replayed_dump(&rows).expect("a replay"), rows.dump().expect("a dump"));
    done.answer
}

fn leader(office: &mut Office) -> AccountId {
    changed(office, None, |tx| {
        let person = NewPerson { name: "Lê Thị Hoa".into(), title: None, unit: None, phone: None, salt: [1; 16] };
        let person = tx.insert_person(&person)?;
        tx.insert_account(NewAccount { person, role: Role::Leadership })
    })
}

fn files() -> ReportFiles {
    ReportFiles {
        xlsx: b"PK bang tinh".to_vec(),
        document: Some(DocumentFiles { pdf: b"%PDF".to_vec(), docx: b"PK van ban".to_vec() }),
    }
}

fn new_report(tx: &Tx<'_>) -> Result<NewReport, StoreError> {
    let (journal_seq, journal_head) = tx.journal_head()?;
    Ok(NewReport {
        n: tx.next_report_n(tx.get_campaign()?.id)?,
        kind: ReportKind::Weekly,
        period: Period { from: Some(day(11)), to: day(17) },
        as_of: day(17),
        authority: None,
        document: None,
        journal_seq,
        journal_head,
    })
}

fn issued(office: &mut Office, who: AccountId) -> ReportId {
    changed(office, Some(who), |tx| tx.insert_report(tx.get_campaign()?.id, &new_report(tx)?, &files()))
}

#[test]
fn a_report_is_frozen_under_its_running_number() {
    let mut office = Office::new();
    let who = leader(&mut office);
    let (seq, head) = office.writer.rows().journal_head().expect("a head");
    let first = issued(&mut office, who);
    let second = issued(&mut office, who);
    let rows = office.writer.rows();
    let kept = rows.list_reports(rows.get_campaign().expect("it").id).expect("reports");
    assert_eq!(kept.iter().map(|r| (r.id, r.n)).collect::<Vec<_>>(), [(first, 1), (second, 2)]);
    assert_eq!((kept[0].journal_seq, kept[0].issue().head, kept[0].issue().id()), (seq, head.short(), "BC-001".into()));
    assert_eq!((kept[0].kind, kept[0].period.from, kept[0].by), (ReportKind::Weekly, Some(day(11)), who));
    assert_eq!(rows.get_report(first).expect("it"), kept[0]);
    assert_eq!(rows.find_report_files(first).expect("it"), Some(files()));
    let sizes = rows.list_report_sizes(rows.get_campaign().expect("it").id).expect("sizes")[&first];
    assert_eq!((sizes.xlsx, sizes.pdf, sizes.docx), (12, 4, 10));
    assert!(
        office
            .writer
            .transact(&op("test"), |tx| tx.run("UPDATE report SET n = 9 WHERE n = 1", []).map(|_| ()))
            .is_err()
    );
    assert!(office.writer.transact(&op("test"), |tx| tx.run("DELETE FROM report", []).map(|_| ())).is_err());
}

#[test]
fn nobody_issues_nothing() {
    let mut office = Office::new();
    let refused =
        office.writer.transact(&op("test"), |tx| tx.insert_report(tx.get_campaign()?.id, &new_report(tx)?, &files()));
    assert!(matches!(refused, Err(StoreError::Value(_))));
}

#[test]
fn a_numbered_document_keeps_the_documents_files() {
    let mut office = Office::new();
    let who = leader(&mut office);
    let frozen = Frozen { pdf: b"%PDF".to_vec(), docx: b"PK".to_vec(), description: "{}".into() };
    let id = changed(&mut office, Some(who), |tx| {
        let campaign = tx.get_campaign()?.id;
        let document = tx.insert_document(campaign, DocumentKind::Report, None)?;
        let new = NewReport { document: Some(document), ..new_report(tx)? };
        tx.freeze_document(document, 75, day(17), &frozen)?;
        tx.insert_report(campaign, &new, &ReportFiles { document: None, ..files() })
    });
    let rows = office.writer.rows();
    assert_eq!(rows.find_report_files(id).expect("it").expect("files").document, None);
    let sizes = rows.list_report_sizes(rows.get_campaign().expect("it").id).expect("sizes")[&id];
    assert_eq!((sizes.pdf, sizes.docx), (4, 2), "the document's own");
    // Files in both places, or in neither, would leave it open which of them went out.
    let twice = office.writer.transact(&Op { who: Some(who), ..op("test") }, |tx| {
        let new = NewReport { document: rows_document(tx)?, ..new_report(tx)? };
        tx.insert_report(tx.get_campaign()?.id, &new, &files())
    });
    assert!(twice.is_err());
    let neither = office.writer.transact(&Op { who: Some(who), ..op("test") }, |tx| {
        tx.insert_report(tx.get_campaign()?.id, &new_report(tx)?, &ReportFiles { document: None, ..files() })
    });
    assert!(neither.is_err());
}

fn rows_document(tx: &Tx<'_>) -> Result<Option<domain::ids::DocumentId>, StoreError> {
    Ok(tx.list_documents(tx.get_campaign()?.id)?.first().map(|d| d.id))
}

#[test]
fn changed_files_are_found() {
    let mut office = Office::new();
    let who = leader(&mut office);
    let id = issued(&mut office, who);
    let sound = issued(&mut office, who);
    let path = office.path();
    drop(office.writer);
    let connection = rusqlite::Connection::open(&path).expect("it opens");
    let spoil = "UPDATE report_content SET docx = x'00' WHERE report_id = 1";
    assert!(connection.execute(spoil, []).is_err(), "the file itself says no");
    connection.execute("DROP TRIGGER issued_report_content_is_kept_update", []).expect("somebody insists");
    connection.execute(spoil, []).expect("it is changed");
    drop(connection);
    let writer = crate::Writer::open(&path).expect("it opens").writer;
    assert!(matches!(writer.rows().find_report_files(id), Err(StoreError::Value(_))));
    assert!(writer.rows().find_report_files(sound).expect("it").is_some());
    let spoilt = writer.rows().list_spoilt_reports().expect("a look");
    assert_eq!(spoilt.iter().map(|r| r.id).collect::<Vec<_>>(), [id]);
}

#[test]
fn a_journal_written_anew_is_found_by_the_head_that_was_printed() {
    let mut office = Office::new();
    let who = leader(&mut office);
    issued(&mut office, who);
    assert!(office.writer.rows().list_unchained_reports().expect("a look").is_empty());
    let path = office.path();
    drop(office.writer);
    let connection = rusqlite::Connection::open(&path).expect("it opens");
    let triggers: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'")
        .and_then(|mut s| s.query_map([], |r| r.get(0))?.collect())
        .expect("names");
    for trigger in triggers {
        connection.execute(&format!("DROP TRIGGER {trigger}"), []).expect("somebody insists");
    }
    let seq: i64 = connection.query_row("SELECT journal_seq FROM report", [], |r| r.get(0)).expect("a report");
    connection.execute("UPDATE journal SET link = zeroblob(32) WHERE seq = ?1", [seq]).expect("written anew");
    drop(connection);
    let reader = crate::Reader::open(&path).expect("it opens");
    let found = reader.rows().list_unchained_reports().expect("a look");
    assert_eq!(found.iter().map(|r| r.n).collect::<Vec<_>>(), [1]);
}

#[test]
fn the_journal_tells_what_was_done_to_rows_since() {
    let mut office = Office::new();
    let area = office.area("Hà Trì 1");
    let (seq, _) = office.writer.rows().journal_head().expect("a head");
    let other = office.area("Hà Trì 2");
    changed(&mut office, None, |tx| tx.update_area(area, &new_area("Hà Trì 3")));
    changed(&mut office, None, |tx| tx.update_area(other, &new_area("Hà Trì 4")));
    let rows = office.writer.rows();
    let meant: BTreeSet<AreaId> = [area].into();
    let touched =
        rows.journal_of_rows(seq, |table, id| table == "area" && meant.contains(&AreaId(id))).expect("entries");
    assert_eq!(touched.len(), 1);
    assert_eq!(touched[0].change.after.as_ref().expect("an update")["name"], "Hà Trì 3");
    assert_eq!(rows.journal_of_rows(seq, |_, _| true).expect("entries").len(), 3);
}
