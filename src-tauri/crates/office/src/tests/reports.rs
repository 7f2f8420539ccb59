//! Reports issued on a real file, and questioned.

use domain::account::Role;
use domain::document::DocumentKind;
use domain::ids::ReportId;
use domain::report::ReportKind;
use domain::sheet::SheetState;
use sha2::{Digest, Sha256};

use super::documents::{begin, get, sound, text};
use super::kit::{Ward, code_of};
use super::states::{day, figures, staff};
use crate::approval::{ApproveEvening, ReopenEvening};
use crate::authority::{PutAuthority, RemoveAuthority};
use crate::document::{EditDocument, IssueDocument, ListDocuments};
use crate::report::{
    ExplainReport, Explanation, GetReport, GetReportOutlook, IssueReport, IssuedFile, ListReports, ReportDocumentPdf,
    ReportFile, ReportLine, ReportOf, ReportXlsx,
};
use crate::sheet::{BoxEntry, WithdrawSheet};
use crate::undo::Undo;
use crate::visit::{CancelVisit, MoveVisit};
use crate::{Error, ErrorCode};

const CLERK: &str = "Lê Thị Bích";
const LEADER: &str = "Nguyễn Văn Chủ";

/// The evening of 09/11, a Saturday, with three sheets keyed by the clerk, approved by the leader.
fn approved() -> (Ward, Vec<String>) {
    let mut ward = Ward::of("ha-cau-2024");
    staff(&mut ward);
    ward.as_named(CLERK);
    let (codes, _, _) = ward.numbered(day(9), 3, 1);
    for (code, n) in codes.iter().zip(0..) {
        ward.key(code, figures(n)).expect("keyed");
    }
    ward.as_named(LEADER);
    ward.office.write(ApproveEvening { on: day(9), note: None }).expect("approved");
    (ward, codes)
}

fn weekly() -> ReportOf {
    ReportOf { kind: Some(ReportKind::Weekly), day: Some(day(9)), ..ReportOf::default() }
}

fn issue(ward: &mut Ward, report: IssueReport) -> crate::Result<ReportId> {
    ward.office.write(report).map(|written| written.answer)
}

fn bytes(ward: &Ward, id: ReportId, file: IssuedFile) -> Vec<u8> {
    ward.office.make(ReportFile { id, file }, &mut |_, _| true).expect("a file").bytes
}

fn files(ward: &Ward, id: ReportId) -> [Vec<u8>; 3] {
    [IssuedFile::Xlsx, IssuedFile::Pdf, IssuedFile::Docx].map(|file| bytes(ward, id, file))
}

fn explained(ward: &Ward, id: ReportId) -> Explanation {
    ward.office.read(ExplainReport { id }).expect("an explanation")
}

fn line(ward: &Ward, id: ReportId) -> ReportLine {
    ward.office.read(GetReport { id }).expect("it").line
}

fn differing(ward: &Ward, id: ReportId) -> u32 {
    ward.office.read(GetReport { id }).expect("it").differing
}

