//! The plan's targets as a screen shows them: each rate with what it counts, of whom, and who is left out.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::campaign::{Denominator, Numerator};
use domain::ids::TargetId;
use domain::number::to_tenth;
use domain::rates::{Ledger, Period};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

/// A target and how far it is.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TargetRow {
    pub id: TargetId,
    /// Where the plan states it: `I.2`.
    pub clause: String,
    pub name: String,
    pub counts: Numerator,
    pub of: Denominator,
    /// As a sentence: `≥ 50 % số người từ 15 tuổi trở lên đã có tài khoản, đến 30/11/2024`.
    pub sentence: String,
    /// `số người đã cài đặt`.
    pub numerator_word: String,
    /// `người từ 15 tuổi trở lên`.
    pub denominator_word: String,
    /// Whole percent to reach.
    pub goal: u32,
    pub by: NaiveDate,
    /// `null`: nothing was reported.
    #[ts(type = "number | null")]
    pub numerator: Option<u64>,
    /// `null`: no area has the base figure.
    #[ts(type = "number | null")]
    pub denominator: Option<u64>,
    /// Rounded to a tenth; may exceed 100.
    pub percent: Option<f64>,
    /// More was counted than there should be: worth a look at bases and sheets, no refusal.
    pub over_100: bool,
    /// Areas left out of both sides because their base is blank, or nothing was counted there.
    pub without_base: Vec<String>,
    /// Only people met are counted: an area has no dated count of earlier installs.
    pub among_met: bool,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetTargets {}

impl Read for GetTargets {
    type Answer = Vec<TargetRow>;
    const NAME: &'static str = "get_targets";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<TargetRow>> {
        let campaign = view.get_campaign()?.id;
        let sums = view.added(campaign)?.sums;
        let ledger = Ledger::of_sums(&sums, Period::WHOLE);
        let names: BTreeMap<_, _> = sums.areas().iter().map(|a| (a.id, a.name.as_str())).collect();
        let targets = view.list_targets(campaign)?;
        Ok(targets
            .into_iter()
            .map(|target| {
                let rate = ledger.ward_rate(&target);
                TargetRow {
                    id: target.id,
                    counts: target.numerator,
                    of: target.denominator,
                    sentence: target.sentence(),
                    over_100: rate.is_over_100(),
                    numerator_word: target.numerator.word().to_owned(),
                    denominator_word: target.denominator.word().to_owned(),
                    goal: target.percent,
                    by: target.by,
                    numerator: rate.numerator,
                    denominator: rate.denominator,
                    percent: rate.percent.map(to_tenth),
                    without_base: rate
                        .without_base
                        .iter()
                        .filter_map(|id| names.get(id).map(|n| (*n).to_owned()))
                        .collect(),
                    among_met: rate.among_met,
                    clause: target.clause,
                    name: target.name,
                }
            })
            .collect())
    }
}
