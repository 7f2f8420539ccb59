use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::{AreaId, VisitId};
use domain::printing::{PaperKind, Subject, stale};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

/// A printed paper that no longer says what the schedule says. It stays valid when it comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StalePaper {
    pub kind: PaperKind,
    pub subject: Subject,
    /// The area it is about; none for the plan.
    pub area_name: Option<String>,
    /// The evening to print sheets of again.
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
        let campaign = view.get_campaign()?.id;
        let areas: BTreeMap<AreaId, String> = view.list_areas(campaign)?.into_iter().map(|a| (a.id, a.name)).collect();
        let visits: BTreeMap<VisitId, _> = view.list_visits(campaign)?.into_iter().map(|v| (v.id, v)).collect();
        let printings = view.list_printings(campaign)?;
        Ok(stale(&printings, &view.papers_now()?)
            .into_iter()
            .map(|found| {
                let visit = match found.subject {
                    Subject::Visit(id) => visits.get(&id),
                    _ => None,
                };
                let area = match found.subject {
                    Subject::Area(id) => Some(id),
                    _ => visit.map(|v| v.area),
                };
                // The plan's own words are its whole schedule: what changed is told by the amendment.
                let is_plan = found.printing.kind == PaperKind::Plan;
                StalePaper {
                    kind: found.printing.kind,
                    subject: found.subject,
                    area_name: area.and_then(|id| areas.get(&id).cloned()),
                    on: visit.filter(|v| v.is_on()).map(|v| v.on),
                    printed_on: found.printing.at.date_naive(),
                    file_name: found.printing.file_name.clone(),
                    says: if is_plan { String::new() } else { found.says.to_owned() },
                    now: if is_plan { Some(String::new()) } else { found.now },
                }
            })
            .collect())
    }
}
