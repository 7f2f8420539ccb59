//! The journal as people read it, on real files.

use chrono::NaiveDate;
use domain::account::Role;
use domain::progress::Figure;
use serde_json::Value;

use super::kit::{Ward, code_of};
use super::states::{day, figures, staff};
use crate::contact::{DeletePerson, PersonForm};
use crate::journal::{
    DeedKind, EntryFigures, EntryView, ExportJournal, FindHead, GetEntry, JournalForm, JournalLine, JournalLines,
    JournalQuery, JournalXlsx, ListJournal, VerifyJournal,
};
use crate::progress::GetFigure;
use crate::reading::Reading;
use crate::sheet::{BoxEntry, ListSheets, NumberSheets, SetBoxes};
use crate::verification::SetSecondBoxes;
use crate::{ErrorCode, Inspect, View};

/// A clerk keyed the first sheet of 09/11/2024 and changed its third box from 5 to 15.
fn keyed() -> (Ward, String) {
    let mut ward = Ward::of("ha-cau-2024");
    staff(&mut ward);
    ward.office.write(NumberSheets { evening: None, count: 2, spare: 1, ..Default::default() }).expect("sheets");
    let rows = ward.office.read(ListSheets { evening: Some(day(9)), ..Default::default() }).expect("sheets");
    let code = rows[0].code.clone();
    ward.as_named("Lê Thị Bích");
    key(&mut ward, &code, figures(1));
    key(&mut ward, &code, vec![BoxEntry::of(3, 15)]);
    (ward, code)
}

fn key(ward: &mut Ward, code: &str, boxes: Vec<BoxEntry>) {
    ward.office.write(SetBoxes { code: code.into(), boxes, cursor: None }).expect("keyed");
}

fn list(ward: &Ward, query: JournalQuery) -> Vec<JournalLine> {
    ward.office.read(ListJournal { query, before: None, limit: 200 }).expect("a page").lines
}

fn entry(ward: &Ward, entry: i64) -> EntryView {
    ward.office.read(GetEntry { entry, after: 0 }).expect("an entry")
}

fn text(words: &str) -> JournalQuery {
    JournalQuery { text: Some(words.into()), ..JournalQuery::default() }
}

#[test]
fn a_changed_box_reads_as_a_sentence() {
    let (ward, code) = keyed();
    let line = &list(&ward, JournalQuery::default())[0];
    assert_eq!(line.deed, "Nhập số vào phiếu");
    assert_eq!(line.who.as_deref(), Some("Lê Thị Bích"));
    assert!(
        line.subject.as_ref().is_some_and(|s| s.starts_with(&format!("Phiếu {code} (")) && s.contains("09/11/2024"))
    );
    assert!(line.what[0].starts_with("ô 3 “") && line.what[0].ends_with("5 → 15"), "{:?}", line.what);
    let view = entry(&ward, line.entry);
    let row = &view.rows[0];
    assert!(row.what.starts_with(&format!("Phiếu {code}, ô 3 “")));
    assert_eq!((row.values[0].old.as_deref(), row.values[0].new.as_deref()), (Some("5"), Some("15")));
    assert!(!row.what.contains('{') && view.technical.is_some_and(|t| t.changes.starts_with('[')));
}

#[test]
fn no_line_of_an_office_that_did_much_shows_what_machines_say() {
    let (ward, _) = keyed();
    for line in list(&ward, JournalQuery::default()) {
        let view = entry(&ward, line.entry);
        let rows = view.rows.iter().flat_map(|row| {
            let values = row.values.iter().flat_map(|v| [Some(v.label.clone()), v.old.clone(), v.new.clone()]);
            values.flatten().chain([row.what.clone()])
        });
        for words in rows.chain(line.what).chain([line.deed]) {
            let inside = words.contains('{') || words.contains('_') || words.contains("null");
            assert!(!inside, "mục {}: {words}", view.line.entry);
        }
    }
}

