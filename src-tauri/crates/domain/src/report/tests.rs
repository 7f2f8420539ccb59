use std::collections::BTreeSet;

use chrono::NaiveTime;
use proptest::prelude::*;

use super::*;
use crate::area::{Area, AreaKind, BaseFigures};
use crate::campaign::{Denominator, Numerator};
use crate::code::{OfficeKey, SheetCode};
use crate::form::{Form, default_checks, default_indicators};
use crate::ids::{AreaId, BaseId, CampaignId, FormId, OfficeId, SheetId, TargetId};
use crate::issuer::Validity;
use crate::lineage::Heir;
use crate::rates::{KeyedSheet, Ledger};
use crate::sheet::{Sheet, SheetKind, SheetState};
use crate::tally::BoxNo;

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
}

fn area(id: i64) -> Area {
    Area {
        id: AreaId(id),
        name: format!("Hà Trì {id}"),
        kind: AreaKind::ResidentialGroup,
        cluster: None,
        leader: None,
        self_report_due: None,
        began_on: None,
        ended_on: None,
    }
}

fn base(area: i64, smartphone: Option<u32>, installed: Option<u32>) -> BaseFigures {
    BaseFigures {
        id: BaseId(area),
        area: AreaId(area),
        as_of: day(14),
        source: "thử".into(),
        households: None,
        people_15: smartphone.map(|n| n + 100),
        smartphone_15: smartphone,
        installed,
    }
}

fn visit(id: i64, area: i64, on: u32) -> Visit {
    let at = |h| NaiveTime::from_hms_opt(h, 30, 0).expect("a time of the test");
    Visit {
        id: VisitId(id),
        area: AreaId(area),
        on: day(on),
        starts: at(19),
        ends: at(21),
        cancelled: None,
        teams: vec![],
    }
}

fn sheet(id: i64, visit: &Visit, boxes: &[(u16, u32)]) -> KeyedSheet {
    KeyedSheet {
        sheet: Sheet {
            id: SheetId(id),
            code: SheetCode::of(&OfficeKey([1; 32]), SheetId(id)).expect("in range"),
            kind: SheetKind::Regular,
            visit: Some(visit.id),
            area: Some(visit.area),
            team: None,
            n: 1,
            of: 1,
            form: FormId(1),
            state: if boxes.is_empty() { SheetState::Printed } else { SheetState::Keyed },
            on: Some(visit.on),
            called_off: !visit.is_on(),
            accepted_because: None,
            note: None,
            holder: None,
            handed_out_on: None,
            replaces: None,
            copy_of: None,
            state_because: None,
        },
        tally: boxes.iter().map(|(no, v)| (BoxNo::number(*no), *v)).collect(),
    }
}

fn own_report(id: i64, area: i64, on: u32, accounts: u32) -> KeyedSheet {
    let mut own = sheet(id, &visit(0, area, on), &[(8, accounts)]);
    own.sheet.kind = SheetKind::SelfReport;
    own.sheet.visit = None;
    own
}

fn target(id: i64, numerator: Numerator, denominator: Denominator) -> Target {
    let (clause, name) = (format!("I.{id}"), format!("Chỉ tiêu {id}"));
    Target { id: TargetId(id), clause, name, numerator, denominator, percent: 50, by: day(30) }
}

/// Three areas, an evening each and one more; the third area also reports by itself. Not yet by family.
fn report() -> Report {
    let visits = vec![visit(1, 1, 12), visit(2, 2, 13), visit(3, 3, 14), visit(4, 1, 20)];
    let sheets = vec![
        sheet(1, &visits[0], &[(2, 4), (4, 8), (6, 2), (7, 5), (8, 6)]),
        sheet(2, &visits[0], &[(2, 3), (4, 6), (6, 1), (7, 2), (8, 2)]),
        sheet(3, &visits[1], &[(2, 5), (4, 9), (6, 0), (7, 4), (8, 3)]),
        sheet(4, &visits[2], &[]),
        sheet(5, &visits[3], &[(2, 6), (4, 7), (6, 3), (7, 1), (8, 4)]),
        own_report(6, 3, 15, 10),
        own_report(7, 3, 16, 12),
    ];
    Report {
        kind: ReportKind::Weekly,
        issue: None,
        issuer: Issuer {
            id: OfficeId(1),
            validity: Validity::default(),
            superior_lines: vec![],
            name_lines: vec![],
            short_name: "UBND phường A".into(),
            place: "A".into(),
            symbol: "UBND".into(),
            contact_line: None,
        },
        authorities: vec![],
        campaign: campaign(),
        targets: vec![
            target(1, Numerator::Installed, Denominator::Smartphone15),
            target(2, Numerator::Account, Denominator::People15),
            target(3, Numerator::Account, Denominator::PeopleMet),
        ],
        book: Book {
            areas: (1..=3).map(area).collect(),
            bases: vec![base(1, Some(400), Some(60)), base(2, Some(100), None)],
            forms: vec![Form {
                id: FormId(1),
                version: 1,
                control: false,
                indicators: default_indicators("iHanoi"),
                checks: default_checks(),
            }],
            sheets,
            ..Book::default()
        },
        visits,
        areas_then: BTreeMap::new(),
        teams: vec![],
        schools: UnitBook { units: vec![], indicators: vec![], figures: vec![] },
        verification: None,
        signer: None,
        period: Period { from: Some(day(11)), to: day(17) },
        as_of: day(17),
    }
}

