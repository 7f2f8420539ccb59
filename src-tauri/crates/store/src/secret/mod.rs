//! Secrets that the program keeps for itself, by name. They travel in backups only; the journal tells that one
//! changed, not what it is.

use crate::error::Result;
use crate::rows::Rows;
use crate::transact::Tx;

impl Rows<'_> {
    pub fn find_secret(&self, name: &str) -> Result<Option<Vec<u8>>> {
        self.find(include_str!("find.sql"), [name], |r| r.get(0))
    }
}

impl Tx<'_> {
    /// Sets a secret, whether or not there was one.
    pub fn put_secret(&self, name: &str, value: &[u8]) -> Result<()> {
        self.run(include_str!("put.sql"), (name, value))?;
        self.note_secret();
        Ok(())
    }
}
