//! Checks between the boxes of a sheet, as data an office can change: `[2] + [3] = [1]`,
//! `[4] <= 8 * [2]`, `[2] = 0 => [4] = 0`. A check runs only when all its boxes are filled, and its
//! answer carries the arithmetic, so that the message can show the sheet's own numbers.
//!
//! A rule is kept as `[6] + [7] <= [5]` and shown as `ô 6 + ô 7 ≤ ô 5`; both are read ([`read`]), so that
//! what a person sees is also what a person types.

mod read;
#[cfg(test)]
mod tests;

use std::fmt;

pub use read::{NotARule, Side};
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

/// What a check asks of its two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Operator {
    Equal,
    AtMost,
    AtLeast,
}

impl Operator {
    fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::AtMost => "<=",
            Self::AtLeast => ">=",
        }
    }

    /// The same with its sides exchanged.
    pub(crate) fn turned(self) -> Self {
        match self {
            Self::Equal => Self::Equal,
            Self::AtMost => Self::AtLeast,
            Self::AtLeast => Self::AtMost,
        }
    }

    pub(crate) fn holds(self, left: i64, right: i64) -> bool {
        match self {
            Self::Equal => left == right,
            Self::AtMost => left <= right,
            Self::AtLeast => left >= right,
        }
    }
}

/// A box times a whole number; no box: the number itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) times: i64,
    pub(crate) no: Option<BoxNo>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sum(pub(crate) Vec<Term>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Comparison {
    pub(crate) left: Sum,
    pub(crate) operator: Operator,
    pub(crate) right: Sum,
}

/// A check's rule; written and read as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Rule {
    pub(crate) when: Option<Comparison>,
    pub(crate) then: Comparison,
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
    /// Every box is filled and the rule holds.
    #[must_use]
    pub fn holds(&self, tally: &Tally) -> bool {
        self.rule.boxes().iter().all(|no| tally.get(no).is_some()) && self.failure(tally).is_none()
    }

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
    /// An equation between boxes alone, `2 + 3 = 1`: what holds on each sheet then holds for their sums.
    #[must_use]
    pub fn is_balance(&self) -> bool {
        let boxes_alone = |sum: &Sum| sum.0.iter().all(|term| term.no.is_some());
        let then = &self.then;
        self.when.is_none() && then.operator == Operator::Equal && boxes_alone(&then.left) && boxes_alone(&then.right)
    }

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
        match &self.when {
            Some(when) => format!("{} thì {}", pretty(when), pretty(&self.then)),
            None => pretty(&self.then),
        }
    }

    /// The rule in the pieces a form edits, each as people write it.
    #[must_use]
    pub fn parts(&self) -> RuleParts {
        RuleParts {
            when: self.when.as_ref().map(pretty),
            left: pretty(&self.then.left),
            operator: self.then.operator,
            right: pretty(&self.then.right),
        }
    }

    /// These boxes add up to that one.
    #[must_use]
    pub fn sum_is(boxes: impl IntoIterator<Item = BoxNo>, total: BoxNo) -> Self {
        let term = |no| Term { times: 1, no: Some(no) };
        let left = Sum(boxes.into_iter().map(term).collect());
        Self { when: None, then: Comparison { left, operator: Operator::Equal, right: Sum(vec![term(total)]) } }
    }
}

/// A rule's pieces: left, operator, right, and perhaps when it holds at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RuleParts {
    /// `ô 2 = 0`.
    pub when: Option<String>,
    /// `ô 6 + ô 7`.
    pub left: String,
    pub operator: Operator,
    pub right: String,
}

fn pretty(written: &impl fmt::Display) -> String {
    let text = written.to_string();
    text.replace('[', "ô ").replace(']', "").replace("<=", "≤").replace(">=", "≥").replace(" * ", " × ")
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

    /// `9 + 41 = 50`; a single box or number just its value.
    fn worked(&self, tally: &Tally) -> Option<String> {
        let total = self.value(tally)?;
        if let [Term { times: 1, .. } | Term { no: None, .. }] = self.0.as_slice() {
            return Some(total.to_string());
        }
        let mut out = String::new();
        for (i, term) in self.0.iter().enumerate() {
            out.push_str(term.sign(i == 0));
            match (&term.no, term.times.abs()) {
                (Some(no), 1) => out.push_str(&tally.get(no)?.to_string()),
                (Some(no), times) => out.push_str(&format!("{times} × {}", tally.get(no)?)),
                (None, number) => out.push_str(&number.to_string()),
            }
        }
        Some(format!("{out} = {total}"))
    }
}

impl Term {
    fn value(&self, tally: &Tally) -> Option<i64> {
        match &self.no {
            Some(no) => tally.get(no).map(|v| self.times * i64::from(v)),
            None => Some(self.times),
        }
    }

    /// What stands before the term.
    fn sign(&self, first: bool) -> &'static str {
        match (first, self.times < 0) {
            (true, false) => "",
            (true, true) => "-",
            (false, false) => " + ",
            (false, true) => " - ",
        }
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, term) in self.0.iter().enumerate() {
            f.write_str(term.sign(i == 0))?;
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
