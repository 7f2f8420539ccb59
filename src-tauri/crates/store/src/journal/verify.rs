//! Walking the chain: each entry is as it was written, and follows the one before.

use std::ops::ControlFlow;

use domain::journal::Link;

use super::Stored;
use crate::error::Result;
use crate::rows::Rows;

/// Where the chain breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    /// An entry is missing before this one.
    Gap { seq: i64 },
    /// This entry does not carry the link of the one before.
    Unlinked { seq: i64 },
    /// This entry was changed after it was written.
    Changed { seq: i64 },
}

impl Break {
    /// The entry at which it is found.
    #[must_use]
    pub fn seq(self) -> i64 {
        match self {
            Self::Gap { seq } | Self::Unlinked { seq } | Self::Changed { seq } => seq,
        }
    }
}

/// Entries between two tellings of how far it is.
const STEP: i64 = 500;

impl Rows<'_> {
    /// Entries after `seq`, one at a time and in order, until `each` answers that it is enough.
    ///
    /// # Errors
    /// If the file cannot be read, or whatever `each` returns.
    pub fn walk_journal(&self, seq: i64, each: &mut dyn FnMut(Stored) -> Result<bool>) -> Result<()> {
        let mut statement = self.connection.prepare(include_str!("after.sql"))?;
        let mut rows = statement.query([seq])?;
        while let Some(row) = rows.next()? {
            if !each(Stored::of(row)?)? {
                break;
            }
        }
        Ok(())
    }

    /// Walks the whole chain; how many entries it has.
    ///
    /// # Errors
    /// If the file cannot be read; a broken chain is an answer, not an error.
    pub fn journal_verify(&self) -> Result<std::result::Result<i64, Break>> {
        let walked = self.verify_telling(&mut |_| true)?;
        Ok(match walked {
            ControlFlow::Continue(whole) => whole,
            // Nothing asked to stop.
            ControlFlow::Break(()) => Ok(0),
        })
    }

    /// As [`Self::journal_verify`]; `tell` hears how many entries were walked and answers whether to go on.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn verify_telling(
        &self,
        tell: &mut dyn FnMut(i64) -> bool,
    ) -> Result<ControlFlow<(), std::result::Result<i64, Break>>> {
        let (mut seq, mut link) = (0, Link::NONE);
        let mut found = None;
        let mut stopped = false;
        self.walk_journal(0, &mut |stored| {
            found = if stored.seq != seq + 1 {
                Some(Break::Gap { seq: stored.seq })
            } else if stored.previous != link {
                Some(Break::Unlinked { seq: stored.seq })
            } else if stored.entry().link() != stored.link {
                Some(Break::Changed { seq: stored.seq })
            } else {
                None
            };
            (seq, link) = (stored.seq, stored.link);
            stopped = seq % STEP == 0 && !tell(seq);
            Ok(found.is_none() && !stopped)
        })?;
        Ok(match (stopped, found) {
            (true, None) => ControlFlow::Break(()),
            (_, Some(found)) => ControlFlow::Continue(Err(found)),
            (false, None) => ControlFlow::Continue(Ok(seq)),
        })
    }
}
