use domain::account::Permission;
use domain::ids::{AreaId, TeamId};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use ts_rs::TS;
use workbook::calendar::{Calendar, Event, ics};

use crate::error::{Error, ErrorCode};
use crate::export::file_name;
use crate::verb::{Made, Make, Progress};
use crate::{Result, View};

/// The schedule for calendars on phones and computers; of one team or one area, if asked. Evenings called
/// off are in it as such, so that a calendar that has them strikes them out.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(default)]
pub struct ScheduleIcs {
    pub team: Option<TeamId>,
    pub area: Option<AreaId>,
}

const ICS: &str = "text/calendar";

impl Make for ScheduleIcs {
    const NAME: &'static str = "schedule_ics";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<Made> {
        let campaign = view.get_campaign()?;
        let (areas, teams) = (view.list_areas(campaign.id)?, view.list_teams(campaign.id)?);
        let office = view.issuer_during(&campaign)?.short_name;
        let key = view.office_key()?;
        let mut events = Vec::new();
        for visit in view.list_visits(campaign.id)? {
            let asked = self.team.is_none_or(|t| visit.teams.contains(&t)) && self.area.is_none_or(|a| a == visit.area);
            let Some(area) = areas.iter().find(|a| a.id == visit.area).filter(|_| asked) else { continue };
            let going: Vec<&str> =
                teams.iter().filter(|t| visit.teams.contains(&t.id)).map(|t| t.name.as_str()).collect();
            // Only a digest of the office's key leaves; it keeps two offices' evenings apart.
            let digest = Sha256::new().chain_update(b"buoi").chain_update(key).chain_update(visit.id.0.to_be_bytes());
            let uid: String = digest.finalize().iter().take(12).map(|b| format!("{b:02x}")).collect();
            events.push(Event {
                uid: format!("{uid}@tung-ngo"),
                on: visit.on,
                starts: visit.starts,
                ends: visit.ends,
                summary: [&[area.label().as_str()], going.as_slice()].concat().join(" – "),
                location: if office.is_empty() { area.label() } else { format!("{}, {office}", area.label()) },
                note: visit.cancelled.as_ref().map(|why| format!("Đã hủy: {why}")),
                cancelled: visit.cancelled.is_some(),
            });
        }
        if events.is_empty() {
            return Err(Error::of(ErrorCode::NoEvenings));
        }
        if !progress(0, 1) {
            return Err(Error::of(ErrorCode::Cancelled));
        }
        let calendar = Calendar {
            name: campaign.title.clone(),
            made: view.now.to_utc(),
            revision: view.journal_head()?.0,
            events,
        };
        let of = self.team.and_then(|t| teams.iter().find(|o| o.id == t)).map(|t| t.name.clone());
        let of = of.or_else(|| areas.iter().find(|a| Some(a.id) == self.area).map(|a| a.name.clone()));
        let name = format!("Lich {}", of.unwrap_or(campaign.title));
        Ok(Made { file_name: file_name(&name, "ics"), mime: ICS, bytes: ics(&calendar).into_bytes() })
    }
}