#[test]
fn each_filter_finds_the_sheets_entries() {
    let (ward, code) = keyed();
    let view = ward.office.view();
    let bich = view.list_accounts().expect("accounts").into_iter().find(|a| a.name == "Lê Thị Bích").expect("a clerk");
    let sheet = view.sheet_of(&code).expect("a sheet");
    let entries = |query| list(&ward, query).iter().map(|l| l.entry).collect::<Vec<_>>();
    let all = entries(JournalQuery::default());
    let (last, before) = (all[0], all[1]);
    let of = JournalQuery { code: Some(code.clone()), ..JournalQuery::default() };
    assert_eq!(entries(of.clone()), [last, before, before - 1], "keyed twice, numbered");
    assert_eq!(entries(JournalQuery { no: Some("3".into()), ..of.clone() }), [last, before]);
    assert_eq!(entries(JournalQuery { no: Some("4".into()), ..of.clone() }), [before]);
    assert_eq!(entries(JournalQuery { who: Some(bich.id), ..JournalQuery::default() }), [last, before]);
    assert_eq!(entries(JournalQuery { kind: Some(DeedKind::Keying), who: Some(bich.id), ..of }), [last, before]);
    let evening = JournalQuery { evening: Some(day(9)), ..JournalQuery::default() };
    assert_eq!(entries(JournalQuery { area: sheet.area, ..evening.clone() }), [last, before, before - 1]);
    assert_eq!(entries(JournalQuery { team: sheet.team, ..evening.clone() }), [last, before, before - 1]);
    assert_eq!(entries(JournalQuery { kind: Some(DeedKind::Schedule), ..evening }), [] as [i64; 0]);
    let on = |d: NaiveDate| JournalQuery { from: Some(d), to: Some(d), ..JournalQuery::default() };
    assert_eq!(entries(on(day(10))), all, "the day of the test");
    assert_eq!(entries(on(day(9))), [] as [i64; 0]);
    assert_eq!(entries(JournalQuery { program: true, ..JournalQuery::default() }), [1], "the new file");
    let nobody =
        ListJournal { query: JournalQuery { code: Some("1".into()), ..Default::default() }, before: None, limit: 1 };
    assert!(ward.office.read(nobody).is_err(), "no such code");
}

#[test]
fn words_are_found_without_marks_and_page_by_page() {
    let (ward, code) = keyed();
    let found = list(&ward, text("nhap so bich"));
    assert_eq!(found.len(), 2);
    assert_eq!(list(&ward, text(&code.replace('-', " "))).len(), 3, "digits of the code: keyed twice, numbered");
    assert_eq!(list(&ward, text("khong co chu nay")), []);
    let first = ward.office.read(ListJournal { query: text("nhap so bich"), before: None, limit: 1 }).expect("a page");
    assert_eq!((first.lines.len(), first.next), (1, Some(found[0].entry)));
    let rest =
        ward.office.read(ListJournal { query: text("nhap so bich"), before: first.next, limit: 9 }).expect("a page");
    assert_eq!((rest.lines.len(), rest.next), (1, None));
}

#[test]
fn an_entry_leads_to_the_figures_it_moved() {
    let (ward, code) = keyed();
    let last = list(&ward, JournalQuery::default())[0].entry;
    let moved = ward.office.read(EntryFigures { entry: last }).expect("figures");
    let sheet = ward.office.view().sheet_of(&code).expect("a sheet");
    let nearest = &moved.figures[0];
    assert_eq!((nearest.area, nearest.on, nearest.by), (sheet.area, Some(day(9)), Some(10)));
    assert!(matches!(nearest.figure, Figure::Meaning { .. }));
    for figure in &moved.figures {
        let ask = GetFigure { figure: figure.figure, area: figure.area, on: figure.on, to: None, after: 0, limit: 50 };
        let behind = ward.office.read(ask).expect("a figure");
        assert_eq!(behind.words.split(", đến").next(), figure.words.split(", đến").next());
        assert!(behind.sheets.iter().any(|s| s.code == code), "{}", figure.words);
    }
    assert_eq!(moved.uncounted, [] as [String; 0]);
    assert_eq!(code_of(ward.office.read(EntryFigures { entry: 9_999 })), ErrorCode::NoEntry);
}

