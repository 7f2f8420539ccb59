//! 6.2.11: every font is in the file, as wide as it says, and every glyph that is shown stands for a text.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::read::{File, advances, shown, texts};
use super::unless;

pub(super) fn broken(file: &File) -> Vec<String> {
    let mut used: BTreeMap<String, (&Value, BTreeSet<u16>)> = BTreeMap::new();
    let mut broken = Vec::new();
    for page in file.of_type("/Page") {
        let fonts = file.get(file.get(page, "/Resources"), "/Font");
        for (name, codes) in shown(&file.content(page)) {
            match fonts.get(&name) {
                Some(font) => used.entry(name).or_insert((font, BTreeSet::new())).1.extend(codes),
                None => broken.push(format!("6.2.2 font {name}")),
            }
        }
    }
    broken.extend(unless(!used.is_empty(), "no text is shown"));
    for (name, (font, codes)) in used {
        broken.extend(of_one(file, file.follow(font), &codes).into_iter().map(|rule| format!("{rule} {name}")));
    }
    broken
}

fn of_one(file: &File, font: &Value, codes: &BTreeSet<u16>) -> Vec<String> {
    let descendant = file.follow(&file.get(font, "/DescendantFonts")[0]);
    let descriptor = file.get(descendant, "/FontDescriptor");
    let system = file.get(descendant, "/CIDSystemInfo");
    let names = [&font["/BaseFont"], &descendant["/BaseFont"], &descriptor["/FontName"]];
    let tagged = font["/BaseFont"].as_str().is_some_and(|n| n.as_bytes().get(7) == Some(&b'+'));
    let advances = advances(file.stream(&descriptor["/FontFile2"]));
    let widths = widths(file.get(descendant, "/W"), descendant["/DW"].as_f64().unwrap_or(1000.0));
    let width = |code: u16| widths(code);
    let close =
        |code: &u16| advances.get(usize::from(*code)).is_some_and(|advance| (advance - width(*code)).abs() <= 1.0);
    let texts = texts(file.stream(&font["/ToUnicode"]));
    let has_text =
        |code: &u16| texts.get(code).is_some_and(|t| !t.is_empty() && !t.contains(['\0', '\u{feff}', '\u{fffe}']));
    [
        unless(font["/Subtype"] == "/Type0" && descendant["/Subtype"] == "/CIDFontType2", "6.2.11.2 kind"),
        unless(names.iter().all(|n| *n == names[0] && n.is_string()), "6.2.11.2 name"),
        unless(system["/Registry"] == "u:Adobe" && system["/Ordering"] == "u:Identity", "6.2.11.3.1"),
        unless(descendant["/CIDToGIDMap"] == "/Identity", "6.2.11.3.2"),
        unless(font["/Encoding"] == "/Identity-H", "6.2.11.3.3"),
        unless(!advances.is_empty() && tagged, "6.2.11.4 embedded"),
        unless(codes.iter().all(|c| usize::from(*c) < advances.len()), "6.2.11.4.1 glyph"),
        unless(codes.iter().all(close), "6.2.11.5 width"),
        unless(codes.iter().all(has_text), "6.2.11.7.2 text"),
        unless(!codes.contains(&0), "6.2.11.8 no glyph"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The width a code has by `/W`: a first code and the widths from it on, or two codes and the width of all
/// between them.
fn widths(list: &Value, otherwise: f64) -> impl Fn(u16) -> f64 {
    let list = list.as_array().cloned().unwrap_or_default();
    let mut widths = BTreeMap::new();
    let mut at = 0;
    while at + 1 < list.len() {
        let first = list[at].as_u64().unwrap_or_default();
        if let Some(each) = list[at + 1].as_array() {
            widths.extend((first..).zip(each.iter().filter_map(Value::as_f64)));
            at += 2;
        } else {
            let width = list.get(at + 2).and_then(Value::as_f64).unwrap_or(otherwise);
            widths.extend((first..=list[at + 1].as_u64().unwrap_or_default()).map(|code| (code, width)));
            at += 3;
        }
    }
    move |code| widths.get(&u64::from(code)).copied().unwrap_or(otherwise)
}
