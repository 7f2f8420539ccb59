use proptest::prelude::*;

use super::*;

fn line(basis: Basis, per_hundred: u32, spare_percent: u32, unit_price: Option<u64>) -> CostLine {
    CostLine {
        id: CostLineId(1),
        name: "Tờ rơi".into(),
        unit: "tờ".into(),
        basis,
        per_hundred,
        spare_percent,
        unit_price,
    }
}

fn counted() -> Counted {
    Counted {
        areas: vec![("Hà Trì 1".into(), Some(600)), ("Hà Trì 2".into(), Some(400))],
        evenings: 22,
        team_evenings: 25,
        sheets: 110,
        places: 0,
    }
}

#[test]
fn quantities_and_sums_are_exact() {
    let lines = [line(Basis::Household, 100, 5, Some(350)), line(Basis::Sheet, 110, 0, Some(1_000))];
    let made = estimate(&lines, &counted());
    let figures: Vec<_> = made.items.iter().map(|i| (i.quantity, i.amount)).collect();
    assert_eq!(figures, [(Some(1_050), Some(367_500)), (Some(121), Some(121_000))]);
    assert_eq!(made.total, Some(488_500));
}

#[test]
fn an_area_without_households_leaves_quantity_and_total_blank_and_is_named() {
    let mut counted = counted();
    counted.areas.push(("Hà Trì 3".into(), None));
    let lines = [line(Basis::Household, 100, 5, Some(350)), line(Basis::Area, 200, 0, Some(1_000))];
    let made = estimate(&lines, &counted);
    assert_eq!((made.items[0].quantity, made.items[1].amount, made.total), (None, Some(6_000), None));
    assert_eq!(made.without_households, ["Hà Trì 3"]);
    assert!(estimate(&lines[1..], &counted).without_households.is_empty(), "nothing is counted by households");
}

#[test]
fn a_blank_price_is_no_price_of_zero() {
    let lines = [line(Basis::Once, 100, 0, None), line(Basis::Once, 100, 0, Some(0))];
    let made = estimate(&lines, &counted());
    assert_eq!((made.items[0].amount, made.items[1].amount, made.total), (None, Some(0), None));
    assert_eq!(estimate(&[], &counted()).total, None);
}

proptest! {
    #[test]
    fn there_are_never_too_few(n in 0u32..100_000, per_hundred in 1u32..1_000, spare in 0u32..=100) {
        let counted = Counted { areas: vec![("A".into(), Some(n))], ..Counted::default() };
        let made = estimate(&[line(Basis::Household, per_hundred, spare, None)], &counted);
        let quantity = made.items[0].quantity.expect("households are known");
        let needed = u64::from(n) * u64::from(per_hundred) * u64::from(100 + spare);
        prop_assert!(quantity * 10_000 >= needed && quantity.saturating_sub(1) * 10_000 < needed.max(1));
    }
}
