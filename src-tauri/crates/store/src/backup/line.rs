//! Backups as witnesses of the journal: each bears the head the journal had, and a journal written anew has other
//! links (`reliability.md` R8).

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
        let mut ordered: Vec<&Manifest> = manifests.iter().filter(|m| m.uid == uid && m.head_seq > 0).collect();
        ordered.sort_by_key(|m| std::cmp::Reverse(m.number));
        let mut unchained = Vec::new();
        // From here back, backups may be of a state that was replaced.
        let mut before_restore = false;
        for manifest in ordered {
            let is_chained = self.find_entry(manifest.head_seq)?.is_some_and(|e| manifest.is_head(&e.link));
            if is_chained {
                before_restore |= manifest.kind == Kind::AfterRestore;
                continue;
            }
            // Without the backup that follows a restore (it may have failed), everything is from before it.
            let after_restore = manifests.iter().any(|m| m.kind == Kind::AfterRestore && m.uid == uid);
            let may_be_replaced = before_restore || !after_restore;
            // However many entries it had: a restore that was taken back leaves the backups of its own short line too.
            if !(may_be_replaced && replaced.is_some()) {
                unchained.push(manifest.stamp());
            }
        }
        Ok(unchained)
    }
}
