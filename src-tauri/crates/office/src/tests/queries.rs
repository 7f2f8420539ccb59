use chrono::NaiveDate;
use domain::account::Role;
use domain::approval::Obstacle;
use domain::ids::QueryId;

use super::kit::{Ward, code_of};
use super::states::{day, figures, staff};
use crate::ErrorCode;
use crate::approval::{ApproveEvening, ListEvenings};
use crate::contact::DeletePerson;
use crate::overview::GetOverview;
use crate::query::{
    AnswerQuery, EditQuery, ListQueries, ListQueryOwners, OpenQuery, OwnerForm, OwnerPart, QueryRow, ReopenQuery,
};
use crate::undo::Undo;

fn keyed() -> (Ward, String) {
    let mut ward = Ward::of("ha-cau-2024");
    staff(&mut ward);
    ward.as_named("Lê Thị Bích");
    let (codes, _, _) = ward.numbered(day(9), 1, 0);
    ward.key(&codes[0], figures(0)).expect("keyed");
    (ward, codes[0].clone())
}

fn named(name: &str) -> Option<OwnerForm> {
    Some(OwnerForm::Named { name: name.into(), title: None })
}

fn ask(code: &str, no: Option<&str>, owner: Option<OwnerForm>, due_on: NaiveDate) -> OpenQuery {
    OpenQuery {
        code: Some(code.into()),
        visit: None,
        no: no.map(str::to_owned),
        body: "Ô 7 cao gấp ba các phiếu khác, tổ có đếm lại không?".into(),
        owner,
        due_on,
    }
}

fn queries(ward: &Ward, open_only: bool) -> Vec<QueryRow> {
    ward.office.read(ListQueries { open_only }).expect("questions").rows
}

#[test]
fn a_question_has_an_owner_and_a_day_and_is_late_after_it() {
    let (mut ward, code) = keyed();
    let late = ask(&code, Some("7"), named("Hoàng Thị Vân"), day(8));
    ward.office.write(late).expect("asked");
    ward.office.write(ask(&code, None, None, day(12))).expect("asked");
    let rows = queries(&ward, true);
    assert_eq!(rows.iter().map(|q| q.overdue).collect::<Vec<_>>(), [Some(2), None], "the one due first stands first");
    assert_eq!(ward.office.read(GetOverview {}).expect("an overview").queries_due, 1, "the frame counts what is due");
    let first = &rows[0];
    assert_eq!(first.code.as_deref(), Some(code.as_str()));
    assert_eq!(first.owner.as_ref().map(|o| o.name.as_str()), Some("Hoàng Thị Vân"));
    assert_eq!(first.box_label.as_deref().map(|label| !label.is_empty()), Some(true));
    assert_eq!((first.on, first.opened_by.as_str()), (Some(day(9)), "Lê Thị Bích"));
    assert_eq!((rows[1].owner.as_ref(), rows[1].no.as_ref()), (None, None));
}

#[test]
fn an_answer_closes_it_and_an_answer_that_does_not_settle_it_stays_beside_it() {
    let (mut ward, code) = keyed();
    let id = ward.office.write(ask(&code, Some("7"), None, day(12))).expect("asked").answer;
    let answer = |text: &str| AnswerQuery { id, answer: text.into() };
    assert_eq!(code_of(ward.office.write(answer("  "))), ErrorCode::Blank);
    let done = ward.office.write(answer("Tổ đếm cả khách\nvãng lai")).expect("answered");
    assert_eq!(code_of(ward.office.write(answer("lần nữa"))), ErrorCode::QueryAnswered);
    assert!(queries(&ward, true).is_empty());
    let row = queries(&ward, false).remove(0);
    assert_eq!(
        (row.answer.as_deref(), row.answered_by.as_deref()),
        (Some("Tổ đếm cả khách vãng lai"), Some("Lê Thị Bích"))
    );
    ward.office.write(Undo { entry: done.undo.expect("an entry") }).expect("taken back");
    assert_eq!(queries(&ward, true).len(), 1);
    ward.office.write(answer("Tổ đếm cả khách")).expect("answered");
    ward.office.write(ReopenQuery { id }).expect("open again");
    ward.office.write(answer("Đã trừ khách")).expect("answered");
    ward.office.write(ReopenQuery { id }).expect("open again");
    let row = queries(&ward, true).remove(0);
    assert_eq!(row.earlier, ["Tổ đếm cả khách", "Đã trừ khách"]);
    assert!(row.answer.is_none());
}

