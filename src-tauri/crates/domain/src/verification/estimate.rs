//! How many wrong boxes may be left.
//!
//! # What is promised
//! When [`Estimate::met`] is true, then with a confidence of at least 95 % no more than
//! [`Estimate::allowed`] boxes of the campaign's figures are still wrong, however the keying errors are
//! spread, however often somebody looked at the estimate before, and whenever they stopped.
//!
//! # How
//! The unit is the sheet, since errors come together: a row keyed one box too low, or a sheet keyed under
//! another's code, spoils all its boxes. x = wrong boxes of a sheet, between 0 and b: the boxes of the largest
//! sheet, or the wrong boxes that a claim still has to show, if these are fewer. The sheets nobody was sent to for a reason (the *frame*) are keyed twice in the order of a secret
//! random rank, so that each next sheet is a draw without replacement from those left. Against the claim "the
//! frame holds m wrong boxes", of which S were found on the n sheets known so far, the next sheet has
//! μ = (m − S) ÷ (N − n) wrong boxes on average. A bet of the share c of one's capital that x is smaller pays
//!
//! ```text
//! 1 − c + c · (b − x) ÷ (b − μ)
//! ```
//!
//! whose mean under the claim is 1. So the capital is a non-negative martingale that starts at 1, and by
//! Ville's inequality it ever reaches 1 ÷ α with probability α at most: m is refused once it does. Every
//! larger m pays at least as much (x ÷ b falls and μ ÷ b rises with m), so all of them are refused with it. The bound is the largest m not yet refused; minus
//! what was found and mended, it is what may be left.
//!
//! The capital is spread over a few fixed bets (`claim`) and their sum is watched. c = 1 is quickest while
//! nothing is found, and one whole wrong sheet ruins it (x = b pays 0); the smaller bets live on.
//!
//! Sources: A. Ramdas and I. Waudby-Smith, "Confidence sequences for sampling without replacement" (NeurIPS
//! 2020) and "Estimating means of bounded random variables by betting" (JRSS B, 2024); Waudby-Smith, Stark,
//! Ramdas, "RiLACS: risk-limiting audits via confidence sequences" (E-Vote-ID 2021); P. B. Stark, "ALPHA:
//! audit that learns from previously hand-audited ballots" (Annals of Applied Statistics, 2023), whose
//! payoff this is with y = b − x.
//!
//! A sheet's wrong boxes are those of its first keying, whoever found them: also where a total had sent somebody
//! to one of its boxes before it was drawn. On a sheet not drawn yet such a box is known, and subtracted.
//!
//! # What it takes for granted
//! * Two people who key a box apart from each other do not make the same slip, and the third decides right.
//!   So a sheet keyed twice has no wrong box left.
//! * Where the sum of a visit's sheets is the team head's total in every box, or follows from boxes where it is,
//!   or was keyed twice, its sheets are right ([`Case::confirmed`]); slips that cancel out change no figure of
//!   the campaign.
//! * Wrong means: not what is on the paper. What was counted wrong at the doors nobody finds by keying.
//!
//! # Small campaigns
//! Sheets of nine boxes to draw if nothing is found, by ceiling:
//!
//! | sheets | 1 in 1,000 | 3 | 5 | 10 | 20 | 50 |
//! | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
//! | 60 | 58 | 58 | 58 | 58 | 56 | 38 |
//! | 110 | 105 | 105 | 105 | 104 | 83 | 46 |
//! | 300 | 287 | 287 | 259 | 189 | 118 | 55 |
//! | 1,000 | 938 | 629 | 453 | 262 | 141 | 59 |
//! | 10,000 | 2,629 | 973 | 596 | 302 | 152 | 60 |
//!
//! A ward of 110 sheets has 990 boxes; a ceiling of 5 allows 4. One single sheet keyed under the wrong code
//! would break it, and nothing but looking shows there is none: to be 95 % sure, 95 % of the sheets have to
//! be keyed twice, and no method can do with fewer without assuming how errors are spread. For such a ward
//! keying everything twice is the honest way, unless the team heads' totals confirm most of its evenings:
//! those sheets leave the draw, and the allowed number stays.
//!
//! # Sheets that come later
//! A sheet that comes in finds its place by rank. The draws count from the lowest rank to the first sheet not
//! keyed twice yet; what was found beyond it is subtracted, and proves nothing until the gap is closed. The
//! promise is of the sheets there are when somebody asks.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::choose::Reason;
use super::claim::{Claim, Turn};
use super::keyer::Record;
use super::{Case, Mode, Suspect};
use crate::ids::PersonId;

