//! Vietnamese text: one normal form in, search without marks, Vietnamese order.

use std::cmp::Ordering;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Unicode NFC, the only form stored and printed. Every way in passes through here or [`clean`].
#[must_use]
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// NFC, one line, single spaces, nothing invisible: for names and labels. The one rule for every text that comes in;
/// see [`is_invisible`] for what it drops.
#[must_use]
pub fn clean(text: &str) -> String {
    let kept: String = text.chars().map(|c| if is_space(c) { ' ' } else { c }).filter(|c| !is_invisible(*c)).collect();
    nfc(&kept.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" "))
}

/// Like [`clean`], but line breaks stay: for texts of several paragraphs.
#[must_use]
pub fn clean_lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").split('\n').map(clean).collect::<Vec<_>>().join("\n")
}

/// Blanks of every width, tabs and line breaks; U+2800 is a letter of Braille without a dot.
fn is_space(c: char) -> bool {
    matches!(
        c,
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{2800}' | '\u{3000}'
    )
}

/// Characters that nobody sees, and that let two texts look alike or one read in another order: controls (NUL among
/// them), soft hyphen, direction marks, zero-width joiners and blanks, fillers, variation selectors, annotation marks,
/// tags, and code points that are no characters. Vietnamese needs none of them. Letters of other scripts, symbols and
/// U+FFFD stay: they are seen, and a paper says where it has no letter for one.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || u32::from(c) & 0xfffe == 0xfffe
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
                | '\u{fdd0}'..='\u{fdef}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// The form two texts are compared in when marks and case do not matter: "Ngô Thì Nhậm" → "ngo thi nham".
#[must_use]
pub fn fold(text: &str) -> String {
    clean(text)
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| match c {
            'đ' | 'Đ' => 'd',
            c => c,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether every word of `query` begins a word of `text`, marks and case aside.
#[must_use]
pub fn matches(text: &str, query: &str) -> bool {
    let (text, query) = (fold(text), fold(query));
    let words: Vec<&str> = words_of(&text).collect();
    words_of(&query).all(|q| words.iter().any(|w| w.starts_with(q)))
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty())
}

/// Vietnamese order, with numbers in names by value: "Hà Trì 2" before "Hà Trì 10".
#[must_use]
pub fn compare(a: &str, b: &str) -> Ordering {
    thread_local! {
        static COLLATOR: Option<CollatorBorrowed<'static>> = collator();
    }
    COLLATOR.with(|c| c.as_ref().map_or_else(|| a.cmp(b), |c| c.compare(a, b))).then_with(|| a.cmp(b))
}

fn collator() -> Option<CollatorBorrowed<'static>> {
    let mut preferences = CollatorPreferences::from(locale!("vi"));
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Tertiary);
    Collator::try_new(preferences, options).ok()
}

/// First letter in upper case, the rest untouched.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A title within a sentence, unless it begins with a name such as "iHanoi" or an abbreviation.
#[must_use]
pub fn uncapitalised(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decomposed_input_is_composed() {
        assert_eq!(nfc("Ngo\u{302} Thi\u{300} Nha\u{323}\u{302}m"), "Ngô Thì Nhậm");
        assert_eq!(clean("  Hà\u{a0}Trì \u{200b} 1\r\n"), "Hà Trì 1");
    }

    #[test]
    fn search_ignores_marks() {
        assert_eq!(fold("1 Ngô Thì NHẬM"), "1 ngo thi nham");
        assert!(matches("Cầu Đơ 4", "cau do"));
        assert!(matches("3 Ngô Thì Nhậm", "nham 3"));
        assert!(!matches("3 Ngô Thì Nhậm", "4"));
        assert!(matches("Tổ dân phố Hà Trì 1 09/11/2024", "09/11 hà trì"));
    }

    #[test]
    fn numbers_sort_by_value_and_letters_in_vietnamese_order() {
        let mut names = ["Hà Trì 10", "Hà Trì 2", "Đa Sỹ", "Cầu Đơ 1", "Dương Nội", "Ấp Mới", "An Hòa", "Ăn Thịnh"];
        names.sort_by(|a, b| compare(a, b));
        assert_eq!(names, ["An Hòa", "Ăn Thịnh", "Ấp Mới", "Cầu Đơ 1", "Dương Nội", "Đa Sỹ", "Hà Trì 2", "Hà Trì 10"]);
    }

    #[test]
    fn nothing_invisible_hides_in_a_name() {
        assert_eq!(clean("Hà\u{202e} Trì"), "Hà Trì");
        assert_eq!(clean("H\0à\u{200d}\u{61c}\u{fe0f}\u{e0041}\u{ffff}\u{3164}\u{2028}Trì\u{2800}1"), "Hà Trì 1");
        assert_eq!(clean("\u{2069}\u{0}\u{3164}"), "", "what shows nothing is blank");
        assert_eq!(clean_lines("Một\r\n\u{200b}Hai\u{2028}ba\rBốn"), "Một\nHai ba\nBốn");
    }

    #[test]
    fn what_is_seen_stays() {
        for kept in ["Đặng Thị Ngọc Ánh", "3/4 Ngõ 5 – “Tổ” № 7", "Ω 漢 ✓ �", "a\u{323}\u{302}"]
        {
            assert_eq!(clean(kept), nfc(kept));
        }
    }
}
