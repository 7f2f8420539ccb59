//! A file whose first failure is kept for the end.
//!
//! zip 9 asserts, in its writer's `finish` and `Drop`, what a header that could not be written has made untrue: a full
//! disk would be a panic. Behind this it never hears of one. Whoever writes asks for the outcome once all is done.

use std::io::{Error, Result, Seek, SeekFrom, Write};

#[derive(Debug)]
pub(super) struct Latch<W> {
    out: W,
    failed: Option<Error>,
    /// Where the writer believes to be, and how long it believes the file to be.
    at: u64,
    end: u64,
}

impl<W: Write + Seek> Latch<W> {
    /// Of a file that is empty.
    pub(super) fn new(out: W) -> Self {
        Self { out, failed: None, at: 0, end: 0 }
    }

    /// # Errors
    /// The first failure.
    pub(super) fn outcome(self) -> Result<()> {
        self.failed.map_or(Ok(()), Err)
    }

    fn try_to<T>(&mut self, work: impl FnOnce(&mut W) -> Result<T>) -> Option<T> {
        if self.failed.is_some() {
            return None;
        }
        work(&mut self.out).map_err(|error| self.failed = Some(error)).ok()
    }
}

impl<W: Write + Seek> Write for Latch<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        // All of it or a failure: what is said to be written must not depend on whether it was.
        self.try_to(|out| out.write_all(bytes));
        self.at += bytes.len() as u64;
        self.end = self.end.max(self.at);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        self.try_to(Write::flush);
        Ok(())
    }
}

impl<W: Write + Seek> Seek for Latch<W> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.end.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        let at = at.ok_or_else(|| Error::from(std::io::ErrorKind::InvalidInput))?;
        self.try_to(|out| out.seek(SeekFrom::Start(at)));
        self.at = at;
        Ok(at)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, ErrorKind};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// A drive with room for so many bytes.
    struct Small(Cursor<Vec<u8>>, u64);

    impl Write for Small {
        fn write(&mut self, bytes: &[u8]) -> Result<usize> {
            if self.0.position() + bytes.len() as u64 > self.1 {
                return Err(ErrorKind::StorageFull.into());
            }
            self.0.write(bytes)
        }

        fn flush(&mut self) -> Result<()> {
            Ok(())
        }
    }

    impl Seek for Small {
        fn seek(&mut self, to: SeekFrom) -> Result<u64> {
            self.0.seek(to)
        }
    }

    fn archived(room: u64) -> Result<Vec<u8>> {
        let mut small = Small(Cursor::default(), room);
        let mut latch = Latch::new(&mut small);
        let mut archive = ZipWriter::new(&mut latch);
        for name in ["a", "b"] {
            archive.start_file(name, SimpleFileOptions::default()).expect("it hears of no failure");
            archive.write_all(&[7; 300]).expect("it hears of no failure");
        }
        archive.finish().expect("it hears of no failure");
        latch.outcome()?;
        Ok(small.0.into_inner())
    }

    #[test]
    fn a_drive_without_room_is_a_failure_and_never_a_panic() {
        let whole = archived(u64::MAX).expect("room enough");
        assert_eq!(archived(whole.len() as u64).expect("just enough"), whole);
        for room in 0..whole.len() as u64 {
            assert_eq!(archived(room).map_err(|e| e.kind()), Err(ErrorKind::StorageFull), "{room}");
        }
        assert_eq!(zip::ZipArchive::new(Cursor::new(whole)).expect("an archive").len(), 2);
    }
}
