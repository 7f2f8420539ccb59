use super::kit::{Office, day, new_area, op};
use crate::journal::replayed_dump;
use crate::{Former, NewPerson, StoreError};

/// Takes the last entry back; the operation's former details.
fn undo_last(office: &mut Office, former: &[Former]) -> Result<Vec<Former>, StoreError> {
    let (head, _) = office.writer.rows().journal_head()?;
    let entry = office.writer.rows().find_entry(head)?.expect("an entry");
    Ok(office.writer.transact(&op("undo"), |tx| tx.undo(&entry, former))?.former)
}

fn dump(office: &Office) -> String {
    office.writer.rows().dump().expect("a dump")
}

fn person(name: &str) -> NewPerson {
    NewPerson { name: name.into(), title: None, unit: None, phone: Some("0900 000 000".into()), salt: [7; 16] }
}

#[test]
fn what_was_added_changed_and_removed_is_put_as_it_was() {
    let mut office = Office::new();
    let area = office.area("Hà Trì 1");
    let before = dump(&office);
    type Step<'a> = (&'a str, &'a dyn Fn(&crate::Tx<'_>) -> Result<(), StoreError>);
    let steps: [Step<'_>; 3] = [
        ("rename", &|tx| tx.update_area(area, &new_area("Hà Trì 2"))),
        ("add", &|tx| tx.insert_area(tx.get_campaign()?.id, &new_area("Hà Trì 3")).map(|_| ())),
        ("remove", &|tx| tx.run("DELETE FROM area WHERE id = ?1", [area.0]).map(|_| ())),
    ];
    for (name, step) in steps {
        office.writer.transact(&op(name), step).expect("a step");
        let after = dump(&office);
        assert_ne!(after, before, "{name}");
        undo_last(&mut office, &[]).expect("undone");
        assert_eq!(dump(&office), before, "{name}");
        undo_last(&mut office, &[]).expect("done again");
        assert_eq!(dump(&office), after, "{name}");
        undo_last(&mut office, &[]).expect("undone again");
        assert_eq!(replayed_dump(&office.writer.rows()).expect("a replay"), before, "{name}");
    }
}

#[test]
fn what_was_built_on_or_changed_since_stays() {
    let mut office = Office::new();
    let area = office.area("Hà Trì 1");
    let (added, _) = office.writer.rows().journal_head().expect("a head");
    office.visit(area, 9);
    office.run("rename", |tx| tx.update_area(area, &new_area("Hà Trì 2")));
    let before = dump(&office);
    let entry = office.writer.rows().find_entry(added).expect("read").expect("an entry");
    let refused = office.writer.transact(&op("undo"), |tx| tx.undo(&entry, &[])).expect_err("built on");
    assert!(matches!(refused, StoreError::Superseded(seq) if seq == added), "{refused}");
    assert_eq!(dump(&office), before);
}

#[test]
fn details_of_people_come_back_only_while_they_are_remembered() {
    let mut office = Office::new();
    let added = office.writer.transact(&op("add"), |tx| tx.insert_person(&person("Đào Thu Hằng"))).expect("added");
    let id = added.answer;
    let changed = NewPerson { salt: [8; 16], ..person("Đào Thị Hằng") };
    let done = office.writer.transact(&op("edit"), |tx| tx.update_person(id, &changed)).expect("changed");
    assert!(matches!(undo_last(&mut office, &[]), Err(StoreError::Forgotten(p)) if p == id.0));
    let again = undo_last(&mut office, &done.former).expect("undone");
    let name = |office: &Office| office.writer.rows().find_person(id).expect("read").map(|p| p.name);
    assert_eq!(name(&office).as_deref(), Some("Đào Thu Hằng"));
    undo_last(&mut office, &again).expect("done again");
    assert_eq!(name(&office).as_deref(), Some("Đào Thị Hằng"));
}

#[test]
fn a_person_added_by_mistake_goes_and_comes_back() {
    let mut office = Office::new();
    let added = office.writer.transact(&op("add"), |tx| tx.insert_person(&person("Đào Thu Hằng"))).expect("added");
    let gone = undo_last(&mut office, &added.former).expect("undone");
    assert!(office.writer.rows().list_people().expect("people").is_empty());
    undo_last(&mut office, &gone).expect("done again");
    assert_eq!(office.writer.rows().list_people().expect("people").len(), 1);
    assert_eq!(replayed_dump(&office.writer.rows()).expect("a replay"), dump(&office));
}

#[test]
fn keyed_boxes_are_not_taken_back_this_way() {
    let mut office = Office::new();
    let area = office.area("Hà Trì 1");
    let visit = office.visit(area, 9);
    let sheet = office.sheet(visit);
    office.key(sheet, "7", Some(41));
    assert!(matches!(undo_last(&mut office, &[]), Err(StoreError::Superseded(_))));
    assert_eq!(day(9), office.writer.rows().get_visit(visit).expect("the visit").on);
}
