use std::collections::BTreeSet;

use domain::account::Permission;
use domain::ids::{TaskGroupId, TaskId};
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// A unit with its tasks in the order they are to stand.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct GroupOrder {
    pub group: TaskGroupId,
    pub tasks: Vec<TaskId>,
}

/// The order of the whole list; a task may come under another unit. Every unit and every task is named
/// once, so that an order of a list that has changed meanwhile is refused.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReorderTasks {
    pub groups: Vec<GroupOrder>,
}

impl Write for ReorderTasks {
    type Answer = ();
    const NAME: &'static str = "reorder_tasks";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let campaign = act.get_campaign()?.id;
        let groups: Vec<TaskGroupId> = act.list_task_groups(campaign)?.into_iter().map(|g| g.id).collect();
        let tasks = act.list_tasks(campaign)?;
        let named: Vec<TaskId> = self.groups.iter().flat_map(|g| g.tasks.iter().copied()).collect();
        if !same(self.groups.iter().map(|g| g.group), groups.iter().copied())
            || !same(named.into_iter(), tasks.iter().map(|t| t.id))
        {
            return Err(Error::of(ErrorCode::Missing));
        }
        for (order, place) in self.groups.iter().zip(1u32..) {
            act.place_task_group(order.group, place)?;
            for (task, place) in order.tasks.iter().zip(1u32..) {
                act.place_task(*task, order.group, place)?;
            }
        }
        Ok(())
    }
}

/// The same ones, each once.
fn same<T: Ord>(asked: impl Iterator<Item = T>, there: impl Iterator<Item = T>) -> bool {
    let mut there: BTreeSet<T> = there.collect();
    for one in asked {
        if !there.remove(&one) {
            return false;
        }
    }
    there.is_empty()
}
