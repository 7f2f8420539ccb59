//! The same office on another day.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use super::kit::Ward;
use crate::{Office, Outside};

#[derive(Debug)]
struct Day(DateTime<FixedOffset>);

impl Outside for Day {
    fn now(&self) -> DateTime<FixedOffset> {
        self.0
    }

    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

/// Closes and opens again on `2024-11-17`.
pub(super) fn on(ward: Ward, day: &str) -> Ward {
    let path = ward.office.path().to_owned();
    drop(ward.office);
    let now = DateTime::parse_from_rfc3339(&format!("{day}T08:00:00+07:00")).expect("a time of the test");
    let office = Office::open(&path, Arc::new(Day(now))).expect("it opens").office;
    Ward { office, folder: ward.folder }
}