#[test]
fn a_question_is_put_in_other_words_to_somebody_else() {
    let (mut ward, code) = keyed();
    let id = ward.office.write(ask(&code, Some("7"), named("Hoàng Thị Vân"), day(12))).expect("asked").answer;
    let person = ward.office.who().expect("the clerk").person;
    let edit = |id, owner| EditQuery { id, body: "Ô 7 đúng không?".into(), owner, due_on: day(14) };
    assert_eq!(code_of(ward.office.write(edit(QueryId(99), None))), ErrorCode::Missing);
    let known = Some(OwnerForm::Known { person });
    ward.office.write(edit(id, known)).expect("edited");
    let row = queries(&ward, true).remove(0);
    assert_eq!((row.body.as_str(), row.due_on), ("Ô 7 đúng không?", day(14)));
    assert_eq!(row.owner.map(|o| o.person), Some(person));
    assert_eq!(row.no.map(|no| no.to_string()).as_deref(), Some("7"), "what it is about stays");
}

#[test]
fn it_is_about_a_sheet_or_a_visit_that_there_is() {
    let (mut ward, code) = keyed();
    let unknown = ask(&code, Some("77"), None, day(12));
    assert_eq!(code_of(ward.office.write(unknown)), ErrorCode::UnknownBox);
    let nothing = OpenQuery { code: None, ..ask(&code, None, None, day(12)) };
    assert_eq!(code_of(ward.office.write(nothing.clone())), ErrorCode::Blank);
    let view = ward.office.view();
    let visit = view.list_visits(view.get_campaign().expect("it").id).expect("visits")[0].id;
    let whole = OpenQuery { visit: Some(visit), ..nothing };
    ward.office.write(whole).expect("about an evening");
    let row = queries(&ward, true).remove(0);
    assert_eq!((row.code, row.on, row.area_label.is_empty()), (None, Some(day(9)), false));
}

#[test]
fn an_evening_with_an_open_question_is_approved_with_a_word_and_still_asked_about() {
    let (mut ward, code) = keyed();
    ward.office.write(ask(&code, Some("7"), None, day(12))).expect("asked");
    ward.as_role(Role::Leadership);
    let found = ward.office.read(ListEvenings {}).expect("evenings").evenings[0].obstacles.clone();
    assert_eq!(found.iter().map(|o| (o.what, o.hard, o.count)).collect::<Vec<_>>(), [(Obstacle::Query, false, 1)]);
    let approve = |note: Option<&str>| ApproveEvening { on: day(9), note: note.map(str::to_owned) };
    assert_eq!(code_of(ward.office.write(approve(None))), ErrorCode::ApprovalNeedsNote);
    ward.office.write(approve(Some("hỏi sau"))).expect("approved");
    let id = queries(&ward, true)[0].id;
    ward.office.write(AnswerQuery { id, answer: "Đúng".into() }).expect("an answer changes no figure");
    ward.office.write(ask(&code, Some("8"), None, day(13))).expect("nor does a question");
}

#[test]
fn an_owner_who_is_forgotten_leaves_the_question_to_nobody_and_no_name_in_the_journal() {
    let (mut ward, code) = keyed();
    ward.as_role(Role::Administrator);
    ward.office.write(ask(&code, None, named("Hoàng Thị Vân Độc Nhất"), day(12))).expect("asked");
    let person = queries(&ward, true)[0].owner.as_ref().expect("an owner").person;
    ward.office.write(DeletePerson { person, confirm: "Hoàng Thị Vân Độc Nhất".into() }).expect("deleted");
    assert_eq!(queries(&ward, true)[0].owner, None);
    let entries = ward.office.view().journal_after(0).expect("entries");
    assert!(entries.iter().all(|e| !e.changes.contains("Độc Nhất")));
}

#[test]
fn who_may_know_is_offered_the_likeliest_first() {
    let (ward, code) = keyed();
    let offers = ward.office.read(ListQueryOwners { code: Some(code), visit: None }).expect("people");
    let parts: Vec<OwnerPart> = offers.iter().map(|o| o.part).collect();
    assert!(parts.is_sorted(), "{parts:?}");
    let keyer = offers.iter().find(|o| o.part == OwnerPart::Keyer).expect("who keyed it");
    assert_eq!(keyer.name, "Lê Thị Bích");
    assert_eq!(offers.iter().filter(|o| o.person == keyer.person).count(), 1, "each once");
}
