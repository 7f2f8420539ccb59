//! Keying, with the slips people make: of one box, of a row, of a whole sheet.

use super::campaign::{Campaign, Paper, digits};
use super::parameters::Parameters;
use super::random::Random;

/// What went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    WrongDigit,
    Swap,
    MissingDigit,
    BlankForZero,
    /// Read wrongly because of the handwriting: everybody who keys the box makes it.
    HardToRead,
    RowShift,
    /// Another sheet's numbers under this sheet's code.
    WrongSheet,
}

impl Kind {
    pub const ALL: [Self; 7] = [
        Self::WrongDigit,
        Self::Swap,
        Self::MissingDigit,
        Self::BlankForZero,
        Self::HardToRead,
        Self::RowShift,
        Self::WrongSheet,
    ];

    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::WrongDigit => "wrong digit",
            Self::Swap => "digits swapped",
            Self::MissingDigit => "digit missing",
            Self::BlankForZero => "blank for zero",
            Self::HardToRead => "hard to read",
            Self::RowShift => "row shift",
            Self::WrongSheet => "wrong sheet",
        }
    }
}

/// One slip, and the boxes (sheet, box) that it made wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    pub kind: Kind,
    pub boxes: Vec<(usize, usize)>,
}

/// All sheets keyed once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keying {
    pub values: Vec<Vec<Option<u32>>>,
    pub slips: Vec<Slip>,
    /// Who keyed each visit, as a place in `keyers.rates`.
    pub keyers: Vec<usize>,
}

/// A sheet as typed: its numbers, and the slips with their boxes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    pub values: Vec<Option<u32>>,
    pub slips: Vec<(Kind, Vec<usize>)>,
}

/// A person who keys.
#[derive(Debug, Clone, Copy)]
pub struct Hand<'a> {
    pub parameters: &'a Parameters,
    /// Slips against the mean of all keyers.
    pub rate: f64,
}

impl<'a> Hand<'a> {
    #[must_use]
    pub fn of(parameters: &'a Parameters, keyer: usize) -> Self {
        Self { parameters, rate: parameters.keyers.rates[keyer] }
    }

    /// Reads a whole sheet from paper and types it.
    pub fn type_sheet(self, paper: &Paper, random: &mut Random) -> Typed {
        let mut read: Vec<Option<u32>> = paper.values.iter().copied().map(Some).collect();
        for (at, as_read) in &paper.misread {
            read[*at] = Some(*as_read);
        }
        let shifted = if random.chance(self.parameters.slips.row_shift * self.rate) {
            self.shift(&mut read, random)
        } else {
            Vec::new()
        };
        let mut typed = Typed { values: Vec::new(), slips: Vec::new() };
        for (at, value) in read.into_iter().enumerate() {
            let (value, slip) = self.type_number(value, random);
            typed.values.push(value);
            typed.slips.extend(slip.map(|kind| (kind, vec![at])));
        }
        for (at, as_read) in &paper.misread {
            if typed.values[*at] == Some(*as_read) {
                typed.slips.push((Kind::HardToRead, vec![*at]));
            }
        }
        let wrong = |at: &usize| typed.values[*at] != Some(paper.values[*at]);
        let shifted: Vec<usize> = shifted.into_iter().filter(wrong).collect();
        if !shifted.is_empty() {
            typed.slips.push((Kind::RowShift, shifted));
        }
        typed
    }

    /// Types one number that was read from paper.
    pub fn type_number(self, read: Option<u32>, random: &mut Random) -> (Option<u32>, Option<Kind>) {
        let Some(value) = read else { return (None, None) };
        let slips = &self.parameters.slips;
        if value == 0 && random.chance(slips.blank_for_zero * self.rate) {
            return (None, Some(Kind::BlankForZero));
        }
        if !random.chance(slips.one_box * self.rate) {
            return (Some(value), None);
        }
        let kinds = &slips.kinds;
        let (typed, kind) = match random.weighted(&[kinds.wrong_digit, kinds.swap, kinds.missing_digit]) {
            1 => (swap(value, random), Kind::Swap),
            2 if value > 9 => (without_digit(value, random), Kind::MissingDigit),
            _ => (self.wrong_digit(value, random), Kind::WrongDigit),
        };
        if typed == value {
            return (Some(self.wrong_digit(value, random)), Some(Kind::WrongDigit));
        }
        (Some(typed), Some(kind))
    }

