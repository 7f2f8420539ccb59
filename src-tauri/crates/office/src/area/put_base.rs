use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::AreaId;
use serde::Deserialize;
use store::NewBase;
use ts_rs::TS;

use crate::issuer::name_of;
use crate::{Act, Result, Write};

/// Base figures of an area at a date, from a source. Unknown stays blank.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutBase {
    pub area: AreaId,
    pub as_of: NaiveDate,
    pub source: String,
    pub households: Option<u32>,
    pub people_15: Option<u32>,
    pub smartphone_15: Option<u32>,
    pub installed: Option<u32>,
}

impl Write for PutBase {
    type Answer = ();
    const NAME: &'static str = "put_base";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        act.get_area(self.area)?;
        let base = NewBase {
            as_of: self.as_of,
            source: name_of(&self.source, "nguồn số liệu")?,
            households: self.households,
            people_15: self.people_15,
            smartphone_15: self.smartphone_15,
            installed: self.installed,
        };
        Ok(act.put_base(self.area, &base)?)
    }
}
