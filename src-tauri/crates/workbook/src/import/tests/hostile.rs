//! Sound workbooks bent in the ways a person with time would: parts exchanged, cut and repeated, numbers and addresses
//! out of all range, entities, deep nesting, claims about sizes. Every reader of workbooks gets them: tables, packets,
//! templates.

use std::io::Write;
use std::sync::LazyLock;

use domain::form::default_indicators;
use proptest::prelude::*;
use zip::write::SimpleFileOptions;

use super::today;
use crate::fill::{fill_template, look_at_template};
use crate::import::{
    ProblemCode, Tables, areas, look_at_areas, look_at_members, look_at_schedule, members, schedule, tallies,
};
use crate::packet::tests::kit::Parts;
use crate::packet::{edits, read};
use crate::report::tests::kit::{cases, report, workbook};

fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/../../../tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).expect("the fixture is there")
}

/// Sound workbooks: what they are called, and their bytes.
static SOUND: LazyLock<Vec<(&str, Vec<u8>)>> = LazyLock::new(|| {
    let mut all: Vec<(&str, Vec<u8>)> = [
        "tables/dia-ban-tot.xlsx",
        "tables/dia-ban-tot.ods",
        "tables/lich-o-gop.xlsx",
        "tables/lich-1904.xlsx",
        "templates/mau-ten-o.xlsx",
        "templates/mau-bang-dia-ban.xlsx",
        "templates/mau-nhan.xlsx",
    ]
    .map(|name| (name, fixture(name)))
    .into();
    all.push(("bao-cao.xlsx", workbook(&report(3))));
    all
});

/// Text in the place of another in some part.
const SWAPS: [(&str, &str); 26] = [
    ("r=\"A1\"", "r=\"XFD1048576\""),
    ("r=\"A2\"", "r=\"ZZZZZZZZ99999999999999999999\""),
    ("r=\"B2\"", "r=\"\""),
    ("r=\"1\"", "r=\"4294967295\""),
    ("ref=\"A1", "ref=\"A0:XFD99999999999"),
    ("<v>", "<v>1e308"),
    ("<v>", "<v>-9223372036854775809"),
    ("<v>", "<v>-0"),
    ("<v>", "<v>NaN"),
    ("<v>", "<v>99999999"),
    ("t=\"s\"", "t=\"e\""),
    ("t=\"s\"", "t=\"b\""),
    ("t=\"s\"", "t=\"d\""),
    ("s=\"1\"", "s=\"4294967296\""),
    ("count=\"", "count=\"9999999999"),
    ("uniqueCount=\"", "uniqueCount=\"-1"),
    ("<row ", "<row spans=\"1:16384\" "),
    ("<c ", "<c><f t=\"shared\" ref=\"A1:XFD1048576\" si=\"0\">A1</f></c><c "),
    ("<mergeCell ", "<mergeCell ref=\"B2:A1\"/><mergeCell ref=\"A1:XFD1048576\"/><mergeCell "),
    ("<t>", "<t>\u{202e}&#0;&#x10FFFF;&#xD800;"),
    ("<t>", "<t>=HYPERLINK(\"http://x\")"),
    ("?>", "?><!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"),
    ("table:number-columns-repeated=\"", "table:number-columns-repeated=\"9999"),
    ("<table:table-row", "<table:table-row table:number-rows-repeated=\"1048576\""),
    ("Target=\"", "Target=\"../../../"),
    ("<definedName ", "<definedName name=\"CHI_TIEU_1_TY_LE\">'Tổng hợp'!$XFD$1048576</definedName><definedName "),
];

