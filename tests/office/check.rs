use product_tests::{Office, RunExt};

use crate::SOUND;

#[test]
fn a_sound_file_is_said_to_be_sound() {
    let office = Office::with_sheets();
    office.run("key").arg(&office.codes()[0]).args(SOUND).done();
    office.run("check").done();
    Office::of_sample("minh-hoa").run("check").done();
}

/// Edits the file as a tool that knows nothing of the journal would: everywhere the bytes stand.
pub(super) fn edit(office: &Office, old: &str, new: &str) {
    assert_eq!(old.len(), new.len());
    let mut bytes = std::fs::read(&office.path).expect("the file");
    let places: Vec<usize> =
        bytes.windows(old.len()).enumerate().filter(|(_, w)| *w == old.as_bytes()).map(|(at, _)| at).collect();
    assert!(!places.is_empty(), "{old} lies in the file");
    for at in places {
        bytes[at..at + new.len()].copy_from_slice(new.as_bytes());
    }
    std::fs::write(&office.path, bytes).expect("the file is written");
}

#[test]
fn a_name_changed_outside_the_program_is_found() {
    let office = Office::of_sample("ha-cau-2024");
    edit(&office, "Hillstate", "Hillstata");
    let words = office.run("check").refused();
    assert!(words.contains("nhật ký"), "the table is not what the journal says: {words}");
}

#[test]
fn a_rewritten_journal_entry_is_found_and_located() {
    let office = Office::with_sheets();
    office.run("key").arg(&office.codes()[0]).arg("1=31313").done();
    edit(&office, "31313", "31314");
    let words = office.run("check").refused();
    assert!(words.contains("mục 3"), "new file, sheets, key: {words}");
}
