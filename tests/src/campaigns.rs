//! Campaigns nobody ran, each from a number: the same number gives the same campaign. Between them they
//! have what an office can have: no area and sixty, bases blank, part known and several times, forms that
//! changed, boxes of the office's own, spares, lost papers, self-reports, split and merged areas, schools,
//! every target and every kind of period.

use domain::area::{Area, AreaKind, BaseFigures};
use domain::campaign::{Campaign, Denominator, Numerator, Target};
use domain::code::{OfficeKey, SheetCode};
use domain::form::{Form, Group, Indicator, Meaning, default_checks, default_indicators, reason_indicators};
use domain::ids::{
    AreaId, AuthorityId, BaseId, CampaignId, FormId, OfficeId, SheetId, TargetId, TeamId, UnitId, UnitIndicatorId,
    VisitId,
};
use domain::issuer::{Authority, Issuer, Validity};
use domain::lineage::Heir;
use domain::packet::{FORMAT, Packet, Sealed};
use domain::rates::{Book, KeyedSheet, Period};
use domain::report::{Issue, Report, ReportKind};
use domain::schedule::Visit;
use domain::sheet::{Sheet, SheetKind, SheetState};
use domain::tally::{BoxNo, Tally};
use domain::team::Team;
use domain::unit::{ReportingUnit, UnitBook, UnitFigure, UnitIndicator};
use domain::{NaiveDate, NaiveTime};

/// Evenings of a campaign.
const DAYS: u64 = 22;
const KEY: OfficeKey = OfficeKey([7; 32]);

/// Numbers that look like chance and come again for the same seed (SplitMix64).
struct Dice(u64);

impl Dice {
    /// Below `n`.
    fn roll(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % n.max(1)
    }

    /// Once in `n`.
    fn once_in(&mut self, n: u64) -> bool {
        self.roll(n) == 0
    }

    fn count(&mut self, n: u32) -> u32 {
        u32::try_from(self.roll(u64::from(n))).unwrap_or_default()
    }

    fn id(&mut self, from: i64, n: usize) -> i64 {
        from + i64::try_from(self.roll(n as u64)).unwrap_or_default()
    }
}

fn day(n: u64) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2024, 11, 9).expect("a day of November");
    first.checked_add_days(chrono::Days::new(n)).expect("a day after it")
}

fn time(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 30, 0).expect("a time")
}

/// The campaign of a number.
#[must_use]
pub fn campaign(seed: u64) -> Report {
    let areas = match seed % 10 {
        0 => 0,
        1 => 1,
        2 => 60,
        _ => 0,
    };
    let mut dice = Dice(seed);
    let areas = if seed % 10 > 2 { 1 + dice.roll(59) } else { areas };
    let sheets = dice.roll(areas * 8 + 1);
    of(dice, areas, sheets)
}

/// A campaign of so many sheets over two hundred areas, to measure with.
#[must_use]
pub fn large(sheets: u64) -> Report {
    let mut report = of(Dice(1), 200, sheets);
    report.period = Period::until(day(DAYS));
    report
}

/// The workbook of a report, with its packet as an office seals it.
///
/// # Panics
/// If it cannot be written.
#[must_use]
pub fn workbook(report: &Report) -> Vec<u8> {
    workbook::report::report_xlsx(report, &sealed(report)).expect("a workbook")
}

fn sealed(report: &Report) -> Sealed {
    let report = report.clone().without_persons();
    let packet = Packet { format: FORMAT, office: "07".repeat(16), seq: 12, layout: workbook::packet::LAYOUT, report };
    packet.seal(&KEY).expect("a seal")
}