/// What second keying has found and what may be left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Estimate {
    /// Sheets of the campaign that are keyed, and their boxes.
    pub sheets: u32,
    pub boxes: u32,
    /// Sheets keyed twice whole.
    pub twice: u32,
    /// Wrong boxes found and mended.
    pub found: u32,
    /// Of these sheets, those drawn at random that the estimate rests on, and the wrong boxes on them.
    pub drawn: u32,
    pub found_drawn: u32,
    /// Wrong boxes left, as the random draws let expect; unknown before the first of them.
    pub left: Option<f64>,
    /// No more than these are left, with 95 % confidence. Boxes that somebody is sent to and has not keyed
    /// yet count as wrong.
    pub at_most: u32,
    /// Wrong boxes the leader's ceiling allows now; none where the mode has no ceiling.
    pub allowed: Option<u32>,
    /// Sheets (or single boxes of a sheet) that somebody is sent to for a reason and that are not done.
    pub waiting: u32,
    /// Further sheets to draw until the ceiling is met if nothing more is found.
    pub more: u32,
    /// Second keying may stop.
    pub met: bool,
}

/// How a campaign stands under a mode; `suspects` as [`super::choose()`] takes them.
#[must_use]
pub fn estimate(mode: Mode, cases: &[Case], suspects: &[Suspect]) -> Estimate {
    let walk = Walk::of(mode, cases);
    walk.estimate(suspects, &walk.ahead())
}

/// The campaign's sheets, and the order in which the draw takes those of the frame.
pub(super) struct Walk<'a> {
    mode: Mode,
    cases: &'a [Case],
    frame: Vec<&'a Case>,
    allowed: Option<u32>,
    /// Wrong boxes found on the sheets of the frame.
    found: u32,
}

/// The draws that count.
struct Path<'a> {
    turns: Vec<Turn>,
    drawn: Vec<&'a Case>,
    /// Keyers all of whose sheets are keyed twice.
    taken: BTreeSet<PersonId>,
    /// Sheets not done that the path takes as right; each with the turn it belongs to.
    open: Vec<(usize, &'a Case, Reason)>,
}

/// What the draw asks for next.
pub(super) struct Ahead<'a> {
    pub(super) asked: Vec<(&'a Case, Reason)>,
}

impl<'a> Walk<'a> {
    pub(super) fn of(mode: Mode, cases: &'a [Case]) -> Self {
        let aimed = matches!(mode, Mode::Aimed { .. });
        let mut frame: Vec<&Case> = cases.iter().filter(|c| !aimed || !(c.is_aimed() || c.confirmed)).collect();
        // Both keys come from the rank alone, so either way the order is a fair shuffle.
        frame.sort_by_key(|c| (!mode.draws(c.rank), c.rank, c.sheet));
        let allowed = mode.allowed(cases.iter().map(|c| c.boxes).sum());
        let found = frame.iter().map(|c| c.found()).sum();
        Self { mode, cases, frame, allowed, found }
    }

    /// Sheets of the frame that are not done, in the order of the draw.
    pub(super) fn open(&self) -> impl Iterator<Item = &'a Case> + '_ {
        self.frame.iter().copied().filter(|c| !c.is_done())
    }

