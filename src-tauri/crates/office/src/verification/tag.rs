//! Which sheet it is, as lists of second keying say it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::ids::{AreaId, TeamId};
use domain::sheet::{Sheet, SheetKind, SheetState};
use serde::Serialize;
use ts_rs::TS;

use crate::{Result, View};

/// A sheet without its figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetTag {
    pub code: String,
    pub kind: SheetKind,
    pub area_label: String,
    pub on: Option<NaiveDate>,
    pub team_name: Option<String>,
    pub n: u32,
    pub of: u32,
    pub state: SheetState,
    pub state_word: String,
}

pub(super) struct Tags {
    areas: BTreeMap<AreaId, String>,
    teams: BTreeMap<TeamId, String>,
}

impl Tags {
    pub(super) fn of(view: &View<'_>) -> Result<Self> {
        let campaign = view.get_campaign()?.id;
        Ok(Self {
            areas: view.list_areas(campaign)?.into_iter().map(|a| (a.id, a.label())).collect(),
            teams: view.list_teams(campaign)?.into_iter().map(|t| (t.id, t.name)).collect(),
        })
    }

    pub(super) fn tag(&self, sheet: &Sheet) -> SheetTag {
        SheetTag {
            code: sheet.code.to_string(),
            kind: sheet.kind,
            area_label: self.area(sheet),
            on: sheet.on,
            team_name: sheet.team.and_then(|id| self.teams.get(&id)).cloned(),
            n: sheet.n,
            of: sheet.of,
            state: sheet.state,
            state_word: sheet.state.word().to_owned(),
        }
    }

    pub(super) fn area(&self, sheet: &Sheet) -> String {
        sheet.area.and_then(|id| self.areas.get(&id)).cloned().unwrap_or_default()
    }
}
