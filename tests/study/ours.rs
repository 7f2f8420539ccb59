//! The program's own way, with its own code: checks with rescue while keying; the team heads' totals, with
//! single boxes keyed again where they differ; same results side by side; then whole sheets that look wrong and
//! a random rest, until the ceiling is met ([`domain::verification`]).

use std::collections::{BTreeMap, BTreeSet};

use domain::check::Severity;
use domain::ids::{PersonId, SheetId, VisitId};
use domain::rescue::{SumChange, of_sum};
use domain::tally::{BoxNo, Tally};
use domain::verification::{
    Case, Comparison, Figures, Mode, Rank, Second, choose, compare, outliers, same_results, strays, suspects,
};

use super::desk::{Desk, presses};
use super::random::Random;

/// Keys to open a sheet that is not the next of its pile.
const OPEN: u64 = 1;
/// A query about a total looks at counts that explain at least this share (in millionths) of the difference.
const WORTH_ASKING: u32 = 100_000;

impl Desk<'_> {
    /// What comes before the choice of whole sheets: same results, and the team heads' `totals` if they are
    /// there. Answers the sheets as choosing sees them.
    pub fn compare_all(&mut self, totals: bool) -> Vec<Case> {
        let mut cases = self.cases();
        self.side_by_side();
        let written = if totals { self.key_totals() } else { Vec::new() };
        for (visit, mut total) in written.into_iter().enumerate() {
            let confirmed = self.follow_suspects(visit, &mut total, &mut cases);
            for sheet in self.campaign.visits[visit].sheets.clone() {
                cases[sheet].confirmed = confirmed;
            }
        }
        cases
    }

    /// Keys again what is chosen until no more than `ceiling` of 1,000 boxes are held to be wrong.
    pub fn key_chosen(&mut self, ceiling: u32, mut cases: Vec<Case>) {
        loop {
            let choice = choose(Mode::Aimed { ceiling }, &cases, &[]);
            if choice.chosen.is_empty() {
                return;
            }
            for chosen in choice.chosen {
                let sheet = place(chosen.sheet);
                self.extra.second += OPEN;
                cases[sheet].second = Second::Done { wrong: self.key_second(sheet) };
            }
        }
    }

    fn tallies(&self) -> Vec<Tally> {
        self.values.iter().map(|values| self.campaign.tally(values)).collect()
    }

    /// The sheets as they were accepted when they were keyed.
    fn cases(&self) -> Vec<Case> {
        let tallies = self.tallies();
        let figures = self.figures(&tallies);
        let unusual: BTreeSet<SheetId> = outliers(&figures).into_iter().map(|o| o.sheet).collect();
        let mut random = Random::of(self.campaign.seed, &[17]);
        let case = |(at, tally): (usize, &Tally)| {
            let failures = self.campaign.form.failures(tally);
            let fails = |severity| failures.iter().any(|f| f.severity == severity);
            Case {
                sheet: id(at),
                keyer: PersonId(self.keying.keyers[self.campaign.papers[at].visit] as i64),
                rank: Rank(random.word()),
                boxes: self.campaign.boxes.len() as u32,
                failed: fails(Severity::Hard),
                soft: fails(Severity::Soft),
                outlier: unusual.contains(&id(at)),
                confirmed: false,
                second: Second::NotYet,
                mended: 0,
            }
        };
        tallies.iter().enumerate().map(case).collect()
    }

    fn figures<'b>(&'b self, tallies: &'b [Tally]) -> Vec<Figures<'b>> {
        let figures = |(at, tally)| Figures {
            sheet: id(at),
            visit: Some(VisitId(self.campaign.papers[at].visit as i64)),
            form: &self.campaign.form,
            tally,
        };
        tallies.iter().enumerate().map(figures).collect()
    }

    /// Sheets with the same results are shown beside each other; the one whose paper says otherwise is keyed
    /// anew.
    fn side_by_side(&mut self) {
        let tallies = self.tallies();
        for pair in same_results(&self.figures(&tallies)) {
            let (first, second) = (place(pair.first), place(pair.second));
            self.alarm(self.is_sheet_right(first) && self.is_sheet_right(second));
            for sheet in [first, second] {
                self.extra.differences += OPEN;
                let mut random = Random::of(self.campaign.seed, &[13, sheet as u64]);
                if !self.is_sheet_right(sheet) && random.chance(self.parameters.looking.seen) {
                    self.extra.differences += self.key_anew(sheet, 3);
                }
            }
        }
    }

    /// Keys again what a visit's total makes suspect, one answer after another, then asks about what stays.
    /// Whether the visit's figures are then taken as right.
    fn follow_suspects(&mut self, visit: usize, total: &mut [u32], cases: &mut [Case]) -> bool {
        let own = total_id(visit);
        let (mut done, mut wrong) = (BTreeSet::<(SheetId, usize)>::new(), BTreeSet::new());
        let mut alarmed = BTreeSet::new();
        loop {
            let comparison = self.compare_visit(visit, total);
            for difference in &comparison.differences {
                let at = self.at(&difference.no);
                if alarmed.insert(at) {
                    let right = self.campaign.visits[visit].sheets.clone().all(|s| self.is_right(s, at));
                    self.alarm(right);
                }
            }
            let is_done = |sheet: SheetId, no: &BoxNo| done.contains(&(sheet, self.at(no)));
            let was_wrong = |sheet: SheetId, no: &BoxNo| wrong.contains(&(sheet, self.at(no)));
            let mut asked = suspects(&comparison, Some(own), is_done);
            if asked.is_empty() {
                asked = strays(&comparison, &self.campaign.boxes, Some(own), is_done, was_wrong);
            }
            let Some(suspect) = asked.into_iter().next() else {
                let confirmed = comparison.confirms(Some(own), is_done);
                self.ask_about(visit, &comparison);
                return confirmed;
            };
            self.extra.differences += OPEN;
            for no in &suspect.boxes {
                let at = self.at(no);
                done.insert((suspect.sheet, at));
                if suspect.sheet == own {
                    total[at] = self.campaign.visits[visit].totals[at];
                    self.extra.differences += presses(Some(total[at]), None);
                } else {
                    if self.key_second_box(place(suspect.sheet), at) {
                        wrong.insert((suspect.sheet, at));
                        cases[place(suspect.sheet)].mended += 1;
                    }
                }
            }
        }
    }

    fn compare_visit(&self, visit: usize, total: &[u32]) -> Comparison {
        let indicators = &self.campaign.boxes[..total.len()];
        let sheets = self.campaign.visits[visit].sheets.clone();
        let tallies: BTreeMap<usize, Tally> = sheets.map(|s| (s, self.campaign.tally(&self.values[s]))).collect();
        let sheets: Vec<(SheetId, Option<&Tally>)> = tallies.iter().map(|(s, tally)| (id(*s), Some(tally))).collect();
        let written: Tally = indicators.iter().cloned().zip(total.iter().copied()).collect();
        compare(indicators, &sheets, &written).proven_by(&self.campaign.form.checks, &sheets)
    }

    /// What differs though everything was keyed twice goes to the team head as a query; whoever writes it looks
    /// at the counts that would explain it.
    fn ask_about(&mut self, visit: usize, comparison: &Comparison) {
        let differences: Vec<(usize, u32)> =
            comparison.differences.iter().filter(|d| !d.proven).map(|d| (self.at(&d.no), d.total)).collect();
        for (at, total) in differences {
            self.extra.differences += 1;
            let sheets = self.campaign.visits[visit].sheets.clone();
            let keyed: Vec<(usize, Option<u32>)> = sheets.map(|s| (s, self.values[s][at])).collect();
            for candidate in of_sum(&keyed, total).into_iter().filter(|c| c.weight >= WORTH_ASKING) {
                let SumChange::Sheet { key, .. } = candidate.change else { continue };
                self.extra.differences += OPEN;
                if let Some(keys) = self.look(key, at) {
                    self.extra.differences += keys;
                    break;
                }
            }
        }
    }

    fn at(&self, no: &BoxNo) -> usize {
        self.campaign.boxes.iter().position(|b| b == no).unwrap_or_default()
    }
}

fn id(sheet: usize) -> SheetId {
    SheetId(sheet as i64)
}

fn place(sheet: SheetId) -> usize {
    sheet.0 as usize
}

/// The ids of totals lie below those of sheets.
fn total_id(visit: usize) -> SheetId {
    SheetId(-1 - visit as i64)
}
