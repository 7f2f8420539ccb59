//! A file of a city: a hundred thousand sheets in two hundred areas, filled table by table because a deed a sheet would
//! take an hour.

use std::fmt::Write as _;
use std::path::Path;

use domain::NaiveDate;
use office::area::{ListAreas, PutBase};
use office::import::{ImportTallies, TableSource};
use office::sheet::NumberSheets;
use office::status::GetStatus;
use office::target::AddPlanTargets;
use office::team::AddTeam;
use office::visit::AddVisit;

/// Teams of an evening and their sheets: 4 × (99 + 27) in each of 200 evenings are 100,800.
const TEAMS: usize = 4;
const COUNT: u32 = 99;
const SPARE: u32 = 27;
/// Sheets of one table: less than a table may have rows.
const ROWS: usize = 15_000;

/// Gives every area of a blank campaign a base, an evening and its sheets, and keys them all.
pub(crate) fn fill(path: &Path) {
    let mut office = super::open(path);
    office.write(AddPlanTargets {}).expect("targets");
    let team = |n: usize| AddTeam { name: format!("Tổ {n}") };
    let teams: Vec<_> = (1..=TEAMS).map(|n| office.write(team(n)).expect("a team").answer).collect();
    let first = NaiveDate::from_ymd_opt(2031, 1, 2).expect("a day");
    let areas = office.read(ListAreas {}).expect("areas");
    for (on, area) in first.iter_days().zip(areas) {
        let source = "Số liệu đo".to_owned();
        let (people_15, smartphone_15) = (Some(30_000), Some(24_000));
        let base = PutBase {
            area: area.id,
            as_of: first,
            source,
            households: Some(9_000),
            people_15,
            smartphone_15,
            installed: Some(1_200),
        };
        office.write(base).expect("a base");
        office.write(AddVisit { area: area.id, on, teams: teams.clone() }).expect("an evening");
    }
    office.write(NumberSheets { count: COUNT, spare: SPARE, ..NumberSheets::default() }).expect("sheets");
    let codes: Vec<String> = office.read(GetStatus {}).expect("a status").sheets.into_iter().map(|s| s.code).collect();
    assert_eq!(codes.len(), 100_800, "the campaign has other evenings than this measures");
    for (n, rows) in codes.chunks(ROWS).enumerate() {
        let table = TableSource::text(table(rows, n * ROWS));
        office.write(ImportTallies { table, dry_run: false }).expect("a table of tallies");
    }
}

fn table(codes: &[String], first: usize) -> String {
    let mut table = String::from("Mã phiếu;Ô 1;Ô 2;Ô 3;Ô 4;Ô 5;Ô 6;Ô 7;Ô 8;Ô 9\n");
    for (code, n) in codes.iter().zip(first..) {
        table.push_str(code);
        for value in super::sound(n) {
            write!(table, ";{value}").expect("text takes text");
        }
        table.push('\n');
    }
    table
}