    /// Walks along the draw to the first sheet that is not done; with `trusting`, to the end, as if on
    /// such sheets nothing more were found.
    fn path(&self, trusting: bool) -> Path<'a> {
        let mut path = Path { turns: Vec::new(), drawn: Vec::new(), taken: BTreeSet::new(), open: Vec::new() };
        let mut records = Record::all(&self.frame);
        for case in &self.frame {
            if path.taken.contains(&case.keyer) {
                continue;
            }
            if !case.is_done() {
                if !trusting {
                    break;
                }
                path.open.push((path.turns.len(), case, Reason::Random));
            }
            path.turns.push(Turn::Drawn { boxes: case.boxes, wrong: case.found() });
            path.drawn.push(case);
            let Some(record) = records.get_mut(&case.keyer) else { continue };
            record.add(case);
            if self.allowed.is_some_and(|allowed| record.alone_breaks(allowed)) {
                path.taken.insert(case.keyer);
                if !self.show(case, &mut path, trusting) {
                    break;
                }
            }
        }
        path
    }

    /// Reveals the sheets of a keyer that come after `last` in the draw. False: some are not done.
    fn show(&self, last: &Case, path: &mut Path<'a>, trusting: bool) -> bool {
        let after = self.frame.iter().skip_while(|c| c.sheet != last.sheet).skip(1);
        let (mut sheets, mut boxes, mut wrong) = (0, 0, 0);
        for case in after.filter(|c| c.keyer == last.keyer) {
            if !case.is_done() {
                if !trusting {
                    return false;
                }
                path.open.push((path.turns.len(), case, Reason::Keyer));
            }
            (sheets, boxes, wrong) = (sheets + 1, boxes + case.boxes, wrong + case.found());
        }
        path.turns.push(Turn::Shown { sheets, boxes, wrong });
        true
    }

    /// What must still be drawn if nothing more is found.
    pub(super) fn ahead(&self) -> Ahead<'a> {
        let Some(allowed) = self.allowed else { return Ahead { asked: Vec::new() } };
        let path = self.path(true);
        let enough = self.claim(allowed + self.found + 1).refused_after(&path.turns).unwrap_or(path.turns.len());
        let mut asked: Vec<(&Case, Reason)> =
            path.open.iter().filter(|(turn, ..)| *turn < enough).map(|(_, case, reason)| (*case, *reason)).collect();
        asked.sort_by_key(|(_, reason)| *reason);
        Ahead { asked }
    }

    fn claim(&self, wrong: u32) -> Claim {
        Claim {
            wrong,
            sheets: count(self.frame.iter()),
            boxes: self.frame.iter().map(|c| c.boxes).sum(),
            most: self.frame.iter().map(|c| c.boxes).max().unwrap_or_default(),
        }
    }

    /// The largest number of wrong boxes left in the frame that is not refused.
    fn bound(&self, turns: &[Turn]) -> u32 {
        let open: u32 = self.open().map(|c| c.boxes).sum();
        // Invariant: `low` more than found is not known to be refused, `high` more is (or cannot be).
        let (mut low, mut high) = (0, open + 1);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            match self.claim(self.found + middle).refused_after(turns) {
                Some(_) => high = middle,
                None => low = middle,
            }
        }
        low
    }

    pub(super) fn estimate(&self, suspects: &[Suspect], ahead: &Ahead<'a>) -> Estimate {
        let path = self.path(false);
        let (waiting, unseen) = self.waiting(suspects);
        let at_most = self.bound(&path.turns) + unseen;
        let more = match self.mode {
            Mode::All | Mode::OneIn { .. } => count(self.open().filter(|c| self.mode.draws(c.rank))),
            Mode::Aimed { .. } => count(ahead.asked.iter()),
        };
        Estimate {
            sheets: count(self.cases.iter()),
            boxes: self.cases.iter().map(|c| c.boxes).sum(),
            twice: count(self.cases.iter().filter(|c| c.is_done())),
            found: self.cases.iter().map(Case::found).sum(),
            drawn: count(path.drawn.iter()),
            found_drawn: path.drawn.iter().map(|c| c.found()).sum(),
            left: self.left(&path),
            at_most,
            allowed: self.allowed,
            waiting,
            more,
            met: match self.allowed {
                Some(allowed) => waiting == 0 && at_most <= allowed,
                None => more == 0,
            },
        }
    }

    /// Sheets and single boxes somebody is sent to and has not keyed; and the boxes of these.
    fn waiting(&self, suspects: &[Suspect]) -> (u32, u32) {
        if !matches!(self.mode, Mode::Aimed { .. }) {
            return (0, 0);
        }
        let whole: Vec<&Case> = self.cases.iter().filter(|c| c.is_aimed() && !c.is_done()).collect();
        let single = suspects.iter().filter(|s| !whole.iter().any(|case| case.sheet == s.sheet));
        let sheets = count(whole.iter()) + count(single);
        (sheets, whole.iter().map(|c| c.boxes).sum())
    }

    /// The rate of the draws, times the boxes nobody has seen twice. Keyers all of whose sheets are keyed twice
    /// stand apart: the others are not measured by them.
    fn left(&self, path: &Path<'a>) -> Option<f64> {
        let part = |taken: bool| {
            let is_of = |c: &&Case| path.taken.contains(&c.keyer) == taken;
            let open: Vec<&Case> = self.open().filter(is_of).collect();
            if open.is_empty() {
                return Some(0.0);
            }
            let boxes = |cases: &[&Case]| cases.iter().map(|c| f64::from(c.boxes)).sum::<f64>();
            let found = |cases: &[&Case]| cases.iter().map(|c| f64::from(c.found())).sum::<f64>();
            let drawn: Vec<&Case> = path.drawn.iter().copied().filter(is_of).collect();
            let expected = found(&drawn) / boxes(&drawn) * boxes(&open) - found(&open);
            (!drawn.is_empty()).then_some(expected.max(0.0))
        };
        Some(part(true)? + part(false)?)
    }
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}
