//! Checks between the boxes of a sheet, as data an office can change: `[2] + [3] = [1]`,
//! `[4] <= 8 * [2]`, `[2] = 0 => [4] = 0`. A check runs only when all its boxes are filled, and its
//! answer carries the arithmetic, so that the message can show the sheet's own numbers.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::tally::{BoxNo, Tally};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Impossible: the sheet is not accepted without a reason.
    Hard,
    /// Unlikely: worth a second look at the paper.
    Soft,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Equal,
    AtMost,
    AtLeast,
}

impl Operator {
    const ALL: [Self; 3] = [Self::AtMost, Self::AtLeast, Self::Equal];

    fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::AtMost => "<=",
            Self::AtLeast => ">=",
        }
    }

    fn holds(self, left: i64, right: i64) -> bool {
        match self {
            Self::Equal => left == right,
            Self::AtMost => left <= right,
            Self::AtLeast => left >= right,
        }
    }
}

/// A box times a whole number; no box: the number itself.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    times: i64,
    no: Option<BoxNo>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Sum(Vec<Term>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Comparison {
    left: Sum,
    operator: Operator,
    right: Sum,
}

/// A check's rule; written and read as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Rule {
    when: Option<Comparison>,
    then: Comparison,
}

/// A rule with its weight and its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Check {
    pub rule: Rule,
    pub severity: Severity,
    /// What it means, for people: `gặp được + vắng = đến`.
    pub words: String,
}

/// A check that does not hold, with both sides worked out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Failure {
    pub severity: Severity,
    pub words: String,
    /// `ô 6 + ô 7 ≤ ô 5`.
    pub rule: String,
    /// `9 + 41 = 50`.
    pub left: String,
    /// `24`.
    pub right: String,
    pub boxes: Vec<BoxNo>,
}

impl Check {
    /// `None` while a box is missing or the rule holds.
    #[must_use]
    pub fn failure(&self, tally: &Tally) -> Option<Failure> {
        if let Some(when) = &self.rule.when
            && !when.holds(tally)?
        {
            return None;
        }
        if self.rule.then.holds(tally)? {
            return None;
        }
        Some(Failure {
            severity: self.severity,
            words: self.words.clone(),
            rule: self.rule.words(),
            left: self.rule.then.left.worked(tally)?,
            right: self.rule.then.right.worked(tally)?,
            boxes: self.rule.boxes(),
        })
    }
}

impl Rule {
    /// Every box the rule speaks of, in its order.
    #[must_use]
    pub fn boxes(&self) -> Vec<BoxNo> {
        let mut boxes = Vec::new();
        for comparison in self.when.iter().chain([&self.then]) {
            for term in comparison.left.0.iter().chain(&comparison.right.0) {
                if let Some(no) = &term.no
                    && !boxes.contains(no)
                {
                    boxes.push(no.clone());
                }
            }
        }
        boxes
    }

    /// For people: `ô 6 + ô 7 ≤ ô 5`.
    #[must_use]
    pub fn words(&self) -> String {
        let pretty = |text: String| {
            text.replace('[', "ô ").replace(']', "").replace("<=", "≤").replace(">=", "≥").replace(" * ", " × ")
        };
        match &self.when {
            Some(when) => format!("{} thì {}", pretty(when.to_string()), pretty(self.then.to_string())),
            None => pretty(self.then.to_string()),
        }
    }
}

impl Comparison {
    fn holds(&self, tally: &Tally) -> Option<bool> {
        Some(self.operator.holds(self.left.value(tally)?, self.right.value(tally)?))
    }
}

impl Sum {
    fn value(&self, tally: &Tally) -> Option<i64> {
        self.0.iter().map(|t| t.value(tally)).sum()
    }

    /// `9 + 41 = 50`; a single term just its value.
    fn worked(&self, tally: &Tally) -> Option<String> {
        let total = self.value(tally)?;
        if self.0.len() == 1 && self.0[0].times == 1 {
            return Some(total.to_string());
        }
        let filled = Sum(self
            .0
            .iter()
            .map(|t| match &t.no {
                Some(no) => tally.get(no).map(|v| (t.times, Some(v))),
                None => Some((t.times, None)),
            })
            .map(|part| {
                part.map(|(times, value)| Term {
                    times: value.map_or(times, |v| times.signum() * i64::from(v)),
                    no: None,
                })
            })
            .collect::<Option<Vec<_>>>()?);
        if self.0.iter().all(|t| t.times.abs() == 1 || t.no.is_none()) {
            return Some(format!("{filled} = {total}"));
        }
        let products: Vec<String> = self
            .0
            .iter()
            .zip(&filled.0)
            .map(|(t, v)| {
                if t.no.is_some() && t.times.abs() != 1 {
                    format!("{} × {}", t.times, v.times.abs())
                } else {
                    v.times.to_string()
                }
            })
            .collect();
        Some(format!("{} = {total}", products.join(" + ")))
    }
}

impl Term {
    fn value(&self, tally: &Tally) -> Option<i64> {
        match &self.no {
            Some(no) => tally.get(no).map(|v| self.times * i64::from(v)),
            None => Some(self.times),
        }
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, term) in self.0.iter().enumerate() {
            match (i, term.times < 0) {
                (0, false) => {}
                (0, true) => f.write_str("-")?,
                (_, false) => f.write_str(" + ")?,
                (_, true) => f.write_str(" - ")?,
            }
            match (&term.no, term.times.abs()) {
                (Some(no), 1) => write!(f, "[{no}]")?,
                (Some(no), times) => write!(f, "{times} * [{no}]")?,
                (None, number) => write!(f, "{number}")?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.left, self.operator.sign(), self.right)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.when {
            Some(when) => write!(f, "{when} => {}", self.then),
            None => self.then.fmt(f),
        }
    }
}

