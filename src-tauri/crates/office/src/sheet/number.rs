use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::code::SheetCode;
use domain::ids::{AreaId, SheetId, TeamId, VisitId};
use domain::sheet::{Sheet, SheetKind};
use serde::{Deserialize, Serialize};
use store::NewSheet;
use ts_rs::TS;

use super::nothing_on;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, View, Write};

/// Gives each evening its set of numbered sheets: `count` for each team and `spare` besides; an area
/// that reports by itself gets its one sheet. Sheets that exist keep their codes, so a second run
/// changes nothing; a set never shrinks, because its papers may be out already.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct NumberSheets {
    /// Only this evening; `null` for the whole campaign.
    pub evening: Option<NaiveDate>,
    pub count: u32,
    pub spare: u32,
}

/// What numbering did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
pub struct Numbered {
    pub made: u32,
    pub kept: u32,
}

/// Largest set for a team's evening; two digits on paper.
const LARGEST_SET: u32 = 99;

/// What sheets of one kind belong together and are numbered n of N.
type SetKey = (Option<VisitId>, Option<AreaId>, Option<TeamId>, SheetKind);

/// A set that is to grow.
#[derive(Debug, Clone)]
struct Growth {
    key: SetKey,
    have: Vec<SheetId>,
    want: u32,
}

impl NumberSheets {
    /// Whether running it would change anything; reading is enough to know.
    ///
    /// # Errors
    /// As running it.
    pub fn is_needed(&self, view: &View<'_>) -> Result<bool> {
        Ok(self.growths(view)?.iter().any(Growth::is_needed))
    }

    fn growths(&self, view: &View<'_>) -> Result<Vec<Growth>> {
        if self.count == 0 || self.count > LARGEST_SET || self.spare > LARGEST_SET {
            return Err(Error::of(ErrorCode::CountOutOfRange)
                .with("what", "Số phiếu mỗi buổi")
                .with("most", LARGEST_SET));
        }
        let campaign = view.get_campaign()?.id;
        let mut have: BTreeMap<SetKey, Vec<SheetId>> = BTreeMap::new();
        for sheet in view.list_sheets(campaign)? {
            have.entry(set_of(&sheet)).or_default().push(sheet.id);
        }
        let mut wanted: Vec<(SetKey, u32)> = Vec::new();
        let visits = view.list_visits(campaign)?;
        for visit in visits.iter().filter(|v| v.is_on() && self.evening.is_none_or(|e| e == v.on)) {
            let teams: Vec<Option<TeamId>> =
                if visit.teams.is_empty() { vec![None] } else { visit.teams.iter().copied().map(Some).collect() };
            for team in teams {
                wanted.push(((Some(visit.id), None, team, SheetKind::Regular), self.count));
                wanted.push(((Some(visit.id), None, team, SheetKind::Spare), self.spare));
            }
        }
        if self.evening.is_none() {
            // An area's own tally counts all of it: beside evenings the same people would count twice.
            let visited = |area| visits.iter().any(|v| v.is_on() && v.area == area);
            let areas = view.list_areas(campaign)?;
            for area in areas.iter().filter(|a| a.is_living() && a.self_report_due.is_some() && !visited(a.id)) {
                wanted.push(((None, Some(area.id), None, SheetKind::SelfReport), 1));
            }
        }
        if wanted.is_empty() {
            return Err(nothing_on(self.evening));
        }
        Ok(wanted
            .into_iter()
            .map(|(key, want)| Growth { key, have: have.remove(&key).unwrap_or_default(), want })
            .collect())
    }
}

impl Growth {
    fn is_needed(&self) -> bool {
        self.have.len() < self.want as usize
    }
}

fn set_of(sheet: &Sheet) -> SetKey {
    let own_area = if sheet.visit.is_none() { sheet.area } else { None };
    (sheet.visit, own_area, sheet.team, sheet.kind)
}

impl Write for NumberSheets {
    type Answer = Numbered;
    const NAME: &'static str = "number_sheets";
    const NEEDS: Permission = Permission::Print;

    fn run(self, act: &Act<'_>) -> Result<Numbered> {
        let view = act.view();
        let campaign = view.get_campaign()?.id;
        let form = view.get_current_form(campaign)?.id;
        let key = view.key()?;
        let mut numbered = Numbered::default();
        for Growth { key: (visit, area, team, kind), have, want } in self.growths(&view)? {
            let before = crate::book::count(have.len());
            numbered.kept += before;
            if before >= want {
                continue;
            }
            for id in have {
                act.set_sheet_of(id, want)?;
            }
            for n in before + 1..=want {
                let id = act.next_sheet_id()?;
                let code = SheetCode::of(&key, id).ok_or_else(|| Error::of(ErrorCode::TooManySheets))?;
                act.insert_sheet(
                    campaign,
                    id,
                    code,
                    &NewSheet { n, of: want, ..NewSheet::of(kind, visit, area, team, form) },
                )?;
                numbered.made += 1;
            }
        }
        Ok(numbered)
    }
}
