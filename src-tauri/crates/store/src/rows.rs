//! Reading rows: small conversions shared by every noun.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime};
use rusqlite::types::Type;
use rusqlite::{Connection, Params, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Result, StoreError};

/// Reads through one connection. Each noun adds its queries in its own folder.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    pub(crate) connection: &'a Connection,
    /// Where the office file lies, if these rows are read from a copy of it.
    path: Option<&'a Path>,
}

impl<'a> Rows<'a> {
    pub(crate) fn new(connection: &'a Connection) -> Self {
        Self { connection, path: None }
    }

    pub(crate) fn at(connection: &'a Connection, path: &'a Path) -> Self {
        Self { connection, path: Some(path) }
    }

    /// Where the office file lies: its papers lie beside it.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.path.map_or_else(|| self.connection.path().unwrap_or_default().into(), Path::to_owned)
    }

    pub(crate) fn list<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params, |row| read(row))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    pub(crate) fn find<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        rows.next()?.map(read).transpose().map_err(StoreError::from)
    }
}

/// Columns by name, in the types of the domain.
pub(crate) trait Columns {
    /// A value stored as its serde word: roles, kinds, states.
    fn word<T: DeserializeOwned>(&self, column: &str) -> rusqlite::Result<T>;
    /// A value stored as text that parses: box numbers, codes.
    fn parsed<T: FromStr<Err: std::error::Error + Send + Sync + 'static>>(&self, column: &str) -> rusqlite::Result<T>;
    fn day(&self, column: &str) -> rusqlite::Result<NaiveDate>;
    fn maybe_day(&self, column: &str) -> rusqlite::Result<Option<NaiveDate>>;
    fn time(&self, column: &str) -> rusqlite::Result<NaiveTime>;
    /// Several lines stored as one text.
    fn lines(&self, column: &str) -> rusqlite::Result<Vec<String>>;
}

impl Columns for Row<'_> {
    fn word<T: DeserializeOwned>(&self, column: &str) -> rusqlite::Result<T> {
        let text: String = self.get(column)?;
        serde_json::from_value(serde_json::Value::String(text)).map_err(|_| unreadable(column))
    }

    fn parsed<T: FromStr<Err: std::error::Error + Send + Sync + 'static>>(&self, column: &str) -> rusqlite::Result<T> {
        self.get::<_, String>(column)?.parse().map_err(|_: T::Err| unreadable(column))
    }

    fn day(&self, column: &str) -> rusqlite::Result<NaiveDate> {
        self.parsed(column)
    }

    fn maybe_day(&self, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
        self.get::<_, Option<String>>(column)?
            .map(|text| text.parse().map_err(|_: chrono::ParseError| unreadable(column)))
            .transpose()
    }

    fn time(&self, column: &str) -> rusqlite::Result<NaiveTime> {
        self.parsed(column)
    }

    fn lines(&self, column: &str) -> rusqlite::Result<Vec<String>> {
        Ok(self.get::<_, String>(column)?.lines().map(str::to_owned).collect())
    }
}

/// A stored value that is none of those its column holds. It goes to the log, so it does not say the value.
#[derive(Debug, thiserror::Error)]
#[error("the column {0} holds something else than it should")]
struct Unreadable(String);

fn unreadable(column: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(Unreadable(column.to_owned())))
}

/// The serde word of a value, as stored.
pub(crate) fn word(value: impl Serialize) -> Result<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => Ok(text),
        other => Err(StoreError::Value(format!("{other:?} is not a word"))),
    }
}

/// The value of a serde word that was stored.
pub(crate) fn read_word<T: DeserializeOwned>(text: String) -> Result<T> {
    serde_json::from_value(serde_json::Value::String(text))
        .map_err(|_| StoreError::Value(format!("no {}", std::any::type_name::<T>())))
}

/// `2024-11-09`.
pub(crate) fn day(day: NaiveDate) -> String {
    day.to_string()
}

/// `19:30`.
pub(crate) fn time(time: NaiveTime) -> String {
    time.format("%H:%M:%S").to_string()
}

impl Rows<'_> {
    /// Of the tables these rows are read from.
    pub(crate) fn schema(&self) -> Result<i64> {
        Ok(self.connection.pragma_query_value(None, "user_version", |r| r.get(0))?)
    }

    /// What SQLite finds wrong with the file; empty if nothing.
    ///
    /// # Errors
    /// If the file cannot be read at all.
    pub fn integrity(&self) -> Result<Vec<String>> {
        let mut found: Vec<String> = self.list("PRAGMA integrity_check", [], |r| r.get(0))?;
        found.retain(|line| line != "ok");
        found.extend(self.list("PRAGMA foreign_key_check", [], |r| {
            Ok(format!("{} → {}", r.get::<_, String>(0)?, r.get::<_, String>(2)?))
        })?);
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use domain::account::Role;

    use super::*;

    #[test]
    fn what_cannot_be_read_is_not_in_the_words_of_the_failure() {
        const NAME: &str = "Nguyễn Thị Độc Nhất";
        let connection = Connection::open_in_memory().expect("in memory");
        let rows = Rows::new(&connection);
        let sql = "SELECT 'Nguyễn Thị Độc Nhất' AS name";
        let failures = [
            rows.list(sql, [], |r| r.word::<Role>("name")).expect_err("no role"),
            rows.list(sql, [], |r| r.day("name")).expect_err("no day"),
            rows.list(sql, [], |r| r.maybe_day("name")).expect_err("no day"),
            rows.list(sql, [], |r| r.time("name")).expect_err("no time"),
            rows.list(sql, [], |r| r.get::<_, i64>("name")).expect_err("no number"),
            read_word::<Role>(NAME.to_owned()).expect_err("no role"),
        ];
        for failure in failures {
            let mut said = failure.to_string();
            let mut cause = std::error::Error::source(&failure);
            while let Some(error) = cause {
                said.push_str(&error.to_string());
                cause = error.source();
            }
            assert!(!said.contains("Nhất") && !said.is_empty(), "{said}");
        }
    }
}