impl From<Rule> for String {
    fn from(rule: Rule) -> Self {
        rule.to_string()
    }
}

/// A rule that cannot be read; says the part that was not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a rule: {0:?}")]
pub struct NotARule(pub String);

impl TryFrom<String> for Rule {
    type Error = NotARule;

    fn try_from(text: String) -> Result<Self, NotARule> {
        text.parse()
    }
}

impl FromStr for Rule {
    type Err = NotARule;

    fn from_str(text: &str) -> Result<Self, NotARule> {
        match text.split_once("=>") {
            Some((when, then)) => Ok(Self { when: Some(comparison(when)?), then: comparison(then)? }),
            None => Ok(Self { when: None, then: comparison(text)? }),
        }
    }
}

fn comparison(text: &str) -> Result<Comparison, NotARule> {
    for operator in Operator::ALL {
        if let Some((left, right)) = text.split_once(operator.sign()) {
            return Ok(Comparison { left: sum(left)?, operator, right: sum(right)? });
        }
    }
    Err(NotARule(text.trim().to_owned()))
}

fn sum(text: &str) -> Result<Sum, NotARule> {
    let mut terms = Vec::new();
    for part in text.replace('-', "+-").split('+') {
        let part = part.trim();
        if part.is_empty() && terms.is_empty() {
            continue;
        }
        terms.push(term(part)?);
    }
    if terms.is_empty() { Err(NotARule(text.trim().to_owned())) } else { Ok(Sum(terms)) }
}

/// No count is larger; what is worked out from a few such numbers fits its type.
const LARGEST: i64 = 1_000_000;

fn term(text: &str) -> Result<Term, NotARule> {
    let wrong = || NotARule(text.to_owned());
    let number = |text: &str| text.trim().parse::<i64>().ok().filter(|n| (0..=LARGEST).contains(n)).ok_or_else(wrong);
    let (sign, rest) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest.trim()));
    let (times, factor) = match rest.split_once('*') {
        Some((times, factor)) => (number(times)?, factor.trim()),
        None => (1, rest),
    };
    if times == 0 {
        return Err(wrong());
    }
    match factor.strip_prefix('[').and_then(|f| f.strip_suffix(']')) {
        Some(no) => Ok(Term { times: sign * times, no: Some(no.parse().map_err(|_| wrong())?) }),
        None => Ok(Term { times: sign * times * number(factor)?, no: None }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(boxes: &[(&str, u32)]) -> Tally {
        boxes.iter().map(|(no, v)| (no.parse().expect("a box"), *v)).collect()
    }

    fn check(rule: &str) -> Check {
        Check { rule: rule.parse().expect("a rule"), severity: Severity::Hard, words: String::new() }
    }

    #[test]
    fn arithmetic_is_shown_with_the_sheets_numbers() {
        let failure = check("[6] + [7] <= [5]").failure(&tally(&[("5", 24), ("6", 9), ("7", 41)])).expect("it fails");
        assert_eq!(
            (failure.rule.as_str(), failure.left.as_str(), failure.right.as_str()),
            ("ô 6 + ô 7 ≤ ô 5", "9 + 41 = 50", "24")
        );
        let many = check("[4] <= 8 * [2]").failure(&tally(&[("2", 2), ("4", 17)])).expect("it fails");
        assert_eq!((many.left.as_str(), many.right.as_str()), ("17", "8 × 2 = 16"));
    }

    #[test]
    fn a_missing_box_silences_the_check() {
        assert_eq!(check("[2] + [3] = [1]").failure(&tally(&[("1", 32), ("2", 27)])), None);
    }

    #[test]
    fn conditions() {
        let rule = check("[2] = 0 => [4] = 0");
        assert!(rule.failure(&tally(&[("2", 0), ("4", 3)])).is_some());
        assert!(rule.failure(&tally(&[("2", 1), ("4", 3)])).is_none());
        assert!(rule.failure(&tally(&[("2", 0), ("4", 0)])).is_none());
    }

    #[test]
    fn negative_terms() {
        let rule = check("[10] = [4] - [6] - [7]");
        let failure = rule.failure(&tally(&[("4", 61), ("6", 9), ("7", 14), ("10", 40)])).expect("it fails");
        assert_eq!(failure.right, "61 - 9 - 14 = 38");
    }

    #[test]
    fn rules_read_back_as_written() {
        for text in
            ["[2] + [3] = [1]", "[4] <= 8 * [2]", "[2] = 0 => [4] = 0", "[10] = [4] - [6] - [7]", "[10a] + [10b] >= 1"]
        {
            assert_eq!(text.parse::<Rule>().expect("a rule").to_string(), text);
        }
        for text in [
            "",
            "[2]",
            "[2] < [1]",
            "[2] + = [1]",
            "[x] = 1",
            "[1] = [2] => ",
            "0 * [1] = 2",
            "9000000000 * 4000000000 = [1]",
        ] {
            assert!(text.parse::<Rule>().is_err(), "{text}");
        }
    }
}
