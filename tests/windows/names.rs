//! Names of files and folders.

use std::path::{Path, PathBuf};

use product_tests::folder::names;
use product_tests::{RunExt, cli, scratch};
use serde_json::Value;

use crate::program::SOUND;
use crate::scene::Scene;

/// A day's work on an office file at this path, with papers beside it.
fn work(office: &Path) {
    let folder = office.parent().expect("a folder");
    let run = |verb: &str| {
        let mut command = cli();
        command.arg(verb).arg(office);
        command
    };
    run("new").args(["--sample", "ha-cau-2024"]).done();
    let out = |name: &str| folder.join(name);
    run("sheets").args(["--evening", "9/11/2024", "--count", "1", "--spare", "0", "-o"]).arg(out("phiếu.pdf")).done();
    let status: Value = serde_json::from_str(&run("status").arg("--json").done()).expect("JSON");
    let code = status["sheets"][0]["code"].as_str().expect("a code").to_owned();
    run("key").arg(&code).args(SOUND).done();
    run("plan").arg("-o").arg(out("Kế hoạch số 75.docx")).done();
    run("report").arg("-o").arg(out("Báo cáo ngày 09-11.xlsx")).done();
    run("backup").done();
    run("restore").args(["--number", "1"]).done();
    run("check").done();
    for paper in ["phiếu.pdf", "Kế hoạch số 75.docx", "Báo cáo ngày 09-11.xlsx"] {
        let bytes = std::fs::read(out(paper)).expect("a paper");
        assert!(bytes.starts_with(b"%PDF") || bytes.starts_with(b"PK"), "{paper}");
    }
    let unfinished: Vec<String> = names(folder).into_iter().filter(|n| n.contains(".new-")).collect();
    assert!(unfinished.is_empty(), "{unfinished:?}");
}

pub(crate) fn vietnamese(scene: &mut Scene) {
    for (folder, name) in [
        ("Tài liệu của Nguyễn Thị Ngọc Ánh", "Phường Hà Cầu.db"),
        ("Đợt ra quân (tháng 11) & báo cáo", "ĐI TỪNG NGÕ, gõ từng nhà – rà từng người.db"),
        ("ỪỮỰ ẩẫậ đĐ", "ỹ ỵ  hai dấu cách.db"),
        // Decomposed, as a Mac writes names: other bytes, another file.
        ("Hồ sơ", "Phu\u{31b}\u{300}ng.db"),
        ("100% #1 'nháy' ^mũ^", "a;b,c=d+e[f].db"),
    ] {
        scene.run(name, || {
            let home = scratch();
            let folder = home.path().join(folder);
            std::fs::create_dir_all(&folder).expect("a folder");
            work(&folder.join(name));
        });
    }
}

/// Windows' own limit is 260 characters unless a program says that it knows better.
pub(crate) fn long(scene: &mut Scene) {
    // SQLite on Linux ends at 512 bytes.
    let longest: &[usize] = if cfg!(windows) { &[400, 900] } else { &[] };
    for length in [230, 245, 250, 255, 258, 259, 260, 261, 270, 300].iter().chain(longest).copied() {
        scene.run(format!("{length} characters"), || {
            let home = scratch();
            let path = path_of(home.path(), length);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
            work(&path);
        });
    }
}

/// A path of so many UTF-16 units, as Windows counts them.
fn path_of(home: &Path, length: usize) -> PathBuf {
    let units = |path: &Path| path.to_string_lossy().encode_utf16().count();
    let mut path = home.to_owned();
    loop {
        let left = length.saturating_sub(units(&path) + 1);
        // A name holds 255; what is written beside the file has to fit too.
        if left <= 80 {
            let name =
                format!("{}.db", "ngõ".repeat(27).chars().take(left.saturating_sub(3).max(1)).collect::<String>());
            return path.join(name);
        }
        path.push("thư mục ".repeat(6).trim_end().chars().take(left - 20).collect::<String>().trim_end());
    }
}

/// Each is refused in words or becomes a file of just this name; nothing goes to a device, and nothing is left over.
pub(crate) fn forbidden(scene: &mut Scene) {
    let home = scratch();
    let office = home.path().join("phường.db");
    cli().arg("new").arg(&office).args(["--sample", "ha-cau-2024"]).done();
    let before = names(home.path());
    for name in [
        "CON.pdf",
        "con.pdf",
        "nul.pdf",
        "AUX.pdf",
        "prn.pdf",
        "COM1.pdf",
        "LPT9.pdf",
        "con.kế hoạch.pdf",
        "NUL .pdf",
        "lúc 19:30.pdf",
        "hỏi?.pdf",
        "sao*.pdf",
        "a|b.pdf",
        "a<b>.pdf",
        "\"nháy\".pdf",
        "dòng\nmới.pdf",
    ] {
        scene.run(format!("{name:?}"), || {
            let target = home.path().join(name);
            let ran = cli().arg("plan").arg(&office).arg("-o").arg(&target).ran();
            judge(home.path(), &before, name, &ran);
            // A device of Windows swallows what is written and says that it went well.
            if cfg!(windows) {
                assert_eq!(ran.code, Some(1), "{}{}", ran.out, ran.err);
            }
        });
    }
    for name in ["CON", "con.db", "NUL.db", "aux", "đuôi chấm..", "đuôi trắng ", "hỏi?.db", "a|b.db", "COM¹.db"]
    {
        scene.run(format!("office file {name:?}"), || {
            let ran = cli().arg("new").arg(home.path().join(name)).ran();
            judge(home.path(), &before, name, &ran);
            if cfg!(windows) {
                assert_eq!(ran.code, Some(1), "{}{}", ran.out, ran.err);
            }
        });
    }
}

/// Done, and there is one more file, called so; or refused in words, and there is none.
fn judge(folder: &Path, before: &[String], name: &str, ran: &product_tests::Ran) {
    let new: Vec<String> = names(folder).into_iter().filter(|n| !before.contains(n) && !n.ends_with(".lock")).collect();
    for made in &new {
        std::fs::remove_file(folder.join(made)).expect("it goes");
        // Without its file it means nothing.
        let _ = std::fs::remove_file(folder.join(format!("{made}.lock")));
    }
    match ran.code {
        Some(0) => assert_eq!(new, [name], "it is told as done"),
        Some(1) => {
            assert!(new.is_empty(), "it is refused and leaves {new:?}");
            assert!(product_tests::sources::has_vietnamese(&ran.err), "{}", ran.err);
        }
        other => panic!("{other:?}: {}{}", ran.out, ran.err),
    }
}
