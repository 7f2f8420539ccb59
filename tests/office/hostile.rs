//! Files made to fill an office computer: each is refused within the memory the program may have here, and the office file
//! stays as it was. The limit is the system's own, so that a reader that asks for more ends with the program and not
//! with the machine.

#![cfg(target_os = "linux")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use product_tests::{Office, RunExt};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Kilobytes of address space. What the program itself needs is about a third of it.
const MOST: u32 = 300_000;

/// `import` of a table within the limit.
fn import(office: &Office, kind: &str, table: &Path) -> Command {
    let plain = office.run("import");
    let mut limited = Command::new("sh");
    limited.args(["-c", &format!("ulimit -v {MOST} && exec \"$@\""), "sh"]).arg(plain.get_program());
    limited.args(plain.get_args()).arg(kind).arg(table).stdin(Stdio::null());
    for (name, value) in plain.get_envs() {
        if let Some(value) = value {
            limited.env(name, value);
        }
    }
    limited
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("in memory");
        zip.write_all(bytes).expect("in memory");
    }
    zip.finish().expect("in memory").into_inner()
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet><table:table table:name=\"A\">{rows}</table:table></office:spreadsheet></office:body>\
         </office:document-content>"
    );
    packed(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

#[test]
fn what_would_fill_the_memory_is_refused_and_changes_nothing() {
    let office = Office::of_sample("ha-cau-2024");
    let sound = office.table("địa bàn.csv", "Địa bàn;Số hộ\nCầu Đơ 1;410\n");
    import(&office, "--areas", &sound).arg("--dry-run").done();
    let before = (office.status(), office.run("check").done());
    let bomb = "<table:table-row table:number-rows-repeated=\"6000\"><table:table-cell office:value-type=\"string\" \
        table:number-columns-repeated=\"16384\"><text:p>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</text:p></table:table-cell></table:table-row>";
    let sparse = packed(&[("xl/workbook.xml", b"<x/>"), ("xl/worksheets/sheet1.xml", &vec![b' '; 150 << 20])]);
    for (name, bytes, word) in [("bom.ods", ods(bomb), "256"), ("bom.xlsx", sparse, "MB")] {
        assert!(bytes.len() < 200_000, "{name} is small: {}", bytes.len());
        let words = import(&office, "--areas", &office.table(name, bytes)).refused();
        assert!(words.contains(name) && words.contains(word), "{words}");
    }
    assert_eq!((office.status(), office.run("check").done()), before);
}

#[test]
fn a_file_of_200_megabytes_is_refused_before_it_is_read() {
    let office = Office::of_sample("ha-cau-2024");
    for name in ["lớn.csv", "lớn.xlsx", "lớn.xls", "lớn.ods"] {
        let table = office.table(name, b"PK\x03\x04");
        std::fs::OpenOptions::new().write(true).open(&table).expect("it opens").set_len(200 << 20).expect("it grows");
        let words = import(&office, "--areas", &table).refused();
        assert!(words.contains(name) && words.contains("20"), "{words}");
    }
}

#[test]
fn what_is_no_file_is_refused_and_not_read_for_ever() {
    let office = Office::of_sample("ha-cau-2024");
    for path in ["/dev/zero", "/dev/full", "/proc/self/mem", "/", "/không/có"] {
        import(&office, "--areas", Path::new(path)).refused();
    }
}
