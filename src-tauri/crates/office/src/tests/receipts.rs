//! Packets that come back, and the numbers of their receipts.

use domain::sheet::SheetState;
use proptest::prelude::*;

use super::kit::{Ward, code_of};
use super::states::{day, figures};
use crate::ErrorCode;
use crate::receipt::{ListReceipts, ReceiptPdf, ReturnSheets, Returned};
use crate::sheet::WithdrawSheet;
use crate::undo::Undo;

impl Ward {
    fn bring(&mut self, codes: &[&String]) -> crate::Result<Returned> {
        let codes = codes.iter().map(|c| (*c).clone()).collect();
        self.write(ReturnSheets { codes, visit: None, team: None, brought_by: None })
    }
}

fn ward() -> Ward {
    Ward::of("ha-cau-2024")
}

#[test]
fn a_packet_comes_back_whole_and_gets_a_number() {
    let mut ward = ward();
    let (sheets, spares, summary) = ward.numbered(day(9), 3, 1);
    let (visit, team) = ward.visit_on(9);
    let leader = ward.lead(visit, "Nguyễn Văn An");
    ward.key(&sheets[0], figures(1)).expect("keyed before its receipt");
    let packet = ReturnSheets { codes: vec![], visit: Some(visit), team, brought_by: Some(leader) };
    let returned = ward.write(packet.clone()).expect("returned");
    assert_eq!(returned, Returned { number: 1, sheets: 4 });
    assert_eq!(ward.state_of(&sheets[0]), SheetState::Keyed);
    assert_eq!(ward.state_of(&sheets[1]), SheetState::Returned);
    assert_eq!(ward.state_of(&summary), SheetState::Returned);
    assert_eq!(ward.state_of(&spares[0]), SheetState::Spare, "nobody used it");
    assert_eq!(code_of(ward.write(packet)), ErrorCode::NothingToReturn);
    let again = ward.bring(&[&sheets[0]]).expect_err("it is on a receipt");
    assert_eq!(again.code(), ErrorCode::SheetReceipted);
    assert_eq!(ward.bring(&[&spares[0]]).expect("a spare that was used after all").number, 2);
    let rows = ward.office.read(ListReceipts {}).expect("receipts");
    let numbers: Vec<u32> = rows.iter().map(|r| r.number).collect();
    assert_eq!((numbers, rows[1].sheets, rows[1].evenings.clone()), (vec![2, 1], 4, vec![day(9)]));
    assert_eq!(rows[1].brought_by.as_deref(), Some("Nguyễn Văn An"));
    ward.office.make(ReceiptPdf { number: 1 }, &mut |_, _| true).expect("a paper");
    let none = ward.office.make(ReceiptPdf { number: 3 }, &mut |_, _| true);
    assert_eq!(code_of(none), ErrorCode::NoReceipt);
}

#[test]
fn a_lost_sheet_that_is_brought_is_lost_no_more() {
    let mut ward = ward();
    let (sheets, ..) = ward.numbered(day(9), 1, 0);
    let lose = crate::sheet::LoseSheet { code: sheets[0].clone(), reason: "Rơi".into() };
    ward.write(lose).expect("lost");
    ward.bring(&[&sheets[0]]).expect("here it is");
    let view = ward.open_sheet(&sheets[0]).expect("a sheet");
    assert_eq!((view.state, view.state_because), (SheetState::Returned, None));
}

#[test]
fn a_receipt_is_not_taken_back() {
    let mut ward = ward();
    let (sheets, ..) = ward.numbered(day(9), 1, 0);
    let codes = vec![sheets[0].clone()];
    let written = ward.office.write(ReturnSheets { codes, visit: None, team: None, brought_by: None }).expect("back");
    assert!(written.undo.is_none(), "its number is given once");
    let entry = ward.office.view().journal_head().expect("a head").0;
    assert_eq!(code_of(ward.write(Undo { entry })), ErrorCode::NotUndoable);
}

#[test]
fn a_void_sheet_keeps_the_whole_packet_back_in_words() {
    let mut ward = ward();
    let (sheets, ..) = ward.numbered(day(9), 2, 0);
    ward.write(WithdrawSheet { code: sheets[1].clone(), reason: "In thừa".into() }).expect("withdrawn");
    assert_eq!(code_of(ward.bring(&[&sheets[0], &sheets[1]])), ErrorCode::SheetWithdrawn);
    assert_eq!(ward.state_of(&sheets[0]), SheetState::Printed, "nothing came back");
    assert!(ward.office.read(ListReceipts {}).expect("receipts").is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    /// Whatever is brought and refused, numbers count up without a gap and no sheet is on two receipts.
    #[test]
    fn numbers_count_up_without_a_gap(packets in prop::collection::vec(prop::collection::vec(0usize..10, 0..5), 1..12)) {
        let mut ward = ward();
        let (sheets, ..) = ward.numbered(day(9), 10, 0);
        let mut last = 0;
        for packet in packets {
            let codes: Vec<&String> = packet.iter().map(|n| &sheets[*n]).collect();
            if let Ok(returned) = ward.bring(&codes) {
                last += 1;
                prop_assert_eq!(returned.number, last);
            }
        }
        let rows = ward.office.read(ListReceipts {}).expect("receipts");
        let numbers: Vec<u32> = rows.iter().rev().map(|r| r.number).collect();
        prop_assert_eq!(numbers, (1..=last).collect::<Vec<u32>>());
        let back = ward.sheets_of(day(9)).iter().filter(|s| s.state == SheetState::Returned).count();
        prop_assert_eq!(rows.iter().map(|r| r.sheets as usize).sum::<usize>(), back);
    }
}
