//! The journal as it leaves the office for machines is verified by a program that knows nothing of ours.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use office::journal::{ExportJournal, JournalForm, JournalLines};
use product_tests::cli::root;
use product_tests::{Office, RunExt, tool};

use crate::SOUND;

fn exported() -> (Office, PathBuf, String) {
    let office = Office::with_sheets();
    office.run("key").arg(&office.codes()[0]).args(SOUND).done();
    let mut open = office::Office::open(&office.path, Arc::new(office::System)).expect("it opens").office;
    let noted = open.write(ExportJournal { form: JournalForm::Lines }).expect("noted").answer.entry;
    let made = open.make(JournalLines { noted }, &mut |_, _| true).expect("a file");
    drop(open);
    let text = String::from_utf8(made.bytes).expect("text");
    let path = office.table("nhật ký.jsonl", &text);
    (office, path, text)
}

fn verify(path: &Path) -> product_tests::Ran {
    tool("python3").arg(root().join("tests/fixtures/journal/verify.py")).arg(path).ran()
}

#[test]
fn an_outsider_verifies_every_link() {
    let (_office, path, text) = exported();
    let ran = verify(&path);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), "4 entries\n"), "{}", ran.err);
    assert!(!text.contains("Nguyễn Văn Mạnh"), "no name of a person stands in an entry");
}

#[test]
fn an_outsider_finds_a_changed_value_a_missing_line_and_a_cut_tail() {
    let (office, _, text) = exported();
    let lines: Vec<&str> = text.lines().collect();
    let without = |n: usize| {
        let kept = lines.iter().enumerate().filter(|(at, _)| *at != n).map(|(_, line)| *line);
        kept.collect::<Vec<_>>().join("\n")
    };
    let changed = text.replace(r#"\"value\":61"#, r#"\"value\":62"#);
    assert_ne!(changed, text, "the box is in the lines");
    for (what, tampered, found) in [
        ("changed", changed, "entry 3"),
        ("missing", without(2), "entry 2"),
        ("cut", without(lines.len() - 1), "last entries"),
    ] {
        let path = office.table(&format!("{what}.jsonl"), tampered);
        let ran = verify(&path);
        assert!(ran.code == Some(1) && ran.err.contains(found), "{what}: {} {}", ran.out, ran.err);
    }
}
