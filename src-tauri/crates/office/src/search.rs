//! Jump to anything: areas, evenings, sheets. Marks and case do not matter.

use domain::account::Permission;
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
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Hit {
    pub kind: HitKind,
    pub title: String,
    pub detail: String,
    /// What to open: an area's or visit's id, a sheet's code.
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
        let name = |id| areas.iter().find(|a| a.id == id).map(domain::area::Area::label).unwrap_or_default();
        let mut hits: Vec<Hit> = areas
            .iter()
            .filter(|a| matches(&a.label(), query))
            .take(MOST)
            .map(|a| Hit {
                kind: HitKind::Area,
                title: a.label(),
                detail: a.cluster.clone().unwrap_or_default(),
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
                view.list_sheets(campaign)?.iter().filter(|s| s.code.digits().starts_with(&digits)).take(MOST).map(
                    |s| sheet_hit(s.code, &s.area.map(name).unwrap_or_default(), &s.on.map(dmy).unwrap_or_default()),
                ),
            );
        }
        Ok(hits)
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
