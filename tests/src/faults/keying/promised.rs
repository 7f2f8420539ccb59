//! What a program that keys has said, and the file against it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use domain::NaiveDate;
use domain::code::SheetCode;
use office::check::CheckFile;
use office::sheet::ListSheets;
use office::{Office, System};
use serde_json::{Value, json};

use super::{Deed, Dice, FIRST, SECOND, Told};

/// What the program has said: each sheet as it was, and where everybody's cursor stood.
#[derive(Debug, Clone)]
pub(crate) struct Promised {
    pub(super) sheets: BTreeMap<String, Value>,
    /// `(code, keying, box)` of each person.
    cursors: BTreeMap<String, Cursor>,
    /// Deeds of which the program said that only opening the file again can tell: there in whole, or not at all.
    pub(super) open: Vec<Deed>,
}

type Cursor = (String, u8, Option<String>);

impl Promised {
    pub(crate) fn of(office: &Office) -> Self {
        let evening = NaiveDate::from_ymd_opt(2024, 11, 9);
        let sheets = office.read(ListSheets { evening, ..ListSheets::default() }).expect("sheets");
        Self {
            sheets: sheets.into_iter().map(|s| (s.code.clone(), held(office, &s.code))).collect(),
            cursors: BTreeMap::new(),
            open: Vec::new(),
        }
    }

    /// A deed of keying: half the sheets get single boxes, the others whole keyings and second ones.
    pub(crate) fn deed(&self, dice: &mut Dice) -> Deed {
        let codes: Vec<&String> = self.sheets.keys().collect();
        let half = u32::try_from(codes.len() / 2).unwrap_or(1);
        let single = dice.below(2) == 0;
        let code = codes[(dice.below(half) + if single { 0 } else { half }) as usize].clone();
        let box_of = |no: u32, value: u32| json!({ "no": no.to_string(), "value": value.to_string(), "keys": 3 });
        let cursor = match dice.below(10) {
            0 => Value::Null,
            no => json!(no.to_string()),
        };
        let set = |boxes: Vec<Value>| json!({ "code": code, "boxes": boxes, "cursor": cursor });
        let (who, call, request) = match (single, dice.below(10)) {
            (true, 0) => {
                (FIRST, "set_sheet_note", json!({ "code": code, "note": format!("ghi {}", dice.below(9_999)) }))
            }
            (true, _) => (FIRST, "set_boxes", set(vec![box_of(1 + dice.below(9), dice.below(90_000))])),
            (false, 0..=2) => (FIRST, "set_boxes", set((1..).zip(sound(dice)).map(|(no, v)| box_of(no, v)).collect())),
            (false, _) => {
                let no = 1 + dice.below(9);
                let keyed = &self.sheets[&code]["1"][no.to_string()];
                let value = keyed.as_u64().and_then(|v| u32::try_from(v).ok()).filter(|_| dice.below(4) > 0);
                (SECOND, "set_second_boxes", set(vec![box_of(no, value.unwrap_or_else(|| dice.below(99)))]))
            }
        };
        Deed { who: who.to_owned(), call: call.to_owned(), request, code }
    }

    /// An acknowledgement: what it says must be what was sent, and is promised from now on.
    pub(crate) fn take(&mut self, deed: &Deed, line: &str, told: &mut Told) {
        if line == "refused ReopenNeeded" {
            self.open.push(deed.clone());
        }
        if line.starts_with("refused") {
            return;
        }
        let Ok(now) = serde_json::from_str::<Value>(line) else {
            told.lost.push(format!("an answer that is none: {line}"));
            return;
        };
        if !has(&now, deed) {
            told.lost.push(format!("acknowledged and not there: {} in {now}", deed.request));
        }
        let boxes = deed.request["boxes"].as_array().map_or(0, Vec::len);
        told.deeds += 1;
        told.boxes += boxes;
        told.second += if deed.call == "set_second_boxes" { boxes } else { 0 };
        self.sheets.insert(deed.code.clone(), now);
        self.cursors.extend(cursor_of(deed));
    }

