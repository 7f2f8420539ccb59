//! Dates in a text: a small grammar over digits, a few plain words and dashes.

use chrono::{Datelike, NaiveDate};
use domain::date::dmy;
use domain::text::fold;

use crate::import::grid::Epoch;
use crate::import::problem::{Place, Problem, ProblemCode};

/// Longest run of days one cell may stand for.
const LONGEST_RUN: u64 = 62;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateFault {
    NotADate,
    /// A bare serial number in a text: probably this day, but a text does not say which epoch.
    Serial(NaiveDate),
    WithoutYear,
    MonthFirst,
    OutOfRange,
}

impl DateFault {
    pub(super) fn problem(self, text: &str, place: &Place) -> Problem {
        let code = match self {
            Self::NotADate => ProblemCode::NotADate,
            Self::Serial(_) => ProblemCode::DateSerial,
            Self::WithoutYear => ProblemCode::DateWithoutYear,
            Self::MonthFirst => ProblemCode::DateMonthFirst,
            Self::OutOfRange => ProblemCode::DateOutOfRange,
        };
        let problem = Problem::at(code, place).with("value", text);
        match self {
            Self::Serial(day) => problem.with("date", dmy(day)),
            _ => problem,
        }
    }
}

/// A piece of a date cell.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// Digits with their separators: `11`, `11/11`, `11/11/2024`.
    Digits(String),
    Word(String),
    Dash,
}

/// Words that may stand around dates and change nothing.
const PLAIN_WORDS: [&str; 22] = [
    "ngay", "thu", "hai", "ba", "tu", "nam", "sau", "bay", "chu", "nhat", "cn", "t2", "t3", "t4", "t5", "t6", "t7",
    "va", "toi", "buoi", "cac", "luc",
];

/// Every day a text names, in its order.
pub(super) fn dates(text: &str, year: Option<i32>) -> Result<Vec<NaiveDate>, DateFault> {
    let pieces = pieces(text);
    let mut reading = Reading { year, days: Vec::new(), open: Vec::new(), is_run: false };
    let mut rest = &pieces[..];
    while let Some((piece, after)) = rest.split_first() {
        rest = match piece {
            Piece::Dash => {
                reading.is_run = true;
                after
            }
            Piece::Word(word) if word == "den" => {
                reading.is_run = true;
                after
            }
            Piece::Word(word) if PLAIN_WORDS.contains(&word.as_str()) => after,
            Piece::Word(_) => return Err(DateFault::NotADate),
            Piece::Digits(digits) => reading.digits(digits, after)?,
        };
    }
    reading.finish()
}

/// A day whose month or year is said by a later one: the 11 of `11, 12/11/2024`.
struct Open {
    day: u32,
    month: Option<u32>,
    is_run: bool,
}

struct Reading {
    year: Option<i32>,
    days: Vec<NaiveDate>,
    open: Vec<Open>,
    /// A dash or "đến" stands before what comes.
    is_run: bool,
}

impl Reading {
    fn digits<'p>(&mut self, digits: &str, after: &'p [Piece]) -> Result<&'p [Piece], DateFault> {
        if let [Piece::Word(word), Piece::Digits(month), after @ ..] = after
            && word == "thang"
            && digits.len() <= 2
        {
            if let [Piece::Word(word), Piece::Digits(year), after @ ..] = after
                && word == "nam"
                && year.len() == 4
            {
                self.whole(&format!("{digits}/{month}/{year}"))?;
                return Ok(after);
            }
            self.whole(&format!("{digits}/{month}"))?;
            return Ok(after);
        }
        self.whole(digits)?;
        Ok(after)
    }

    /// One date, or a day that waits for its month.
    fn whole(&mut self, digits: &str) -> Result<(), DateFault> {
        if let Some((first, last)) = digits.split_once('-')
            && digits.matches('-').count() == 1
            && last.contains(['/', '.'])
        {
            self.whole(first)?;
            self.is_run = true;
            return self.whole(last);
        }
        let parts: Vec<&str> = digits.split(['/', '.', '-']).collect();
        let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 2);
        match parts[..] {
            [day] => {
                let day = number(day).ok_or_else(|| bare(digits))?;
                self.open.push(Open { day, month: None, is_run: std::mem::take(&mut self.is_run) });
            }
            [day, month] if self.year.is_none() => {
                let (Some(day), Some(month)) = (number(day), number(month)) else { return Err(DateFault::NotADate) };
                self.open.push(Open { day, month: Some(month), is_run: std::mem::take(&mut self.is_run) });
            }
            _ => {
                let day = domain::date::parse(digits, self.year).ok_or_else(|| wrong(&parts))?;
                self.close(day)?;
            }
        }
        Ok(())
    }

    /// A full date arrived: days that waited take its month and year.
    fn close(&mut self, day: NaiveDate) -> Result<(), DateFault> {
        let is_run = std::mem::take(&mut self.is_run);
        for open in std::mem::take(&mut self.open) {
            let month = open.month.unwrap_or(day.month());
            let earlier = NaiveDate::from_ymd_opt(day.year(), month, open.day).ok_or(DateFault::NotADate)?;
            self.push(earlier, open.is_run)?;
        }
        self.push(day, is_run)
    }

    fn push(&mut self, day: NaiveDate, is_run: bool) -> Result<(), DateFault> {
        if let Some(last) = self.days.last().copied().filter(|_| is_run) {
            let length = (day - last).num_days();
            if !(1..=i64::try_from(LONGEST_RUN).unwrap_or(0)).contains(&length) {
                return Err(DateFault::NotADate);
            }
            self.days.extend(last.iter_days().skip(1).take_while(|d| *d < day));
        }
        if !self.days.contains(&day) {
            self.days.push(day);
        }
        Ok(())
    }

    fn finish(self) -> Result<Vec<NaiveDate>, DateFault> {
        match self.open.first() {
            Some(open) if open.month.is_some() => Err(DateFault::WithoutYear),
            Some(_) => Err(DateFault::NotADate),
            None if self.days.is_empty() => Err(DateFault::NotADate),
            None => Ok(self.days),
        }
    }
}

