use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::area::BaseFigures;
use domain::ids::{AreaId, BaseId, VisitId};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use store::journal::Change;
use ts_rs::TS;

use crate::{Read, Result, View};

/// What happened to an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "deed", rename_all = "snake_case")]
pub enum AreaDeed {
    Added { name: String },
    /// Out of these areas, on a day.
    CameOf { areas: Vec<String>, on: NaiveDate },
    /// The name was spelled right.
    Respelled { was: String, name: String },
    /// Another name from a day on.
    Renamed { was: String, name: String, until: NaiveDate },
    Edited { parts: Vec<AreaPart> },
    FiguresPut { as_of: NaiveDate, source: String },
    FiguresRemoved { as_of: NaiveDate, source: String },
    EveningAdded { on: NaiveDate },
    EveningMoved { was: NaiveDate, on: NaiveDate },
    EveningCalledOff { on: NaiveDate, because: String },
    EveningOnAgain { on: NaiveDate },
    EveningRemoved { on: NaiveDate },
    /// Given to an area that came out of this one.
    EveningHandedOver { on: NaiveDate },
    EveningTakenOver { on: NaiveDate },
    SheetsNumbered { count: u32 },
    SheetsBack { count: u32 },
    Became { areas: Vec<String>, on: NaiveDate },
    Ended { last: NaiveDate, because: String },
}

/// A part of an area that was edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AreaPart {
    Kind,
    Cluster,
    Leader,
    SelfReportDue,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AreaEvent {
    /// RFC 3339 with offset.
    pub at: String,
    pub who: Option<String>,
    /// Taken back by the one who did it.
    pub is_undo: bool,
    pub what: AreaDeed,
}

/// What happened to an area, the newest first, from the journal.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct AreaHistory {
    pub area: AreaId,
}

impl Read for AreaHistory {
    type Answer = Vec<AreaEvent>;
    const NAME: &'static str = "area_history";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<AreaEvent>> {
        let campaign = view.get_campaign()?.id;
        view.get_area(self.area)?;
        let accounts: BTreeMap<i64, String> = view.list_accounts()?.into_iter().map(|a| (a.id.0, a.name)).collect();
        let past = Past {
            area: self.area,
            names: view.list_areas(campaign)?.into_iter().map(|a| (a.id, a.name)).collect(),
            bases: view.list_bases(campaign)?.into_iter().map(|b| (b.id, b)).collect(),
            visits: view.list_visits(campaign)?.into_iter().map(|v| (v.id, (v.area, v.on))).collect(),
            sheets: view
                .list_sheets(campaign)?
                .into_iter()
                .filter(|s| s.area == Some(self.area))
                .map(|s| s.id.0)
                .collect(),
        };
        let mut events = Vec::new();
        for entry in view.journal_of_areas()? {
            let changes = entry.changed_rows()?;
            for what in past.deeds(&changes) {
                events.push(AreaEvent {
                    at: entry.at.clone(),
                    who: entry.who.and_then(|id| accounts.get(&id).cloned()),
                    is_undo: entry.op == "undo",
                    what,
                });
            }
        }
        events.reverse();
        Ok(events)
    }
}

/// What has to be known of today to read what was.
struct Past {
    area: AreaId,
    names: BTreeMap<AreaId, String>,
    bases: BTreeMap<BaseId, BaseFigures>,
    visits: BTreeMap<VisitId, (AreaId, NaiveDate)>,
    sheets: std::collections::BTreeSet<i64>,
}

