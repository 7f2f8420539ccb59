//! The schedule on a real file: moves, swaps, shifts, proposals; each is undone as a whole.

use chrono::{Datelike, NaiveDate};
use domain::ids::{AreaId, TeamId, VisitId};
use domain::schedule::{Clash, Mend, ProposedEvening};
use serde_json::{Value, json};

use super::kit::{Ward, code_of};
use crate::contract::call;
use crate::sheet::{BoxEntry, ListSheets, NumberSheets, SetBoxes};
use crate::undo::Undo;
use crate::visit::{
    AddVisit, CancelVisit, ExtendCampaign, ListVisits, MoveVisit, Proposal, ProposeForm, ProposeSchedule, PutDayOff,
    RemoveDayOff, Schedule, ScheduleIcs, SetVisitTeams, ShiftVisits, SplitVisit, TakeSchedule, VisitRow,
};
use crate::{ErrorCode, Write};

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
}

fn schedule(ward: &Ward) -> Schedule {
    ward.office.read(ListVisits {}).expect("a schedule")
}

fn on(ward: &Ward, d: u32) -> VisitRow {
    schedule(ward).visits.into_iter().find(|v| v.on == day(d) && v.cancelled.is_none()).expect("an evening")
}

fn to(id: VisitId, d: u32) -> MoveVisit {
    MoveVisit { id, on: day(d), starts: None, ends: None, swap_with: None, confirmed: false }
}

/// Does a deed, undoes it and does it again: undone, the file is as before.
fn doing<W: Write>(ward: &mut Ward, deed: W) -> W::Answer {
    let before = ward.office.view().dump().expect("a dump");
    let written = ward.office.write(deed).expect("done");
    let after = ward.office.view().dump().expect("a dump");
    assert_ne!(before, after, "it did something");
    let undone = ward.office.write(Undo { entry: written.undo.expect("it can be undone") }).expect("undone");
    assert_eq!(ward.office.view().dump().expect("a dump"), before, "{}", W::NAME);
    ward.office.write(Undo { entry: undone.undo.expect("and done again") }).expect("done again");
    assert_eq!(ward.office.view().dump().expect("a dump"), after, "{}", W::NAME);
    written.answer
}

#[test]
fn two_evenings_change_places_with_their_hours() {
    let mut ward = Ward::of("ha-cau-2024");
    let (a, b) = (on(&ward, 13), on(&ward, 16));
    assert_eq!(code_of(ward.office.write(MoveVisit { swap_with: Some(b.id), ..to(a.id, 17) })), ErrorCode::Missing);
    let early = chrono::NaiveTime::from_hms_opt(18, 0, 0);
    doing(&mut ward, MoveVisit { swap_with: Some(b.id), starts: early, ..to(a.id, 16) });
    assert_eq!((on(&ward, 13).area, on(&ward, 16).area), (b.area, a.area));
    assert_eq!((on(&ward, 16).starts, on(&ward, 13).starts), (early.expect("a time"), b.starts));
    let reversed = MoveVisit { ends: early, ..to(a.id, 16) };
    assert_eq!(code_of(ward.office.write(reversed)), ErrorCode::HoursReversed);
}

#[test]
fn an_evening_that_is_over_or_has_sheets_back_is_moved_only_on_a_persons_word() {
    let mut ward = Ward::of("ha-cau-2024");
    let past = on(&ward, 9);
    assert_eq!(code_of(ward.office.write(to(past.id, 12))), ErrorCode::EveningOver);
    ward.office
        .write(NumberSheets { evening: Some(day(10)), count: 1, spare: 0, ..Default::default() })
        .expect("codes");
    let code = ward.office.read(ListSheets { evening: Some(day(10)), ..ListSheets::default() }).expect("sheets")[0]
        .code
        .clone();
    let boxes = vec![BoxEntry::of(1, 5)];
    ward.office.write(SetBoxes { code, boxes, cursor: None }).expect("a box");
    let begun = on(&ward, 10);
    assert_eq!(code_of(ward.office.write(to(begun.id, 20))), ErrorCode::EveningHasReturns);
    let off = |confirmed| CancelVisit { id: begun.id, reason: Some("mưa".into()), confirmed };
    assert_eq!(code_of(ward.office.write(off(false))), ErrorCode::EveningHasReturns);
    let other = SetVisitTeams { id: begun.id, teams: vec![], confirmed: false };
    assert_eq!(code_of(ward.office.write(other)), ErrorCode::TeamHasSheets);
    doing(&mut ward, MoveVisit { confirmed: true, ..to(begun.id, 20) });
    doing(&mut ward, off(true));
}

