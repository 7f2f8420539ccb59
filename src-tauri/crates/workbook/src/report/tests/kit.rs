//! A ward with invented figures: areas without bases, without sheets, one that reports by itself, an
//! evening called off, a formula where a name should be.

use chrono::{Days, NaiveDate, NaiveTime};
use domain::area::{Area, AreaKind, BaseFigures};
use domain::campaign::{Campaign, Denominator, Numerator, Target};
use domain::code::{OfficeKey, SheetCode};
use domain::form::{Form, default_checks, default_indicators};
use domain::ids::{AreaId, AuthorityId, BaseId, CampaignId, FormId, OfficeId, SheetId, TargetId, TeamId, VisitId};
use domain::issuer::{Authority, Issuer, Validity};
use domain::packet::{FORMAT, Packet, Sealed};
use domain::rates::{Book, KeyedSheet, Period};
use domain::schedule::Visit;
use domain::sheet::{Sheet, SheetKind, SheetState};
use domain::tally::{BoxNo, Tally};
use domain::team::Team;
use domain::unit::UnitBook;

use domain::report::Report;

use crate::packet::LAYOUT;
use crate::report::report_xlsx;

pub(super) fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, 9).and_then(|d| d.checked_add_days(Days::new(n))).expect("a date of November")
}

/// The workbook as the office makes it.
pub(crate) fn workbook(report: &Report) -> Vec<u8> {
    report_xlsx(report, &sealed(report, 7)).expect("a workbook")
}

/// The report's packet, sealed by the office of that number.
pub(crate) fn sealed(report: &Report, office: u8) -> Sealed {
    let report = report.clone().without_persons();
    let packet = Packet { format: FORMAT, office: format!("{office:02x}").repeat(16), seq: 12, layout: LAYOUT, report };
    packet.seal(&OfficeKey([office; 32])).expect("a seal")
}

pub(crate) fn report(sheets: i64) -> Report {
    let names = [
        "Cầu Đơ 1",
        "Cầu Đơ 3",
        "Cầu Đơ 4",
        "Cầu Đơ 5",
        "Hà Trì 1",
        "Hà Trì 2",
        "Hà Trì 3",
        "Hà Trì 4",
        "Hà Trì 5",
        "1 Ngô Thì Nhậm",
        "2 Ngô Thì Nhậm",
        "3 Ngô Thì Nhậm",
        "4 Ngô Thì Nhậm",
        "5 Ngô Thì Nhậm",
        "1 Tô Hiệu",
        "Chung cư Phú Thịnh",
        "Khu nhà ở Cảnh sát biển",
        "Cụm chung cư Hyundai Hillstate",
    ];
    let areas: Vec<Area> = (1..)
        .zip(names)
        .map(|(id, name)| Area {
            id: AreaId(id),
            name: name.into(),
            kind: AreaKind::guess(name),
            cluster: None,
            leader: None,
            self_report_due: (id == 18).then(|| day(20)),
            began_on: None,
            ended_on: None,
        })
        .collect();
    let bases = areas.iter().filter(|a| a.id.0 % 7 != 0).map(|a| base(a.id)).collect();
    let form = Form {
        id: FormId(1),
        version: 1,
        control: false,
        indicators: default_indicators("Ứng dụng Mẫu"),
        checks: default_checks(),
    };
    let visits: Vec<Visit> = (1..18).map(visit).collect();
    let keyed = (1..=sheets).map(|id| sheet(id, &visits)).collect();
    let then = |v: &Visit| Some((v.id, areas.iter().find(|a| a.id == v.area)?.label()));
    let areas_then = visits.iter().filter_map(then).collect();
    Report {
        kind: domain::report::ReportKind::Custom,
        issue: None,
        areas_then,
        issuer: Issuer {
            id: OfficeId(1),
            validity: Validity::default(),
            superior_lines: vec![],
            name_lines: vec!["ỦY BAN NHÂN DÂN".into(), "PHƯỜNG MINH HỌA".into()],
            short_name: "UBND phường Minh Họa".into(),
            place: "Minh Họa".into(),
            symbol: "UBND".into(),
            contact_line: None,
        },
        authorities: vec![Authority {
            id: AuthorityId(1),
            name: "UBND thành phố (minh họa)".into(),
            address: "Ủy ban nhân dân thành phố (minh họa)".into(),
            validity: Validity::default(),
        }],
        campaign: campaign(),
        targets: targets(),
        book: Book { areas, bases, forms: vec![form], sheets: keyed, ..Book::default() },
        visits,
        teams: vec![Team { id: TeamId(1), number: 1, name: "=1+1".into() }],
        schools: UnitBook::default(),
        verification: None,
        signer: Some("Người ký (minh họa)".into()),
        period: Period::until(day(21)),
        as_of: day(15),
    }
}

