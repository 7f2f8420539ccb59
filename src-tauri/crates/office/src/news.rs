//! The news log: what every duty with a rhythm has to show, and where it fell silent.

use chrono::{Days, NaiveDate};
use domain::account::Permission;
use domain::ids::TaskId;
use domain::news::{Gap, gaps};
use domain::task::{Standing, TaskRecord, standing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

/// A duty with a rhythm: at least one item in so many days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NewsDuty {
    pub task: TaskId,
    pub unit: String,
    /// Without the plan's marks.
    pub plain: String,
    pub every_days: u32,
    pub standing: Standing,
    /// The day the next item is or was due; `null` once the rhythm asks nothing more.
    pub next: Option<NaiveDate>,
    /// The latest first.
    pub items: Vec<TaskRecord>,
    /// Stretches longer than the rhythm, the latest first.
    pub gaps: Vec<Gap>,
}

/// The campaign's news log. Items are recorded with `record_task`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NewsLog {
    pub today: NaiveDate,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub duties: Vec<NewsDuty>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetNews {}

impl Read for GetNews {
    type Answer = NewsLog;
    const NAME: &'static str = "get_news";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<NewsLog> {
        let campaign = view.get_campaign()?;
        let (today, span) = (view.today(), (campaign.starts_on, campaign.ends_on));
        let records = view.list_task_records(campaign.id)?;
        let groups = view.list_task_groups(campaign.id)?;
        let mut duties = Vec::new();
        for task in view.list_tasks(campaign.id)? {
            let Some(every) = task.every_days else { continue };
            let items: Vec<TaskRecord> = records.iter().filter(|r| r.task == task.id).cloned().collect();
            let done: Vec<NaiveDate> = items.iter().map(|r| r.on).collect();
            let standing = standing(&task, &records, today, span);
            let mut gaps = gaps(every, &done, today, span);
            gaps.reverse();
            duties.push(NewsDuty {
                task: task.id,
                unit: groups.iter().find(|g| g.id == task.group).map(|g| g.unit.clone()).unwrap_or_default(),
                plain: task.plain(),
                every_days: every,
                standing,
                next: next(standing, every, campaign.starts_on),
                items,
                gaps,
            });
        }
        Ok(NewsLog { today, starts_on: campaign.starts_on, ends_on: campaign.ends_on, duties })
    }
}

fn next(standing: Standing, every: u32, starts: NaiveDate) -> Option<NaiveDate> {
    match standing {
        Standing::Done => None,
        Standing::Fine { next } => next,
        Standing::Due { on, .. } => Some(on),
        Standing::Overdue { since, .. } => Some(since),
        Standing::Silent { last, .. } => {
            last.map_or(starts, |last| last.max(starts)).checked_add_days(Days::new(every.into()))
        }
    }
}
