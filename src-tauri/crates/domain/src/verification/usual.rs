//! What is usual in a campaign: for each box its count given the box it is part of, learnt from all sheets.
//!
//! Counts at the doors are small and skewed, with many zeros, so neither a mean ± 3 σ nor a boxplot fits; the
//! boxplot adjusted for skewness (M. Hubert, E. Vandervieren, "An adjusted boxplot for skewed distributions",
//! 2008) rests on the medcouple, which is poor on counts with many ties, and flags by design a fixed share of
//! sound data. And a large count is no error on a large evening. So each box is judged against the box it is
//! part of:
//!
//! * a share (5 of 4, 9 of 8 …): beta-binomial, the binomial whose rate varies from sheet to sheet;
//! * a number per household (4 for each of 2), or a count by itself (1): negative binomial, the Poisson whose
//!   rate varies.
//!
//! Rates are ratios of sums. How much they vary comes from moments (J. G. Skellam 1948 and J. C. Kleinman
//! 1973 for the beta-binomial, F. J. Anscombe 1950 for the negative binomial), first over the middle nine
//! tenths of the sheets, so that the outliers sought do not hide themselves, then over all sheets but those
//! far out; and it is drawn towards a cautious value while there are few sheets.

use std::collections::BTreeMap;

use crate::form::{Form, Meaning};
use crate::ids::{FormId, SheetId, VisitId};
use crate::tally::{BoxNo, Tally};

/// A keyed sheet's counts. A self-reported sheet, which is cumulative, and a team head's total do not belong
/// among those of an evening.
#[derive(Debug, Clone, Copy)]
pub struct Figures<'a> {
    pub sheet: SheetId,
    pub visit: Option<VisitId>,
    pub form: &'a Form,
    pub tally: &'a Tally,
}

/// What a box counts, over all versions of the form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Meant(Meaning),
    /// A box of the office's own has a sense in its form alone.
    Own(FormId, BoxNo),
}

/// What a box's count is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Base {
    Alone,
    ShareOf(&'static [Meaning]),
    Per(Meaning),
}

/// A box's count and what it is part of.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reading {
    pub(super) no: BoxNo,
    pub(super) value: u32,
    /// The count it is part of; 1 for a count by itself.
    pub(super) base: u32,
    what: What,
    of: Base,
}

impl Reading {
    /// Whether a count far out means anything here.
    pub(super) fn is_judged(&self) -> bool {
        self.what != What::Meant(Meaning::HouseholdsMet)
    }
}

/// The readings of a sheet: each box that says something of its own, if it and its base are filled. A box
/// larger than what it is part of says nothing here: a check has failed, and says so.
pub(super) fn readings(figures: &Figures<'_>) -> Vec<Reading> {
    let read = |meaning: Meaning| figures.form.count(figures.tally, meaning);
    let boxes = figures.form.indicators.iter().filter_map(|indicator| {
        let value = figures.tally.get(&indicator.no)?;
        let what = match indicator.meaning {
            Meaning::Own => What::Own(figures.form.id, indicator.no.clone()),
            meaning => What::Meant(meaning),
        };
        let of = base(indicator.meaning, figures.form)?;
        let base = match of {
            Base::Alone => 1,
            Base::ShareOf(parts) => parts.iter().map(|m| read(*m)).sum::<Option<u32>>()?,
            Base::Per(meaning) => read(meaning)?,
        };
        let sound = !matches!(of, Base::ShareOf(_)) || value <= base;
        (sound && base > 0).then(|| Reading { no: indicator.no.clone(), value, base, what, of })
    });
    boxes.collect()
}

