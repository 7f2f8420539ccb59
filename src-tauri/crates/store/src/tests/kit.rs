//! Builders that read like the domain.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use domain::area::AreaKind;
use domain::code::{OfficeKey, SheetCode};
use domain::form::{default_checks, default_indicators};
use domain::ids::{AreaId, SheetId, VisitId};
use domain::sheet::{SheetKind, SheetState};
use tempfile::TempDir;

use crate::{
    BoxWrite, Changed, NewArea, NewCampaign, NewFile, NewForm, NewSheet, NewVisit, Op, StoreError, TallyWrite, Tx,
    Writer,
};

pub(super) const KEY: [u8; 32] = [3; 32];

pub(super) struct Office {
    pub folder: TempDir,
    pub writer: Writer,
}

pub(super) fn op(name: &str) -> Op<'_> {
    Op { name, who: None, at: moment(), why: None }
}

pub(super) fn moment() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-11-17T08:05:03+07:00").expect("a moment")
}

pub(super) fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
}

pub(super) fn time(h: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(h, 30, 0).expect("a time of the test")
}

pub(super) fn new_area(name: &str) -> NewArea {
    NewArea { name: name.into(), kind: AreaKind::ResidentialGroup, cluster: None, leader: None, self_report_due: None }
}

/// A campaign with one form; no areas.
pub(super) fn seed(tx: &Tx<'_>) -> Result<(), StoreError> {
    let campaign = tx.insert_campaign(&NewCampaign {
        title: "Cài đặt iHanoi".into(),
        app_name: "iHanoi".into(),
        subject: "Tăng cường tuyên truyền".into(),
        starts_on: day(9),
        ends_on: day(30),
        evening_starts: time(19),
        evening_ends: time(21),
    })?;
    tx.insert_form(
        campaign,
        &NewForm { version: 1, control: false, indicators: default_indicators("iHanoi"), checks: default_checks() },
    )?;
    Ok(())
}

impl Office {
    /// In a folder and under a name with Vietnamese letters and spaces.
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("Phường Hà Cầu.db");
        Writer::create(&path, &NewFile { uid: "u1".into(), key: KEY }, &op("new"), seed).expect("a new file");
        let writer = Writer::open(&path).expect("it opens").writer;
        Self { folder, writer }
    }

    pub(super) fn path(&self) -> PathBuf {
        self.writer.path().to_owned()
    }

    /// Closes and opens again; how many records were recovered.
    pub(super) fn reopen(self) -> (Self, usize) {
        let Self { folder, writer } = self;
        let path = writer.path().to_owned();
        drop(writer);
        let opened = Writer::open(&path).expect("it opens again");
        assert_eq!(opened.unapplied, 0);
        (Self { folder, writer: opened.writer }, opened.recovered)
    }

    pub(super) fn area(&mut self, name: &str) -> AreaId {
        self.run("add_area", |tx| tx.insert_area(tx.get_campaign()?.id, &new_area(name))).0
    }

    pub(super) fn visit(&mut self, area: AreaId, on: u32) -> VisitId {
        self.run("add_visit", |tx| {
            tx.insert_visit(
                tx.get_campaign()?.id,
                &NewVisit { area, on: day(on), starts: time(19), ends: time(21), teams: vec![] },
            )
        })
        .0
    }

    pub(super) fn sheet(&mut self, visit: VisitId) -> SheetId {
        self.run("make_sheets", |tx| {
            let id = tx.next_sheet_id()?;
            let code = SheetCode::of(&OfficeKey(KEY), id).expect("in range");
            let form = tx.get_current_form(tx.get_campaign()?.id)?.id;
            let new = NewSheet::of(SheetKind::Regular, Some(visit), None, None, form);
            tx.insert_sheet(tx.get_campaign()?.id, id, code, &new)?;
            Ok(id)
        })
        .0
    }

    pub(super) fn key(&mut self, sheet: SheetId, no: &str, value: Option<u32>) -> Changed {
        self.run("set_boxes", |tx| {
            let back = tx.get_sheet(sheet)?.state.is_back();
            let write = tally_write(sheet, no, value);
            tx.write_tally(TallyWrite { states: if back { vec![] } else { write.states.clone() }, ..write })
        })
        .1
    }

    pub(super) fn run<T>(&mut self, name: &str, work: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>) -> (T, Changed) {
        let done = self.writer.transact(&op(name), work).expect("it writes");
        (done.answer, done.changed)
    }
}

pub(super) fn tally_write(sheet: SheetId, no: &str, value: Option<u32>) -> TallyWrite {
    TallyWrite {
        sheet,
        keying: 1,
        boxes: vec![BoxWrite::of(no.parse().expect("a box"), value)],
        states: vec![SheetState::HandedOut, SheetState::Returned],
        accepted_because: None,
        as_of: None,
        afresh: false,
    }
}

pub(super) fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
