//! What the cover says of second keying, read back.

use domain::verification::{Estimate, Mode};

use super::kit::report;
use super::read_back::{Book, at, row_of};
use domain::report::{Report, Statement};

fn estimate() -> Estimate {
    Estimate {
        sheets: 110,
        boxes: 990,
        twice: 87,
        found: 3,
        drawn: 80,
        found_drawn: 2,
        left: Some(0.44),
        at_most: 9,
        allowed: Some(9),
        waiting: 0,
        more: 0,
        met: true,
    }
}

fn statement(mode: Option<Mode>, estimate: Estimate) -> Option<Statement> {
    let (method, source) = ("cận trên thử".into(), "A và B (2020)".into());
    Some(Statement { mode, estimate, method, source })
}

fn said(verification: Option<Statement>) -> impl FnMut(&str) -> String {
    let cover = Book::of(&Report { verification, ..report(30) }).sheet("Bìa");
    move |label| at(&cover, row_of(&cover, label), 1)
}

#[test]
fn figures_keyed_once_say_so() {
    assert_eq!(said(None)("Đối soát"), "Chưa đối soát: số liệu mới được nhập một lần");
}

#[test]
fn the_estimate_stands_on_the_cover_with_its_method() {
    let mut said = said(statement(Some(Mode::Aimed { ceiling: 10 }), estimate()));
    assert!(said("Đối soát").ends_with("không quá 10 ô sai trong 1.000 ô"));
    assert_eq!(said("Phiếu nhập lần hai"), "87 trong số 110 phiếu đã nhập (79,1\u{a0}%)");
    assert_eq!(said("Ô sai đã tìm và sửa"), "3 trong số 990 ô");
    let left = "Ước khoảng 0,4 ô; với độ tin cậy 95 %, không quá 9 ô, đạt mức cho phép 9 ô";
    assert_eq!(said("Ô sai có thể còn"), left);
    assert_eq!(said("Cách ước tính"), "Cận trên thử; nguồn: A và B (2020)");
}

#[test]
fn a_ceiling_that_is_not_met_is_not_hidden() {
    let open = Estimate { left: None, at_most: 700, allowed: Some(9), met: false, twice: 0, ..estimate() };
    let left = said(statement(Some(Mode::OneIn { n: 10, start: 3 }), open))("Ô sai có thể còn");
    assert!(left.starts_with("Chưa rút phiếu ngẫu nhiên nào") && left.ends_with("chưa đạt mức cho phép 9 ô"), "{left}");
}
