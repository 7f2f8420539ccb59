//! What stands in the star: the figures of `domain::rates`, blank where nothing is known, readable without a manual.

use std::collections::BTreeMap;

use domain::area::AreaKind;
use domain::form::Meaning;
use domain::packet::Packet;
use domain::rates::{Ledger, Period, Rate};
use domain::sheet::{SheetKind, SheetState};

use crate::kit::{area, base, book, day, load, packet, sheet, wards};
use crate::server::Database;

/// As [`Database::rows`] writes it.
fn cell(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "-".to_owned(), |v| v.to_string())
}

fn code(meaning: Meaning) -> String {
    serde_json::to_value(meaning).expect("a word").as_str().expect("a word").to_owned()
}

/// Two wards that differ in all a rate asks: bases, self-reports, void sheets, a sheet without a day.
fn unlike() -> Vec<Packet> {
    let mut second = book();
    let mut own = area(4);
    (own.kind, own.self_report_due) = (AreaKind::ApartmentBlock, Some(day(29)));
    second.areas.push(own);
    second.bases.push(base(4, 2, Some(200), None));
    second.sheets.extend([
        sheet(6, 4, 12, SheetKind::SelfReport, &[(4, 50), (6, 20), (7, 10)]),
        sheet(7, 4, 14, SheetKind::SelfReport, &[(4, 70), (6, 30), (7, 15)]),
        sheet(8, 1, 11, SheetKind::Regular, &[(4, 999)]),
        sheet(9, 1, 11, SheetKind::Spare, &[(4, 7)]),
        // After the report's last day.
        sheet(10, 1, 20, SheetKind::Regular, &[(4, 500)]),
    ]);
    second.sheets[7].sheet.state = SheetState::Void;
    second.sheets[8].sheet.on = None;
    vec![packet(1, 10, 16, book()), packet(2, 10, 16, second)]
}

#[test]
fn sums_and_rates_are_those_of_the_one_module_of_rates() {
    let database = Database::new();
    let packets = unlike();
    database.send(&load(packets.clone()));
    let sums: BTreeMap<String, String> = database
        .rows("SELECT w.office_uid || ' ' || indicator AS key, sum(value) AS value FROM fact_tally JOIN dim_ward w USING (ward_key) GROUP BY 1")
        .iter()
        .map(|row| row.split_once('|').map(|(k, v)| (k.to_owned(), v.to_owned())).expect("two columns"))
        .collect();
    for packet in &packets {
        let report = &packet.report;
        let ledger = Ledger::of(&report.book, Period::until(report.period.to));
        let ward = ledger.ward();
        for meaning in Meaning::ALL {
            let there = sums.get(&format!("{} {}", packet.office, code(meaning)));
            assert_eq!(there.cloned(), ward.get(meaning).map(|v| v.to_string()), "{} {meaning:?}", packet.office);
        }
        let sheets = database.rows(&format!(
            "SELECT sum(expected), sum(returned) AS r, sum(keyed) AS k FROM fact_sheets JOIN dim_ward w USING (ward_key) WHERE w.office_uid = '{}'",
            packet.office
        ));
        assert_eq!(sheets, [format!("{}|{}|{}", ward.expected, ward.returned, ward.keyed)]);
        let line = |area: Option<i64>, clause: &str, rate: &Rate| {
            format!("{}|{clause}|{}|{}", cell(area), cell(rate.numerator), cell(rate.denominator))
        };
        let mut expected = Vec::new();
        for target in &report.targets {
            let numerator = serde_json::to_value(target.numerator).expect("a word");
            let numerator = numerator.as_str().expect("a word");
            expected.push(line(None, numerator, &ledger.ward_rate(target)));
            let areas = report.book.areas.iter();
            expected.extend(areas.map(|a| line(Some(a.id.0), numerator, &ledger.area_rate(target, a.id))));
        }
        let mut there = database.rows(&format!(
            "SELECT a.area_no, t.numerator, r.numerator AS n, r.denominator FROM fact_rate r JOIN dim_target t USING (target_key) JOIN dim_ward w USING (ward_key) LEFT JOIN dim_area a USING (area_key) WHERE r.is_latest AND w.office_uid = '{}'",
            packet.office
        ));
        there.sort();
        expected.sort();
        assert_eq!(there, expected);
    }
}

