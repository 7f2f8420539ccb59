//! Are two names the same name? Case, spaces and the place of a tone mark ("Hoà", "Hòa") do not matter;
//! the marks themselves do: "Ngõ" is not "Ngô".

use unicode_normalization::UnicodeNormalization;

use crate::text::{clean, fold};

/// Grave, acute, hook, tilde, dot below: the tones. Circumflex, breve and horn are parts of letters.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];

/// A form in which two spellings of the same name are equal.
#[must_use]
pub fn spelling(name: &str) -> String {
    clean(name).to_lowercase().split(' ').map(spelled_word).collect::<Vec<_>>().join(" ")
}

fn spelled_word(word: &str) -> String {
    let (tones, letters): (Vec<char>, Vec<char>) = word.nfd().partition(|c| TONES.contains(c));
    letters.into_iter().chain(tones).collect()
}

/// Words that say an area's kind and may stand before its name or not.
const KINDS: [&str; 5] = ["tổ dân phố", "tdp", "tổ dp", "thôn", "địa bàn"];

/// A name without the word of its kind before it: "Tổ dân phố Hà Trì 1" → "hà trì 1", as [`spelling`]
/// writes it. A name that is nothing but its number keeps the word.
#[must_use]
pub fn bare_spelling(name: &str) -> String {
    let full = spelling(name);
    let kinds = KINDS.map(spelling);
    let bare = kinds.iter().find_map(|kind| full.strip_prefix(kind.as_str())?.strip_prefix(' '));
    match bare {
        Some(rest) if rest.chars().any(char::is_alphabetic) => rest.to_owned(),
        _ => full,
    }
}

/// What two names have in common that a slip could tell apart: the kind's word, marks, spaces and signs left
/// out. "3 Ngõ Thì Nhậm", "3 Ngô Thì Nhậm" → `3ngothinham`.
#[must_use]
pub fn near_key(name: &str) -> String {
    fold(&bare_spelling(name)).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether two names are two, but so near that one of them is probably a slip.
#[must_use]
pub fn is_near(a: &str, b: &str) -> bool {
    bare_spelling(a) != bare_spelling(b) && near_key(a) == near_key(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_and_new_tone_places_are_one_name() {
        assert_eq!(spelling("Hoà Bình"), spelling("HÒA  BÌNH"));
        assert_eq!(spelling("Thuỷ"), spelling("Thủy"));
    }

    #[test]
    fn other_marks_are_another_name_and_near() {
        assert!(is_near("3 Ngõ Thì Nhậm", "3 Ngô Thì Nhậm"));
        assert!(!is_near("3 Ngô Thì Nhậm", "4 Ngô Thì Nhậm"));
        assert!(!is_near("Hoà Bình", "Hòa Bình"));
    }

    #[test]
    fn the_kind_before_a_name_is_not_part_of_it() {
        assert_eq!(bare_spelling("Tổ dân phố Hà Trì 1"), spelling("hà trì 1"));
        assert_eq!(bare_spelling("TDP 5"), spelling("tdp 5"));
        assert_eq!(bare_spelling("Chung cư Phú Thịnh"), spelling("chung cư phú thịnh"));
    }

    #[test]
    fn spaces_and_signs_are_near() {
        assert!(is_near("Hà Trì1", "Hà Trì 1"));
        assert!(is_near("Khu A-B", "Khu AB"));
        assert!(!is_near("Tổ dân phố Hà Trì 1", "hà trì 1"), "that is one name");
    }
}
