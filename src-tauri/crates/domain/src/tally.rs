//! The numbers keyed from one sheet: box → count. A box that is not filled is absent, never zero.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A box's printed number: `7`, `10a`; or `T`, the control total. Orders by number, then letter, so
/// 9 < 10 < 10a, and the control total last.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct BoxNo {
    number: u16,
    letter: Option<char>,
}

impl BoxNo {
    /// The box of the control total (tổng kiểm): a sum to compare with, not a figure.
    pub const CONTROL: Self = Self { number: u16::MAX, letter: None };

    #[must_use]
    pub fn number(number: u16) -> Self {
        Self { number, letter: None }
    }
}

impl Ord for BoxNo {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.number, self.letter).cmp(&(other.number, other.letter))
    }
}

impl PartialOrd for BoxNo {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for BoxNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::CONTROL {
            return f.write_str("T");
        }
        write!(f, "{}", self.number)?;
        self.letter.map_or(Ok(()), |l| write!(f, "{l}"))
    }
}

/// Not a box number: one to three digits and at most one letter a–z, or `T` alone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a box number: {0:?}")]
pub struct NotABox(pub String);

impl FromStr for BoxNo {
    type Err = NotABox;

    fn from_str(text: &str) -> Result<Self, NotABox> {
        let wrong = || NotABox(text.to_owned());
        let trimmed = text.trim().to_ascii_lowercase();
        if trimmed == "t" {
            return Ok(Self::CONTROL);
        }
        let digits = trimmed.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let letters = &trimmed[digits.len()..];
        if digits.is_empty() || digits.len() > 3 || letters.len() > 1 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(wrong());
        }
        Ok(Self { number: digits.parse().map_err(|_| wrong())?, letter: letters.chars().next() })
    }
}

impl TryFrom<String> for BoxNo {
    type Error = NotABox;

    fn try_from(text: String) -> Result<Self, NotABox> {
        text.parse()
    }
}

impl From<BoxNo> for String {
    fn from(no: BoxNo) -> Self {
        no.to_string()
    }
}

/// The filled boxes of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[ts(type = "Record<string, number>")]
pub struct Tally(BTreeMap<BoxNo, u32>);

impl Tally {
    #[must_use]
    pub fn get(&self, no: &BoxNo) -> Option<u32> {
        self.0.get(no).copied()
    }

    /// Writes a box; `None` blanks it.
    pub fn set(&mut self, no: BoxNo, value: Option<u32>) {
        match value {
            Some(value) => self.0.insert(no, value),
            None => self.0.remove(&no),
        };
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&BoxNo, u32)> {
        self.0.iter().map(|(no, value)| (no, *value))
    }
}

impl FromIterator<(BoxNo, u32)> for Tally {
    fn from_iter<I: IntoIterator<Item = (BoxNo, u32)>>(boxes: I) -> Self {
        Self(boxes.into_iter().collect())
    }
}

/// The largest count a box takes: a sheet serves one team on one evening.
pub const MOST: u32 = 99_999;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_order_as_on_paper() {
        let mut boxes: Vec<BoxNo> =
            ["10b", "T", "2", "10", "9", "10a"].iter().map(|b| b.parse().expect("a box")).collect();
        boxes.sort();
        assert_eq!(boxes.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2", "9", "10", "10a", "10b", "T"]);
    }

    #[test]
    fn other_words_are_no_boxes() {
        for text in ["", "a", "1ab", "1234", "-1", "1.5"] {
            assert!(text.parse::<BoxNo>().is_err(), "{text}");
        }
    }

    #[test]
    fn blank_is_not_zero() {
        let mut tally = Tally::default();
        tally.set(BoxNo::number(5), Some(0));
        assert_eq!(tally.get(&BoxNo::number(5)), Some(0));
        tally.set(BoxNo::number(5), None);
        assert_eq!(tally.get(&BoxNo::number(5)), None);
    }
}
