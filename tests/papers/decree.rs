//! A short run of what `cargo xtask papers --check` does at length: generated documents against every line of the
//! decree, and the pictures of the papers.

use product_tests::decree::run::run;
use product_tests::golden;

/// Not that of the long run.
const SEED: u64 = 20;
const PLANS: u32 = 16;

#[test]
fn generated_documents_obey_every_line_of_the_decree() {
    let told = run(SEED, PLANS);
    assert!(told.breaches().is_empty(), "{told}");
    assert!(told.coverage.tenths_without.is_empty(), "{told}");
    // Rare things need more documents; most rules find theirs in these.
    assert!(told.not_exercised().len() < 10, "{told}");
}

#[test]
fn every_paper_looks_as_its_kept_picture() {
    let faults = golden::compare(false);
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
