use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::approval::Scope;
use domain::code::SheetCode;
use domain::ids::{AreaId, TeamId, VisitId};
use domain::sheet::{Sheet, SheetKind, SheetState};
use serde::{Deserialize, Serialize};
use store::NewSheet;
use ts_rs::TS;

use super::nothing_on;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, View, Write};

/// Gives each evening its set of numbered sheets: `count` for each team and `spare` besides, and a summary
/// for the team head; an area that reports by itself gets its one sheet. Sheets that exist keep their codes,
/// so a second run changes nothing; a set never shrinks, because its papers may be out already.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct NumberSheets {
    /// Only this evening; `null` for the whole campaign.
    pub evening: Option<NaiveDate>,
    pub count: u32,
    pub spare: u32,
    /// A phiếu tổng hợp buổi for each evening.
    #[serde(default)]
    pub summary: bool,
    /// Spares without an evening that are to lie ready in the campaign.
    #[serde(default)]
    pub loose: u32,
}

/// What numbering did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
pub struct Numbered {
    pub made: u32,
    pub kept: u32,
}

/// Largest set for a team's evening; two digits on paper.
const LARGEST_SET: u32 = 99;

/// Most spares without an evening; a sheet's number has three digits in its QR.
const MOST_LOOSE: u32 = 500;

/// What sheets of one kind belong together and are numbered n of N.
type SetKey = (Option<VisitId>, Option<AreaId>, Option<TeamId>, SheetKind);

/// A set that is to grow.
#[derive(Debug, Clone)]
struct Growth {
    key: SetKey,
    have: Vec<Sheet>,
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
        if self.loose > MOST_LOOSE {
            return Err(Error::of(ErrorCode::CountOutOfRange)
                .with("what", "Số phiếu dự phòng chưa ghi buổi")
                .with("most", MOST_LOOSE));
        }
        let campaign = view.get_campaign()?.id;
        let mut have: BTreeMap<SetKey, Vec<Sheet>> = BTreeMap::new();
        // A loose spare that is void is not ready any more; a set keeps its numbers. A second paper with the
        // code of one of the set is none of it.
        let is_ready = |s: &Sheet| s.copy_of.is_none() && (!s.is_loose() || s.state == SheetState::Spare);
        // Sets of one evening are complete without the sheets of the others.
        let sheets = match self.evening {
            Some(on) if self.loose == 0 => view.list_sheets_of_evening(campaign, on)?,
            _ => view.list_sheets(campaign)?,
        };
        for sheet in sheets.into_iter().filter(is_ready) {
            have.entry(set_of(&sheet)).or_default().push(sheet);
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
            if self.summary {
                wanted.push(((Some(visit.id), None, None, SheetKind::Summary), 1));
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
        if self.loose > 0 {
            wanted.push(((None, None, None, SheetKind::Spare), self.loose));
        }
        if self.evening.is_none() {
            // What is approved stays as it is; asked for by its day, it is refused in words.
            let locked = view.locked()?;
            let is_open = |id: VisitId| {
                visits.iter().find(|v| v.id == id).is_none_or(|v| !locked.contains(&Scope::Evening { on: v.on }))
            };
            wanted.retain(|((visit, ..), _)| visit.is_none_or(is_open));
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

    /// The numbers of the sheets to make, and of how many the set's sheets are then. A set fills up from 1:
    /// a spare that joined it from elsewhere keeps the number on its paper. Loose ones go on counting, as
    /// those before them have gone out.
    fn numbers(&self) -> (Vec<u32>, u32) {
        let more = self.want.saturating_sub(crate::book::count(self.have.len()));
        let is_loose = matches!(self.key, (None, None, None, SheetKind::Spare));
        let first = if is_loose { self.have.iter().map(|s| s.n).max().unwrap_or_default() + 1 } else { 1 };
        let free = (first..).filter(|n| !self.have.iter().any(|s| s.n == *n));
        let numbers: Vec<u32> = free.take(more as usize).collect();
        let of = numbers.last().copied().unwrap_or_default().max(self.want);
        (numbers, of)
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
        for growth in self.growths(&view)? {
            numbered.kept += crate::book::count(growth.have.len());
            if !growth.is_needed() {
                continue;
            }
            let (numbers, of) = growth.numbers();
            // What stands for a sheet of another set says how many that set has.
            for sheet in growth.have.iter().filter(|s| s.replaces.is_none() && s.n <= of && s.of != of) {
                act.set_sheet_of(sheet.id, of)?;
            }
            let (visit, area, team, kind) = growth.key;
            for n in numbers {
                let id = act.next_sheet_id()?;
                let code = SheetCode::of(&key, id).ok_or_else(|| Error::of(ErrorCode::TooManySheets))?;
                act.insert_sheet(
                    campaign,
                    id,
                    code,
                    &NewSheet { n, of, ..NewSheet::of(kind, visit, area, team, form) },
                )?;
                numbered.made += 1;
            }
        }
        Ok(numbered)
    }
}