    fn wrong_digit(self, value: u32, random: &mut Random) -> u32 {
        let place = 10_u32.pow(random.below(digits(value) as usize) as u32);
        let digit = value / place % 10;
        let others: Vec<u32> = if random.chance(self.parameters.slips.neighbour_key) {
            NEIGHBOURS[digit as usize].to_vec()
        } else {
            (0..10).filter(|d| *d != digit).collect()
        };
        value - digit * place + others[random.below(others.len())] * place
    }

    /// The eye slips to another row; answers the boxes it may have made wrong.
    fn shift(self, read: &mut [Option<u32>], random: &mut Random) -> Vec<usize> {
        let kinds = &self.parameters.slips.row_shift_kinds;
        let last = read.len() - 1;
        let at = random.below(last);
        match random.weighted(&[kinds.exchanged, kinds.twice, kinds.to_the_end]) {
            0 => {
                read.swap(at, at + 1);
                vec![at, at + 1]
            }
            1 => {
                read[at + 1] = read[at];
                vec![at + 1]
            }
            _ => {
                read.copy_within(at + 1.., at);
                read[last] = None;
                (at..=last).collect()
            }
        }
    }
}

/// Keys that touch each digit's key on the numpad.
const NEIGHBOURS: [&[u32]; 10] = [
    &[1, 2],
    &[0, 2, 4, 5],
    &[0, 1, 3, 5],
    &[2, 5, 6],
    &[1, 5, 7],
    &[2, 4, 6, 8],
    &[3, 5, 9],
    &[4, 5, 8],
    &[5, 7, 9],
    &[5, 6, 8],
];

/// Two neighbouring digits exchanged.
fn swap(value: u32, random: &mut Random) -> u32 {
    let pairs: Vec<u32> = (1..digits(value))
        .map(|place| {
            let unit = 10_u32.pow(place - 1);
            let (low, high) = (value / unit % 10, value / unit / 10 % 10);
            value - low * unit - high * unit * 10 + low * unit * 10 + high * unit
        })
        .filter(|swapped| *swapped != value)
        .collect();
    if pairs.is_empty() { value } else { pairs[random.below(pairs.len())] }
}

fn without_digit(value: u32, random: &mut Random) -> u32 {
    let unit = 10_u32.pow(random.below(digits(value) as usize) as u32);
    value / unit / 10 * unit + value % unit
}

impl Keying {
    /// Every sheet keyed once, each visit by one person.
    #[must_use]
    pub fn first(campaign: &Campaign, parameters: &Parameters) -> Self {
        let mut random = Random::of(campaign.seed, &[5]);
        let keyers = campaign.visits.iter().map(|_| random.below(parameters.keyers.rates.len())).collect();
        let sources = sources(campaign, parameters);
        let mut keying = Self { values: Vec::new(), slips: Vec::new(), keyers };
        for (sheet, source) in sources.iter().enumerate() {
            let (paper, keyed) = (&campaign.papers[sheet], &campaign.papers[*source]);
            let hand = Hand::of(parameters, keying.keyers[paper.visit]);
            let typed = hand.type_sheet(keyed, &mut Random::of(campaign.seed, &[6, sheet as u64]));
            let slips = typed
                .slips
                .into_iter()
                .map(|(kind, boxes)| Slip { kind, boxes: boxes.into_iter().map(|at| (sheet, at)).collect() });
            keying.slips.extend(slips);
            let differ = |at: &usize| paper.values[*at] != keyed.values[*at];
            let wrong: Vec<(usize, usize)> = (0..paper.values.len()).filter(differ).map(|at| (sheet, at)).collect();
            if *source != sheet && !wrong.is_empty() {
                keying.slips.push(Slip { kind: Kind::WrongSheet, boxes: wrong });
            }
            keying.values.push(typed.values);
        }
        keying
    }
}

/// Of each sheet: whose numbers are keyed under its code.
fn sources(campaign: &Campaign, parameters: &Parameters) -> Vec<usize> {
    let slips = &parameters.slips;
    let mut random = Random::of(campaign.seed, &[7]);
    let mut sources: Vec<usize> = (0..campaign.papers.len()).collect();
    for sheet in 0..sources.len() {
        if sources[sheet] != sheet || !random.chance(slips.wrong_sheet) {
            continue;
        }
        let own = campaign.papers[sheet].visit;
        let of_visit = random.chance(slips.wrong_sheet_of_visit) || own == 0;
        let pile = &campaign.visits[if of_visit { own } else { own - 1 }].sheets;
        let other = pile.start + random.below(pile.len());
        let exchanged = random.chance(slips.wrong_sheet_exchanged);
        if sources[other] == other && other != sheet {
            sources[sheet] = other;
            if exchanged {
                sources[other] = sheet;
            }
        }
    }
    sources
}
