//! R9, generated: every deed of the contract, by everybody, aimed at an approved evening and an approved
//! report, changes none of their rows; whoever has not the right changes nothing at all; and whatever is
//! refused has changed nothing.

use domain::account::Role;
use serde_json::Value;

use super::aim::{Aim, Far, ON, aimed, prepared};
use super::roles::needs;
use crate::ErrorCode;
use crate::contract::{WRITES, call};

/// Every row of the approved evening and report, and every visit of that day. In whose hands a paper was may
/// be forgotten.
fn locked_rows(dump: &str, aim: &Aim) -> Vec<String> {
    let mut table = "";
    let mut sheets: Vec<i64> = Vec::new();
    let mut rows: Vec<(&str, Value)> = Vec::new();
    for line in dump.lines() {
        let Ok(row) = serde_json::from_str::<Value>(line) else {
            table = line;
            continue;
        };
        if table == "sheet" && (row["visit_id"] == aim.evening.visit.0 || row["area_id"] == aim.report.0) {
            sheets.extend(row["id"].as_i64());
        }
        rows.push((table, row));
    }
    let is_locked = |(table, row): &(&str, Value)| match *table {
        "sheet" => row["id"].as_i64().is_some_and(|id| sheets.contains(&id)),
        "tally" | "accepted_flag" | "attachment" => row["sheet_id"].as_i64().is_some_and(|id| sheets.contains(&id)),
        "visit" => row["id"] == aim.evening.visit.0 || row["on_day"] == ON,
        "visit_team" => row["visit_id"] == aim.evening.visit.0,
        "approval" => true,
        _ => false,
    };
    let told = |(table, mut row): (&str, Value)| {
        if let Some(row) = row.as_object_mut() {
            row.remove("holder_id");
        }
        format!("{table} {row}")
    };
    rows.into_iter().filter(is_locked).map(told).collect()
}

#[test]
fn nobody_edits_an_approved_evening_by_any_deed() {
    let (kept, aim) = prepared(Far::Approved);
    let mut ward = kept.opened();
    let before = ward.office.view().dump().expect("a dump");
    let locked = locked_rows(&before, &aim);
    assert!(locked.iter().filter(|row| row.starts_with("tally")).count() > 40 && locked.len() > 60);
    let (mut told, mut done) = (0, 0);
    for role in Role::ALL {
        for name in WRITES {
            ward.as_role(role);
            for request in aimed(name, &aim, &ward.office) {
                ward.as_role(role);
                let outcome = call(&mut ward.office, name, request.clone());
                let after = ward.office.view().dump().expect("a dump");
                let same = after == before;
                assert!(same || locked_rows(&after, &aim) == locked, "{role:?} {name} {request} {outcome:?}");
                match outcome.map_err(|e| e.code()) {
                    Ok(_) => {
                        assert!(role.may(needs(name)), "{role:?} did {name}");
                        done += 1;
                    }
                    Err(code) => {
                        assert!(same, "{role:?} was refused {name} {request}, and it changed something");
                        assert_ne!(code, ErrorCode::BadRequest, "{name} {request}");
                        assert_ne!(code, ErrorCode::Internal, "{name} {request}");
                        told += u32::from(matches!(code, ErrorCode::EveningLocked | ErrorCode::SelfReportLocked));
                        assert!(role.may(needs(name)) || code == ErrorCode::NotAllowed, "{role:?} {name} {code:?}");
                    }
                }
                if !same {
                    ward = kept.opened();
                }
            }
        }
    }
    assert!(told > 150 && done > 50, "{told} refusals in words of the lock, {done} deeds elsewhere");
}
