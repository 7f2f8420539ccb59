//! The rounds of second keying, box by box, as a machine without memory of its own.
//!
//! The first value v1 is hidden. Another person keys v2. Equal: agreed. Different: the same person keys the
//! box again, still blind (v3): most disagreements are a slip of the second keying. v3 = v1: agreed on v1.
//! Otherwise a third person keys v4, and v4 stands, whatever it is. A blank is a value of its own: keying
//! nothing where the first person keyed 0 is a disagreement.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::PersonId;

/// What a box was keyed as; `None` is a box left blank on purpose.
pub type Count = Option<u32>;

/// A value and who keyed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keying {
    pub by: PersonId,
    pub value: Count,
}

/// The keyings of one box so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rounds {
    pub first: Keying,
    pub second: Option<Keying>,
    /// The second person's other look, after a disagreement.
    pub again: Option<Keying>,
    pub third: Option<Keying>,
}

/// What a box waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    Second,
    /// The second person keys it again.
    Again,
    Third,
    /// Nothing: it is settled.
    None,
}

impl Rounds {
    #[must_use]
    pub fn begun(first: Keying) -> Self {
        Self { first, second: None, again: None, third: None }
    }

    /// What comes next, whatever later rounds hold: a third value without a second is not looked at.
    #[must_use]
    pub fn ask(&self) -> Ask {
        let Some(second) = self.second else { return Ask::Second };
        if second.value == self.first.value {
            return Ask::None;
        }
        let Some(again) = self.again else { return Ask::Again };
        if again.value == self.first.value || self.third.is_some() { Ask::None } else { Ask::Third }
    }

    /// The value that stands; `None` while the box is open.
    #[must_use]
    pub fn settled(&self) -> Option<Count> {
        if self.ask() != Ask::None {
            return None;
        }
        let second = self.second?;
        if second.value == self.first.value || self.again?.value == self.first.value {
            return Some(self.first.value);
        }
        Some(self.third?.value)
    }

    /// Settled on another value than the first keyed.
    #[must_use]
    pub fn was_wrong(&self) -> bool {
        self.settled().is_some_and(|value| value != self.first.value)
    }

    /// Puts a keying where the box waits for one; `None` if it waits for nothing.
    #[must_use]
    pub fn with(self, keying: Keying) -> Option<Self> {
        match self.ask() {
            Ask::Second => Some(Self { second: Some(keying), ..self }),
            Ask::Again => Some(Self { again: Some(keying), ..self }),
            Ask::Third => Some(Self { third: Some(keying), ..self }),
            Ask::None => None,
        }
    }
}

/// How far a sheet is, over all boxes that are keyed twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Untouched,
    /// Some boxes still wait for the second keying.
    UnderWay,
    /// Every box was keyed twice; some wait for the second person's other look.
    NeedsAgain,
    /// Only boxes for the third person are left.
    NeedsThird,
    Agreed,
}

/// The sheet's stage. No boxes: nothing to agree on, so untouched.
#[must_use]
pub fn stage(boxes: &[Rounds]) -> Stage {
    match boxes.iter().map(Rounds::ask).min() {
        None => Stage::Untouched,
        Some(Ask::Second) if boxes.iter().all(|b| b.second.is_none()) => Stage::Untouched,
        Some(Ask::Second) => Stage::UnderWay,
        Some(Ask::Again) => Stage::NeedsAgain,
        Some(Ask::Third) => Stage::NeedsThird,
        Some(Ask::None) => Stage::Agreed,
    }
}

/// Who has had a hand in a sheet, over all its boxes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hands {
    pub first: BTreeSet<PersonId>,
    pub second: BTreeSet<PersonId>,
}

impl Hands {
    #[must_use]
    pub fn of(boxes: &[Rounds]) -> Self {
        let second = boxes.iter().flat_map(|b| [b.second, b.again]).flatten().map(|k| k.by).collect();
        Self { first: boxes.iter().map(|b| b.first.by).collect(), second }
    }
}

/// Why a person may not key this box now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum MayNot {
    #[error("the box is settled")]
    Settled,
    #[error("keyed the sheet first")]
    KeyedFirst,
    #[error("keyed the sheet second")]
    KeyedSecond,
    #[error("another person keyed the box second and keys it again")]
    NotTheSecond,
}

/// Whether a person may key a box of a sheet that `hands` have worked on.
///
/// Who keyed any box of the sheet first has seen the paper and its figures: no second and no third person.
/// The other look belongs to whoever keyed that box second.
///
/// # Errors
/// [`MayNot`] says why not.
pub fn may_key(person: PersonId, on: &Rounds, hands: &Hands) -> Result<Ask, MayNot> {
    let ask = on.ask();
    if ask == Ask::None {
        return Err(MayNot::Settled);
    }
    if hands.first.contains(&person) || on.first.by == person {
        return Err(MayNot::KeyedFirst);
    }
    match ask {
        Ask::Again if on.second.is_some_and(|k| k.by != person) => Err(MayNot::NotTheSecond),
        Ask::Third if hands.second.contains(&person) => Err(MayNot::KeyedSecond),
        Ask::Third if [on.second, on.again].iter().flatten().any(|k| k.by == person) => Err(MayNot::KeyedSecond),
        _ => Ok(ask),
    }
}
