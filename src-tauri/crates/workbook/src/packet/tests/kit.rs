//! Workbooks changed from outside, as a program that is not ours would.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The parts of a workbook.
pub(crate) struct Parts(pub(crate) BTreeMap<String, Vec<u8>>);

impl Parts {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a workbook is a zip");
        let mut parts = BTreeMap::new();
        for i in 0..archive.len() {
            let mut part = archive.by_index(i).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("it unpacks");
            parts.insert(part.name().expect("a name").to_string(), bytes);
        }
        Self(parts)
    }

    pub(crate) fn file(&self) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.0 {
            writer.start_file(name.as_str(), SimpleFileOptions::default()).expect("in memory");
            writer.write_all(bytes).expect("in memory");
        }
        writer.finish().expect("in memory").into_inner()
    }

    pub(crate) fn change(&mut self, part: &str, change: impl FnOnce(String) -> String) {
        let bytes = self.0.get_mut(part).unwrap_or_else(|| panic!("no part {part}"));
        *bytes = change(String::from_utf8(bytes.clone()).expect("XML is text")).into_bytes();
    }

    fn text(&self, part: &str) -> String {
        String::from_utf8(self.0[part].clone()).expect("XML is text")
    }

    /// Every cell of a page that was written with a value: its address and the XML of it.
    pub(crate) fn cells(&self, page: usize) -> Vec<(String, String)> {
        let xml = self.text(&format!("xl/worksheets/sheet{page}.xml"));
        let mut cells = Vec::new();
        for piece in xml.split("<c r=\"").skip(1) {
            let address = piece.split('"').next().expect("an address").to_owned();
            let Some(end) = piece.find("</c>").filter(|end| piece.find("/>").is_none_or(|empty| *end < empty)) else {
                continue;
            };
            cells.push((address, format!("<c r=\"{}</c>", &piece[..end])));
        }
        cells
    }

    /// A cell says something else.
    pub(crate) fn edit(&mut self, page: usize, xml: &str, address: &str, value: &str) {
        let cell = match value.parse::<f64>() {
            Ok(_) => format!("<c r=\"{address}\"><v>{value}</v></c>"),
            Err(_) if value.is_empty() => String::new(),
            Err(_) => format!("<c r=\"{address}\" t=\"inlineStr\"><is><t>{value}</t></is></c>"),
        };
        self.change(&format!("xl/worksheets/sheet{page}.xml"), |text| {
            assert!(text.contains(xml), "the cell {address} is there");
            text.replacen(xml, &cell, 1)
        });
    }
}
