//! Values that no request should hold, and ways to put them where a sound one was.

use proptest::prelude::*;
use serde_json::{Value, json};

/// Every kind of character nobody sees, within a name.
pub(super) const HIDDEN: &str =
    "Hà\u{202e}\0 \u{200b}Trì\u{61c}\u{2028}\u{feff}\u{ad}\u{e0041}\u{2069}\u{fe0f}\u{ffff}\u{85}\u{1b} 1";

/// Dates at and beyond the ends of the calendar, times that are none.
const DATES: [&str; 12] = [
    "2024-11-09",
    "2024-02-30",
    "0000-01-01",
    "9999-12-31",
    "+262142-12-31",
    "-262143-01-01",
    "1583-01-01",
    "2024-11-09T08:00:00Z",
    "23:59:60",
    "24:00:00",
    "00:00:00",
    "23:59:59.999999999",
];

const TEXTS: [&str; 30] = [
    "",
    " ",
    HIDDEN,
    "\0",
    "=1+1",
    "@SUM(A1)",
    "../../etc/passwd",
    "C:\\Windows\\CON.",
    "/dev/zero",
    "/dev/full",
    "/",
    "file:///etc/passwd",
    "https://ihanoi.gov.vn/\u{202e}nv.vog",
    "javascript:alert(1)",
    "{{",
    "{{ngày}}",
    "{{x|y|z}} }} {{{{",
    "[1] = [2",
    "[99999999999999999999] >= [1]",
    "khi [1] > 0: [2] <= [1] + [3]",
    "'; DROP TABLE sheet; --",
    "<script>alert(1)</script>",
    "Ngô\u{300}\u{300}\u{300}\u{300}\u{300}\u{300}\u{300}\u{300}",
    "ﷺ﷽",
    "482-1937",
    "9999999999999999999999",
    "-0",
    "1e308",
    "NaN",
    "0912345678",
];

/// A leaf that may stand where any other did.
pub(super) fn leaf() -> impl Strategy<Value = Value> {
    let number = prop::sample::select(vec![
        json!(0),
        json!(-1),
        json!(1),
        json!(2),
        json!(255),
        json!(65_536),
        json!(1_000_001),
        json!(u32::MAX),
        json!(4_294_967_296u64),
        json!(i64::MAX),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(-0.0),
        json!(0.5),
        json!(1e308),
        json!(-1e308),
    ]);
    prop_oneof![
        4 => prop::sample::select(DATES.to_vec()).prop_map(Value::from),
        6 => prop::sample::select(TEXTS.to_vec()).prop_map(Value::from),
        4 => number,
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(json!([])),
        1 => Just(json!({})),
        1 => (1usize..40_000).prop_map(|n| Value::from("ờ".repeat(n))),
        1 => (1usize..200).prop_map(|n| (0..n).fold(Value::Null, |inner, _| json!([inner]))),
        1 => "\\PC{0,40}".prop_map(Value::from),
    ]
}

/// One change of a request.
#[derive(Debug, Clone)]
pub(super) enum Change {
    Put {
        at: prop::sample::Index,
        leaf: Value,
    },
    Remove {
        at: prop::sample::Index,
    },
    /// The list or field again, so many times.
    Repeat {
        at: prop::sample::Index,
        times: usize,
    },
    /// What stood elsewhere in the same request.
    Copy {
        from: prop::sample::Index,
        to: prop::sample::Index,
    },
}

pub(super) fn change() -> impl Strategy<Value = Change> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        8 => (at(), leaf()).prop_map(|(at, leaf)| Change::Put { at, leaf }),
        1 => at().prop_map(|at| Change::Remove { at }),
        1 => (at(), 2usize..400).prop_map(|(at, times)| Change::Repeat { at, times }),
        1 => (at(), at()).prop_map(|(from, to)| Change::Copy { from, to }),
    ]
}

impl Change {
    pub(super) fn apply(&self, request: &mut Value) {
        let paths = paths(request);
        let chosen = |at: &prop::sample::Index| paths[at.index(paths.len())].clone();
        match self {
            Self::Put { at, leaf } => put(request, &chosen(at), leaf.clone()),
            Self::Remove { at } => remove(request, &chosen(at)),
            Self::Repeat { at, times } => {
                let path = chosen(at);
                let item = request.pointer(&path).cloned().unwrap_or_default();
                let item =
                    if let Value::Array(items) = &item { items.first().cloned().unwrap_or_default() } else { item };
                put(request, &path, Value::Array(vec![item; *times]));
            }
            Self::Copy { from, to } => {
                let value = request.pointer(&chosen(from)).cloned().unwrap_or_default();
                put(request, &chosen(to), value);
            }
        }
    }
}

/// Where anything stands in a request, as JSON pointers; the whole request first.
pub(super) fn paths(request: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut next = 0;
    while let Some(path) = found.get(next).cloned() {
        match request.pointer(&path) {
            Some(Value::Object(fields)) => found.extend(fields.keys().map(|key| format!("{path}/{key}"))),
            Some(Value::Array(items)) => found.extend((0..items.len()).map(|n| format!("{path}/{n}"))),
            _ => {}
        }
        next += 1;
    }
    found
}

pub(super) fn put(request: &mut Value, path: &str, leaf: Value) {
    if let Some(place) = request.pointer_mut(path) {
        *place = leaf;
    }
}

fn remove(request: &mut Value, path: &str) {
    let Some((parent, key)) = path.rsplit_once('/') else { return };
    match request.pointer_mut(parent) {
        Some(Value::Object(fields)) => {
            fields.remove(key);
        }
        Some(Value::Array(items)) => {
            if let Ok(n) = key.parse::<usize>() {
                items.remove(n);
            }
        }
        _ => {}
    }
}
