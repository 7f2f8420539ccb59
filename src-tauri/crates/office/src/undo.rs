//! Ctrl+Z: what a deed wrote is put as it was.

use std::collections::{BTreeMap, BTreeSet};

use domain::account::Permission;
use domain::area::Area;
use domain::ids::{AreaId, VisitId};
use domain::schedule::Visit;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::visit::{alive, within};
use crate::{Act, Result, View, Write, contract};

/// Takes one of one's own deeds back, by its entry in the journal (see [`crate::contract`]'s replies).
/// Refused if what it wrote was changed since, if something was built on it, or while another campaign is
/// worked on: nobody would see what is undone. Taking an undo back does the deed again.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Undo {
    #[ts(type = "number")]
    pub entry: i64,
}

/// What was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Undone {
    /// The deed, as the contract names it.
    pub deed: String,
}

impl Write for Undo {
    type Answer = Undone;
    const NAME: &'static str = "undo";
    /// And what the deed itself needs: a right may have been lost since.
    const NEEDS: Permission = Permission::Read;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<Undone> {
        let entry = act.find_entry(self.entry)?.ok_or_else(|| Error::of(ErrorCode::Missing))?;
        if entry.who != Some(act.who.id.0) || !contract::is_undoable(&entry.op) {
            return Err(Error::of(ErrorCode::NotUndoable));
        }
        if contract::needs_of(&entry.op).is_some_and(|needs| !act.who.role.may(needs)) {
            return Err(Error::of(ErrorCode::NotAllowed).with("role", act.who.role.word()));
        }
        let campaign = act.get_campaign()?.id;
        if act.memory.campaign_of(entry.seq).is_some_and(|of| of != campaign) {
            return Err(Error::of(ErrorCode::UndoOtherCampaign));
        }
        let before = impossible(&act.view())?;
        act.undo(&entry, act.memory.of(entry.seq))?;
        let view = act.view();
        if view.get_campaign()?.id == campaign && !impossible(&view)?.is_subset(&before) {
            // Its rows are as the deed left them, but what came after no longer fits: the free evening is taken.
            return Err(Error::of(ErrorCode::UndoTooLate));
        }
        Ok(Undone { deed: entry.op })
    }
}

/// Evenings that no deed would let be: outside the campaign or the area's life, a second one of an area on a
/// day, or one of an area that reports by itself. Rows that fit one by one may add up to such a thing.
fn impossible(view: &View<'_>) -> Result<BTreeSet<(VisitId, &'static str)>> {
    let campaign = view.get_campaign()?;
    let areas: BTreeMap<AreaId, Area> = view.list_areas(campaign.id)?.into_iter().map(|a| (a.id, a)).collect();
    let mut there = BTreeSet::new();
    let mut found = BTreeSet::new();
    for visit in view.list_visits(campaign.id)?.into_iter().filter(Visit::is_on) {
        let Some(area) = areas.get(&visit.area) else { continue };
        let faults = [
            ("outside", within(&campaign, visit.on).is_err()),
            ("gone", alive(area, visit.on).is_err()),
            ("twice", !there.insert((visit.on, area.id))),
            ("reports", area.self_report_due.is_some()),
        ];
        found.extend(faults.into_iter().filter(|(_, is_so)| *is_so).map(|(fault, _)| (visit.id, fault)));
    }
    Ok(found)
}
