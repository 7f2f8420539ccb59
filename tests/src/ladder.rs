//! Office files of a thousand, ten thousand and a hundred thousand sheets, alike in all but size, to see how work
//! grows: the morning after an evening late in the campaign. Whatever was out is keyed but for one sheet in nineteen that
//! never came back, the last evening lies on the table, and of it thirty sheets are keyed already.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use domain::NaiveDate;
use domain::code::SheetCode;
use domain::sheet::{Sheet, SheetKind};
use office::area::{ListAreas, PutBase};
use office::create::{Beginning, BlankOffice, create};
use office::import::{ImportAreas, ImportTallies, TableSource};
use office::sheet::{BoxEntry, NumberSheets, SetBoxes};
use office::target::AddPlanTargets;
use office::team::AddTeam;
use office::verification::{AskedMode, SetVerification};
use office::visit::AddVisit;
use office::{Office, Outside, System};

/// Always the same moment, so that every run measures the same morning; chance stays chance.
#[derive(Debug, Clone, Copy)]
struct Stopped(DateTime<FixedOffset>);

impl Outside for Stopped {
    fn now(&self) -> DateTime<FixedOffset> {
        self.0
    }

    fn fill(&self, bytes: &mut [u8]) {
        System.fill(bytes);
    }
}

/// One size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    /// As it is asked for: `10k`.
    pub name: &'static str,
    /// Each has one evening.
    pub areas: usize,
    /// Sheets and spares of a team's evening.
    pub count: u32,
    pub spare: u32,
}

/// Ten times the sheets from each to the next.
pub const LADDER: [Rung; 3] = [
    Rung { name: "1k", areas: 25, count: 8, spare: 2 },
    Rung { name: "10k", areas: 100, count: 20, spare: 5 },
    Rung { name: "100k", areas: 200, count: 99, spare: 26 },
];

/// Teams of an evening.
const TEAMS: usize = 4;
/// Sheets of one imported table, which is one deed.
const ROWS: usize = 1_000;
/// One sheet in so many never came back; a prime, so that it is not always a spare.
const LOST: usize = 19;
/// Sheets of the last evening that are keyed this morning.
const THIS_MORNING: usize = 30;

impl Rung {
    /// Sheets that people fill in at the doors.
    #[must_use]
    pub fn sheets(&self) -> usize {
        self.areas * TEAMS * (self.count + self.spare) as usize
    }

    /// The last evening that is over: a tenth of the campaign is still to come.
    #[must_use]
    pub fn evening(&self) -> NaiveDate {
        on(self.areas * 9 / 10)
    }

    /// The morning after it.
    ///
    /// # Panics
    /// Never: it is a fixed day.
    #[must_use]
    pub fn morning(&self) -> Arc<dyn Outside> {
        Arc::new(at(self.evening().succ_opt().expect("a day after it"), 8))
    }

    /// The file of this size in a folder, made there the first time. It is not to be written to: what writes takes a
    /// copy.
    ///
    /// # Panics
    /// If it cannot be made.
    #[must_use]
    pub fn file(&self, folder: &Path) -> PathBuf {
        let path = folder.join(format!("{}-{}.db", self.name, fingerprint()));
        if !path.exists() {
            let making = folder.join(format!("{}-making.db", self.name));
            remove(&making);
            self.fill(&making);
            // Only a whole one bears the name.
            std::fs::rename(entries_of(&making), entries_of(&path)).expect("the folder takes files");
            std::fs::rename(&making, &path).expect("the folder takes files");
        }
        path
    }

    /// A copy that may be written to.
    ///
    /// # Panics
    /// If it cannot be copied.
    #[must_use]
    pub fn copy(&self, made: &Path, folder: &Path) -> PathBuf {
        let (file, copy) = (self.file(made), folder.join(format!("{}.db", self.name)));
        for (from, to) in [(entries_of(&file), entries_of(&copy)), (file, copy.clone())] {
            std::fs::copy(from, to).expect("the folder takes files");
        }
        copy
    }

    fn fill(&self, path: &Path) {
        let blank = BlankOffice {
            ward: "phường Đo".into(),
            starts_on: Some(on(0)),
            ends_on: Some(on(self.areas + 90)),
            ..BlankOffice::default()
        };
        let before = Arc::new(at(self.evening(), 21));
        create(path, &Beginning::Blank(blank), before.as_ref()).expect("a blank office");
        let mut office = Office::open(path, before).expect("it opens").office;
        self.prepare(&mut office);
        let sheets = sheets_of(&office);
        let doors = |row: &&Sheet| matches!(row.kind, SheetKind::Regular | SheetKind::Spare);
        let past = sheets.iter().filter(doors).filter(|row| row.on.is_some_and(|on| on < self.evening()));
        let back: Vec<(usize, &Sheet)> = past.enumerate().filter(|(n, _)| n % LOST != LOST - 1).collect();
        for rows in back.chunks(ROWS) {
            let table = TableSource::text(table(rows.iter().map(|(n, row)| (*n, row.code))));
            office.write(ImportTallies { table, dry_run: false }).expect("a table of tallies");
        }
        for (code, sums) in totals(&sheets, &back) {
            let boxes = sums.iter().zip(1..).map(|(value, no)| BoxEntry::of(no, value)).collect();
            office.write(SetBoxes { code, boxes, cursor: None }).expect("a summary");
        }
        drop(office);
        let mut office = Office::open(path, self.morning()).expect("it opens").office;
        let last = sheets.iter().filter(doors).filter(|row| row.on == Some(self.evening()));
        for (n, row) in last.take(THIS_MORNING).enumerate() {
            let boxes = sound(n).into_iter().zip(1..).map(|(value, no)| BoxEntry::of(no, value)).collect();
            office.write(SetBoxes { code: row.code.to_string(), boxes, cursor: None }).expect("a sheet");
        }
    }