/// Digits alone: a serial number, or nothing.
fn bare(digits: &str) -> DateFault {
    let serial = digits.parse::<f64>().ok().filter(|_| digits.len() == 5);
    serial.and_then(|n| Epoch::Of1900.day(n)).map_or(DateFault::NotADate, DateFault::Serial)
}

fn wrong(parts: &[&str]) -> DateFault {
    let numbers: Option<Vec<u32>> = parts.iter().map(|p| p.parse().ok()).collect();
    match numbers.as_deref() {
        Some([month, day, _]) if (1..=12).contains(month) && (13..=31).contains(day) => DateFault::MonthFirst,
        Some([day, month, year])
            if *year >= 1000 && (1..=31).contains(day) && (1..=12).contains(month) && !(2000..2100).contains(year) =>
        {
            DateFault::OutOfRange
        }
        _ => DateFault::NotADate,
    }
}

/// Splits a date cell; times of day (`19h30`, `19:30`) are dropped with the dash between them.
fn pieces(text: &str) -> Vec<Piece> {
    let folded = fold(text);
    let mut pieces = Vec::new();
    let mut chars = folded.chars().peekable();
    let mut after_time = false;
    while let Some(c) = chars.next() {
        if c.is_ascii_digit() {
            let mut run = String::from(c);
            while let Some(c) = chars.next_if(|c| c.is_ascii_digit() || "/.-".contains(*c)) {
                run.push(c);
            }
            if chars.next_if(|c| *c == 'h' || *c == ':' || *c == 'g').is_some() {
                while chars.next_if(char::is_ascii_digit).is_some() {}
                after_time = true;
                continue;
            }
            let digits = run.trim_end_matches(['/', '.', '-']);
            pieces.push(Piece::Digits(digits.to_owned()));
            if run.ends_with('-') {
                pieces.push(Piece::Dash);
            }
            after_time = false;
        } else if c.is_alphabetic() {
            let mut word = String::from(c);
            while let Some(c) = chars.next_if(|c| c.is_alphanumeric()) {
                word.push(c);
            }
            // "từ 19h30 đến 21h30" is about hours.
            if after_time && word == "den" {
                continue;
            }
            pieces.push(Piece::Word(word));
        } else if "-–—".contains(c) && !after_time {
            pieces.push(Piece::Dash);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<String>, DateFault> {
        dates(text, None).map(|days| days.iter().map(|d| d.format("%d/%m/%y").to_string()).collect())
    }

    #[test]
    fn one_date_in_every_dress() {
        for text in [
            "09/11/2024",
            "Ngày 9/11/2024",
            "2024-11-09",
            "9.11.24",
            "Thứ Bảy, ngày 09/11/2024",
            "Tối thứ Năm 09/11/2024 (19h30 - 21h30)",
            "ngày 9 tháng 11 năm 2024",
            "09-11-2024 từ 19h30 đến 21h30",
        ] {
            assert_eq!(read(text), Ok(vec!["09/11/24".into()]), "{text}");
        }
    }

    #[test]
    fn several_dates() {
        for text in [
            "Ngày 11/11/2024 Ngày 12/11/2024",
            "11, 12/11/2024",
            "11-12/11/2024",
            "11/11 và 12/11/2024",
            "11/11/2024 – 12/11/2024",
            "từ 11/11/2024 đến 12/11/2024",
        ] {
            assert_eq!(read(text), Ok(vec!["11/11/24".into(), "12/11/24".into()]), "{text}");
        }
        assert_eq!(read("từ ngày 23/8/2024 đến ngày 30/8/2024").map(|d| d.len()), Ok(8));
    }

    #[test]
    fn what_is_in_doubt_is_refused() {
        assert_eq!(read("11/13/2024"), Err(DateFault::MonthFirst));
        assert_eq!(read("9/11"), Err(DateFault::WithoutYear));
        assert_eq!(read("45605"), NaiveDate::from_ymd_opt(2024, 11, 9).map(DateFault::Serial).map_or(Ok(vec![]), Err));
        assert_eq!(read("09/11/1924"), Err(DateFault::OutOfRange));
        for text in ["", "trừ ngày 12/11/2024", "31/02/2024", "12", "30/11/2024 - 01/11/2024", "x", "20241109"] {
            assert_eq!(read(text), Err(DateFault::NotADate), "{text}");
        }
        assert_eq!(dates("9/11", Some(2024)).map(|d| d.len()), Ok(1));
    }
}
