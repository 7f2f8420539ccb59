use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use chrono::{DateTime, FixedOffset};
use tempfile::TempDir;

use crate::create::{Beginning, create};
use crate::{ErrorCode, Office, Outside, Result};

/// The morning after the evening of 09/11/2024, and bytes that count up.
#[derive(Debug, Default)]
pub(super) struct Morning(AtomicU8);

impl Outside for Morning {
    fn now(&self) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2024-11-10T08:00:00+07:00").expect("a time of the test")
    }

    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            *byte = self.0.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// An office open at a desk of its own.
pub(super) struct Ward {
    pub office: Office,
    pub folder: TempDir,
}

impl Ward {
    pub(super) fn of(sample: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ward.db");
        let outside: Arc<dyn Outside> = Arc::new(Morning::default());
        create(&path, &Beginning::Sample { name: sample.into() }, &*outside).expect("a new file");
        let office = Office::open(&path, outside).expect("it opens").office;
        Self { office, folder }
    }

    /// As if whoever was lent a PIN had changed it for the same one.
    pub(super) fn keep_lent_pins(&mut self) {
        let view = self.office.view();
        let lent = view.list_accounts().expect("accounts").into_iter().filter(|a| a.lent);
        let lent: Vec<_> = lent.map(|a| (a.id, view.find_pin_hash(a.id).expect("a hash"))).collect();
        let op = store::Op { name: "test", who: None, at: view.now, why: None };
        let keep =
            |tx: &store::Tx<'_>| lent.iter().try_for_each(|(id, hash)| tx.set_pin_hash(*id, hash.as_deref(), false));
        self.office.writer.transact(&op, keep).expect("kept");
    }

    /// Closes and opens again, as after a power cut.
    pub(super) fn reopened(self) -> Self {
        let path = self.office.path().to_owned();
        drop(self.office);
        let office = Office::open(&path, Arc::new(Morning::default())).expect("it opens").office;
        Self { office, folder: self.folder }
    }
}

pub(super) fn code_of<T: std::fmt::Debug>(result: Result<T>) -> ErrorCode {
    result.expect_err("a refusal").code()
}

/// The values a refusal names: an error itself prints its code alone, because it may reach the log.
pub(super) fn values_of(refused: &crate::Error) -> String {
    format!("{:?}", refused.told("test", String::new).params)
}
