//! A check made ready to be asked many times: its sums over the places of boxes.

use crate::check::{Comparison, Operator, Rule, Sum};
use crate::tally::BoxNo;

#[derive(Debug)]
pub(super) struct Ready {
    pub(super) when: Option<Balance>,
    pub(super) then: Balance,
    pub(super) hard: bool,
    /// As the sheet was keyed.
    pub(super) failed: bool,
}

/// `sum of times × box + rest` against zero.
#[derive(Debug)]
pub(super) struct Balance {
    pub(super) terms: Vec<(usize, i64)>,
    pub(super) rest: i64,
    pub(super) operator: Operator,
}

impl Ready {
    pub(super) fn of(rule: &Rule, hard: bool, boxes: &mut Vec<BoxNo>) -> Self {
        Self {
            when: rule.when.as_ref().map(|w| Balance::of(w, boxes)),
            then: Balance::of(&rule.then, boxes),
            hard,
            failed: false,
        }
    }

    pub(super) fn terms(&self) -> impl Iterator<Item = (usize, i64)> + '_ {
        self.when.iter().chain([&self.then]).flat_map(|b| b.terms.iter().copied())
    }

    pub(super) fn fails(&self, values: &[Option<u32>]) -> bool {
        self.when.as_ref().is_none_or(|w| w.holds(values) == Some(true)) && self.then.holds(values) == Some(false)
    }
}

impl Balance {
    fn of(comparison: &Comparison, boxes: &mut Vec<BoxNo>) -> Self {
        let mut balance = Self { terms: Vec::new(), rest: 0, operator: comparison.operator };
        balance.add(&comparison.left, 1, boxes);
        balance.add(&comparison.right, -1, boxes);
        balance
    }

    fn add(&mut self, sum: &Sum, sign: i64, boxes: &mut Vec<BoxNo>) {
        for term in &sum.0 {
            let Some(no) = &term.no else {
                self.rest += sign * term.times;
                continue;
            };
            let at = boxes.iter().position(|b| b == no).unwrap_or_else(|| {
                boxes.push(no.clone());
                boxes.len() - 1
            });
            self.terms.push((at, sign * term.times));
        }
    }

    pub(super) fn value(&self, values: &[Option<u32>]) -> Option<i64> {
        let mut total = self.rest;
        for (at, times) in &self.terms {
            total += times * i64::from(values.get(*at).copied().flatten()?);
        }
        Some(total)
    }

    /// How often a box counts, and what the others come to; none while another box is blank.
    pub(super) fn apart_from(&self, at: usize, values: &[Option<u32>]) -> Option<(i64, i64)> {
        let (mut times_all, mut rest) = (0, self.rest);
        for (no, times) in &self.terms {
            if *no == at {
                times_all += times;
            } else {
                rest += times * i64::from(values.get(*no).copied().flatten()?);
            }
        }
        Some((times_all, rest))
    }

    fn holds(&self, values: &[Option<u32>]) -> Option<bool> {
        Some(self.operator.holds(self.value(values)?, 0))
    }
}
