//! From bytes to text: UTF-8 and UTF-16 with or without their mark, and the older Windows page for
//! Vietnamese. Text in the ABC (TCVN3) encoding is recognised and refused: it needs its font to be read,
//! so the office should save it as Unicode once.

use domain::text::{fold, nfc};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1258};

use super::problem::{Problem, ProblemCode};

/// The text of a file.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, Problem> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        let (text, _, failed) = encoding.decode(bytes);
        return if failed { Err(Problem::of(ProblemCode::UnknownEncoding)) } else { Ok(text.into_owned()) };
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        let (text, failed) = encoding.decode_without_bom_handling(bytes);
        return if failed { Err(Problem::of(ProblemCode::UnknownEncoding)) } else { Ok(text.into_owned()) };
    }
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        return Ok(text.into_owned());
    }
    one_byte(bytes)
}

/// Every second byte of Western text in UTF-16 is zero; of Vietnamese, still more than a quarter.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = sample.len() / 8;
    match (even > many, odd > many) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

/// Decides between the Windows page and ABC by how many words are Vietnamese syllables under each.
fn one_byte(bytes: &[u8]) -> Result<String, Problem> {
    let (windows, _) = WINDOWS_1258.decode_without_bom_handling(bytes);
    let windows = nfc(&windows);
    let abc: String = bytes.iter().map(|b| abc_letter(*b)).collect();
    let (windows_share, abc_share) = (vietnamese_share(&windows), vietnamese_share(&abc));
    if windows_share >= CLEARLY && windows_share > abc_share {
        Ok(windows)
    } else if abc_share >= CLEARLY {
        Err(Problem::of(ProblemCode::LegacyText))
    } else {
        Err(Problem::of(ProblemCode::UnknownEncoding))
    }
}

/// Share of words with marks that must be Vietnamese syllables before an encoding is believed.
const CLEARLY: f64 = 0.9;

/// Of the words with any letter outside ASCII, the share that could be Vietnamese.
#[expect(clippy::cast_precision_loss, reason = "a share of a file's words")]
fn vietnamese_share(text: &str) -> f64 {
    let words = text.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic() || "–—“”‘’…\u{a0}".contains(c));
    let marked: Vec<&str> = words.filter(|w| !w.is_ascii()).collect();
    if marked.is_empty() {
        return 0.0;
    }
    marked.iter().filter(|w| is_syllable(w)).count() as f64 / marked.len() as f64
}

/// Whether a word is built like a Vietnamese syllable: onset, vowels, coda. Loose on purpose.
fn is_syllable(word: &str) -> bool {
    const ONSETS: [&str; 28] = [
        "", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q",
        "r", "s", "t", "th", "tr", "v", "x", "qu",
    ];
    const CODAS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
    if !word.chars().all(is_vietnamese_letter) {
        return false;
    }
    let folded = fold(word);
    let is_vowel = |c: char| "aeiouy".contains(c);
    let Some(start) = folded.find(is_vowel) else { return false };
    let vowels = folded[start..].find(|c: char| !is_vowel(c)).map_or(folded.len(), |n| start + n);
    ONSETS.contains(&&folded[..start]) && CODAS.contains(&&folded[vowels..]) && vowels - start <= 3
}

/// A letter of the Vietnamese alphabet, composed.
pub(crate) fn is_vietnamese_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || "ăâđêôơưĂÂĐÊÔƠƯ".contains(c)
        || "àáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵÀÁẢÃẠÈÉẺẼẸÌÍỈĨỊÒÓỎÕỌÙÚỦŨỤỲÝỶỸỴ".contains(c)
        || ('\u{1ea0}'..='\u{1ef9}').contains(&c)
}

