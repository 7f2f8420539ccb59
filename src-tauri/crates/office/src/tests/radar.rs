//! The radar on a real file: what is missing this morning, in whose hands, and asking for it.

use domain::radar::HandsBy;
use domain::sheet::SheetState;

use super::clock;
use super::kit::{Ward, code_of};
use super::states::{day, figures};
use crate::ErrorCode;
use crate::overview::GetOverview;
use crate::radar::{ChaseSlipPdf, GetRadar, GetSheetChase, Radar};
use crate::receipt::ReturnSheets;
use crate::sheet::{HandOut, LoseSheet, NumberSheets};
use crate::visit::CancelVisit;

impl Ward {
    fn radar(&self) -> Radar {
        self.office.read(GetRadar {}).expect("a radar")
    }
}

/// The morning of 10/11: sheets of the 9th are out, and those of every other evening are printed.
fn morning() -> (Ward, Vec<String>, String) {
    let mut ward = Ward::of("ha-cau-2024");
    let all = NumberSheets { evening: None, count: 3, spare: 1, summary: true, loose: 2 };
    ward.write(all).expect("codes");
    let (sheets, _, summary) = ward.numbered(day(9), 3, 1);
    (ward, sheets, summary)
}

#[test]
fn this_morning_last_night_is_missing_and_nothing_else() {
    let (mut ward, sheets, summary) = morning();
    let radar = ward.radar();
    assert_eq!((radar.expected, radar.back, radar.missing, radar.late), (3, 0, 3, 3));
    assert_eq!(ward.office.read(GetOverview {}).expect("an overview").late, 3);
    assert_eq!((radar.packets.len(), radar.evenings.len(), radar.summaries_missing), (1, 1, 1));
    let packet = &radar.packets[0];
    assert_eq!((packet.on, packet.hours, packet.late), (day(9), 10, true), "from 21:30 to 8:00");
    assert_eq!((packet.hands.is_none(), packet.hands_by), (true, HandsBy::Unknown));
    assert_eq!(packet.sheets.iter().map(|s| &s.code).collect::<Vec<_>>(), sheets.iter().collect::<Vec<_>>());
    assert_eq!(packet.summary.as_ref().map(|s| &s.code), Some(&summary));
    ward.key(&sheets[0], figures(1)).expect("keyed");
    ward.write(LoseSheet { code: sheets[1].clone(), reason: "Rơi".into() }).expect("lost");
    let radar = ward.radar();
    assert_eq!((radar.expected, radar.back, radar.missing, radar.lost), (3, 1, 1, 1));
    let (visit, _) = ward.visit_on(9);
    let packet = ReturnSheets { codes: vec![], visit: Some(visit), team: None, brought_by: None };
    ward.write(packet).expect("the rest, and the one keyed before");
    let radar = ward.radar();
    assert_eq!((radar.packets.len(), radar.missing, radar.summaries_missing), (0, 0, 0));
    assert_eq!(code_of(ward.office.read(GetSheetChase::default())), ErrorCode::NothingMissing);
}

#[test]
fn an_evening_called_off_is_not_asked_for() {
    let (mut ward, ..) = morning();
    let (visit, _) = ward.visit_on(9);
    ward.write(CancelVisit { id: visit, reason: Some("mưa bão".into()), confirmed: true }).expect("called off");
    assert!(ward.radar().packets.is_empty());
}

#[test]
fn a_text_and_a_slip_name_the_sheets_and_the_person_and_no_phone() {
    let (mut ward, sheets, summary) = morning();
    let (visit, _) = ward.visit_on(9);
    let leader = ward.lead(visit, "Nguyễn Văn An");
    ward.write(HandOut { evening: Some(day(9)), codes: vec![], holder: None, on: Some(day(9)) }).expect("out");
    let packet = &ward.radar().packets[0];
    assert_eq!((packet.hands.as_ref().map(|h| h.person), packet.hands_by), (Some(leader), HandsBy::Given));
    let texts = ward.office.read(GetSheetChase::default()).expect("texts");
    assert_eq!(texts.len(), 1);
    assert!(texts[0].to.starts_with("ông (bà) Nguyễn Văn An - "), "{}", texts[0].to);
    for code in sheets.iter().chain([&summary]) {
        assert!(texts[0].text.contains(code), "{code}: {}", texts[0].text);
    }
    let only = |evening, visit, person| ward.office.read(GetSheetChase { evening, visit, person });
    assert_eq!(only(Some(day(9)), None, None).expect("the evening"), texts);
    assert_eq!(only(None, Some(visit), Some(leader)).expect("the person"), texts);
    assert_eq!(code_of(only(Some(day(10)), None, None)), ErrorCode::NothingMissing);
    let slips = ward.office.make(ChaseSlipPdf::default(), &mut |_, of| of == 1).expect("a paper");
    assert!(slips.bytes.starts_with(b"%PDF"));
}

#[test]
fn one_person_gets_one_slip_for_several_evenings_and_a_report_that_is_due() {
    let (mut ward, ..) = morning();
    let (visit, _) = ward.visit_on(9);
    ward.lead(visit, "Nguyễn Văn An");
    let ward = clock::on(ward, "2024-12-02");
    let radar = ward.radar();
    assert_eq!(radar.evenings.len(), 22, "the self-report's last day is an evening too");
    assert_eq!(radar.missing, 22 * 3 + 1);
    assert!(radar.packets.windows(2).all(|two| two[0].due <= two[1].due), "the longest awaited first");
    let own: Vec<_> = radar.packets.iter().filter(|p| p.visit.is_none()).collect();
    assert_eq!((own.len(), own[0].on, own[0].missing, own[0].late), (1, day(29), 1, true));
    let texts = ward.office.read(GetSheetChase::default()).expect("texts");
    let areas = radar.packets.iter().map(|p| p.area).collect::<std::collections::BTreeSet<_>>().len();
    assert_eq!(texts.len(), areas, "one for each head, whatever the number of evenings");
}

#[test]
fn a_spare_is_asked_for_once_it_is_used() {
    let (mut ward, ..) = morning();
    ward.write(NumberSheets { evening: Some(day(9)), count: 3, spare: 2, ..Default::default() }).expect("codes");
    let spares: Vec<String> = {
        let rows = ward.sheets_of(day(9));
        rows.into_iter().filter(|s| s.state == SheetState::Spare).map(|s| s.code).collect()
    };
    assert_eq!(ward.radar().expected, 3);
    ward.key(&spares[0], figures(2)).expect("keyed");
    let radar = ward.radar();
    assert_eq!((radar.expected, radar.back, radar.missing), (4, 1, 3));
}
