//! Backups as witnesses of the journal: each bears the head the journal had, and a journal written anew has other
//! links (`reliability.md` R8).

use std::collections::BTreeSet;

use domain::backup::{Kind, Stamp};

use super::manifest::Manifest;
use crate::error::Result;
use crate::rows::Rows;

impl Rows<'_> {
    /// Those of this office file's backups whose head is not in its journal, the latest first.
    ///
    /// A state that was brought back leaves the backups of the state it replaced without their entries: those made
    /// before it prove nothing.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn list_unchained_backups(&self, manifests: &[Manifest]) -> Result<Vec<Stamp>> {
        let uid = self.office_uid()?;
        let replaced: Option<i64> = self.find(include_str!("replaced.sql"), [], |r| r.get(0))?;
        let mut ordered = Vec::new();
        for manifest in manifests.iter().filter(|m| m.uid == uid && m.head_seq > 0) {
            let entry = self.find_entry(manifest.head_seq)?;
            ordered.push((manifest, entry.is_some_and(|e| manifest.is_head(&e.link))));
        }
        ordered.sort_by_key(|(manifest, _)| std::cmp::Reverse(manifest.number));
        let branches = branches(&ordered);
        // Without the backup that follows a restore (it may have failed), everything is from before it.
        let after_restore = ordered.iter().any(|(m, _)| m.kind == Kind::AfterRestore);
        let mut unchained = Vec::new();
        // From here back, backups may be of a state that was replaced.
        let mut before_restore = false;
        for (manifest, is_chained) in ordered {
            if is_chained {
                before_restore |= manifest.kind == Kind::AfterRestore;
                continue;
            }
            let may_be_replaced = before_restore || !after_restore;
            let is_replaced =
                branches.contains(&manifest.number) || replaced.is_some_and(|seq| seq <= manifest.head_seq);
            if !(may_be_replaced && is_replaced) {
                unchained.push(manifest.stamp());
            }
        }
        Ok(unchained)
    }
}

/// Backups of a state that was brought back and then replaced itself (a restore that was taken back): from the one that
/// follows the restore to the next that is of this journal. `ordered` has the latest first.
fn branches(ordered: &[(&Manifest, bool)]) -> BTreeSet<i64> {
    let mut is_branch = false;
    let mut numbers = BTreeSet::new();
    for (manifest, is_chained) in ordered.iter().rev() {
        is_branch = !is_chained && (is_branch || manifest.kind == Kind::AfterRestore);
        if is_branch {
            numbers.insert(manifest.number);
        }
    }
    numbers
}
