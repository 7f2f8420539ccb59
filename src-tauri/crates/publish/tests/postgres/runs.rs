//! Running again, broken off, twice at once, in any order: the star is as one clean run would have made it.

use std::sync::Barrier;

use domain::packet::Packet;
use domain::sheet::SheetKind;
use publish::{Fate, News, Refusal};

use crate::kit::{book, load, packet, sheet, wards};
use crate::server::Database;

fn fates(outcome: &publish::Outcome) -> Vec<Fate> {
    outcome.wards.iter().map(|t| t.fate).collect()
}

/// The ward's next day: one area gone, one figure corrected, an evening more.
fn later(n: u32) -> Packet {
    let mut book = book();
    book.areas.pop();
    book.bases.pop();
    book.sheets.pop();
    book.sheets[1] = sheet(2, 1, 9, SheetKind::Regular, &[(4, 11), (7, 5)]);
    book.sheets.push(sheet(6, 2, 16, SheetKind::Regular, &[(4, 30), (7, 8)]));
    packet(n, 20, 17, book)
}

#[test]
fn the_same_again_writes_no_row() {
    let database = Database::new();
    assert_eq!(fates(&database.send(&wards(3))), [Fate::New; 3]);
    assert_eq!(database.orphans(), Vec::<String>::new());
    database.run("UPDATE fact_sheets SET date_key = 1 WHERE date_key = 20241112 AND ward_key = 1");
    assert_eq!(database.orphans(), ["fact_sheets|1"], "one that has none is found");
    database.run("UPDATE fact_sheets SET date_key = 20241112 WHERE date_key = 1");
    let before = database.writers();
    assert_eq!(fates(&database.send(&wards(3))), [Fate::Unchanged; 3]);
    assert_eq!(database.writers(), before);
}

#[test]
fn a_newer_packet_takes_the_place_of_the_earlier_and_touches_only_what_differs() {
    let database = Database::new();
    database.send(&wards(2));
    let tallies = "SELECT ward_key, area_key, date_key, indicator, value, xmin::text FROM fact_tally";
    let before = database.rows(tallies);
    assert_eq!(fates(&database.send(&load(vec![later(1)]))), [Fate::Replaces]);
    let after = database.rows(tallies);
    let kept = before.iter().filter(|row| after.contains(row)).count();
    // One figure of the first ward was corrected; it lost no other.
    assert_eq!((before.len() - kept, after.len() - kept), (1, 3), "{before:#?} {after:#?}");
    assert_eq!(
        database.rows("SELECT area_no FROM dim_area JOIN dim_ward w USING (ward_key) WHERE w.place = 'Phường 1'").len(),
        2
    );
    assert_eq!(database.orphans(), Vec::<String>::new());
    database.send_to("fresh", &load(vec![later(1), wards(2).packets.remove(1)])).expect("it is sent");
    assert_eq!(database.content("tung_ngo"), database.content("fresh"));
}

#[test]
fn an_older_packet_never_takes_the_place_of_a_newer_whatever_the_order() {
    let database = Database::new();
    let (old, new) = (wards(1), load(vec![later(1)]));
    database.send(&new);
    let before = database.writers();
    assert_eq!(fates(&database.send(&old)), [Fate::Older]);
    assert_eq!(database.writers(), before);
    database.send_to("forwards", &old).expect("it is sent");
    database.send_to("forwards", &new).expect("it is sent");
    assert_eq!(database.content("tung_ngo"), database.content("forwards"));
}