impl Past {
    /// What one entry did to the area.
    fn deeds(&self, changes: &[Change]) -> Vec<AreaDeed> {
        let mut deeds: Vec<AreaDeed> = Vec::new();
        let (mut numbered, mut back) = (0, 0);
        for change in changes {
            match change.table.as_str() {
                "area" if key(change) == Some(self.area.0) => deeds.extend(self.of_area(change, changes)),
                "area_base" => deeds.extend(self.of_base(change)),
                "area_heir" => deeds.extend(self.of_heir(change)),
                "visit" => deeds.extend(self.of_visit(change)),
                "sheet" if key(change).is_some_and(|sheet| self.sheets.contains(&sheet)) => {
                    let state = |row: Option<&Map<String, Value>>| text(row, "state");
                    match (&change.before, state(change.after.as_ref())) {
                        (None, Some(_)) => numbered += 1,
                        (Some(_), Some(now)) if now == "returned" => back += 1,
                        // A sheet that is keyed without being taken in first passes both states at once.
                        (Some(before), Some(now)) if now == "keyed" => {
                            back += u32::from(text(Some(before), "state").is_some_and(|s| s != "returned"));
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        join_kin(&mut deeds);
        deeds.extend((numbered > 0).then_some(AreaDeed::SheetsNumbered { count: numbered }));
        deeds.extend((back > 0).then_some(AreaDeed::SheetsBack { count: back }));
        deeds
    }

    fn of_area(&self, change: &Change, all: &[Change]) -> Vec<AreaDeed> {
        let (before, after) = (change.before.as_ref(), change.after.as_ref());
        if before.is_none() {
            return vec![AreaDeed::Added { name: text(after, "name").unwrap_or_default() }];
        }
        let mut deeds = Vec::new();
        if let (Some(was), Some(name)) = (text(before, "name"), text(after, "name")) {
            let former = all.iter().filter(|c| c.table == "area_name" && key(c) == Some(self.area.0));
            let until = former.filter(|c| c.after.is_some()).find_map(|c| c.key.get(1).and_then(day_of));
            deeds.push(match until {
                Some(until) => AreaDeed::Renamed { was, name, until },
                None => AreaDeed::Respelled { was, name },
            });
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
        if let Some(last) = day(after, "ended_on") {
            deeds.push(AreaDeed::Ended { last, because: text(after, "ended_because").unwrap_or_default() });
        }
        deeds
    }

    fn of_base(&self, change: &Change) -> Option<AreaDeed> {
        // A corrected row keeps only what changed; what it is of, the figures of today say.
        let whole = match (&change.before, &change.after) {
            (Some(_), Some(_)) => None,
            (before, after) => after.as_ref().or(before.as_ref()),
        };
        let (area, as_of, source) = match whole {
            Some(_) => (whole?.get("area_id").and_then(id)?, day(whole, "as_of")?, text(whole, "source")?),
            None => key(change)
                .and_then(|base| self.bases.get(&BaseId(base)))
                .map(|b| (b.area.0, b.as_of, b.source.clone()))?,
        };
        if area != self.area.0 {
            return None;
        }
        Some(match change.after {
            Some(_) => AreaDeed::FiguresPut { as_of, source },
            None => AreaDeed::FiguresRemoved { as_of, source },
        })
    }

    fn of_heir(&self, change: &Change) -> Option<AreaDeed> {
        let row = change.after.as_ref();
        let (source, heir) = (id(change.key.first()?)?, id(change.key.get(1)?)?);
        let on = day(row, "on_day")?;
        let name = |of: i64| self.names.get(&AreaId(of)).cloned().unwrap_or_default();
        if source == self.area.0 {
            return Some(AreaDeed::Became { areas: vec![name(heir)], on });
        }
        (heir == self.area.0).then(|| AreaDeed::CameOf { areas: vec![name(source)], on })
    }

    fn of_visit(&self, change: &Change) -> Option<AreaDeed> {
        let (before, after) = (change.before.as_ref(), change.after.as_ref());
        let now = key(change).and_then(|visit| self.visits.get(&VisitId(visit)).copied());
        let area = |row: Option<&Map<String, Value>>| row?.get("area_id").and_then(id);
        let own = Some(self.area.0);
        match (before, after) {
            (None, Some(_)) if area(after) == own => Some(AreaDeed::EveningAdded { on: day(after, "on_day")? }),
            (Some(_), None) if area(before) == own => Some(AreaDeed::EveningRemoved { on: day(before, "on_day")? }),
            (Some(_), Some(_)) => {
                if area(before) == own {
                    return Some(AreaDeed::EveningHandedOver { on: now?.1 });
                }
                if area(after) == own {
                    return Some(AreaDeed::EveningTakenOver { on: now?.1 });
                }
                // Rows keep only what changed: whose evening it is, today's schedule says.
                if now.is_none_or(|(area, _)| area != self.area) {
                    return None;
                }
                if let (Some(was), Some(on)) = (day(before, "on_day"), day(after, "on_day")) {
                    return Some(AreaDeed::EveningMoved { was, on });
                }
                let on = now?.1;
                match after?.get("cancelled")? {
                    Value::String(because) => Some(AreaDeed::EveningCalledOff { on, because: because.clone() }),
                    _ => Some(AreaDeed::EveningOnAgain { on }),
                }
            }
            _ => None,
        }
    }
}

/// Several heirs, or several sources, of one entry are one line.
fn join_kin(deeds: &mut Vec<AreaDeed>) {
    let (mut heirs, mut sources): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut on = None;
    deeds.retain(|deed| match deed {
        AreaDeed::Became { areas, on: day } => {
            heirs.extend(areas.iter().cloned());
            on = Some(*day);
            false
        }
        AreaDeed::CameOf { areas, on: day } => {
            sources.extend(areas.iter().cloned());
            on = Some(*day);
            false
        }
        _ => true,
    });
    let Some(on) = on else { return };
    deeds.extend((!sources.is_empty()).then_some(AreaDeed::CameOf { areas: sources, on }));
    deeds.extend((!heirs.is_empty()).then_some(AreaDeed::Became { areas: heirs, on }));
}

fn key(change: &Change) -> Option<i64> {
    change.key.first().and_then(id)
}

fn id(value: &Value) -> Option<i64> {
    value.as_i64()
}

fn text(row: Option<&Map<String, Value>>, column: &str) -> Option<String> {
    row?.get(column)?.as_str().map(str::to_owned)
}

fn day(row: Option<&Map<String, Value>>, column: &str) -> Option<NaiveDate> {
    row?.get(column).and_then(day_of)
}

fn day_of(value: &Value) -> Option<NaiveDate> {
    value.as_str()?.parse().ok()
}
