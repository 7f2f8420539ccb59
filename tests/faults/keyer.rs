//! The program that is killed: it does deeds of the contract, one a line of its input, and says of each what the
//! sheet holds once it is done. What it has said is promised.

#![expect(clippy::expect_used, reason = "a test ends where its ground is missing, with the reason")]

use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::sync::Arc;

use office::{Office, System};
use product_tests::faults::{Deed, held};

fn main() {
    let path = PathBuf::from(std::env::args_os().nth(1).expect("an office file"));
    let mut office = Office::open(&path, Arc::new(System)).expect("it opens").office;
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let deed: Deed = serde_json::from_str(&line.expect("a line")).expect("a deed");
        office.sign_in_as(&deed.who, "").expect("somebody of the office");
        let said = match office::contract::call(&mut office, &deed.call, deed.request) {
            Ok(_) => held(&office, &deed.code).to_string(),
            Err(error) => format!("refused {:?}", error.code()),
        };
        writeln!(out, "{said}").and_then(|()| out.flush()).expect("somebody listens");
    }
}