fn campaign() -> Campaign {
    let at = |h| NaiveTime::from_hms_opt(h, 30, 0).expect("a time of the test");
    Campaign {
        id: CampaignId(1),
        title: "Cài đặt iHanoi".into(),
        app_name: "iHanoi".into(),
        subject: String::new(),
        starts_on: day(9),
        ends_on: day(30),
        evening_starts: at(19),
        evening_ends: at(21),
        contact: None,
        signature_lines: vec![],
        signer: None,
        drafter: None,
        recipients: vec![],
        plan_number: None,
        plan_date: None,
        plan_month: None,
        illustration: None,
        link: None,
        data_purpose: None,
        retain_until: None,
    }
}

fn by_family(report: Report) -> Report {
    Report { book: report.book.by_family(), ..report }
}

/// What differs after `change`, as people read it: figure, then, now, causes with their effects.
fn told(change: impl FnOnce(&mut Report)) -> Vec<String> {
    let then = by_family(report());
    let mut now = report();
    change(&mut now);
    let now = by_family(now);
    let (words, difference) = (Words::of(&then, &now), difference(&then, &now));
    let line = |d: &Differing| {
        let because = d.because.iter().map(|b| {
            let effect = b.effect.map_or_else(String::new, |e| format!("{e:+} "));
            format!("\n    {effect}{}", words.change(&difference.causes[b.cause].change))
        });
        let (scope, figure) = (words.scope(d.figure), words.figure(d.figure));
        format!(
            "{scope}: {figure}: {} → {}{}",
            words.reading(d.then),
            words.reading(d.now),
            because.collect::<String>()
        )
    };
    difference.figures.iter().map(line).collect()
}

#[test]
fn a_week_begins_on_monday_and_a_day_is_itself() {
    let of = |kind: ReportKind, d| kind.period(day(d), &campaign()).map(|p| (p.from, p.to));
    assert_eq!(of(ReportKind::Daily, 12), Some((Some(day(12)), day(12))));
    for d in 11..=17 {
        assert_eq!(of(ReportKind::Weekly, d), Some((Some(day(11)), day(17))), "{d}");
    }
    assert_eq!(of(ReportKind::Final, 12), Some((None, day(30))));
    assert_eq!(of(ReportKind::Custom, 12), None);
}

