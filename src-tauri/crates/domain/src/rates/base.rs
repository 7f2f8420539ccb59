//! Base figures of an area as they are known on a day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::area::BaseFigures;
use crate::campaign::Denominator;

/// A base figure with its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Known {
    pub value: u32,
    pub as_of: NaiveDate,
}

/// What is known of an area on a day: for each figure the latest one that is not blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct AreaBase {
    pub households: Option<Known>,
    pub people_15: Option<Known>,
    pub smartphone_15: Option<Known>,
    pub installed: Option<Known>,
}

impl AreaBase {
    /// For each figure the latest known on `day`; a figure known only from later is better than none.
    #[must_use]
    pub fn on(bases: &[BaseFigures], day: NaiveDate) -> Self {
        let mut bases: Vec<&BaseFigures> = bases.iter().collect();
        bases.sort_by_key(|b| {
            let days = (b.as_of - day).num_days();
            (days <= 0, -days.abs(), b.id)
        });
        let pick = |figure: fn(&BaseFigures) -> Option<u32>| {
            bases.iter().rev().find_map(|b| figure(b).map(|value| Known { value, as_of: b.as_of }))
        };
        Self {
            households: pick(|b| b.households),
            people_15: pick(|b| b.people_15),
            smartphone_15: pick(|b| b.smartphone_15),
            installed: pick(|b| b.installed),
        }
    }

    /// The base figure a denominator is; none if it is unknown, or counted and no base figure.
    #[must_use]
    pub fn known(&self, denominator: Denominator) -> Option<Known> {
        match denominator {
            Denominator::Smartphone15 => self.smartphone_15,
            Denominator::People15 => self.people_15,
            Denominator::Households => self.households,
            Denominator::PeopleMet => None,
        }
    }

    /// See [`Self::known`].
    #[must_use]
    pub fn denominator(&self, denominator: Denominator) -> Option<u32> {
        self.known(denominator).map(|k| k.value)
    }
}
