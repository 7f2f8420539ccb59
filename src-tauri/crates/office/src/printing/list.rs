use chrono::NaiveDate;
use domain::account::Permission;
use domain::printing::{PaperKind, Subject, stale};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::batches::words;
use crate::{Read, Result, View};

/// A printed paper that no longer says what holds. It stays valid when it comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StalePaper {
    pub kind: PaperKind,
    pub subject: Subject,
    /// The area it is about; none for the plan.
    pub area_name: Option<String>,
    pub team_name: Option<String>,
    /// The evening to print papers of again.
    pub on: Option<NaiveDate>,
    pub printed_on: NaiveDate,
    pub file_name: String,
    /// What is on paper, and what it ought to say; `null` when the evening was called off.
    pub says: String,
    pub now: Option<String>,
}

/// Every printed paper that is stale.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListStale {}

impl Read for ListStale {
    type Answer = Vec<StalePaper>;
    const NAME: &'static str = "list_stale";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<StalePaper>> {
        let subjects = view.subjects()?;
        let printings = view.list_printings(view.get_campaign()?.id)?;
        Ok(stale(&printings, &view.papers_now()?)
            .into_iter()
            .map(|found| {
                let (says, now) = words(found.subject, found.says, found.now.as_ref());
                StalePaper {
                    kind: found.printing.kind,
                    subject: found.subject,
                    area_name: subjects.area_name(found.subject),
                    team_name: subjects.team_name(found.subject),
                    on: subjects.visit(found.subject).filter(|v| v.is_on()).map(|v| v.on),
                    printed_on: found.printing.at.date_naive(),
                    file_name: found.printing.file_name.clone(),
                    says,
                    now,
                }
            })
            .collect())
    }
}
