//! The journal read backwards: a changed row tells only what changed, so whose evening it was, what an
//! area was called and which figures were meant is known by walking from today's rows into the past.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::ids::AreaId;
use domain::sheet::SheetState;
use serde_json::{Map, Value};
use store::journal::{Change, Touched};

use super::history::{AreaDeed, AreaPart};
use crate::{Result, View};

type Row<'a> = Option<&'a Map<String, Value>>;

/// Rows as they were just after the entry that is looked at.
pub(super) struct Past {
    area: i64,
    names: BTreeMap<i64, String>,
    /// Whose, of which day, from whom.
    bases: BTreeMap<i64, (i64, NaiveDate, String)>,
    visits: BTreeMap<i64, (i64, NaiveDate)>,
    /// Of which evening, or of which area without one.
    sheets: BTreeMap<i64, (Option<i64>, Option<i64>)>,
}

impl Past {
    pub(super) fn of(view: &View<'_>, area: AreaId) -> Result<Self> {
        let campaign = view.get_campaign()?.id;
        let sheets = view.list_sheets(campaign)?.into_iter();
        Ok(Self {
            area: area.0,
            names: view.list_areas(campaign)?.into_iter().map(|a| (a.id.0, a.name)).collect(),
            bases: view.list_bases(campaign)?.into_iter().map(|b| (b.id.0, (b.area.0, b.as_of, b.source))).collect(),
            visits: view.list_visits(campaign)?.into_iter().map(|v| (v.id.0, (v.area.0, v.on))).collect(),
            sheets: sheets.map(|s| (s.id.0, (s.visit.map(|v| v.0), s.area.map(|a| a.0)))).collect(),
        })
    }

    /// What one entry did to the area, and the rows as they were before it. Its rows come last first.
    pub(super) fn back(&mut self, entry: &[Touched]) -> Vec<AreaDeed> {
        let until = entry.iter().map(|t| &t.change).find(|c| c.table == "area_name" && key(c) == Some(self.area));
        let until = until.and_then(|c| c.key.get(1)).and_then(day_of);
        let mut kin = Kin::default();
        let (mut deeds, mut numbered, mut back) = (Vec::new(), 0, 0);
        for change in entry.iter().map(|t| &t.change) {
            match change.table.as_str() {
                "area" => deeds.extend(self.of_area(change, until)),
                "area_base" => deeds.extend(self.of_base(change)),
                "area_heir" => self.of_heir(change, &mut kin),
                "visit" => deeds.extend(self.of_visit(change)),
                "sheet" if self.is_own(change) => match (state(&change.before), state(&change.after)) {
                    (None, Some(_)) => numbered += 1,
                    (Some(was), Some(now)) if !was.is_back() && now.is_back() => back += 1,
                    _ => {}
                },
                _ => {}
            }
        }
        deeds.reverse();
        if let Some(on) = kin.on {
            // What became of it says that it ended.
            deeds.retain(|d| kin.heirs.is_empty() || !matches!(d, AreaDeed::Ended { .. }));
            deeds.retain(|d| kin.sources.is_empty() || !matches!(d, AreaDeed::Added { .. }));
            kin.sources.reverse();
            kin.heirs.reverse();
            let came = (!kin.sources.is_empty()).then_some(AreaDeed::CameOf { areas: kin.sources, on });
            let became = (!kin.heirs.is_empty()).then_some(AreaDeed::Became { areas: kin.heirs, on });
            deeds.splice(0..0, came.into_iter().chain(became));
        }
        deeds.extend((numbered > 0).then_some(AreaDeed::SheetsNumbered { count: numbered }));
        deeds.extend((back > 0).then_some(AreaDeed::SheetsBack { count: back }));
        deeds
    }

    fn of_area(&mut self, change: &Change, until: Option<NaiveDate>) -> Vec<AreaDeed> {
        let Some(id) = key(change) else { return Vec::new() };
        let (before, after) = (change.before.as_ref(), change.after.as_ref());
        if let Some(was) = text(before, "name") {
            self.names.insert(id, was);
        }
        if id != self.area {
            return Vec::new();
        }
        if before.is_none() {
            return vec![AreaDeed::Added { name: text(after, "name").unwrap_or_default() }];
        }
        let mut deeds = Vec::new();
        if let Some(last) = day(after, "ended_on") {
            deeds.push(AreaDeed::Ended { last, because: text(after, "ended_because").unwrap_or_default() });
        } else if day(before, "ended_on").is_some() {
            deeds.push(AreaDeed::GoesOn);
        }
        let parts = [
            ("kind", AreaPart::Kind),
            ("cluster", AreaPart::Cluster),
            ("leader_id", AreaPart::Leader),
            ("self_report_due", AreaPart::SelfReportDue),
        ];
        let changed = |column: &str| after.is_some_and(|row| row.contains_key(column));
        let parts: Vec<AreaPart> = parts.into_iter().filter(|(c, _)| changed(c)).map(|(_, part)| part).collect();
        if !parts.is_empty() {
            deeds.push(AreaDeed::Edited { parts });
        }
        if let (Some(was), Some(name)) = (text(before, "name"), text(after, "name")) {
            deeds.push(match until {
                Some(until) => AreaDeed::Renamed { was, name, until },
                None => AreaDeed::Respelled { was, name },
            });
        }
        deeds
    }

