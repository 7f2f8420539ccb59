//! What bringing a backup back would change, before it is done.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use domain::backup::Stamp;
use serde::Serialize;
use store::backup::Manifest;
use ts_rs::TS;

use crate::error::Result;
use crate::outside::Outside;
use crate::status::{GetStatus, SheetStatus, Status, TargetStatus};
use crate::verb::{Office, Read, View};

/// The state of a backup beside the present.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RestoreLook {
    pub stamp: Stamp,
    /// `UBND phường Hà Cầu`.
    pub office: String,
    /// None if no file is open.
    pub now: Option<RestoreSide>,
    pub then: RestoreSide,
    /// Sheets that would be otherwise, those first that lose most.
    pub sheets: Vec<RestoredSheet>,
    /// How many there are in all; the list holds the first of them.
    pub sheets_in_all: u32,
    /// Entries of the journal made since; `null`: the present is no later state of this backup.
    #[ts(type = "number | null")]
    pub deeds: Option<i64>,
}

/// One of the two states.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RestoreSide {
    pub campaign: String,
    pub sheets: u32,
    /// Sheets with a number in some box.
    pub keyed: u32,
    pub targets: Vec<TargetStatus>,
    pub last: Option<LastDeed>,
}

/// The last entry of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LastDeed {
    #[ts(type = "number")]
    pub entry: i64,
    /// RFC 3339.
    pub at: String,
    /// `null`: the program by itself.
    pub who: Option<String>,
}

/// A sheet that would be otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RestoredSheet {
    pub code: String,
    pub area: Option<String>,
    /// It is not in the backup: its code was given later.
    pub is_gone: bool,
    /// Boxes that would change: their number, as they are, as they would be.
    pub boxes: Vec<RestoredBox>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RestoredBox {
    pub no: String,
    pub now: Option<u32>,
    pub then: Option<u32>,
}

/// Sheets that are listed.
const LISTED: usize = 40;

/// Looks at a backup's copy beside the open office.
///
/// # Errors
/// The copy cannot be read.
pub(crate) fn look(
    copy: &Path,
    manifest: &Manifest,
    open: Option<&Office>,
    outside: &Arc<dyn Outside>,
) -> Result<RestoreLook> {
    // A copy in memory: not a byte is written beside a backup.
    let backup = Office::open_reading(copy, Arc::clone(outside))?;
    let (then, then_side) = side(&backup.view())?;
    let now = open.map(|office| side(&office.view())).transpose()?;
    let mut sheets = now.as_ref().map(|(now, _)| differences(now, &then)).unwrap_or_default();
    sheets.sort_by_key(|sheet| std::cmp::Reverse((sheet.is_gone, sheet.boxes.len())));
    let sheets_in_all = crate::book::count(sheets.len());
    sheets.truncate(LISTED);
    let deeds = match open {
        Some(office) => since(&office.view(), manifest)?,
        None => None,
    };
    Ok(RestoreLook {
        stamp: manifest.stamp(),
        office: manifest.office.clone(),
        now: now.map(|(_, side)| side),
        then: then_side,
        sheets,
        sheets_in_all,
        deeds,
    })
}

fn side(view: &View<'_>) -> Result<(Option<Status>, RestoreSide)> {
    let last = last_deed(view)?;
    if view.find_campaign()?.is_none() {
        let side = RestoreSide { campaign: String::new(), sheets: 0, keyed: 0, targets: Vec::new(), last };
        return Ok((None, side));
    }
    let status = GetStatus {}.run(view)?;
    let keyed = status.sheets.iter().filter(|s| s.boxes.values().any(Option::is_some)).count();
    let side = RestoreSide {
        campaign: status.campaign.clone(),
        sheets: crate::book::count(status.sheets.len()),
        keyed: crate::book::count(keyed),
        targets: status.targets.clone(),
        last,
    };
    Ok((Some(status), side))
}

fn last_deed(view: &View<'_>) -> Result<Option<LastDeed>> {
    let (entry, _) = view.journal_head()?;
    let Some(stored) = view.find_entry(entry)? else { return Ok(None) };
    let names = view.account_names()?;
    let who = stored.who.map(|id| names(domain::ids::AccountId(id)));
    Ok(Some(LastDeed { entry, at: stored.at, who }))
}

fn differences(now: &Option<Status>, then: &Option<Status>) -> Vec<RestoredSheet> {
    let of = |status: &Option<Status>| -> BTreeMap<String, SheetStatus> {
        let sheets = status.as_ref().map(|s| s.sheets.clone()).unwrap_or_default();
        sheets.into_iter().map(|sheet| (sheet.code.clone(), sheet)).collect()
    };
    let (now, mut then) = (of(now), of(then));
    let mut found: Vec<RestoredSheet> = now
        .into_values()
        .filter_map(|sheet| {
            let other = then.remove(&sheet.code);
            difference(Some(&sheet), other.as_ref())
        })
        .collect();
    found.extend(then.values().filter_map(|other| difference(None, Some(other))));
    found
}

fn difference(now: Option<&SheetStatus>, then: Option<&SheetStatus>) -> Option<RestoredSheet> {
    let any = now.or(then)?;
    let numbers = now.into_iter().chain(then).flat_map(|s| s.boxes.keys());
    let value = |sheet: Option<&SheetStatus>, no: &String| sheet.and_then(|s| s.boxes.get(no).copied().flatten());
    let mut boxes: Vec<RestoredBox> = numbers
        .map(|no| RestoredBox { no: no.clone(), now: value(now, no), then: value(then, no) })
        .filter(|b| b.now != b.then)
        .collect();
    boxes.sort_by(|a, b| a.no.len().cmp(&b.no.len()).then_with(|| a.no.cmp(&b.no)));
    boxes.dedup();
    let is_gone = then.is_none();
    let changed = !boxes.is_empty() || is_gone || now.map(|s| s.state) != then.map(|s| s.state);
    changed.then(|| RestoredSheet { code: any.code.clone(), area: any.area.clone(), is_gone, boxes })
}

/// Entries since the backup, if its last one is in the present journal.
fn since(view: &View<'_>, manifest: &Manifest) -> Result<Option<i64>> {
    let is_earlier = view.find_entry(manifest.head_seq)?.is_some_and(|stored| manifest.is_head(&stored.link));
    let (head, _) = view.journal_head()?;
    Ok(is_earlier.then_some(head - manifest.head_seq))
}
