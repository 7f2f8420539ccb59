//! Every refusal has Vietnamese words, and no words are left over.

use std::collections::{BTreeMap, BTreeSet};

use office::ErrorCode;
use office::consolidation::PacketCode;
use product_tests::sources::{absolute, has_vietnamese};
use workbook::import::ProblemCode;

/// Faults of a file of words against the codes it is for.
fn faults(codes: &[String], words: &BTreeMap<String, String>) -> Vec<String> {
    let known: BTreeSet<&str> = codes.iter().map(String::as_str).collect();
    let mut faults = Vec::new();
    for code in &known {
        match words.get(*code) {
            None => faults.push(format!("{code} has no words")),
            Some(text) if !has_vietnamese(text) => faults.push(format!("{code}: not Vietnamese: {text}")),
            Some(text) if text.matches('{').count() != text.matches('}').count() => {
                faults.push(format!("{code}: an open place for a value: {text}"));
            }
            Some(_) => {}
        }
    }
    faults.extend(words.keys().filter(|w| !known.contains(w.as_str())).map(|w| format!("{w} is no code")));
    faults
}

/// Codes as they cross the wire.
fn codes(all: &impl serde::Serialize) -> Vec<String> {
    let value = serde_json::to_value(all).expect("codes are words");
    serde_json::from_value(value).expect("codes are words")
}

fn read(path: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(absolute(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"))
}

#[test]
fn every_error_code_has_vietnamese_words() {
    super::none(&faults(&codes(&ErrorCode::ALL), &read("assets/text/errors.vi.json")));
}

#[test]
fn every_fault_of_a_table_has_vietnamese_words() {
    super::none(&faults(&codes(&ProblemCode::ALL), &read("assets/text/problems.vi.json")));
}

#[test]
fn everything_said_of_a_packet_has_vietnamese_words() {
    super::none(&faults(&codes(&PacketCode::ALL), &read("assets/text/packets.vi.json")));
}

#[test]
fn a_code_without_words_and_words_without_a_code_are_found() {
    let codes = ["no_file", "blank", "too_long", "missing"].map(String::from);
    let words = [
        ("no_file", "Không tìm thấy {file}."),
        ("too_long", "Too long"),
        ("missing", "Không còn {noun"),
        ("gone", "Đã bỏ"),
    ];
    let words = words.into_iter().map(|(c, w)| (c.to_owned(), w.to_owned())).collect();
    assert_eq!(
        faults(&codes, &words),
        [
            "blank has no words",
            "missing: an open place for a value: Không còn {noun",
            "too_long: not Vietnamese: Too long",
            "gone is no code",
        ]
    );
}
