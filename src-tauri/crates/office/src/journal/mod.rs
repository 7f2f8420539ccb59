//! The journal as people read it: who changed what, when and why, in words; whether it was tampered with; and out of
//! the office.
//!
//! To add a deed: its name in [`deeds`]. To add a table or a column: its words in [`nouns`]. A deed, table or column
//! without words fails a test.

mod deeds;
mod export;
mod figures;
mod get;
mod head;
mod line;
mod list;
mod merge;
mod names;
mod nouns;
mod verify;
mod words;

#[cfg(test)]
mod tests;

pub use deeds::DeedKind;
pub use export::{ExportJournal, JournalForm, JournalLines, JournalNoted, JournalXlsx};
pub use figures::{EntryFigures, EntryMoved, MovedFigure};
pub use get::{EntryTechnical, EntryView, GetEntry};
pub use head::{FindHead, HeadFound, NearHead};
pub use line::JournalLine;
pub use list::{JournalPage, JournalQuery, ListJournal};
pub use verify::{BrokenEntry, DifferentRow, HeadCheck, JournalVerdict, VerifyJournal};
pub use words::{EntryRow, EntryValue, RowDeed};

pub(crate) use verify::findings;
pub(crate) use words::{HIDDEN, box_words, reason, state_words};
