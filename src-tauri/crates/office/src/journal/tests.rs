//! Nothing that can stand in a journal is without words.

use std::path::Path;

use store::tables::JOURNALLED;

use super::deeds::{DEEDS, deed_of};
use super::nouns::noun_of;
use crate::contract::WRITES;
use crate::create::{Beginning, create};
use crate::outside::System;
use crate::reading::Reading;

/// Names of deeds in the sources of this crate and the store: those of the contract and those that stand beside it.
fn names_in_sources(folder: &Path, into: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder of the sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            if !path.ends_with("tests") {
                names_in_sources(&path, into);
            }
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source");
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            let between = |from: &str| {
                text.split(from)
                    .skip(1)
                    .filter_map(|rest| rest.split('"').next())
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            };
            into.extend(between("Op { name: \""));
            into.extend(between("note_tries(\""));
            if text.contains("impl Write for") {
                let writes = text.split("impl Write for").skip(1);
                into.extend(writes.filter_map(|rest| {
                    let name = rest.split("const NAME: &'static str = \"").nth(1)?;
                    name.split('"').next().map(str::to_owned)
                }));
            }
        }
    }
}

#[test]
fn every_deed_has_a_sentence() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut names: Vec<String> = WRITES.iter().map(|name| (*name).to_owned()).collect();
    names.push(store::journal::BASELINE.to_owned());
    names_in_sources(&here.join("src"), &mut names);
    names_in_sources(&here.join("../store/src"), &mut names);
    assert!(names.len() > WRITES.len() + 3, "the sources were read");
    // A new file's first entry and an upgrade's are baselines, whatever the operation is called.
    let silent = ["new", "upgrade", "restore", "recover", "recovery"];
    let missing: Vec<_> = names.iter().filter(|n| deed_of(n).is_none() && !silent.contains(&n.as_str())).collect();
    assert!(missing.is_empty(), "no words in journal/deeds.rs for {missing:?}");
    for deed in DEEDS {
        assert!(domain::text::capitalised(deed.words) == deed.words && deed.words.len() > 4, "{deed:?}");
        assert_eq!(DEEDS.iter().filter(|d| d.op == deed.op).count(), 1, "{} has two lines", deed.op);
        assert!(names.iter().any(|n| n == deed.op), "{} is no deed", deed.op);
    }
}

#[test]
fn every_journalled_column_has_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ward.db");
    create(&path, &Beginning::Sample { name: "ha-cau-2024".into() }, &System).expect("a new file");
    let reading = Reading::open(&path, std::sync::Arc::new(System)).expect("it opens");
    let view = reading.view();
    for table in JOURNALLED {
        let noun = noun_of(table).unwrap_or_else(|| panic!("no words in journal/nouns for the table {table}"));
        let columns = view.list_columns(table).expect("the schema");
        let told: Vec<&str> = noun.columns.iter().map(|c| c.name).collect();
        assert_eq!(told, columns, "columns of {table}");
        for name in noun.named_by {
            assert!(noun.column(name).is_some(), "{table} is named by {name}");
        }
    }
}