fn of(mut dice: Dice, count: u64, sheets: u64) -> Report {
    let areas: Vec<Area> = (1..=count).map(|n| area(&mut dice, n)).collect();
    let visits: Vec<Visit> = areas.iter().flat_map(|a| visits(&mut dice, a)).collect();
    let forms = forms(&mut dice);
    let bases = if dice.once_in(5) { Vec::new() } else { bases(&mut dice, &areas) };
    let sheets: Vec<KeyedSheet> = (1..=sheets).map(|n| sheet(&mut dice, n, &visits, &areas, &forms)).collect();
    let heirs = heirs(&mut dice, &areas);
    let labels = |v: &Visit| Some((v.id, areas.iter().find(|a| a.id == v.area)?.label()));
    let areas_then = visits.iter().filter_map(labels).collect();
    let schools = if dice.once_in(3) { schools(&mut dice) } else { UnitBook::default() };
    let targets = targets(&mut dice);
    let to = dice.roll(DAYS);
    let (from, kind) = match dice.roll(4) {
        0 => (Some(to), ReportKind::Daily),
        1 => (Some(to.saturating_sub(6)), ReportKind::Weekly),
        2 => (Some(dice.roll(to + 1)), ReportKind::Custom),
        _ => (None, ReportKind::Final),
    };
    let issue = dice.once_in(2).then(|| Issue { n: 1 + dice.count(40), head: "9f3a 01c2 77de 0b14".into() });
    Report {
        kind,
        issue,
        issuer: issuer(),
        authorities: (1..=dice.id(0, 4)).map(authority).collect(),
        campaign: campaign_of(),
        targets,
        // As the office makes it: areas that came out of one another are one.
        book: Book { areas, bases, forms, sheets, heirs, ..Book::default() }.by_family(),
        visits,
        areas_then,
        teams: (1..=3)
            .map(|n| Team { id: TeamId(n), number: u32::try_from(n).unwrap_or(1), name: format!("Tổ {n}") })
            .collect(),
        schools,
        verification: None,
        signer: dice.once_in(2).then(|| "Người ký (minh họa)".to_owned()),
        period: Period { from: from.map(day), to: day(to) },
        as_of: day(to),
    }
}

fn area(dice: &mut Dice, n: u64) -> Area {
    let name = match dice.roll(12) {
        0 => format!("=Khu {n}"),
        1 => format!("Chung cư & khu nhà ở “số {n}”"),
        _ => format!("Hà Trì {n}"),
    };
    Area {
        id: AreaId(i64::try_from(n).expect("few areas")),
        kind: AreaKind::guess(&name),
        name,
        cluster: None,
        leader: None,
        self_report_due: dice.once_in(6).then(|| day(dice.roll(DAYS))),
        began_on: None,
        ended_on: None,
    }
}

fn visits(dice: &mut Dice, area: &Area) -> Vec<Visit> {
    let of_area = dice.id(0, 3);
    let visit = |n: i64, dice: &mut Dice| Visit {
        id: VisitId(area.id.0 * 10 + n),
        area: area.id,
        on: day(dice.roll(DAYS)),
        starts: time(19),
        ends: time(21),
        cancelled: dice.once_in(9).then(|| "mưa bão".to_owned()),
        teams: (1..=dice.id(0, 4)).map(TeamId).collect(),
    };
    (0..of_area).map(|n| visit(n, dice)).collect()
}

/// The form as it is, and with luck older ones: other numbers for the same boxes, fewer boxes.
fn forms(dice: &mut Dice) -> Vec<Form> {
    let form = |id, indicators| Form {
        id: FormId(id),
        version: u32::try_from(id).unwrap_or(1),
        control: false,
        indicators,
        checks: default_checks(),
    };
    let own = |no, label: &str| Indicator {
        no: BoxNo::number(no),
        label: label.into(),
        group: Group::People,
        meaning: Meaning::Own,
        help: None,
        control: false,
        width: None,
    };
    let mut forms = vec![form(1, default_indicators("Ứng dụng Mẫu"))];
    if dice.once_in(2) {
        let mut turned = default_indicators("Ứng dụng Mẫu");
        turned.reverse();
        (1u16..).zip(&mut turned).for_each(|(no, i)| i.no = BoxNo::number(no));
        turned.extend([own(30, "Xin tờ rơi"), own(31, "=Hẹn lại")]);
        forms.push(form(2, turned));
    }
    if dice.once_in(3) {
        let mut long = default_indicators("Ứng dụng Mẫu");
        long.extend(reason_indicators());
        forms.push(form(3, long));
    }
    if dice.once_in(3) {
        let mut short = default_indicators("Ứng dụng Mẫu");
        short.retain(|_| !dice.once_in(3));
        forms.push(form(4, short));
    }
    forms
}

