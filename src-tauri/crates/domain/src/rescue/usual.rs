//! How usual a sheet is: what share of a whole its part tends to be. Wide on purpose: these are no figures of
//! any place, only the order in which two readings of a sheet are shown.

use crate::form::{Form, Meaning};

/// A beta's two parameters, and one over its integral.
struct Typical {
    part: &'static [Meaning],
    whole: &'static [Meaning],
    high: f64,
    low: f64,
    over_integral: f64,
}

const fn typical(
    part: &'static [Meaning],
    whole: &'static [Meaning],
    (high, low, over_integral): (f64, f64, f64),
) -> Typical {
    Typical { part, whole, high, low, over_integral }
}

const INSTALLED: &[Meaning] = &[Meaning::InstalledBefore, Meaning::InstalledTonight];

const SHARES: [Typical; 9] = [
    typical(&[Meaning::HouseholdsMet], &[Meaning::HouseholdsReached], (4.0, 2.0, 20.0)),
    typical(&[Meaning::Smartphone], &[Meaning::PeopleMet], (5.0, 2.0, 30.0)),
    typical(INSTALLED, &[Meaning::Smartphone], (3.0, 1.5, 6.56)),
    typical(&[Meaning::InstalledTonight], INSTALLED, (1.5, 1.5, 2.55)),
    typical(&[Meaning::Account], INSTALLED, (5.0, 1.5, 13.5)),
    typical(&[Meaning::Activated], &[Meaning::Account], (5.0, 1.5, 13.5)),
    typical(&[Meaning::OldPhone], &[Meaning::NotInstalled], (1.0, 2.0, 2.0)),
    typical(&[Meaning::Unwilling], &[Meaning::NotInstalled], (1.0, 2.0, 2.0)),
    typical(&[Meaning::OtherReason], &[Meaning::NotInstalled], (1.0, 3.0, 3.0)),
];

/// What has no whole of its own here: only its size is known.
const SIZES: [Meaning; 3] = [Meaning::Own, Meaning::HouseholdsReached, Meaning::LacksIdentity];

/// The same at the places of a form's boxes.
#[derive(Debug)]
struct Share {
    part: Vec<usize>,
    whole: Vec<usize>,
    high: f64,
    low: f64,
    /// Makes all shares together one.
    scale: f64,
}

/// A part larger than its whole: some other box is wrong too.
const IMPOSSIBLE: f64 = -7.0;

/// Make all numbers of people, and all sizes up to a hundred, together one.
const PEOPLE: f64 = -0.4;
const SIZE: f64 = -1.5;

#[derive(Debug)]
pub(super) struct Usual {
    shares: Vec<Share>,
    /// Households met, and people met in them.
    people: Option<(usize, usize)>,
    /// Boxes of which only the size is known.
    sizes: Vec<usize>,
}

impl Usual {
    pub(super) fn of(form: &Form) -> Self {
        let at = |meaning: Meaning| form.indicators.iter().position(|i| i.meaning == meaning);
        let all = |meanings: &[Meaning]| meanings.iter().map(|m| at(*m)).collect::<Option<Vec<usize>>>();
        let shares = SHARES.iter().filter_map(|s| {
            let (part, whole) = (all(s.part)?, all(s.whole)?);
            Some(Share { part, whole, high: s.high, low: s.low, scale: s.over_integral.ln() })
        });
        let shares = shares.collect();
        let sizes = form.indicators.iter().enumerate();
        let sizes = sizes.filter(|(_, i)| SIZES.contains(&i.meaning));
        Self {
            shares,
            people: at(Meaning::HouseholdsMet).zip(at(Meaning::PeopleMet)),
            sizes: sizes.map(|(at, _)| at).collect(),
        }
    }

    /// Logarithm of the likelihood. Blank boxes say nothing.
    pub(super) fn likely(&self, values: &[Option<u32>]) -> f64 {
        let value = |at: usize| values.get(at).copied().flatten().map(f64::from);
        let total = |boxes: &[usize]| boxes.iter().map(|at| value(*at)).sum::<Option<f64>>();
        let shares = self.shares.iter().filter_map(|s| {
            let (part, whole) = (total(&s.part)?, total(&s.whole)?);
            let rest = whole - part;
            if rest < 0.0 {
                return Some(IMPOSSIBLE);
            }
            let whole = (whole + 1.0).ln();
            Some(
                s.scale + (s.high - 1.0) * ((part + 0.5).ln() - whole) + (s.low - 1.0) * ((rest + 0.5).ln() - whole)
                    - whole,
            )
        });
        let people = self.people.and_then(|(homes, people)| {
            let (homes, people) = (value(homes)? + 0.2, value(people)? + 0.5);
            // About two and a half of 15 and over in a household; twice as many or half is one step off.
            let off = ((people / homes).ln() - 0.9) / 0.6;
            Some(PEOPLE - 0.5 * off * off - people.ln())
        });
        let sizes = self.sizes.iter().filter_map(|at| value(*at)).map(|v| SIZE - (v + 1.0).ln());
        shares.sum::<f64>() + people.unwrap_or_default() + sizes.sum::<f64>()
    }
}
