use proptest::prelude::*;

use super::*;
use crate::area::AreaKind;
use crate::code::OfficeKey;

const AN: PersonId = PersonId(1);
const BINH: PersonId = PersonId(2);
const CHI: PersonId = PersonId(3);
const TEAM: TeamId = TeamId(1);

fn november(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
}

fn at(d: u32, hour: u32, minute: u32) -> NaiveDateTime {
    november(d).and_hms_opt(hour, minute, 0).expect("a time of the test")
}

/// The evening of 09/11, 19:30 to 21:30.
fn visit(id: i64, cancelled: bool) -> Visit {
    let time = |h| NaiveTime::from_hms_opt(h, 30, 0).expect("a time of the test");
    Visit {
        id: VisitId(id),
        area: AreaId(id),
        on: november(9),
        starts: time(19),
        ends: time(21),
        cancelled: cancelled.then(|| "mưa bão".to_owned()),
        teams: vec![TEAM],
    }
}

fn area(id: i64, leader: Option<PersonId>) -> Area {
    Area {
        id: AreaId(id),
        name: format!("Hà Trì {id}"),
        kind: AreaKind::ResidentialGroup,
        cluster: None,
        leader,
        self_report_due: None,
        began_on: None,
        ended_on: None,
    }
}

/// A sheet of visit 1.
fn sheet(id: i64, kind: SheetKind, state: SheetState, holder: Option<PersonId>) -> (Out, bool) {
    let code = SheetCode::of(&OfficeKey([7; 32]), SheetId(id)).expect("in range");
    let team = (kind != SheetKind::Summary).then_some(TEAM);
    (Out { id: SheetId(id), code, whose: Whose::Visit(VisitId(1)), team, holder, kind, state, n: 1, of: 5 }, false)
}

fn regular(id: i64, state: SheetState) -> (Out, bool) {
    sheet(id, SheetKind::Regular, state, None)
}

/// Counted and listed as the store does it.
fn counted(sheets: &[(Out, bool)]) -> (Vec<Count>, Vec<Out>) {
    let counts = sheets
        .iter()
        .map(|(s, handed_out)| Count {
            of: s.whose,
            team: s.team,
            holder: s.holder,
            kind: s.kind,
            state: s.state,
            handed_out: *handed_out,
            sheets: 1,
        })
        .collect();
    let is_out = |s: &&(Out, bool)| matches!(s.0.state, SheetState::Printed | SheetState::HandedOut);
    (counts, sheets.iter().filter(is_out).map(|(s, _)| *s).collect())
}

fn seen(sheets: &[(Out, bool)], visit: Visit, areas: &[Area], now: NaiveDateTime) -> Vec<Packet> {
    let (counts, out) = counted(sheets);
    let heads = BTreeMap::from([((VisitId(1), TEAM), CHI)]);
    radar(&counts, &out, &Ground { visits: &[visit], areas, heads: &heads }, now)
}

fn morning(sheets: &[(Out, bool)]) -> Vec<Packet> {
    seen(sheets, visit(1, false), &[area(1, Some(AN))], at(10, 8, 0))
}

#[test]
fn expected_when_the_evening_is_over_and_late_when_the_office_opens() {
    let sheets = [regular(1, SheetState::HandedOut)];
    let when = |now| {
        let packets = seen(&sheets, visit(1, false), &[area(1, None)], now);
        packets.first().map(|p| (p.late, p.hours))
    };
    assert_eq!(when(at(9, 21, 29)), None, "they are still out");
    assert_eq!(when(at(9, 21, 30)), Some((false, 0)));
    assert_eq!(when(at(10, 7, 59)), Some((false, 10)));
    assert_eq!(when(at(10, 8, 0)), Some((true, 10)));
    assert_eq!((age_words(10), age_words(47), age_words(48)), ("10 giờ".into(), "47 giờ".into(), "2 ngày".into()));
}

#[test]
fn in_the_hands_it_was_given_to_else_the_leaders_else_the_heads() {
    let hands = |holder, leader| {
        let sheets = [sheet(1, SheetKind::Regular, SheetState::HandedOut, holder)];
        let packets = seen(&sheets, visit(1, false), &[area(1, leader)], at(10, 8, 0));
        (packets[0].hands, packets[0].by)
    };
    assert_eq!(hands(Some(BINH), Some(AN)), (Some(BINH), HandsBy::Given));
    assert_eq!(hands(None, Some(AN)), (Some(AN), HandsBy::Leader));
    assert_eq!(hands(None, None), (Some(CHI), HandsBy::Head));
}

#[test]
fn a_spare_counts_once_used_and_a_lost_sheet_is_not_asked_for() {
    let spare = |id, state| sheet(id, SheetKind::Spare, state, None);
    let packets = morning(&[
        regular(1, SheetState::Keyed),
        regular(2, SheetState::HandedOut),
        regular(3, SheetState::Lost),
        regular(4, SheetState::Void),
        spare(5, SheetState::Spare),
        spare(6, SheetState::HandedOut),
        spare(7, SheetState::Returned),
    ]);
    assert_eq!(packets.len(), 1);
    let p = &packets[0];
    assert_eq!((p.expected, p.back, p.lost, p.missing()), (5, 2, 1, 2));
    assert_eq!(p.missing.iter().map(|s| s.id.0).collect::<Vec<_>>(), [2, 6]);
}

#[test]
fn what_lies_in_the_office_is_not_expected_once_handing_out_is_written_down() {
    let unwritten = [regular(1, SheetState::Printed), regular(2, SheetState::Printed)];
    assert_eq!(morning(&unwritten)[0].missing(), 2, "an office that writes nothing down hands out what it prints");
    let given = (regular(1, SheetState::HandedOut).0, true);
    let written = morning(&[given, regular(2, SheetState::Printed)]);
    assert_eq!((written[0].missing(), written[0].kept), (1, 1));
}

