//! The page of schools, read back.

use domain::ids::{UnitId, UnitIndicatorId};
use domain::report::Report;
use domain::unit::{ReportingUnit, UnitBook, UnitFigure, UnitIndicator};

use super::kit::{day, report};
use super::read_back::{Book, at, row_of};

fn schools() -> UnitBook {
    let unit = |id, name: &str| ReportingUnit { id: UnitId(id), name: name.into(), due_on: None, contact: None };
    let indicator = |id, label: &str| UnitIndicator { id: UnitIndicatorId(id), label: label.into() };
    let figure = |unit, indicator, on, people, done| UnitFigure {
        unit: UnitId(unit),
        indicator: UnitIndicatorId(indicator),
        as_of: day(on),
        people,
        done,
    };
    UnitBook {
        units: vec![unit(1, "Trường Tiểu học A"), unit(2, "Trường THCS B")],
        indicators: vec![indicator(1, "Giáo viên"), indicator(2, "Phụ huynh")],
        figures: vec![
            figure(1, 1, 3, Some(40), Some(20)),
            figure(1, 1, 6, Some(40), Some(30)),
            figure(2, 1, 5, Some(25), None),
            // After the period.
            figure(2, 2, 25, Some(700), Some(500)),
        ],
    }
}

#[test]
fn schools_have_a_page_of_their_own_and_move_no_other() {
    let without = report(150);
    let with = Report { schools: schools(), ..without.clone() };
    let (mut before, mut after) = (Book::of(&without), Book::of(&with));
    for page in ["Bìa", "Theo địa bàn", "Theo ngày", "Theo buổi và tổ", "Số liệu nền"] {
        assert_eq!(before.sheet(page), after.sheet(page), "{page}");
    }
    let page = after.sheet("Trường học");
    let row = row_of(&page, "Trường Tiểu học A");
    let cells = |row| (2..6).map(|column| at(&page, row, column)).collect::<Vec<_>>();
    assert_eq!(cells(row), ["40", "30", "", ""], "the latest counts, blank is not zero");
    assert_eq!(cells(row + 1), ["25", "", "", ""], "what came after the period is not in it");
    assert_eq!(cells(row + 2), ["65", "30", "–", "–"]);
}
