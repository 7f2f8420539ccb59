//! One writer, by a lock of the system (R5).

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use product_tests::faults::races;
use product_tests::{Office, RunExt};

use crate::program::{Keyer, SOUND};
use crate::scene::Scene;

pub(crate) fn one_writer(scene: &mut Scene) {
    let office = Office::with_sheets();
    let codes = office.codes();
    let keyer = Keyer::at_work(&office, &codes[0]);
    scene.run("a second writer", || {
        let words = office.run("key").arg(&codes[1]).args(SOUND).refused();
        assert!(words.contains("văn phòng.db"), "{words}");
        let boxes = &office.sheet(&codes[1])["boxes"];
        assert!(boxes.as_object().is_some_and(|all| all.values().all(serde_json::Value::is_null)), "{boxes}");
    });
    scene.run("a second writer of paper", || {
        office.run("sheets").args(["--count", "9", "-o"]).arg(office.file("b.pdf")).refused();
        assert!(!office.file("b.pdf").exists());
    });
    scene.run("a reader", || {
        assert_eq!(office.sheet(&codes[0])["boxes"]["1"], 32, "what is acknowledged can be read");
        office.run("check").done();
    });
    scene.run("readers at the same time", || {
        let done = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for n in 0..4 {
                let (office, done) = (&office, &done);
                scope.spawn(move || {
                    office.run("plan").arg("-o").arg(office.file(&format!("{n}.pdf"))).done();
                    done.fetch_add(1, Ordering::Relaxed);
                });
            }
        });
        assert_eq!(done.into_inner(), 4);
    });
    scene.run("a backup meanwhile", || assert!(office.run("backup").done().contains("bản số 1")));
    keyer.finish();
    scene.run("when the first has gone", || drop(office.run("key").arg(&codes[1]).args(SOUND).done()));
}

/// One writes, the other is refused; neither loses anything.
pub(crate) fn race(scene: &mut Scene) {
    let row = races::race(Path::new(env!("CARGO_BIN_EXE_keyer")), 20, 41);
    for n in 0..row.runs {
        scene.compared(format!("race {n}"), true);
    }
    for loss in row.losses {
        scene.compared(loss, false);
    }
    scene.compared("nobody was refused: they did not meet", row.refused > 0);
}