/// What a box is compared with in this form; `None` where it follows from other boxes.
fn base(meaning: Meaning, form: &Form) -> Option<Base> {
    use Meaning::{
        Account, Activated, HouseholdsAbsent, HouseholdsMet, HouseholdsReached, InstalledBefore, InstalledTonight,
        LacksIdentity, NoSmartphone, NotInstalled, OldPhone, OtherReason, Own, PeopleMet, Smartphone, Unwilling,
    };
    let has = |meanings: &[Meaning]| meanings.iter().all(|m| form.indicators.iter().any(|i| i.meaning == *m));
    let share = |of: &'static [Meaning]| if has(of) { Base::ShareOf(of) } else { Base::Alone };
    let follows = match meaning {
        HouseholdsAbsent => has(&[HouseholdsReached, HouseholdsMet]),
        NotInstalled => has(&[PeopleMet, InstalledBefore, InstalledTonight]),
        NoSmartphone => has(&[PeopleMet, Smartphone]),
        _ => false,
    };
    (!follows).then(|| match meaning {
        HouseholdsReached | Own => Base::Alone,
        HouseholdsMet | HouseholdsAbsent => share(&[HouseholdsReached]),
        PeopleMet if has(&[HouseholdsMet]) => Base::Per(HouseholdsMet),
        PeopleMet => Base::Alone,
        Smartphone | NotInstalled | NoSmartphone => share(&[PeopleMet]),
        InstalledBefore | InstalledTonight => share(&[Smartphone]),
        Account | LacksIdentity => share(&[InstalledBefore, InstalledTonight]),
        Activated => share(&[Account]),
        OldPhone | Unwilling | OtherReason => share(&[NotInstalled]),
    })
}

/// How one box is distributed.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Law {
    share: bool,
    /// Ratio of sums.
    rate: f64,
    /// How much the rate varies: the intraclass correlation of a share, the squared variation of a number.
    spread: f64,
    sheets: usize,
}

/// The laws of all boxes of a campaign.
#[derive(Debug, Clone, Default)]
pub(super) struct Usual {
    laws: BTreeMap<(What, Base), Law>,
}

impl Usual {
    pub(super) fn of(readings: &[Vec<Reading>]) -> Self {
        let mut counts: BTreeMap<(What, Base), Vec<(u32, u32)>> = BTreeMap::new();
        for reading in readings.iter().flatten() {
            counts.entry((reading.what.clone(), reading.of)).or_default().push((reading.value, reading.base));
        }
        let laws = counts.into_iter().map(|(key, counts)| {
            let law = Law::learnt(matches!(key.1, Base::ShareOf(_)), &counts);
            (key, law)
        });
        Self { laws: laws.collect() }
    }

    /// How likely each count is; `None` for a box nothing is known of.
    pub(super) fn odds(&self, reading: &Reading) -> Option<Odds> {
        let law = self.laws.get(&(reading.what.clone(), reading.of))?;
        Some(Odds { law: *law, base: reading.base })
    }
}

/// The sheets' share that is left out at each end at first.
const TRIM: f64 = 0.05;
/// The variance of a normal variable between its 5th and 95th percentile, of one.
const TRIMMED_VARIANCE: f64 = 0.62;
/// Sheets as many as which the cautious spread weighs.
const CAUTION: f64 = 10.0;
/// The spread of a share and of a number while nothing is known.
const CAUTIOUS: (f64, f64) = (0.08, 0.3);
/// Sheets less likely than this have no part in the second estimate.
const FAR: f64 = 0.001;

impl Law {
    fn learnt(share: bool, counts: &[(u32, u32)]) -> Self {
        let rate_of = |(y, n): &(u32, u32)| (f64::from(*y) + 0.5) / (f64::from(*n) + 1.0);
        let mut ordered = counts.to_vec();
        ordered.sort_by(|a, b| rate_of(a).total_cmp(&rate_of(b)));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a twentieth of a count")]
        #[expect(clippy::cast_precision_loss, reason = "sheets of a campaign")]
        let cut = (ordered.len() as f64 * TRIM).ceil() as usize;
        let middle = ordered.get(cut..ordered.len().saturating_sub(cut)).filter(|m| !m.is_empty()).unwrap_or(&ordered);
        let mut law = Self::fitted(share, middle, TRIMMED_VARIANCE);
        for _ in 0..2 {
            let near: Vec<(u32, u32)> =
                ordered.iter().copied().filter(|(value, base)| Odds { law, base: *base }.tail(*value) >= FAR).collect();
            law = Self::fitted(share, &near, 1.0);
        }
        Self { sheets: counts.len(), ..law }
    }

