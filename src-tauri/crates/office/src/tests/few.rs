//! Questions about few sheets are answered from few: what they say is what the whole list says.

use std::collections::BTreeMap;

use domain::sheet::SheetKind;

use super::kit::Ward;
use crate::search::{HitKind, Search};
use crate::sheet::{BoxEntry, ListSheets, LoseSheet, NumberSelfReport, NumberSheets, SetBoxes, SheetRow};
use crate::visit::ListVisits;

/// The campaign with sheets of every kind, some keyed, one lost.
fn ward() -> (Ward, Vec<SheetRow>) {
    let mut ward = Ward::of("ha-cau-2024");
    let set = NumberSheets { count: 3, spare: 2, summary: true, loose: 4, ..NumberSheets::default() };
    ward.office.write(set).expect("sheets");
    let rows = ward.office.read(ListSheets::default()).expect("sheets");
    for row in rows.iter().filter(|r| r.kind == SheetKind::Regular).take(7) {
        let boxes = vec![BoxEntry::of(1, 12)];
        ward.office.write(SetBoxes { code: row.code.clone(), boxes, cursor: None }).expect("a box");
    }
    let lost = rows.iter().rfind(|r| r.kind == SheetKind::Regular).expect("a sheet").code.clone();
    ward.office.write(LoseSheet { code: lost, reason: "mưa".into() }).expect("it is lost");
    let rows = ward.office.read(ListSheets::default()).expect("sheets");
    (ward, rows)
}

#[test]
fn a_sheet_is_found_by_the_first_digits_of_its_code_in_the_order_of_the_list() {
    let (ward, rows) = ward();
    let found = |query: &str| -> Vec<String> {
        let hits = ward.office.read(Search { query: query.into() }).expect("hits");
        hits.into_iter().filter(|h| h.kind == HitKind::Sheet).map(|h| h.target).collect()
    };
    for length in [3, 4, 7] {
        let digits: String = rows[9].code.chars().filter(char::is_ascii_digit).take(length).collect();
        let begins = |row: &&SheetRow| row.code.replace('-', "").starts_with(&digits);
        let listed: Vec<String> = rows.iter().filter(begins).take(8).map(|row| row.code.clone()).collect();
        assert!(listed.contains(&rows[9].code) || listed.len() == 8);
        assert_eq!(found(&digits), listed, "{digits}");
    }
    assert!(found("48219370").is_empty(), "a code has seven digits");
    assert!(found("48").is_empty(), "two digits say nothing");
}

#[test]
fn an_evenings_papers_are_those_of_its_sheets() {
    let (ward, rows) = ward();
    let mut by_evening: BTreeMap<_, [u32; 3]> = BTreeMap::new();
    for row in &rows {
        let Some(on) = row.on else { continue };
        let [sheets, spares, returned] = by_evening.entry((on, row.area)).or_default();
        *sheets += u32::from(row.kind == SheetKind::Regular);
        *spares += u32::from(row.kind == SheetKind::Spare);
        *returned += u32::from(row.kind != SheetKind::Summary && row.state.is_back());
    }
    let schedule = ward.office.read(ListVisits {}).expect("a schedule");
    let told = schedule.visits.iter().map(|v| ((v.on, Some(v.area)), [v.sheets, v.spares, v.returned]));
    assert_eq!(told.collect::<BTreeMap<_, _>>(), by_evening);
    assert_eq!(by_evening.values().map(|[.., returned]| returned).sum::<u32>(), 7);
}

#[test]
fn one_evening_is_numbered_as_among_all() {
    let (mut ward, rows) = ward();
    let on = rows[0].on;
    let set = |count| NumberSheets { evening: on, count, spare: 2, summary: true, loose: 0 };
    let again = ward.office.write(set(3)).expect("nothing to do").answer;
    let kept = rows.iter().filter(|r| r.on == on).count();
    assert_eq!((again.made, again.kept), (0, crate::book::count(kept)));
    let more = ward.office.write(set(4)).expect("a sheet more for each team").answer;
    assert!(more.made > 0);
    let grown = ward.office.read(ListSheets::default()).expect("sheets");
    assert_eq!(grown.len(), rows.len() + more.made as usize);
    assert!(grown.iter().filter(|r| r.on == on && r.kind == SheetKind::Regular).all(|r| r.of == 4));
}

#[test]
fn an_areas_own_sheet_is_numbered_once() {
    let (mut ward, rows) = ward();
    let own: Vec<&SheetRow> = rows.iter().filter(|r| r.kind == SheetKind::SelfReport).collect();
    assert!(!own.is_empty(), "the sample has an area that reports by itself");
    for row in own {
        let area = row.area.expect("its area");
        let code = ward.office.write(NumberSelfReport { area }).expect("its code").answer;
        assert_eq!(code, row.code);
    }
    assert_eq!(ward.office.read(ListSheets::default()).expect("sheets").len(), rows.len());
}
