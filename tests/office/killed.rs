//! Nothing lost, whatever goes wrong, in short; the long run is `cargo xtask faults`.

use std::path::Path;

use product_tests::faults::{Asked, everything};

/// Kinds of fault there are: those of a disk and of memory are played by a library that Linux alone loads.
const KINDS: usize = if cfg!(target_os = "linux") { 21 } else { 5 };

#[test]
fn whatever_goes_wrong_nothing_is_lost() {
    let asked = Asked::short();
    let table = everything(Path::new(env!("CARGO_BIN_EXE_keyer")), &asked, |_| ());
    assert!(table.is_clean(), "\n{table}");
    assert!(table.0.len() >= KINDS && table.0.iter().all(|row| row.runs > 0), "rows without a run:\n{table}");
    assert!(table.0.iter().any(|row| row.refused > 0) && table.0.iter().any(|row| row.recovered > 0), "\n{table}");
}