#[derive(Debug, Clone)]
enum Bend {
    Exchange(prop::sample::Index, prop::sample::Index),
    Cut(prop::sample::Index, prop::sample::Index),
    Drop(prop::sample::Index),
    Swap {
        part: prop::sample::Index,
        swap: usize,
        all: bool,
    },
    Byte {
        part: prop::sample::Index,
        at: prop::sample::Index,
        byte: u8,
    },
    /// A tag within itself, so many times.
    Nest {
        part: prop::sample::Index,
        at: prop::sample::Index,
        times: usize,
    },
    /// A stretch of a part again and again.
    Repeat {
        part: prop::sample::Index,
        from: prop::sample::Index,
        length: usize,
        times: usize,
    },
    Entry(&'static str),
}

fn bend() -> impl Strategy<Value = Bend> {
    let at = any::<prop::sample::Index>;
    let names = vec![
        "../../x",
        "/etc/passwd",
        "C:\\x",
        "CON",
        "xl\\worksheets\\sheet1.xml",
        "a\0b",
        "XL/WORKBOOK.XML",
        "\u{202e}lmx.x",
    ];
    prop_oneof![
        2 => (at(), at()).prop_map(|(a, b)| Bend::Exchange(a, b)),
        2 => (at(), at()).prop_map(|(part, at)| Bend::Cut(part, at)),
        1 => at().prop_map(Bend::Drop),
        8 => (at(), 0..SWAPS.len(), any::<bool>()).prop_map(|(part, swap, all)| Bend::Swap { part, swap, all }),
        3 => (at(), at(), any::<u8>()).prop_map(|(part, at, byte)| Bend::Byte { part, at, byte }),
        1 => (at(), at(), 1usize..3_000).prop_map(|(part, at, times)| Bend::Nest { part, at, times }),
        2 => (at(), at(), 1usize..200, 2usize..500).prop_map(|(part, from, length, times)| Bend::Repeat { part, from, length, times }),
        1 => prop::sample::select(names).prop_map(Bend::Entry),
    ]
}

impl Bend {
    fn apply(&self, parts: &mut Parts) {
        let names: Vec<String> = parts.0.keys().cloned().collect();
        if names.is_empty() {
            return;
        }
        let name = |at: &prop::sample::Index| names[at.index(names.len())].clone();
        match self {
            Self::Exchange(a, b) => {
                let (a, b) = (name(a), name(b));
                let (first, second) = (parts.0[&a].clone(), parts.0[&b].clone());
                parts.0.insert(a, second);
                parts.0.insert(b, first);
            }
            Self::Cut(part, at) => {
                let bytes = parts.0.entry(name(part)).or_default();
                bytes.truncate(at.index(bytes.len().max(1)));
            }
            Self::Drop(part) => {
                parts.0.remove(&name(part));
            }
            Self::Swap { part, swap, all } => {
                // The first part from there on that has it.
                let (from, to) = SWAPS[*swap];
                let start = part.index(names.len());
                for name in names.iter().cycle().skip(start).take(names.len()) {
                    let text = String::from_utf8_lossy(&parts.0[name]).into_owned();
                    if text.contains(from) {
                        let bent = if *all { text.replace(from, to) } else { text.replacen(from, to, 1) };
                        parts.0.insert(name.clone(), bent.into_bytes());
                        break;
                    }
                }
            }
            Self::Byte { part, at, byte } => {
                let bytes = parts.0.entry(name(part)).or_default();
                if !bytes.is_empty() {
                    let at = at.index(bytes.len());
                    bytes[at] = *byte;
                }
            }
            Self::Nest { part, at, times } => {
                let bytes = parts.0.entry(name(part)).or_default();
                let at = at.index(bytes.len() + 1);
                bytes.splice(at..at, "<c>".repeat(*times).into_bytes());
            }
            Self::Repeat { part, from, length, times } => {
                let bytes = parts.0.entry(name(part)).or_default();
                let from = from.index(bytes.len() + 1);
                let piece = bytes[from..(from + length).min(bytes.len())].repeat(*times);
                bytes.splice(from..from, piece);
            }
            Self::Entry(name) => {
                parts.0.insert((*name).to_owned(), b"<x/>".to_vec());
            }
        }
    }
}

/// Every reader; what they say does not matter here, only that they say it.
fn read_by_all(name: &str, bytes: &[u8]) {
    if let Ok(tables) = Tables::from_bytes(name, bytes) {
        let _ = areas(&tables, today());
        let _ = schedule(&tables, Some(2024));
        let _ = members(&tables);
        let _ = tallies(&tables, &default_indicators("iHanoi"));
        let _ = look_at_areas(&tables);
        let _ = look_at_schedule(&tables);
        let _ = look_at_members(&tables);
    }
    let report = report(3);
    if let Ok(sealed) = read(name, bytes)
        && let Ok(packet) = sealed.open()
    {
        assert_eq!(packet.report, report.clone().without_persons(), "a packet that opens is what was sealed");
        let _ = edits(name, bytes, &packet);
    }
    let look = look_at_template(name, bytes, &report);
    if let Ok((filled, filling)) = fill_template(name, bytes, &report) {
        assert_eq!(look.ok(), Some(filling), "a look promises what is done");
        assert!(zip::ZipArchive::new(std::io::Cursor::new(filled)).is_ok());
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_bent_workbook_is_read_or_refused(which in any::<prop::sample::Index>(), bends in prop::collection::vec(bend(), 1..4)) {
        let (name, bytes) = &SOUND[which.index(SOUND.len())];
        let mut parts = Parts::of(bytes);
        for bend in &bends {
            bend.apply(&mut parts);
        }
        read_by_all(name, &parts.file());
    }

    #[test]
    fn a_workbook_cut_short_or_with_a_piece_of_another_is_read_or_refused(
        which in any::<prop::sample::Index>(),
        other in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        from in any::<prop::sample::Index>(),
    ) {
        let (name, bytes) = &SOUND[which.index(SOUND.len())];
        let (_, tail) = &SOUND[other.index(SOUND.len())];
        let cut = &bytes[..at.index(bytes.len())];
        read_by_all(name, cut);
        read_by_all(name, &[cut, &tail[from.index(tail.len())..]].concat());
    }

    #[test]
    fn an_xls_with_bent_records_is_read_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u16>()), 1..6)) {
        let mut bytes = fixture("tables/dia-ban-tot.xls");
        for (at, word) in changes {
            let at = at.index(bytes.len() - 1);
            bytes[at..at + 2].copy_from_slice(&word.to_le_bytes());
        }
        read_by_all("dia-ban-tot.xls", &bytes);
    }
}