    /// The file against the promises; `last` is what the program was doing, or would have done next.
    pub(crate) fn compare(&mut self, path: &Path, last: Option<&Deed>, told: &mut Told) {
        let opened = match Office::open(path, Arc::new(System)) {
            Ok(opened) => opened,
            Err(error) => return told.lost.push(format!("the file does not open: {error:?}")),
        };
        told.recovered += opened.recovered;
        if opened.unapplied > 0 {
            told.lost.push(format!("{} records of no sheet", opened.unapplied));
        }
        if let Some(gap) = opened.gap {
            told.lost.push(format!("it is said that deeds are missing: {gap:?}"));
        }
        let office = opened.office;
        self.compare_sheets(&office, last, told);
        self.compare_cursors(&office, last, told);
        let findings = office.read(CheckFile {}).expect("a check").findings;
        told.lost.extend(findings.iter().map(|f| format!("{f:?}")));
    }

    /// Each sheet against its promise.
    pub(crate) fn compare_sheets(&mut self, office: &Office, last: Option<&Deed>, told: &mut Told) {
        let mut done = false;
        for (code, promised) in &mut self.sheets {
            let now = held(office, code);
            if now == *promised {
                continue;
            }
            if self.open.iter().chain(last).any(|deed| deed.code == *code && has(&now, deed)) {
                done = true;
            } else {
                told.lost.push(format!("{code}: promised {promised}, there is {now}"));
            }
            *promised = now;
        }
        told.finished += usize::from(done);
    }

    fn compare_cursors(&mut self, office: &Office, last: Option<&Deed>, told: &mut Told) {
        let view = office.view();
        let campaign = view.get_campaign().expect("a campaign").id;
        let under_way: Vec<(String, Cursor)> = self.open.iter().chain(last).filter_map(cursor_of).collect();
        for account in view.list_accounts().expect("accounts") {
            let found = view.find_cursor(account.id, campaign).expect("a cursor or none");
            let now = found.map(|c| (c.code.to_string(), c.keying, c.no.map(|no| no.to_string())));
            let promised = self.cursors.get(&account.name).cloned();
            // A deed under way that is in the tables brought its cursor with it; one that came back from the
            // entries file left the cursor at the last box that was acknowledged.
            let is_next = |now: &Cursor| under_way.iter().any(|(who, next)| *who == account.name && next == now);
            if now != promised && !now.as_ref().is_some_and(is_next) {
                told.lost.push(format!("{}: cursor at {now:?}, not {promised:?} or of {under_way:?}", account.id));
            }
            if let Some(now) = now {
                self.cursors.insert(account.name, now);
            }
        }
    }
}

/// Who a deed moves the cursor of, and where to.
fn cursor_of(deed: &Deed) -> Option<(String, Cursor)> {
    let keying = match deed.call.as_str() {
        "set_boxes" => 1,
        "set_second_boxes" => 2,
        _ => return None,
    };
    let no = deed.request["cursor"].as_str().map(str::to_owned);
    Some((deed.who.clone(), (deed.code.clone(), keying, no)))
}

/// Whether a sheet holds all that a deed writes.
fn has(sheet: &Value, deed: &Deed) -> bool {
    if deed.call == "set_sheet_note" {
        return sheet["note"] == deed.request["note"];
    }
    let keyings: &[&str] = if deed.call == "set_boxes" { &["1"] } else { &["2", "3"] };
    let boxes = deed.request["boxes"].as_array().map(Vec::as_slice).unwrap_or_default();
    boxes.iter().all(|b| {
        let value = b["value"].as_str().and_then(|v| v.parse::<u32>().ok());
        let no = b["no"].as_str().unwrap_or_default();
        keyings.iter().any(|k| sheet[k][no].as_u64() == value.map(u64::from))
    })
}

/// What the office holds of a sheet: its state, its note, and the boxes of each keying.
///
/// # Panics
/// If there is no such sheet.
#[must_use]
pub fn held(office: &Office, code: &str) -> Value {
    let view = office.view();
    let code: SheetCode = code.parse().expect("a code");
    let sheet = view.find_sheet(code).expect("it reads").expect("the sheet");
    let mut held = json!({ "state": sheet.state, "note": sheet.note });
    for keying in 1..=4u8 {
        held[keying.to_string()] = json!(view.get_tally(sheet.id, keying).expect("it reads"));
    }
    held
}

/// Nine boxes that agree with each other.
fn sound(dice: &mut Dice) -> [u32; 9] {
    let (met, absent) = (10 + dice.below(20), dice.below(7));
    let people = 2 * met + dice.below(5);
    let smartphone = people - dice.below(9);
    let before = dice.below(6);
    let tonight = smartphone - before - dice.below(4);
    let account = before + tonight - dice.below(3);
    [met + absent, met, absent, people, smartphone, before, tonight, account, account - dice.below(2)]
}
