//! Generated: whatever deed meets a sheet in whatever state, the sheet is afterwards where the machine's steps
//! of that deed lead, or the deed is refused and nothing has changed.

use std::collections::{BTreeMap, BTreeSet};

use domain::sheet::{SheetState, Step, step};

use super::aim::{Far, aimed, prepared};
use super::kit::Ward;
use crate::contract::{WRITES, call};

/// The steps a deed may take. Whoever adds a deed that moves sheets adds a line.
fn steps(name: &str) -> &'static [Step] {
    use Step::{Admit, Complete, Draw, Find, HandOut, Lock, Lose, Reopen, Return, SetAside, Unlock, Verify, Withdraw};
    match name {
        "set_boxes" | "import_tallies" => &[HandOut, Draw, Return, Reopen, Complete],
        "accept_sheet" => &[Complete],
        "hand_out" => &[HandOut],
        "assign_sheet" => &[Draw],
        "return_sheets" => &[HandOut, Draw, Return],
        "lose_sheet" => &[Lose],
        "find_sheet" => &[Find],
        "withdraw_sheet" => &[Withdraw],
        "replace_sheet" => &[Withdraw, Draw],
        // What is decided may be impossible, and is then to be looked at again.
        "set_second_boxes" | "decide_box" | "accept_decided" => &[Verify, Reopen],
        "approve_evening" | "approve_self_report" => &[Lock],
        "reopen_evening" | "reopen_self_report" => &[Unlock, Verify],
        "set_aside" => &[SetAside],
        "admit_sheet" => &[Admit, Complete, Verify],
        "decide_copy" => &[SetAside, Admit, Complete, Verify],
        _ => &[],
    }
}

/// Every state that these steps lead to, this one among them.
fn reachable(from: SheetState, steps: &[Step]) -> BTreeSet<SheetState> {
    let mut found = BTreeSet::from([from]);
    loop {
        let next: BTreeSet<SheetState> =
            found.iter().flat_map(|state| steps.iter().filter_map(|s| step(*state, *s).ok())).collect();
        if next.is_subset(&found) {
            return found;
        }
        found.extend(next);
    }
}

fn states(ward: &Ward) -> BTreeMap<String, SheetState> {
    let view = ward.office.view();
    let sheets = view.list_sheets(view.get_campaign().expect("it").id).expect("sheets");
    sheets.into_iter().map(|s| (s.code.to_string(), s.state)).collect()
}

/// Aims these deeds at the evening; which of them moved a sheet from where to where.
fn moved(far: Far, is_aimed: impl Fn(&str) -> bool) -> BTreeSet<(&'static str, SheetState, SheetState)> {
    let (kept, mut aim) = prepared(far);
    aim.reopening = "sửa ô 7";
    let mut ward = kept.opened();
    let before = states(&ward);
    let dump = ward.office.view().dump().expect("a dump");
    let mut moved = BTreeSet::new();
    // Who keyed it, who may key it a second time, and who may everything.
    for who in ["Lê Thị Bích", "Trần Văn Đơ", "Nguyễn Văn Chủ", "Quản trị"] {
        // Taking a deed back takes its steps back; what it may do is tested where undoing is.
        for name in WRITES.iter().copied().filter(|name| *name != "undo" && is_aimed(name)) {
            for request in aimed(name, &aim, &ward.office) {
                ward.as_named(who);
                let outcome = call(&mut ward.office, name, request.clone());
                if ward.office.view().dump().expect("a dump") == dump {
                    continue;
                }
                assert!(outcome.is_ok(), "{who} was refused {name} {request}, and it changed something");
                let after = states(&ward);
                for (code, from) in &before {
                    let to = after.get(code).copied().expect("no sheet goes");
                    assert!(reachable(*from, steps(name)).contains(&to), "{who} {name} {request}: {from:?} → {to:?}");
                    if *from != to {
                        moved.insert((name, *from, to));
                    }
                }
                ward = kept.opened();
            }
        }
    }
    moved
}

fn check(moved: &BTreeSet<(&str, SheetState, SheetState)>, expected: &[(&'static str, SheetState, SheetState)]) {
    for line in expected {
        assert!(moved.contains(line), "{line:?} was to happen; what happened: {moved:?}");
    }
}

#[test]
fn sheets_of_an_open_evening_go_where_the_machine_says() {
    use SheetState::{Duplicate, HandedOut, Keyed, Lost, Printed, Returned, Spare, Verified, Void};
    check(
        &moved(Far::Open, |_| true),
        &[
            ("set_boxes", Printed, Keyed),
            ("set_boxes", HandedOut, Returned),
            ("set_boxes", Lost, Keyed),
            ("set_boxes", Keyed, Returned),
            ("set_boxes", Verified, Keyed),
            ("accept_sheet", Returned, Keyed),
            ("hand_out", Printed, HandedOut),
            ("return_sheets", HandedOut, Returned),
            ("return_sheets", Spare, Returned),
            ("lose_sheet", HandedOut, Lost),
            ("find_sheet", Lost, HandedOut),
            ("withdraw_sheet", Returned, Void),
            ("assign_sheet", Spare, HandedOut),
            ("set_second_boxes", Keyed, Verified),
            ("set_aside", Keyed, Duplicate),
            ("set_aside", Verified, Duplicate),
            ("admit_sheet", Duplicate, Keyed),
            ("decide_copy", Duplicate, Returned),
        ],
    );
}

// What no deed but opening it again does to an approved evening: `locked`.
#[test]
fn sheets_are_locked_and_unlocked_where_the_machine_says() {
    use SheetState::{Keyed, Locked, Verified};
    let approved = moved(Far::Finished, |name| name.starts_with("approve_"));
    check(&approved, &[("approve_evening", Keyed, Locked), ("approve_evening", Verified, Locked)]);
    let opened = moved(Far::Approved, |name| name.starts_with("reopen_"));
    check(
        &opened,
        &[
            ("reopen_evening", Locked, Keyed),
            ("reopen_evening", Locked, Verified),
            ("reopen_self_report", Locked, Keyed),
        ],
    );
}
