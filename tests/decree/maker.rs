//! The program that makes a run's documents: `typesetter SEED PLANS FOLDER`. Two of it must make equal bytes.

#![expect(clippy::expect_used, reason = "it is started by the run alone")]

use std::path::PathBuf;

fn main() {
    let mut words = std::env::args_os().skip(1);
    let mut number = || words.next().and_then(|w| w.to_str().and_then(|w| w.parse::<u64>().ok()));
    let seed = number().expect("a seed");
    let plans = number().and_then(|n| u32::try_from(n).ok()).expect("how many plans");
    let folder = PathBuf::from(words.next().expect("a folder"));
    product_tests::decree::run::make(seed, plans, &folder);
}
