//! How far an evening or an area's own report is, and what an approver should know of it.

use std::collections::BTreeMap;

use domain::approval::{Obstacle, Scope};
use domain::ids::{AreaId, SheetId, VisitId};
use domain::query::Query;
use domain::sheet::{Sheet, SheetState};

use super::{Counts, ObstacleRow};
use crate::{Result, View};

/// One evening or one area's own report.
#[derive(Debug, Clone, Default)]
pub(crate) struct Standing {
    /// Visited that evening, in the schedule's order.
    pub(crate) areas: Vec<AreaId>,
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) counts: Counts,
    found: BTreeMap<Obstacle, Found>,
}

#[derive(Debug, Clone, Default)]
struct Found {
    count: u32,
    codes: Vec<String>,
}

impl Standing {
    /// Hard ones first.
    pub(crate) fn obstacles(&self) -> Vec<ObstacleRow> {
        let row = |(what, found): (&Obstacle, &Found)| ObstacleRow {
            what: *what,
            hard: what.is_hard(),
            count: found.count,
            codes: found.codes.clone(),
        };
        self.found.iter().map(row).collect()
    }

    fn note(&mut self, what: Obstacle, count: u32, sheet: Option<&Sheet>) {
        let found = self.found.entry(what).or_default();
        found.count += count;
        let code = sheet.map(|s| s.code.to_string());
        found.codes.extend(code.filter(|code| !found.codes.contains(code)));
    }

    fn count(&mut self, sheet: &Sheet, agreed: bool) {
        self.sheets.push(sheet.clone());
        if sheet.is_undecided_copy() {
            self.note(Obstacle::Duplicate, 1, Some(sheet));
        }
        if !sheet.is_expected() {
            return;
        }
        let is_verified = sheet.state == SheetState::Verified || (sheet.state == SheetState::Locked && agreed);
        self.counts.expected += 1;
        self.counts.back += u32::from(sheet.state.is_back());
        self.counts.keyed += u32::from(sheet.state.is_keyed());
        self.counts.verified += u32::from(is_verified);
        if !sheet.state.is_back() {
            self.note(Obstacle::Missing, 1, Some(sheet));
        } else if !sheet.state.is_keyed() {
            self.note(Obstacle::Unfinished, 1, Some(sheet));
        }
    }
}

impl View<'_> {
    /// Every evening with somebody out or sheets back, and every area that reports by itself.
    pub(crate) fn standings(&self) -> Result<BTreeMap<Scope, Standing>> {
        let campaign = self.get_campaign()?.id;
        let mut standings: BTreeMap<Scope, Standing> = BTreeMap::new();
        let visits = self.list_visits(campaign)?;
        for visit in visits.iter().filter(|v| v.is_on()) {
            standings.entry(Scope::Evening { on: visit.on }).or_default().areas.push(visit.area);
        }
        for area in self.list_areas(campaign)?.into_iter().filter(|a| a.is_living() && a.self_report_due.is_some()) {
            standings.entry(Scope::SelfReport { area: area.id }).or_default();
        }
        let second = self.for_approver()?;
        let sheets: BTreeMap<SheetId, Sheet> = self.list_sheets(campaign)?.into_iter().map(|s| (s.id, s)).collect();
        for sheet in sheets.values() {
            let Some(scope) = Scope::of(sheet) else { continue };
            // Sheets of an evening that was called off matter only if they came back.
            if sheet.state.is_back() || standings.contains_key(&scope) {
                standings.entry(scope).or_default().count(sheet, second.agreed.contains(&sheet.id));
            }
        }
        let mut note = |id: &SheetId, what: Obstacle, count: u32| {
            let Some(sheet) = sheets.get(id) else { return };
            if let Some(standing) = Scope::of(sheet).and_then(|scope| standings.get_mut(&scope)) {
                standing.note(what, count, Some(sheet));
            }
        };
        second.disputed.iter().for_each(|id| note(id, Obstacle::Disagreement, 1));
        second.to_key.iter().for_each(|id| note(id, Obstacle::SecondKeying, 1));
        second.totals.iter().for_each(|(summary, boxes)| note(summary, Obstacle::Total, *boxes));
        for (first, second, somebody) in &second.same {
            // Whoever works alone cannot accept the own keying, and is not kept from going on.
            let what = if *somebody { Obstacle::Duplicate } else { Obstacle::SameResults };
            note(first, what, 1);
            note(second, what, 1);
        }
        let evening = |id: VisitId| visits.iter().find(|v| v.id == id).map(|v| Scope::Evening { on: v.on });
        for query in self.list_queries(campaign)?.iter().filter(|q| Query::is_open(q)) {
            let sheet = query.about.sheet.and_then(|id| sheets.get(&id));
            let scope = sheet.and_then(Scope::of).or(query.about.visit.and_then(evening));
            if let Some(standing) = scope.and_then(|scope| standings.get_mut(&scope)) {
                standing.note(Obstacle::Query, 1, sheet);
            }
        }
        Ok(standings)
    }
}
