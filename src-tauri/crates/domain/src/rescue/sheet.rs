//! A sheet made ready to be tried with other values: boxes by their place, checks as sums over places.

use std::cmp::Ordering;

use super::ready::Ready;
use super::usual::Usual;
use super::{ANOTHER_SLIP, Candidate, Change, SOFT, Weighed, sum};
use crate::check::{Operator, Rule, Severity};
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
    as_keyed: Effect,
    /// Whether a change may also be one that breaks a check while it repairs another.
    pub(super) may_break: bool,
    /// Those the control total adds up.
    control: Vec<usize>,
}

/// What checks say after a change.
#[derive(Debug, Clone, Copy, Default)]
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
            as_keyed: Effect::default(),
            may_break: false,
            control: parts,
        };
        for i in 0..sheet.checks.len() {
            let failed = sheet.checks.get(i).is_some_and(|c| c.fails(&sheet.values));
            if let Some(check) = sheet.checks.get_mut(i) {
                check.failed = failed;
            }
        }
        for check in sheet.checks.iter().filter(|c| c.failed) {
            *(if check.hard { &mut sheet.as_keyed.left } else { &mut sheet.as_keyed.soft }) += 1;
        }
        sheet
    }

    /// Hard checks that fail as the sheet was keyed.
    pub(super) fn failing(&self) -> u32 {
        self.as_keyed.left
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

    /// How much likelier the sheet is with another number in a box, as a logarithm.
    pub(super) fn likelier_with(&mut self, no: &BoxNo, to: u32, usual: &Usual) -> f64 {
        let Some(at) = self.boxes.iter().position(|b| b == no) else { return 0.0 };
        let before = usual.likely(&self.values);
        let Some(value) = self.values.get_mut(at) else { return 0.0 };
        let keyed = value.replace(to);
        let mut likelier = usual.likely(&self.values) - before;
        for check in self.about(at) {
            let slip = if check.hard { ANOTHER_SLIP } else { SOFT };
            likelier += match (check.failed, check.fails(&self.values)) {
                (false, true) => slip,
                (true, false) => -slip,
                _ => 0.0,
            };
        }
        if let Some(value) = self.values.get_mut(at) {
            *value = keyed;
        }
        likelier
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
        match to {
            [(at, _)] => self.effect_on(self.about(*at)),
            _ => self.effect_on(self.checks.iter()),
        }
    }

    /// The change touches no other checks than these.
    fn effect_on<'a>(&self, checks: impl Iterator<Item = &'a Ready>) -> Option<Effect> {
        let mut effect = self.as_keyed;
        let mut repaired = false;
        for check in checks {
            let fails = check.fails(&self.values);
            if fails == check.failed {
                continue;
            }
            if fails && check.hard && !self.may_break {
                return None;
            }
            repaired |= check.hard && !fails;
            let count = if check.hard { &mut effect.left } else { &mut effect.soft };
            *count = if fails { *count + 1 } else { *count - 1 };
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
