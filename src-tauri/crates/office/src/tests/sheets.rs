//! Sheets out: numbering, handing out, losing, replacing; and what a code or a scan says.

use domain::account::Role;
use domain::ids::{CampaignId, PersonId, SheetId, TeamId, VisitId};
use domain::printing::{Batch, PaperKind, Said, Subject};
use domain::qr::SheetQr;
use domain::sheet::{Sheet, SheetKind, SheetState};
use proptest::prelude::*;

use super::kit::{Morning, Ward, code_of, values_of};
use super::states::{day, figures, staff};
use crate::area::{AreaForm, EditArea, LeaderForm, ListAreas};
use crate::campaign::{ChooseCampaign, ListCampaigns};
use crate::printing::RecordPrinting;
use crate::sheet::{
    AssignSheet, FindSheet, HandOut, LoseSheet, NumberSheets, Numbered, OpenSheet, ReplaceSheet, SheetView, SheetsPdf,
    WithdrawSheet,
};
use crate::undo::Undo;
use crate::visit::MoveVisit;
use crate::{ErrorCode, Office, Result, Write};

impl Ward {
    pub(super) fn write<C: Write>(&mut self, command: C) -> Result<C::Answer> {
        Ok(self.office.write(command)?.answer)
    }

    pub(super) fn open_sheet(&self, code: &str) -> Result<SheetView> {
        self.office.read(OpenSheet { code: code.into() })
    }

    fn lose(&mut self, code: &str) -> Result<SheetView> {
        self.write(LoseSheet { code: code.into(), reason: "Rơi dọc đường".into() })
    }

    fn replace(&mut self, code: &str, by: &str, reason: Option<&str>) -> Result<SheetView> {
        self.write(ReplaceSheet { code: code.into(), by: by.into(), reason: reason.map(str::to_owned) })
    }

    /// Everything the file holds, to see that a refusal changed nothing.
    fn dump(&self) -> String {
        self.office.view().dump().expect("a dump")
    }

    /// Names the head of the area of an evening.
    pub(super) fn lead(&mut self, visit: VisitId, name: &str) -> PersonId {
        let area = self.office.view().get_visit(visit).expect("a visit").area;
        let row = self.office.read(ListAreas {}).expect("areas").into_iter().find(|a| a.id == area).expect("its area");
        let leader = Some(LeaderForm { name: name.into(), phone: None, correction: None });
        let (kind, cluster) = (row.kind, row.cluster);
        let form =
            AreaForm { name: row.name, kind, cluster, leader, self_report_due: row.self_report_due, accept_near: None };
        self.write(EditArea { id: area, area: form }).expect("a leader");
        self.office.view().get_area(area).expect("the area").leader.expect("a leader")
    }

    pub(super) fn visit_on(&self, d: u32) -> (VisitId, Option<TeamId>) {
        let view = self.office.view();
        let campaign = view.get_campaign().expect("a campaign").id;
        let visit = view.list_visits(campaign).expect("visits").into_iter().find(|v| v.on == day(d)).expect("a visit");
        (visit.id, visit.teams.first().copied())
    }

    pub(super) fn loose(&mut self, loose: u32) -> Numbered {
        self.write(NumberSheets { evening: Some(day(9)), count: 2, spare: 1, summary: true, loose }).expect("codes")
    }

    fn loose_codes(&self) -> Vec<String> {
        let view = self.office.view();
        let sheets = view.list_sheets(view.get_campaign().expect("a campaign").id).expect("sheets");
        sheets.into_iter().filter(Sheet::is_loose).map(|s| s.code.to_string()).collect()
    }

    fn qr_of(&self, code: &str) -> SheetQr {
        let view = self.office.view();
        let sheet = view.sheet_of(code).expect("a sheet");
        SheetQr {
            code: sheet.code,
            campaign: view.get_campaign().expect("a campaign").id,
            visit: sheet.visit,
            team: sheet.team,
            n: sheet.n,
            of: sheet.of,
            form_version: 1,
        }
    }

    fn text_of(&self, qr: &SheetQr) -> String {
        qr.text(&self.office.view().key().expect("a key")).expect("it fits")
    }
}

fn ward() -> Ward {
    Ward::of("ha-cau-2024")
}

