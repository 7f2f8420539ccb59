//! Measures and forecast from the journal of a morning.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU8, Ordering};

use chrono::{DateTime, FixedOffset, NaiveTime, TimeDelta};
use domain::account::Role;
use tempfile::TempDir;

use super::kit::code_of;
use crate::account::{AddAccount, EditAccount};
use crate::create::{Beginning, create};
use crate::measure::{GetForecast, GetMeasures};
use crate::sheet::{BoxEntry, ListSheets, NumberSheets, SetBoxes};
use crate::verification::{DecideBox, SetSecondBoxes};
use crate::{ErrorCode, Office, Outside};

/// Five seconds pass between one look at the clock and the next; a deed looks twice, for the door and for itself.
#[derive(Debug, Default)]
struct Ticking(AtomicI64, AtomicU8);

impl Outside for Ticking {
    fn now(&self) -> DateTime<FixedOffset> {
        let begin = DateTime::parse_from_rfc3339("2024-11-10T08:00:00+07:00").expect("a time of the test");
        begin + TimeDelta::seconds(5 * self.0.fetch_add(1, Ordering::Relaxed))
    }

    fn fill(&self, bytes: &mut [u8]) {
        bytes.iter_mut().for_each(|byte| *byte = self.1.fetch_add(1, Ordering::Relaxed));
    }
}

const SOUND: [u32; 9] = [32, 27, 5, 61, 54, 9, 41, 44, 40];

struct Morning {
    office: Office,
    codes: Vec<String>,
    _folder: TempDir,
}

impl Morning {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ward.db");
        let outside: Arc<dyn Outside> = Arc::new(Ticking::default());
        create(&path, &Beginning::Sample { name: "ha-cau-2024".into() }, &*outside).expect("a new file");
        let mut office = Office::open(&path, outside).expect("it opens").office;
        office.write(NumberSheets { evening: None, count: 9, ..NumberSheets::default() }).expect("codes");
        let rows = office.read(ListSheets::default()).expect("sheets");
        let codes = rows.iter().filter(|s| s.visit_is_on("2024-11-09")).map(|s| s.code.clone()).collect();
        for (name, role) in [("A", Role::Clerk), ("B", Role::Clerk), ("C", Role::Clerk), ("O", Role::Outreach)] {
            office.write(AddAccount { name: name.into(), role, pin: None }).expect("an account");
        }
        Self { office, codes, _folder: folder }
    }

    fn sign_in(&mut self, name: &str) {
        let accounts = self.office.view().list_accounts().expect("accounts");
        self.office.set_who(accounts.into_iter().find(|a| a.name == name));
    }

    /// Box by box, two digits and Enter each.
    fn key(&mut self, name: &str, sheet: usize) {
        self.sign_in(name);
        for (no, value) in (1..).zip(SOUND) {
            let boxes = vec![BoxEntry { keys: 3, ..BoxEntry::of(no, value) }];
            let keyed = SetBoxes { code: self.codes[sheet].clone(), boxes, cursor: None };
            self.office.write(keyed).expect("a box");
        }
    }
}

trait OfEvening {
    fn visit_is_on(&self, day: &str) -> bool;
}

impl OfEvening for crate::sheet::SheetRow {
    fn visit_is_on(&self, day: &str) -> bool {
        self.on.is_some_and(|on| on.to_string() == day)
    }
}

#[test]
fn a_mornings_forecast_comes_from_its_own_pace() {
    let mut morning = Morning::new();
    let whole = u32::try_from(morning.codes.len()).expect("few");
    assert_eq!(morning.office.read(GetForecast {}).expect("a forecast").waiting, whole);
    morning.key("A", 0);
    morning.key("A", 1);
    assert_eq!(morning.office.read(GetForecast {}).expect("a forecast").done_at, None, "too little to go by");
    morning.key("A", 2);
    let forecast = morning.office.read(GetForecast {}).expect("a forecast");
    assert_eq!((forecast.finished, forecast.waiting), (3, whole - 3));
    let pace = forecast.minutes_per_sheet.expect("a pace");
    assert!(pace > 1.0 && pace < 2.0, "nine boxes, ten seconds each: {pace}");
    assert!(forecast.done_at.expect("a time") > NaiveTime::from_hms_opt(8, 5, 0).expect("a time"));
}

#[test]
fn measures_are_of_persons_and_named_as_they_are_called_now() {
    let mut morning = Morning::new();
    for sheet in 0..3 {
        morning.key("A", sheet);
    }
    morning.key("B", 3);
    let code = morning.codes[0].clone();
    let second = |office: &mut Office, boxes: Vec<BoxEntry>| {
        office.write(SetSecondBoxes { code: code.clone(), boxes, cursor: None }).expect("keyed");
    };
    morning.sign_in("B");
    let whole = (1..).zip(SOUND).map(|(no, value)| BoxEntry::of(no, if no == 7 { 40 } else { value })).collect();
    second(&mut morning.office, whole);
    second(&mut morning.office, vec![BoxEntry::of(7, 40)]);
    morning.sign_in("C");
    let decide = DecideBox { code: code.clone(), no: "7".into(), value: "40".into(), keys: 3 };
    morning.office.write(decide).expect("decided");
    morning.sign_in("O");
    assert_eq!(code_of(morning.office.read(GetMeasures {})), ErrorCode::NotAllowed, "about persons");
    let accounts = morning.office.view().list_accounts().expect("accounts");
    morning.office.set_who(accounts.iter().find(|a| a.role == Role::Administrator).cloned());
    let a = accounts.iter().find(|a| a.name == "A").expect("A");
    let renamed = EditAccount { id: a.id, name: "Lê Thị Bích".into(), role: a.role, active: true };
    morning.office.write(renamed).expect("renamed");
    let measures = morning.office.read(GetMeasures {}).expect("measures");
    let names: Vec<&str> = measures.keyers.iter().map(|k| k.name.as_str()).collect();
    assert_eq!(names, ["Lê Thị Bích", "B"], "who keyed most first; who decided has keyed none first");
    let first = &measures.keyers[0].measure;
    assert_eq!((first.sheets, first.boxes, first.keys), (3, 27, 81));
    assert_eq!((first.keys_per_sheet, first.checked, first.wrong), (Some(27.0), 9, 1));
    let errors = first.errors.expect("a rate");
    assert!(errors.low < errors.per_mille && errors.per_mille < errors.high);
    assert_eq!((measures.estimate.sheets, measures.estimate.twice, measures.estimate.found), (4, 1, 1));
    assert!((measures.share_again - 0.25).abs() < 1e-9);
}
