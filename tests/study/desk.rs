//! The office's desk: numbers as keyed, the person who looks at the paper when something alarms, and every key
//! pressed beyond the first keying.
//!
//! What a person does here is the study's own model (`looking` in the parameters): a wrong box is seen beside
//! its paper with a stated chance; two boxes found wrong on one sheet make her key the sheet again whole.

use std::collections::{BTreeMap, BTreeSet};

use domain::check::Severity;
use domain::rescue::candidates;
use domain::tally::BoxNo;

use super::campaign::{Campaign, digits};
use super::parameters::Parameters;
use super::random::Random;
use super::slips::{Hand, Keying};

/// Keys beyond the first keying, by what they were for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extra {
    /// Keying the control total T of each sheet.
    pub control: u64,
    /// Going to a box that a check points at, mending it, accepting with a reason.
    pub checks: u64,
    /// Keying the team heads' totals.
    pub totals: u64,
    /// Looking for what makes a total differ, and mending it.
    pub differences: u64,
    /// Keying again, and deciding between the two.
    pub second: u64,
}

impl Extra {
    #[must_use]
    pub fn all(self) -> u64 {
        self.control + self.checks + self.totals + self.differences + self.second
    }

    pub fn add(&mut self, other: Self) {
        self.control += other.control;
        self.checks += other.checks;
        self.totals += other.totals;
        self.differences += other.differences;
        self.second += other.second;
    }
}

/// How the person searches a sheet whose checks fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Search {
    /// The boxes the failed checks name, one after another.
    Named,
    /// First the boxes the arithmetic rescue offers, in its order.
    Rescue,
}

#[derive(Debug, Clone)]
pub struct Desk<'a> {
    pub campaign: &'a Campaign,
    pub parameters: &'a Parameters,
    pub keying: &'a Keying,
    pub values: Vec<Vec<Option<u32>>>,
    pub extra: Extra,
    pub alarms: u64,
    /// Alarms about numbers that were as on the paper.
    pub false_alarms: u64,
    /// How often each box was looked at: a second look is a new one.
    looks: BTreeMap<(usize, usize), u64>,
}

/// Keys to type a number: `.` for zero; a box that moves on by itself needs no Enter when it is full; a number
/// longer than that box needs going back, F2 and Enter.
#[must_use]
pub fn presses(value: Option<u32>, width: Option<u32>) -> u64 {
    let Some(value) = value.filter(|v| *v > 0) else { return 1 };
    let count = digits(value);
    u64::from(count)
        + match width {
            Some(width) if count == width => 0,
            Some(width) if count > width => 3,
            _ => 1,
        }
}

impl<'a> Desk<'a> {
    #[must_use]
    pub fn new(campaign: &'a Campaign, parameters: &'a Parameters, keying: &'a Keying) -> Self {
        let control = campaign.form.indicators.len();
        let control = keying.values.iter().filter_map(|v| v.get(control)).map(|v| presses(*v, None)).sum();
        Self {
            campaign,
            parameters,
            keying,
            values: keying.values.clone(),
            extra: Extra { control, ..Extra::default() },
            alarms: 0,
            false_alarms: 0,
            looks: BTreeMap::new(),
        }
    }

    /// Keys of the first keying without T: the same for every method.
    #[must_use]
    pub fn first_keys(&self) -> u64 {
        let figures = self.campaign.form.indicators.len();
        self.keying.values.iter().map(|values| self.presses_of(&values[..figures])).sum()
    }

    fn presses_of(&self, values: &[Option<u32>]) -> u64 {
        values.iter().zip(&self.campaign.widths).map(|(value, width)| presses(*value, *width)).sum()
    }

    #[must_use]
    pub fn is_right(&self, sheet: usize, at: usize) -> bool {
        self.values[sheet][at] == Some(self.campaign.papers[sheet].values[at])
    }

    pub fn is_sheet_right(&self, sheet: usize) -> bool {
        (0..self.campaign.boxes.len()).all(|at| self.is_right(sheet, at))
    }

    pub fn alarm(&mut self, is_false: bool) {
        self.alarms += 1;
        self.false_alarms += u64::from(is_false);
    }

