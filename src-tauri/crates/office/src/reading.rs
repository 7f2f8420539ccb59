//! A file open for reading only: needs no lock, sees one moment, and may be used while another process
//! writes.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use store::{Account, Reader};

use crate::error::Result;
use crate::outside::Outside;
use crate::verb::{Made, Make, Progress, Read, View};

/// One look at an office file. Whoever has the file can read it; if somebody is signed in elsewhere,
/// papers carry that name.
#[derive(Debug)]
pub struct Reading {
    reader: Reader,
    outside: Arc<dyn Outside>,
    who: Option<Account>,
}

impl Reading {
    /// # Errors
    /// No file, a foreign, newer, older or damaged one.
    pub fn open(path: &Path, outside: Arc<dyn Outside>) -> Result<Self> {
        Ok(Self { reader: Reader::open(path)?, outside, who: None })
    }

    #[must_use]
    pub(crate) fn by(self, who: Option<Account>) -> Self {
        Self { who, ..self }
    }

    /// Answers a question.
    ///
    /// # Errors
    /// A refusal in words, or an internal failure.
    pub fn read<C: Read>(&self, command: C) -> Result<C::Answer> {
        command.run(&self.view())
    }

    /// Makes a file.
    ///
    /// # Errors
    /// A refusal in words, or an internal failure.
    pub fn make<C: Make>(&self, command: C, progress: Progress<'_>) -> Result<Made> {
        command.run(&self.view(), progress)
    }

    #[must_use]
    pub fn view(&self) -> View<'_> {
        View::new(self.reader.rows(), self.outside.now(), self.who.clone())
    }

    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.reader.path().to_owned()
    }
}
