//! Programs ended from outside: `TerminateProcess`, which Windows' task manager and a log-off come to.

use std::path::Path;
use std::time::{Duration, Instant};

use product_tests::faults::{Dice, keying, kills};
use product_tests::{Office, RunExt};
use serde_json::json;

use crate::program::{Keyer, SOUND};
use crate::scene::Scene;

/// Longest wait for the instant of a kill, about what a few boxes take.
const MICROSECONDS: u32 = 60_000;

/// Every acknowledged box is there, and the file opens for the next keyer (R1).
pub(crate) fn keying(scene: &mut Scene) {
    let office = Office::with_sheets();
    let codes = office.codes();
    for (n, code) in codes.iter().take(25).enumerate() {
        scene.run(format!("kill {n}"), || one(&office, code, &mut Dice::of(n as u64)));
    }
    scene.run("afterwards the file and its journal are sound", || drop(office.run("check").done()));
    scene.run("and it is keyed on", || drop(office.run("key").arg(&codes[30]).args(SOUND).done()));
    // The same of sheets, accounts and corrections of every kind.
    took(scene, keying::kill(Path::new(env!("CARGO_BIN_EXE_keyer")), 50, 20_241_109, |_| ()).into());
}

fn one(office: &Office, code: &str, dice: &mut Dice) {
    let mut keyer = Keyer::at_work(office, code);
    let mut acknowledged = 1;
    for entry in &SOUND[1..1 + dice.below(7) as usize] {
        assert!(keyer.key(entry).is_some(), "{entry}");
        acknowledged += 1;
    }
    keyer.ask(SOUND[acknowledged]);
    let end = Instant::now() + Duration::from_micros(u64::from(dice.below(MICROSECONDS)));
    std::thread::sleep(end.saturating_duration_since(Instant::now()));
    acknowledged += keyer.kill().len();
    let boxes = office.sheet(code)["boxes"].clone();
    for entry in &SOUND[..acknowledged] {
        let (no, value) = entry.split_once('=').expect("a box");
        assert_eq!(boxes[no], json!(value.parse::<u32>().expect("a number")), "box {no} of {code} was acknowledged");
    }
}

/// Old or new, never neither, and every backup that counts is good (R2, R3).
pub(crate) fn saving(scene: &mut Scene) {
    took(scene, kills::kill(Path::new(env!("CARGO_BIN_EXE_keyer")), 20, 61, |_| true));
}

fn took(scene: &mut Scene, row: product_tests::faults::Row) {
    for n in 0..row.runs {
        scene.compared(n, true);
    }
    for loss in row.losses {
        scene.compared(loss, false);
    }
}
