//! Wards to send.

use chrono::NaiveDate;
use domain::area::{Area, AreaKind, BaseFigures};
use domain::campaign::{Campaign, Denominator, Numerator, Target};
use domain::code::{OfficeKey, SheetCode};
use domain::form::{Form, default_checks, default_indicators};
use domain::ids::{AreaId, BaseId, FormId, SheetId, TargetId};
use domain::packet::{FORMAT, Packet};
use domain::rates::{Book, KeyedSheet};
use domain::report::Report;
use domain::sheet::{Sheet, SheetKind, SheetState};
use domain::tally::BoxNo;
use publish::Load;
use serde_json::json;

pub(crate) fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
}

pub(crate) fn area(id: i64) -> Area {
    Area {
        id: AreaId(id),
        name: format!("Hà Trì {id}"),
        kind: AreaKind::ResidentialGroup,
        cluster: (id > 1).then(|| "Hà Trì".into()),
        leader: None,
        self_report_due: None,
        began_on: None,
        ended_on: None,
    }
}

/// People of 15 and over, those with a smartphone among them, and who had the app.
pub(crate) fn base(area: i64, as_of: u32, people: Option<u32>, installed: Option<u32>) -> BaseFigures {
    BaseFigures {
        id: BaseId(area * 100 + i64::from(as_of)),
        area: AreaId(area),
        as_of: day(as_of),
        source: "thử".into(),
        households: None,
        people_15: people,
        smartphone_15: people.map(|n| n * 4 / 5),
        installed,
    }
}

pub(crate) fn sheet(id: i64, area: i64, on: u32, kind: SheetKind, boxes: &[(u16, u32)]) -> KeyedSheet {
    KeyedSheet {
        sheet: Sheet {
            id: SheetId(id),
            code: SheetCode::of(&OfficeKey([1; 32]), SheetId(id)).expect("in range"),
            kind,
            visit: None,
            area: Some(AreaId(area)),
            team: None,
            n: 1,
            of: 1,
            form: FormId(1),
            state: if boxes.is_empty() { SheetState::first(kind) } else { SheetState::Keyed },
            on: Some(day(on)),
            called_off: false,
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

/// Three areas: the first with everything known, the second without a base, the third with a base and no report.
pub(crate) fn book() -> Book {
    let form = Form {
        id: FormId(1),
        version: 1,
        control: false,
        indicators: default_indicators("iHanoi"),
        checks: default_checks(),
    };
    Book {
        areas: (1..=3).map(area).collect(),
        bases: vec![base(1, 1, Some(500), Some(60)), base(1, 5, None, Some(70)), base(3, 1, Some(300), None)],
        forms: vec![form],
        sheets: vec![
            sheet(
                1,
                1,
                9,
                SheetKind::Regular,
                &[(1, 20), (2, 15), (3, 5), (4, 40), (5, 30), (6, 10), (7, 25), (8, 20), (9, 0)],
            ),
            sheet(2, 1, 9, SheetKind::Regular, &[(4, 10), (7, 5)]),
            sheet(3, 1, 10, SheetKind::Regular, &[(4, 6), (7, 2)]),
            sheet(4, 2, 9, SheetKind::Regular, &[(4, 12), (6, 3), (7, 4), (8, 6)]),
            sheet(5, 3, 12, SheetKind::Regular, &[]),
        ],
        ..Book::default()
    }
}

fn target(id: i64, numerator: Numerator, denominator: Denominator) -> Target {
    Target {
        id: TargetId(id),
        clause: format!("I.{id}"),
        name: String::new(),
        numerator,
        denominator,
        percent: 50,
        by: day(30),
    }
}

/// What the n-th ward reports to the end of a day.
pub(crate) fn packet(n: u32, seq: i64, to: u32, book: Book) -> Packet {
    let nothing = json!({ "units": [], "indicators": [], "figures": [] });
    let report = json!({
        "kind": "daily", "issue": { "n": 3, "head": "9f3a 01c2" },
        "issuer": { "id": 1, "validity": { "from": null, "to": null }, "superior_lines": [], "name_lines": ["UBND"],
            "short_name": format!("UBND phường {n}"), "place": format!("Phường {n}"), "symbol": "UBND",
            "contact_line": null },
        "authorities": [], "campaign": campaign(), "targets": [], "book": Book::default(), "visits": [],
        "areas_then": {}, "teams": [], "schools": nothing, "verification": null, "signer": null,
        "period": { "from": null, "to": day(to) }, "as_of": day(to)
    });
    let mut report: Report = serde_json::from_value(report).expect("a report");
    report.targets = vec![
        target(1, Numerator::Installed, Denominator::Smartphone15),
        target(2, Numerator::Account, Denominator::People15),
    ];
    report.book = book;
    let packet = json!({ "format": FORMAT, "office": format!("{n:032x}"), "seq": seq, "layout": 1, "report": report });
    serde_json::from_value(packet).expect("a packet")
}

pub(crate) fn campaign() -> Campaign {
    let campaign = json!({
        "id": 1, "title": "Cài đặt iHanoi", "app_name": "iHanoi", "subject": "", "starts_on": day(9), "ends_on": day(30),
        "evening_starts": "19:30:00", "evening_ends": "21:30:00", "contact": null, "signature_lines": [],
        "signer": null, "drafter": null, "recipients": [], "plan_number": null, "plan_date": null, "plan_month": null,
        "illustration": null, "link": null, "data_purpose": null, "retain_until": null
    });
    serde_json::from_value(campaign).expect("a campaign")
}

pub(crate) fn load(packets: Vec<Packet>) -> Load {
    Load { campaign: campaign(), packets, is_all: false }
}

/// So many wards, each with the same book.
pub(crate) fn wards(count: u32) -> Load {
    load((1..=count).map(|n| packet(n, 10, 16, book())).collect())
}