#[test]
fn each_evening_has_one_summary_and_the_campaign_its_loose_spares() {
    let mut ward = ward();
    let (sheets, spares, summary) = ward.numbered(day(9), 2, 1);
    assert_eq!((sheets.len(), spares.len()), (2, 1));
    let view = ward.open_sheet(&summary).expect("the summary");
    assert_eq!((view.kind, view.state, view.on), (SheetKind::Summary, SheetState::Printed, Some(day(9))));
    assert_eq!(ward.loose(0), Numbered { made: 0, kept: 4 }, "a second run changes nothing");
    assert_eq!(ward.loose(3), Numbered { made: 3, kept: 4 });
    let loose = ward.loose_codes();
    let view = ward.open_sheet(&loose[2]).expect("a loose spare");
    assert!(view.loose && view.on.is_none());
    assert_eq!((view.n, view.of, view.state), (3, 3, SheetState::Spare));
    let all = ward
        .office
        .make(SheetsPdf { evening: Some(day(9)), loose: true, ..SheetsPdf::default() }, &mut |_, of| of == 7);
    all.expect("the evening's sheets and the loose ones");
    assert_eq!(
        code_of(ward.write(NumberSheets { count: 1, loose: 501, ..Default::default() })),
        ErrorCode::CountOutOfRange
    );
}

#[test]
fn a_loose_spare_is_keyed_once_somebody_says_of_which_evening_it_is() {
    let mut ward = ward();
    ward.loose(2);
    let code = ward.loose_codes()[0].clone();
    assert_eq!(code_of(ward.key(&code, figures(1))), ErrorCode::SheetUnassigned);
    let (visit, team) = ward.visit_on(9);
    let strange = AssignSheet { code: code.clone(), visit, team: Some(TeamId(9999)) };
    assert_eq!(code_of(ward.write(strange)), ErrorCode::TeamOfEvening);
    let assigned = ward.office.write(AssignSheet { code: code.clone(), visit, team }).expect("assigned");
    assert_eq!((assigned.answer.on, assigned.answer.state), (Some(day(9)), SheetState::HandedOut));
    assert_eq!(code_of(ward.write(AssignSheet { code: code.clone(), visit, team })), ErrorCode::SheetHasVisit);
    assert_eq!(ward.key(&code, figures(1)).expect("keyed").state, SheetState::Keyed);
    let undone = ward.write(Undo { entry: assigned.undo.expect("it can be taken back") });
    assert_eq!(code_of(undone), ErrorCode::UndoTooLate, "figures stand on it");
    // One went out, so one more makes two; its number goes on from the last.
    assert_eq!(ward.loose(2), Numbered { made: 1, kept: 6 });
    let last = ward.loose_codes().pop().expect("a spare");
    assert_eq!(ward.open_sheet(&last).expect("a spare").n, 3);
    // The evening's own set of spares is not shaken by the one that joined it.
    let grown = NumberSheets { evening: Some(day(9)), count: 2, spare: 4, ..Default::default() };
    ward.write(grown).expect("a larger set");
    let spares: Vec<(u32, u32)> =
        ward.sheets_of(day(9)).iter().filter(|s| s.kind == SheetKind::Spare).map(|s| (s.n, s.of)).collect();
    assert_eq!(spares.len(), 4);
    assert!(spares.iter().all(|(n, of)| n <= of), "{spares:?}");
}

#[test]
fn an_evening_is_handed_to_its_leader_or_to_whom_one_says() {
    let mut ward = ward();
    ward.numbered(day(9), 2, 1);
    let nobody = HandOut { evening: Some(day(10)), codes: vec![], holder: None, on: None };
    assert_eq!(code_of(ward.write(nobody)), ErrorCode::NothingToHandOut);
    let (visit, _) = ward.visit_on(9);
    let leader = ward.lead(visit, "Nguyễn Văn An");
    let hand = |codes: Vec<String>, holder| HandOut { evening: Some(day(9)), codes, holder, on: None };
    let handed = ward.office.write(hand(vec![], None)).expect("handed out");
    assert_eq!(handed.answer.len(), 1);
    let to = &handed.answer[0];
    assert_eq!((to.to.as_ref().map(|n| n.person), to.sheets, to.spares), (Some(leader), 3, 1), "with the summary");
    let held = |ward: &Ward| {
        let view = ward.office.view();
        let (visit, _) = ward.visit_on(9);
        view.list_sheets_of_visit(visit).expect("sheets").iter().filter(|s| s.holder == Some(leader)).count()
    };
    assert_eq!(held(&ward), 4);
    assert_eq!(code_of(ward.write(hand(vec![], None))), ErrorCode::NothingToHandOut, "all are out");
    let first = ward.sheets_of(day(9))[0].code.clone();
    assert_eq!(code_of(ward.write(hand(vec![first.clone()], None))), ErrorCode::SheetCannot);
    let other = ward.office.who().expect("somebody").person;
    ward.write(hand(vec![first], Some(other))).expect("from hand to hand");
    let late = HandOut { evening: Some(day(9)), codes: vec![], holder: None, on: Some(day(30)) };
    assert_eq!(code_of(ward.write(late)), ErrorCode::DayAhead);
    let undone = ward.write(Undo { entry: handed.undo.expect("it can be taken back") });
    assert_eq!(code_of(undone), ErrorCode::UndoTooLate, "one changed hands since");
}

