//! The letter that asks for what is owed (NĐ 30/2020, Phụ lục I and III, mẫu 1.5).

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, FixedOffset};
use office::chase::{ChaseDocx, ChasePdf};
use office::{Made, Outside, System};
use product_tests::Office;

use crate::pdf::{info, pages, squeezed, words};
use crate::word::{counted, printed};

/// The morning of 29/11/2024: the news is silent, the last day of Hillstate has come.
#[derive(Debug)]
struct Morning;

impl Outside for Morning {
    fn now(&self) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2024-11-29T08:00:00+07:00").expect("a time of the test")
    }

    fn fill(&self, bytes: &mut [u8]) {
        System.fill(bytes);
    }
}

fn letters() -> &'static (Office, PathBuf, PathBuf) {
    static MADE: OnceLock<(Office, PathBuf, PathBuf)> = OnceLock::new();
    MADE.get_or_init(|| {
        let office = Office::of_sample("ha-cau-2024");
        let open = office::Office::open(&office.path, Arc::new(Morning)).expect("it opens").office;
        let kept = |made: office::Result<Made>, name: &str| {
            let path = office.file(name);
            std::fs::write(&path, made.expect("a letter").bytes).expect("it is written");
            path
        };
        let pdf = kept(open.make(ChasePdf {}, &mut |_, _| true), "don-doc.pdf");
        let docx = kept(open.make(ChaseDocx {}, &mut |_, _| true), "don-doc.docx");
        (office, pdf, docx)
    })
}

pub(crate) fn letter() -> &'static PathBuf {
    &letters().1
}

#[test]
fn it_has_the_form_of_a_letter() {
    let pages = pages(letter());
    let text = squeezed(&pages.join(" "));
    for words in [
        "ỦY BAN NHÂN DÂN",
        "PHƯỜNG HÀ CẦU",
        "/UBND-VP",
        "V/v đôn đốc thực hiện nhiệm vụ",
        "Kính gửi:",
        "- Bộ phận Văn hóa - Thông tin, Đài truyền thanh;",
        "- Cụm chung cư Hyundai Hillstate.",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT, VP.",
        "KT. CHỦ TỊCH",
        "Nguyễn Minh Hạnh",
    ] {
        assert!(text.contains(&squeezed(words)), "{words}: {}", pages[0]);
    }
    assert!(!text.contains("CÔNGVĂN"), "a letter has no named type");
    // Number and day are given after signing: until then there is room to write them.
    let line = pages[0].lines().find(|l| l.contains("Số:")).expect("a number");
    let blank = line.split_once("Số:").and_then(|(_, rest)| rest.split_once("/UBND-VP")).expect("a blank").0;
    assert!(blank.len() >= 5 && blank.trim().is_empty(), "{line}");
    assert!(info(letter(), "Title").is_some_and(|t| t.starts_with("V/v đôn đốc")));
}

#[test]
fn it_lists_who_owes_what_since_when() {
    // A column read down, between its edges in mm.
    let column = |left: f32, right: f32| -> String {
        let pages = words(letter());
        pages.iter().flatten().filter(|w| w.left >= left && w.right <= right).map(|w| squeezed(&w.text)).collect()
    };
    let (due, state) = (column(137.0, 162.5), column(162.5, 195.5));
    for words in ["03 ngày 01 lần", "29/11/2024", "30/11/2024"] {
        assert!(due.contains(&squeezed(words)), "{words}: {due}");
    }
    for words in ["Chưa thực hiện lần nào", "Đến hạn hôm nay", "Còn 01 ngày"] {
        assert!(state.contains(&squeezed(words)), "{words}: {state}");
    }
}

#[test]
fn it_keeps_the_decrees_margins() {
    for page in words(letter()) {
        let inside = page.iter().filter(|w| w.foot >= 20.0);
        let (left, right) = inside.fold((f32::MAX, 0.0f32), |(l, r), w| (l.min(w.left), r.max(w.right)));
        assert!((29.8..=35.0).contains(&left) && right <= 195.2, "{left} to {right}");
    }
}

#[test]
fn the_word_file_has_the_words_of_the_pdf() {
    let (_folder, word) = printed(&letters().2);
    assert_eq!(counted(&words(&word)), counted(&words(letter())));
}
