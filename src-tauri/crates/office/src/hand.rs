//! The office file in hand: to be written, or only to be read.

use std::path::Path;

use store::{Done, Op, Reader, Rows, StoreError, Tx, Writer};

/// Every reading works on both; whatever would write is refused on a file that is only read.
#[derive(Debug)]
pub(crate) enum Hand {
    Writes(Box<Writer>),
    /// Damaged, or where nothing can be written.
    Reads(Box<Reader>),
}

impl Hand {
    pub(crate) fn rows(&self) -> Rows<'_> {
        match self {
            Self::Writes(writer) => writer.rows(),
            Self::Reads(reader) => reader.rows(),
        }
    }

    pub(crate) fn path(&self) -> &Path {
        match self {
            Self::Writes(writer) => writer.path(),
            Self::Reads(reader) => reader.path(),
        }
    }

    pub(crate) fn writes(&self) -> bool {
        matches!(self, Self::Writes(_))
    }

    /// As [`Writer::transact`].
    pub(crate) fn transact<T, E: From<StoreError>>(
        &mut self,
        op: &Op<'_>,
        work: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        self.writer()?.transact(op, work)
    }

    /// As [`Writer::scrub`].
    pub(crate) fn scrub(&mut self) -> store::Result<()> {
        self.writer()?.scrub()
    }

    /// As [`Writer::empty_log`].
    pub(crate) fn empty_log(&mut self) -> store::Result<()> {
        self.writer()?.empty_log()
    }

    pub(crate) fn writer(&mut self) -> store::Result<&mut Writer> {
        match self {
            Self::Writes(writer) => Ok(writer),
            Self::Reads(reader) => Err(StoreError::ReadOnly(reader.path().to_owned())),
        }
    }
}