fn base(area: AreaId) -> BaseFigures {
    let n = u32::try_from(area.0).unwrap_or(1);
    BaseFigures {
        id: BaseId(area.0),
        area,
        as_of: NaiveDate::from_ymd_opt(2024, 11, 1).expect("a date"),
        source: "Số liệu minh họa".into(),
        households: Some(200 + 11 * n),
        people_15: Some(600 + 31 * n),
        smartphone_15: Some(450 + 27 * n),
        installed: (n % 3 > 0).then_some(40 + n),
    }
}

fn visit(id: i64) -> Visit {
    let time = |h| NaiveTime::from_hms_opt(h, 30, 0).expect("a time");
    Visit {
        id: VisitId(id),
        area: AreaId(id),
        on: day(u64::try_from(id - 1).unwrap_or(0)),
        starts: time(19),
        ends: time(21),
        cancelled: (id == 5).then(|| "mưa bão".into()),
        teams: vec![TeamId(1)],
    }
}

fn sheet(id: i64, visits: &[Visit]) -> KeyedSheet {
    let visit = &visits[usize::try_from(id).unwrap_or(0) % visits.len()];
    let is_back = visit.on < day(11) && id % 11 != 0;
    let n = u32::try_from(id % 9).unwrap_or(0);
    let boxes = [30 + n, 25, 5 + n, 60 + n, 50, 9, 20 + n, 28, 25];
    KeyedSheet {
        sheet: Sheet {
            id: SheetId(id),
            code: SheetCode::of(&OfficeKey([7; 32]), SheetId(id)).expect("in range"),
            kind: SheetKind::Regular,
            visit: Some(visit.id),
            area: Some(visit.area),
            team: Some(TeamId(1)),
            n: 1,
            of: 5,
            form: FormId(1),
            state: if is_back { SheetState::Keyed } else { SheetState::HandedOut },
            on: Some(visit.on),
            called_off: visit.cancelled.is_some(),
            accepted_because: None,
            note: None,
            holder: None,
            handed_out_on: None,
            replaces: None,
            copy_of: None,
            state_because: None,
        },
        tally: if is_back {
            (1..).zip(boxes).map(|(no, v)| (BoxNo::number(no), v)).collect()
        } else {
            Tally::default()
        },
    }
}

fn campaign() -> Campaign {
    let time = |h| NaiveTime::from_hms_opt(h, 30, 0).expect("a time");
    Campaign {
        id: CampaignId(1),
        title: "Cài đặt Ứng dụng Mẫu".into(),
        app_name: "Ứng dụng Mẫu".into(),
        subject: "Tuyên truyền cài đặt Ứng dụng Mẫu trên địa bàn phường Minh Họa (số liệu minh họa)".into(),
        starts_on: day(0),
        ends_on: day(21),
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

fn targets() -> Vec<Target> {
    let target = |id, clause: &str, name: &str, numerator, denominator| Target {
        id: TargetId(id),
        clause: clause.into(),
        name: name.into(),
        numerator,
        denominator,
        percent: 50,
        by: day(21),
    };
    vec![
        target(1, "I.2", "Cài đặt", Numerator::Installed, Denominator::Smartphone15),
        target(2, "II.6", "Biết, cài đặt, tạo tài khoản", Numerator::Account, Denominator::People15),
    ]
}

/// So many cases in the test run; as many as `PROPTEST_CASES` says when somebody looks closer.
pub(crate) fn cases(n: u32) -> proptest::prelude::ProptestConfig {
    let usual = proptest::prelude::ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_some() {
        usual
    } else {
        proptest::prelude::ProptestConfig { cases: n, ..usual }
    }
}
