//! Ctrl+Z: what a deed wrote is put as it was.

use domain::account::Permission;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write, contract};

/// Takes one of one's own deeds back, by its entry in the journal (see [`crate::contract`]'s replies).
/// Refused if what it wrote was changed since, or something was built on it. Taking an undo back does the
/// deed again.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Undo {
    #[ts(type = "number")]
    pub entry: i64,
}

/// What was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Undone {
    /// The deed, as the contract names it.
    pub deed: String,
}

impl Write for Undo {
    type Answer = Undone;
    const NAME: &'static str = "undo";
    /// The right was asked when the deed was done, and only one's own are taken back.
    const NEEDS: Permission = Permission::Read;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<Undone> {
        let entry = act.find_entry(self.entry)?.ok_or_else(|| Error::of(ErrorCode::Missing))?;
        if entry.who != Some(act.who.id.0) || !contract::is_undoable(&entry.op) {
            return Err(Error::of(ErrorCode::NotUndoable));
        }
        act.undo(&entry, act.memory.of(entry.seq))?;
        Ok(Undone { deed: entry.op })
    }
}
