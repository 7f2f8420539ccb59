//! R1: no acknowledged box is ever lost. A program keys random boxes and says of each that it is saved;
//! it is killed, again and again, at whatever it is doing just then.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use product_tests::{Office, RunExt};

/// Kills in a run. Each falls at another instant, since the program goes on while the acknowledgement
/// travels.
const KILLS: u32 = 60;
/// Lines waiting for the program, so that it never pauses before it is killed.
const AHEAD: u32 = 40;

/// The same numbers in every run (Knuth's MMIX constants).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).unwrap_or_default() % n
    }
}

#[test]
fn a_killed_program_has_lost_nothing_it_acknowledged() {
    let office = Office::with_sheets();
    let codes = office.codes();
    let mut dice = Dice(20_241_109);
    // What each box of each sheet was last acknowledged to hold.
    let mut promised: BTreeMap<(String, u32), u32> = BTreeMap::new();
    let mut acknowledged = 0;
    for _ in 0..KILLS {
        let code = &codes[dice.below(5) as usize];
        let sent: Vec<(u32, u32)> = (0..AHEAD).map(|_| (1 + dice.below(9), dice.below(90_000))).collect();
        let mut program = office
            .run("key")
            .args([code, "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut input = program.stdin.take().expect("its input");
        let lines: String = sent.iter().map(|(no, value)| format!("{no}={value}\n")).collect();
        input.write_all(lines.as_bytes()).expect("the lines fit the pipe");

        let until = dice.below(AHEAD - 5) as usize;
        let mut answers = BufReader::new(program.stdout.take().expect("its output")).lines();
        let mut heard: usize = answers.by_ref().take(until).map(|l| saved(&l.expect("a line"))).sum();
        program.kill().expect("it can be killed");
        program.wait().expect("it ends");
        // What it had said and was still on its way counts as well.
        heard += answers.map_while(Result::ok).map(|l| saved(&l)).sum::<usize>();

        // The box being written when it died may hold either value; a later acknowledgement settles it.
        let open = sent.get(heard).copied();
        for (no, value) in &sent[..heard] {
            promised.insert((code.clone(), *no), *value);
        }
        acknowledged += heard;
        let found = office.sheet(code);
        for ((_, no), value) in promised.iter().filter(|((c, _), _)| c == code) {
            let is = found["boxes"][no.to_string()].as_u64();
            let may_be_newer = open.is_some_and(|(n, v)| n == *no && is == Some(v.into()));
            assert!(
                is == Some((*value).into()) || may_be_newer,
                "{code}, box {no}: {value} was saved, {is:?} is there"
            );
        }
        if let Some((no, value)) = open
            && found["boxes"][no.to_string()].as_u64() == Some(value.into())
        {
            promised.insert((code.clone(), no), value);
        }
    }
    assert!(acknowledged > KILLS as usize, "the program was given time to save something");
    office.run("check").done();
    // Opening for writing takes in what only the entries file has, and the file is still sound.
    office.run("key").args([codes[6].as_str(), "1=1"]).done();
    office.run("check").done();
    let status = office.status();
    for ((code, no), value) in &promised {
        let sheet =
            status["sheets"].as_array().expect("sheets").iter().find(|s| s["code"] == *code).expect("its sheet");
        assert_eq!(sheet["boxes"][no.to_string()], *value, "{code}, box {no}");
    }
}

fn saved(line: &str) -> usize {
    usize::from(line.starts_with("Đã lưu ô"))
}
