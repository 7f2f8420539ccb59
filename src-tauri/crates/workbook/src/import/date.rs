//! Dates as offices write them: real dates, serial numbers, `09/11/2024`, `Ngày 11/11/2024 Ngày
//! 12/11/2024`, `11, 12/11/2024`, `từ 23/8 đến 30/8/2024`, `ngày 9 tháng 11 năm 2024`. What could be read
//! in two ways is refused.

mod written;

use chrono::{Datelike, NaiveDate};
use domain::date::dmy;

use super::cell::Faults;
use super::grid::{Value, is_plausible};
use super::problem::{Place, Problem, ProblemCode};
use super::table::Cell;
use written::{DateFault, dates};

/// The dates of a column. Some slips show only when the whole column has been seen.
#[derive(Debug, Default)]
pub(crate) struct DateColumn {
    /// For a date without its year; none if the campaign spans two.
    pub(crate) year: Option<i32>,
    real: Vec<(Place, NaiveDate)>,
    written: Vec<(Place, u32, u32)>,
    month_first: bool,
}

impl DateColumn {
    pub(crate) fn of(year: Option<i32>) -> Self {
        Self { year, ..Self::default() }
    }

    /// Every date of a cell; joined cells count for each of their lines.
    pub(crate) fn read(&mut self, cell: &Cell<'_>, faults: &mut Faults) -> Vec<NaiveDate> {
        let place = &cell.place;
        match cell.value {
            Value::Blank => Vec::new(),
            Value::Date(day) if is_plausible(*day) => {
                if !cell.is_covered {
                    self.real.push((place.clone(), *day));
                }
                vec![*day]
            }
            Value::Date(day) => {
                faults.at(ProblemCode::DateOutOfRange, place, &dmy(*day));
                Vec::new()
            }
            Value::Number(n) => match cell.grid.epoch.and_then(|e| e.day(*n)) {
                Some(day) => vec![day],
                None => {
                    faults.at(ProblemCode::NotADate, place, &n.to_string());
                    Vec::new()
                }
            },
            Value::Failed(text) => {
                faults.at(ProblemCode::CellError, place, text);
                Vec::new()
            }
            Value::Text(text) => self.read_text(text, place, cell.is_covered, faults),
        }
    }

    /// The one date of a cell.
    pub(crate) fn read_one(&mut self, cell: &Cell<'_>, faults: &mut Faults) -> Option<NaiveDate> {
        let days = self.read(cell, faults);
        if days.len() > 1 {
            faults.at(ProblemCode::OneDateOnly, &cell.place, &cell.value.shown());
        }
        days.first().copied()
    }

    fn read_text(&mut self, text: &str, place: &Place, is_covered: bool, faults: &mut Faults) -> Vec<NaiveDate> {
        let read = dates(text, self.year);
        self.month_first |= matches!(read, Err(DateFault::MonthFirst));
        match read {
            Ok(days) => {
                if !is_covered && text.contains('/') {
                    self.written.extend(days.iter().map(|d| (place.clone(), d.day(), d.month())));
                }
                days
            }
            Err(fault) => {
                if !is_covered {
                    faults.note(fault.problem(text, place));
                }
                Vec::new()
            }
        }
    }

    /// Looks at the column as a whole.
    pub(crate) fn finish(self, faults: &mut Faults) {
        if self.month_first {
            // One date can only be month first, so every other that could be is in doubt.
            for (place, day, month) in &self.written {
                if *day <= 12 && day != month {
                    faults.note(
                        Problem::at(ProblemCode::DateAmbiguous, place).with("value", format!("{day:02}/{month:02}")),
                    );
                }
            }
        }
        // An English Excel reads 09/11 as 11 September and leaves 13/11 as text.
        let only_late = !self.written.is_empty() && self.written.iter().all(|(_, day, _)| *day > 12);
        if only_late && self.real.iter().all(|(_, d)| d.day() <= 12) {
            for (place, day) in &self.real {
                if let Some(other) = NaiveDate::from_ymd_opt(day.year(), day.day(), day.month()).filter(|o| o != day) {
                    faults.note(
                        Problem::at(ProblemCode::DateMaybeSwapped, place)
                            .with("value", dmy(*day))
                            .with("other", dmy(other)),
                    );
                }
            }
        }
    }
}
