//! Backups of the office file: plain copies in a folder beside it, each with a manifest that says what it must
//! hold.
//!
//! A backup counts once its manifest stands beside it, and that is written last: after the copy was flushed, read
//! back and found to hold what the office file held. Whatever goes wrong on the way costs the new backup, never
//! one that counts. It is read back through the system's cache, as any program reads: what a drive loses afterwards is
//! found when a backup is read through again ([`Folder::verify`]), which every restore begins with. It must not know when a backup is due or how long it is kept: that is `domain::backup`.

pub mod away;
mod folder;
mod line;
mod make;
mod manifest;
pub(crate) mod snapshot;
mod verify;

pub use domain::backup::{Fault, Kind, Stamp};
pub use folder::{Folder, Listed};
pub use manifest::{Manifest, Totals};
pub use verify::examine;
