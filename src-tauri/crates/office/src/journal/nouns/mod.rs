//! What each table and column is called in the journal, and how its values read. A column without words fails a test.

mod papers;
mod setup;
mod work;

use serde::de::DeserializeOwned;

/// A journalled table as a person speaks of its rows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Noun {
    pub table: &'static str,
    /// `buổi`, `số liệu nền`.
    pub word: &'static str,
    /// Columns whose values name a row, the first that has one; without any it goes by its word alone.
    pub named_by: &'static [&'static str],
    pub columns: &'static [Column],
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub name: &'static str,
    /// `ngày bắt đầu`.
    pub label: &'static str,
    pub reads: As,
}

/// How a value reads.
#[derive(Debug, Clone, Copy)]
pub(super) enum As {
    Text,
    Number,
    /// 2024-11-09 → 09/11/2024.
    Day,
    /// RFC 3339 → 09/11/2024 19:30.
    Moment,
    /// 19:30:00 → 19h30.
    Time,
    /// 1 and 0.
    Yes(&'static str, &'static str),
    /// One of some words of the program's own.
    Word(&'static [(&'static str, &'static str)]),
    /// One of the words of the domain.
    Domain(fn(&str) -> Option<&'static str>),
    /// The number of a row of this table.
    Row(&'static str),
    /// Said elsewhere in the entry, or a mark for the program alone: a digest, a place in a list, a key of the row.
    Untold,
}

pub(super) const fn column(name: &'static str, label: &'static str, reads: As) -> Column {
    Column { name, label, reads }
}

const fn untold(name: &'static str) -> Column {
    Column { name, label: "", reads: As::Untold }
}

pub(super) fn noun_of(table: &str) -> Option<&'static Noun> {
    [setup::NOUNS, work::NOUNS, papers::NOUNS].into_iter().flatten().find(|n| n.table == table)
}

impl Noun {
    pub(super) fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|c| c.name == name)
    }
}

/// The word of a value that is stored by its serde name.
fn said<T: DeserializeOwned>(stored: &str, word: impl Fn(T) -> &'static str) -> Option<&'static str> {
    serde_json::from_value(serde_json::Value::from(stored)).ok().map(word)
}