#[test]
fn who_keys_a_second_time_learns_nothing_from_the_journal() {
    let (mut ward, _) = keyed();
    let rows = ward.office.read(ListSheets { evening: Some(day(9)), ..Default::default() }).expect("sheets");
    let code = rows[1].code.clone();
    // 14.061 people: a figure that stands nowhere else.
    key(&mut ward, &code, figures(7_000));
    let last = list(&ward, JournalQuery::default())[0].entry;
    ward.as_named("Trần Văn Đơ");
    let see = |ward: &Ward| {
        let page = list(ward, JournalQuery { code: Some(code.clone()), ..JournalQuery::default() });
        let view = entry(ward, last);
        let moved = ward.office.read(EntryFigures { entry: last }).expect("figures");
        let found = list(ward, text("14061")).len() + list(ward, text("14.061")).len();
        (serde_json::to_string(&(page, &view, moved)).expect("JSON"), view.technical.is_none(), found)
    };
    assert!(see(&ward).0.contains("14061"), "before it is begun, everybody may look");
    let begin = SetSecondBoxes { code: code.clone(), boxes: vec![BoxEntry::of(1, 7_033)], cursor: None };
    ward.office.write(begin).expect("begun");
    let (shown, no_technical, found) = see(&ward);
    assert!(!shown.contains("14061") && !shown.contains("14.061"), "{shown}");
    assert!(no_technical && found == 0);
    let lines = ward.office.write(ExportJournal { form: JournalForm::Lines });
    assert_eq!(code_of(lines), ErrorCode::JournalBlind);
    let noted = ward.office.write(ExportJournal { form: JournalForm::Workbook }).expect("noted").answer.entry;
    let xlsx = made(&ward, |view| view_make(view, JournalXlsx { query: JournalQuery::default(), noted }));
    assert!(!cells(&xlsx).iter().any(|cell| cell.contains("14061") || cell.contains("14.061")));
    ward.as_named("Lê Thị Bích");
    assert!(see(&ward).0.contains("14061"), "whoever keyed it first knows it");
}

fn view_make(view: &View<'_>, command: impl crate::Make) -> Vec<u8> {
    command.run(view, &mut |_, _| true).expect("a file").bytes
}

