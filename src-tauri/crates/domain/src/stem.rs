//! The words around a number in names of areas: "3 Ngõ Thì Nhậm" and "1 Ngô Thì Nhậm" are no near-duplicates,
//! yet one of the two is probably a slip.

use std::collections::BTreeMap;

use crate::spelling::{bare_spelling, spelling};
use crate::text::{clean, fold};

/// A name without the word of its kind before it, as it was typed: "TDP Hà Trì 1" → "Hà Trì 1".
#[must_use]
pub fn bare_name(name: &str) -> String {
    let name = clean(name);
    let bare = bare_spelling(&name);
    let words: Vec<&str> = name.split(' ').collect();
    let from = words.len().saturating_sub(bare.split(' ').count());
    words[from..].join(" ")
}

fn is_number(word: &str) -> bool {
    word.chars().any(|c| c.is_ascii_digit())
}

/// The words of a name without its numbers: "3 Ngõ Thì Nhậm" → "Ngõ Thì Nhậm".
#[must_use]
pub fn stem(name: &str) -> String {
    clean(name).split(' ').filter(|w| !is_number(w)).collect::<Vec<_>>().join(" ")
}

/// The name with other words around the same numbers; as it is if they are not as many.
#[must_use]
pub fn with_stem(name: &str, words: &str) -> String {
    let name = clean(name);
    if stem(&name).split(' ').count() != words.split(' ').count() {
        return name;
    }
    let mut words = words.split(' ');
    let renamed = name.split(' ').map(|w| if is_number(w) { w } else { words.next().unwrap_or(w) });
    renamed.collect::<Vec<_>>().join(" ")
}

/// One way to write a stem, and the names that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StemSpelling {
    pub words: String,
    pub names: Vec<String>,
}

/// Stems that are written in several ways among numbered names: perhaps two streets, more likely a slip.
/// The way most names have comes first.
#[must_use]
pub fn stems_in_doubt<'n>(names: impl Iterator<Item = &'n str>) -> Vec<Vec<StemSpelling>> {
    let mut by_letters: BTreeMap<String, BTreeMap<String, StemSpelling>> = BTreeMap::new();
    for name in names.map(bare_name) {
        let words = stem(&name);
        if words == name || words.is_empty() {
            continue;
        }
        let ways = by_letters.entry(fold(&words)).or_default();
        let way = ways.entry(spelling(&words)).or_insert_with(|| StemSpelling { words, names: Vec::new() });
        if !way.names.contains(&name) {
            way.names.push(name);
        }
    }
    let in_doubt = by_letters.into_values().filter(|ways| ways.len() > 1);
    in_doubt
        .map(|ways| {
            let mut ways: Vec<StemSpelling> = ways.into_values().collect();
            ways.sort_by_key(|w| std::cmp::Reverse(w.names.len()));
            ways
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stem_written_in_two_ways_is_in_doubt() {
        let names = ["1 Ngô Thì Nhậm", "Tổ dân phố 3 Ngõ Thì Nhậm", "4 Ngõ Thì Nhậm", "Hà Trì 1", "Hà Trì 2", "Ngo A"];
        let doubts = stems_in_doubt(names.into_iter());
        assert_eq!(doubts.len(), 1);
        let ways: Vec<(&str, usize)> = doubts[0].iter().map(|w| (w.words.as_str(), w.names.len())).collect();
        assert_eq!(ways, [("Ngõ Thì Nhậm", 2), ("Ngô Thì Nhậm", 1)]);
        assert_eq!(with_stem("3 Ngõ Thì Nhậm", "Ngô Thì Nhậm"), "3 Ngô Thì Nhậm");
        assert_eq!(with_stem("3 Ngõ", "Ngô Thì Nhậm"), "3 Ngõ");
        assert_eq!(bare_name("TDP  Hà Trì 1"), "Hà Trì 1");
        assert_eq!(bare_name("Chung cư A"), "Chung cư A");
    }
}
