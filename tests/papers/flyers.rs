//! Flyers: each says the evenings of exactly its area.

use std::path::Path;

use crate::made::{self, EVENINGS};
use crate::pdf::{info, squeezed, words};
use crate::picture;

/// Areas in the order of the schedule, with their days of November.
fn areas() -> Vec<(&'static str, Vec<u32>)> {
    let mut areas: Vec<(&str, Vec<u32>)> = Vec::new();
    for (day, area) in EVENINGS {
        match areas.last_mut() {
            Some((last, days)) if *last == area => days.push(day),
            _ => areas.push((area, vec![day])),
        }
    }
    areas
}

/// The words of each page's first copy, left half or upper left quarter, joined.
fn first_copies(pdf: &Path, size: &str) -> Vec<String> {
    let (right, foot) = match size {
        "a4" => (210.0, 297.0),
        "a5" => (148.5, 210.0),
        _ => (105.0, 148.5),
    };
    let inside = |page: Vec<crate::pdf::Word>| {
        let words: Vec<String> =
            page.into_iter().filter(|w| w.right <= right && w.foot <= foot).map(|w| w.text).collect();
        words.join(" ").replace('\u{a0}', " ")
    };
    words(pdf).into_iter().map(inside).collect()
}

fn reference() -> [(&'static str, &'static Path); 3] {
    [("a4", made::flyers_a4().as_path()), ("a5", made::flyers_a5().as_path()), ("a6", made::flyers_a6().as_path())]
}

#[test]
fn each_area_has_its_page_with_its_own_evenings_only() {
    for (size, pdf) in reference() {
        let pages = first_copies(pdf, size);
        let areas = areas();
        assert_eq!(pages.len(), areas.len(), "{size}");
        for (page, (area, days)) in pages.iter().zip(&areas) {
            assert!(page.contains(area), "{size} {area}: {page}");
            let named: Vec<u32> = (1..=30).filter(|day| page.contains(&format!("{day:02}/11"))).collect();
            assert_eq!(&named, days, "{size} {area}: {page}");
            assert!(page.contains("19 giờ 30 – 21 giờ 30"), "{page}");
        }
    }
}

#[test]
fn each_warns_of_fraud_and_none_promises_what_is_not_confirmed() {
    for (size, pdf) in reference() {
        for page in first_copies(pdf, size) {
            assert!(page.contains("cán bộ không bao giờ hỏi mã OTP, mật khẩu hay thu tiền."), "{page}");
            assert!(!page.contains("Quét") && !page.contains("http"), "{page}");
            assert!(!page.contains("CỘNG HÒA"), "{page}");
        }
    }
}

#[test]
fn every_copy_has_the_confirmed_link_as_qr_and_as_text() {
    const LINK: &str = "https://vi-du.example/cai-dat";
    let all = [
        ("a4", made::invented_flyers_a4(), (1, 1)),
        ("a5", made::invented_flyers_a5(), (2, 1)),
        ("a6", made::invented_flyers_a6(), (2, 2)),
    ];
    for (size, pdf, (across, down)) in all {
        let texts = first_copies(pdf, size);
        assert_eq!(texts.len(), 60, "{size}");
        for text in texts {
            assert!(squeezed(&text).contains(LINK), "{size}: {text}");
            assert!(text.contains("Văn phòng UBND phường Minh Họa"), "{size}: {text}");
        }
        let first = &picture::pages_until(pdf, 150, 1)[0];
        for copy in first.cut(across, down) {
            assert_eq!(copy.qrs(), [LINK], "{size}");
            assert_eq!(copy.photocopied().qrs(), [LINK], "{size} photocopied");
        }
    }
}

#[test]
fn two_a5_lie_on_a_page_across() {
    let size = info(made::flyers_a5(), "Page size").expect("a size");
    assert!(size.starts_with("841.89 x 595.2"), "{size}");
}
