//! Questions that are answered without holding the desk: in the background, or at once.

use std::sync::Arc;

use serde_json::Value;

use super::jobs::JobId;
use super::{Aside, Desk, opened_mut};
use crate::contract;
use crate::error::{Result, WireError};

/// Questions that look at every sheet of the campaign. Each is answered from a look of its own at the file, so that
/// whoever keys meanwhile does not wait for it.
const LONG: [&str; 9] = [
    "get_chase",
    "get_forecast",
    "get_measures",
    "get_progress",
    "get_radar",
    "get_verification",
    "list_areas",
    "list_evenings",
    "list_stale",
];

impl Desk {
    /// Answers a question that takes long; none: it is one that is answered at the desk.
    pub(super) fn answer_aside(&self, name: &str, request: &Value) -> Option<Result<Value>> {
        if !LONG.contains(&name) {
            return None;
        }
        let prepared = {
            let at = self.at();
            // What is only looked at may be a copy in memory.
            let office = &at.as_ref().filter(|at| at.office.writes())?.office;
            let aside = Aside::of(office, &self.outside);
            contract::prepare_question(office, name, request.clone()).map(|question| (question, aside))
        };
        Some(prepared.and_then(|(question, aside)| question.answer(&aside.reading()?.view())))
    }

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
            Ok((inspection, Aside::of(office, &self.outside)))
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::System;
    use crate::create::{Beginning, create};
    use crate::desk::Places;
    use crate::verb::Office;

    #[test]
    fn a_long_question_is_answered_as_at_the_desk() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.db");
        create(&path, &Beginning::Sample { name: "minh-hoa".into() }, &System).expect("a sample");
        let mut office = Office::open(&path, Arc::new(System)).expect("it opens").office;
        let request = |name| if name == "get_progress" { json!({ "to": null }) } else { json!({}) };
        let at_the_desk = LONG.map(|name| contract::call(&mut office, name, request(name)).expect("an answer").answer);
        drop(office);
        let places = Places { offices: folder.path().to_owned(), settings: folder.path().join("settings") };
        let desk = Desk::new(places, Arc::new(System));
        assert!(LONG.iter().all(|name| desk.answer_aside(name, &json!({})).is_none()), "no file is open");
        desk.open(&path).expect("it opens");
        for (name, answer) in LONG.into_iter().zip(at_the_desk) {
            assert_eq!(
                desk.answer_aside(name, &request(name)).expect("it is long").expect("an answer"),
                answer,
                "{name}"
            );
        }
        assert!(desk.answer_aside("get_overview", &json!({})).is_none());
        assert!(desk.answer_aside("get_progress", &json!({ "to": 3 })).expect("it is long").is_err());
    }
}
