//! Reports of many wards brought into one file.

use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use calamine::{Data, Reader, Xlsx, open_workbook};
use domain::code::OfficeKey;
use domain::packet::Packet;
use product_tests::wards::{packet_of, ward, workbooks, write};
use product_tests::{Office, RunExt, cli, scratch};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// What a ward of invented figures sends.
fn model() -> &'static Packet {
    static MODEL: OnceLock<Packet> = OnceLock::new();
    MODEL.get_or_init(|| {
        let office = Office::of_sample("minh-hoa");
        let report = office.file("bao-cao.xlsx");
        office.run("report").arg("-o").arg(&report).done();
        packet_of(&report)
    })
}

struct City {
    folder: tempfile::TempDir,
}

impl City {
    fn new() -> Self {
        Self { folder: scratch() }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn wards(&self, n: u8) -> Vec<PathBuf> {
        workbooks(self.folder.path(), model(), n)
    }

    fn consolidate(&self, files: &[PathBuf]) -> std::process::Command {
        let mut command = cli();
        command.arg("consolidate").arg(self.file("tp.db")).args(files);
        command
    }

    /// The total's row of the page of wards.
    fn totals(&self) -> Vec<String> {
        let out = self.file("tong-hop.xlsx");
        cli().arg("consolidated").arg(self.file("tp.db")).arg("-o").arg(&out).done();
        let mut book: Xlsx<_> = open_workbook(&out).expect("a workbook");
        let page = book.worksheet_range("Theo phường, xã").expect("the page of wards");
        let total = page.rows().find(|r| r[1] == Data::String("Tổng cộng".into())).expect("a total");
        total.iter().map(ToString::to_string).collect()
    }
}

#[test]
fn wards_are_looked_at_taken_in_and_taken_in_again_without_a_change() {
    let city = City::new();
    let files = city.wards(3);
    let seen = city.consolidate(&files).arg("--dry-run").done();
    assert!(seen.contains("Xem trước, chưa ghi gì: nhận 3, bỏ qua 0 tệp."), "{seen}");
    assert!(!city.file("tp.db").exists(), "a look makes no file");
    let taken = city.consolidate(&files).done();
    assert!(taken.contains("phuong-002.xlsx: đã nhận UBND phường Số 2"), "{taken}");
    let totals = city.totals();
    let journal = || cli().arg("check").arg(city.file("tp.db")).done();
    let before = journal();
    let again = city.consolidate(&files).done();
    assert!(again.contains("nhận 0, bỏ qua 3 tệp"), "{again}");
    assert_eq!((city.totals(), journal()), (totals, before), "the same files change nothing");
}

#[test]
fn any_order_gives_the_same_totals() {
    let (one, two) = (City::new(), City::new());
    let mut files = one.wards(4);
    // A newer report of the second ward.
    let (mut newer, key) = ward(model(), 2);
    newer.seq += 7;
    newer.report.book.sheets.iter_mut().for_each(|k| k.tally = std::mem::take(&mut k.tally));
    newer.report.book.bases.truncate(20);
    let file = one.file("moi.xlsx");
    write(&file, &newer, &key);
    files.push(file);
    one.consolidate(&files).done();
    files.reverse();
    two.consolidate(&files[..2]).done();
    two.consolidate(&files[2..]).done();
    assert_eq!(one.totals(), two.totals());
}

/// A number of a page becomes another.
fn edit(path: &Path, page: &str, from: &str, to: &str) {
    let bytes = std::fs::read(path).expect("the workbook");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for i in 0..archive.len() {
        let mut part = archive.by_index(i).expect("a part");
        let name = part.name().expect("a name").to_string();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("it unpacks");
        if name == page {
            let text = String::from_utf8(bytes).expect("XML");
            assert!(text.contains(from), "{from} is in {page}");
            bytes = text.replacen(from, to, 1).into_bytes();
        }
        writer.start_file(name, SimpleFileOptions::default()).expect("in memory");
        writer.write_all(&bytes).expect("in memory");
    }
    std::fs::write(path, writer.finish().expect("in memory").into_inner()).expect("the folder takes files");
}

/// The first number of the page of sheets: its address and XML.
fn a_number(path: &Path) -> (String, String) {
    let bytes = std::fs::read(path).expect("the workbook");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    archive.by_name("xl/worksheets/sheet6.xml").expect("the sheets").read_to_string(&mut text).expect("XML");
    let row = text.split("<row r=\"5\"").nth(1).expect("a row of a sheet");
    let cell = row.split("<c r=\"H5\"").nth(1).expect("its first box").split("</c>").next().expect("its end");
    ("H5".to_owned(), format!("<c r=\"H5\"{cell}</c>"))
}

#[test]
fn an_edited_cell_is_located_and_its_ward_left_out_whole() {
    let city = City::new();
    let files = city.wards(2);
    let (address, xml) = a_number(&files[1]);
    edit(&files[1], "xl/worksheets/sheet6.xml", &xml, &format!("<c r=\"{address}\"><v>9999</v></c>"));
    let ran = city.consolidate(&files).ran();
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("phuong-001.xlsx: đã nhận"), "{}", ran.out);
    assert!(ran.err.contains("phuong-002.xlsx: bỏ qua UBND phường Số 2"), "{}", ran.err);
    assert!(ran.err.contains("Phiếu!H5:") && ran.err.contains("→ “9999”"), "{}", ran.err);
}

#[test]
fn another_campaign_a_forged_seal_and_a_foreign_file_are_refused_in_words() {
    let city = City::new();
    let mut files = city.wards(1);
    city.consolidate(&files).done();
    let put = |name: &str, change: fn(&mut Packet), key: u8| {
        let (mut packet, _) = ward(model(), 1);
        packet.seq += 1;
        change(&mut packet);
        let path = city.file(name);
        write(&path, &packet, &OfficeKey([key; 32]));
        path
    };
    let other_app = |p: &mut Packet| {
        p.office = "ff".repeat(16);
        p.report.campaign.app_name = "Ứng dụng khác".into();
    };
    files = vec![
        put("dot-khac.xlsx", other_app, 9),
        put("khoa-khac.xlsx", |_| (), 9),
        put("trung-ten.xlsx", |p| p.office = "fe".repeat(16), 9),
        city.file("khong-co.xlsx"),
    ];
    let ran = city.consolidate(&files).ran();
    assert_eq!(ran.code, Some(1));
    for words in ["Tệp của đợt khác", "Chữ ký không phải của", "Đã có “UBND phường Số 1”", "Không mở được tệp"]
    {
        assert!(ran.err.contains(words), "{words}: {}", ran.err);
    }
    assert!(ran.out.contains("nhận 0, bỏ qua 4 tệp"), "{}", ran.out);
}

#[test]
fn the_consolidated_document_names_every_ward() {
    let city = City::new();
    city.consolidate(&city.wards(3)).done();
    let pdf = city.file("tong-hop.pdf");
    cli().arg("consolidated").arg(city.file("tp.db")).arg("-o").arg(&pdf).done();
    let text = product_tests::tool("pdftotext").arg("-layout").arg(&pdf).arg("-").done();
    for words in ["BÁO CÁO", "UBND phường Số 1", "UBND phường Số 3", "Tổng cộng"] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn nothing_to_begin_from_makes_no_file() {
    let city = City::new();
    let foreign = city.file("thu.xlsx");
    std::fs::write(&foreign, b"STT;Ten").expect("the folder takes files");
    let refused = city.consolidate(&[foreign]).refused();
    assert!(refused.contains("Không tệp nào là báo cáo nguyên vẹn"), "{refused}");
    assert!(!city.file("tp.db").exists());
}
