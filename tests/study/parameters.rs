//! The numbers of the study, from `tests/fixtures/keying/parameters.json`; its README says where each comes from.

use serde::Deserialize;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    pub visit: VisitSize,
    pub sheet: SheetRates,
    pub spread: Spread,
    pub paper: PaperFaults,
    pub keyers: Keyers,
    pub slips: SlipRates,
    pub looking: Looking,
    /// The most a box may hold without an alarm, in the order of the form with its block.
    pub ranges: Vec<u32>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitSize {
    /// Fewest and most teams of an evening.
    pub teams: (u32, u32),
    /// Chance that a team fills a second sheet.
    pub second_sheet: f64,
    pub most_sheets: usize,
    pub visits_of_area: usize,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetRates {
    pub households: f64,
    pub households_shape: f64,
    pub fewest_households: u32,
    pub most_households: u32,
    /// Share of the households reached that are met.
    pub met: f64,
    /// Chance of a sheet on which nobody opened.
    pub nobody: f64,
    /// People of 15 and over met in a household.
    pub people_of_household: f64,
    /// Share of the households met in which nobody is 15.
    pub only_children: f64,
    pub smartphone: f64,
    pub installed_before: f64,
    /// Share of those with a smartphone and without the app who install it tonight.
    pub convinced: f64,
    pub account: f64,
    pub activated: f64,
    pub old_phone: f64,
    pub unwilling: f64,
    pub lacks_identity: f64,
}

/// How strongly shares stay near their mean: the sum of a beta's two parameters.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spread {
    pub between_areas: f64,
    pub between_sheets: f64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperFaults {
    /// Chance that a written total is wrong.
    pub wrong_total: f64,
    pub total_kinds: TotalKinds,
    /// Chance that a written number is read as another by everybody.
    pub hard_to_read: f64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TotalKinds {
    pub small: f64,
    pub carry: f64,
    pub sheet_left_out: f64,
    pub swapped: f64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keyers {
    /// Of each person who keys: how many slips against the mean.
    pub rates: Vec<f64>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlipRates {
    /// Of each box.
    #[serde(rename = "box")]
    pub one_box: f64,
    pub kinds: SlipKinds,
    /// Share of the wrong digits that lie beside the right one on the numpad.
    pub neighbour_key: f64,
    /// Of each box with a zero.
    pub blank_for_zero: f64,
    /// Of each sheet.
    pub row_shift: f64,
    pub row_shift_kinds: RowShiftKinds,
    /// Of each sheet.
    pub wrong_sheet: f64,
    /// Share of the wrong sheets that are keyed in each other's place.
    pub wrong_sheet_exchanged: f64,
    /// Share of the wrong sheets that are of the same visit.
    pub wrong_sheet_of_visit: f64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlipKinds {
    pub wrong_digit: f64,
    pub swap: f64,
    pub missing_digit: f64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowShiftKinds {
    pub exchanged: f64,
    pub twice: f64,
    pub to_the_end: f64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Looking {
    /// Chance that a wrong box is seen to be wrong beside its paper, once a check points at it.
    pub seen: f64,
    pub seen_hard_to_read: f64,
}

impl Parameters {
    /// # Panics
    /// The file of the sources does not have this shape.
    #[must_use]
    pub fn documented() -> Self {
        serde_json::from_str(include_str!("../fixtures/keying/parameters.json"))
            .expect("the parameters have the shape above")
    }
}