fn bases(dice: &mut Dice, areas: &[Area]) -> Vec<BaseFigures> {
    let mut bases = Vec::new();
    for area in areas {
        for n in 0..dice.id(0, 4) {
            let figure = |dice: &mut Dice, most| (!dice.once_in(4)).then(|| dice.count(most));
            bases.push(BaseFigures {
                id: BaseId(area.id.0 * 10 + n),
                area: area.id,
                // Before the campaign, within it, after it.
                as_of: if dice.once_in(2) {
                    day(dice.roll(DAYS + 10))
                } else {
                    NaiveDate::from_ymd_opt(2024, 10, 1).expect("a day")
                },
                source: "Số liệu minh họa".into(),
                households: figure(dice, 400),
                people_15: figure(dice, 1_200),
                smartphone_15: figure(dice, 900),
                installed: figure(dice, 200),
            });
        }
    }
    bases
}

fn sheet(dice: &mut Dice, n: u64, visits: &[Visit], areas: &[Area], forms: &[Form]) -> KeyedSheet {
    const STATES: [SheetState; 12] = [
        SheetState::Keyed,
        SheetState::Verified,
        SheetState::Locked,
        SheetState::Keyed,
        SheetState::Keyed,
        SheetState::Returned,
        SheetState::HandedOut,
        SheetState::Printed,
        SheetState::Spare,
        SheetState::Void,
        SheetState::Duplicate,
        SheetState::Lost,
    ];
    let id = SheetId(i64::try_from(n).expect("few sheets"));
    let form = &forms[usize::try_from(dice.roll(forms.len() as u64)).unwrap_or(0)];
    let own: Vec<&Area> = areas.iter().filter(|a| a.self_report_due.is_some()).collect();
    let reports_itself = (visits.is_empty() || dice.once_in(8)) && !own.is_empty();
    let (kind, visit, area, on) = if reports_itself {
        let area = own[usize::try_from(dice.roll(own.len() as u64)).unwrap_or(0)];
        (SheetKind::SelfReport, None, Some(area.id), (!dice.once_in(5)).then(|| day(dice.roll(DAYS))))
    } else if visits.is_empty() {
        (SheetKind::Spare, None, None, None)
    } else {
        let visit = &visits[usize::try_from(dice.roll(visits.len() as u64)).unwrap_or(0)];
        let kind = match dice.roll(12) {
            0 => SheetKind::Spare,
            1 => SheetKind::Summary,
            _ => SheetKind::Regular,
        };
        (kind, Some(visit), Some(visit.area), Some(visit.on))
    };
    let mut state = STATES[usize::try_from(dice.roll(12)).unwrap_or(0)];
    if area.is_none() {
        state = SheetState::Spare;
    }
    let mut tally = Tally::default();
    if state.is_back() || matches!(state, SheetState::Void | SheetState::Duplicate) {
        for indicator in &form.indicators {
            let is_blank = (state == SheetState::Returned && dice.once_in(2)) || dice.once_in(15);
            if !is_blank {
                tally.set(indicator.no.clone(), Some(dice.count(60)));
            }
        }
    }
    KeyedSheet {
        sheet: Sheet {
            id,
            code: SheetCode::of(&KEY, id).expect("in range"),
            kind,
            visit: visit.map(|v| v.id),
            area,
            team: visit.map(|_| TeamId(dice.id(1, 3))),
            n: 1,
            of: 4,
            form: form.id,
            state,
            on,
            called_off: visit.is_some_and(|v| v.cancelled.is_some()),
            accepted_because: dice.once_in(20).then(|| "-Đã hỏi lại tổ".to_owned()),
            note: None,
            holder: None,
            handed_out_on: None,
            replaces: None,
            copy_of: None,
            state_because: None,
        },
        tally,
    }
}

