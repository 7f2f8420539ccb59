//! Questions that are answered in the background.

use std::sync::Arc;

use serde_json::Value;

use super::jobs::JobId;
use super::{Aside, Desk, opened_mut};
use crate::contract;
use crate::error::WireError;

impl Desk {
    /// Begins to answer a question in the background, from one look at the file.
    ///
    /// # Errors
    /// A refusal before the work began.
    pub(super) fn inspect_start(self: &Arc<Self>, name: &str, request: Value) -> std::result::Result<JobId, WireError> {
        let what = format!("inspect {name}");
        let (inspection, aside) = self.guarded(&what, || {
            let mut at = self.at();
            let office = &opened_mut(&mut at)?.office;
            let inspection = contract::prepare_inspection(office, name, request)?;
            let aside = Aside {
                path: office.path().to_owned(),
                who: office.who().cloned(),
                outside: Arc::clone(&self.outside),
            };
            Ok((inspection, aside))
        })?;
        let (id, handle) = self.jobs.begin();
        let desk = Arc::clone(self);
        std::thread::spawn(move || {
            let answer = desk.guarded(&what, || {
                let reading = aside.reading()?;
                inspection.inspect(&reading.view(), &mut |done, of| handle.progress(done, of))
            });
            handle.answer(answer);
        });
        Ok(id)
    }
}
