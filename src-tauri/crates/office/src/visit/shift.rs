use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::approval::Scope;
use domain::date::dmy;
use domain::ids::AreaId;
use domain::schedule::{Visit, shifted};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::alive;
use super::extend::extend;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// Every evening from a day on so many days later, as after a storm. Evenings whose sheets are back took
/// place and stay, and so do those that are approved.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ShiftVisits {
    pub from: NaiveDate,
    pub days: u32,
    /// Holidays and the office's days off are passed over.
    pub skip_days_off: bool,
    /// Past the campaign's last day: the campaign is extended; without it, refused.
    #[serde(default)]
    pub extend: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Shifted {
    pub moved: u32,
    /// Evenings that took place already.
    pub stayed: u32,
    pub last: Option<NaiveDate>,
}

const MOST_DAYS: u32 = 365;

impl Write for ShiftVisits {
    type Answer = Shifted;
    const NAME: &'static str = "shift_visits";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<Shifted> {
        if self.days == 0 || self.days > MOST_DAYS {
            return Err(Error::of(ErrorCode::CountOutOfRange).with("what", "Số ngày dời").with("most", MOST_DAYS));
        }
        let campaign = act.get_campaign()?;
        let view = act.view();
        let papers = view.papers(campaign.id)?;
        let locked = view.locked()?;
        let took_place = |v: &Visit| {
            papers.get(&v.id).is_some_and(|p| p.returned > 0) || locked.contains(&Scope::Evening { on: v.on })
        };
        let all: Vec<Visit> = act.list_visits(campaign.id)?.into_iter().filter(Visit::is_on).collect();
        let (moves, stays): (Vec<Visit>, Vec<Visit>) =
            all.into_iter().partition(|v| v.on >= self.from && !took_place(v));
        let stayed = stays.iter().filter(|v| v.on >= self.from).count();
        let off = view.days_off(&campaign)?;
        let new = shifted(moves.iter().map(|v| v.on), self.days, self.skip_days_off.then_some(&off));
        let last = new.values().max().copied();
        if let Some(last) = last.filter(|l| *l > campaign.ends_on) {
            if !self.extend {
                return Err(Error::of(ErrorCode::ShiftPastEnd)
                    .with("last", dmy(last))
                    .with("to", dmy(campaign.ends_on)));
            }
            extend(act, campaign, last, false)?;
        }
        let mut there: BTreeSet<(AreaId, NaiveDate)> = stays.iter().map(|v| (v.area, v.on)).collect();
        for visit in &moves {
            let on = new.get(&visit.on).copied().unwrap_or(visit.on);
            let area = act.get_area(visit.area)?;
            alive(&area, on)?;
            if !there.insert((visit.area, on)) {
                let refusal = Error::of(ErrorCode::AreaTwiceThatEvening);
                return Err(refusal.with("area", area.name).with("date", dmy(on)));
            }
            act.move_visit(visit.id, on, visit.starts, visit.ends)?;
        }
        let count = crate::book::count;
        Ok(Shifted { moved: count(moves.len()), stayed: count(stayed), last })
    }
}
