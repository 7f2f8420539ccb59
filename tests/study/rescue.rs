//! How well the arithmetic rescue points: of the sheets whose hard checks fail as they were keyed, at which
//! place it names a box that is really wrong.

use domain::check::Severity;
use domain::rescue::{Candidate, candidates};

use super::campaign::Campaign;
use super::slips::Keying;

/// Counts of sheets.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ranks {
    pub sheets: u64,
    /// Only soft checks fail.
    pub soft: u64,
    /// Hard checks fail, and a box is not as on the paper.
    pub failed: u64,
    /// Of those, the first candidate changes wrong boxes only.
    pub first: u64,
    /// One of the first three does.
    pub three: u64,
    /// One of the first three is what the paper says.
    pub exact: u64,
    /// No candidate does.
    pub nowhere: u64,
    /// Hard checks fail although all is as on the paper: its control total is wrong.
    pub paper: u64,
    /// Of those, the control total is among the first three.
    pub paper_three: u64,
}

impl Ranks {
    /// Every sheet of a campaign as it was first keyed.
    #[must_use]
    pub fn of(campaign: &Campaign, keying: &Keying) -> Self {
        let mut ranks = Self::default();
        for (sheet, values) in keying.values.iter().enumerate() {
            ranks.add_sheet(campaign, sheet, values);
        }
        ranks
    }

    fn add_sheet(&mut self, campaign: &Campaign, sheet: usize, values: &[Option<u32>]) {
        self.sheets += 1;
        let tally = campaign.tally(values);
        let failures = campaign.form.failures(&tally);
        if !failures.iter().any(|f| f.severity == Severity::Hard) {
            self.soft += u64::from(!failures.is_empty());
            return;
        }
        let paper = &campaign.papers[sheet].values;
        let at = |candidate: &Candidate| -> Vec<usize> {
            let place = |no| campaign.boxes.iter().position(|b| b == no);
            candidate.changes.iter().filter_map(|c| place(&c.no)).collect()
        };
        let offered = candidates(&campaign.form, &tally);
        if values.iter().zip(paper).all(|(typed, written)| *typed == Some(*written)) {
            self.paper += 1;
            let control = campaign.form.indicators.len();
            self.paper_three += u64::from(offered.iter().take(3).any(|c| at(c) == [control]));
            return;
        }
        let names = |c: &Candidate| at(c).into_iter().all(|at| values[at] != Some(paper[at]));
        let right = |c: &Candidate| c.changes.iter().zip(at(c)).all(|(change, at)| change.to == Some(paper[at]));
        self.failed += 1;
        self.first += u64::from(offered.first().is_some_and(names));
        self.three += u64::from(offered.iter().take(3).any(names));
        self.exact += u64::from(offered.iter().take(3).any(right));
        self.nowhere += u64::from(!offered.iter().any(names));
    }

    pub fn add(&mut self, other: &Self) {
        let Self { sheets, soft, failed, first, three, exact, nowhere, paper, paper_three } = other;
        self.sheets += sheets;
        self.soft += soft;
        self.failed += failed;
        self.first += first;
        self.three += three;
        self.exact += exact;
        self.nowhere += nowhere;
        self.paper += paper;
        self.paper_three += paper_three;
    }
}
