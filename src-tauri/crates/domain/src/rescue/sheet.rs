//! A sheet made ready to be tried with other values: boxes by their place, checks as sums over places.

use std::cmp::Ordering;

use super::usual::Usual;
use super::{Candidate, Change, Weighed, sum};
use crate::check::{Comparison, Operator, Rule, Severity, Sum};
use crate::form::Form;
use crate::tally::{BoxNo, MOST, Tally};

#[derive(Debug)]
pub(super) struct Sheet {
    boxes: Vec<BoxNo>,
    /// So many of them are on the paper; a rule may name others, which are never changed.
    rows: usize,
    keyed: Vec<Option<u32>>,
    /// As keyed but for a change that is being tried.
    values: Vec<Option<u32>>,
    checks: Vec<Ready>,
    /// For each box the checks that speak of it.
    of_box: Vec<Vec<usize>>,
    failing: u32,
    /// Whether a change may also be one that breaks a check while it repairs another.
    pub(super) may_break: bool,
    /// Those the control total adds up.
    control: Vec<usize>,
}

#[derive(Debug)]
struct Ready {
    when: Option<Balance>,
    then: Balance,
    hard: bool,
    /// As the sheet was keyed.
    failed: bool,
}

/// `sum of times × box + rest` against zero.
#[derive(Debug)]
struct Balance {
    terms: Vec<(usize, i64)>,
    rest: i64,
    operator: Operator,
}

/// What checks say after a change.
#[derive(Debug, Clone, Copy)]
pub(super) struct Effect {
    pub(super) left: u32,
    pub(super) soft: u32,
}

/// A box without an upper bound is tried up to so much above its lower one.
const WIDE: u32 = 120;
/// About so many numbers stand for all that a blank box may have.
const SAMPLES: u32 = 6;

impl Sheet {
    pub(super) fn of(form: &Form, tally: &Tally) -> Self {
        let mut boxes: Vec<BoxNo> = form.boxes().collect();
        let rows = boxes.len();
        let mut checks: Vec<Ready> =
            form.checks.iter().map(|c| Ready::of(&c.rule, c.severity == Severity::Hard, &mut boxes)).collect();
        let control = form.control_boxes();
        let parts = control.iter().filter_map(|no| boxes.iter().position(|b| b == no)).collect();
        if !control.is_empty() {
            checks.push(Ready::of(&Rule::sum_is(control, BoxNo::CONTROL), true, &mut boxes));
        }
        let mut of_box = vec![Vec::new(); boxes.len()];
        for (i, check) in checks.iter().enumerate() {
            for (at, _) in check.terms() {
                if let Some(of) = of_box.get_mut(at)
                    && of.last() != Some(&i)
                {
                    of.push(i);
                }
            }
        }
        let values: Vec<Option<u32>> = boxes.iter().map(|no| tally.get(no)).collect();
        let mut sheet = Self {
            boxes,
            rows,
            keyed: values.clone(),
            values,
            checks,
            of_box,
            failing: 0,
            may_break: false,
            control: parts,
        };
        for i in 0..sheet.checks.len() {
            let failed = sheet.checks.get(i).is_some_and(|c| c.fails(&sheet.values));
            if let Some(check) = sheet.checks.get_mut(i) {
                check.failed = failed;
            }
        }
        sheet.failing = sheet.checks.iter().filter(|c| c.hard && c.failed).count() as u32;
        sheet
    }

    /// Hard checks that fail as the sheet was keyed.
    pub(super) fn failing(&self) -> u32 {
        self.failing
    }

    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    pub(super) fn value(&self, at: usize) -> Option<u32> {
        self.keyed.get(at).copied().flatten()
    }

    pub(super) fn is_control(&self, at: usize) -> bool {
        self.boxes.get(at) == Some(&BoxNo::CONTROL)
    }