fn code(name: &str, bytes: &[u8]) -> Option<ProblemCode> {
    Tables::from_bytes(name, bytes).err().map(|p| p.code)
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("in memory");
        zip.write_all(bytes).expect("in memory");
    }
    zip.finish().expect("in memory").into_inner()
}

#[test]
fn an_ods_of_two_kilobytes_does_not_become_gigabytes() {
    let mut parts = Parts::of(&fixture("tables/dia-ban-tot.ods"));
    parts.change("content.xml", |xml| {
        let at = xml.find("<table:table-row").expect("a row");
        let bomb = "<table:table-row table:number-rows-repeated=\"6000\"><table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16384\"><text:p>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</text:p></table:table-cell></table:table-row>";
        format!("{}{bomb}{}", &xml[..at], &xml[at..])
    });
    assert_eq!(code("dia-ban-tot.ods", &parts.file()), Some(ProblemCode::TooManyColumns));
}

#[test]
fn bombs_are_refused_by_what_they_unpack_to_not_by_what_they_say() {
    let zeros = vec![b' '; 60 * 1024 * 1024];
    let bomb = packed(&[("xl/workbook.xml", b"<x/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(bomb.len() < 100_000, "{}", bomb.len());
    assert_eq!(code("a.xlsx", &bomb), Some(ProblemCode::UnpacksTooLarge), "by its ratio");
    // A bomb within a workbook is a part that nobody unpacks twice.
    let nested = packed(&[("xl/workbook.xml", b"<x/>"), ("xl/media/a.zip", &bomb)]);
    assert_eq!(code("a.xlsx", &nested), Some(ProblemCode::DamagedWorkbook));
    let many: Vec<String> = (0..6_000).map(|n| format!("xl/a{n}.xml")).collect();
    let mut parts: Vec<(&str, &[u8])> = many.iter().map(|n| (n.as_str(), b"".as_slice())).collect();
    parts.push(("xl/workbook.xml", b"<x/>"));
    assert_eq!(code("a.xlsx", &packed(&parts)), Some(ProblemCode::UnpacksTooLarge), "by its number of parts");
}

#[test]
fn a_part_that_lies_about_its_size_is_counted() {
    let zeros = vec![b' '; 60 * 1024 * 1024];
    let mut bomb = packed(&[("xl/workbook.xml", b"<x/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    // Both records of the part say one byte instead.
    let size = u32::try_from(zeros.len()).expect("it fits").to_le_bytes();
    let mut lies = 0;
    for at in 0..bomb.len() - 4 {
        if bomb[at..at + 4] == size {
            bomb[at..at + 4].copy_from_slice(&1u32.to_le_bytes());
            lies += 1;
        }
    }
    assert!(lies >= 1);
    assert!(matches!(code("a.xlsx", &bomb), Some(ProblemCode::UnpacksTooLarge | ProblemCode::DamagedWorkbook)));
}
