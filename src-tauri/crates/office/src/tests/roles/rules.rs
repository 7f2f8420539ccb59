//! The three sentences of R9, each over every deed of the contract with requests aimed at it: a reader cannot
//! write, a keyer cannot verify the own sheet, nobody edits a locked evening (`tests::locked`).

use std::collections::BTreeSet;

use domain::account::Role;
use serde_json::Value;

use super::needs;
use crate::contract::{WRITES, call};
use crate::tests::aim::{Far, aimed, prepared};

/// Rows of these tables, as canonical text.
fn rows_of(dump: &str, wanted: impl Fn(&str, &Value) -> bool) -> BTreeSet<String> {
    let mut table = "";
    let mut rows = BTreeSet::new();
    for line in dump.lines() {
        match serde_json::from_str::<Value>(line) {
            Ok(row) if wanted(table, &row) => {
                rows.insert(format!("{table} {row}"));
            }
            Ok(_) => {}
            Err(_) => table = line,
        }
    }
    rows
}

/// Whether what somebody of a role may not change at all is in this table.
fn is_out_of_reach(role: Role, table: &str) -> bool {
    let keyed = ["tally", "approval", "verification", "accepted_flag", "query"];
    let set_up = [
        "area",
        "area_base",
        "area_heir",
        "area_name",
        "authority",
        "campaign",
        "day_off",
        "door",
        "force",
        "form",
        "form_check",
        "indicator",
        "member",
        "office",
        "person",
        "plan_section",
        "recipient",
        "target",
        "team",
        "template_section",
        "unlock_sheet",
        "verification",
        "visit",
        "visit_member",
        "visit_team",
        "ward_packet",
    ];
    match role {
        Role::Administrator => false,
        Role::Clerk => ["approval", "report", "unlock_sheet", "door"].contains(&table),
        Role::Leadership => set_up.contains(&table) && table != "verification",
        Role::Outreach => keyed.contains(&table) || set_up.contains(&table) || ["report", "document"].contains(&table),
    }
}

#[test]
fn a_reader_writes_nothing_and_each_role_only_its_own() {
    let (kept, aim) = prepared(Far::Finished);
    let mut ward = kept.opened();
    let before = ward.office.view().dump().expect("a dump");
    let (mut refused, mut done) = (0, 0);
    for role in [Role::Clerk, Role::Leadership, Role::Outreach] {
        let reach = |dump: &str| rows_of(dump, |table, _| is_out_of_reach(role, table));
        let out_of_reach = reach(&before);
        for name in WRITES {
            for request in aimed(name, &aim, &ward.office) {
                ward.as_role(role);
                let entries = ward.office.view().journal_head().expect("a head");
                let outcome = call(&mut ward.office, name, request.clone());
                // Without an entry no row has changed.
                let same = ward.office.view().journal_head().expect("a head") == entries;
                assert!(same || role.may(needs(name)), "{role:?} has no right to {name} {request}: {outcome:?}");
                if !same {
                    let after = ward.office.view().dump().expect("a dump");
                    assert_eq!(reach(&after), out_of_reach, "{role:?} {name} {request}: {outcome:?}");
                }
                match outcome {
                    Ok(_) => done += 1,
                    Err(_) => refused += 1,
                }
                if !same {
                    ward = kept.opened();
                }
            }
        }
    }
    assert!(refused > 500 && done > 100, "{refused} refused, {done} done");
}

#[test]
fn no_deed_lets_a_keyer_verify_the_own_sheet() {
    let (kept, aim) = prepared(Far::Finished);
    let mut ward = kept.opened();
    let mut done = 0;
    for name in ["Lê Thị Bích", "Trần Văn Đơ"] {
        let me = ward.as_named(name);
        let before = ward.office.view().dump().expect("a dump");
        let is_mine = |row: &Value| row["keyed_by"] == me.id.0;
        // Sheets whose counting boxes this hand keyed first.
        let mine: BTreeSet<i64> = rows_of(&before, |table, row| table == "tally" && row["keying"] == 1 && is_mine(row))
            .iter()
            .filter_map(|row| {
                serde_json::from_str::<Value>(row.trim_start_matches("tally ")).ok()?["sheet_id"].as_i64()
            })
            .collect();
        assert!(mine.len() > 2 || name != "Lê Thị Bích", "{name} keyed {mine:?}");
        // What a second hand wrote on them, in this hand, and where the second keying of them stands.
        let verified = |dump: &str| {
            rows_of(dump, |table, row| {
                let on_mine = row["sheet_id"].as_i64().is_some_and(|id| mine.contains(&id));
                on_mine && table == "tally" && row["keying"].as_i64().is_some_and(|k| k >= 2) && is_mine(row)
            })
        };
        assert_eq!(verified(&before), BTreeSet::new(), "{name}");
        for deed in WRITES {
            for request in aimed(deed, &aim, &ward.office) {
                // With every role: the same hand behind whatever door.
                ward.as_named(name);
                let entries = ward.office.view().journal_head().expect("a head");
                let outcome = call(&mut ward.office, deed, request.clone());
                if ward.office.view().journal_head().expect("a head") == entries {
                    continue;
                }
                let after = ward.office.view().dump().expect("a dump");
                assert_eq!(verified(&after), BTreeSet::new(), "{name} {deed} {request}: {outcome:?}");
                done += u32::from(deed == &"set_second_boxes");
                ward = kept.opened();
            }
        }
    }
    assert!(done > 0, "the requests do reach sheets that somebody else keyed");
}