    /// The numbers that the control total adds up.
    pub(super) fn control_parts(&self) -> impl Iterator<Item = u32> + '_ {
        self.control.iter().filter_map(|at| self.value(*at))
    }

    /// Whether a check that fails speaks of the box: no other box alone can repair anything.
    pub(super) fn is_suspect(&self, at: usize) -> bool {
        self.about(at).any(|c| c.hard && c.failed)
    }

    /// The values which sums that fail and have to be equal would have this box hold.
    pub(super) fn wanted(&self, at: usize) -> impl Iterator<Item = u32> + '_ {
        let failed = self.about(at).filter(|c| c.hard && c.failed && c.then.operator == Operator::Equal);
        failed.filter_map(move |c| {
            let times: i64 = c.then.terms.iter().filter(|t| t.0 == at).map(|t| t.1).sum();
            let off = c.then.value(&self.values)?;
            let whole = times != 0 && off % times == 0;
            u32::try_from(i64::from(self.value(at)?) - if whole { off / times } else { return None }).ok()
        })
    }

    /// Checks after a change, and how usual the sheet is then. None if it repairs no hard check, breaks one
    /// that must not break, or blanks a box for which no number would do.
    pub(super) fn after(&mut self, to: &[(usize, Option<u32>)], usual: &Usual) -> Option<(Effect, f64)> {
        let mut opened = None;
        for (at, value) in to {
            let before = self.values.get_mut(*at)?;
            if value.is_none() && before.is_some() {
                opened = Some(*at);
            }
            *before = *value;
        }
        let effect = self.effect(to);
        let usual = effect.and_then(|_| match opened {
            Some(at) => self.likely_with_any(at, usual),
            None => Some(usual.likely(&self.values)),
        });
        for (at, _) in to {
            if let (Some(value), Some(keyed)) = (self.values.get_mut(*at), self.keyed.get(*at)) {
                *value = *keyed;
            }
        }
        effect.zip(usual)
    }

    /// How usual the sheet is whatever the number of a box that is blank now; none if no number would do.
    fn likely_with_any(&mut self, at: usize, usual: &Usual) -> Option<f64> {
        let (least, most) = self.room(at)?;
        let most = most.min(least + WIDE);
        let step = (most - least) / SAMPLES + 1;
        let mut all = f64::NEG_INFINITY;
        for value in (least..=most).step_by(step as usize) {
            *self.values.get_mut(at)? = Some(value);
            all = sum(all, usual.likely(&self.values));
        }
        *self.values.get_mut(at)? = None;
        Some(all + f64::from(step).ln())
    }

    /// Between which numbers the hard checks leave room for a box that is blank now.
    fn room(&self, at: usize) -> Option<(u32, u32)> {
        let (mut least, mut most) = (0, i64::from(MOST));
        for check in self.about(at).filter(|c| c.hard && c.when.is_none()) {
            let Some((times, rest)) = check.then.apart_from(at, &self.values) else { continue };
            // times × number + rest against zero, times being positive.
            let (times, rest, operator) = match times.cmp(&0) {
                Ordering::Equal => continue,
                Ordering::Greater => (times, rest, check.then.operator),
                Ordering::Less => (-times, -rest, check.then.operator.turned()),
            };
            let (least_here, most_here) = (-rest.div_euclid(times), (-rest).div_euclid(times));
            if operator != Operator::AtMost {
                least = least.max(least_here);
            }
            if operator != Operator::AtLeast {
                most = most.min(most_here);
            }
        }
        Some((u32::try_from(least).ok()?, u32::try_from(most).ok()?)).filter(|(least, most)| least <= most)
    }

    fn effect(&self, to: &[(usize, Option<u32>)]) -> Option<Effect> {
        let mut effect = Effect { left: 0, soft: 0 };
        let mut repaired = false;
        for check in &self.checks {
            let touched = match to {
                [(at, _)] => check.speaks_of(*at),
                _ => true,
            };
            let fails = if touched { check.fails(&self.values) } else { check.failed };
            if !check.hard {
                effect.soft += u32::from(fails);
                continue;
            }
            if fails && !check.failed && !self.may_break {
                return None;
            }
            effect.left += u32::from(fails);
            repaired |= check.failed && !fails;
        }
        repaired.then_some(effect)
    }

    fn about(&self, at: usize) -> impl Iterator<Item = &Ready> {
        self.of_box.get(at).into_iter().flatten().filter_map(|i| self.checks.get(*i))
    }

    /// `share`: from 0 to 1.
    pub(super) fn candidate(&self, weighed: &Weighed, share: f64) -> Candidate {
        let change = |(at, to): &(usize, Option<u32>)| {
            Some(Change { no: self.boxes.get(*at)?.clone(), from: self.value(*at), to: *to })
        };
        Candidate {
            slip: weighed.slip,
            changes: weighed.to.iter().filter_map(change).collect(),
            weight: (share * 1_000_000.0).round() as u32,
            left: weighed.effect.left,
            soft: weighed.effect.soft,
        }
    }
}

impl Ready {
    fn of(rule: &Rule, hard: bool, boxes: &mut Vec<BoxNo>) -> Self {
        Self {
            when: rule.when.as_ref().map(|w| Balance::of(w, boxes)),
            then: Balance::of(&rule.then, boxes),
            hard,
            failed: false,
        }
    }

    fn terms(&self) -> impl Iterator<Item = (usize, i64)> + '_ {
        self.when.iter().chain([&self.then]).flat_map(|b| b.terms.iter().copied())
    }

    fn speaks_of(&self, at: usize) -> bool {
        self.terms().any(|t| t.0 == at)
    }

    fn fails(&self, values: &[Option<u32>]) -> bool {
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

    fn value(&self, values: &[Option<u32>]) -> Option<i64> {
        let mut total = self.rest;
        for (at, times) in &self.terms {
            total += times * i64::from(values.get(*at).copied().flatten()?);
        }
        Some(total)
    }

    /// How often a box counts, and what the others come to; none while another box is blank.
    fn apart_from(&self, at: usize, values: &[Option<u32>]) -> Option<(i64, i64)> {
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
