//! Nothing lost, whatever goes wrong, in short; the long run is `cargo xtask faults`.

use std::path::Path;

use product_tests::faults::{Asked, everything};

#[test]
fn whatever_goes_wrong_nothing_is_lost() {
    let asked = Asked::short();
    let table = everything(Path::new(env!("CARGO_BIN_EXE_keyer")), &asked, |_| ());
    assert!(table.is_clean(), "\n{table}");
    assert!(table.0.len() > 20 && table.0.iter().all(|row| row.runs > 0), "rows without a run:\n{table}");
    assert!(table.0.iter().any(|row| row.refused > 0) && table.0.iter().any(|row| row.recovered > 0), "\n{table}");
}
