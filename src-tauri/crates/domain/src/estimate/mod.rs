//! The estimate of prints and cost (dự toán) for Tài chính – Kế toán: lines of the office, each counted by
//! something the campaign has, and the quantities that follow.
//!
//! Worked example: 1,000 households, 100 leaflets for each hundred, 5 % spare: 1,050 leaflets; at 350 đồng
//! 367.500 đồng. If one area's households are blank, nobody knows how many leaflets are needed: the quantity is
//! blank, and so are the amount and the total.

mod table;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::CostLineId;

pub(crate) use table::table;

/// What a line's quantity is counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Households of the areas, by their base figures.
    Household,
    Area,
    /// Evenings that are on.
    Evening,
    /// Teams out on evenings: two teams on an evening are two.
    TeamEvening,
    /// Tally sheets that the office waits for.
    Sheet,
    /// Public places where papers are posted.
    Place,
    /// Once for the campaign.
    Once,
}

impl Basis {
    pub const ALL: [Self; 7] =
        [Self::Household, Self::Area, Self::Evening, Self::TeamEvening, Self::Sheet, Self::Place, Self::Once];

    /// After a number: `1.234 hộ`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Household => "hộ",
            Self::Area => "địa bàn",
            Self::Evening => "buổi",
            Self::TeamEvening => "lượt tổ",
            Self::Sheet => "phiếu",
            Self::Place => "điểm niêm yết",
            Self::Once => "đợt",
        }
    }
}

/// A line of the estimate, as the office writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CostLine {
    pub id: CostLineId,
    /// `Tờ rơi A5 phát đến hộ`.
    pub name: String,
    /// What it is counted in: `tờ`.
    pub unit: String,
    pub basis: Basis,
    /// How many for each hundred of what it is counted by.
    pub per_hundred: u32,
    /// Added in case some are spoilt.
    pub spare_percent: u32,
    /// In đồng; blank until the office knows it.
    #[ts(type = "number | null")]
    pub unit_price: Option<u64>,
}

/// What there is to count by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counted {
    /// Living areas with their households, blank where no base figure says.
    pub areas: Vec<(String, Option<u32>)>,
    pub evenings: u32,
    pub team_evenings: u32,
    pub sheets: u32,
    pub places: u32,
}

impl Counted {
    /// Areas whose households nobody has said.
    #[must_use]
    pub fn without_households(&self) -> Vec<&str> {
        self.areas.iter().filter(|(_, households)| households.is_none()).map(|(name, _)| name.as_str()).collect()
    }

    /// How many there are; unknown where an area's households are.
    #[must_use]
    pub fn of(&self, basis: Basis) -> Option<u64> {
        match basis {
            // Without any area nothing is known, and a sum of nothing is no figure.
            Basis::Household if self.areas.is_empty() => None,
            Basis::Household => self.areas.iter().map(|(_, households)| households.map(u64::from)).sum(),
            Basis::Area => Some(self.areas.len() as u64),
            Basis::Evening => Some(self.evenings.into()),
            Basis::TeamEvening => Some(self.team_evenings.into()),
            Basis::Sheet => Some(self.sheets.into()),
            Basis::Place => Some(self.places.into()),
            Basis::Once => Some(1),
        }
    }
}

/// A line with what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Item {
    pub line: CostLine,
    /// How many there are of what it is counted by.
    #[ts(type = "number | null")]
    pub counted: Option<u64>,
    /// Unknown where that is unknown.
    #[ts(type = "number | null")]
    pub quantity: Option<u64>,
    /// In đồng, exact; unknown where quantity or price is.
    #[ts(type = "number | null")]
    pub amount: Option<u64>,
}

/// The whole estimate.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Estimate {
    pub items: Vec<Item>,
    /// In đồng; unknown while any amount is, or there is no line.
    #[ts(type = "number | null")]
    pub total: Option<u64>,
    /// Areas whose households are blank, if a line is counted by households.
    pub without_households: Vec<String>,
}

/// Quantities and amounts of the office's lines.
#[must_use]
pub fn estimate(lines: &[CostLine], counted: &Counted) -> Estimate {
    let item = |line: &CostLine| {
        let of = counted.of(line.basis);
        let quantity = of.and_then(|n| quantity(n, line));
        let amount = quantity.zip(line.unit_price).and_then(|(quantity, price)| quantity.checked_mul(price));
        Item { line: line.clone(), counted: of, quantity, amount }
    };
    let items: Vec<Item> = lines.iter().map(item).collect();
    let by_household = lines.iter().any(|l| l.basis == Basis::Household);
    let sum = || items.iter().try_fold(0u64, |sum, item| sum.checked_add(item.amount?));
    Estimate {
        total: if items.is_empty() { None } else { sum() },
        without_households: counted
            .without_households()
            .into_iter()
            .filter(|_| by_household)
            .map(str::to_owned)
            .collect(),
        items,
    }
}

/// Rounded up once, at the end: a part of a leaflet cannot be printed.
fn quantity(counted: u64, line: &CostLine) -> Option<u64> {
    let parts = u128::from(counted) * u128::from(line.per_hundred) * u128::from(100 + line.spare_percent);
    u64::try_from(parts.div_ceil(100 * 100)).ok()
}