#[test]
fn an_issued_report_is_served_as_it_left_and_says_what_changed_since() {
    let (mut ward, codes) = approved();
    let head = ward.office.view().journal_head().expect("a head").1;
    let id = issue(&mut ward, IssueReport { of: weekly(), ..IssueReport::default() }).expect("issued");
    let row = line(&ward, id);
    assert_eq!((row.name.as_str(), row.kind, row.issued_by.as_str()), ("BC-001", ReportKind::Weekly, LEADER));
    assert_eq!((row.from, row.to, row.as_of), (Some(day(4)), day(10), day(10)), "Monday to Sunday");
    assert_eq!((row.head, row.number_line), (head.short(), None));
    let sent = files(&ward, id);
    assert!(sent[0].starts_with(b"PK") && sent[1].starts_with(b"%PDF-") && sent[2].starts_with(b"PK"));
    let digest: String = Sha256::digest(&sent[0]).iter().map(|b| format!("{b:02x}")).collect();
    assert_eq!(row.xlsx_sha256, digest);
    assert_eq!(differing(&ward, id), 0);
    let nothing = explained(&ward, id);
    assert!(nothing.figures.is_empty() && nothing.causes.is_empty());

    // The leader opens the evening again and says why; the clerk puts the box right.
    let reason = "Tổ trưởng báo ghi nhầm ô 7";
    ward.office.write(ReopenEvening { on: day(9), reason: reason.into() }).expect("opened again");
    assert_eq!(differing(&ward, id), 0, "an unlocked sheet still says the same");
    ward.as_named(CLERK);
    let was: u32 = figures(1)[6].value.parse().expect("a count");
    let (installed, of) = (was - 2, figures(1)[7].value.clone());
    ward.key(&codes[1], vec![BoxEntry::of(7, installed), BoxEntry::of(8, &of)]).expect("put right");

    assert_eq!(files(&ward, id), sent, "what left the office is what is served");
    assert_eq!(line(&ward, id).xlsx_sha256, digest);
    let told = explained(&ward, id);
    assert_eq!(count(&told), differing(&ward, id));
    let figure = told.figures.iter().find(|f| f.scope == "Toàn đơn vị" && f.figure == "Cài mới trong buổi, lũy kế");
    let figure = figure.expect("new installs differ");
    assert_eq!(figure.because.iter().map(|b| b.effect).collect::<Vec<_>>(), [Some(-2)]);
    let cause = &told.causes[figure.because[0].cause as usize];
    assert_eq!(cause.codes, [codes[1].clone()]);
    assert!(cause.words.contains(&format!("ô 7 “cài mới trong buổi” {was} → {installed}")), "{}", cause.words);
    let entries: Vec<_> =
        cause.entries.iter().map(|e| (e.who.as_deref(), e.what.join("; "), e.why.as_deref())).collect();
    assert_eq!(entries[0], (Some(LEADER), "đã khóa → đã nhập".to_owned(), Some(reason)));
    let (who, what, _) = &entries[1];
    assert!(*who == Some(CLERK) && what.contains(&format!("ô 7: {was} → {installed}")), "{entries:?}");
    assert!(cause.entries.iter().all(|e| e.at.starts_with("2024-11-10T08:00:00")));

    // Put back as it was, nothing differs; the journal remembers all the same.
    ward.key(&codes[1], vec![BoxEntry::of(7, was)]).expect("put back");
    assert_eq!(differing(&ward, id), 0);
    sound(&ward);
}

fn count(told: &Explanation) -> u32 {
    u32::try_from(told.figures.len()).expect("few")
}

#[test]
fn the_workbook_and_the_document_carry_the_id_and_the_journals_head() {
    let (mut ward, _) = approved();
    let id = issue(&mut ward, IssueReport { of: weekly(), ..IssueReport::default() }).expect("issued");
    let xlsx = bytes(&ward, id, IssuedFile::Xlsx);
    let sealed = workbook::packet::read("a.xlsx", &xlsx).expect("a packet");
    let packet = sealed.open().expect("the office's own");
    let issued = packet.report.issue.clone().expect("issued");
    assert_eq!((issued.id(), issued.head), ("BC-001".to_owned(), line(&ward, id).head));
    let before = ward.office.view().list_reports(packet.report.campaign.id).expect("it")[0].journal_seq;
    assert_eq!(packet.seq, before, "the packet is as new as the head it prints");
    let again = issue(&mut ward, IssueReport { of: weekly(), ..IssueReport::default() }).expect("issued");
    assert_eq!(line(&ward, again).name, "BC-002");
    let names: Vec<String> = ward.office.read(ListReports {}).expect("both").into_iter().map(|r| r.name).collect();
    assert_eq!(names, ["BC-002", "BC-001"]);
}

#[test]
fn a_numbered_report_stands_in_the_one_register() {
    let (mut ward, _) = approved();
    let numbered = IssueReport { of: weekly(), number: Some(31), dated: Some(day(10)), ..IssueReport::default() };
    let id = issue(&mut ward, numbered).expect("issued");
    let row = line(&ward, id);
    let document = row.document.expect("a document");
    assert!(row.number_line.expect("numbered").ends_with("31/BC-UBND"));
    let kept = ward.office.read(ListDocuments {}).expect("documents").into_iter().find(|d| d.id == document);
    let kept = kept.expect("in the register");
    assert_eq!(
        (kept.number, kept.dated, kept.about.as_deref()),
        (Some(31), Some(day(10)), Some("04/11/2024 – 10/11/2024"))
    );
    let view = ward.office.view();
    assert!(bytes(&ward, id, IssuedFile::Pdf) == view.find_frozen(document).expect("it").expect("frozen").pdf);
    // The number is taken for reports and for documents alike.
    assert_eq!(code_of(issue(&mut ward, numbered)), ErrorCode::NumberTaken);
    assert_eq!(ward.office.read(ListReports {}).expect("it").len(), 1, "nothing was issued");
    let undated = IssueReport { number: None, ..numbered };
    assert_eq!(code_of(issue(&mut ward, undated)), ErrorCode::Blank);
    let ahead = IssueReport { number: Some(32), dated: Some(day(11)), ..numbered };
    assert_eq!(code_of(issue(&mut ward, ahead)), ErrorCode::IssueDateAhead);
    ward.as_named(CLERK);
    let draft = begin(&mut ward, DocumentKind::Report);
    ward.as_named(LEADER);
    let taken = ward.office.write(IssueDocument { id: draft, number: 31, dated: day(10) });
    assert_eq!(code_of(taken), ErrorCode::NumberTaken);
    sound(&ward);
}

