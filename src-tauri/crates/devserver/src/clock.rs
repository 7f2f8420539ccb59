//! A clock that stands still.

use chrono::{DateTime, FixedOffset};
use office::{Outside, System};

/// Always this moment; chance stays chance.
#[derive(Debug)]
pub(crate) struct Stopped(pub(crate) DateTime<FixedOffset>);

impl Outside for Stopped {
    fn now(&self) -> DateTime<FixedOffset> {
        self.0
    }

    fn fill(&self, bytes: &mut [u8]) {
        System.fill(bytes);
    }
}
