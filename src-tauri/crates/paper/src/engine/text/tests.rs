use super::*;
use crate::engine::block::{Stand, Type};

const BODY: Type = Type::new(Face::Serif, 14.0);

fn set(text: &str, stand: Stand, width: Mm) -> Vec<Arc<Line>> {
    Typesetter::new().set(&Paragraph::new(text, BODY, stand), width).expect("it can be set")
}

fn words(lines: &[Arc<Line>]) -> Vec<String> {
    lines.iter().map(|line| line.text()).collect()
}

const LONG: &str = "Đẩy mạnh tuyên truyền, vận động, hướng dẫn người dân khai thác, sử dụng ứng dụng iHanoi trên địa \
                    bàn phường Hà Cầu hướng đến mục tiêu đạt 50% trở lên số người dân có độ tuổi từ 15 tuổi trở lên.";

#[test]
fn every_vietnamese_letter_with_every_tone_has_a_glyph_in_each_face() {
    const TONES: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"];
    let mut letters = String::from("bcdđghklmnpqrstvxfjwz0123456789 .,;:!?()/-–—+=≤≥×%&@\"'“”‘’…·");
    for vowel in "aăâeêioôơuưy".chars() {
        for tone in TONES {
            letters.push_str(&domain::text::nfc(&format!("{vowel}{tone}")));
        }
    }
    letters.push_str(&letters.to_uppercase());
    for face in Face::ALL {
        let paragraph = Paragraph::new(&letters, Type::new(face, 14.0), Stand::PLAIN);
        let lines = Typesetter::new().set(&paragraph, 165.0).unwrap_or_else(|f| panic!("{face:?}: {f:?}"));
        let glyphs: usize = lines.iter().flat_map(|l| &l.words).map(|w| w.glyphs.len()).sum();
        let copied: String = lines.iter().flat_map(|l| &l.words).map(Word::text).collect();
        assert_eq!(glyphs, copied.chars().count(), "{face:?}: one glyph for each letter");
        assert_eq!(copied.replace(' ', ""), letters.replace(' ', ""), "{face:?}: copied as written");
    }
}

#[test]
fn decomposed_letters_are_composed_and_copied_so() {
    let lines = set("Ngo\u{302} Thi\u{300} Nha\u{323}\u{302}m", Stand::PLAIN, 165.0);
    assert_eq!(words(&lines), ["Ngô Thì Nhậm"]);
}

#[test]
fn a_character_without_a_glyph_is_named_with_what_stands_before_it() {
    let fault = Typesetter::new().set(&Paragraph::new("Chung cư 漢 Phú", BODY, Stand::PLAIN), 165.0);
    assert_eq!(fault, Err(Fault::MissingGlyph { character: '漢', near: "Chung cư 漢".into() }));
}

#[test]
fn justified_lines_reach_both_edges_and_the_first_is_indented() {
    let stand = Stand { align: Align::Justify, first_line: 10.0, ..Stand::PLAIN };
    let lines = set(LONG, stand, 165.0);
    assert!(lines.len() > 2, "{lines:?}");
    for (i, line) in lines.iter().enumerate() {
        let left = if i == 0 { 10.0 } else { 0.0 };
        assert!((line.left - left).abs() < 0.01, "{i}: {}", line.left);
        if i + 1 < lines.len() {
            assert!((line.right - 165.0).abs() < 0.05, "{i}: {}", line.right);
        } else {
            assert!(line.right < 165.0);
        }
    }
}

#[test]
fn a_hanging_first_line_stands_out() {
    let stand = Stand { left: 10.0, first_line: -10.0, ..Stand::PLAIN };
    let lines = set(LONG, stand, 165.0);
    assert!(lines[0].left.abs() < 0.01 && (lines[1].left - 10.0).abs() < 0.01, "{lines:?}");
}

#[test]
fn symbols_of_documents_and_dashes_stay_with_what_they_belong_to() {
    for width in 30..90u8 {
        let text = "Thực hiện Kế hoạch số 310/KH-UBND ngày 28/10/2024 - giai đoạn 2025-2026 trên nền tảng số - iHanoi";
        for line in words(&set(text, Stand::PLAIN, f32::from(width))) {
            assert!(!line.starts_with('-'), "{width}: {line}");
            assert!(!line.ends_with('/') && !line.ends_with("KH-") && !line.ends_with("2025-"), "{width}: {line}");
        }
    }
}

#[test]
fn a_word_longer_than_the_line_is_broken_and_loses_nothing() {
    let word = "ỡ".repeat(80);
    let lines = set(&word, Stand::PLAIN, 50.0);
    assert!(lines.len() > 1 && lines.iter().all(|l| l.right <= 50.0 + HAIR));
    assert_eq!(words(&lines).concat(), word);
}

#[test]
fn balanced_lines_are_about_equal() {
    let stand = Stand { balanced: true, ..Stand::CENTRED };
    let (plain, balanced) = (set(LONG, Stand::CENTRED, 165.0), set(LONG, stand, 165.0));
    assert_eq!(plain.len(), balanced.len());
    let spread = |lines: &[Arc<Line>]| {
        let widths = lines.iter().map(|line| line.width());
        widths.clone().fold(0.0, f32::max) - widths.fold(f32::MAX, f32::min)
    };
    assert!(spread(&balanced) < spread(&plain));
    for line in &balanced {
        assert!(((line.left + line.right) / 2.0 - 82.5).abs() < 0.05, "centred: {line:?}");
    }
}

#[test]
fn blanks_to_write_in_keep_their_room_and_are_copied_as_spaces() {
    let blank = set("Số: \u{a0}\u{a0}\u{a0}\u{a0}/KH", Stand::PLAIN, 165.0);
    let without = set("Số: /KH", Stand::PLAIN, 165.0);
    assert!(blank[0].width() > without[0].width() + 3.0);
    assert_eq!(words(&blank), ["Số:     /KH"]);
}