#[test]
fn a_handing_out_is_taken_back_whole() {
    let mut ward = ward();
    ward.numbered(day(9), 2, 1);
    let before = ward.dump();
    let hand = HandOut { evening: Some(day(9)), codes: vec![], holder: None, on: Some(day(9)) };
    let handed = ward.office.write(hand).expect("handed out");
    assert!(handed.answer[0].to.is_none(), "nobody leads the area yet");
    ward.write(Undo { entry: handed.undo.expect("it can be taken back") }).expect("undone");
    assert_eq!(ward.dump(), before);
}

#[test]
fn a_lost_sheet_is_found_again_and_a_reason_is_kept() {
    let mut ward = ward();
    let (sheets, ..) = ward.numbered(day(9), 2, 1);
    let blank = LoseSheet { code: sheets[0].clone(), reason: "  ".into() };
    assert_eq!(code_of(ward.write(blank)), ErrorCode::ReasonNeeded);
    let lost = ward.lose(&sheets[0]).expect("lost");
    assert_eq!((lost.state, lost.state_because.as_deref()), (SheetState::Lost, Some("Rơi dọc đường")));
    assert_eq!(code_of(ward.lose(&sheets[0])), ErrorCode::SheetCannot);
    let found = ward.write(FindSheet { code: sheets[0].clone() }).expect("found");
    assert_eq!((found.state, found.state_because), (SheetState::HandedOut, None));
}

#[test]
fn a_spare_takes_the_place_of_a_spoilt_sheet_and_the_other_says_so() {
    let mut ward = ward();
    let (sheets, spares, summary) = ward.numbered(day(9), 2, 2);
    assert_eq!(code_of(ward.replace(&sheets[0], &sheets[1], Some("Ướt"))), ErrorCode::NotASpare);
    assert_eq!(code_of(ward.replace(&summary, &spares[0], Some("Ướt"))), ErrorCode::NotReplaceable);
    assert_eq!(code_of(ward.replace(&spares[1], &spares[0], Some("Ướt"))), ErrorCode::NotReplaceable);
    assert_eq!(code_of(ward.replace(&sheets[1], &spares[0], None)), ErrorCode::ReasonNeeded);
    let spare = ward.replace(&sheets[1], &spares[0], Some("Ướt")).expect("replaced");
    assert_eq!((spare.n, spare.of, spare.state), (2, 2, SheetState::HandedOut));
    assert_eq!(spare.replaces.as_ref(), Some(&sheets[1]));
    let spoilt = ward.open_sheet(&sheets[1]).expect("it opens, to be read");
    assert_eq!((spoilt.state, spoilt.replaced_by.as_ref()), (SheetState::Void, Some(&spares[0])));
    assert_eq!(spoilt.state_because.as_deref(), Some("Ướt"));
    assert_eq!(code_of(ward.key(&sheets[1], figures(1))), ErrorCode::SheetReplaced);
    assert_eq!(code_of(ward.replace(&sheets[1], &spares[1], Some("Ướt"))), ErrorCode::SheetReplaced);
    ward.lose(&sheets[0]).expect("lost");
    let second = ward.replace(&sheets[0], &spares[1], None).expect("the reason is known");
    assert_eq!(second.n, 1);
    assert_eq!(code_of(ward.lose(&sheets[0])), ErrorCode::SheetReplaced);
}

#[test]
fn a_withdrawn_sheet_says_why() {
    let mut ward = ward();
    let (sheets, ..) = ward.numbered(day(9), 1, 0);
    ward.write(WithdrawSheet { code: sheets[0].clone(), reason: "In thừa".into() }).expect("withdrawn");
    assert_eq!(code_of(ward.key(&sheets[0], figures(1))), ErrorCode::SheetWithdrawn);
}