#[test]
fn the_newest_self_report_stands_on_its_own_day() {
    let database = Database::new();
    database.send(&load(unlike()));
    let rows = database.rows(
        "SELECT date_key, value FROM fact_tally JOIN dim_area USING (area_key) WHERE reports_self AND origin = 'self_report' AND indicator = 'people_met'",
    );
    assert_eq!(rows, ["20241114|70"]);
    let undated =
        database.rows("SELECT day, indicator, value FROM fact_tally JOIN dim_date USING (date_key) WHERE date_key = 0");
    assert_eq!(undated, ["-|people_met|7"]);
}

#[test]
fn blank_stays_null_and_zero_stays_zero() {
    let database = Database::new();
    database.send(&wards(1));
    let bases = "SELECT area_no, date_key, households, people_15, installed FROM fact_base JOIN dim_area USING (area_key) ORDER BY 1, 2";
    assert_eq!(database.rows(bases), ["1|20241101|-|500|60", "1|20241105|-|-|70", "3|20241101|-|300|-"]);
    let zero =
        "SELECT area_no, date_key, value FROM fact_tally JOIN dim_area USING (area_key) WHERE indicator = 'activated'";
    assert_eq!(database.rows(zero), ["1|20241109|0"], "a box that was keyed 0 is there, blank ones are not");
    let progress = "SELECT p.area, p.numerator, p.denominator, p.percent, p.reached, p.sheets_expected, p.sheets_returned FROM v_area_progress p JOIN dim_target t USING (target_key) WHERE t.numerator = 'account' ORDER BY area";
    assert_eq!(
        database.rows(progress),
        ["Hà Trì 1|20|500|4|false|3|3", "Hà Trì 2|6|-|-|-|1|1", "Hà Trì 3|-|300|-|-|1|0"]
    );
}

#[test]
fn a_rate_can_be_followed_day_by_day() {
    let database = Database::new();
    database.send(&wards(1));
    let days = "SELECT as_of_key, r.numerator, r.denominator, is_latest FROM fact_rate r JOIN dim_target t USING (target_key) WHERE level = 'ward' AND t.numerator = 'installed' ORDER BY 1";
    // 70 on 05/11 and 30 new on 09/11, 2 on 10/11; the area without a report has a base, the one without a base not.
    assert_eq!(
        database.rows(days),
        ["20241109|100|640|false", "20241110|102|640|false", "20241112|102|640|false", "20241116|102|640|true"]
    );
}

#[test]
fn every_table_and_column_says_what_it_is() {
    let database = Database::new();
    database.send(&wards(1));
    let silent = database.rows(
        "SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum >= 0 AND NOT a.attisdropped
         WHERE c.relnamespace = 'tung_ngo'::regnamespace AND c.relkind IN ('r', 'v') AND col_description(c.oid, a.attnum) IS NULL
         UNION ALL SELECT relname, '' FROM pg_class WHERE relnamespace = 'tung_ngo'::regnamespace AND relkind IN ('r', 'v') AND obj_description(oid, 'pg_class') IS NULL",
    );
    assert_eq!(silent, Vec::<String>::new());
    let told = database.rows("SELECT count(*) FROM pg_description d JOIN pg_class c ON c.oid = d.objoid WHERE c.relnamespace = 'tung_ngo'::regnamespace");
    assert!(told[0].parse::<u32>().expect("a count") > 100, "{told:?}");
}

/// What a BI tool would ask: by dimension, without a word of the program's own.
#[test]
fn a_question_over_the_star_is_answered_for_the_whole_city() {
    let database = Database::new();
    database.send(&wards(3));
    let by_day = "SELECT d.day, d.weekday_label, i.label, sum(f.value) AS value
        FROM fact_tally f JOIN dim_date d USING (date_key) JOIN dim_indicator i USING (indicator) JOIN dim_area a USING (area_key)
        WHERE i.indicator = 'people_met' AND a.kind = 'residential_group' GROUP BY 1, 2, 3 ORDER BY 1";
    assert_eq!(
        database.rows(by_day),
        ["2024-11-09|thứ Bảy|người đã gặp (đã biết)|186", "2024-11-10|Chủ nhật|người đã gặp (đã biết)|18"]
    );
    let city = "SELECT target, count(*) AS wards, sum(numerator) AS n, sum(denominator) AS d, round((sum(numerator) * 100.0 / sum(denominator))::numeric, 2) AS p
        FROM v_ward_progress GROUP BY 1 ORDER BY 1";
    let rows = database.rows(city);
    assert_eq!(rows.len(), 2, "two targets, shared by all wards: {rows:?}");
    assert!(rows.iter().any(|r| r.ends_with("|3|306|1920|15.94")), "{rows:?}");
    assert!(rows.iter().any(|r| r.ends_with("|3|60|2400|2.5") || r.ends_with("|3|60|2400|2.50")), "{rows:?}");
}
