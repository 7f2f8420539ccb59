//! A packet sealed by whoever has a key of their own: nothing about it is forged, and nothing in it is believed.

use std::sync::LazyLock;

use domain::code::OfficeKey;
use domain::consolidation::Wards;
use domain::packet::{FORMAT, Packet};
use domain::rates::Ledger;
use domain::report::Report;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::FILE;
use crate::fill::fill_template;
use crate::packet::{LAYOUT, edits};
use crate::report::report_xlsx;
use crate::report::tests::kit::{cases, report};

static SOUND: LazyLock<Value> =
    LazyLock::new(|| serde_json::to_value(report(6).without_persons()).expect("a report is JSON"));
static PATHS: LazyLock<Vec<String>> = LazyLock::new(|| paths(&SOUND));

/// Where anything stands, as JSON pointers.
fn paths(value: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut next = 0;
    while let Some(path) = found.get(next).cloned() {
        match value.pointer(&path) {
            Some(Value::Object(fields)) => {
                found.extend(fields.keys().map(|k| format!("{path}/{}", k.replace('~', "~0").replace('/', "~1"))));
            }
            Some(Value::Array(items)) => found.extend((0..items.len()).map(|n| format!("{path}/{n}"))),
            _ => {}
        }
        next += 1;
    }
    found.remove(0);
    found
}

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        prop::sample::select(vec![
            json!(0),
            json!(1),
            json!(2),
            json!(u32::MAX),
            json!(i64::MAX),
            json!(i64::MIN),
            json!(-1),
            json!(100),
            json!(true),
            json!(null),
            json!([]),
            json!({}),
        ]),
        prop::sample::select(vec![
            "",
            "=1+1",
            "\u{202e}",
            "\0",
            "2024-11-09",
            "2000-01-01",
            "2099-12-31",
            "9999-12-31",
            "1",
            "[1] <= [2]",
            "keyed",
            "locked",
            "void",
            "regular",
            "self_report",
            "00:00:00",
            "23:59:59",
        ])
        .prop_map(Value::from),
        (1usize..40_000).prop_map(|n| Value::from("ờ".repeat(n))),
    ]
}

#[derive(Debug, Clone)]
enum Bend {
    Put(prop::sample::Index, Value),
    Copy(prop::sample::Index, prop::sample::Index),
    Double(prop::sample::Index),
}

fn bend() -> impl Strategy<Value = Bend> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        4 => (at(), leaf()).prop_map(|(at, leaf)| Bend::Put(at, leaf)),
        2 => (at(), at()).prop_map(|(from, to)| Bend::Copy(from, to)),
        1 => at().prop_map(Bend::Double),
    ]
}

fn bent(bends: &[Bend]) -> Value {
    let mut value = SOUND.clone();
    let path = |at: &prop::sample::Index| &PATHS[at.index(PATHS.len())];
    for bend in bends {
        let (to, new) = match bend {
            Bend::Put(at, leaf) => (path(at), leaf.clone()),
            Bend::Copy(from, to) => (path(to), SOUND.pointer(path(from)).cloned().unwrap_or_default()),
            Bend::Double(at) => {
                // The list a thing stands in, twice.
                let list = path(at).rsplit_once('/').map_or("", |(list, _)| list);
                if let Some(Value::Array(items)) = value.pointer_mut(list) {
                    items.extend(items.clone());
                }
                continue;
            }
        };
        if let Some(place) = value.pointer_mut(to) {
            *place = new;
        }
    }
    value
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn a_bent_report_under_a_good_seal_is_reckoned_or_refused(bends in prop::collection::vec(bend(), 1..5)) {
        let Ok(report) = serde_json::from_value::<Report>(bent(&bends)) else { return Ok(()) };
        let packet = Packet { format: FORMAT, office: "5f".repeat(16), seq: 12, layout: LAYOUT, report };
        let sealed = packet.seal(&OfficeKey([9; 32])).expect("a seal");
        let Ok(packet) = sealed.open() else { return Ok(()) };
        // What an office above does with it.
        let ledger = Ledger::of(&packet.report.book, packet.report.period);
        for target in &packet.report.targets {
            let _ = ledger.ward_rate(target);
        }
        let packets = [packet.clone(), packet.clone()];
        let wards = Wards::of(&packets);
        for target in &packet.report.targets {
            let _ = wards.sum(target);
        }
        let _ = (wards.areas().count(), wards.days().len());
        // Some of it no workbook can say: that is told, and nothing is half written.
        if let Ok(bytes) = report_xlsx(&packet.report, &sealed) {
            let _ = edits(FILE, &bytes, &packet);
            let _ = fill_template(FILE, &bytes, &packet.report);
        }
    }
}
