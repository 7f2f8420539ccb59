//! The plan as PDF (NĐ 30/2020, Phụ lục I; `Show` of the customer).

use crate::made::{self, EVENINGS};
use crate::pdf::{Word, info, pages, squeezed, words};

/// Where the schedule's third column begins, in mm.
const AREAS: f32 = 120.0;

/// Words on one line, joined.
fn lines(words: &[Word], from: f32) -> Vec<(f32, String)> {
    let mut lines: Vec<(f32, String)> = Vec::new();
    for word in words.iter().filter(|w| w.left >= from) {
        match lines.last_mut() {
            Some((top, text)) if (*top - word.top).abs() < 0.5 => {
                text.push(' ');
                text.push_str(&word.text);
            }
            _ => lines.push((word.top, word.text.clone())),
        }
    }
    lines
}

/// The evenings of the schedule with their areas: each date belongs to the area nearest to its line.
pub(crate) fn schedule(pages: &[Vec<Word>]) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    for page in pages {
        let areas = lines(page, AREAS);
        for pair in page.windows(2) {
            let (word, date) = (&pair[0], &pair[1]);
            if word.text == "Ngày" && word.left < AREAS && date.text.len() == "09/11/2024".len() {
                let near =
                    |a: &&(f32, String), b: &&(f32, String)| (a.0 - date.top).abs().total_cmp(&(b.0 - date.top).abs());
                let (_, area) = areas.iter().min_by(near).expect("the row has an area");
                rows.push((date.text.clone(), area.clone()));
            }
        }
    }
    rows
}

#[test]
fn all_22_evenings_stand_with_their_areas() {
    let expected: Vec<(String, String)> =
        EVENINGS.iter().map(|(day, area)| (format!("{day:02}/11/2024"), (*area).to_owned())).collect();
    assert_eq!(schedule(&words(made::plan())), expected);
}

#[test]
fn the_header_stands_above_every_part_of_the_table() {
    let pages = words(made::long_plan());
    let rows = schedule(&pages);
    assert!(rows.len() > 60, "{}", rows.len());
    let parts: Vec<&Vec<Word>> = pages
        .iter()
        .filter(|page| page.windows(2).any(|w| w[0].text == "Ngày" && w[1].text.matches('/').count() == 2))
        .collect();
    assert!(parts.len() >= 3, "the table goes over several pages");
    for page in parts {
        let first = page.iter().find(|w| w.text == "Ngày" && w.left < AREAS).expect("a row");
        for heading in ["STT", "Thời", "Địa"] {
            let above = |w: &&Word| w.text == heading && w.foot <= first.top + 1.0;
            assert!(page.iter().rev().find(above).is_some(), "{heading} above {first:?}");
        }
    }
}

#[test]
fn the_text_is_the_wards_own() {
    let text = squeezed(&made_text());
    let source = product_tests::cli::root().join("assets/samples/ha-cau-2024/plan.txt");
    let source = std::fs::read_to_string(source).expect("the sample");
    let mut found = 0;
    for line in source.lines().filter(|l| !l.starts_with("===") && !l.starts_with("{{")) {
        for piece in line.trim_start_matches(['#', '.', '-', ' ']).split("{{").map(|p| p.split("}}").last()) {
            let piece = squeezed(&piece.unwrap_or_default().replace('*', ""));
            assert!(text.contains(&piece), "{piece}");
            found += 1;
        }
    }
    assert!(found > 15, "{found}");
}

/// The text of the body without the numbers in the top margin.
fn made_text() -> String {
    let inside = |w: &&Word| w.top >= 19.0;
    let pages = words(made::plan());
    pages.iter().flatten().filter(inside).map(|w| w.text.clone()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_head_and_the_foot_are_complete_and_blanks_are_left_to_write_in() {
    let pages = pages(made::plan());
    for words in
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN", "PHƯỜNG HÀ CẦU"]
    {
        assert!(pages[0].contains(words), "{words}: {}", pages[0]);
    }
    // The number and the day are given after signing: until then there is room to write them.
    let line = pages[0].lines().find(|l| l.contains("Số:")).expect("a number");
    for (before, after) in [("Số:", "/KH-UBND"), ("ngày", "tháng 11 năm 2024")] {
        let blank = line.split_once(before).and_then(|(_, rest)| rest.split_once(after)).expect("a blank").0;
        assert!(blank.len() >= 5 && blank.trim().is_empty(), "between {before} and {after}: {line}");
    }
    let last = pages.last().expect("a page");
    for words in ["Nơi nhận:", "- Lưu: VT, VP.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Minh Hạnh", "nội dung trên./."]
    {
        assert!(last.contains(words), "{words}: {last}");
    }
    assert_eq!(info(made::plan(), "Pages").as_deref(), Some("5"));
}

#[test]
fn margins_are_inside_the_decrees_ranges() {
    for plan in [made::plan(), made::long_plan()] {
        for (page, n) in words(plan).iter().zip(1..) {
            let (above, inside): (Vec<&Word>, Vec<&Word>) = page.iter().partition(|w| w.foot < 20.0);
            let numbers: Vec<&str> = above.iter().map(|w| w.text.as_str()).collect();
            if n == 1 {
                assert_eq!(numbers, Vec::<&str>::new(), "no number on the first page");
            } else {
                assert_eq!(numbers, [n.to_string()]);
                let middle = (above[0].left + above[0].right) / 2.0;
                assert!((middle - (30.0 + 165.0 / 2.0)).abs() < 0.5, "centred: {middle}");
            }
            let edge = |of: fn(&Word) -> f32, least: bool| {
                let pick = if least { f32::min } else { f32::max };
                inside.iter().map(|w| of(w)).reduce(pick).expect("words")
            };
            // Left 30-35, right 15-20, top and bottom 20-25 (NĐ 30, Phụ lục I, I.2); the last page may end early.
            let left = edge(|w| w.left, true);
            assert!((29.8..=35.0).contains(&left), "page {n}: left {left}");
            let right = 210.0 - edge(|w| w.right, false);
            assert!(right >= 14.8, "page {n}: right {right}");
            let top = edge(|w| w.top, true);
            assert!((19.0..=25.0).contains(&top), "page {n}: top {top}");
            let foot = 297.0 - edge(|w| w.foot, false);
            assert!(foot >= 19.0, "page {n}: bottom {foot}");
        }
    }
}
