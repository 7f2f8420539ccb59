//! The office file: one SQLite database, its journal, and the entries file beside it.
//!
//! The only crate with SQL. It knows rows and transactions; it must not know permissions, rules about
//! numbers, papers or screens.
//!
//! * [`Reader`] reads, needs no lock, and sees a consistent state even while another process writes.
//! * [`Writer`] holds the file's operating-system lock. Every write goes through
//!   [`Writer::transact`], which writes rows and one journal entry in one transaction.
//!
//! To add a noun: a table in a new migration, its name in [`tables`], a folder here with `mod.rs` and
//! one `.sql` file for each statement. A table in neither list fails a test.

mod account;
mod approval;
mod area;
mod attachment;
pub mod backup;
mod campaign;
pub mod check;
mod contact;
mod cost;
mod cursor;
mod disk;
mod document;
mod entries;
mod error;
mod file;
mod flag;
mod flyer;
mod form;
pub mod journal;
mod lock;
mod mark;
mod measure;
mod migrate;
mod office;
mod person;
mod plan;
mod posting;
mod printing;
mod query;
mod reader;
mod receipt;
mod recover;
mod report;
mod restore;
mod roster;
mod rows;
mod secret;
mod sheet;
pub mod tables;
mod tally;
mod task;
mod team;
mod transact;
mod unit;
mod upgrade;
mod verification;
mod visit;
mod ward;
mod writer;

pub use account::{Account, NewAccount, UnlockSheet, WrongPins};
pub use area::{NewArea, NewBase};
pub use attachment::{AttachedTo, Attachment, NewAttachment};
pub use campaign::{NewCampaign, NewTarget};
pub use contact::ContactAccess;
pub use cost::CostRow;
pub use cursor::Cursor;
pub use document::{Document, DocumentHead, Frozen, Issued, Nominee, SectionRow};
pub use entries::{Record, beside as entries_beside};
pub use error::{Result, StoreError};
pub use file::{NewFile, resolved};
pub use flag::AcceptedFlag;
pub use flyer::FlyerRow;
pub use form::NewForm;
pub use lock::{Lock, computer};
pub use mark::Gap;
pub use office::{NewAuthority, NewIssuer};
pub use person::{Former, NewPerson, UsedIn};
pub use plan::{NewSection, NewTask, TaskGroupRows};
pub use posting::{PlaceRow, PostingRow};
pub use printing::NewPrinting;
pub use query::NewQuery;
pub use reader::Reader;
pub use recover::{Recovered, recover};
pub use report::{DocumentFiles, NewReport, ReportFiles, ReportRow, ReportSizes};
pub use restore::{NotRestored, Ready, adopt, copy_whole, decrypted};
pub use rows::Rows;
pub use sheet::{NewSheet, SheetCount, SheetFilter};
pub use tally::{AGAIN, BoxWrite, FIRST, Keyed, REPLACED, SECOND, THIRD, TallyWrite, VisitSum};
pub use task::TaskRow;
pub use team::{NewForce, NewTeam};
pub use transact::{Changed, Done, Op, Tx};
pub use upgrade::upgrade;
pub use verification::{KeyedBox, VerificationRow};
pub use visit::NewVisit;
pub use ward::{NewWardPacket, WardPacket};
pub use writer::{Opened, Start, Writer};

#[cfg(test)]
mod tests;
