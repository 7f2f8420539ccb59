//! What rates are made from, sheet by sheet, and the days they cover.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::area::{Area, BaseFigures};
use crate::form::Form;
use crate::ids::{AreaId, SheetId};
use crate::lineage::Heir;
use crate::sheet::Sheet;
use crate::tally::Tally;

/// A sheet with what was keyed from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyedSheet {
    pub sheet: Sheet,
    pub tally: Tally,
}

/// Everything rates are made from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Book {
    pub areas: Vec<Area>,
    pub bases: Vec<BaseFigures>,
    pub forms: Vec<Form>,
    pub sheets: Vec<KeyedSheet>,
    /// Which areas came out of which; see [`Book::by_family`].
    pub heirs: Vec<Heir>,
    /// The area a sheet was counted in, where it now stands under another of its family.
    pub reported_by: BTreeMap<SheetId, AreaId>,
}

/// Days a figure covers, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    pub from: Option<NaiveDate>,
    pub to: NaiveDate,
}

impl Period {
    /// Everything there is.
    pub const WHOLE: Self = Self { from: None, to: NaiveDate::MAX };

    /// From the beginning to a day.
    #[must_use]
    pub fn until(to: NaiveDate) -> Self {
        Self { from: None, to }
    }

    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && day <= self.to
    }

    /// What has no day is of every period.
    #[must_use]
    pub fn holds(&self, on: Option<NaiveDate>) -> bool {
        on.is_none_or(|on| self.covers(on))
    }
}
