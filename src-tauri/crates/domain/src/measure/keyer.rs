//! What each keyer's work looks like.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, FixedOffset, TimeDelta};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Deed, Round, Struck, worked};
use crate::ids::{PersonId, SheetId};
use crate::tally::BoxNo;

/// Wrong boxes among those keyed a second time, with its uncertainty.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct ErrorRate {
    /// Of 1,000 boxes.
    pub per_mille: f64,
    /// The 95 % interval.
    pub low: f64,
    pub high: f64,
}

/// One person's first keyings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct KeyerMeasure {
    pub person: PersonId,
    /// Sheets with a box they keyed; of a sheet keyed by two, each counts it.
    pub sheets: u32,
    /// Boxes they keyed, each once.
    pub boxes: u32,
    /// Keys pressed, corrections too.
    pub keys: u32,
    pub keys_per_sheet: Option<f64>,
    /// Pauses of more than two minutes left out; so is what came before the first box after a pause.
    pub minutes_per_sheet: Option<f64>,
    /// Boxes of theirs that were keyed a second time and settled.
    pub checked: u32,
    /// Of these, settled on another value.
    pub wrong: u32,
    /// `None` before anything of theirs was checked.
    pub errors: Option<ErrorRate>,
}

#[derive(Debug, Default)]
struct Work {
    sheets: HashSet<SheetId>,
    boxes: u32,
    keys: u32,
    time: TimeDelta,
    /// Checked and wrong boxes of each sheet.
    checks: BTreeMap<SheetId, (u32, u32)>,
}

/// A box as it stands while the deeds are read.
#[derive(Debug, Clone, Copy, Default)]
struct First {
    by: Option<PersonId>,
    value: Option<u32>,
    keys: u32,
}

/// The measures of everybody who keyed, from all deeds of a campaign in their order. Control totals are no
/// figures: they count for keys and time only.
#[must_use]
pub fn keyers(deeds: impl IntoIterator<Item = Deed>) -> Vec<KeyerMeasure> {
    let mut reading = Reading::default();
    for deed in deeds {
        reading.read(&deed);
    }
    let mut measures: Vec<KeyerMeasure> = reading
        .work
        .into_iter()
        .filter(|(_, work)| !work.sheets.is_empty())
        .map(|(person, work)| work.measure(person))
        .collect();
    measures.sort_by_key(|m| (std::cmp::Reverse(m.sheets), m.person));
    measures
}

#[derive(Default)]
struct Reading {
    work: BTreeMap<PersonId, Work>,
    last: BTreeMap<PersonId, DateTime<FixedOffset>>,
    firsts: HashMap<(SheetId, BoxNo), First>,
}

impl Reading {
    fn read(&mut self, deed: &Deed) {
        let gap = self.last.insert(deed.by, deed.at).map_or(TimeDelta::zero(), |before| worked(before, deed.at));
        if deed.first {
            self.work.entry(deed.by).or_default().time += gap;
        }
        for stroke in &deed.strokes {
            let at = (stroke.sheet, stroke.no.clone());
            match (stroke.round, stroke.what) {
                (Round::First, Struck::Keyed { value, keys }) if deed.first => self.first(deed.by, at, value, keys),
                // A third person's value has taken its place; what it was is told by [`Struck::Kept`].
                (Round::First, Struck::Keyed { value, .. }) => {
                    let first = self.firsts.entry(at).or_default();
                    (first.by, first.value) = (Some(deed.by), value);
                }
                (Round::Second | Round::Again | Round::Third, Struck::Keyed { value, .. }) => {
                    if let Some(First { by: Some(by), value: first, .. }) = self.firsts.get(&at).copied()
                        && first == value
                    {
                        self.checked(by, &at, false);
                    }
                }
                (Round::Replaced, Struck::Kept { by: Some(by) }) => self.checked(by, &at, true),
                _ => {}
            }
        }
    }

    fn first(&mut self, by: PersonId, at: (SheetId, BoxNo), value: Option<u32>, keys: Option<u32>) {
        let control = at.1 == BoxNo::CONTROL;
        let sheet = at.0;
        let first = self.firsts.entry(at).or_default();
        let keys = keys.unwrap_or(first.keys);
        let anew = !control && value.is_some() && (first.value.is_none() || first.by != Some(by));
        *first = First { by: Some(by), value, keys };
        let work = self.work.entry(by).or_default();
        work.sheets.insert(sheet);
        work.keys += keys;
        work.boxes += u32::from(anew);
    }

    fn checked(&mut self, by: PersonId, (sheet, no): &(SheetId, BoxNo), wrong: bool) {
        if *no == BoxNo::CONTROL {
            return;
        }
        let of_sheet = self.work.entry(by).or_default().checks.entry(*sheet).or_default();
        of_sheet.0 += 1;
        of_sheet.1 += u32::from(wrong);
    }
}

impl Work {
    fn measure(self, person: PersonId) -> KeyerMeasure {
        let sheets = u32::try_from(self.sheets.len()).unwrap_or(u32::MAX);
        let per_sheet = |whole: f64| (sheets > 0).then(|| whole / f64::from(sheets));
        let checks: Vec<(u32, u32)> = self.checks.into_values().collect();
        #[expect(clippy::cast_precision_loss, reason = "milliseconds of keying")]
        let minutes = self.time.num_milliseconds() as f64 / 60_000.0;
        KeyerMeasure {
            person,
            sheets,
            boxes: self.boxes,
            keys: self.keys,
            keys_per_sheet: per_sheet(f64::from(self.keys)),
            minutes_per_sheet: per_sheet(minutes).filter(|m| *m > 0.0),
            checked: checks.iter().map(|c| c.0).sum(),
            wrong: checks.iter().map(|c| c.1).sum(),
            errors: ErrorRate::of(&checks),
        }
    }
}

impl ErrorRate {
    /// From (checked, wrong) boxes of each sheet: the interval of E. B. Wilson (1927). Errors come together, a
    /// row keyed too low spoils several boxes, so that boxes of a sheet say less than as many boxes apart: their
    /// number is divided by the design effect (L. Kish, "Survey Sampling", 1965), never less than 1.
    #[must_use]
    pub fn of(sheets: &[(u32, u32)]) -> Option<Self> {
        let boxes: f64 = sheets.iter().map(|s| f64::from(s.0)).sum();
        if boxes == 0.0 {
            return None;
        }
        let rate = sheets.iter().map(|s| f64::from(s.1)).sum::<f64>() / boxes;
        let apart = rate * (1.0 - rate) * boxes;
        let together: f64 = sheets.iter().map(|s| (f64::from(s.1) - rate * f64::from(s.0)).powi(2)).sum();
        let effect = if apart > 0.0 { (together / apart).max(1.0) } else { 1.0 };
        let (n, z) = (boxes / effect, 1.959_964);
        let middle = (rate + z * z / (2.0 * n)) / (1.0 + z * z / n);
        let half = z / (1.0 + z * z / n) * (rate * (1.0 - rate) / n + z * z / (4.0 * n * n)).sqrt();
        Some(Self {
            per_mille: rate * 1000.0,
            low: (middle - half).max(0.0) * 1000.0,
            high: (middle + half).min(1.0) * 1000.0,
        })
    }
}
