//! The window's types are those of the contract.

use std::collections::BTreeMap;

use product_tests::bindings::{Change, changes, written};

#[test]
fn the_windows_types_are_fresh() {
    let stale: Vec<String> = changes(&office::contract::bindings(), &written())
        .into_iter()
        .map(|change| match change {
            Change::Write { name, .. } => format!("{name} differs from the contract: run `cargo xtask bindings`"),
            Change::Remove { name } => format!("{name} is no longer generated: run `cargo xtask bindings`"),
        })
        .collect();
    super::none(&stale);
}

#[test]
fn a_stale_a_missing_and_a_left_over_file_are_found() {
    let files = |all: &[(&str, &str)]| -> BTreeMap<String, String> {
        all.iter().map(|(n, t)| ((*n).to_owned(), (*t).to_owned())).collect()
    };
    let wanted = files(&[("a.ts", "1"), ("b.ts", "2"), ("c.ts", "3")]);
    let have = files(&[("a.ts", "1"), ("b.ts", "old"), ("d.ts", "4")]);
    assert_eq!(
        changes(&wanted, &have),
        [
            Change::Write { name: "b.ts".into(), text: "2".into() },
            Change::Write { name: "c.ts".into(), text: "3".into() },
            Change::Remove { name: "d.ts".into() },
        ]
    );
    assert_eq!(changes(&wanted, &wanted), []);
}
