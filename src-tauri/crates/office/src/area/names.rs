use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::area::Area;
use domain::ids::AreaId;
use domain::lineage::{FormerName, as_on};

use crate::{Result, View};

/// Every area, past ones too, under the name it had on a day.
pub(crate) struct AreaNames {
    areas: BTreeMap<AreaId, Area>,
    former: Vec<FormerName>,
}

impl AreaNames {
    pub(crate) fn on(&self, id: AreaId, day: NaiveDate) -> Option<Area> {
        self.areas.get(&id).map(|area| as_on(area, &self.former, day))
    }
}

impl View<'_> {
    pub(crate) fn area_names(&self) -> Result<AreaNames> {
        let campaign = self.get_campaign()?.id;
        Ok(AreaNames {
            areas: self.list_areas(campaign)?.into_iter().map(|a| (a.id, a)).collect(),
            former: self.list_former_names(campaign)?,
        })
    }
}
