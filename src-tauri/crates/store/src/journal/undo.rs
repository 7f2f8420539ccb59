//! Taking back one entry: its changes in reverse, each only if the row is still as the entry left it.

use super::replay::Tables;
use super::{Change, Stored};
use crate::error::{Result, StoreError};
use crate::person::Former;
use crate::transact::Tx;

impl Tx<'_> {
    /// Puts every row of an entry as it was before. `former` are the details of people as they were
    /// before it (see [`crate::Done::former`]): the journal does not hold them.
    ///
    /// # Errors
    /// [`StoreError::Superseded`] if a row was changed since or something was built on it,
    /// [`StoreError::Forgotten`] if details of a person would be needed that are not in `former`;
    /// nothing may be kept of the operation then.
    pub fn undo(&self, entry: &Stored, former: &[Former]) -> Result<()> {
        let mut former: Vec<&Former> = former.iter().collect();
        let tables = Tables::of(self.connection);
        for change in entry.changed_rows()?.into_iter().rev() {
            if change.table == "tally" {
                // Keyed boxes go through the entries file, by the keying's own undo.
                return Err(StoreError::Superseded(entry.seq));
            }
            let details = if change.table == "person" { Some(details_of(&change, &mut former)?) } else { None };
            let is_new = change.before.is_none();
            let Change { table, key, before, after } = change;
            let reverse = Change { table, key, before: after, after: before };
            // Details hang on their person's row: they go before it and come after it.
            if let Some(details) = details.filter(|_| is_new) {
                self.put_former(details)?;
            }
            tables.apply(&reverse).map_err(|e| superseded(e, entry.seq))?;
            if let Some(details) = details.filter(|_| !is_new) {
                self.put_former(details)?;
            }
        }
        Ok(())
    }
}

/// The latest remembered details of the person whose row changed.
fn details_of<'f>(change: &Change, former: &mut Vec<&'f Former>) -> Result<&'f Former> {
    let id = change.key.first().and_then(serde_json::Value::as_i64).unwrap_or_default();
    let last = former.iter().rposition(|f| f.person.0 == id).ok_or(StoreError::Forgotten(id))?;
    Ok(former.remove(last))
}

fn superseded(error: StoreError, seq: i64) -> StoreError {
    match &error {
        StoreError::Journal(_) => StoreError::Superseded(seq),
        StoreError::Sql(sql) if sql.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => {
            StoreError::Superseded(seq)
        }
        _ => error,
    }
}
