use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::AreaId;
use serde::{Deserialize, Serialize};
use store::journal::Touched;
use ts_rs::TS;

use super::past::Past;
use crate::undo::Undo;
use crate::{Read, Result, View, Write};

/// What happened to an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "deed", rename_all = "snake_case")]
pub enum AreaDeed {
    Added {
        name: String,
    },
    /// Out of these areas, on a day.
    CameOf {
        areas: Vec<String>,
        on: NaiveDate,
    },
    /// The name was spelled right.
    Respelled {
        was: String,
        name: String,
    },
    /// Another name from a day on.
    Renamed {
        was: String,
        name: String,
        until: NaiveDate,
    },
    Edited {
        parts: Vec<AreaPart>,
    },
    FiguresPut {
        as_of: NaiveDate,
        source: String,
    },
    FiguresRemoved {
        as_of: NaiveDate,
        source: String,
    },
    EveningAdded {
        on: NaiveDate,
    },
    EveningMoved {
        was: NaiveDate,
        on: NaiveDate,
    },
    EveningCalledOff {
        on: NaiveDate,
        because: String,
    },
    EveningOnAgain {
        on: NaiveDate,
    },
    EveningRemoved {
        on: NaiveDate,
    },
    /// Given to an area that came out of this one.
    EveningHandedOver {
        on: NaiveDate,
        to: String,
    },
    EveningTakenOver {
        on: NaiveDate,
        of: String,
    },
    SheetsNumbered {
        count: u32,
    },
    SheetsBack {
        count: u32,
    },
    Became {
        areas: Vec<String>,
        on: NaiveDate,
    },
    Ended {
        last: NaiveDate,
        because: String,
    },
    /// Its end was taken back.
    GoesOn,
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
    /// The decision or reason, in the office's words.
    pub why: Option<String>,
}

/// What happened to an area, the newest first, from the journal. Personal details are not in the journal,
/// and so not here.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct AreaHistory {
    pub area: AreaId,
}

impl Read for AreaHistory {
    type Answer = Vec<AreaEvent>;
    const NAME: &'static str = "area_history";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<AreaEvent>> {
        view.get_area(self.area)?;
        let accounts: BTreeMap<i64, String> = view.list_accounts()?.into_iter().map(|a| (a.id.0, a.name)).collect();
        let mut past = Past::of(view, self.area)?;
        let touched = view.journal_of_areas()?;
        let mut events: Vec<AreaEvent> = Vec::new();
        for entry in touched.chunk_by(|a, b| a.seq == b.seq) {
            let Some(head) = entry.first() else { continue };
            for what in past.back(entry) {
                add(&mut events, event(head, what, &accounts));
            }
        }
        Ok(events)
    }
}

fn event(entry: &Touched, what: AreaDeed, accounts: &BTreeMap<i64, String>) -> AreaEvent {
    let says_why = matches!(what, AreaDeed::EveningCalledOff { .. } | AreaDeed::Ended { .. });
    AreaEvent {
        at: entry.at.clone(),
        who: entry.who.and_then(|id| accounts.get(&id).cloned()),
        is_undo: entry.op == Undo::NAME,
        what,
        why: entry.why.clone().filter(|why| !says_why && !why.is_empty()),
    }
}

/// Sheets come back one by one while somebody keys: what one person took in on one day is one line.
fn add(events: &mut Vec<AreaEvent>, event: AreaEvent) {
    if let (Some(last), AreaDeed::SheetsBack { count }) = (events.last_mut(), &event.what) {
        let day = |at: &str| at.split('T').next().map(str::to_owned);
        if let AreaDeed::SheetsBack { count: all } = &mut last.what
            && last.who == event.who
            && day(&last.at) == day(&event.at)
        {
            *all += count;
            return;
        }
    }
    events.push(event);
}
