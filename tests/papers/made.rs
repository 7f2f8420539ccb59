//! The papers of the two samples, each made once for all tests of this program.

use std::path::PathBuf;
use std::sync::OnceLock;

use product_tests::{Office, RunExt};

pub(crate) const HA_CAU: &str = "ha-cau-2024";
pub(crate) const MINH_HOA: &str = "minh-hoa";
/// What the second sample says of itself on every paper.
pub(crate) const INVENTED: &str = "SỐ LIỆU MINH HỌA - KHÔNG PHẢI SỐ LIỆU THẬT";

/// The 22 evenings of the reference plan, day of November 2024 and area.
pub(crate) const EVENINGS: [(u32, &str); 22] = [
    (9, "Cầu Đơ 1"),
    (10, "Cầu Đơ 3"),
    (11, "Cầu Đơ 4"),
    (12, "Cầu Đơ 4"),
    (13, "Cầu Đơ 5"),
    (14, "Hà Trì 1"),
    (15, "Hà Trì 1"),
    (16, "Hà Trì 2"),
    (17, "Hà Trì 3"),
    (18, "Hà Trì 4"),
    (19, "Hà Trì 5"),
    (20, "1 Ngô Thì Nhậm"),
    (21, "2 Ngô Thì Nhậm"),
    (22, "3 Ngô Thì Nhậm"),
    (23, "4 Ngô Thì Nhậm"),
    (24, "5 Ngô Thì Nhậm"),
    (25, "1 Tô Hiệu"),
    (26, "1 Tô Hiệu"),
    (27, "Chung cư Phú Thịnh"),
    (28, "Chung cư Phú Thịnh"),
    (29, "Khu nhà ở Cảnh sát biển"),
    (30, "Khu nhà ở Cảnh sát biển"),
];

/// The office file of a sample and the papers beside it.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) office: Office,
}

impl Made {
    fn of(sample: &str) -> Self {
        Self { office: Office::of_sample(sample) }
    }

    /// Makes a paper unless it is there. `words` are the verb and its options.
    pub(crate) fn paper(&self, name: &str, words: &[&str]) -> PathBuf {
        let target = self.office.file(name);
        self.office.run(words[0]).args(&words[1..]).arg("-o").arg(&target).done();
        target
    }
}

fn once(cell: &'static OnceLock<(Made, PathBuf)>, sample: &str, name: &str, words: &[&str]) -> &'static PathBuf {
    let (_, path) = cell.get_or_init(|| {
        let made = Made::of(sample);
        let path = made.paper(name, words);
        (made, path)
    });
    path
}

macro_rules! paper {
    ($name:ident, $sample:expr, $file:expr, $($word:expr),+) => {
        pub(crate) fn $name() -> &'static PathBuf {
            static MADE: OnceLock<(Made, PathBuf)> = OnceLock::new();
            once(&MADE, $sample, $file, &[$($word),+])
        }
    };
}

paper!(plan, HA_CAU, "ke-hoach.pdf", "plan");
paper!(plan_word, HA_CAU, "ke-hoach.docx", "plan");
paper!(long_plan, MINH_HOA, "ke-hoach.pdf", "plan");
paper!(long_plan_word, MINH_HOA, "ke-hoach.docx", "plan");
paper!(invented_sheets, MINH_HOA, "phieu.pdf", "sheets", "--evening", "2024-11-04");
paper!(summaries, HA_CAU, "phieu-tong-hop.pdf", "sheets", "--evening", "2024-11-09", "--summary", "--loose", "2");
paper!(half_sheets, HA_CAU, "phieu-a5.pdf", "sheets", "--evening", "2024-11-09", "--summary", "--format", "2xa5");
paper!(cards, HA_CAU, "the-to.pdf", "cards");
paper!(small_cards, MINH_HOA, "the-to.pdf", "cards", "--evening", "2024-11-04", "--format", "a6", "--names");
paper!(flyers_a4, HA_CAU, "to-roi.pdf", "flyers", "--format", "a4");
paper!(flyers_a5, HA_CAU, "to-roi.pdf", "flyers", "--format", "a5");
paper!(flyers_a6, HA_CAU, "to-roi.pdf", "flyers", "--format", "a6");
paper!(invented_flyers_a4, MINH_HOA, "to-roi.pdf", "flyers", "--format", "a4");
paper!(invented_flyers_a5, MINH_HOA, "to-roi.pdf", "flyers", "--format", "a5");
paper!(invented_flyers_a6, MINH_HOA, "to-roi.pdf", "flyers", "--format", "a6");

/// The sheets of the reference plan with their office, which knows their codes.
pub(crate) fn sheets() -> &'static (Made, PathBuf) {
    static MADE: OnceLock<(Made, PathBuf)> = OnceLock::new();
    MADE.get_or_init(|| {
        let made = Made::of(HA_CAU);
        let path = made.paper("phieu.pdf", &["sheets"]);
        (made, path)
    })
}

/// Every kind of paper as PDF.
pub(crate) fn all() -> Vec<&'static PathBuf> {
    vec![
        plan(),
        long_plan(),
        crate::chase::letter(),
        crate::slips::slips(),
        crate::slips::receipt(),
        summaries(),
        &sheets().1,
        invented_sheets(),
        half_sheets(),
        cards(),
        small_cards(),
        flyers_a4(),
        flyers_a5(),
        flyers_a6(),
        invented_flyers_a4(),
        invented_flyers_a5(),
        invented_flyers_a6(),
    ]
}
