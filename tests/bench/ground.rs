//! An office of one size, open on the morning it is measured on.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::NaiveDate;
use domain::sheet::SheetKind;
use office::area::ListAreas;
use office::contract;
use office::desk::Keeper;
use office::restoring::Which;
use office::sheet::{BoxEntry, ListSheets, SetBoxes};
use office::{Office, Outside};
use product_tests::ladder::Rung;
use serde_json::{Value, json};

pub(crate) struct Ground {
    pub(crate) path: PathBuf,
    outside: Arc<dyn Outside>,
    /// Absent while a job opens the file itself.
    office: Option<Office>,
    keeper: Keeper,
    /// The backup that jobs look at and bring back.
    backup: Option<i64>,
    /// The evening whose sheets lie on the table.
    pub(crate) on: NaiveDate,
    pub(crate) area: Value,
    /// Sheets of that evening.
    codes: Vec<String>,
    /// Grows with every box, so that each is a change.
    turn: usize,
}

impl Ground {
    pub(crate) fn of(rung: &Rung, made: &Path, folder: &Path) -> Self {
        let path = rung.copy(made, folder);
        let outside = rung.morning();
        let office = Office::open(&path, Arc::clone(&outside)).expect("it opens").office;
        let on = rung.evening();
        let rows = office.read(ListSheets { evening: Some(on), ..ListSheets::default() }).expect("sheets");
        let codes = rows.into_iter().filter(|r| r.kind == SheetKind::Regular).map(|r| r.code).collect();
        let area = json!(office.read(ListAreas {}).expect("areas")[1].id);
        let keeper = Keeper::at_rest(&path, Arc::clone(&outside));
        Self { path, outside, office: Some(office), keeper, backup: None, on, area, codes, turn: 0 }
    }

    /// The files of one size make room for those of the next.
    pub(crate) fn leave(self) {
        let folder = self.path.parent().map(Path::to_owned);
        drop(self);
        for left in folder.into_iter().flat_map(std::fs::read_dir).flatten().flatten() {
            let path = left.path();
            let _ = if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
        }
    }

    pub(crate) fn office(&mut self) -> &mut Office {
        let (path, outside) = (&self.path, &self.outside);
        self.office.get_or_insert_with(|| Office::open(path, Arc::clone(outside)).expect("it opens").office)
    }

    /// A question or a deed, and its answer as it goes over the wire.
    pub(crate) fn call(&mut self, name: &str, request: Value) {
        let answered = contract::call(self.office(), name, request).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(!answered.answer.to_string().is_empty());
    }

    pub(crate) fn make(&mut self, name: &str, request: Value) {
        let office = self.office();
        let prepared = contract::prepare(office, name, request).unwrap_or_else(|e| panic!("{name}: {e}"));
        let made = prepared.make(&office.view(), &mut |_, _| true).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(!made.bytes.is_empty());
    }

    pub(crate) fn inspect(&mut self, name: &str) {
        let office = self.office();
        let prepared = contract::prepare_inspection(office, name, json!({})).unwrap_or_else(|e| panic!("{name}: {e}"));
        _ = prepared.inspect(&office.view(), &mut |_, _| true).unwrap_or_else(|e| panic!("{name}: {e}"));
    }

    /// A sheet of the evening, another each time.
    pub(crate) fn code(&mut self) -> String {
        self.turn += 1;
        self.codes[self.turn * 7 % self.codes.len()].clone()
    }

    /// One box of it, which is one commit.
    pub(crate) fn key(&mut self) {
        let code = self.code();
        let boxes = vec![BoxEntry::of(1 + self.turn % 9, 60_000 + self.turn)];
        self.office().write(SetBoxes { code, boxes, cursor: Some("2".into()) }).expect("a box");
    }

    /// Opens the file as at the start of the program, and closes it.
    pub(crate) fn reopen(&mut self) {
        drop(self.office.take());
        _ = self.office();
    }

    /// As after a power cut: without its seal.
    pub(crate) fn reopen_unsealed(&mut self) {
        drop(self.office.take());
        let mut seal = self.path.as_os_str().to_owned();
        seal.push(".lock");
        std::fs::remove_file(seal).expect("the seal");
        _ = self.office();
    }

    pub(crate) fn back_up(&mut self) -> i64 {
        let number = self.keeper.make_asked().expect("a backup").number;
        // The newest: older ones go when there are many.
        self.backup = Some(number);
        number
    }

    fn kept(&mut self) -> i64 {
        match self.backup {
            Some(number) => number,
            None => self.back_up(),
        }
    }

    pub(crate) fn verify_backup(&mut self) {
        let number = self.kept();
        self.keeper.verify(Some(number)).expect("it is read");
    }

    pub(crate) fn look_at_backup(&mut self) {
        let number = self.kept();
        _ = self.office().look_at_backup(Which::Number(number)).expect("it is looked at");
    }

    pub(crate) fn restore(&mut self) {
        let number = self.kept();
        _ = self.office();
        let office = self.office.take().expect("it was just opened");
        office.bring_back(Which::Number(number)).expect("it is brought back");
    }
}