#[test]
fn sheets_of_other_offices_and_campaigns_and_forged_ones_are_told_apart() {
    let mut ward = ward();
    let (sheets, ..) = ward.numbered(day(9), 2, 0);
    let qr = ward.qr_of(&sheets[0]);
    let text = ward.text_of(&qr);
    assert_eq!(ward.open_sheet(&text).expect("our own").code, sheets[0]);
    // Another hand wrote other digits under our seal.
    let forged = format!("{}9{}", &text[..29], &text[30..]);
    assert_eq!(code_of(ward.open_sheet(&forged)), ErrorCode::QrForged);
    // Another office's sheet whose code is one of ours by chance.
    let foreign = SheetQr { visit: Some(VisitId(4711)), ..qr.clone() };
    let other_key = domain::code::OfficeKey([9; 32]);
    assert_eq!(code_of(ward.open_sheet(&foreign.text(&other_key).expect("it fits"))), ErrorCode::QrForeign);
    // Ours, and numbered after the file was copied.
    let key = ward.office.view().key().expect("a key");
    let later = domain::code::SheetCode::of(&key, SheetId(900)).expect("in range");
    let later = SheetQr { code: later, ..qr.clone() };
    assert_eq!(code_of(ward.open_sheet(&ward.text_of(&later))), ErrorCode::QrNotInFile);
    let newer = format!("{}2{}", &text[..7], &text[8..]);
    assert_eq!(code_of(ward.open_sheet(&newer)), ErrorCode::QrNewer);
    assert_eq!(code_of(ward.open_sheet(&later.code.to_string())), ErrorCode::CodeUnknown);
}

#[test]
fn a_sheet_of_another_campaign_names_it() {
    let mut ward = ward();
    let (sheets, ..) = ward.numbered(day(9), 1, 0);
    let first = ward.office.view().get_campaign().expect("a campaign");
    let request = serde_json::json!({
        "title": "Đợt hai", "app": "iHanoi", "subject": null, "starts_on": "2025-03-01", "ends_on": "2025-03-30",
        "from": { "kind": "empty" }
    });
    crate::contract::call(&mut ward.office, "start_campaign", request).expect("a second campaign");
    let second = ward.office.read(ListCampaigns {}).expect("campaigns").into_iter().find(|c| c.id != first.id);
    ward.write(ChooseCampaign { id: second.expect("the second").id }).expect("chosen");
    let refused = ward.open_sheet(&sheets[0]).expect_err("of the other campaign");
    assert_eq!(refused.code(), ErrorCode::SheetOtherCampaign);
    assert!(values_of(&refused).contains(&first.title), "{refused}");
    assert_eq!(
        code_of(ward.key(&sheets[0], figures(1))),
        ErrorCode::SheetOtherCampaign,
        "and nothing is keyed into it"
    );
    ward.write(ChooseCampaign { id: CampaignId(first.id.0) }).expect("chosen");
    assert!(ward.open_sheet(&sheets[0]).is_ok());
}

#[test]
fn a_sheet_printed_before_its_evening_moved_opens_with_the_new_day_and_says_the_old() {
    let mut ward = ward();
    let (sheets, ..) = ward.numbered(day(12), 1, 0);
    let (visit, _) = ward.visit_on(12);
    let print = |ward: &mut Ward, says: &str| {
        let campaign = ward.office.view().get_campaign().expect("a campaign").id;
        let said = vec![Said { subject: Subject::Visit(visit), says: says.into() }];
        let batch = Batch { kind: PaperKind::Sheets, made_from: "1 phiếu".into(), said };
        let record = RecordPrinting { campaign, file_name: "Phieu.pdf".into(), pages: 1, batch, repeat: None };
        ward.write(record).expect("recorded");
    };
    print(&mut ward, "12/11/2024, 19h30–21h30, Tổ dân phố Hà Trì 1");
    assert_eq!(ward.open_sheet(&sheets[0]).expect("a sheet").printed_for, None);
    let moved = day(12) + chrono::Days::new(30);
    crate::contract::call(&mut ward.office, "extend_campaign", serde_json::json!({ "ends_on": "2024-12-31" }))
        .expect("room for it");
    let to = MoveVisit { id: visit, on: moved, starts: None, ends: None, swap_with: None, confirmed: true };
    ward.write(to).expect("moved");
    let text = ward.text_of(&ward.qr_of(&sheets[0]));
    for typed in [&sheets[0], &text] {
        let view = ward.open_sheet(typed).expect("still valid");
        assert_eq!((view.on, view.printed_for), (Some(moved), Some(day(12))));
    }
    print(&mut ward, "12/12/2024, 19h30–21h30, Tổ dân phố Hà Trì 1");
    assert_eq!(ward.open_sheet(&sheets[0]).expect("a sheet").printed_for, None, "printed again");
}