/// The first area split into the last two, the second and third merged into the fourth.
fn heirs(dice: &mut Dice, areas: &[Area]) -> Vec<Heir> {
    let heir = |source: &Area, heir: &Area| Heir { source: source.id, heir: heir.id, on: day(8) };
    match areas {
        [a, b, c, d, .., y, z] if dice.once_in(3) => vec![heir(a, y), heir(a, z), heir(b, d), heir(c, d)],
        _ => Vec::new(),
    }
}

fn schools(dice: &mut Dice) -> UnitBook {
    let units = 1 + dice.id(0, 4);
    let unit =
        |n| ReportingUnit { id: UnitId(n), name: format!("Trường Tiểu học {n}"), due_on: None, contact: None };
    let indicators = ["Giáo viên", "Phụ huynh"].into_iter().zip(1..);
    let mut figures = Vec::new();
    for (unit, indicator) in (1..=units).flat_map(|u| [(u, 1), (u, 2)]) {
        if dice.once_in(3) {
            continue;
        }
        figures.push(UnitFigure {
            unit: UnitId(unit),
            indicator: UnitIndicatorId(indicator),
            as_of: day(dice.roll(DAYS)),
            people: (!dice.once_in(4)).then(|| dice.count(90)),
            done: (!dice.once_in(4)).then(|| dice.count(60)),
        });
    }
    UnitBook {
        units: (1..=units).map(unit).collect(),
        indicators: indicators
            .map(|(label, n)| UnitIndicator { id: UnitIndicatorId(n), label: label.into() })
            .collect(),
        figures,
    }
}

/// Some of the targets there can be.
fn targets(dice: &mut Dice) -> Vec<Target> {
    let pairs = Numerator::ALL.into_iter().flat_map(|n| Denominator::ALL.map(|d| (n, d))).filter(|(n, d)| d.fits(*n));
    let some: Vec<(Numerator, Denominator)> = pairs.filter(|_| dice.once_in(4)).collect();
    let mut targets = Vec::new();
    for ((numerator, denominator), n) in some.into_iter().zip(1..) {
        targets.push(Target {
            id: TargetId(n),
            clause: format!("I.{n}"),
            name: numerator.word().to_owned(),
            numerator,
            denominator,
            percent: 1 + dice.count(100),
            by: day(DAYS),
        });
    }
    targets
}

fn issuer() -> Issuer {
    Issuer {
        id: OfficeId(1),
        validity: Validity::default(),
        superior_lines: vec!["UBND THÀNH PHỐ (MINH HỌA)".into()],
        name_lines: vec!["ỦY BAN NHÂN DÂN".into(), "PHƯỜNG MINH HỌA".into()],
        short_name: "UBND phường Minh Họa".into(),
        place: "Minh Họa".into(),
        symbol: "UBND".into(),
        contact_line: None,
    }
}

fn authority(n: i64) -> Authority {
    Authority {
        id: AuthorityId(n),
        name: format!("Cơ quan {n} (minh họa)"),
        address: format!("Cơ quan {n} (minh họa)"),
        validity: Validity::default(),
    }
}

fn campaign_of() -> Campaign {
    Campaign {
        id: CampaignId(1),
        title: "Cài đặt Ứng dụng Mẫu".into(),
        app_name: "Ứng dụng Mẫu".into(),
        subject: "Tuyên truyền cài đặt Ứng dụng Mẫu (số liệu minh họa)".into(),
        starts_on: day(0),
        ends_on: day(DAYS),
        evening_starts: time(19),
        evening_ends: time(21),
        contact: None,
        signature_lines: vec!["KT. CHỦ TỊCH".into(), "PHÓ CHỦ TỊCH".into()],
        signer: None,
        recipients: vec![],
        plan_number: None,
        plan_date: None,
        plan_month: None,
        drafter: None,
        illustration: Some("SỐ LIỆU MINH HỌA - KHÔNG PHẢI SỐ LIỆU THẬT".into()),
        link: None,
        data_purpose: None,
        retain_until: None,
    }
}
