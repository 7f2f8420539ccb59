//! What second keying says to whoever approves an evening: no figure, only which sheets.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::SheetId;
use domain::sheet::SheetState;
use domain::verification::{Ask, Stage};

use super::get::open_boxes;
use crate::{Result, View};

/// Sheets by what stands open with them.
#[derive(Debug, Clone, Default)]
pub(crate) struct ForApprover {
    /// Every box agreed or decided.
    pub(crate) agreed: BTreeSet<SheetId>,
    /// Two keyings of a box differ, and nobody has decided.
    pub(crate) disputed: BTreeSet<SheetId>,
    /// Chosen to be keyed a second time, and not yet.
    pub(crate) to_key: BTreeSet<SheetId>,
    /// Pairs with the same results that nobody has accepted, and whether anybody may: nobody accepts the own
    /// keying.
    pub(crate) same: Vec<(SheetId, SheetId, bool)>,
    /// By the summary's sheet: boxes in which the sum is not the total.
    pub(crate) totals: BTreeMap<SheetId, u32>,
}

impl View<'_> {
    pub(crate) fn for_approver(&self) -> Result<ForApprover> {
        let gathered = self.gathered()?;
        let verifiers = self.verifiers()?;
        let of = |stages: &[Stage]| -> BTreeSet<SheetId> {
            let found = gathered.keyings.iter().filter(|(_, keyings)| stages.contains(&keyings.stage()));
            found.map(|(id, _)| *id).collect()
        };
        let is_open = |id: &SheetId| gathered.sheets.get(id).is_some_and(|s| s.state == SheetState::Keyed);
        let asked = gathered.asked(&gathered.choice().chosen);
        let to_key = asked.iter().filter(|asked| {
            let waits = gathered.keyings.get(&asked.sheet).is_some_and(|keyings| {
                open_boxes(keyings, asked.boxes.as_deref()).any(|(_, rounds)| rounds.ask() == Ask::Second)
            });
            waits && is_open(&asked.sheet)
        });
        let hands = |id: &SheetId| gathered.keyings.get(id).map(|keyings| keyings.hands().first).unwrap_or_default();
        let same = gathered.same.iter().map(|pair| {
            let somebody = !verifiers.without(&[&hands(&pair.first), &hands(&pair.second)]).is_empty();
            (pair.first, pair.second, somebody)
        });
        let totals = gathered.totals.iter().map(|(id, total)| (*id, crate::book::count(total.differences.len())));
        Ok(ForApprover {
            agreed: of(&[Stage::Agreed]),
            disputed: of(&[Stage::NeedsAgain, Stage::NeedsThird]).into_iter().filter(is_open).collect(),
            to_key: to_key.map(|asked| asked.sheet).collect(),
            same: same.collect(),
            totals: totals.filter(|(_, boxes)| *boxes > 0).collect(),
        })
    }
}
