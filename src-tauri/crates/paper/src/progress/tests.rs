use domain::NaiveDate;
use domain::campaign::{Denominator, Numerator};
use domain::form::Meaning;
use domain::ids::{AreaId, TargetId};
use domain::progress::{DoneOf, HeatTable, Ranking, SelfReport, SheetsDue};

use super::*;

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, d).expect("a day")
}

fn rate(n: u64, d: u64, percent: f64) -> RateView {
    RateView { numerator: Some(n), denominator: Some(d), percent: Some(percent), over_100: false, among_met: true }
}

fn of_target(id: i64, name: &str, rate: RateView) -> TargetProgress {
    let need = Need {
        goal: 6_118,
        more: 2_276,
        visits_left: 14,
        per_visit: Some(163),
        pace: Some(141.0),
        visits_with_figures: 8,
        factor: Some(1.2),
    };
    TargetProgress {
        id: TargetId(id),
        clause: "I.2".into(),
        name: name.into(),
        counts: Numerator::Installed,
        of: Denominator::Smartphone15,
        numerator_word: Numerator::Installed.word().into(),
        denominator_word: Denominator::Smartphone15.word().into(),
        unit: "người".into(),
        sentence: String::new(),
        goal: 50,
        by: day(30),
        rate,
        base_from: None,
        base_to: None,
        left_out: vec![],
        range: None,
        need: Some(need),
        trend: vec![],
        week: None,
        campaign: None,
    }
}

fn of_area(n: usize, targets: usize) -> AreaProgress {
    AreaProgress {
        id: AreaId(i64::try_from(n).expect("few")),
        name: format!("Khu nhà ở Cảnh sát biển {n}"),
        cells: vec![],
        count: None,
        rates: vec![if n.is_multiple_of(3) { RateView::default() } else { rate(120, 400, 30.0) }; targets],
        ranges: vec![None; targets],
        self_report: (n == 7).then_some(SelfReport { due: Some(day(29)), as_of: None, late: false }),
        stages: vec![],
        reasons: vec![],
        expected: 12,
        returned: 9,
    }
}

fn progress(areas: usize, targets: usize) -> Progress {
    let names = ["Cài đặt", "Biết, cài đặt, tạo tài khoản", "Kích hoạt", "Gặp hộ"];
    let one = |n: usize| of_target(i64::try_from(n).expect("few"), names[n], rate(3_842, 12_236, 31.4));
    Progress {
        title: "Cài đặt iHanoi".into(),
        starts_on: day(9),
        ends_on: day(30),
        as_of: day(16),
        today: day(17),
        illustration: Some("số liệu minh họa".into()),
        visits: DoneOf { done: 8, all: 22 },
        evenings: DoneOf { done: 8, all: 22 },
        sheets: SheetsDue { expected: 101, returned: 90, missing: 11, missing_of: 3, unkeyed: 0 },
        targets: (0..targets).map(one).collect(),
        heat: HeatTable {
            meaning: Meaning::InstalledTonight,
            words: String::new(),
            days: vec![],
            most: None,
            areas: (1..=areas).map(|n| of_area(n, targets)).collect(),
        },
        stages: vec![],
        reasons: vec![],
        missing: vec![],
        ranking: Ranking::default(),
    }
}

fn words(progress: &Progress) -> String {
    let section = section("UBND phường Hà Cầu", "Tiến độ đến hết ngày 16/11/2024", progress);
    let mut words = String::new();
    for block in section.head.first.iter().chain(&section.blocks) {
        if let Block::Paragraph(paragraph) = block {
            words.push_str(&paragraph.text());
            words.push('\n');
        }
    }
    words.replace('\u{a0}', " ")
}

#[test]
fn a_ward_of_eighteen_areas_is_one_page_the_same_every_time() {
    let made = progress_pdf("UBND phường Hà Cầu", &progress(18, 2)).expect("a paper");
    assert_eq!(crate::pages(&made).expect("a PDF"), 1);
    assert_eq!(made, progress_pdf("UBND phường Hà Cầu", &progress(18, 2)).expect("again"));
    let many = progress_pdf("UBND phường Hà Cầu", &progress(120, 2)).expect("a paper");
    assert!(crate::pages(&many).expect("a PDF") > 1, "nothing is left out");
}

#[test]
fn every_rate_names_what_it_counts_and_invented_figures_say_so() {
    let words = words(&progress(18, 2));
    for said in [
        "Số liệu minh họa",
        "Đã qua 8/22 buổi; nhận về 90/101 phiếu đến hạn, còn thiếu 11 phiếu ở 3 nơi.",
        "I.2 Cài đặt: 31,4 %. Số người đã cài đặt 3.842 (nơi chưa có số đã cài từ trước chỉ đếm trong số người đã gặp) trên 12.236 người từ 15 tuổi trở lên dùng điện thoại thông minh; chỉ tiêu từ 50 % đến ngày 30/11/2024.",
        "Cần thêm 2.276 người: 163 mỗi buổi trong 14 buổi còn lại (đang đạt 141 mỗi buổi).",
    ] {
        assert!(words.contains(said), "{said}\n{words}");
    }
}

#[test]
fn what_is_not_known_is_blank() {
    let mut unknown = progress(2, 1);
    unknown.targets[0] = TargetProgress { rate: RateView::default(), need: None, ..unknown.targets[0].clone() };
    let said = words(&unknown);
    assert!(said.contains("chưa tính được tỷ lệ. Chưa có số liệu; chỉ tiêu từ 50 %"), "{said}");
    assert!(!said.contains("0 %."), "{said}");
    progress_pdf("UBND xã Thanh Oai", &unknown).expect("a paper");
}

#[test]
fn more_targets_than_have_room_show_their_rates() {
    for targets in 0..=4 {
        progress_pdf("UBND phường Hà Cầu", &progress(18, targets)).expect("a paper");
    }
}
