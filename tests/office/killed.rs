//! R1 in short; the long run is `cargo xtask faults`.

use std::path::Path;

#[cfg(unix)]
use product_tests::faults::fill;
use product_tests::faults::kill;

const KILLS: u32 = 50;

#[test]
fn a_killed_program_has_lost_nothing_it_acknowledged() {
    let told = kill(Path::new(env!("CARGO_BIN_EXE_keyer")), KILLS, 11, |_| ());
    assert!(told.lost.is_empty(), "{told}");
    assert!(told.kills == KILLS && told.boxes > KILLS as usize && told.second > 0, "{told}");
}

#[cfg(unix)]
#[test]
fn a_full_disk_refuses_in_words_and_loses_nothing() {
    let told = fill(Path::new(env!("CARGO_BIN_EXE_keyer")), 20, 12);
    assert!(told.lost.is_empty(), "{told}");
    assert!(told.boxes > 20 && told.refused > 20, "some deeds must find room and some must not: {told}");
}
