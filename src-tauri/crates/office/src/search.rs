//! Jump to anything: areas, evenings, sheets, tasks, schools. Marks and case do not matter.

use domain::account::Permission;
use domain::area::Area;
use domain::chase::brief;
use domain::code::SheetCode;
use domain::date::{dmy, weekday};
use domain::text::matches;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HitKind {
    Area,
    Visit,
    Sheet,
    Task,
    Unit,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Hit {
    pub kind: HitKind,
    pub title: String,
    pub detail: String,
    /// What to open: the id, or a sheet's code.
    pub target: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct Search {
    pub query: String,
}

/// How many of each kind are worth showing.
const MOST: usize = 8;

impl Read for Search {
    type Answer = Vec<Hit>;
    const NAME: &'static str = "search";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<Hit>> {
        let query = self.query.trim();
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let campaign = view.get_campaign()?.id;
        let areas = view.list_areas(campaign)?;
        let name = |id| areas.iter().find(|a| a.id == id).map(Area::label).unwrap_or_default();
        let former = view.list_former_names(campaign)?;
        let called = |area: &Area| {
            let before = former.iter().filter(|f| f.area == area.id).map(|f| f.name.as_str());
            std::iter::once(area.label().as_str()).chain(before).any(|name| matches(name, query))
        };
        let (living, past): (Vec<&Area>, Vec<&Area>) = areas.iter().filter(|a| called(a)).partition(|a| a.is_living());
        let mut hits: Vec<Hit> = living
            .into_iter()
            .chain(past)
            .take(MOST)
            .map(|a| Hit {
                kind: HitKind::Area,
                title: a.label(),
                detail: match a.ended_on {
                    Some(last) => format!("đã thôi sau {}", dmy(last)),
                    None => a.cluster.clone().unwrap_or_default(),
                },
                target: a.id.to_string(),
            })
            .collect();
        hits.extend(
            view.list_visits(campaign)?
                .iter()
                .map(|v| (v, format!("{} {}", name(v.area), dmy(v.on))))
                .filter(|(_, words)| matches(words, query))
                .take(MOST)
                .map(|(v, _)| Hit {
                    kind: HitKind::Visit,
                    title: name(v.area),
                    detail: format!("{} {}", weekday(v.on), dmy(v.on)),
                    target: v.id.to_string(),
                }),
        );
        let digits: String = query.chars().filter(char::is_ascii_digit).collect();
        if digits.len() >= 3 {
            hits.extend(
                view.list_sheets_beginning(campaign, &digits, MOST)?.iter().map(|s| {
                    sheet_hit(s.code, &s.area.map(name).unwrap_or_default(), &s.on.map(dmy).unwrap_or_default())
                }),
            );
        }
        hits.extend(view.duty_hits(query)?);
        Ok(hits)
    }
}

impl View<'_> {
    /// Tasks by their unit or words, schools by name.
    fn duty_hits(&self, query: &str) -> Result<Vec<Hit>> {
        let campaign = self.get_campaign()?.id;
        let groups = self.list_task_groups(campaign)?;
        let unit = |id| groups.iter().find(|g| g.id == id).map(|g| g.unit.as_str()).unwrap_or_default();
        let tasks = self.list_tasks(campaign)?;
        let tasks = tasks
            .iter()
            .map(|task| (task, brief(&task.plain())))
            .filter(|(task, _)| matches(&format!("{} {}", unit(task.group), task.plain()), query))
            .take(MOST)
            .map(|(task, title)| Hit {
                kind: HitKind::Task,
                title,
                detail: unit(task.group).to_owned(),
                target: task.id.to_string(),
            });
        let units = self.list_units(campaign)?;
        let units = units.into_iter().filter(|u| matches(&u.name, query)).take(MOST).map(|u| Hit {
            kind: HitKind::Unit,
            title: u.name,
            detail: u.due_on.map(dmy).unwrap_or_default(),
            target: u.id.to_string(),
        });
        Ok(tasks.chain(units).collect())
    }
}

fn sheet_hit(code: SheetCode, area: &str, on: &str) -> Hit {
    Hit {
        kind: HitKind::Sheet,
        title: code.to_string(),
        detail: format!("{area} {on}").trim().to_owned(),
        target: code.to_string(),
    }
}
