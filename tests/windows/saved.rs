//! Backups, and bringing a state back (R2, R3).

use std::path::PathBuf;

use product_tests::{Office, RunExt};

use crate::program::{self, SOUND};
use crate::scene::Scene;

fn copies(office: &Office) -> Vec<PathBuf> {
    let folder = office.path.with_file_name("văn phòng - sao lưu");
    let entries = std::fs::read_dir(folder).expect("the folder of backups");
    let mut copies: Vec<PathBuf> =
        entries.flatten().map(|e| e.path()).filter(|p| p.extension().is_some_and(|e| e == "db")).collect();
    copies.sort();
    copies
}

pub(crate) fn brought_back(scene: &mut Scene) {
    let office = Office::with_sheets();
    let codes = office.codes();
    office.run("key").arg(&codes[0]).args(SOUND).done();
    let then = office.status();
    scene.run("saved and read back", || {
        assert!(office.run("backup").done().contains("bản số 1"));
        assert!(office.run("backups").arg("--verify").done().contains("nguyên vẹn"));
    });
    office.run("key").arg(&codes[1]).args(SOUND).done();
    let now = office.status();
    scene.run("brought back", || {
        office.run("restore").args(["--number", "1"]).done();
        assert_eq!(office.status()["sheets"], then["sheets"]);
        office.run("check").done();
    });
    scene.run("and taken back", || {
        office.run("restore").arg("--undo").done();
        assert_eq!(office.status()["sheets"], now["sheets"]);
        office.run("check").done();
    });
    scene.run("the file's end is gone: rebuilt to the last box", || {
        let whole = std::fs::read(&office.path).expect("the file");
        std::fs::write(&office.path, &whole[..whole.len() / 2]).expect("it is cut");
        office.run("key").arg(&codes[2]).args(SOUND).refused();
        office.run("recover").done();
        assert_eq!(office.sheet(&codes[1])["state"], "keyed");
        office.run("check").done();
    });
    scene.run("a copy opens like the file", || {
        let status = |path: &PathBuf| product_tests::cli().arg("status").arg(path).arg("--json").done();
        assert!(!status(&copies(&office)[0]).is_empty());
    });
}

/// Whoever looks into a backup with another program costs nothing that is good.
pub(crate) fn held(scene: &mut Scene) {
    let office = Office::with_sheets();
    let codes = office.codes();
    office.run("backup").done();
    let Some(file) = program::held(&copies(&office)[0]) else {
        return scene.leave_out("only Windows keeps others from a file");
    };
    scene.run("the next is made", || {
        office.run("key").arg(&codes[0]).args(SOUND).done();
        assert!(office.run("backup").done().contains("bản số 2"));
    });
    scene.run("the held one is brought back", || {
        let ran = office.run("restore").args(["--number", "1"]).ran();
        match ran.code {
            Some(0) => assert_ne!(office.sheet(&codes[0])["state"], "keyed"),
            _ => assert!(product_tests::sources::has_vietnamese(&ran.err), "{}{}", ran.out, ran.err),
        }
    });
    drop(file);
    scene.run("the file and all backups are sound", || {
        office.run("check").done();
        let listed = office.run("backups").arg("--verify").done();
        assert!(!listed.contains("HỎNG"), "{listed}");
    });
}
