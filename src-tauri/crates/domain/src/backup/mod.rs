//! Backups of the office file: which are kept, when the next is due, when the second place is asked after.
//!
//! Backups are numbered upwards and ordered by their number alone: a clock set back or forward reorders nothing
//! (`reliability.md` R14).

mod due;
mod retention;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use due::{AFTER_LAST, AT_LATEST, Next, REMIND_AFTER_DAYS, Schedule, second_place_due};
pub use retention::{DAILY, Expiry, HELD_DAYS, LAST, MONTHLY, expires, kept};

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "BackupKind")]
pub enum Kind {
    /// By itself, some time after a change.
    Automatic,
    /// Somebody asked for it.
    Asked,
    /// What was there before an older state was brought back: the way to take that back.
    BeforeRestore,
    /// What was brought back, as it is now.
    AfterRestore,
    /// Before a newer version of the program changed the file's form.
    BeforeUpgrade,
}

impl Kind {
    pub const ALL: [Self; 5] =
        [Self::Automatic, Self::Asked, Self::BeforeRestore, Self::AfterRestore, Self::BeforeUpgrade];

    /// The words of a list of backups.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Automatic => "tự động",
            Self::Asked => "theo yêu cầu",
            Self::BeforeRestore => "trước khi khôi phục",
            Self::AfterRestore => "sau khi khôi phục",
            Self::BeforeUpgrade => "trước khi nâng cấp",
        }
    }
}

/// Which backup, of when, and why it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "BackupStamp")]
pub struct Stamp {
    /// Counts up from 1 within a folder of backups; what backups are ordered by.
    #[ts(type = "number")]
    pub number: i64,
    /// By the computer's clock, which may have been wrong.
    pub at: DateTime<FixedOffset>,
    pub kind: Kind,
}

/// Why a backup cannot be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "BackupFault")]
pub enum Fault {
    /// Its description is there, the copy itself is not.
    Missing,
    /// Zero bytes.
    Empty,
    /// It ends too soon.
    Truncated,
    /// No office file of this program.
    Foreign,
    /// Made by a newer version of the program.
    Newer,
    /// Its bytes are not those that were written (SHA-256).
    Changed,
    /// Its bytes are those that were written, but the database within does not hold together or holds other
    /// figures than were to be backed up.
    Unsound,
    /// The copy is there, its description cannot be read.
    Undescribed,
}

impl Stamp {
    fn day(&self) -> NaiveDate {
        self.at.date_naive()
    }
}

#[cfg(test)]
mod tests;
