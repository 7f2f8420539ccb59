use chrono::{NaiveDate, NaiveTime};
use domain::account::Permission;
use domain::campaign::Campaign;
use domain::date::{dm, dmy};
use domain::ids::CampaignId;
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::issuer::name_of;
use crate::{Act, Result, Write};

/// Evenings a refusal names; the others are counted.
const NAMED: usize = 5;

/// A campaign's name, app, days and hours. Targets that were due on its last day move along with it; evenings
/// still to come that had the old hours take the new ones.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct EditCampaign {
    pub id: CampaignId,
    pub title: String,
    pub app: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub evening_starts: NaiveTime,
    pub evening_ends: NaiveTime,
}

impl Write for EditCampaign {
    type Answer = ();
    const NAME: &'static str = "edit_campaign";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let before = act.campaign_by_id(self.id)?;
        let title = name_of(&self.title, "tên đợt")?;
        let app_name = name_of(&self.app, "ứng dụng")?;
        in_order(self.starts_on, self.ends_on)?;
        if self.evening_ends <= self.evening_starts {
            return Err(Error::of(ErrorCode::HoursReversed));
        }
        self.keeps_evenings(act, &before)?;
        if before.ends_on != self.ends_on {
            act.move_targets(self.id, before.ends_on, self.ends_on)?;
        }
        if (before.evening_starts, before.evening_ends) != (self.evening_starts, self.evening_ends) {
            let to_come = act.list_visits(self.id)?.into_iter().filter(|v| v.is_on() && v.on >= act.today());
            for v in to_come.filter(|v| (v.starts, v.ends) == (before.evening_starts, before.evening_ends)) {
                act.move_visit(v.id, v.on, self.evening_starts, self.evening_ends)?;
            }
        }
        Ok(act.update_campaign(&Campaign {
            title,
            app_name,
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            evening_starts: self.evening_starts,
            evening_ends: self.evening_ends,
            ..before
        })?)
    }
}

impl EditCampaign {
    /// Shortening leaves no evening outside. One that was outside already is not this edit's to refuse.
    fn keeps_evenings(&self, act: &Act<'_>, before: &Campaign) -> Result<()> {
        let areas = act.list_areas(self.id)?;
        let held = before.starts_on..=before.ends_on;
        let holds = self.starts_on..=self.ends_on;
        let outside: Vec<String> = act
            .list_visits(self.id)?
            .iter()
            .filter(|v| v.is_on() && held.contains(&v.on) && !holds.contains(&v.on))
            .map(|v| {
                let area = areas.iter().find(|a| a.id == v.area).map(|a| a.name.as_str()).unwrap_or_default();
                format!("{} {area}", dm(v.on))
            })
            .collect();
        if outside.is_empty() {
            return Ok(());
        }
        let mut evenings = outside.iter().take(NAMED).cloned().collect::<Vec<_>>().join("; ");
        if let Some(more) = outside.len().checked_sub(NAMED).filter(|n| *n > 0) {
            evenings.push_str(&format!(" và {more} buổi khác"));
        }
        Err(Error::of(ErrorCode::EveningsOutside)
            .with("from", dmy(self.starts_on))
            .with("to", dmy(self.ends_on))
            .with("evenings", evenings))
    }
}

/// Longest campaign in days, three years: a year typed wrong is a slip, and calendars are reckoned day by day.
const LONGEST: i64 = 1_100;

/// A campaign ends after it begins, and in the same few years.
pub(crate) fn in_order(starts_on: NaiveDate, ends_on: NaiveDate) -> Result<()> {
    let code = match (ends_on - starts_on).num_days() {
        days if days < 0 => ErrorCode::DatesReversed,
        days if days > LONGEST => ErrorCode::CampaignTooLong,
        _ => return Ok(()),
    };
    Err(Error::of(code).with("from", dmy(starts_on)).with("to", dmy(ends_on)))
}
