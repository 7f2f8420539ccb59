//! The program that is killed, and whose disk fails. What it has said is promised.
//!
//! `keyer FILE` does deeds of keying, one a line of its input, and says of each what the sheet holds once it is done;
//! with `--race` it says first that it has the file open.
//! `keyer --desk FOLDER` sits at a desk whose places lie in that folder, and does what a line asks: a call, or a file
//! to be made and saved.

#![expect(clippy::expect_used, reason = "a test ends where its ground is missing, with the reason")]

use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::sync::Arc;

use office::desk::{Desk, JobState, Places};
use office::{Office, System};
use product_tests::faults::desk::{Answer, Line, OFFICES, SETTINGS};
use product_tests::faults::keying::{Deed, held};
use serde_json::to_value;

fn main() {
    let words: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    match words.as_slice() {
        [flag, folder] if flag.as_os_str() == "--desk" => at_desk(folder),
        [flag, path] if flag.as_os_str() == "--race" => key(path, true),
        [path] => key(path, false),
        _ => panic!("keyer [--race] FILE, keyer --desk FOLDER"),
    }
}

fn key(path: &std::path::Path, says_open: bool) {
    let mut office = match Office::open(path, Arc::new(System)) {
        Ok(opened) => opened.office,
        Err(error) => return say(&format!("closed {:?}", error.code())),
    };
    if says_open {
        say("open");
    }
    for line in std::io::stdin().lock().lines() {
        let deed: Deed = serde_json::from_str(&line.expect("a line")).expect("a deed");
        let done = office
            .sign_in_as(&deed.who, "")
            .and_then(|_| office::contract::call(&mut office, &deed.call, deed.request));
        match done {
            Ok(_) => say(&held(&office, &deed.code).to_string()),
            Err(error) => say(&format!("refused {:?}", error.code())),
        }
    }
}

fn at_desk(folder: &std::path::Path) {
    let places = Places { offices: folder.join(OFFICES), settings: folder.join(SETTINGS) };
    let desk = Arc::new(Desk::new(places, Arc::new(System)));
    for line in std::io::stdin().lock().lines() {
        let line: Line = serde_json::from_str(&line.expect("a line")).expect("a request");
        let done = match line.job {
            false => desk.call(&line.name, line.request).map(|reply| reply.answer),
            true => desk.job_start(&line.name, line.request).and_then(|job| {
                loop {
                    match desk.job_state(job)? {
                        JobState::Running { .. } => std::thread::yield_now(),
                        JobState::Failed { error } => break Err(error),
                        ended => break Ok(to_value(ended).expect("JSON")),
                    }
                }
            }),
        };
        let answer = match done {
            Ok(answer) => Answer::Done(answer),
            Err(error) => Answer::Refused(to_value(error).expect("JSON")),
        };
        say(&serde_json::to_string(&answer).expect("JSON"));
    }
}

fn say(words: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{words}").and_then(|()| out.flush()).expect("somebody listens");
}
