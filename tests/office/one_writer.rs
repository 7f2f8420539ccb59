//! One writer at a time, by a lock of the system that goes away with its holder; readers any time.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Stdio};

use product_tests::{Office, RunExt};

use crate::SOUND;

/// A program that keys a sheet line by line and holds the file open between two boxes.
struct Keyer {
    program: Child,
    lines: ChildStdin,
}

impl Keyer {
    /// Has keyed one box and waits for the next.
    fn at_work(office: &Office, code: &str) -> Self {
        let mut program = office
            .run("key")
            .args([code, "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut lines = program.stdin.take().expect("its input");
        writeln!(lines, "1=32").expect("it reads");
        let mut answer = String::new();
        BufReader::new(program.stdout.take().expect("its output")).read_line(&mut answer).expect("it answers");
        assert!(answer.contains('1'), "{answer}");
        Self { program, lines }
    }

    fn finish(mut self) {
        drop(self.lines);
        assert!(self.program.wait().expect("it ends").success());
    }

    fn kill(mut self) {
        self.program.kill().expect("it can be killed");
        self.program.wait().expect("it ends");
    }
}

#[test]
fn a_second_writer_is_refused_in_words_and_readers_are_not() {
    let office = Office::with_sheets();
    let codes = office.codes();
    let keyer = Keyer::at_work(&office, &codes[0]);

    let words = office.run("key").arg(&codes[1]).args(SOUND).refused();
    assert!(words.contains("văn phòng.db"), "{words}");
    office.run("sheets").args(["--count", "9", "-o"]).arg(office.file("b.pdf")).refused();

    assert_eq!(office.sheet(&codes[0])["boxes"]["1"], 32, "what is acknowledged can be read");
    for (verb, name) in [("plan", "a.pdf"), ("sheets", "c.pdf"), ("flyers", "d.pdf"), ("report", "e.xlsx")] {
        office.run(verb).arg("-o").arg(office.file(name)).done();
    }
    office.run("check").done();
    let table = office.file("địa bàn.csv");
    std::fs::write(&table, "Địa bàn\nKhu mới\n").expect("a table");
    let words = office.run("import").arg("--areas").arg(&table).arg("--dry-run").done();
    assert!(words.contains("sẽ thêm Khu mới"), "{words}");
    office.run("import").arg("--areas").arg(&table).refused();

    keyer.finish();
    office.run("key").arg(&codes[1]).args(SOUND).done();
}

#[test]
fn a_killed_writer_leaves_no_lock() {
    let office = Office::with_sheets();
    let codes = office.codes();
    Keyer::at_work(&office, &codes[0]).kill();
    office.run("key").arg(&codes[1]).args(SOUND).done();
    assert_eq!(office.sheet(&codes[0])["boxes"]["1"], 32);
}
