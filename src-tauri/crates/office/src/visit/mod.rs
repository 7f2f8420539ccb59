//! The evening schedule.

mod add;
mod cancel;
mod list;
mod shift;

pub use add::AddVisit;
pub use cancel::CancelVisit;
pub use list::{ClashRow, ListVisits, Schedule, VisitRow};
pub use shift::MoveVisit;

use chrono::NaiveDate;
use domain::campaign::Campaign;
use domain::date::dmy;
use domain::ids::{AreaId, VisitId};

use crate::error::{Error, ErrorCode};
use crate::{Act, Result};

/// Evenings lie within the campaign, and an area has at most one on a day.
pub(crate) fn check_evening(
    act: &Act<'_>,
    campaign: &Campaign,
    area: AreaId,
    on: NaiveDate,
    except: Option<VisitId>,
) -> Result<()> {
    if on < campaign.starts_on || on > campaign.ends_on {
        return Err(Error::of(ErrorCode::EveningOutsideCampaign)
            .with("date", dmy(on))
            .with("from", dmy(campaign.starts_on))
            .with("to", dmy(campaign.ends_on)));
    }
    let visits = act.list_visits(campaign.id)?;
    if visits.iter().any(|v| v.is_on() && v.area == area && v.on == on && Some(v.id) != except) {
        return Err(Error::of(ErrorCode::AreaTwiceThatEvening)
            .with("area", act.get_area(area)?.name)
            .with("date", dmy(on)));
    }
    Ok(())
}
