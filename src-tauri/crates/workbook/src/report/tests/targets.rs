//! Any number of targets of any kind, and boxes of the office's own.

use domain::campaign::{Denominator, Numerator, Target};
use domain::form::{Group, Indicator, Meaning};
use domain::rates::Ledger;
use domain::tally::BoxNo;

use super::kit::{day, report};
use super::read_back::{Book, at, row_of};
use domain::report::Report;

const TARGETS: usize = 5 + 9;

/// A target of every numerator over every denominator that fits it.
fn every_target() -> Vec<Target> {
    let pairs = Numerator::ALL.into_iter().flat_map(|n| Denominator::ALL.map(|d| (n, d))).filter(|(n, d)| d.fits(*n));
    let first = report(0).targets[0].clone();
    pairs
        .zip(1..)
        .map(|((numerator, denominator), n)| Target {
            clause: format!("I.{n}"),
            numerator,
            denominator,
            ..first.clone()
        })
        .collect()
}

fn agrees_with_the_ledger(report: &Report) {
    let mut book = Book::of(report);
    let (sheet, cover) = (book.sheet("Theo địa bàn"), book.sheet("Bìa"));
    let ledger = Ledger::of(&report.book, domain::rates::Period::until(report.period.to));
    let shown = |n: Option<u64>| n.map_or_else(|| "–".to_owned(), |n| n.to_string());
    let numerators = row_of(&cover, "Tử số");
    for (n, target) in report.targets.iter().enumerate() {
        for area in &report.book.areas {
            let (row, rate) = (row_of(&sheet, &area.name), ledger.area_rate(target, area.id));
            assert_eq!(at(&sheet, row, TARGETS + 3 * n), shown(rate.numerator), "{target:?} {}", area.name);
            assert_eq!(at(&sheet, row, TARGETS + 3 * n + 1), shown(rate.denominator), "{target:?} {}", area.name);
        }
        let ward = ledger.ward_rate(target);
        assert_eq!(at(&cover, numerators, n + 1), shown(ward.numerator), "{target:?}");
        assert_eq!(at(&cover, numerators + 1, n + 1), shown(ward.denominator), "{target:?}");
    }
}

#[test]
fn every_kind_of_target_is_in_the_report_and_agrees_with_the_ledger() {
    let mut report = report(150);
    report.targets = every_target();
    assert_eq!(report.targets.len(), 12);
    agrees_with_the_ledger(&report);
    report.period.from = Some(day(5));
    agrees_with_the_ledger(&report);
}

#[test]
fn a_report_without_targets_has_its_counts() {
    let mut report = report(150);
    report.targets.clear();
    let mut book = Book::of(&report);
    assert!(book.sheet("Bìa").rows().flatten().all(|c| !c.to_string().contains("Chỉ tiêu")));
    row_of(&book.sheet("Theo địa bàn"), "Tổng cộng");
}

#[test]
fn an_own_box_is_listed_sheet_by_sheet_and_added_up_nowhere() {
    let mut report = report(150);
    report.book.forms[0].indicators.push(Indicator {
        no: BoxNo::number(12),
        label: "Xin tờ rơi".into(),
        group: Group::People,
        meaning: Meaning::Own,
        help: None,
        control: false,
        width: None,
    });
    let keyed = report.book.sheets.iter_mut().find(|k| !k.tally.is_empty()).expect("a keyed sheet");
    keyed.tally.set(BoxNo::number(12), Some(777));
    let code = keyed.sheet.code.to_string();
    let mut book = Book::of(&report);
    let sheet = book.sheet("Phiếu");
    let heading = row_of(&sheet, "[12] Xin tờ rơi");
    let column = (0..sheet.width()).find(|c| at(&sheet, heading, *c) == "[12] Xin tờ rơi").expect("a column");
    assert_eq!(at(&sheet, row_of(&sheet, &code), column), "777");
    for page in ["Theo địa bàn", "Theo ngày", "Theo buổi và tổ"] {
        let texts: Vec<String> = book.sheet(page).rows().flatten().map(ToString::to_string).collect();
        assert!(texts.iter().all(|text| !text.contains("Xin tờ rơi") && text != "777"), "{page}");
    }
}
