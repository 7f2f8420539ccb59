//! Giấy mời (NĐ 30, Phụ lục III, mẫu 1.6): whom, to what, when and where.

use chrono::NaiveDate;

use super::Ground;
use super::ground::listed;
use crate::date::{dmy, weekday};
use crate::document::{Block, Rich};
use crate::template::{DOTS, Field, Values};
use crate::text::uncapitalised;

/// What an invitation is made from.
#[derive(Debug, Clone)]
pub struct Invitation {
    pub ground: Ground,
    pub guests: Vec<String>,
    pub subject: String,
    /// As it is written: `08 giờ 00`.
    pub at: Option<String>,
    pub on: Option<NaiveDate>,
    pub place: Option<String>,
}

impl Invitation {
    #[must_use]
    pub fn values(&self) -> Values {
        let mut values = self.ground.values();
        let guests: Vec<String> = self.guests.iter().filter(|g| !g.trim().is_empty()).cloned().collect();
        let line = |words: String| vec![Block::Paragraph(Rich::plain(words))];
        values.set(
            Field::Guests,
            match &guests[..] {
                [] => line(DOTS.repeat(4)),
                [one] => line(format!("{}.", one.trim_end_matches(['.', ';']))),
                _ => listed(guests),
            },
        );
        values.say_if(Field::MeetingSubject, Some(uncapitalised(&self.subject)));
        values.say(Field::MeetingTime, self.time());
        values.say_if(Field::MeetingPlace, self.place.clone());
        values
    }

    /// `08 giờ 00, thứ Năm, ngày 28/11/2024`.
    fn time(&self) -> String {
        let at = self.at.as_deref().map(str::trim).filter(|at| !at.is_empty()).unwrap_or("…… giờ ……");
        match self.on {
            Some(day) => format!("{at}, {}, ngày {}", weekday(day), dmy(day)),
            None => format!("{at}, ngày ……/……/……"),
        }
    }
}
