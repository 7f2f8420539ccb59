//! What an entry did to each row in the end, whatever it wrote on the way.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use store::journal::Change;

/// One change for each row, in the order the rows were first touched; a row that came back to what it was has none.
pub(super) fn merged(changes: Vec<Change>) -> Vec<Change> {
    let mut places: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut rows: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        let name = (change.table.clone(), Value::from(change.key.clone()).to_string());
        match places.get(&name).and_then(|at| rows.get_mut(*at)) {
            Some(earlier) => {
                let before = std::mem::take(&mut earlier.before);
                let after = std::mem::take(&mut earlier.after);
                (earlier.before, earlier.after) = follow(before, after, change.before, change.after);
            }
            None => {
                places.insert(name, rows.len());
                rows.push(change);
            }
        }
    }
    rows.into_iter().filter_map(net).collect()
}

type Row = Option<Map<String, Value>>;

/// A change after another of the same row.
fn follow(first: Row, between: Row, again: Row, last: Row) -> (Row, Row) {
    match (first, between, again, last) {
        // Made, then written to or taken away again.
        (None, Some(made), _, Some(last)) => (None, Some(over(made, last))),
        (None, _, _, None) => (None, None),
        // Written to, then written to or taken away.
        (Some(first), Some(between), Some(again), last) => {
            (Some(over(again, first)), last.map(|last| over(between, last)))
        }
        // Taken away, then put back.
        (first, _, _, last) => (first, last),
    }
}

fn over(mut below: Map<String, Value>, above: Map<String, Value>) -> Map<String, Value> {
    below.extend(above);
    below
}

/// Without what is as it was; none if nothing is left.
fn net(change: Change) -> Option<Change> {
    let Change { table, key, before, after } = change;
    match (before, after) {
        (None, None) => None,
        (Some(mut old), Some(mut new)) => {
            // A column that only one of two changes wrote is in one side alone: it is as that change left it.
            let columns: Vec<String> = new.keys().cloned().collect();
            for column in columns {
                if !old.contains_key(&column) || old.get(&column) == new.get(&column) {
                    old.remove(&column);
                    new.remove(&column);
                }
            }
            (!new.is_empty()).then_some(Change { table, key, before: Some(old), after: Some(new) })
        }
        (before, after) => Some(Change { table, key, before, after }),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn change(before: &Value, after: &Value) -> Change {
        Change {
            table: "sheet".into(),
            key: vec![json!(7)],
            before: before.as_object().cloned(),
            after: after.as_object().cloned(),
        }
    }

    #[test]
    fn steps_become_one_way() {
        let steps = vec![
            change(&json!({ "state": "printed" }), &json!({ "state": "handed_out" })),
            change(&json!({ "state": "handed_out", "note": null }), &json!({ "state": "keyed", "note": "x" })),
        ];
        let way = change(&json!({ "state": "printed", "note": null }), &json!({ "state": "keyed", "note": "x" }));
        assert_eq!(merged(steps), [way]);
    }

    #[test]
    fn a_column_that_only_the_first_step_wrote_is_kept() {
        let steps = vec![
            change(&json!({ "state": "printed" }), &json!({ "state": "keyed" })),
            change(&json!({ "note": null }), &json!({ "note": "x" })),
        ];
        let way = change(&json!({ "state": "printed", "note": null }), &json!({ "state": "keyed", "note": "x" }));
        assert_eq!(merged(steps), [way]);
    }

    #[test]
    fn what_comes_back_is_no_change() {
        let there = change(&json!({ "state": "printed" }), &json!({ "state": "keyed" }));
        let back = change(&json!({ "state": "keyed" }), &json!({ "state": "printed" }));
        assert_eq!(merged(vec![there, back]), []);
        let made = change(&Value::Null, &json!({ "id": 7, "state": "printed" }));
        let gone = change(&json!({ "id": 7, "state": "printed" }), &Value::Null);
        assert_eq!(merged(vec![made.clone(), gone.clone()]), []);
        assert_eq!(merged(vec![gone, made]), [], "put back as it was");
    }

    #[test]
    fn a_row_made_and_then_written_to_is_a_new_row() {
        let made = change(&Value::Null, &json!({ "id": 7, "state": "printed" }));
        let keyed = change(&json!({ "state": "printed" }), &json!({ "state": "keyed" }));
        let whole = change(&Value::Null, &json!({ "id": 7, "state": "keyed" }));
        assert_eq!(merged(vec![made, keyed]), [whole]);
        let other = Change { key: vec![json!(8)], ..change(&json!({ "n": 1 }), &json!({ "n": 2 })) };
        assert_eq!(merged(vec![other.clone()]), [other]);
    }
}
