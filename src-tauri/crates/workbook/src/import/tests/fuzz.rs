//! Nothing a file holds makes a reader panic, and what was written is read back.

use domain::form::default_indicators;
use proptest::prelude::*;

use super::today;
use crate::import::{Tables, Value, areas, schedule, tallies};

fn read_all(tables: &Tables) {
    let _ = areas(tables, today());
    let _ = schedule(tables, Some(2024));
    let _ = tallies(tables, &default_indicators("iHanoi"));
}

/// Pieces that tables are made of, thrown together.
fn table_like() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "STT",
        "Địa bàn",
        "Thời gian",
        "Mã phiếu",
        "Ô 1",
        "Số hộ",
        "Ngày số liệu",
        "09/11/2024",
        "11-12/11",
        "45605",
        "từ",
        "đến",
        "31/02/2024",
        "ngày 9 tháng 11 năm",
        "19h30",
        "Hà Trì 1",
        "1",
        "-",
        "=1",
        "Tổng",
        "4821937",
        "\t",
        "\n",
        ";",
        ",",
        "\"",
        " ",
        "\u{301}",
        "Đ",
        "9999999999999999999",
        "1e400",
        "0.5",
    ]);
    prop::collection::vec(piece, 0..80).prop_map(|p| p.concat())
}

proptest! {
    #[test]
    fn any_bytes_under_any_name(bytes in prop::collection::vec(any::<u8>(), 0..2000), ending in "(xlsx|xls|ods|csv|txt)") {
        if let Ok(tables) = Tables::from_bytes(&format!("a.{ending}"), &bytes) {
            read_all(&tables);
        }
    }

    #[test]
    fn a_workbook_with_changed_bytes(at in any::<prop::sample::Index>(), byte in any::<u8>(), which in 0usize..3) {
        const NAMES: [&str; 3] = ["dia-ban-tot.xlsx", "dia-ban-tot.xls", "dia-ban-tot.ods"];
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/tables/");
        let mut bytes = std::fs::read(format!("{folder}{}", NAMES[which])).expect("the fixture");
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(tables) = Tables::from_bytes(NAMES[which], &bytes) {
            read_all(&tables);
        }
    }

    #[test]
    fn any_text(text in "\\PC{0,400}") {
        if let Ok(tables) = Tables::from_text(&text) {
            read_all(&tables);
        }
    }

    #[test]
    fn any_table_like_text(text in table_like()) {
        if let Ok(tables) = Tables::from_text(&text) {
            read_all(&tables);
        }
    }

    #[test]
    fn a_grid_of_text_comes_back(
        rows in prop::collection::vec(prop::collection::vec("[a-zA-ZàĐộ ,;\"']{0,12}", 3), 2..8),
        separator in prop::sample::select(vec![b';', b',', b'\t']),
    ) {
        let rows: Vec<Vec<String>> = rows.into_iter().map(|r| r.into_iter().map(|c| format!("x{c}x")).collect()).collect();
        let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
        writer.write_record(["sep", "b", "c"]).expect("in memory");
        for row in &rows {
            writer.write_record(row).expect("in memory");
        }
        let mut text = format!("sep={}\n", char::from(separator));
        text.push_str(&String::from_utf8(writer.into_inner().expect("in memory")).expect("UTF-8"));
        let tables = Tables::from_bytes("a.csv", text.as_bytes()).expect("a table");
        let read: Vec<Vec<Value>> = tables.grids[0].rows.iter().skip(1).map(|r| r.cells.clone()).collect();
        let wrote: Vec<Vec<Value>> = rows.iter().map(|r| r.iter().map(|c| Value::text(c)).collect()).collect();
        prop_assert_eq!(read, wrote);
    }

    #[test]
    fn a_workbook_of_text_and_numbers_comes_back(rows in prop::collection::vec(("[a-zàĐộ]{1,12}", 0u32..1_000_000), 1..8)) {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for ((text, number), row) in rows.iter().zip(0u32..) {
            sheet.write_string(row, 0, text).expect("in range");
            sheet.write_number(row, 1, *number).expect("in range");
        }
        let tables = Tables::from_bytes("a.xlsx", &book.save_to_buffer().expect("in memory")).expect("a table");
        let wrote: Vec<Vec<Value>> =
            rows.iter().map(|(text, n)| vec![Value::text(text), Value::Number(f64::from(*n))]).collect();
        let read: Vec<Vec<Value>> = tables.grids[0].rows.iter().map(|r| r.cells.clone()).collect();
        prop_assert_eq!(read, wrote);
    }
}
