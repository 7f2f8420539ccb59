use domain::estimate::Basis;
use domain::ids::CostLineId;
use store::journal::replayed_dump;

use super::kit::{Ward, code_of};
use crate::ErrorCode;
use crate::cost::{CostForm, CostSheet, ListCosts, OrderCostLines, PutCostLine, RemoveCostLine};
use crate::undo::Undo;

fn costs(ward: &Ward) -> CostSheet {
    ward.office.read(ListCosts {}).expect("costs")
}

fn put(ward: &mut Ward, line: CostForm) -> CostLineId {
    ward.office.write(PutCostLine { id: None, line }).expect("a line").answer
}

fn leaflets() -> CostForm {
    CostForm {
        name: "Tờ rơi".into(),
        unit: "tờ".into(),
        basis: Basis::Household,
        per_hundred: 100,
        spare_percent: 5,
        unit_price: Some(350),
    }
}

#[test]
fn usual_lines_are_offered_without_prices_until_they_are_there() {
    let mut ward = Ward::of("ha-cau-2024");
    let offered = costs(&ward).offered;
    assert!(offered.len() > 3 && offered.iter().all(|l| l.unit_price.is_none()), "a price is the office's to ask");
    for line in offered {
        put(&mut ward, line);
    }
    assert!(costs(&ward).offered.is_empty());
}

#[test]
fn a_quantity_waits_for_the_households_of_every_area() {
    let mut ward = Ward::of("ha-cau-2024");
    put(&mut ward, leaflets());
    put(&mut ward, CostForm { name: "Băng rôn".into(), basis: Basis::Evening, spare_percent: 0, ..leaflets() });
    let known = costs(&ward);
    assert_eq!((known.items[0].quantity, known.total), (None, None), "the sample has no base figures");
    assert!(known.without_households.iter().any(|name| name.contains("Hà Trì 1")), "{:?}", known.without_households);
    assert_eq!((known.items[1].quantity, known.items[1].amount), (Some(22), Some(7_700)), "an evening each");
}

#[test]
fn lines_keep_their_order_and_come_back() {
    let mut ward = Ward::of("ha-cau-2024");
    let first = put(&mut ward, leaflets());
    let second = put(&mut ward, CostForm { name: "Áp phích".into(), basis: Basis::Place, ..leaflets() });
    ward.office.write(OrderCostLines { ids: vec![second, first] }).expect("ordered");
    let ids = |ward: &Ward| costs(ward).items.iter().map(|i| i.line.id).collect::<Vec<_>>();
    assert_eq!(ids(&ward), [second, first]);
    for wrong in [vec![first], vec![first, first], vec![first, second, CostLineId(99)]] {
        assert_eq!(code_of(ward.office.write(OrderCostLines { ids: wrong })), ErrorCode::Missing);
    }
    let removed = ward.office.write(RemoveCostLine { id: second }).expect("removed");
    assert_eq!(ids(&ward), [first]);
    ward.office.write(Undo { entry: removed.undo.expect("an entry") }).expect("taken back");
    assert_eq!(ids(&ward), [second, first]);
    let view = ward.office.view();
    assert_eq!(replayed_dump(&view).expect("a replay"), view.dump().expect("a dump"));
}

#[test]
fn a_line_that_counts_nothing_is_refused() {
    let mut ward = Ward::of("ha-cau-2024");
    for (line, code) in [
        (CostForm { name: " ".into(), ..leaflets() }, ErrorCode::Blank),
        (CostForm { unit: String::new(), ..leaflets() }, ErrorCode::Blank),
        (CostForm { name: "ờ".repeat(200), ..leaflets() }, ErrorCode::TooLong),
        (CostForm { per_hundred: 0, ..leaflets() }, ErrorCode::NumberOutOfRange),
        (CostForm { spare_percent: 101, ..leaflets() }, ErrorCode::NumberOutOfRange),
        (CostForm { unit_price: Some(u64::MAX), ..leaflets() }, ErrorCode::NumberOutOfRange),
    ] {
        assert_eq!(code_of(ward.office.write(PutCostLine { id: None, line: line.clone() })), code, "{line:?}");
    }
    let free = CostForm { unit_price: Some(0), ..leaflets() };
    put(&mut ward, free);
    assert_eq!(costs(&ward).items[0].line.unit_price, Some(0), "given for nothing is a price");
}