#[test]
fn the_words_of_a_draft_are_used_and_it_stays_a_draft_until_it_has_a_number() {
    let (mut ward, _) = approved();
    ward.as_named(CLERK);
    let draft = begin(&mut ward, DocumentKind::Report);
    let sections = vec![text(Some("TÌNH HÌNH"), "Riêng của phường: {{số phiếu}}."), text(Some("KHÁC"), "Không có.")];
    ward.office
        .write(EditDocument { id: draft, head: None, sections: Some(sections), nominees: None })
        .expect("edited");
    let made = |ward: &Ward, draft| ward.office.make(ReportDocumentPdf { of: weekly(), draft }, &mut |_, _| true);
    assert!(made(&ward, Some(draft)).expect("a preview").bytes != made(&ward, None).expect("a preview").bytes);
    ward.as_named(LEADER);
    let plain = IssueReport { of: weekly(), draft: Some(draft), ..IssueReport::default() };
    issue(&mut ward, plain).expect("issued");
    assert!(get(&ward, draft).row.dated.is_none(), "no number, no place in the register");
    let id = issue(&mut ward, IssueReport { number: Some(7), ..plain }).expect("issued");
    assert_eq!(line(&ward, id).document, Some(draft));
    assert_eq!(get(&ward, draft).row.dated, Some(day(10)), "of today if nobody says otherwise");
    assert_eq!(code_of(issue(&mut ward, plain)), ErrorCode::DocumentIssued, "its words are issued");
    let notice = begin_as_clerk(&mut ward, DocumentKind::Notice);
    assert_eq!(code_of(issue(&mut ward, IssueReport { draft: Some(notice), ..plain })), ErrorCode::Missing);
}

fn begin_as_clerk(ward: &mut Ward, kind: DocumentKind) -> domain::ids::DocumentId {
    ward.as_named(CLERK);
    let id = begin(ward, kind);
    ward.as_named(LEADER);
    id
}

#[test]
fn issuing_is_not_taken_back_and_not_everybodys() {
    let (mut ward, _) = approved();
    let written = ward.office.write(IssueReport { of: weekly(), ..IssueReport::default() }).expect("issued");
    assert_eq!(written.undo, None);
    let entry = ward.office.view().journal_head().expect("a head").0;
    assert!(ward.office.write(Undo { entry }).is_err());
    assert_eq!(ward.office.read(ListReports {}).expect("it").len(), 1);
    for role in [Role::Clerk, Role::Outreach] {
        ward.as_role(role);
        let refused = issue(&mut ward, IssueReport { of: weekly(), ..IssueReport::default() });
        assert_eq!(code_of(refused), ErrorCode::NotAllowed, "{role:?}");
        ward.office.read(ExplainReport { id: ReportId(1) }).expect("everybody may ask why");
    }
}

#[test]
fn a_period_that_has_not_begun_is_not_issued() {
    let (mut ward, _) = approved();
    let next = ReportOf { day: Some(day(11)), ..weekly() };
    assert_eq!(code_of(issue(&mut ward, IssueReport { of: next, ..IssueReport::default() })), ErrorCode::ReportAhead);
    let whole = ReportOf { kind: Some(ReportKind::Final), ..ReportOf::default() };
    let outlook = ward.office.read(GetReportOutlook { of: whole }).expect("an outlook");
    assert_eq!((outlook.from, outlook.to, outlook.as_of), (None, day(30), day(10)));
    assert_eq!((outlook.returned, outlook.evenings, outlook.unapproved), (3, 2, 1));
    assert_eq!(outlook.next, "BC-001");
    ward.office.make(ReportXlsx { of: whole }, &mut |_, _| true).expect("a workbook");
}

