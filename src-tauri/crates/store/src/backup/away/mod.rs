//! Copies that leave the office, encrypted: one file each, at the second place.
//!
//! A file is a zip archive without compression, so that it can be opened without this program:
//!
//! | part | what |
//! | --- | --- |
//! | `DOC-TOI.txt` | how |
//! | `khoa.age` | an age identity, encrypted with the passphrase |
//! | `sao-luu.age` | one line of manifest, then the copy as gzip, encrypted to that identity |
//! | `thong-tin.json` | [`About`]: what can be known without the passphrase |
//!
//! Making one needs the public half of the identity only; the passphrase is asked for when one is opened. So what is
//! checked after copying is what can be without it: the parts are read back, their size and SHA-256 compared. That
//! their inside is a sound backup was found before they were encrypted; that it still is, is found when it is opened:
//! age refuses whatever was changed, and the manifest within is held against the copy.

mod keys;
mod latch;
mod open;
mod pack;
mod place;

use chrono::{DateTime, FixedOffset};
use domain::backup::{Kind, Stamp};
use serde::{Deserialize, Serialize};

pub use keys::Keys;
pub use open::open;
pub use pack::about;
pub use place::{Away, Place};

/// Ending of such a file.
pub const ENDING: &str = "tungngo";

const READ_ME: &str = "DOC-TOI.txt";
const KEY: &str = "khoa.age";
const BACKUP: &str = "sao-luu.age";
const ABOUT: &str = "thong-tin.json";
/// The form of the file that this program writes.
const FORMAT: u32 = 1;

/// What can be known of such a file without the passphrase. It names no person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
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
    pub key: Part,
    pub backup: Part,
}

/// A part of the file, as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Bytes.
    pub size: u64,
    /// In hexadecimal.
    pub sha256: String,
}

impl About {
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        Stamp { number: self.number, at: self.at, kind: self.kind }
    }
}