fn made(ward: &Ward, make: impl FnOnce(&View<'_>) -> Vec<u8>) -> Vec<u8> {
    make(&ward.office.view())
}

/// Texts of a workbook's cells.
fn cells(xlsx: &[u8]) -> Vec<String> {
    let tables = workbook::import::Tables::from_bytes("nhat-ky.xlsx", xlsx).expect("it reads");
    format!("{tables:?}").split('"').map(str::to_owned).collect()
}

#[test]
fn a_deleted_person_is_a_number_and_no_name_is_in_the_lines() {
    let (mut ward, _) = keyed();
    ward.as_role(Role::Administrator);
    let force =
        ward.office.view().list_forces(ward.office.view().get_campaign().expect("one").id).expect("forces")[0].id;
    let person =
        PersonForm { name: "Hoàng Thị Vân".into(), title: None, unit: None, phone: Some("0912345678".into()) };
    let member = crate::team::AddMember { member: crate::team::MemberForm { force, person, left_on: None } };
    ward.office.write(member).expect("a member");
    let added = list(&ward, JournalQuery { kind: Some(DeedKind::Forces), ..JournalQuery::default() })[0].entry;
    let shown = |ward: &Ward| serde_json::to_string(&entry(ward, added)).expect("JSON");
    assert!(shown(&ward).contains("Hoàng Thị Vân") && !shown(&ward).contains("0912345678"));
    let id =
        ward.office.view().list_people().expect("people").iter().find(|p| p.name == "Hoàng Thị Vân").expect("one").id;
    ward.office.write(DeletePerson { person: id, confirm: "Hoàng Thị Vân".into() }).expect("deleted");
    assert!(!shown(&ward).contains("Vân") && shown(&ward).contains(&format!("Thành viên #{id}")));
}

#[test]
fn a_head_from_a_paper_is_told_to_be_ours_or_not() {
    let (mut ward, code) = keyed();
    let (seq, head) = ward.office.view().journal_head().expect("a head");
    key(&mut ward, &code, vec![BoxEntry::of(4, 99)]);
    let find = |text: String| ward.office.read(FindHead { text });
    let found = find(format!(" {} ", head.short().to_uppercase())).expect("it reads");
    assert_eq!((found.line.map(|l| l.entry), found.since), (Some(seq), 1));
    assert_eq!(find(head.hex()).expect("all of it").line.map(|l| l.entry), Some(seq));
    let slip: String = head.short().chars().enumerate().map(|(at, c)| if at == 6 { other(c) } else { c }).collect();
    let near = find(slip).expect("it reads");
    assert_eq!((near.line, near.near.map(|n| n.entry)), (None, Some(seq)));
    let stranger = find("0000 0000 0000 0000".into()).expect("it reads");
    assert_eq!((stranger.line, stranger.near), (None, None));
    assert_eq!(code_of(find("4f2a 91c0".into())), ErrorCode::HeadUnreadable);
}

fn other(digit: char) -> char {
    if digit == '0' { '1' } else { '0' }
}

#[test]
fn a_sound_journal_is_said_to_be_sound_and_a_stop_is_heard() {
    let (ward, _) = keyed();
    let reading =
        Reading::open(ward.office.path(), std::sync::Arc::new(super::kit::Morning::default())).expect("it opens");
    let mut told = Vec::new();
    let verdict = VerifyJournal {}.run(&reading.view(), &mut |done, of| {
        told.push((done, of));
        true
    });
    let verdict = verdict.expect("a verdict");
    assert!(verdict.is_sound && verdict.rows.is_empty() && verdict.broken.is_none(), "{verdict:?}");
    assert_eq!(verdict.entries, ward.office.view().journal_head().expect("a head").0);
}

#[test]
fn the_journal_leaves_the_office_only_with_a_note_of_who_took_it() {
    let (mut ward, code) = keyed();
    let made = |ward: &Ward, noted| ward.office.make(JournalLines { noted }, &mut |_, _| true);
    assert_eq!(code_of(made(&ward, 1)), ErrorCode::JournalNotNoted);
    let noted = ward.office.write(ExportJournal { form: JournalForm::Lines }).expect("noted").answer.entry;
    let line = &list(&ward, JournalQuery::default())[0];
    assert_eq!((line.entry, line.deed.as_str(), line.who.as_deref()), (noted, "Xuất nhật ký", Some("Lê Thị Bích")));
    let lines = String::from_utf8(made(&ward, noted).expect("a file").bytes).expect("text");
    assert_eq!(lines.lines().count() as i64, noted + 1, "a head, and every entry with the note itself");
    let head: Value = serde_json::from_str(lines.lines().next().expect("a line")).expect("JSON");
    assert_eq!(head["entries"], noted);
    let as_table = JournalXlsx { query: JournalQuery { code: Some(code.clone()), ..Default::default() }, noted };
    let refused = ward.office.make(as_table.clone(), &mut |_, _| true);
    assert_eq!(code_of(refused), ErrorCode::JournalNotNoted, "noted as another form");
    let noted = ward.office.write(ExportJournal { form: JournalForm::Workbook }).expect("noted").answer.entry;
    let xlsx = ward.office.make(JournalXlsx { noted, ..as_table }, &mut |_, _| true).expect("a file").bytes;
    assert!(cells(&xlsx).contains(&code));
    ward.as_named("Trần Văn Đơ");
    assert_eq!(code_of(made(&ward, noted)), ErrorCode::JournalNotNoted, "another's note");
    ward.as_role(Role::Outreach);
    assert_eq!(code_of(ward.office.write(ExportJournal { form: JournalForm::Lines })), ErrorCode::NotAllowed);
}
