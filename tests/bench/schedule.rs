//! A schedule proposed and checked for as many areas as a merged ward has.

use std::path::Path;
use std::time::Duration;

use domain::NaiveDate;
use office::System;
use office::create::{Beginning, BlankOffice, create};
use office::import::{ImportAreas, TableSource};
use office::visit::{ProposeForm, ProposeSchedule};

use super::measure::{Table, median};
use super::open;

const AREAS: usize = 200;

pub(crate) fn rows(table: &mut Table, folder: &Path) {
    let wide = folder.join("wide.db");
    let form = campaign_of_200_areas(&wide);
    let office = open(&wide);
    let proposed = median(25, || {
        let proposal = office.read(ProposeSchedule { form: form.clone() }).expect("a proposal");
        assert!(proposal.left.is_empty() && proposal.evenings.len() == AREAS, "every area has its evening");
    });
    table.time("propose and check a 200-area campaign", Duration::from_millis(100), proposed);
}

/// 200 areas, one team, 300 evenings of room; answers what to propose.
fn campaign_of_200_areas(path: &Path) -> ProposeForm {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a date");
    let blank = BlankOffice {
        ward: "phường Đo".into(),
        starts_on: Some(day(2031, 1, 2)),
        ends_on: Some(day(2031, 10, 28)),
        ..BlankOffice::default()
    };
    create(path, &Beginning::Blank(blank), &System).expect("a blank office");
    let names: String = (1..=AREAS).map(|n| format!("Khu {n}\n")).collect();
    let table = TableSource::text(format!("Địa bàn\n{names}"));
    open(path).write(ImportAreas { table, dry_run: false }).expect("areas");
    ProposeForm {
        from: day(2031, 1, 2),
        to: None,
        weekdays: [true; 7],
        skip_days_off: true,
        per_day: None,
        households: Some(150),
        wishes: vec![],
        keep: false,
    }
}
