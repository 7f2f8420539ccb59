//! How usual a sheet is: what share of a whole its part tends to be. Wide on purpose: these are no figures of
//! any place, only the order in which two readings of a sheet are shown.

use crate::form::{Form, Meaning};

/// Beta-shaped shares of a part in its whole.
#[derive(Debug)]
struct Share {
    part: Vec<usize>,
    whole: Vec<usize>,
    high: f64,
    low: f64,
}

/// A part larger than its whole: some other box is wrong too.
const IMPOSSIBLE: f64 = -7.0;

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
        use Meaning as M;
        let at = |meaning: M| form.indicators.iter().position(|i| i.meaning == meaning);
        let all = |meanings: &[M]| meanings.iter().map(|m| at(*m)).collect::<Option<Vec<usize>>>();
        let rules: [(&[M], &[M], f64, f64); 9] = [
            (&[M::HouseholdsMet], &[M::HouseholdsReached], 4.0, 2.0),
            (&[M::Smartphone], &[M::PeopleMet], 5.0, 2.0),
            (&[M::InstalledBefore, M::InstalledTonight], &[M::Smartphone], 3.0, 1.5),
            (&[M::InstalledTonight], &[M::InstalledBefore, M::InstalledTonight], 1.5, 1.5),
            (&[M::Account], &[M::InstalledBefore, M::InstalledTonight], 5.0, 1.5),
            (&[M::Activated], &[M::Account], 5.0, 1.5),
            (&[M::OldPhone], &[M::NotInstalled], 1.0, 2.0),
            (&[M::Unwilling], &[M::NotInstalled], 1.0, 2.0),
            (&[M::OtherReason], &[M::NotInstalled], 1.0, 3.0),
        ];
        let shares = rules
            .into_iter()
            .filter_map(|(part, whole, high, low)| Some(Share { part: all(part)?, whole: all(whole)?, high, low }))
            .collect();
        let sizes = form.indicators.iter().enumerate();
        let sizes = sizes.filter(|(_, i)| matches!(i.meaning, M::Own | M::HouseholdsReached | M::LacksIdentity));
        Self { shares, people: at(M::HouseholdsMet).zip(at(M::PeopleMet)), sizes: sizes.map(|(at, _)| at).collect() }
    }

    /// Logarithm of the likelihood, up to a constant. Blank boxes say nothing.
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
            Some((s.high - 1.0) * ((part + 0.5).ln() - whole) + (s.low - 1.0) * ((rest + 0.5).ln() - whole) - whole)
        });
        let people = self.people.and_then(|(homes, people)| {
            let (homes, people) = (value(homes)? + 0.2, value(people)? + 0.5);
            // About two and a half of 15 and over in a household; twice as many or half is one step off.
            let off = ((people / homes).ln() - 0.9) / 0.6;
            Some(-0.5 * off * off - people.ln())
        });
        let sizes = self.sizes.iter().filter_map(|at| value(*at)).map(|v| -(v + 1.0).ln());
        shares.sum::<f64>() + people.unwrap_or_default() + sizes.sum::<f64>()
    }
}
