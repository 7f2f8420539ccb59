//! How a box's counts are distributed over the sheets of a campaign (`usual` says why so).

/// How one box is distributed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Law {
    share: bool,
    /// Ratio of sums.
    rate: f64,
    /// How much the rate varies: the intraclass correlation of a share, the squared variation of a number.
    spread: f64,
    sheets: usize,
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
    /// The distribution on a sheet whose count is part of `base`.
    pub(super) fn on(self, base: u32) -> Odds {
        Odds { law: self, base }
    }

    pub(super) fn learnt(share: bool, counts: &[(u32, u32)]) -> Self {
        let rate_of = |(y, n): &(u32, u32)| (f64::from(*y) + 0.5) / (f64::from(*n) + 1.0);
        let mut ordered = counts.to_vec();
        ordered.sort_by(|a, b| rate_of(a).total_cmp(&rate_of(b)).then(a.cmp(b)));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a twentieth of a count")]
        #[expect(clippy::cast_precision_loss, reason = "sheets of a campaign")]
        let cut = (ordered.len() as f64 * TRIM).ceil() as usize;
        let middle = ordered.get(cut..ordered.len().saturating_sub(cut)).filter(|m| !m.is_empty()).unwrap_or(&ordered);
        let mut law = Self::fitted(share, middle, TRIMMED_VARIANCE);
        for _ in 0..2 {
            law = Self::fitted(share, &law.near(&ordered), 1.0);
        }
        Self { sheets: counts.len(), ..law }
    }

    /// Counts that are not far out; equal ones stand together, and are asked once.
    fn near(self, ordered: &[(u32, u32)]) -> Vec<(u32, u32)> {
        let alike = ordered.chunk_by(|a, b| a == b);
        let near = alike.filter(|same| same.first().is_some_and(|(y, n)| self.on(*n).tail(*y) >= FAR));
        near.flatten().copied().collect()
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
