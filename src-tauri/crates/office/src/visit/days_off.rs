use chrono::NaiveDate;
use domain::account::Permission;
use domain::holiday::OwnDay;
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::issuer::name_of;
use crate::{Act, Result, Write};

/// A day of the office's own on which nobody goes out; or a public holiday on which people do (`works`).
/// Evenings on a day off are only warned of.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutDayOff {
    pub on: NaiveDate,
    pub name: String,
    #[serde(default)]
    pub works: bool,
}

impl Write for PutDayOff {
    type Answer = ();
    const NAME: &'static str = "put_day_off";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let name = name_of(&self.name, "tên ngày nghỉ")?;
        let day = OwnDay { on: self.on, name, works: self.works };
        Ok(act.put_day_off(act.get_campaign()?.id, &day)?)
    }
}

/// The office's own word on a day is taken back; a public holiday is one again.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemoveDayOff {
    pub on: NaiveDate,
}

impl Write for RemoveDayOff {
    type Answer = ();
    const NAME: &'static str = "remove_day_off";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        if act.remove_day_off(act.get_campaign()?.id, self.on)? { Ok(()) } else { Err(Error::of(ErrorCode::Missing)) }
    }
}
