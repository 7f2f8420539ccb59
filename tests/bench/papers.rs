//! Papers through the program people start, and those of one evening that was moved.

use std::path::Path;
use std::time::Duration;

use domain::NaiveDate;
use domain::printing::FlyerDesign;
use office::Office;
use paper::{FlyerForm, FlyerPrint, FlyerSize, Inks, SheetSize, flyers_pdf};
use product_tests::{RunExt, cli};
use serde_json::json;

use super::measure::{Table, median, megabytes};
use super::{make, open};

/// The reference plan with its 22 evenings: 308 sheets and one more.
const COUNT: &str = "12";
const SPARE: &str = "2";

pub(crate) fn rows(table: &mut Table, folder: &Path) {
    let sample = folder.join("ha-cau.db");
    make(&sample, "ha-cau-2024");
    let plan = folder.join("plan.pdf");
    let whole = median(25, || _ = cli().arg("plan").arg(&sample).arg("-o").arg(&plan).done());
    table.time("plan as PDF, whole process", Duration::from_millis(60), whole);

    let sheets = folder.join("sheets.pdf");
    let print = || {
        let mut command = cli();
        command.arg("sheets").arg(&sample).args(["--count", COUNT, "--spare", SPARE, "-o"]).arg(&sheets);
        _ = command.done();
    };
    print();
    table.time("309 sheets in one PDF, whole process", Duration::from_secs(2), median(3, print));
    let size = std::fs::metadata(&sheets).expect("the sheets").len();
    table.row("  its size", "≤ 3.0 MB", &megabytes(size), size <= 3_000_000);

    two_thousand_flyers(table);
    again(table, &sample);
}

/// Areas of their own, four flyers of each on a sheet, proved as they leave.
fn two_thousand_flyers(table: &mut Table) {
    let time = |hour| domain::NaiveTime::from_hms_opt(hour, 30, 0).expect("a time");
    let evening = |n: u32| NaiveDate::from_ymd_opt(2024, 11, 1 + n % 30).expect("a day");
    let flyer = |n: u32| FlyerPrint {
        issuer: "UBND phường Hà Cầu".into(),
        app: "iHanoi".into(),
        area: format!("Tổ dân phố Hà Trì {n}"),
        evenings: vec![evening(n)],
        starts: time(19),
        ends: time(21),
        link: Some("https://vi-du.example/cai-dat".into()),
        contact_line: Some("Văn phòng UBND phường".into()),
        illustration: None,
        headline: None,
        steps: None,
    };
    let batch: Vec<FlyerPrint> = (1..=500).map(flyer).collect();
    let form = FlyerForm {
        design: FlyerDesign::default(),
        size: FlyerSize::A6,
        inks: Inks::Copier,
        sheet: SheetSize::A4,
        marks: true,
        bleed: false,
        sheets: 1,
    };
    let made = median(3, || _ = flyers_pdf(&batch, form, &mut |_, _| true).expect("flyers"));
    table.time("2,000 flyers of 500 areas, 4 on a page", Duration::from_secs(3), made);
}

/// Every paper an evening's move makes stale, made again: the plan, and what hangs on the evening and its area.
fn again(table: &mut Table, path: &Path) {
    let mut office = open(path);
    let campaign = office.view().get_campaign().expect("a campaign").id;
    let visits = office.view().list_visits(campaign).expect("evenings");
    let (moved, off) = (visits[12].clone(), visits.last().expect("an evening").clone());
    let call = |office: &mut Office, name: &str, request| {
        office::contract::call(office, name, request).expect("a deed");
    };
    call(&mut office, "cancel_visit", json!({ "id": off.id, "reason": "mưa bão", "confirmed": true }));
    let (mut on, mut other) = (off.on, moved.on);
    let again = || {
        call(&mut office, "move_visit", json!({ "id": moved.id, "on": on, "confirmed": true }));
        for (name, request) in [
            ("plan_pdf", json!({})),
            ("plan_docx", json!({})),
            ("sheets_pdf", json!({ "evening": on })),
            ("team_cards_pdf", json!({ "evening": on })),
            ("flyers_pdf", json!({ "size": "a4", "area": moved.area })),
            ("flyers_pdf", json!({ "size": "a5", "area": moved.area })),
            ("flyers_pdf", json!({ "size": "a6", "area": moved.area })),
        ] {
            let prepared = office::contract::prepare(&office, name, request).expect("a request");
            let view = office.view();
            assert!(prepared.batch(&view).expect("what it says").is_some(), "{name} is kept in the list");
            assert!(!prepared.make(&view, &mut |_, _| true).expect("a paper").bytes.is_empty());
        }
        std::mem::swap(&mut on, &mut other);
    };
    table.time("one evening moved, all its papers made again", Duration::from_secs(2), median(5, again));
}
