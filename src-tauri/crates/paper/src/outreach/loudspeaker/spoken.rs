//! Dates and hours as they are spoken.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use domain::date::weekday;
use domain::text::capitalised;

use super::super::flyer::FlyerPrint;

const UNITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// A number below 100.
pub(super) fn number(n: u32) -> String {
    let unit = |n: u32| UNITS[(n % 10) as usize];
    match (n / 10, n % 10) {
        (0, u) => unit(u).to_owned(),
        (1, 0) => "mười".to_owned(),
        (1, 5) => "mười lăm".to_owned(),
        (1, u) => format!("mười {}", unit(u)),
        (t, 0) => format!("{} mươi", unit(t)),
        (t, 1) => format!("{} mươi mốt", unit(t)),
        (t, 4) => format!("{} mươi tư", unit(t)),
        (t, 5) => format!("{} mươi lăm", unit(t)),
        (t, u) => format!("{} mươi {}", unit(t), unit(u)),
    }
}

/// `mười chín giờ ba mươi phút`.
fn hour(time: NaiveTime) -> String {
    match time.minute() {
        0 => format!("{} giờ", number(time.hour())),
        minute => format!("{} giờ {} phút", number(time.hour()), number(minute)),
    }
}

/// `tối thứ Sáu ngày mười lăm tháng Mười một`.
fn evening(day: NaiveDate, starts: NaiveTime) -> String {
    let part = match starts.hour() {
        0..=10 => "sáng",
        11..=12 => "trưa",
        13..=17 => "chiều",
        _ => "tối",
    };
    let first = if day.day() <= 10 { "mùng " } else { "" };
    let month = match day.month() {
        4 => "Tư".to_owned(),
        month => capitalised(&number(month)),
    };
    format!("{part} {} ngày {first}{} tháng {month}", weekday(day), number(day.day()))
}

/// One area's evenings, with its name if others are read too.
pub(super) fn schedule(flyer: &FlyerPrint, named: bool) -> String {
    let days: Vec<String> = flyer.evenings.iter().map(|day| evening(*day, flyer.starts)).collect();
    let days = match days.split_last() {
        None => "ngày …… tháng ……".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} và {last}", before.join(", ")),
    };
    let hours = format!("từ {} đến {}", hour(flyer.starts), hour(flyer.ends));
    if named { format!("{}: {hours}, {days}.", flyer.area) } else { capitalised(&format!("{hours}, {days}.")) }
}

/// How many syllables a text takes to say: words, and each digit of a number.
pub(super) fn syllables(text: &str) -> usize {
    let of = |word: &str| {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        if digits > 0 { digits } else { usize::from(word.chars().any(char::is_alphabetic)) }
    };
    text.split_whitespace().map(of).sum()
}
