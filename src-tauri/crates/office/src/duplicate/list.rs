use std::collections::BTreeMap;

use domain::account::Permission;
use domain::ids::SheetId;
use domain::sheet::{Sheet, SheetState};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::pair::Desk;
use super::{Pair, PairSheet};
use crate::{Read, Result, View};

/// Second papers beside the sheets whose codes they bear, and sheets set aside for having the results of
/// another. Pairs with the same results that nobody has said anything of are among the findings of
/// [`crate::verification::GetVerification`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Duplicates {
    /// Undecided ones first.
    pub pairs: Vec<Pair>,
    /// Each to be admitted again, if it was a sheet of its own.
    pub aside: Vec<PairSheet>,
}

/// Papers that are one too many.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ListDuplicates {
    pub undecided_only: bool,
}

impl Read for ListDuplicates {
    type Answer = Duplicates;
    const NAME: &'static str = "list_duplicates";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Duplicates> {
        let desk = Desk::of(view)?;
        let sheets: BTreeMap<SheetId, Sheet> =
            view.list_sheets(view.get_campaign()?.id)?.into_iter().map(|s| (s.id, s)).collect();
        let mut pairs = Vec::new();
        for copy in sheets.values().filter(|s| !self.undecided_only || s.is_undecided_copy()) {
            if let Some(first) = copy.copy_of.and_then(|id| sheets.get(&id)) {
                pairs.push(desk.pair(first, copy)?);
            }
        }
        pairs.sort_by_key(|pair| !pair.undecided);
        let aside = sheets.values().filter(|s| s.state == SheetState::Duplicate && s.copy_of.is_none());
        let aside = aside.filter(|_| !self.undecided_only);
        Ok(Duplicates { pairs, aside: aside.map(|sheet| desk.sheet(sheet)).collect::<Result<_>>()? })
    }
}
