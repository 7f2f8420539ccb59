//! The journal's chain: every entry carries the hash of the one before, so that a changed row is found
//! and a rewritten chain is detected against a printed head.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The format entries are hashed in; written into each, so that old entries stay verifiable.
pub const FORMAT: u32 = 1;

/// SHA-256 of an entry, and what the entry after it carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link(pub [u8; 32]);

impl Link {
    /// What the first entry carries.
    pub const NONE: Self = Self([0; 32]);

    /// All of it in hexadecimal digits.
    #[must_use]
    pub fn hex(&self) -> String {
        self.0.iter().map(|b| format!("{b:02x}")).collect()
    }

    /// Sixteen hexadecimal digits in groups of four: what papers and manifests print.
    #[must_use]
    pub fn short(&self) -> String {
        let hex = self.hex();
        [&hex[..4], &hex[4..8], &hex[8..12], &hex[12..16]].join(" ")
    }
}

/// One entry as it is hashed. `changes` is the exact stored text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'a> {
    pub seq: i64,
    pub format: u32,
    /// RFC 3339 with offset. Order is by `seq`: a clock set back reorders nothing.
    pub at: &'a str,
    /// Account that did it; absent for the program itself.
    pub who: Option<i64>,
    pub op: &'a str,
    pub why: Option<&'a str>,
    pub changes: &'a str,
    pub previous: Link,
}

impl Entry<'_> {
    /// SHA-256 over all parts, each preceded by its length, absent ones told from empty ones.
    #[must_use]
    pub fn link(&self) -> Link {
        let mut hash = Sha256::new();
        let mut part = |bytes: Option<&[u8]>| {
            let length = bytes.map_or(u64::MAX, |b| b.len() as u64);
            hash.update(length.to_be_bytes());
            hash.update(bytes.unwrap_or_default());
        };
        part(Some(&self.seq.to_be_bytes()));
        part(Some(&self.format.to_be_bytes()));
        part(Some(self.at.as_bytes()));
        part(self.who.map(i64::to_be_bytes).as_ref().map(<[u8; 8]>::as_slice));
        part(Some(self.op.as_bytes()));
        part(self.why.map(str::as_bytes));
        part(Some(self.changes.as_bytes()));
        part(Some(&self.previous.0));
        Link(hash.finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTRY: Entry<'_> = Entry {
        seq: 2,
        format: FORMAT,
        at: "2024-11-17T08:05:03+07:00",
        who: Some(1),
        op: "set_boxes",
        why: None,
        changes: "[]",
        previous: Link::NONE,
    };

    #[test]
    fn every_part_counts() {
        let others = [
            Entry { seq: 3, ..ENTRY },
            Entry { format: 2, ..ENTRY },
            Entry { at: "2024-11-17T08:05:04+07:00", ..ENTRY },
            Entry { who: None, ..ENTRY },
            Entry { op: "set_boxe", ..ENTRY },
            Entry { why: Some(""), ..ENTRY },
            Entry { changes: "[1]", ..ENTRY },
            Entry { previous: ENTRY.link(), ..ENTRY },
        ];
        for other in others {
            assert_ne!(other.link(), ENTRY.link(), "{other:?}");
        }
    }

    #[test]
    fn a_head_is_short_enough_to_print() {
        assert_eq!(Link([0xab; 32]).short(), "abab abab abab abab");
    }
}
