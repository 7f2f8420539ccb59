//! Making a backup and reading backups through, as somebody asks for it.

use domain::backup::{Kind, Stamp};

use crate::desk::keeper::Keeper;
use crate::error::Result;

impl Keeper {
    /// # Errors
    /// Why there is no new backup; every backup there was is as it was.
    pub fn make_asked(&self) -> Result<Stamp> {
        let made = self.make(Kind::Asked)?;
        self.copy_if_there();
        Ok(made.stamp())
    }

    /// Reads every byte of a backup, or of all. What is found is kept for the list while the file is open.
    ///
    /// # Errors
    /// One cannot be read for a reason that is none of its own: no right, a drive that fails.
    pub fn verify(&self, number: Option<i64>) -> Result<()> {
        let numbers = match number {
            Some(number) => vec![number],
            None => self.folder().list()?.iter().map(|l| l.stamp.number).collect(),
        };
        for number in numbers {
            let found = self.folder().verify(number)?;
            self.note_checked(number, found.err());
        }
        Ok(())
    }
}
