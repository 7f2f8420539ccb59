use chrono::NaiveDate;
use domain::account::Permission;
use domain::approval::{Approval, Obstacle, Scope};
use domain::ids::{AccountId, AreaId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

/// How many sheets are how far. Team heads' summaries are not among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
pub struct Counts {
    pub expected: u32,
    pub back: u32,
    /// Every box keyed.
    pub keyed: u32,
    /// Keyed a second time by another person, and agreed or decided.
    pub verified: u32,
}

/// Something the approver should know: hard ones stand in the way, the others need a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ObstacleRow {
    pub what: Obstacle,
    pub hard: bool,
    /// Sheets, questions or boxes, as it counts.
    pub count: u32,
    /// Codes of the sheets it speaks of; none for a question about a whole evening.
    pub codes: Vec<String>,
}

/// Who approved, when, and what was said of what is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Approved {
    pub by: String,
    /// RFC 3339 with offset.
    pub at: String,
    pub note: Option<String>,
}

impl Approved {
    pub(crate) fn of(approval: &Approval, name: &impl Fn(AccountId) -> String) -> Self {
        Self { by: name(approval.by), at: approval.at.clone(), note: approval.note.clone() }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ApprovalEvening {
    pub on: NaiveDate,
    pub weekday: String,
    /// In the schedule's order.
    pub areas: Vec<String>,
    /// It is still to come, and cannot be approved.
    pub ahead: bool,
    pub counts: Counts,
    /// Hard ones first.
    pub obstacles: Vec<ObstacleRow>,
    pub approved: Option<Approved>,
}

/// An area that reports by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SelfReportRow {
    pub area: AreaId,
    pub area_label: String,
    pub due: Option<NaiveDate>,
    /// The day its figures stand for; nothing while none came.
    pub as_of: Option<NaiveDate>,
    pub counts: Counts,
    pub obstacles: Vec<ObstacleRow>,
    pub approved: Option<Approved>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Evenings {
    pub evenings: Vec<ApprovalEvening>,
    pub self_reports: Vec<SelfReportRow>,
}

/// Every evening, and every area that reports by itself: how far it is, what stands in the way of approving
/// it, who approved it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListEvenings {}

impl Read for ListEvenings {
    type Answer = Evenings;
    const NAME: &'static str = "list_evenings";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Evenings> {
        let campaign = view.get_campaign()?.id;
        let approvals = view.list_approvals(campaign)?;
        let names = view.account_names()?;
        let areas = view.area_names()?;
        let approved = |scope: Scope| approvals.iter().find(|a| a.scope == scope).map(|a| Approved::of(a, &names));
        let mut answer = Evenings { evenings: Vec::new(), self_reports: Vec::new() };
        for (scope, standing) in view.standings()? {
            let label = |id: AreaId, day: NaiveDate| areas.on(id, day).map(|a| a.label()).unwrap_or_default();
            match scope {
                Scope::Evening { on } => answer.evenings.push(ApprovalEvening {
                    on,
                    weekday: domain::date::weekday(on).to_owned(),
                    areas: standing.areas.iter().map(|id| label(*id, on)).collect(),
                    ahead: on > view.today(),
                    counts: standing.counts,
                    obstacles: standing.obstacles(),
                    approved: approved(scope),
                }),
                Scope::SelfReport { area } => answer.self_reports.push(SelfReportRow {
                    area,
                    area_label: label(area, view.today()),
                    due: view.get_area(area)?.self_report_due,
                    as_of: standing.sheets.iter().find_map(|s| s.on),
                    counts: standing.counts,
                    obstacles: standing.obstacles(),
                    approved: approved(scope),
                }),
            }
        }
        Ok(answer)
    }
}