/// The connection breaks while a ward's rows are half written: the server itself ends it there.
#[test]
fn a_run_that_breaks_off_within_a_ward_is_gone_on_with() {
    let database = Database::new();
    database.send(&wards(1));
    database.run(
        "CREATE FUNCTION tung_ngo.break_off() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END';
         CREATE TRIGGER break_off BEFORE INSERT ON tung_ngo.fact_rate FOR EACH ROW WHEN (NEW.ward_key >= 4) EXECUTE FUNCTION tung_ngo.break_off()",
    );
    let mut told = Vec::new();
    let refusal = database
        .send_telling("tung_ngo", &wards(6), &mut |news| {
            if let News::Ward { told: ward, .. } = news {
                told.push((ward.ward.clone(), ward.fate));
            }
        })
        .expect_err("it breaks off");
    assert!(matches!(refusal, Refusal::Lost(_)), "{refusal:?}");
    assert_eq!(told.len(), 3, "{told:?}");
    let half = "SELECT (SELECT count(*) FROM dim_ward), (SELECT count(DISTINCT ward_key) FROM fact_tally) AS t, (SELECT count(*) FROM publication) AS p";
    assert_eq!(database.rows(half), ["3|3|3"], "the fourth ward is not there at all");
    database.run("DROP TRIGGER break_off ON tung_ngo.fact_rate; DROP FUNCTION tung_ngo.break_off()");
    let outcome = database.send(&wards(6));
    assert_eq!(fates(&outcome), [[Fate::Unchanged; 3], [Fate::New; 3]].concat());
    database.send_to("fresh", &wards(6)).expect("it is sent");
    assert_eq!(database.content("tung_ngo"), database.content("fresh"));
}

#[test]
fn runs_at_the_same_time_wait_for_one_another() {
    let database = Database::new();
    let newer = load((1..=6).map(later).collect());
    let begin = Barrier::new(3);
    let outcomes: Vec<publish::Outcome> = std::thread::scope(|scope| {
        let runs = [wards(6), newer.clone(), wards(6)].map(|load| {
            let (database, begin) = (&database, &begin);
            scope.spawn(move || {
                begin.wait();
                database.send(&load)
            })
        });
        runs.into_iter().map(|run| run.join().expect("a run ends well")).collect()
    });
    assert_eq!(fates(&outcomes[1]).iter().filter(|f| f.is_sent()).count(), 6, "{outcomes:?}");
    database.send_to("fresh", &newer).expect("it is sent");
    assert_eq!(database.content("tung_ngo"), database.content("fresh"));
}

#[test]
fn who_has_to_wait_is_told() {
    let database = Database::new();
    let mut holder = database.client();
    holder.batch_execute("SELECT pg_advisory_lock(hashtextextended('tung-ngo-publish tung_ngo', 0))").expect("held");
    let mut waited = false;
    let outcome = database.send_telling("tung_ngo", &wards(1), &mut |news| {
        if matches!(news, News::Waiting) {
            waited = true;
            holder.batch_execute("SELECT pg_advisory_unlock_all()").expect("let go");
        }
    });
    assert!(waited && outcome.is_ok(), "{outcome:?}");
}

#[test]
fn a_ward_the_file_does_not_hold_is_named_and_taken_out_only_when_asked() {
    let database = Database::new();
    database.send(&wards(3));
    let outcome = database.send(&wards(2));
    assert_eq!(outcome.strangers, ["UBND phường 3"]);
    assert_eq!(database.rows("SELECT count(*) FROM dim_ward"), ["3"]);
    let mut all = wards(2);
    all.is_all = true;
    assert_eq!(database.send(&all).strangers, ["UBND phường 3"]);
    assert_eq!(database.orphans(), Vec::<String>::new());
    database.send_to("fresh", &wards(2)).expect("it is sent");
    assert_eq!(database.content("tung_ngo"), database.content("fresh"));
}

#[test]
fn a_preview_says_what_would_be_and_writes_nothing() {
    let database = Database::new();
    assert_eq!(fates(&database.preview(&wards(2))), [Fate::New; 2]);
    assert_eq!(database.rows("SELECT nspname FROM pg_namespace WHERE nspname = 'tung_ngo'"), Vec::<String>::new());
    database.send(&wards(2));
    let before = database.writers();
    let next = load(vec![later(1), packet(2, 10, 16, book()), packet(3, 1, 16, book())]);
    assert_eq!(fates(&database.preview(&next)), [Fate::Replaces, Fate::Unchanged, Fate::New]);
    assert_eq!(database.writers(), before);
}
