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
    // What was being written when the program died may be there as well, perhaps only once the next
    // writer has taken it in from the entries file. A later acknowledgement of the box settles it.
    let mut possible: BTreeMap<(String, u32), Vec<u32>> = BTreeMap::new();
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

        for (no, value) in &sent[..heard] {
            promised.insert((code.clone(), *no), *value);
            possible.remove(&(code.clone(), *no));
        }
        if let Some((no, value)) = sent.get(heard) {
            possible.entry((code.clone(), *no)).or_default().push(*value);
        }
        acknowledged += heard;
        is_kept(&office, &promised, &possible);
    }
    assert!(acknowledged > KILLS as usize, "the program was given time to save something");
    office.run("check").done();
    // Opening for writing takes in what only the entries file has, and the file is still sound.
    office.run("key").args([codes[6].as_str(), "1=1"]).done();
    office.run("check").done();
    is_kept(&office, &promised, &possible);
}

fn is_kept(office: &Office, promised: &BTreeMap<(String, u32), u32>, possible: &BTreeMap<(String, u32), Vec<u32>>) {
    let status = office.status();
    for ((code, no), value) in promised {
        let sheet =
            status["sheets"].as_array().expect("sheets").iter().find(|s| s["code"] == *code).expect("its sheet");
        let is = &sheet["boxes"][no.to_string()];
        let others = possible.get(&(code.clone(), *no));
        let is_later = others.is_some_and(|all| all.iter().any(|v| is == v));
        assert!(
            is == value || is_later,
            "{code}, box {no}: {value} was saved, {is} is there, {others:?} was under way"
        );
    }
}

fn saved(line: &str) -> usize {
    usize::from(line.starts_with("Đã lưu ô"))
}
