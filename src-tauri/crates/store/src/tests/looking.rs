//! Looking through the journal: each filter, pages, and a file of an older program.

use chrono::{DateTime, Days};
use domain::ids::{AccountId, SheetId};

use super::kit::{Office, day, moment};
use crate::journal::{JournalFilter, Mentions, Who};
use crate::{NewAccount, NewPerson, Op, Writer};

fn seqs(office: &Office, filter: &JournalFilter) -> Vec<i64> {
    let found = office.writer.rows().list_journal(filter, None, 100).expect("a page");
    found.into_iter().map(|e| e.seq).collect()
}

fn about(about: Mentions) -> JournalFilter {
    JournalFilter { about: Some(about), ..JournalFilter::default() }
}

/// Entries: 1 new, 2 and 3 areas, 4 and 5 evenings, 6 and 7 sheets, 8 to 10 boxes of the first, 11 of the second.
fn grown() -> (Office, [SheetId; 2]) {
    let mut office = Office::new();
    let (a, b) = (office.area("Hà Trì 1"), office.area("Hà Trì 2"));
    let visits = [office.visit(a, 9), office.visit(b, 10)];
    let sheets = visits.map(|visit| office.sheet(visit));
    for (no, value) in [("7", 41), ("7", 14), ("8", 3)] {
        office.key(sheets[0], no, Some(value));
    }
    office.key(sheets[1], "7", Some(5));
    (office, sheets)
}

#[test]
fn pages_go_back_from_the_last_entry() {
    let (office, _) = grown();
    let rows = office.writer.rows();
    let page = |before, limit| -> Vec<i64> {
        let found = rows.list_journal(&JournalFilter::default(), before, limit).expect("a page");
        found.into_iter().map(|e| e.seq).collect()
    };
    assert_eq!(page(None, 3), [11, 10, 9]);
    assert_eq!(page(Some(9), 3), [8, 7, 6]);
    assert_eq!(page(Some(2), 3), [1]);
    assert_eq!(page(Some(1), 3), [] as [i64; 0]);
}

#[test]
fn what_an_entry_speaks_of_finds_it() {
    let (office, [first, _]) = grown();
    let sheets = Mentions { sheets: vec![first], ..Mentions::default() };
    assert_eq!(seqs(&office, &about(sheets.clone())), [10, 9, 8, 6]);
    assert_eq!(seqs(&office, &about(Mentions { days: vec![day(10)], ..Mentions::default() })), [5]);
    let campaign = office.writer.rows().get_campaign().expect("a campaign").id;
    let area = office.writer.rows().list_areas(campaign).expect("areas")[1].id;
    assert_eq!(seqs(&office, &about(Mentions { areas: vec![area], ..Mentions::default() })), [5, 3]);
    let both = Mentions { areas: vec![area], days: vec![day(9)], ..Mentions::default() };
    assert_eq!(seqs(&office, &about(both)), [5, 4, 3], "one of them is enough");
    let keyed = JournalFilter { keyed: Some((first, "7".into())), ..about(sheets) };
    assert_eq!(seqs(&office, &keyed), [9, 8], "one box of it");
    assert_eq!(seqs(&office, &about(Mentions::default())), [] as [i64; 0], "nothing is spoken of");
}

#[test]
fn deeds_people_and_days_find_entries_whatever_the_clock() {
    let (mut office, _) = grown();
    let person = NewPerson { name: "Lê Thị Hoa".into(), title: None, unit: None, phone: None, salt: [1; 16] };
    let who = office
        .run("add_account", |tx| {
            let person = tx.insert_person(&person)?;
            tx.insert_account(NewAccount { person, role: domain::account::Role::Clerk })
        })
        .0;
    let mut deed = |name: &str, at: DateTime<_>| {
        let op = Op { who: Some(who), at, name, why: None };
        let area = super::kit::new_area(&at.to_rfc3339());
        office.writer.transact(&op, |tx| tx.insert_area(tx.get_campaign()?.id, &area)).expect("an area");
    };
    deed("add_area", moment() + Days::new(3));
    // The clock was set back: a later entry of an earlier day.
    deed("edit_area", moment() + Days::new(1));
    deed("add_area", moment() + Days::new(4));

    let of = |ops: &[&'static str]| JournalFilter { ops: Some(ops.to_vec()), ..JournalFilter::default() };
    assert_eq!(seqs(&office, &of(&["add_area"])), [15, 13, 3, 2]);
    assert_eq!(seqs(&office, &of(&["edit_area", "add_account"])), [14, 12]);
    let theirs = JournalFilter { who: Some(Who::Account(who)), ..JournalFilter::default() };
    assert_eq!(seqs(&office, &theirs), [15, 14, 13]);
    assert_eq!(seqs(&office, &JournalFilter { who: theirs.who, ..of(&["add_area"]) }), [15, 13]);
    let program = JournalFilter { who: Some(Who::Program), ..of(&["add_area"]) };
    assert_eq!(seqs(&office, &program), [3, 2]);
    let nobody = JournalFilter { who: Some(Who::Account(AccountId(99))), ..JournalFilter::default() };
    assert_eq!(seqs(&office, &nobody), [] as [i64; 0]);

    let days = |from, to| JournalFilter { from, to, ..JournalFilter::default() };
    assert_eq!(seqs(&office, &days(Some(day(20)), Some(day(20)))), [13]);
    assert_eq!(seqs(&office, &days(Some(day(18)), Some(day(20)))), [14, 13]);
    assert_eq!(seqs(&office, &days(Some(day(18)), None)), [15, 14, 13]);
    assert_eq!(seqs(&office, &days(None, Some(day(17)))).len(), 12);
    assert_eq!(seqs(&office, &days(Some(day(19)), Some(day(19)))), [] as [i64; 0], "between two others");
    assert_eq!(seqs(&office, &days(Some(day(29)), None)), [] as [i64; 0]);
}

#[test]
fn a_file_that_kept_no_mentions_has_them_when_it_is_opened() {
    let (office, _) = grown();
    let all = |office: &Office| -> Vec<(String, i64, i64)> {
        let rows = office.writer.rows();
        rows.list("SELECT noun, id, seq FROM mention ORDER BY 1, 2, 3", [], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
            .expect("mentions")
    };
    let kept = all(&office);
    assert!(kept.len() > 10);
    let path = office.path();
    let Office { folder, writer } = office;
    writer.connection.execute("DELETE FROM mention", []).expect("a local table");
    drop(writer);
    let again = Office { folder, writer: Writer::open(&path).expect("it opens").writer };
    assert_eq!(all(&again), kept);
}

#[test]
fn an_index_is_asked_where_the_last_entries_are_not_enough() {
    let mut office = Office::new();
    office.run("rename_area", |tx| tx.insert_area(tx.get_campaign()?.id, &super::kit::new_area("Hà Trì 1")));
    for n in 0..2_100 {
        office.area(&format!("Khu {n}"));
    }
    let rows = office.writer.rows();
    let of = |op| JournalFilter { ops: Some(vec![op]), ..JournalFilter::default() };
    let seqs = |op, before, limit| -> Vec<i64> {
        rows.list_journal(&of(op), before, limit).expect("a page").into_iter().map(|e| e.seq).collect()
    };
    assert_eq!(seqs("rename_area", None, 5), [2], "long ago");
    assert_eq!(seqs("add_area", None, 2), [2_102, 2_101]);
    assert_eq!(seqs("add_area", Some(5), 9), [4, 3]);
    assert_eq!(seqs("add_area", None, 9_999).len(), 2_100);
}
