//! Writing over a file that another program holds (R6).

use product_tests::{Office, RunExt};

use crate::program::{SOUND, held};
use crate::scene::Scene;

/// A report open in Excel, a plan open in Word: the new one gets another name, said in words, and the old one is whole.
pub(crate) fn paper(scene: &mut Scene) {
    let office = Office::with_sheets();
    for (verb, name, other) in [
        ("plan", "Kế hoạch.pdf", "Kế hoạch (2).pdf"),
        ("plan", "Kế hoạch.docx", "Kế hoạch (2).docx"),
        ("report", "Báo cáo.xlsx", "Báo cáo (2).xlsx"),
        ("cards", "Thẻ tổ.pdf", "Thẻ tổ (2).pdf"),
        ("flyers", "Tờ rơi.pdf", "Tờ rơi (2).pdf"),
    ] {
        let target = office.table(name, "the old one, open elsewhere");
        let Some(file) = held(&target) else { return scene.leave_out("only Windows keeps others from a file") };
        scene.run(name, || {
            let words = office.run(verb).arg("-o").arg(&target).done();
            assert!(words.contains("đang được mở ở chương trình khác") && words.contains(other), "{words}");
            assert_eq!(std::fs::read(&target).expect("the old one"), b"the old one, open elsewhere");
            let bytes = std::fs::read(office.file(other)).expect("the new one");
            assert!(bytes.starts_with(b"%PDF") || bytes.starts_with(b"PK"));
            std::fs::remove_file(office.file(other)).expect("it goes");
        });
        drop(file);
        scene.run(format!("{name}, closed again"), || {
            office.run(verb).arg("-o").arg(&target).done();
            assert_ne!(std::fs::read(&target).expect("the new one"), b"the old one, open elsewhere");
            assert!(!office.file(other).exists());
        });
    }
    scene.run("nothing is left beside them", || {
        let left: Vec<String> = office.names().into_iter().filter(|n| n.contains(".new-")).collect();
        assert!(left.is_empty(), "{left:?}");
    });
    scene.run("a target that is only for reading", || {
        let target = office.table("chỉ đọc.pdf", "kept");
        let mut rights = std::fs::metadata(&target).expect("it is there").permissions();
        rights.set_readonly(true);
        std::fs::set_permissions(&target, rights).expect("rights");
        let words = office.run("plan").arg("-o").arg(&target).done();
        assert!(words.contains("chỉ đọc (2).pdf"), "{words}");
        assert_eq!(std::fs::read(&target).expect("the old one"), b"kept");
    });
}

/// An antivirus, a copying program, a curious viewer.
pub(crate) fn office(scene: &mut Scene) {
    let office = Office::with_sheets();
    let codes = office.codes();
    let before = std::fs::read(&office.path).expect("the file");
    let Some(file) = held(&office.path) else { return scene.leave_out("only Windows keeps others from a file") };
    scene.run("nothing is keyed, in words", || {
        let words = office.run("key").arg(&codes[0]).args(SOUND).refused();
        assert!(words.contains("văn phòng.db"), "{words}");
        assert_eq!(std::fs::read(&office.path).expect("the file"), before);
    });
    drop(file);
    scene.run("then it is", || {
        office.run("key").arg(&codes[0]).args(SOUND).done();
        assert_eq!(office.sheet(&codes[0])["state"], "keyed");
        office.run("check").done();
    });
    // Of the files beside it each in turn.
    for suffix in [".lock", ".entries"] {
        let mut name = office.path.clone().into_os_string();
        name.push(suffix);
        let Some(file) = held(name.as_ref()) else { return };
        scene.run(suffix, || {
            let ran = office.run("key").arg(&codes[1]).args(SOUND).ran();
            match ran.code {
                Some(0) => assert_eq!(office.sheet(&codes[1])["state"], "keyed"),
                _ => assert!(product_tests::sources::has_vietnamese(&ran.err), "{}{}", ran.out, ran.err),
            }
        });
        drop(file);
        scene.run(format!("{suffix}, let go again"), || {
            office.run("key").arg(&codes[1]).args(SOUND).done();
            assert_eq!(office.sheet(&codes[1])["state"], "keyed");
            office.run("check").done();
        });
    }
}