#[test]
fn a_storm_pushes_what_has_not_taken_place_and_the_campaign_gives_way_only_if_asked() {
    let mut ward = Ward::of("ha-cau-2024");
    let shift = |extend| ShiftVisits { from: day(20), days: 2, skip_days_off: true, extend };
    assert_eq!(code_of(ward.office.write(shift(false))), ErrorCode::ShiftPastEnd);
    ward.office.write(PutDayOff { on: day(25), name: "Hội làng".into(), works: false }).expect("a day off");
    let shifted = doing(&mut ward, shift(true));
    let last = NaiveDate::from_ymd_opt(2024, 12, 3);
    assert_eq!((shifted.moved, shifted.stayed, shifted.last), (11, 0, last));
    let after = schedule(&ward);
    assert_eq!(Some(after.ends_on), last);
    assert!(!after.visits.iter().any(|v| [20, 21, 25].map(day).contains(&v.on)), "{:?}", after.visits);
    assert_eq!(after.visits.len(), 22, "no evening is lost");
    let nothing = ShiftVisits { days: 0, ..shift(false) };
    let Err(crate::Error::User { code, params, .. }) = ward.office.write(nothing) else { panic!("refused") };
    assert_eq!((code, params["what"].as_str()), (ErrorCode::CountOutOfRange, "Số ngày dời"));
}

#[test]
fn a_longer_campaign_takes_its_targets_along_only_if_asked() {
    let mut ward = Ward::of("ha-cau-2024");
    let end = |d| NaiveDate::from_ymd_opt(2024, 12, d).expect("a date");
    let at_end = schedule(&ward).targets_at_end;
    assert!(at_end > 0);
    let alone = doing(&mut ward, ExtendCampaign { ends_on: end(15), with_targets: false });
    assert_eq!((alone.targets, schedule(&ward).targets_at_end), (0, 0));
    ward.office.write(ExtendCampaign { ends_on: day(30), with_targets: false }).expect("back");
    let along = doing(&mut ward, ExtendCampaign { ends_on: end(31), with_targets: true });
    assert_eq!((along.targets, schedule(&ward).targets_at_end), (at_end, at_end));
    let cut = ExtendCampaign { ends_on: day(29), with_targets: false };
    assert_eq!(code_of(ward.office.write(cut)), ErrorCode::EndBeforeLastEvening);
}

#[test]
fn a_second_evening_days_off_and_teams() {
    let mut ward = Ward::of("ha-cau-2024");
    ward.office
        .write(ExtendCampaign { ends_on: NaiveDate::from_ymd_opt(2025, 2, 28).expect("a date"), with_targets: false })
        .expect("longer");
    let first = on(&ward, 16);
    assert_eq!(code_of(ward.office.write(SplitVisit { id: first.id, on: day(16) })), ErrorCode::AreaTwiceThatEvening);
    let tet = NaiveDate::from_ymd_opt(2025, 1, 29).expect("a date");
    let second = doing(&mut ward, SplitVisit { id: first.id, on: tet });
    let visit = |ward: &Ward| schedule(ward).visits.into_iter().find(|v| v.id == second).expect("it");
    assert_eq!((visit(&ward).area, visit(&ward).teams), (first.area, first.teams));
    let on_tet = |ward: &Ward| schedule(ward).clashes.into_iter().find(|c| matches!(c.clash, Clash::OnDayOff { .. }));
    let clash = on_tet(&ward).expect("Tết is a holiday");
    assert!(!clash.hard && clash.name == first.area_name, "{clash:?}");
    assert!(matches!(clash.clash, Clash::OnDayOff { ref name, .. } if name == "Mùng 1 Tết Âm lịch"));
    assert!(matches!(clash.mend, Some(Mend::Move { visit, .. }) if visit == second), "{clash:?}");
    doing(&mut ward, PutDayOff { on: tet, name: "đi trực".into(), works: true });
    assert_eq!(on_tet(&ward), None, "the office lifted it");
    doing(&mut ward, RemoveDayOff { on: tet });
    assert_eq!(code_of(ward.office.write(RemoveDayOff { on: tet })), ErrorCode::Missing);
    doing(&mut ward, SetVisitTeams { id: second, teams: vec![], confirmed: false });
    let bare = schedule(&ward).clashes.into_iter().find(|c| matches!(c.clash, Clash::WithoutTeam { .. }));
    assert!(matches!(bare.and_then(|c| c.mend), Some(Mend::SetTeams { .. })));
    let unknown = SetVisitTeams { id: second, teams: vec![TeamId(999)], confirmed: false };
    assert_eq!(code_of(ward.office.write(unknown)), ErrorCode::Missing);
}

fn form(from: u32) -> ProposeForm {
    ProposeForm {
        from: day(from),
        to: None,
        weekdays: [true; 7],
        skip_days_off: true,
        per_day: None,
        households: None,
        wishes: vec![],
        keep: false,
    }
}

fn seen(proposal: &Proposal) -> Vec<ProposedEvening> {
    proposal.evenings.iter().map(|e| ProposedEvening { on: e.on, area: e.area, team: e.team }).collect()
}

