use chrono::{NaiveDate, NaiveTime};
use domain::account::Permission;
use domain::ids::VisitId;
use serde::Deserialize;
use ts_rs::TS;

use super::{check_evening, not_lightly, within};
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// An evening moved to another day, or to other hours. Its sheets stay valid and open with the new date.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MoveVisit {
    pub id: VisitId,
    pub on: NaiveDate,
    /// Other hours; `null` leaves them.
    #[serde(default)]
    pub starts: Option<NaiveTime>,
    #[serde(default)]
    pub ends: Option<NaiveTime>,
    /// An evening of that day which takes this one's day in exchange.
    #[serde(default)]
    pub swap_with: Option<VisitId>,
    /// Said by a person: also an evening that is over or whose sheets are back.
    #[serde(default)]
    pub confirmed: bool,
}

impl Write for MoveVisit {
    type Answer = ();
    const NAME: &'static str = "move_visit";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let campaign = act.get_campaign()?;
        let visit = act.get_visit(self.id)?;
        not_lightly(act, &visit, self.confirmed)?;
        let (starts, ends) = (self.starts.unwrap_or(visit.starts), self.ends.unwrap_or(visit.ends));
        if starts >= ends {
            return Err(Error::of(ErrorCode::HoursReversed));
        }
        let Some(other) = self.swap_with else {
            check_evening(act, &campaign, visit.area, self.on, &[visit.id])?;
            return Ok(act.move_visit(visit.id, self.on, starts, ends)?);
        };
        let other = act.get_visit(other)?;
        if other.on != self.on {
            // It was moved since the day was shown.
            return Err(Error::of(ErrorCode::Missing));
        }
        not_lightly(act, &other, self.confirmed)?;
        within(&campaign, visit.on)?;
        check_evening(act, &campaign, visit.area, other.on, &[visit.id, other.id])?;
        check_evening(act, &campaign, other.area, visit.on, &[visit.id, other.id])?;
        act.move_visit(visit.id, other.on, starts, ends)?;
        Ok(act.move_visit(other.id, visit.on, other.starts, other.ends)?)
    }
}