/// The letter a byte stands for in ABC (TCVN 5712:1993, VN3); lower case above 0xB5.
fn abc_letter(byte: u8) -> char {
    const FROM_A1: &str = "ĂÂÊÔƠƯĐăâêôơưđ";
    const FROM_B5: [(u8, char); 60] = [
        (0xb5, 'à'),
        (0xb6, 'ả'),
        (0xb7, 'ã'),
        (0xb8, 'á'),
        (0xb9, 'ạ'),
        (0xbb, 'ằ'),
        (0xbc, 'ẳ'),
        (0xbd, 'ẵ'),
        (0xbe, 'ắ'),
        (0xc6, 'ặ'),
        (0xc7, 'ầ'),
        (0xc8, 'ẩ'),
        (0xc9, 'ẫ'),
        (0xca, 'ấ'),
        (0xcb, 'ậ'),
        (0xcc, 'è'),
        (0xce, 'ẻ'),
        (0xcf, 'ẽ'),
        (0xd0, 'é'),
        (0xd1, 'ẹ'),
        (0xd2, 'ề'),
        (0xd3, 'ể'),
        (0xd4, 'ễ'),
        (0xd5, 'ế'),
        (0xd6, 'ệ'),
        (0xd7, 'ì'),
        (0xd8, 'ỉ'),
        (0xdc, 'ĩ'),
        (0xdd, 'í'),
        (0xde, 'ị'),
        (0xdf, 'ò'),
        (0xe1, 'ỏ'),
        (0xe2, 'õ'),
        (0xe3, 'ó'),
        (0xe4, 'ọ'),
        (0xe5, 'ồ'),
        (0xe6, 'ổ'),
        (0xe7, 'ỗ'),
        (0xe8, 'ố'),
        (0xe9, 'ộ'),
        (0xea, 'ờ'),
        (0xeb, 'ở'),
        (0xec, 'ỡ'),
        (0xed, 'ớ'),
        (0xee, 'ợ'),
        (0xef, 'ù'),
        (0xf1, 'ủ'),
        (0xf2, 'ũ'),
        (0xf3, 'ú'),
        (0xf4, 'ụ'),
        (0xf5, 'ừ'),
        (0xf6, 'ử'),
        (0xf7, 'ữ'),
        (0xf8, 'ứ'),
        (0xf9, 'ự'),
        (0xfa, 'ỳ'),
        (0xfb, 'ỷ'),
        (0xfc, 'ỹ'),
        (0xfd, 'ý'),
        (0xfe, 'ỵ'),
    ];
    match byte {
        0x00..=0x7f => char::from(byte),
        0xa1..=0xae => FROM_A1.chars().nth(usize::from(byte - 0xa1)).unwrap_or('\u{fffd}'),
        _ => FROM_B5.iter().find(|(b, _)| *b == byte).map_or('\u{fffd}', |(_, c)| *c),
    }
}

/// Whether a text holds letters that only make sense under an ABC font: "Hµ Tr× 1".
pub(crate) fn is_in_legacy_font(text: &str) -> bool {
    let is_odd =
        |c: char| ('\u{a1}'..='\u{ff}').contains(&c) && !is_vietnamese_letter(c) && !"«»·°²³½×÷§©®".contains(c);
    let beside_letters = |c: char| "·×®©".contains(c);
    text.chars().any(is_odd)
        || text.split_whitespace().any(|word| word.chars().any(beside_letters) && word.chars().any(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "STT;Địa bàn;Số hộ\n1;Hà Trì 1;120\n2;1 Ngô Thì Nhậm;98\n3;Chung cư Phú Thịnh;45\n";

    /// As old Windows programs wrote it: tones as separate bytes, other letters composed.
    fn cp1258(text: &str) -> Vec<u8> {
        use unicode_normalization::UnicodeNormalization;
        let mut bytes = Vec::new();
        for c in text.chars() {
            let letter = c.to_string();
            let (whole, _, failed) = WINDOWS_1258.encode(&letter);
            if !failed {
                bytes.extend_from_slice(&whole);
                continue;
            }
            let parts: Vec<char> = c.nfd().collect();
            let (tone, letter): (Vec<char>, Vec<char>) =
                parts.into_iter().partition(|p| "\u{300}\u{301}\u{309}\u{303}\u{323}".contains(*p));
            let letter: String = letter.into_iter().nfc().collect();
            for part in std::iter::once(letter).chain(tone.iter().map(ToString::to_string)) {
                bytes.extend_from_slice(&WINDOWS_1258.encode(&part).0);
            }
        }
        bytes
    }

    fn abc(text: &str) -> Vec<u8> {
        text.chars().filter_map(|c| (0..=255).find(|b| abc_letter(*b) == c)).collect()
    }

    #[test]
    fn every_unicode_form_is_read() {
        let utf16 = |to: fn(u16) -> [u8; 2], mark: bool| -> Vec<u8> {
            let mark = mark.then_some(0xfeff);
            mark.into_iter().chain(TEXT.encode_utf16()).flat_map(to).collect()
        };
        let mut marked = vec![0xef, 0xbb, 0xbf];
        marked.extend_from_slice(TEXT.as_bytes());
        for bytes in [
            TEXT.as_bytes().to_vec(),
            marked,
            utf16(u16::to_le_bytes, true),
            utf16(u16::to_be_bytes, true),
            utf16(u16::to_le_bytes, false),
            utf16(u16::to_be_bytes, false),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Ok(TEXT));
        }
    }

    #[test]
    fn the_windows_page_is_read_and_abc_is_told() {
        assert_eq!(decode(&cp1258(TEXT)).as_deref(), Ok(TEXT));
        let lower = TEXT.to_lowercase();
        assert_eq!(decode(&abc(&lower)).map_err(|p| p.code), Err(ProblemCode::LegacyText));
        assert_eq!(decode(b"caf\xe9 cr\xe8me br\xfbl\xe9e").map_err(|p| p.code), Err(ProblemCode::UnknownEncoding));
    }

    #[test]
    fn abc_letters_in_a_cell_are_seen() {
        for text in ["Hµ Tr× 1", "§Þa bµn", "CÇu §¬ 4"] {
            assert!(is_in_legacy_font(text), "{text}");
        }
        for text in ["Hà Trì 1", "Tổ dân phố số 5", "Khu A × B", "Nhà 3 · ngõ 5", "Đặng Thị Ỷ", "xã Ýên"]
        {
            assert!(!is_in_legacy_font(text), "{text}");
        }
    }
}