#[test]
fn a_copy_of_the_file_opens_the_sheets_of_the_first() {
    let mut ward = ward();
    let (sheets, ..) = ward.numbered(day(9), 1, 0);
    let text = ward.text_of(&ward.qr_of(&sheets[0]));
    ward.key(&sheets[0], figures(1)).expect("keyed");
    let (from, to) = (ward.folder.path().to_owned(), tempfile::tempdir().expect("a folder"));
    drop(ward.office);
    for name in ["ward.db", "ward.db.entries"] {
        std::fs::copy(from.join(name), to.path().join(name)).expect("a copy");
    }
    let office = Office::open(&to.path().join("ward.db"), std::sync::Arc::new(Morning::default())).expect("it opens");
    let restored = Ward { office: office.office, folder: to };
    let view = restored.open_sheet(&text).expect("the seal is still the office's");
    assert_eq!((view.code, view.state), (sheets[0].clone(), SheetState::Keyed));
}

#[test]
fn a_wrong_digit_offers_the_sheet_that_was_meant() {
    let mut ward = ward();
    let (sheets, ..) = ward.numbered(day(9), 2, 0);
    let mut typed: Vec<char> = sheets[0].chars().collect();
    typed[1] = if typed[1] == '5' { '6' } else { '5' };
    let refused = ward.open_sheet(&typed.iter().collect::<String>()).expect_err("a slip");
    assert_eq!(refused.code(), ErrorCode::CodeCheckDigitLikely);
    assert!(values_of(&refused).contains(&sheets[0]), "{refused}");
}

/// A deed of a morning, on one of the evening's codes.
#[derive(Debug, Clone)]
enum Deed {
    HandOut(usize),
    Lose(usize),
    Find(usize),
    Withdraw(usize),
    Replace(usize, usize),
    Key(usize),
}

fn any_deed() -> impl Strategy<Value = Deed> {
    let n = 0usize..6;
    prop_oneof![
        n.clone().prop_map(Deed::HandOut),
        n.clone().prop_map(Deed::Lose),
        n.clone().prop_map(Deed::Find),
        n.clone().prop_map(Deed::Withdraw),
        (n.clone(), n.clone()).prop_map(|(a, b)| Deed::Replace(a, b)),
        n.prop_map(Deed::Key),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// A spare counts once it is used, a place is held by one sheet, and a refusal changes nothing.
    #[test]
    fn every_place_of_a_set_is_held_by_one_sheet(deeds in prop::collection::vec(any_deed(), 1..30)) {
        let mut ward = ward();
        let (mut codes, spares, _) = ward.numbered(day(9), 3, 3);
        codes.extend(spares);
        for deed in deeds {
            let before = ward.dump();
            let done = match deed {
                Deed::HandOut(n) => {
                    let codes = vec![codes[n].clone()];
                    ward.write(HandOut { evening: None, codes, holder: None, on: None }).map(|_| ())
                }
                Deed::Lose(n) => ward.lose(&codes[n]).map(|_| ()),
                Deed::Find(n) => ward.write(FindSheet { code: codes[n].clone() }).map(|_| ()),
                Deed::Withdraw(n) => {
                    ward.write(WithdrawSheet { code: codes[n].clone(), reason: "Ướt".into() }).map(|_| ())
                }
                Deed::Replace(a, b) => ward.replace(&codes[a], &codes[b], Some("Ướt")).map(|_| ()),
                Deed::Key(n) => ward.key(&codes[n], figures(1)).map(|_| ()),
            };
            if let Err(refused) = done {
                prop_assert_eq!(ward.dump(), before, "{}", refused);
                prop_assert_ne!(refused.code(), ErrorCode::Internal);
            }
        }
        let (visit, _) = ward.visit_on(9);
        let sheets = ward.office.view().list_sheets_of_visit(visit).expect("sheets");
        for place in 1..=3 {
            let own = |s: &&domain::sheet::Sheet| s.kind == SheetKind::Regular || s.replaces.is_some();
            let held = sheets.iter().filter(own).filter(|s| s.n == place && s.is_expected()).count();
            prop_assert!(held <= 1, "{} papers in place {}", held, place);
        }
        for sheet in sheets.iter().filter(|s| s.kind == SheetKind::Spare) {
            prop_assert_eq!(sheet.is_expected(), !matches!(sheet.state, SheetState::Spare | SheetState::Void), "{:?}", sheet.state);
        }
    }
}

#[test]
fn whoever_only_prints_hands_out_and_does_not_lose() {
    let mut ward = ward();
    let (sheets, ..) = ward.numbered(day(9), 1, 0);
    staff(&mut ward);
    ward.as_role(Role::Outreach);
    ward.write(HandOut { evening: Some(day(9)), codes: vec![], holder: None, on: None }).expect("handed out");
    assert_eq!(code_of(ward.lose(&sheets[0])), ErrorCode::NotAllowed);
}
