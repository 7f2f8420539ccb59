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

use super::law::{Law, Odds};
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

/// What readings have in common that one law holds for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key<'r>(&'r What, Base);

impl Reading {
    pub(super) fn key(&self) -> Key<'_> {
        Key(&self.what, self.of)
    }

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
        Some(law.on(reading.base))
    }
}