    fn of_base(&mut self, change: &Change) -> Option<AreaDeed> {
        let id = key(change)?;
        let whole = |row: Row<'_>| Some((row?.get("area_id")?.as_i64()?, day(row, "as_of")?, text(row, "source")?));
        if let Some(removed) = whole(change.before.as_ref()) {
            self.bases.insert(id, removed);
        }
        let (area, as_of, source) = whole(change.after.as_ref()).or_else(|| self.bases.get(&id).cloned())?;
        if area != self.area {
            return None;
        }
        Some(match change.after {
            Some(_) => AreaDeed::FiguresPut { as_of, source },
            None => AreaDeed::FiguresRemoved { as_of, source },
        })
    }

    fn of_heir(&self, change: &Change, kin: &mut Kin) {
        let ids = change.key.first().and_then(Value::as_i64).zip(change.key.get(1).and_then(Value::as_i64));
        let (Some((source, heir)), Some(on)) = (ids, day(change.after.as_ref(), "on_day")) else { return };
        if source == self.area {
            kin.on = Some(on);
            kin.heirs.push(self.name(heir));
        } else if heir == self.area {
            kin.on = Some(on);
            kin.sources.push(self.name(source));
        }
    }

    fn of_visit(&mut self, change: &Change) -> Option<AreaDeed> {
        let id = key(change)?;
        let (before, after) = (change.before.as_ref(), change.after.as_ref());
        let (Some(was), Some(now)) = (before, after) else {
            let row = before.or(after);
            let whole = (row?.get("area_id")?.as_i64()?, day(row, "on_day")?);
            if before.is_some() {
                self.visits.insert(id, whole);
            }
            let (area, on) = whole;
            return (area == self.area).then_some(match after {
                Some(_) => AreaDeed::EveningAdded { on },
                None => AreaDeed::EveningRemoved { on },
            });
        };
        let (area, on) = self.visits.get(&id).copied()?;
        let first = was.get("area_id").and_then(Value::as_i64).unwrap_or(area);
        let first_on = day(before, "on_day").unwrap_or(on);
        self.visits.insert(id, (first, first_on));
        if first != area {
            return if first == self.area {
                Some(AreaDeed::EveningHandedOver { on, to: self.name(area) })
            } else {
                (area == self.area).then(|| AreaDeed::EveningTakenOver { on, of: self.name(first) })
            };
        }
        if area != self.area {
            return None;
        }
        if first_on != on {
            return Some(AreaDeed::EveningMoved { was: first_on, on });
        }
        match now.get("cancelled")? {
            Value::String(because) => Some(AreaDeed::EveningCalledOff { on, because: because.clone() }),
            _ => Some(AreaDeed::EveningOnAgain { on }),
        }
    }

    fn is_own(&self, change: &Change) -> bool {
        let sheet = key(change).and_then(|id| self.sheets.get(&id));
        sheet.is_some_and(|(visit, area)| {
            let area = visit.map_or(*area, |visit| self.visits.get(&visit).map(|(area, _)| *area));
            area == Some(self.area)
        })
    }

    fn name(&self, area: i64) -> String {
        self.names.get(&area).cloned().unwrap_or_default()
    }
}

/// Several heirs, or several sources, of one entry are one line.
#[derive(Default)]
struct Kin {
    heirs: Vec<String>,
    sources: Vec<String>,
    on: Option<NaiveDate>,
}

fn key(change: &Change) -> Option<i64> {
    change.key.first()?.as_i64()
}

fn state(row: &Option<Map<String, Value>>) -> Option<SheetState> {
    serde_json::from_value(row.as_ref()?.get("state")?.clone()).ok()
}

fn text(row: Row<'_>, column: &str) -> Option<String> {
    row?.get(column)?.as_str().map(str::to_owned)
}

fn day(row: Row<'_>, column: &str) -> Option<NaiveDate> {
    row?.get(column).and_then(day_of)
}

fn day_of(value: &Value) -> Option<NaiveDate> {
    value.as_str()?.parse().ok()
}
