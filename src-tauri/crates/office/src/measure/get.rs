use std::collections::HashSet;

use domain::account::Permission;
use domain::ids::SheetId;
use domain::measure::{Deed, KeyerMeasure, keyers};
use domain::verification::Estimate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::verification::{METHOD, SOURCE, share};
use crate::{Read, Result, View};

/// One keyer's measures, with the name as it is now.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct KeyerRow {
    pub name: String,
    pub measure: KeyerMeasure,
}

/// How keying goes in the campaign.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Measures {
    /// Who keyed most sheets first.
    pub keyers: Vec<KeyerRow>,
    pub estimate: Estimate,
    /// Share of the sheets keyed twice whole, between 0 and 1.
    pub share_again: f64,
    /// How the estimate is made, and where that is published.
    pub method: String,
    pub source: String,
}

/// Keys and minutes per sheet, error rates of keyers, share keyed again, wrong boxes that may be left. For those
/// who key and verify: error rates are about persons.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct GetMeasures {}

impl Read for GetMeasures {
    type Answer = Measures;
    const NAME: &'static str = "get_measures";
    const NEEDS: Permission = Permission::Verify;

    fn run(self, view: &View<'_>) -> Result<Measures> {
        let ours: HashSet<SheetId> = view.list_sheet_ids(view.get_campaign()?.id)?.into_iter().collect();
        let of_campaign = |deed: &Deed| deed.strokes.first().is_none_or(|s| ours.contains(&s.sheet));
        let measures = keyers(view.list_deeds()?.into_iter().filter(of_campaign));
        let people = view.people()?;
        let estimate = view.estimate()?;
        Ok(Measures {
            keyers: measures
                .into_iter()
                .map(|measure| KeyerRow { name: people.name(measure.person), measure })
                .collect(),
            share_again: share(estimate.twice, estimate.sheets),
            estimate,
            method: METHOD.to_owned(),
            source: SOURCE.to_owned(),
        })
    }
}