    /// Moments of these counts; `kept` of the variance is taken to have been left in them.
    #[expect(clippy::cast_precision_loss, reason = "sheets of a campaign")]
    fn fitted(share: bool, counts: &[(u32, u32)], kept: f64) -> Self {
        let (mut sum, mut all) = (0.5, 1.0);
        for (y, n) in counts {
            (sum, all) = (sum + f64::from(*y), all + f64::from(*n));
        }
        let rate = sum / all;
        let (mut squares, mut pure, mut more) = (0.0, 0.0, 0.0);
        for (y, n) in counts {
            let (y, n) = (f64::from(*y), f64::from(*n));
            squares += (y - n * rate).powi(2);
            if share {
                pure += n * rate * (1.0 - rate);
                more += n * (n - 1.0) * rate * (1.0 - rate);
            } else {
                pure += n * rate;
                more += (n * rate).powi(2);
            }
        }
        let cautious = if share { CAUTIOUS.0 } else { CAUTIOUS.1 };
        let most = if share { 0.9 } else { 10.0 };
        let seen = if more > 0.0 { ((squares / kept - pure) / more).clamp(0.0, most) } else { cautious };
        let sheets = counts.len() as f64;
        Self { share, rate, spread: (seen * sheets + cautious * CAUTION) / (sheets + CAUTION), sheets: counts.len() }
    }
}

/// The distribution of a box's count on one sheet, given what it is part of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Odds {
    law: Law,
    base: u32,
}

/// Beyond the middle, a count this unlikely ends the sum.
const NOTHING: f64 = -46.0;

impl Odds {
    /// Sheets the law was learnt from.
    pub(super) fn sheets(&self) -> usize {
        self.law.sheets
    }

    /// Chance of a count so far out, at either end.
    pub(super) fn tail(&self, value: u32) -> f64 {
        let (mut below, mut at) = (0.0, 0.0);
        self.each(|y, chance| {
            if y < value {
                below += chance;
            } else {
                at = chance;
            }
            y < value
        });
        let upper = (1.0 - below).max(0.0);
        (2.0 * upper.min(below + at)).min(1.0)
    }

    pub(super) fn chance(&self, value: u32) -> f64 {
        let mut found = 0.0;
        self.each(|y, chance| {
            if y == value {
                found = chance;
            }
            y < value
        });
        found
    }

    /// The counts between which all but `outside` at each end lie.
    pub(super) fn range(&self, outside: f64) -> (u32, u32) {
        let (mut sum, mut low, mut high) = (0.0, None, 0);
        self.each(|y, chance| {
            sum += chance;
            if sum > outside && low.is_none() {
                low = Some(y);
            }
            high = y;
            sum < 1.0 - outside
        });
        (low.unwrap_or_default(), high)
    }

    /// Gives every count and its chance from zero on, while `go_on` wants more.
    fn each(&self, mut go_on: impl FnMut(u32, f64) -> bool) {
        let n = f64::from(self.base);
        let middle = n * self.law.rate;
        let mut log = self.log_of_zero();
        let mut y = 0;
        loop {
            let chance = log.exp();
            if !go_on(y, chance) || (self.law.share && y >= self.base) {
                return;
            }
            if log < NOTHING && f64::from(y) > middle {
                return;
            }
            log += self.log_step(f64::from(y));
            y += 1;
        }
    }

    /// ln P(0).
    fn log_of_zero(&self) -> f64 {
        let n = f64::from(self.base);
        if !self.law.share {
            let size = 1.0 / self.law.spread;
            return -size * (n * self.law.rate / size).ln_1p();
        }
        let (a, b) = self.shape();
        (0..self.base).map(f64::from).map(|i| ((b + i) / (a + b + i)).ln()).sum()
    }

    /// ln P(y + 1) − ln P(y).
    fn log_step(&self, y: f64) -> f64 {
        let n = f64::from(self.base);
        if !self.law.share {
            let size = 1.0 / self.law.spread;
            let mean = n * self.law.rate;
            return ((size + y) / (y + 1.0) * mean / (size + mean)).ln();
        }
        let (a, b) = self.shape();
        ((n - y) * (a + y) / ((y + 1.0) * (b + n - y - 1.0))).ln()
    }

    /// The beta's a and b: a mean of `rate`, a correlation of 1 ÷ (a + b + 1).
    fn shape(&self) -> (f64, f64) {
        let both = 1.0 / self.law.spread - 1.0;
        let rate = self.law.rate.clamp(1e-6, 1.0 - 1e-6);
        (rate * both, (1.0 - rate) * both)
    }
}
