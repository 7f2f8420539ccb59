//! The lunar days of the list, computed again: new moons and the sun's longitude after Meeus, *Astronomical
//! Algorithms*, with days that begin at midnight in Hà Nội (UTC+7).

use super::*;

const NOON_1900: f64 = 2_415_021.076_998_695;
const MONTH: f64 = 29.530_588_853;

#[expect(clippy::cast_possible_truncation, reason = "Julian days are small")]
fn floor(x: f64) -> i64 {
    x.floor() as i64
}

#[expect(clippy::cast_precision_loss, reason = "Julian days are small")]
fn real(n: i64) -> f64 {
    n as f64
}

/// Julian day number, in Hà Nội, of the k-th new moon after 1/1/1900.
fn new_moon(k: i64) -> i64 {
    let (k, t) = (real(k), real(k) / 1236.85);
    let (t2, t3) = (t * t, t * t * t);
    let sin = |degrees: f64| degrees.to_radians().sin();
    let mean = 2_415_020.759_33 + 29.530_588_68 * k + 0.000_117_8 * t2 - 0.000_000_155 * t3
        + 0.000_33 * sin(166.56 + 132.87 * t - 0.009_173 * t2);
    let sun = 359.2242 + 29.105_356_08 * k - 0.000_033_3 * t2 - 0.000_003_47 * t3;
    let moon = 306.0253 + 385.816_918_06 * k + 0.010_730_6 * t2 + 0.000_012_36 * t3;
    let node = 21.2964 + 390.670_506_46 * k - 0.001_652_8 * t2 - 0.000_002_39 * t3;
    let turned = (0.1734 - 0.000_393 * t) * sin(sun) + 0.0021 * sin(2.0 * sun) - 0.4068 * sin(moon)
        + 0.0161 * sin(2.0 * moon)
        - 0.0004 * sin(3.0 * moon)
        + 0.0104 * sin(2.0 * node)
        - 0.0051 * sin(sun + moon)
        - 0.0074 * sin(sun - moon)
        + 0.0004 * sin(2.0 * node + sun)
        - 0.0004 * sin(2.0 * node - sun)
        - 0.0006 * sin(2.0 * node + moon)
        + 0.0010 * sin(2.0 * node - moon)
        + 0.0005 * sin(2.0 * moon + sun);
    let clock = -0.000_278 + 0.000_265 * t + 0.000_262 * t2;
    floor(mean + turned - clock + 0.5 + 7.0 / 24.0)
}

/// Which twelfth of the ecliptic the sun is in at midnight in Hà Nội: 9 from the winter solstice on.
fn twelfth(day: i64) -> i64 {
    let t = (real(day) - 2_451_545.5 - 7.0 / 24.0) / 36525.0;
    let anomaly = (357.529_10 + 35_999.050_30 * t - 0.000_155_9 * t * t).to_radians();
    let mean = 280.466_45 + 36_000.769_83 * t + 0.000_303_2 * t * t;
    let longitude = mean
        + (1.914_600 - 0.004_817 * t) * anomaly.sin()
        + (0.019_993 - 0.000_101 * t) * (2.0 * anomaly).sin()
        + 0.000_290 * (3.0 * anomaly).sin();
    floor(longitude.rem_euclid(360.0) / 30.0)
}

fn julian(year: i32, month: u32, day: u32) -> i64 {
    i64::from(NaiveDate::from_ymd_opt(year, month, day).expect("a date").num_days_from_ce()) + 1_721_425
}

/// The month that holds the winter solstice, as the number of its new moon.
fn eleventh(year: i32) -> i64 {
    let k = floor((real(julian(year, 12, 31)) - 2_415_021.0) / MONTH);
    if twelfth(new_moon(k)) >= 9 { k - 1 } else { k }
}

/// The day of a lunar month of a year, from month 1 to 10.
fn lunar(year: i32, month: i64, day: i64) -> NaiveDate {
    let (before, after) = (eleventh(year - 1), eleventh(year));
    let mut k = before + month + 1;
    if after - before == 13 {
        // A year of thirteen months: the first without a major solar term is the leap one.
        let leap = (1..=13)
            .find(|i| twelfth(new_moon(before + i)) == twelfth(new_moon(before + i + 1)))
            .expect("a leap month");
        k += i64::from(month + 1 >= leap);
    }
    let days = new_moon(k) + day - 1 - 1_721_425;
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(days).expect("a day")).expect("a day")
}

#[test]
fn tet_and_the_ancestors_day_are_where_the_moon_puts_them() {
    assert!((real(julian(1900, 1, 1)) - NOON_1900).abs() < 1.0);
    for (year, [tet, ancestors]) in (YEARS.0..=YEARS.1).zip(LUNAR) {
        let day = |(m, d)| NaiveDate::from_ymd_opt(year, m, d).expect("a date");
        assert_eq!((lunar(year, 1, 1), lunar(year, 3, 10)), (day(tet), day(ancestors)), "{year}");
    }
}

#[test]
fn the_computation_itself_agrees_with_years_long_past() {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a date");
    // Mậu Thân 1968 began a day, Ất Sửu 1985 a month before the Chinese year; 2007 a day.
    assert_eq!(lunar(1968, 1, 1), day(1968, 1, 29));
    assert_eq!(lunar(1985, 1, 1), day(1985, 1, 21));
    assert_eq!(lunar(2007, 1, 1), day(2007, 2, 17));
    assert_eq!(lunar(2020, 1, 1), day(2020, 1, 25));
    assert_eq!(lunar(2023, 1, 1), day(2023, 1, 22));
}

#[test]
fn a_year_has_its_ten_days_and_the_office_its_own() {
    let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).expect("a date");
    let names: Vec<String> = public(2026).into_iter().map(|(on, name)| format!("{on} {name}")).collect();
    assert_eq!(
        names,
        [
            "2026-01-01 Tết Dương lịch",
            "2026-02-16 Giao thừa Tết Âm lịch",
            "2026-02-17 Mùng 1 Tết Âm lịch",
            "2026-02-18 Mùng 2 Tết Âm lịch",
            "2026-02-19 Mùng 3 Tết Âm lịch",
            "2026-02-20 Mùng 4 Tết Âm lịch",
            "2026-04-26 Giỗ Tổ Hùng Vương",
            "2026-04-30 Ngày Chiến thắng",
            "2026-05-01 Ngày Quốc tế lao động",
            "2026-09-02 Quốc khánh",
        ]
    );
    assert!(public(YEARS.1 + 1).is_empty(), "unknown years are left out, not guessed");
    let own = [
        OwnDay { on: day(2, 20), name: "đi làm".into(), works: true },
        OwnDay { on: day(2, 24), name: "Hội làng".into(), works: false },
    ];
    let days = DaysOff::of(day(2, 18), day(2, 28), &own);
    let seen: Vec<(NaiveDate, bool)> = days.iter().map(|d| (d.on, d.own)).collect();
    assert_eq!(seen, [(day(2, 18), false), (day(2, 19), false), (day(2, 24), true)]);
}
