//! Official documents, on a real file.

use domain::document::DocumentKind;
use domain::ids::DocumentId;
use domain::plan::SectionKind;

use super::kit::{Office, day, new_area, op};
use crate::journal::replayed_dump;
use crate::{DocumentHead, Frozen, Nominee, SectionRow, StoreError, Tx};

fn changed<T>(office: &mut Office, does: impl Fn(&Tx<'_>) -> Result<T, StoreError>) -> T {
    let done = office.writer.transact(&op("test"), |tx| does(tx)).expect("it is written");
    let rows = office.writer.rows();
    assert_eq!(replayed_dump(&rows).expect("a replay"), rows.dump().expect("a dump"));
    done.answer
}

fn section(text: &str) -> SectionRow {
    SectionRow { kind: SectionKind::Part, heading: Some("KẾT QUẢ".into()), text: text.into() }
}

fn frozen() -> Frozen {
    Frozen { pdf: b"%PDF".to_vec(), docx: b"PK".to_vec(), description: "{}".into() }
}

fn draft(office: &mut Office) -> DocumentId {
    changed(office, |tx| {
        let campaign = tx.get_campaign()?.id;
        let id = tx.insert_document(campaign, DocumentKind::Commendation, None)?;
        let head = DocumentHead {
            subject: "Khen thưởng".into(),
            recipients: vec!["a".into(), "b".into()],
            ..DocumentHead::default()
        };
        tx.update_document_head(id, &head)?;
        tx.replace_document_sections(id, &[section("một"), section("hai")])?;
        let area = tx.insert_area(campaign, &new_area("Hà Trì 1"))?;
        tx.replace_nominees(id, &[(Nominee::Area(area), "Vượt chỉ tiêu".into())])?;
        Ok(id)
    })
}

#[test]
fn a_draft_is_written_anew_and_thrown_away() {
    let mut office = Office::new();
    let id = draft(&mut office);
    changed(&mut office, |tx| tx.replace_document_sections(id, &[section("ba")]));
    let rows = office.writer.rows();
    let kept = rows.get_document(id).expect("it");
    assert_eq!((kept.head.recipients.len(), kept.issued), (2, None));
    assert_eq!(rows.list_document_sections(id).expect("sections"), [section("ba")]);
    assert_eq!(rows.list_nominees(id).expect("nominees")[0].1, "Vượt chỉ tiêu");
    assert_eq!(rows.find_frozen(id).expect("nothing"), None);
    changed(&mut office, |tx| tx.delete_draft(id));
    let campaign = office.writer.rows().get_campaign().expect("it").id;
    assert!(office.writer.rows().list_documents(campaign).expect("none").is_empty());
}

#[test]
fn an_issued_document_is_frozen() {
    let mut office = Office::new();
    let id = draft(&mut office);
    changed(&mut office, |tx| tx.freeze_document(id, 75, day(5), &frozen()));
    let kept = office.writer.rows().get_document(id).expect("it").issued.expect("issued");
    assert_eq!((kept.number, kept.dated), (75, day(5)));
    assert_eq!(office.writer.rows().find_frozen(id).expect("it"), Some(frozen()));
    let refused = |office: &mut Office, does: &dyn Fn(&Tx<'_>) -> Result<(), StoreError>| {
        office.writer.transact(&op("test"), |tx| does(tx)).is_err()
    };
    assert!(refused(&mut office, &|tx| tx.update_document_head(id, &DocumentHead::default())));
    assert!(refused(&mut office, &|tx| tx.freeze_document(id, 76, day(6), &frozen())));
    assert!(refused(&mut office, &|tx| tx.delete_draft(id)));
    assert!(refused(&mut office, &|tx| tx.replace_document_sections(id, &[])));
    assert!(refused(&mut office, &|tx| tx.replace_nominees(id, &[])));
    let rows = office.writer.rows();
    assert_eq!(rows.list_document_sections(id).expect("sections").len(), 2);
    let campaign = rows.get_campaign().expect("it").id;
    assert_eq!(rows.list_document_sizes(campaign).expect("sizes")[&id], (4, 2));
    assert_eq!(rows.list_issued_documents().expect("issued").len(), 1);
}

#[test]
fn changed_content_is_found() {
    let mut office = Office::new();
    let id = draft(&mut office);
    changed(&mut office, |tx| tx.freeze_document(id, 75, day(5), &frozen()));
    let path = office.path();
    drop(office.writer);
    let connection = rusqlite::Connection::open(path.clone()).expect("it opens");
    assert!(connection.execute("UPDATE document_content SET pdf = x'00'", []).is_err(), "the file itself says no");
    connection.execute("DROP TRIGGER issued_content_is_kept_update", []).expect("somebody insists");
    connection.execute("UPDATE document_content SET pdf = x'00'", []).expect("it is changed");
    drop(connection);
    let writer = crate::Writer::open(&path).expect("it opens").writer;
    assert!(matches!(writer.rows().find_frozen(id), Err(StoreError::Value(_))));
    let spoilt = writer.rows().list_spoilt_documents().expect("a look");
    assert_eq!(spoilt.iter().map(|d| d.id).collect::<Vec<_>>(), [id]);
}

#[test]
fn a_kind_of_paper_has_the_offices_wording_or_none() {
    let mut office = Office::new();
    changed(&mut office, |tx| tx.replace_template_sections("report", &[section("một")]));
    assert_eq!(office.writer.rows().list_template_sections("report").expect("it"), [section("một")]);
    changed(&mut office, |tx| tx.replace_template_sections("report", &[]));
    assert!(office.writer.rows().list_template_sections("report").expect("none").is_empty());
}
