//! What a backup must hold, written beside it.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use domain::backup::{Kind, Stamp};
use domain::journal::Link;
use serde::{Deserialize, Serialize};

use crate::disk::hex;

/// The form of manifests that this program writes.
pub(crate) const FORMAT: u32 = 1;

/// Stands beside each backup as JSON. It names nobody and holds no secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Of the manifest itself.
    pub format: u32,
    pub number: i64,
    pub kind: Kind,
    pub at: DateTime<FixedOffset>,
    /// Random name of the office file.
    pub uid: String,
    /// `UBND phường Hà Cầu`.
    pub office: String,
    /// Version of the program that made it.
    pub program: String,
    pub schema: i64,
    /// Bytes of the copy.
    pub size: u64,
    /// SHA-256 of the copy, in hexadecimal.
    pub sha256: String,
    /// Number of the journal's last entry.
    pub head_seq: i64,
    /// That entry's link, in hexadecimal (`reliability.md` R8).
    pub head: String,
    /// Number of the last record of the entries file that is in the tables.
    pub entries_applied: i64,
    pub totals: Totals,
}

impl Manifest {
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        Stamp { number: self.number, at: self.at, kind: self.kind }
    }

    /// Whether the journal of this office file ended with this link at that time.
    #[must_use]
    pub fn is_head(&self, link: &Link) -> bool {
        self.head == hex(&link.0)
    }
}

/// What the tables hold, from the rows themselves: equal in the office file and its copy, or the copy is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Rows by table, of every table.
    pub rows: BTreeMap<String, u64>,
    /// Sums of the keyed boxes by `keying/box`; null where none of them holds a number.
    pub boxes: BTreeMap<String, Option<i64>>,
    /// SHA-256 over every value of every row.
    pub digest: String,
}

impl Totals {
    /// Rows of one table; 0 of one that a file of an older schema has not got.
    #[must_use]
    pub fn rows_of(&self, table: &str) -> u64 {
        self.rows.get(table).copied().unwrap_or(0)
    }
}
