//! Dates as a Vietnamese office writes and types them.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};
use serde::{Deserialize, Serialize};

/// `09/11/2024`.
#[must_use]
pub fn dmy(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// `09/11`.
#[must_use]
pub fn dm(day: NaiveDate) -> String {
    day.format("%d/%m").to_string()
}

/// `thứ Năm`, `Chủ nhật`.
#[must_use]
pub fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Mon => "thứ Hai",
        Weekday::Tue => "thứ Ba",
        Weekday::Wed => "thứ Tư",
        Weekday::Thu => "thứ Năm",
        Weekday::Fri => "thứ Sáu",
        Weekday::Sat => "thứ Bảy",
        Weekday::Sun => "Chủ nhật",
    }
}

/// `19h30`, as the plan writes it.
#[must_use]
pub fn hm(time: NaiveTime) -> String {
    format!("{}h{:02}", time.hour(), time.minute())
}

/// `19 giờ 30`, as it is read aloud; full hours without minutes.
#[must_use]
pub fn hours_words(time: NaiveTime) -> String {
    match time.minute() {
        0 => format!("{} giờ", time.hour()),
        minute => format!("{} giờ {minute:02}", time.hour()),
    }
}

/// Reads `9/11/2024`, `09-11-2024`, `09.11.2024` or `2024-11-09`; a missing year is taken from `year`.
#[must_use]
pub fn parse(text: &str, year: Option<i32>) -> Option<NaiveDate> {
    let text = text.trim();
    if let Ok(day) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return plausible(day);
    }
    let mut parts = text.split(['/', '-', '.']).map(str::trim);
    let day: u32 = parts.next()?.parse().ok()?;
    let month: u32 = parts.next()?.parse().ok()?;
    let year = match parts.next() {
        Some(y) if y.len() == 4 => y.parse().ok()?,
        Some(y) if y.len() == 2 => 2000 + y.parse::<i32>().ok()?,
        Some(_) => return None,
        None => year?,
    };
    if parts.next().is_some() {
        return None;
    }
    plausible(NaiveDate::from_ymd_opt(year, month, day)?)
}

/// A campaign's dates lie in this century; anything else is a slip of the pen or of Excel's epoch.
fn plausible(day: NaiveDate) -> Option<NaiveDate> {
    (2000..2100).contains(&day.year()).then_some(day)
}

/// A document's date as the decree prints it (NĐ 30, box 4): the number and the day are filled after
/// signing, so each part may still be blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DocumentDate {
    pub day: Option<u32>,
    pub month: Option<u32>,
    pub year: Option<i32>,
}

impl DocumentDate {
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self { day: Some(day.day()), month: Some(day.month()), year: Some(day.year()) }
    }

    /// Month and year known, the day left for the pen.
    #[must_use]
    pub fn day_left_blank(month_of: NaiveDate) -> Self {
        Self { day: None, ..Self::of(month_of) }
    }

    /// `ngày 05 tháng 11 năm 2024`: day below 10 and months 1 and 2 padded, months 3–9 not; blanks
    /// are left as room to write.
    #[must_use]
    pub fn words(&self) -> String {
        const ROOM: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";
        let day = self.day.map_or_else(|| ROOM.to_owned(), |d| format!("{d:02}"));
        let month =
            self.month.map_or_else(|| ROOM.to_owned(), |m| if m < 3 { format!("{m:02}") } else { m.to_string() });
        let year = self.year.map_or_else(|| format!("20{}", "\u{a0}".repeat(4)), |y| y.to_string());
        format!("ngày {day} tháng {month} năm {year}")
    }
}

/// A run of dates in words for a flyer: `thứ Năm 14/11 và thứ Sáu 15/11/2024`.
#[must_use]
pub fn evenings_words(days: &[NaiveDate]) -> String {
    let Some((last, before)) = days.split_last() else { return String::new() };
    let last = format!("{} {}", weekday(*last), dmy(*last));
    if before.is_empty() {
        return last;
    }
    let before: Vec<String> = before.iter().map(|d| format!("{} {}", weekday(*d), dm(*d))).collect();
    format!("{} và {last}", before.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).expect("a date of the test")
    }

    #[test]
    fn reads_what_clerks_type() {
        for text in ["9/11/2024", "09/11/2024", "09-11-2024", "9.11.24", "2024-11-09"] {
            assert_eq!(parse(text, None), Some(day(2024, 11, 9)), "{text}");
        }
        assert_eq!(parse("9/11", Some(2024)), Some(day(2024, 11, 9)));
        for text in ["", "31/02/2024", "9/11", "45605", "09/11/1900", "9/11/2024/1", "9/11/024"] {
            assert_eq!(parse(text, None), None, "{text}");
        }
    }

    #[test]
    fn decree_pads_days_and_the_first_two_months_only() {
        assert_eq!(DocumentDate::of(day(2024, 2, 5)).words(), "ngày 05 tháng 02 năm 2024");
        assert_eq!(DocumentDate::of(day(2024, 9, 15)).words(), "ngày 15 tháng 9 năm 2024");
        let blank = DocumentDate::day_left_blank(day(2024, 11, 5)).words();
        assert!(blank.starts_with("ngày \u{a0}") && blank.ends_with("tháng 11 năm 2024"), "{blank}");
    }

    #[test]
    fn evenings_in_words() {
        assert_eq!(evenings_words(&[day(2024, 11, 9)]), "thứ Bảy 09/11/2024");
        assert_eq!(evenings_words(&[day(2024, 11, 14), day(2024, 11, 15)]), "thứ Năm 14/11 và thứ Sáu 15/11/2024");
    }
}