    /// Areas with their bases, evenings, teams and numbered sheets.
    fn prepare(&self, office: &mut Office) {
        let names: String = (1..=self.areas).map(|n| format!("Khu {n}\n")).collect();
        let areas = TableSource::text(format!("Địa bàn\n{names}"));
        office.write(ImportAreas { table: areas, dry_run: false }).expect("areas");
        office.write(AddPlanTargets {}).expect("targets");
        let team = |n: usize| AddTeam { name: format!("Tổ {n}") };
        let teams: Vec<_> = (1..=TEAMS).map(|n| office.write(team(n)).expect("a team").answer).collect();
        for (n, area) in office.read(ListAreas {}).expect("areas").into_iter().enumerate() {
            let base = PutBase {
                area: area.id,
                as_of: on(0),
                source: "Số liệu đo".into(),
                households: Some(9_000),
                people_15: Some(30_000),
                smartphone_15: Some(24_000),
                installed: Some(1_200),
            };
            office.write(base).expect("a base");
            office.write(AddVisit { area: area.id, on: on(n), teams: teams.clone() }).expect("an evening");
        }
        let set = NumberSheets { count: self.count, spare: self.spare, summary: true, ..NumberSheets::default() };
        office.write(set).expect("sheets");
        office.write(SetVerification { mode: Some(AskedMode::OneIn { n: 10 }) }).expect("a plan of second keying");
    }
}

/// Nine boxes that agree with each other, different from sheet to sheet.
#[must_use]
pub fn sound(n: usize) -> [usize; 9] {
    let met = 10 + n % 17;
    let absent = n % 7;
    let people = 2 * met + n % 5;
    let smartphone = people - n % 9;
    let before = n % 6;
    let tonight = smartphone - before - n % 4;
    let account = before + tonight - n % 3;
    [met + absent, met, absent, people, smartphone, before, tonight, account, account - n % 2]
}

/// Every sheet, in the office's order: a list that crosses the wire is a page.
///
/// # Panics
/// If they cannot be read.
#[must_use]
pub fn sheets_of(office: &Office) -> Vec<Sheet> {
    let view = office.view();
    view.list_sheets(view.get_campaign().expect("a campaign").id).expect("sheets")
}

/// Each evening's summary with what its sheets add up to.
fn totals(sheets: &[Sheet], back: &[(usize, &Sheet)]) -> Vec<(String, [usize; 9])> {
    let mut sums: BTreeMap<NaiveDate, [usize; 9]> = BTreeMap::new();
    for (n, row) in back {
        let Some(on) = row.on else { continue };
        let sum = sums.entry(on).or_default();
        for (total, value) in sum.iter_mut().zip(sound(*n)) {
            *total += value;
        }
    }
    let summaries = sheets.iter().filter(|row| row.kind == SheetKind::Summary);
    summaries.filter_map(|row| Some((row.code.to_string(), *sums.get(&row.on?)?))).collect()
}

fn table(rows: impl Iterator<Item = (usize, SheetCode)>) -> String {
    let mut table = String::from("Mã phiếu;Ô 1;Ô 2;Ô 3;Ô 4;Ô 5;Ô 6;Ô 7;Ô 8;Ô 9\n");
    for (n, code) in rows {
        write!(table, "{code}").expect("text takes text");
        for value in sound(n) {
            write!(table, ";{value}").expect("text takes text");
        }
        table.push('\n');
    }
    table
}

/// The evening of the `n`th area.
fn on(n: usize) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2031, 1, 2).expect("a day");
    first.iter_days().nth(n).expect("days enough")
}

fn at(day: NaiveDate, hour: u32) -> Stopped {
    let here = FixedOffset::east_opt(7 * 3600).expect("the time of Hà Nội");
    let time = day.and_hms_opt(hour, 30, 0).expect("a time");
    Stopped(time.and_local_timezone(here).single().expect("one moment"))
}

/// Of what a file is made from: a file of another schema or another filling has another name.
fn fingerprint() -> String {
    let sources = [
        include_str!("ladder.rs"),
        include_str!("../../src-tauri/crates/store/migrations/0001_foundation.sql"),
        include_str!("../../src-tauri/crates/store/migrations/0002_doors.sql"),
    ];
    // FNV-1a: only that it changes when a source does.
    let hash = sources
        .iter()
        .flat_map(|s| s.bytes())
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{:08x}", hash >> 32)
}

/// The entries file beside an office file.
#[must_use]
pub fn entries_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".entries");
    name.into()
}

/// Removes an office file and its entries; absent the first time.
fn remove(path: &Path) {
    for left in [path.to_owned(), entries_of(path)] {
        let _ = std::fs::remove_file(left);
    }
}
