//! Lines as Windows programs end them.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use product_tests::faults::desk::{Line, SETTINGS, ask};
use product_tests::faults::scenes::{lay_office, office_of};
use product_tests::{Office, RunExt, scratch};
use serde_json::json;

use crate::program::Keyer;
use crate::scene::Scene;

/// The same table with lines that end in LF, CR LF and CR LF after a mark of UTF-8 comes to the same.
pub(crate) fn tables(scene: &mut Scene) {
    let areas = "Địa bàn;Số hộ\nCầu Đơ 1;410\n\"Cầu Đơ 9\";\"120\"\n";
    let windows = areas.replace('\n', "\r\n");
    let mut came = Vec::new();
    for (name, text) in [("LF", areas.to_owned()), ("CR LF", windows.clone()), ("BOM", format!("\u{feff}{windows}"))] {
        let office = Office::of_sample("ha-cau-2024");
        scene.run(format!("a table, {name}"), || {
            let table = office.table("địa bàn.csv", &text);
            office.run("import").arg("--areas").arg(&table).done();
            came.push(office.status()["areas"].clone());
        });
    }
    scene.compared("the three tables come to the same", came.len() == 3 && came.iter().all(|c| *c == came[0]));
    scene.run("a table that is pasted", || {
        let office = Office::of_sample("ha-cau-2024");
        let mut import = office.run("import");
        let mut program =
            import.args(["--areas", "-"]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("it starts");
        let mut input = program.stdin.take().expect("its input");
        input.write_all("STT\tĐịa bàn\r\n1\tCầu Đơ 1\r\n2\tCầu Đơ 9\r\n".as_bytes()).expect("it reads");
        drop(input);
        assert!(program.wait().expect("it ends").success());
        assert_eq!(office.status()["areas"].as_array().map(Vec::len), Some(19));
    });
    scene.run("boxes, line by line", || {
        let office = Office::with_sheets();
        let code = &office.codes()[0];
        let mut keyer = Keyer::at_work(&office, code);
        assert_eq!(keyer.key("2=27").as_deref(), Some("Đã lưu ô 2: 27"));
        keyer.finish();
        let boxes = &office.sheet(code)["boxes"];
        assert_eq!((&boxes["1"], &boxes["2"]), (&json!(32), &json!(27)));
    });
    scene.run("what it says", || {
        let office = Office::of_sample("ha-cau-2024");
        let said = office.run("status").done();
        assert!(said.contains('\n') && !said.contains('\r'), "a script reads the same lines everywhere");
    });
}

/// The computer's settings, as Notepad saves them again: marked, and with both signs at each line's end.
pub(crate) fn settings(scene: &mut Scene) {
    let keyer = Path::new(env!("CARGO_BIN_EXE_keyer"));
    let home = scratch();
    lay_office(home.path());
    let office = office_of(home.path());
    let state = Line::call("desk", json!({ "do": "state" }));
    let recent = |home: &Path| ask(keyer, home, std::slice::from_ref(&state))[0].clone();
    scene.run("the file is among those opened lately", || {
        assert!(ask(keyer, home.path(), &[Line::open(&office)])[0].is_done());
    });
    let before = recent(home.path());
    for (name, mark) in [("CR LF", ""), ("BOM and CR LF", "\u{feff}")] {
        scene.run(name, || {
            for entry in std::fs::read_dir(home.path().join(SETTINGS)).expect("settings").flatten() {
                let text = std::fs::read_to_string(entry.path()).expect("it reads");
                let lines = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\n', "\r\n");
                std::fs::write(entry.path(), format!("{mark}{lines}\r\n")).expect("it writes");
            }
            assert_eq!(recent(home.path()), before, "nothing of it was forgotten");
        });
    }
}
