//! What somebody changed in the file with the sqlite3 program is found, and said in words: which entry, which row,
//! what stands there and what the journal says.

use std::fmt::Write as _;
use std::path::Path;

use domain::journal::{Entry, Link};
use office::Reading;
use office::journal::FindHead;
use product_tests::{Office, RunExt, tool};
use serde_json::Value;

use crate::SOUND;

/// Entries: 1 the new file, 2 the sheets, 3 the first keying of a sheet, 4 its box 3 changed from 5 to 15 with what
/// agrees with it.
fn keyed() -> (Office, String) {
    let office = Office::with_sheets();
    let code = office.codes()[0].clone();
    office.run("key").arg(&code).args(SOUND).done();
    office.run("key").arg(&code).args(["1=42", "3=15"]).done();
    office.run("check").done();
    (office, code)
}

fn sqlite(path: &Path, sql: &str) -> String {
    tool("sqlite3").args(["-bail", "-json"]).arg(path).arg(sql).done()
}

/// With the triggers gone that keep the journal as it is.
fn tamper(office: &Office, sql: &str) {
    let free = "DROP TRIGGER IF EXISTS journal_is_append_only_update;
        DROP TRIGGER IF EXISTS journal_is_append_only_delete;
        DROP TRIGGER IF EXISTS issued_report_keeps_row;";
    sqlite(&office.path, &format!("{free} BEGIN; {sql}; COMMIT;"));
}

/// What the check says after a change.
fn said(sql: &str) -> String {
    let (office, code) = keyed();
    tamper(&office, &sql.replace("{code}", &code.replace('-', "")));
    let words = office.run("check").refused();
    words.replace(&code, "<mã>")
}

#[test]
fn an_edited_box_is_named_with_both_values_and_its_entry() {
    let words = said("UPDATE tally SET value = 99 WHERE box = '3'");
    assert!(words.contains("Phiếu <mã>, ô 3 “"), "{words}");
    assert!(words.contains("đang là 99, theo nhật ký là 15 (mục 4)"), "{words}");
}

#[test]
fn an_edited_state_is_named_in_the_words_of_the_screen() {
    let words = said("UPDATE sheet SET state = 'locked' WHERE code = '{code}'");
    assert!(words.contains("Phiếu <mã>: trạng thái đang là đã khóa, theo nhật ký là đã nhập (mục 4)"), "{words}");
}

#[test]
fn an_edited_entry_is_named_whatever_was_edited_in_it() {
    for sql in [
        "UPDATE journal SET changes = replace(changes, '\"value\":5', '\"value\":6') WHERE seq = 3",
        "UPDATE journal SET at = '2024-11-09T19:30:00.000+07:00' WHERE seq = 3",
        "UPDATE journal SET who = 77 WHERE seq = 3",
        "UPDATE journal SET op = 'undo' WHERE seq = 3",
        "UPDATE journal SET why = 'theo phiếu giấy' WHERE seq = 3",
    ] {
        let words = said(sql);
        assert!(words.contains("Mục 3 đã bị sửa sau khi ghi"), "{sql}: {words}");
    }
}

#[test]
fn a_deleted_entry_leaves_a_gap_that_is_named() {
    let words = said("DELETE FROM journal WHERE seq = 3");
    assert!(words.contains("Nhật ký thiếu mục ngay trước mục 4"), "{words}");
}

#[test]
fn a_cut_tail_leaves_rows_the_journal_does_not_know() {
    let words = said("DELETE FROM journal WHERE seq = 4");
    assert!(words.contains("ô 3 “") && words.contains("đang là 15, theo nhật ký là 5 (mục 3)"), "{words}");
}

#[test]
fn two_entries_in_each_others_place_are_named() {
    let words = said(
        "UPDATE journal SET seq = 999 WHERE seq = 3; UPDATE journal SET seq = 3 WHERE seq = 4;
         UPDATE journal SET seq = 4 WHERE seq = 999",
    );
    assert!(words.contains("Mục 3 không nối với mục trước nó"), "{words}");
}

#[test]
fn an_edited_copy_of_the_beginning_is_named() {
    for sql in ["UPDATE baseline_copy SET bytes = x'00'", "DELETE FROM baseline_copy"] {
        let words = said(sql);
        assert!(words.contains("Bản chụp số liệu ở mục 1"), "{sql}: {words}");
    }
}

/// The journal from its third entry on as it would be if the box had always been 25, its links made anew, and the
/// table to go with it.
fn rewritten(office: &Office) -> String {
    let rows = sqlite(
        &office.path,
        "SELECT seq, format, at, who, op, why, changes, hex(link) AS link FROM journal ORDER BY seq",
    );
    let rows: Vec<Value> = serde_json::from_str(&rows).expect("the program's JSON");
    let mut previous = Link::NONE;
    let mut sql = String::from("UPDATE tally SET value = 25 WHERE box = '3'");
    for row in &rows {
        let text = |column: &str| row[column].as_str();
        let changes = text("changes").expect("changes").replace("\"value\":15", "\"value\":25");
        let entry = Entry {
            seq: row["seq"].as_i64().expect("a number"),
            format: row["format"].as_u64().expect("a format") as u32,
            at: text("at").expect("a time"),
            who: row["who"].as_i64(),
            op: text("op").expect("a deed"),
            why: text("why"),
            changes: &changes,
            previous,
        };
        let link = entry.link();
        let quoted = changes.replace('\'', "''");
        write!(
            sql,
            "; UPDATE journal SET changes = '{quoted}', previous = x'{}', link = x'{}' WHERE seq = {}",
            previous.hex(),
            link.hex(),
            entry.seq
        )
        .expect("text takes text");
        previous = link;
    }
    sql
}

#[test]
fn a_journal_written_anew_is_betrayed_by_a_head_on_paper() {
    let (office, _) = keyed();
    let sound = office.run("check").done();
    let head = sound.split("chuỗi ").nth(1).expect("the head is said").trim_end_matches(['.', '\n']).to_owned();
    let ask = |text: &str| {
        let reading = Reading::open(&office.path, std::sync::Arc::new(office::System)).expect("it opens");
        reading.read(FindHead { text: text.into() }).expect("it reads")
    };
    assert_eq!(ask(&head).line.map(|line| line.entry), Some(4));
    let mut report = office.run("report");
    report.args(["--kind", "daily", "--day", "09/11/2024", "--issue", "-o"]).arg(office.file("a.xlsx")).done();
    tamper(&office, &rewritten(&office));
    let words = office.run("check").refused();
    // Chain and tables fit together: what left the office does not.
    assert!(words.contains("BC-001") && !words.contains("đã bị sửa sau khi ghi"), "{words}");
    let stranger = ask(&head);
    assert!(stranger.line.is_none() && stranger.near.is_none(), "the printed head is nowhere in it");
}

/// The figures are sound, and yet nothing would keep the next entry from being rewritten.
#[test]
fn a_dropped_guard_is_named_though_every_figure_holds() {
    let (office, _) = keyed();
    sqlite(&office.path, "DROP TRIGGER journal_is_append_only_update");
    let words = office.run("check").refused();
    assert!(
        words.contains("“journal_is_append_only_update” bị gỡ, bị sửa hoặc do chương trình khác thêm vào"),
        "{words}"
    );
}

#[test]
fn a_table_somebody_added_is_named() {
    let (office, _) = keyed();
    sqlite(&office.path, "CREATE TABLE note_to_self (words TEXT)");
    let words = office.run("check").refused();
    assert!(words.contains("“note_to_self” bị gỡ, bị sửa hoặc do chương trình khác thêm vào"), "{words}");
}
