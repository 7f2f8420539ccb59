use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::{TaskGroupId, TaskId};
use domain::task::{Standing, TaskRecord, TaskState, standing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::named::Named;
use crate::{Read, Result, View};

/// A task with all that was done for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TaskView {
    pub id: TaskId,
    /// With the plan's marks, to be edited.
    pub text: String,
    /// Without them, to be read.
    pub plain: String,
    pub every_days: Option<u32>,
    pub due_on: Option<NaiveDate>,
    pub responsible: Option<Named>,
    pub state: TaskState,
    pub note: Option<String>,
    pub standing: Standing,
    /// Due soon, late or silent.
    pub presses: bool,
    /// The latest first.
    pub records: Vec<TaskRecord>,
}

/// A unit and what it is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TaskGroupView {
    pub id: TaskGroupId,
    pub unit: String,
    pub tasks: Vec<TaskView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TaskList {
    pub today: NaiveDate,
    pub groups: Vec<TaskGroupView>,
    /// Names of people the office knows, to be offered.
    pub people: Vec<Named>,
}

/// Every task by unit, in the plan's order.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListTasks {}

impl Read for ListTasks {
    type Answer = TaskList;
    const NAME: &'static str = "list_tasks";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<TaskList> {
        let campaign = view.get_campaign()?;
        let today = view.today();
        let name = view.names()?;
        let mut records: BTreeMap<TaskId, Vec<TaskRecord>> = BTreeMap::new();
        for record in view.list_task_records(campaign.id)? {
            records.entry(record.task).or_default().push(record);
        }
        let mut tasks: BTreeMap<TaskGroupId, Vec<TaskView>> = BTreeMap::new();
        for task in view.list_tasks(campaign.id)? {
            let records = records.remove(&task.id).unwrap_or_default();
            let standing = standing(&task, &records, today, (campaign.starts_on, campaign.ends_on));
            tasks.entry(task.group).or_default().push(TaskView {
                id: task.id,
                plain: task.plain(),
                text: task.text,
                every_days: task.every_days,
                due_on: task.due_on,
                responsible: task.responsible.map(&name),
                state: task.state,
                note: task.note,
                presses: standing.presses(),
                standing,
                records,
            });
        }
        let groups = view.list_task_groups(campaign.id)?;
        let people = view.list_people()?.into_iter().map(|p| name(p.id)).collect();
        Ok(TaskList {
            today,
            groups: groups
                .into_iter()
                .map(|g| TaskGroupView { tasks: tasks.remove(&g.id).unwrap_or_default(), id: g.id, unit: g.unit })
                .collect(),
            people,
        })
    }
}