#[test]
fn a_changed_box_is_told_with_its_sheet() {
    let told = told(|now| now.book.sheets[0].tally.set(BoxNo::number(7), Some(8)));
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_cancelled_evening_is_one_cause() {
    let told = told(|now| {
        now.visits[2].cancelled = Some("mưa bão".into());
        now.book.sheets[3].sheet.called_off = true;
    });
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn areas_that_were_merged_are_told_as_such() {
    let told = told(|now| {
        now.book.areas.push(Area { name: "Hà Trì Mới".into(), ..area(9) });
        now.book.heirs = [1, 2].map(|id| Heir { source: AreaId(id), heir: AreaId(9), on: day(16) }).to_vec();
    });
    let some = |line: &&String| line.contains("Chỉ tiêu 1") || line.contains("Hộ gặp được, lũy kế");
    let told: Vec<String> = told.iter().filter(some).cloned().collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_base_and_a_later_self_report_are_causes() {
    let told = told(|now| {
        now.book.bases[1].smartphone_15 = Some(120);
        now.book.sheets.push(own_report(8, 3, 17, 15));
    });
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn what_no_figure_shows_is_no_difference() {
    let nothing: Vec<String> = Vec::new();
    assert_eq!(told(|_| ()), nothing);
    // Another week's evening, a note, a sheet checked a second time.
    let quiet = told(|now| {
        now.book.sheets[4].tally.set(BoxNo::number(7), Some(9));
        now.book.sheets[0].sheet.note = Some("đã gọi lại".into());
        now.book.sheets[1].sheet.state = SheetState::Verified;
        now.book.areas[0].name = "Hà Trì I".into();
    });
    assert_eq!(quiet, nothing);
}

#[test]
fn a_day_that_a_base_lies_between_changes_a_rate_and_no_total() {
    // Box 7 of 12/11 lies before the base of 14/11; moved to 15/11 it comes on top of it.
    let told = told(|now| {
        now.visits[0].on = day(15);
        now.book.sheets[..2].iter_mut().for_each(|k| k.sheet.on = Some(day(15)));
    });
    insta::assert_snapshot!(told.join("\n"));
}

/// Something somebody does after a report was issued.
#[derive(Debug, Clone)]
enum Deed {
    Key(usize, u16, Option<u32>),
    State(usize, usize),
    Add(usize, u32),
    Remove(usize),
    MoveSheet(usize, i64, u32),
    OwnReport(u32, u32),
    MoveVisit(usize, u32),
    CancelVisit(usize, bool),
    Base(usize, Option<u32>, Option<u32>),
    ForgetBase(usize),
    ForgetArea(usize),
    AddArea,
    Merge(usize, usize),
    Target(usize, usize, usize),
    ForgetTarget(usize),
}

fn any_deed() -> impl Strategy<Value = Deed> {
    let n = || 0usize..12;
    let some = || prop::option::of(0u32..60);
    prop_oneof![
        6 => (n(), 1u16..=9, some()).prop_map(|(s, b, v)| Deed::Key(s, b, v)),
        3 => (n(), n()).prop_map(|(s, t)| Deed::State(s, t)),
        2 => (n(), 0u32..60).prop_map(|(v, b)| Deed::Add(v, b)),
        1 => n().prop_map(Deed::Remove),
        2 => (n(), 1i64..5, 9u32..30).prop_map(|(s, a, d)| Deed::MoveSheet(s, a, d)),
        1 => (12u32..20, 0u32..60).prop_map(|(d, b)| Deed::OwnReport(d, b)),
        2 => (n(), 9u32..30).prop_map(|(v, d)| Deed::MoveVisit(v, d)),
        2 => (n(), any::<bool>()).prop_map(|(v, off)| Deed::CancelVisit(v, off)),
        2 => (n(), some(), some()).prop_map(|(a, s, i)| Deed::Base(a, s, i)),
        1 => n().prop_map(Deed::ForgetBase),
        1 => n().prop_map(Deed::ForgetArea),
        1 => Just(Deed::AddArea),
        1 => (n(), n()).prop_map(|(a, b)| Deed::Merge(a, b)),
        1 => (n(), n(), n()).prop_map(|(t, a, b)| Deed::Target(t, a, b)),
        1 => n().prop_map(Deed::ForgetTarget),
    ]
}

fn pick<T>(of: &mut [T], n: usize) -> Option<&mut T> {
    let len = of.len().max(1);
    of.get_mut(n % len)
}

fn perform(report: &mut Report, deed: &Deed) {
    let Report { book, visits, targets, .. } = report;
    let ids = book.sheets.iter().map(|k| k.sheet.id.0).chain(book.areas.iter().map(|a| a.id.0));
    let next = ids.chain(book.bases.iter().map(|b| b.id.0)).max().unwrap_or(0) + 1;
    match *deed {
        Deed::Key(sheet, no, value) => {
            if let Some(k) = pick(&mut book.sheets, sheet) {
                k.tally.set(BoxNo::number(no), value);
            }
        }
        Deed::State(sheet, state) => {
            if let Some(k) = pick(&mut book.sheets, sheet) {
                k.sheet.state = SheetState::ALL[state % SheetState::ALL.len()];
            }
        }
        Deed::Add(at, value) => {
            if let Some(visit) = pick(visits, at) {
                let boxes = [(2, value), (7, value)];
                book.sheets.push(sheet(next, visit, if value > 20 { &boxes } else { &[] }));
            }
        }
        Deed::Remove(sheet) => {
            if !book.sheets.is_empty() {
                book.sheets.remove(sheet % book.sheets.len());
            }
        }
        Deed::MoveSheet(sheet, to, on) => {
            if let Some(k) = pick(&mut book.sheets, sheet) {
                k.sheet.area = Some(AreaId(to));
                k.sheet.on = Some(day(on));
            }
        }
        Deed::OwnReport(on, value) => book.sheets.push(own_report(next, 3, on, value)),
        Deed::MoveVisit(at, on) => {
            if let Some(visit) = pick(visits, at) {
                visit.on = day(on);
                let of_it = |k: &&mut KeyedSheet| k.sheet.visit == Some(visit.id);
                book.sheets.iter_mut().filter(of_it).for_each(|k| k.sheet.on = Some(day(on)));
            }
        }
        Deed::CancelVisit(at, off) => {
            if let Some(visit) = pick(visits, at) {
                visit.cancelled = off.then(|| "mưa".into());
                let of_it = |k: &&mut KeyedSheet| k.sheet.visit == Some(visit.id);
                book.sheets.iter_mut().filter(of_it).for_each(|k| k.sheet.called_off = off);
            }
        }
        Deed::Base(area, smartphone, installed) => {
            if let Some(id) = pick(&mut book.areas, area).map(|a| a.id) {
                book.bases.push(BaseFigures { id: BaseId(next), ..base(id.0, smartphone, installed) });
            }
        }
        Deed::ForgetBase(at) => {
            if !book.bases.is_empty() {
                book.bases.remove(at % book.bases.len());
            }
        }
        Deed::ForgetArea(at) => {
            if !book.areas.is_empty() {
                book.areas.remove(at % book.areas.len());
            }
        }
        Deed::AddArea => book.areas.push(area(next)),
        Deed::Merge(a, b) => {
            let ids: BTreeSet<AreaId> = [a, b].iter().filter_map(|n| pick(&mut book.areas, *n).map(|a| a.id)).collect();
            let heir = area(next);
            book.heirs.extend(ids.into_iter().map(|source| Heir { source, heir: heir.id, on: day(16) }));
            book.areas.push(heir);
        }
        Deed::Target(at, numerator, denominator) => {
            if let Some(target) = pick(targets, at) {
                target.numerator = Numerator::ALL[numerator % Numerator::ALL.len()];
                target.denominator = Denominator::ALL[denominator % Denominator::ALL.len()];
            }
        }
        Deed::ForgetTarget(at) => {
            if !targets.is_empty() {
                targets.remove(at % targets.len());
            }
        }
    }
}

fn signed(n: Option<u64>) -> i64 {
    i64::try_from(n.unwrap_or(0)).expect("small")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn the_effects_of_causes_add_up_to_every_difference(
        deeds in prop::collection::vec(any_deed(), 0..12),
        before in prop::collection::vec(any_deed(), 0..4),
        whole in any::<bool>(),
    ) {
        let mut then = report();
        if whole {
            then.period = Period::until(day(17));
        }
        before.iter().for_each(|deed| perform(&mut then, deed));
        let mut now = then.clone();
        deeds.iter().for_each(|deed| perform(&mut now, deed));
        let (then, now) = (by_family(then), by_family(now));
        let found = difference(&then, &now);

        // Every total that differs is told, and no other.
        let told: BTreeSet<Figure> = found.figures.iter().map(|d| d.figure).collect();
        prop_assert_eq!(told.len(), found.figures.len());
        let spans = if whole { vec![Span::ToDate] } else { vec![Span::ToDate, Span::Period] };
        let areas: BTreeSet<Option<AreaId>> =
            then.book.areas.iter().chain(&now.book.areas).map(|a| Some(a.id)).chain([None]).collect();
        for span in spans {
            let period = if span == Span::Period { then.period } else { Period::until(then.period.to) };
            let (was, is) = (Ledger::of(&then.book, period), Ledger::of(&now.book, period));
            for area in &areas {
                let of = |l: &Ledger| area.map_or_else(|| l.ward(), |a| l.area(a));
                for count in Count::ALL {
                    let (old, new) = (count.read(&of(&was)), count.read(&of(&is)));
                    let figure = Figure::Total { span, area: *area, count };
                    prop_assert_eq!(told.contains(&figure), old != new, "{:?}", figure);
                }
            }
        }
        for differing in &found.figures {
            prop_assert!(!differing.because.is_empty(), "{:?} has no cause", differing.figure);
            if let (Reading::Total(then), Reading::Total(now)) = (differing.then, differing.now) {
                let sum: i64 = differing.because.iter().map(|b| b.effect.expect("of a total")).sum();
                prop_assert_eq!(sum, signed(now) - signed(then), "{:?}", differing);
            }
        }
        // Every rate that differs is told.
        for target in then.targets.iter().chain(&now.targets) {
            let of = |report: &Report| {
                let ledger = Ledger::of(&report.book, Period::until(report.period.to));
                let rate = report.targets.iter().find(|t| t.id == target.id).map(|t| ledger.ward_rate(t));
                rate.map(|r| (r.numerator, r.denominator))
            };
            let figure = Figure::Rate { target: target.id, area: None };
            prop_assert_eq!(told.contains(&figure), of(&then) != of(&now));
        }
        // No difference, no cause; and no cause that explains nothing.
        let used: BTreeSet<usize> = found.figures.iter().flat_map(|d| d.because.iter().map(|b| b.cause)).collect();
        prop_assert_eq!(used, (0..found.causes.len()).collect::<BTreeSet<_>>());
        let words = Words::of(&then, &now);
        for cause in &found.causes {
            prop_assert!(!words.change(&cause.change).is_empty());
        }
    }
}