#[test]
fn the_summary_is_told_apart() {
    let summary = |state| sheet(9, SheetKind::Summary, state, None);
    let missing = morning(&[regular(1, SheetState::Keyed), summary(SheetState::Printed)]);
    assert_eq!((missing[0].expected, missing[0].missing()), (1, 0));
    assert!(matches!(missing[0].summary, Summary::Missing(s) if s.id == SheetId(9)) && !missing[0].is_whole());
    let back = morning(&[regular(1, SheetState::Keyed), summary(SheetState::Returned)]);
    assert_eq!(back[0].summary, Summary::Back);
    assert!(back[0].is_whole());
    assert!(morning(&[regular(1, SheetState::Keyed)])[0].is_whole(), "none was printed");
}

#[test]
fn an_evening_that_was_called_off_asks_for_nothing() {
    let sheets = [regular(1, SheetState::HandedOut), regular(2, SheetState::Printed), regular(3, SheetState::Keyed)];
    let packets = seen(&sheets, visit(1, true), &[area(1, Some(AN))], at(10, 8, 0));
    assert!(packets.iter().all(Packet::is_whole));
    assert_eq!(packets.iter().map(|p| p.expected).sum::<u32>(), 1, "what came back all the same");
}

#[test]
fn an_area_that_reports_by_itself_owes_its_tally_by_its_day_numbered_or_not() {
    let own = Area { self_report_due: Some(november(29)), ..area(2, Some(BINH)) };
    let (mut sheet, _) = sheet(7, SheetKind::SelfReport, SheetState::Printed, None);
    (sheet.whose, sheet.team) = (Whose::Area(AreaId(2)), None);
    let asked = |sheets: &[(Out, bool)], now| seen(sheets, visit(1, false), std::slice::from_ref(&own), now);
    assert!(asked(&[], at(29, 23, 59)).is_empty());
    let unnumbered = asked(&[], at(30, 8, 0));
    assert_eq!((unnumbered[0].hands, unnumbered[0].missing(), unnumbered[0].late), (Some(BINH), 1, true));
    assert!(unnumbered[0].missing.is_empty());
    let numbered = asked(&[(sheet, false)], at(30, 8, 0));
    assert_eq!((numbered[0].missing(), numbered[0].missing.len()), (1, 1));
    let back = Out { state: SheetState::Keyed, ..sheet };
    assert!(asked(&[(back, false)], at(30, 8, 0))[0].is_whole());
    // A second one that was printed and not needed is not asked for.
    let again = Out { id: SheetId(8), ..sheet };
    assert!(asked(&[(back, false), (again, false)], at(30, 8, 0))[0].is_whole());
}

fn any_sheet() -> impl Strategy<Value = (SheetKind, SheetState, Option<PersonId>, bool)> {
    let kind = prop_oneof![4 => Just(SheetKind::Regular), 2 => Just(SheetKind::Spare), 1 => Just(SheetKind::Summary)];
    let state = prop::sample::select(SheetState::ALL.to_vec());
    let holder = prop::option::of(prop::sample::select(vec![AN, BINH]));
    (kind, state, holder, any::<bool>()).prop_map(|(kind, state, holder, handed)| {
        let state = match (kind, state) {
            (SheetKind::Spare, SheetState::Printed) => SheetState::Spare,
            (SheetKind::Regular | SheetKind::Summary, SheetState::Spare) => SheetState::Printed,
            (_, state) => state,
        };
        (kind, state, holder, handed)
    })
}

proptest! {
    /// Whatever the states, the radar counts each sheet once and as the sheet counts itself, and names every
    /// sheet it asks for.
    #[test]
    fn the_radar_counts_as_the_sheets_do(sheets in prop::collection::vec(any_sheet(), 0..40), off in any::<bool>()) {
        let sheets: Vec<(Out, bool)> = sheets
            .into_iter()
            .zip(1..)
            .map(|((kind, state, holder, handed), id)| (sheet(id, kind, state, holder).0, handed))
            .collect();
        let packets = seen(&sheets, visit(1, off), &[area(1, Some(AN))], at(10, 8, 0));
        let sum = |of: fn(&Packet) -> u32| packets.iter().map(of).sum::<u32>();
        let counted = |is: &dyn Fn(&Out) -> bool| {
            let mine = sheets.iter().filter(|(s, _)| s.kind != SheetKind::Summary && is(s));
            u32::try_from(mine.count()).expect("few")
        };
        let kept: u32 = packets.iter().map(|p| p.kept).sum();
        let kept_summaries = sheets.iter().filter(|(s, _)| s.kind == SheetKind::Summary).count();
        let awaited = counted(&|s| s.state.is_awaited(off));
        prop_assert!(sum(|p| p.expected) <= awaited && awaited <= sum(|p| p.expected) + kept);
        prop_assert!(usize::try_from(kept).expect("few") <= sheets.iter().filter(|(s, _)| s.state == SheetState::Printed).count() + kept_summaries);
        prop_assert_eq!(sum(|p| p.back), counted(&|s| s.state.is_back()));
        prop_assert_eq!(sum(|p| p.lost), if off { 0 } else { counted(&|s| s.state == SheetState::Lost) });
        let mut named = BTreeSet::new();
        for packet in &packets {
            prop_assert_eq!(packet.missing() as usize, packet.missing.len());
            for sheet in &packet.missing {
                prop_assert!(named.insert(sheet.id), "asked for once");
                prop_assert!(matches!(sheet.state, SheetState::Printed | SheetState::HandedOut) && !off);
            }
        }
    }
}
