use product_tests::{Office, RunExt};

use crate::SOUND;

#[test]
fn a_sound_file_is_said_to_be_sound() {
    let office = Office::with_sheets();
    office.run("key").arg(&office.codes()[0]).args(SOUND).done();
    office.run("check").done();
    Office::of_sample("minh-hoa").run("check").done();
}

/// Somebody edits the file without the program: a name in a table, or the journal itself.
#[test]
fn a_change_made_outside_the_program_is_found_wherever_it_is() {
    let office = Office::of_sample("ha-cau-2024");
    let whole = std::fs::read(&office.path).expect("the file");
    let (old, new) = ("Hillstate".as_bytes(), "Hillstata".as_bytes());
    let places: Vec<usize> =
        whole.windows(old.len()).enumerate().filter(|(_, w)| *w == old).map(|(at, _)| at).collect();
    assert!(!places.is_empty(), "the name lies in the file");
    for at in places {
        let mut edited = whole.clone();
        edited[at..at + new.len()].copy_from_slice(new);
        std::fs::write(&office.path, &edited).expect("the file is written");
        office.run("check").refused();
    }
}
