//! A claim about the wrong boxes of the sheets in the draw, and the bets against it (`estimate` says why).

/// The chance of a false promise, at most.
pub const ALPHA: f64 = 0.05;

/// Share of the capital that is bet, and the part of it that goes into this bet. Chosen on simulated campaigns:
/// with these the fewest sheets are keyed twice before the ceiling is met.
const BETS: [(f64, f64); 3] = [(1.0, 0.85), (0.8, 0.1), (0.5, 0.05)];

/// One step along the draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// A sheet taken by rank, with its wrong boxes: bet on.
    Drawn { boxes: u32, wrong: u32 },
    /// The other sheets of a keyer, all keyed twice because of what the draws showed of this keyer: known,
    /// not bet on.
    Shown { sheets: u32, boxes: u32, wrong: u32 },
}

/// The claim that the frame holds so many wrong boxes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Claim {
    pub(super) wrong: u32,
    pub(super) sheets: u32,
    pub(super) boxes: u32,
    /// Boxes of the largest sheet.
    pub(super) most: u32,
}

impl Claim {
    /// After how many turns the claim, and every larger one, is refused; `None` if it never is.
    pub(super) fn refused_after(mut self, turns: &[Turn]) -> Option<usize> {
        let mut capital = BETS.map(|(_, part)| part);
        for (done, turn) in turns.iter().enumerate() {
            if self.is_impossible() {
                return Some(done);
            }
            let (sheets, boxes, wrong) = match *turn {
                Turn::Drawn { boxes, wrong } => (1, boxes, wrong),
                Turn::Shown { sheets, boxes, wrong } => (sheets, boxes, wrong),
            };
            if matches!(turn, Turn::Drawn { .. }) && self.bet(wrong, &mut capital) {
                return Some(done + 1);
            }
            // More was found than claimed: the claim "at least so many" has come true.
            self.wrong = self.wrong.checked_sub(wrong)?;
            self.sheets -= sheets;
            self.boxes -= boxes;
        }
        self.is_impossible().then_some(turns.len())
    }

    /// Bets on the next sheet; true if that refutes the claim.
    fn bet(&self, wrong: u32, capital: &mut [f64; BETS.len()]) -> bool {
        let most = f64::from(self.most.min(self.wrong));
        let mean = f64::from(self.wrong) / f64::from(self.sheets);
        if mean >= most {
            // Every box left is claimed to be wrong: a right one refutes it, a wrong one pays nothing.
            return f64::from(wrong) < most;
        }
        let pays = (most - f64::from(wrong)).max(0.0) / (most - mean);
        let mut all = 0.0;
        for (part, (bet, _)) in capital.iter_mut().zip(BETS) {
            *part *= 1.0 - bet + bet * pays;
            all += *part;
        }
        all >= 1.0 / ALPHA
    }

    /// The sheets left have no room for so many.
    fn is_impossible(&self) -> bool {
        self.wrong > self.boxes
    }
}
