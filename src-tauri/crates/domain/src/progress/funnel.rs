//! The stages people pass through, and why some do not.

use super::view::{ReasonProgress, StageProgress};
use crate::form::Meaning;
use crate::number::to_tenth;
use crate::rates::{FunnelStage, Ledger, Reason, Sums, Totals};

pub(super) fn stages(ledger: &Ledger) -> Vec<StageProgress> {
    let ward = ledger.ward();
    let share = |of: FunnelStage, whole: FunnelStage| ledger.share(of.boxes(), whole.boxes()).map(to_tenth);
    FunnelStage::ALL
        .into_iter()
        .map(|stage| StageProgress {
            stage,
            name: stage.name().to_owned(),
            words: stage.words().to_owned(),
            meanings: stage.boxes().to_vec(),
            count: ward.sum(stage.boxes()),
            of_met: share(stage, FunnelStage::Informed),
            of_previous: stage.previous().and_then(|previous| share(stage, previous)),
        })
        .collect()
}

pub(super) fn stage_counts(totals: &Totals) -> Vec<Option<u64>> {
    FunnelStage::ALL.into_iter().map(|stage| totals.sum(stage.boxes())).collect()
}

/// Reasons that a form asks for.
pub(super) fn reasons(sums: &Sums, ledger: &Ledger) -> Vec<ReasonProgress> {
    let ward = ledger.ward();
    let share = |reason: Reason| {
        let share = ledger.share(&[reason.meaning], &[Meaning::NotInstalled]).map(to_tenth);
        share.filter(|_| reason.of_not_installed)
    };
    let row = |reason: Reason| ReasonProgress {
        meaning: reason.meaning,
        words: reason.words.to_owned(),
        count: ward.get(reason.meaning),
        share: share(reason),
    };
    asked(sums).map(row).collect()
}

pub(super) fn reason_counts(sums: &Sums, totals: &Totals) -> Vec<Option<u64>> {
    asked(sums).map(|reason| totals.get(reason.meaning)).collect()
}

fn asked(sums: &Sums) -> impl Iterator<Item = Reason> + '_ {
    let has = |m: Meaning| sums.forms().any(|f| f.indicators.iter().any(|i| i.meaning == m));
    Reason::ALL.into_iter().filter(move |reason| has(reason.meaning))
}