#[test]
fn evenings_and_sheets_are_told_with_their_reasons() {
    let mut ward = Ward::of("ha-cau-2024");
    staff(&mut ward);
    ward.as_named(CLERK);
    let (codes, _, _) = ward.numbered(day(9), 3, 1);
    ward.key(&codes[0], figures(0)).expect("keyed");
    ward.as_named(LEADER);
    let id = issue(&mut ward, IssueReport { of: weekly(), ..IssueReport::default() }).expect("issued");
    ward.as_named(CLERK);
    ward.office.write(WithdrawSheet { code: codes[2].clone(), reason: "Ướt mưa".into() }).expect("withdrawn");
    let told = explained(&ward, id);
    let cause = told.causes.iter().find(|c| c.codes == [codes[2].clone()]).expect("the sheet");
    assert!(cause.words.contains("đã hủy"), "{}", cause.words);
    assert_eq!(cause.entries[0].why.as_deref(), Some("Ướt mưa"));
    assert_eq!(cause.entries[0].who.as_deref(), Some(CLERK));

    let visits = ward.office.view().list_visits(ward.office.view().get_campaign().expect("it").id).expect("visits");
    let visit = visits.iter().find(|v| v.on == day(9)).expect("the evening").id;
    ward.office.write(CancelVisit { id: visit, reason: Some("Mưa bão".into()), confirmed: true }).expect("called off");
    let told = explained(&ward, id);
    let cause = told.causes.iter().find(|c| c.words.starts_with("Buổi 09/11/2024")).expect("the evening");
    assert!(cause.words.contains("bị hủy") && cause.codes.contains(&codes[1]), "{cause:?}");
    assert_eq!(cause.entries[0].why.as_deref(), Some("Mưa bão"));
    ward.office.write(CancelVisit { id: visit, reason: None, confirmed: true }).expect("on again");
    ward.office.write(move_of(visit)).expect("moved");
    let told = explained(&ward, id);
    let cause = told.causes.iter().find(|c| c.words.contains("chuyển sang ngày 25/11/2024")).expect("moved");
    assert!(cause.entries.iter().any(|e| e.what == ["chuyển buổi"]), "{cause:?}");
    assert_eq!(ward.state_of(&codes[0]), SheetState::Keyed);
    sound(&ward);
}

fn move_of(id: domain::ids::VisitId) -> MoveVisit {
    serde_json::from_value(serde_json::json!({ "id": id, "on": "2024-11-25", "confirmed": true })).expect("a request")
}

#[test]
fn files_that_somebody_changed_are_named_and_not_served() {
    let (mut ward, _) = approved();
    let id = issue(&mut ward, IssueReport { of: weekly(), ..IssueReport::default() }).expect("issued");
    let path = ward.office.path().to_owned();
    drop(ward.office);
    let bytes = std::fs::read(&path).expect("the file");
    // The PDF's first bytes, wherever they lie.
    let at = bytes.windows(8).position(|w| w == b"%PDF-1.7" || w == b"%PDF-1.4" || w == b"%PDF-2.0").expect("a PDF");
    let mut spoilt = bytes;
    spoilt[at + 9] ^= 1;
    std::fs::write(&path, spoilt).expect("it is changed");
    let office =
        crate::Office::open(&path, std::sync::Arc::new(super::kit::Morning::default())).expect("it opens").office;
    let ward = Ward { office, folder: ward.folder };
    match ward.office.read(GetReport { id }).expect_err("spoilt") {
        Error::User { code: ErrorCode::ReportSpoilt, params, .. } => assert_eq!(params["name"], "BC-001"),
        other => panic!("{other:?}"),
    }
    let found = ward.office.read(crate::check::CheckFile {}).expect("a check").findings;
    let named = crate::check::Finding::Report { name: "BC-001".into(), to: day(10) };
    assert_eq!(found, [named]);
}

#[test]
fn it_goes_to_the_authority_that_was_chosen_which_then_stays() {
    let (mut ward, _) = approved();
    ward.as_role(Role::Administrator);
    let put = |name: &str| PutAuthority {
        id: None,
        name: name.into(),
        address: format!("{name}, thành phố"),
        from: None,
        to: None,
    };
    let city = ward.office.write(put("Sở Khoa học và Công nghệ")).expect("written").answer;
    let other = ward.office.write(put("Văn phòng UBND Thành phố")).expect("written").answer;
    ward.as_named(LEADER);
    let of = ReportOf { authority: Some(city), ..weekly() };
    let outlook = ward.office.read(GetReportOutlook { of }).expect("an outlook");
    assert_eq!(outlook.authorities, ["Sở Khoa học và Công nghệ, thành phố"]);
    let id = issue(&mut ward, IssueReport { of, ..IssueReport::default() }).expect("issued");
    assert_eq!(line(&ward, id).authority.as_deref(), Some("Sở Khoa học và Công nghệ"));
    assert_eq!(differing(&ward, id), 0);
    ward.as_role(Role::Administrator);
    assert_eq!(code_of(ward.office.write(RemoveAuthority { id: city })), ErrorCode::AuthorityHasReports);
    ward.office.write(RemoveAuthority { id: other }).expect("nothing went there");
}