#[test]
fn a_schedule_is_proposed_seen_and_taken_as_one_deed() {
    let mut ward = Ward::of("ha-cau-2024");
    ward.office
        .write(NumberSheets { evening: Some(day(12)), count: 1, spare: 0, ..Default::default() })
        .expect("codes");
    let form = ProposeForm { weekdays: [true, true, true, true, true, false, false], ..form(11) };
    let propose = |ward: &Ward| ward.office.read(ProposeSchedule { form: form.clone() }).expect("a proposal");
    let before = ward.office.view().dump().expect("a dump");
    let proposal = propose(&ward);
    assert_eq!(ward.office.view().dump().expect("a dump"), before, "proposing only reads");
    // 9 and 10/11 are over, 12/11 has sheets; the other fourteen areas want one evening each.
    assert_eq!((proposal.kept, proposal.replaced, proposal.evenings.len(), proposal.left.len()), (3, 19, 14, 0));
    assert!(proposal.evenings.iter().all(|e| e.on.weekday().num_days_from_monday() < 5 && e.on != day(12)));
    let take = TakeSchedule { form: form.clone(), seen: seen(&proposal) };
    let stale = TakeSchedule { seen: vec![], ..take.clone() };
    assert_eq!(code_of(ward.office.write(stale)), ErrorCode::ProposalStale);
    let taken = doing(&mut ward, take);
    assert_eq!((taken.moved, taken.added, taken.removed), (14, 0, 5));
    let after = schedule(&ward);
    assert_eq!(after.visits.len(), 17);
    let areas: std::collections::BTreeSet<AreaId> = after.visits.iter().map(|v| v.area).collect();
    assert_eq!(areas.len(), 17, "every area has its evening");
    assert!(!after.clashes.iter().any(|c| c.hard), "{:?}", after.clashes);
}

#[test]
fn what_does_not_fit_is_named() {
    let ward = Ward::of("ha-cau-2024");
    let crowded = ProposeForm { to: Some(day(13)), keep: true, ..form(11) };
    let proposal = ward.office.read(ProposeSchedule { form: crowded }).expect("a proposal");
    assert!(proposal.evenings.is_empty() && proposal.left.is_empty(), "every area has its evening: {proposal:?}");
    let short = ProposeForm { to: Some(day(13)), ..form(11) };
    let proposal = ward.office.read(ProposeSchedule { form: short }).expect("a proposal");
    assert_eq!(proposal.evenings.len() + proposal.left.len(), 15, "{proposal:?}");
    assert!(proposal.left.iter().all(|l| !l.name.is_empty() && l.evenings == 1));
    assert!(!proposal.wishes.iter().any(|w| w.name.contains("Hillstate")), "it reports by itself");
}

#[test]
fn a_calendar_goes_out_without_a_person_in_it() {
    let mut ward = Ward::of("ha-cau-2024");
    let ics = |ward: &Ward| {
        let made = ward.office.make(ScheduleIcs::default(), &mut |_, _| true).expect("a calendar");
        assert!(made.file_name.ends_with(".ics"), "{}", made.file_name);
        String::from_utf8(made.bytes).expect("UTF-8")
    };
    let events = |text: &str, what: &str| text.matches(what).count();
    let before = ics(&ward);
    assert_eq!((events(&before, "BEGIN:VEVENT"), events(&before, "STATUS:CANCELLED")), (22, 0));
    let people = ward.office.view().list_people().expect("people");
    assert!(!people.is_empty() && people.iter().all(|p| !before.contains(&p.name)), "no name of a person");
    let uid =
        |text: &str| -> Vec<String> { text.lines().filter(|l| l.starts_with("UID:")).map(str::to_owned).collect() };
    let visit = on(&ward, 16);
    ward.office.write(CancelVisit { id: visit.id, reason: Some("mưa bão".into()), confirmed: false }).expect("off");
    let after = ics(&ward);
    assert_eq!(events(&after, "STATUS:CANCELLED"), 1);
    assert_eq!(uid(&before), uid(&after), "the same evenings");
    let one = ScheduleIcs { area: Some(visit.area), team: None };
    let made = ward.office.make(one, &mut |_, _| true).expect("a calendar");
    assert_eq!(String::from_utf8(made.bytes).expect("UTF-8").matches("BEGIN:VEVENT").count(), 1);
    let none = ScheduleIcs { area: Some(AreaId(9999)), team: None };
    assert_eq!(code_of(ward.office.make(none, &mut |_, _| true)), ErrorCode::NoEvenings);
}

#[test]
fn an_evening_nobody_named_a_team_for_gets_one_that_is_at_home() {
    let mut ward = Ward::of("minh-hoa");
    let whole = schedule(&ward);
    let busy = whole.visits.iter().find(|v| v.cancelled.is_none()).expect("an evening").clone();
    let out: Vec<TeamId> =
        whole.visits.iter().filter(|v| v.on == busy.on).flat_map(|v| &v.teams).map(|t| t.id).collect();
    let other = whole.visits.iter().find(|v| v.area != busy.area && v.on != busy.on).expect("another").area;
    if out.len() < whole.teams.len() {
        let id = ward.office.write(AddVisit { area: other, on: busy.on, teams: vec![] }).expect("added").answer;
        let new = schedule(&ward).visits.into_iter().find(|v| v.id == id).expect("it");
        assert!(new.teams.iter().all(|t| !out.contains(&t.id)), "{new:?}");
    }
    // Older requests name no more than they used to.
    let request: Value = json!({ "id": busy.id, "reason": null });
    call(&mut ward.office, "cancel_visit", request).expect("on again");
}
