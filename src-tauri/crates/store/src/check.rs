//! Whether a file is sound: quickly at every start, in full when there is reason to.

use std::collections::BTreeSet;

use domain::journal::Link;
use rusqlite::Connection;

use crate::error::{Result, StoreError};
use crate::journal::{Break, replayed_dump};
use crate::migrate;
use crate::rows::Rows;
use crate::transact::Tx;

/// Entries at the end of the journal whose chain is walked at every start.
const LAST: i64 = 100;

/// What does not hold together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unsound {
    #[error("the database: {0}")]
    Pages(String),
    #[error("the journal: {0:?}")]
    Chain(Break),
    #[error("the journal cannot be replayed: {0}")]
    Replay(String),
    #[error("the tables are not what the journal says")]
    Tables,
    #[error("details of person {0} are not those that were entered")]
    Person(i64),
}

impl From<Unsound> for StoreError {
    fn from(unsound: Unsound) -> Self {
        Self::Damaged { path: std::path::PathBuf::new(), source: Box::new(unsound) }
    }
}

/// Pages and last entries. Milliseconds on a file of thousands of sheets.
///
/// # Errors
/// [`StoreError::Damaged`] with the first thing that does not hold together.
pub(crate) fn quick(rows: &Rows<'_>) -> Result<()> {
    pages(rows, "PRAGMA quick_check(1)")?;
    let (head, _) = rows.journal_head()?;
    let from = (head - LAST).max(0);
    let mut link = None;
    for stored in rows.journal_after(from)? {
        if link.is_some_and(|link: Link| stored.previous != link) {
            return Err(Unsound::Chain(Break::Unlinked { seq: stored.seq }).into());
        }
        if !stored.is_whole() {
            return Err(Unsound::Chain(Break::Changed { seq: stored.seq }).into());
        }
        link = Some(stored.link);
    }
    Ok(())
}

/// Pages, the whole chain, the journal replayed against the tables, and people against their digests.
///
/// # Errors
/// As [`quick`].
pub(crate) fn full(rows: &Rows<'_>) -> Result<()> {
    if let Some(message) = rows.integrity()?.into_iter().next() {
        return Err(Unsound::Pages(message).into());
    }
    if let Err(broken) = rows.journal_verify()? {
        return Err(Unsound::Chain(broken).into());
    }
    match replayed_dump(rows) {
        Ok(dump) if dump == rows.dump()? => {}
        Ok(_) => return Err(Unsound::Tables.into()),
        Err(StoreError::Journal(message)) => return Err(Unsound::Replay(message).into()),
        Err(error) => return Err(error),
    }
    match rows.list_changed_people()?.first() {
        Some(person) => Err(Unsound::Person(person.0).into()),
        None => Ok(()),
    }
}

/// What the schema is made of: name and the statement that made it.
fn objects(rows: &Rows<'_>) -> Result<BTreeSet<(String, String)>> {
    // SQLite's own tables come and go with ANALYZE and the like.
    let sql = "SELECT name, sql FROM main.sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    Ok(rows.list(sql, [], |r| Ok((r.get("name")?, r.get("sql")?)))?.into_iter().collect())
}

fn pages(rows: &Rows<'_>, sql: &str) -> Result<()> {
    let found: Vec<String> = rows.list(sql, [], |r| r.get(0))?;
    match found.into_iter().find(|line| line != "ok") {
        Some(message) => Err(Unsound::Pages(message).into()),
        None => Ok(()),
    }
}

/// The last full check of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastCheck {
    /// RFC 3339.
    pub at: String,
    /// Entries of the journal it walked.
    pub entries: i64,
    pub findings: i64,
}

impl Rows<'_> {
    /// As every start of the program does: pages and the last entries of the journal.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn check_quickly(&self) -> Result<()> {
        quick(self).map_err(|e| e.at(&self.path()))
    }

    /// Tables, indexes and triggers that are not as the migrations make them, by name: taken away, altered or added.
    /// A file whose triggers were dropped still holds its figures, but nothing in it keeps the journal as it is.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn list_altered_objects(&self) -> Result<Vec<String>> {
        let found = objects(self)?;
        let schema = self.connection.pragma_query_value(None, "user_version", |r| r.get(0))?;
        let fresh = Connection::open_in_memory()?;
        migrate::migrate_to(&fresh, schema)?;
        let made = objects(&Rows::new(&fresh))?;
        let names: BTreeSet<_> = made.symmetric_difference(&found).map(|(name, _)| name.clone()).collect();
        Ok(names.into_iter().collect())
    }

    /// # Errors
    /// If the file cannot be read.
    pub fn find_last_check(&self) -> Result<Option<LastCheck>> {
        self.find("SELECT at, entries, findings FROM last_check", [], |row| {
            Ok(LastCheck { at: row.get("at")?, entries: row.get("entries")?, findings: row.get("findings")? })
        })
    }
}

impl Tx<'_> {
    /// Notes what a full check found now.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn put_last_check(&self, entries: i64, findings: i64) -> Result<()> {
        let sql = "INSERT INTO last_check (id, at, entries, findings) VALUES (1, ?1, ?2, ?3)
            ON CONFLICT (id) DO UPDATE SET at = excluded.at, entries = excluded.entries, findings = excluded.findings";
        self.run(sql, rusqlite::params![self.op().at_text(), entries, findings])?;
        self.note_local("last_check");
        Ok(())
    }
}
