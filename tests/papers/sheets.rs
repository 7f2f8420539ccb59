//! Tally sheets: one set for each evening, every QR read from the printed page.

use std::collections::BTreeMap;

use crate::made::{self, EVENINGS};
use crate::pdf::{pages, words};
use crate::picture;

/// The code as it is printed large: `482-1937`.
fn code(page: &str) -> String {
    let codes: Vec<&str> = page
        .split_whitespace()
        .filter(|w| w.len() == 8 && w.as_bytes()[3] == b'-' && w.bytes().filter(u8::is_ascii_digit).count() == 7)
        .collect();
    assert!(!codes.is_empty() && codes.iter().all(|c| *c == codes[0]), "one code on a page, not {codes:?}: {page}");
    codes[0].to_owned()
}

#[test]
fn every_evening_has_its_set_with_area_team_and_number() {
    let pages = pages(&made::sheets().1);
    assert_eq!(pages.len(), 22 * 7 + 1);
    let mut sets: BTreeMap<u32, Vec<&String>> = BTreeMap::new();
    for page in &pages {
        let evening = EVENINGS.iter().find(|(day, _)| page.contains(&format!(" {day:02}/11/2024, 19h30 – 21h30")));
        let Some((day, area)) = evening else {
            assert!(page.contains("PHIẾU TỰ BÁO CÁO") && page.contains("Hyundai Hillstate"), "{page}");
            assert!(page.contains("hạn gửi 29/11/2024"), "{page}");
            continue;
        };
        assert!(page.contains(area), "{area}: {page}");
        assert!(page.contains("Mẫu phiếu số 1"), "{page}");
        sets.entry(*day).or_default().push(page);
    }
    assert_eq!(sets.len(), 22);
    for (day, set) in sets {
        let spares = set.iter().filter(|p| p.contains("DỰ PHÒNG")).count();
        assert_eq!((set.len(), spares), (7, 2), "{day}");
        for n in 1..=5 {
            assert!(set.iter().any(|p| p.contains(&format!("· {n}/5"))), "{n} of {day}");
        }
    }
}

#[test]
fn every_code_is_one_of_the_office_and_on_one_page() {
    let (made, path) = made::sheets();
    let mut printed: Vec<String> = pages(path).iter().map(|p| code(p)).collect();
    let mut known = made.office.codes();
    printed.sort();
    known.sort();
    assert_eq!(printed, known);
    printed.dedup();
    assert_eq!(printed.len(), known.len());
}

#[test]
fn every_qr_is_read_and_begins_with_the_printed_code() {
    let path = &made::sheets().1;
    let texts = pages(path);
    // The quarter of the page with the QR, at the resolution of a coarse scan.
    let pictures = picture::parts(path, 100, (400, 0, 427, 330));
    assert_eq!(pictures.len(), texts.len());
    for (picture, text) in pictures.iter().zip(&texts) {
        let found = picture.qrs();
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].bytes().all(|b| b.is_ascii_digit()), "digits only: {}", found[0]);
        assert!(found[0].starts_with(&code(text).replace('-', "")), "{} on {text}", found[0]);
    }
}

#[test]
fn a_photocopied_page_is_still_read() {
    let path = made::invented_sheets();
    let texts = pages(path);
    for (picture, text) in picture::pages_until(path, 150, 3).iter().zip(&texts) {
        let found = picture.photocopied().qrs();
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with(&code(text).replace('-', "")), "{} on {text}", found[0]);
    }
}

#[test]
fn boxes_are_numbered_in_order_down_the_page() {
    let pages = words(&made::sheets().1);
    let numbers: Vec<&str> =
        pages[0].iter().filter(|w| w.left < 24.0 && w.top > 95.0 && w.top < 230.0).map(|w| w.text.as_str()).collect();
    let numbers: Vec<&str> = numbers.into_iter().filter(|t| t.len() == 1).collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
}

#[test]
fn the_sheets_of_an_evening_come_with_one_summary_and_loose_spares_name_no_evening() {
    let pages = pages(made::summaries());
    let with = |words: &str| pages.iter().filter(|p| p.contains(words)).collect::<Vec<_>>();
    let summaries = with("PHIẾU TỔNG HỢP BUỔI");
    assert_eq!((pages.len(), summaries.len()), (5 + 2 + 1 + 2, 1));
    for words in ["09/11/2024, 19h30 – 21h30", "Cầu Đơ 1", "Số phiếu đã cộng", "Cộng các phiếu của buổi"]
    {
        assert!(summaries[0].contains(words), "{words}: {}", summaries[0]);
    }
    let loose = with("DỰ PHÒNG").into_iter().filter(|p| !p.contains("09/11/2024")).count();
    assert_eq!(loose, 2);
}

#[test]
fn two_on_a_page_cut_in_the_middle_each_half_has_its_sheet_with_its_own_qr() {
    let path = made::half_sheets();
    assert_eq!(pages(path).len(), usize::div_ceil(5 + 2, 2));
    let places = words(path);
    for (picture, words) in picture::pages_until(path, 150, 9).iter().zip(&places) {
        for (half, side) in picture.cut(2, 1).iter().zip([0.0..148.5, 148.5..297.0]) {
            let on_it = |w: &&crate::pdf::Word| side.contains(&w.left);
            assert!(words.iter().filter(on_it).all(|w| side.contains(&w.right)), "a word lies over the cut");
            let text: Vec<&str> = words.iter().filter(on_it).map(|w| w.text.as_str()).collect();
            let found = half.photocopied().qrs();
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(found[0].starts_with(&code(&text.join(" ")).replace('-', "")), "{} on {text:?}", found[0]);
        }
    }
}
