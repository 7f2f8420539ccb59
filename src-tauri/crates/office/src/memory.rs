//! Details of people as they were before each change of this session. The journal does not hold them, so
//! without this a change of a name could not be taken back. Never written anywhere; gone with the program.

use std::collections::BTreeMap;

use domain::ids::PersonId;
use store::Former;

#[derive(Debug, Default)]
pub(crate) struct Memory(BTreeMap<i64, Vec<Former>>);

impl Memory {
    pub(crate) fn keep(&mut self, entry: i64, former: Vec<Former>) {
        if !former.is_empty() {
            self.0.insert(entry, former);
        }
    }

    /// Lets go of people whose details were deleted for good.
    pub(crate) fn forget(&mut self, people: &[PersonId]) {
        for former in self.0.values_mut() {
            former.retain(|f| !people.contains(&f.person));
        }
    }

    pub(crate) fn of(&self, entry: i64) -> &[Former] {
        self.0.get(&entry).map_or(&[], Vec::as_slice)
    }
}