    /// Compares one box with its paper; whether it was seen to be wrong and typed anew, and the keys of typing.
    pub fn look(&mut self, sheet: usize, at: usize) -> Option<u64> {
        if self.is_right(sheet, at) {
            return None;
        }
        let looks = self.looks.entry((sheet, at)).or_default();
        *looks += 1;
        let paper = &self.campaign.papers[sheet];
        let hard = paper.misread.iter().any(|(of, as_read)| *of == at && self.values[sheet][at] == Some(*as_read));
        // Who cannot read a number the first time cannot read it the second time.
        let which = if hard { 0 } else { *looks };
        let mut random = Random::of(self.campaign.seed, &[10, sheet as u64, at as u64, which]);
        let looking = &self.parameters.looking;
        let seen = if hard { looking.seen_hard_to_read } else { looking.seen };
        if self.values[sheet][at].is_some() && !random.chance(seen) {
            return None;
        }
        let hand = Hand::of(self.parameters, self.keying.keyers[paper.visit]);
        let (typed, _) = hand.type_number(Some(paper.values[at]), &mut random);
        self.values[sheet][at] = typed;
        Some(presses(typed, self.campaign.widths[at]))
    }

    /// Keys a whole sheet anew from its paper; the keys.
    pub fn key_anew(&mut self, sheet: usize, purpose: u64) -> u64 {
        let paper = &self.campaign.papers[sheet];
        let hand = Hand::of(self.parameters, self.keying.keyers[paper.visit]);
        let typed = hand.type_sheet(paper, &mut Random::of(self.campaign.seed, &[11, sheet as u64, purpose]));
        let keys = self.presses_of(&typed.values);
        self.values[sheet] = typed.values;
        keys
    }

    /// A number outside its range alarms as it is typed.
    pub fn check_ranges(&mut self, sheet: usize) {
        for at in 0..self.campaign.form.indicators.len() {
            let most = self.parameters.ranges[at];
            if self.values[sheet][at].is_some_and(|v| v > most) {
                let right = self.is_right(sheet, at);
                self.alarm(right);
                self.extra.checks += 1 + self.look(sheet, at).unwrap_or_default();
            }
        }
    }

    /// What follows the last box of a sheet: blank boxes are named, failed checks show their arithmetic.
    pub fn check_sheet(&mut self, sheet: usize, search: Search) {
        self.fill_blanks(sheet);
        let (mut looked, mut round, mut found, mut alarmed) = (BTreeSet::new(), 0, 0, false);
        loop {
            let tally = self.campaign.tally(&self.values[sheet]);
            let failures = self.campaign.form.failures(&tally);
            let hard = failures.iter().any(|f| f.severity == Severity::Hard);
            if failures.is_empty() {
                return;
            }
            if !alarmed {
                alarmed = true;
                self.alarm(self.is_sheet_right(sheet));
            }
            let mut order: Vec<BoxNo> = Vec::new();
            if search == Search::Rescue && hard {
                let offered = candidates(&self.campaign.form, &tally);
                order.extend(offered.into_iter().flat_map(|c| c.changes).map(|c| c.no));
            }
            order.extend(failures.into_iter().filter(|f| !hard || f.severity == Severity::Hard).flat_map(|f| f.boxes));
            let places = order.iter().filter_map(|no| self.campaign.boxes.iter().position(|b| b == no));
            let Some(at) = places.into_iter().find(|at| !looked.contains(at)) else {
                round += 1;
                // What is impossible is looked for twice, what is unlikely once; then a key accepts.
                if !hard || round == 2 {
                    self.extra.checks += 1;
                    return;
                }
                looked.clear();
                continue;
            };
            looked.insert(at);
            self.extra.checks += 1;
            if let Some(keys) = self.look(sheet, at) {
                self.extra.checks += keys;
                found += 1;
                if found == 2 {
                    self.extra.checks += self.key_anew(sheet, 1);
                    self.fill_blanks(sheet);
                    looked.clear();
                }
            }
        }
    }

    /// Blank boxes are named when the sheet ends; the cursor goes there.
    fn fill_blanks(&mut self, sheet: usize) {
        let blank: Vec<usize> = (0..self.campaign.boxes.len()).filter(|at| self.values[sheet][*at].is_none()).collect();
        if blank.is_empty() {
            return;
        }
        self.alarm(false);
        for at in blank {
            self.extra.checks += 1 + self.look(sheet, at).unwrap_or_default();
        }
    }
}
