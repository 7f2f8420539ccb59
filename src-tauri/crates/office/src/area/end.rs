use chrono::NaiveDate;
use domain::account::Permission;
use domain::area::Area;
use domain::date::dmy;
use domain::ids::AreaId;
use domain::lineage::Heir;
use domain::schedule::Visit;
use domain::sheet::{Sheet, SheetKind};
use serde::Deserialize;
use store::NewArea;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::issuer::name_of;
use crate::{Act, Result, Write};

/// An area that leaves the ward, with its people. Its past stays; evenings after its last day must be
/// moved or called off first.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct EndArea {
    pub id: AreaId,
    /// First day on which it is no more.
    pub on: NaiveDate,
    pub because: String,
}

impl Write for EndArea {
    type Answer = ();
    const NAME: &'static str = "end_area";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn why(&self) -> Option<&str> {
        Some(&self.because)
    }

    fn run(self, act: &Act<'_>) -> Result<()> {
        let ending = AreaEnding::of(act, self.id, self.on, &self.because)?;
        ending.refuse_left(&ending.evenings.iter().collect::<Vec<_>>())?;
        ending.end(act)
    }
}

/// An area about to end, and its evenings from that day on.
pub(super) struct AreaEnding {
    pub area: Area,
    pub evenings: Vec<Visit>,
    /// Last day by which its heirs report by themselves: as it did, unless its report is in. That one counted
    /// all of them, and theirs would count the same people again.
    pub self_report_due: Option<NaiveDate>,
    on: NaiveDate,
    last: NaiveDate,
    because: String,
}

impl AreaEnding {
    /// # Errors
    /// No reason, a day before the area began, an area that ended before, an evening of that day or later
    /// whose sheets are back already.
    pub(super) fn of(act: &Act<'_>, id: AreaId, on: NaiveDate, because: &str) -> Result<Self> {
        let because = name_of(because, "căn cứ")?;
        let area = act.get_area(id)?;
        let last = super::day_before(on)?;
        if !area.is_living() || area.began_on.is_some_and(|b| last < b) {
            return Err(Error::of(ErrorCode::AreaPastOrder).with("area", area.name).with("date", dmy(on)));
        }
        let campaign = act.get_campaign()?.id;
        let evenings: Vec<Visit> =
            act.list_visits(campaign)?.into_iter().filter(|v| v.area == id && v.on >= on && v.is_on()).collect();
        let papers = act.view().papers(campaign)?;
        let took_place = evenings.iter().find(|v| papers.get(&v.id).is_some_and(|p| p.returned > 0));
        if let Some(visit) = took_place {
            let back = papers.get(&visit.id).map_or(0, |p| p.returned);
            return Err(Error::of(ErrorCode::EveningHasReturns)
                .with("count", back)
                .with("area", area.name)
                .with("date", dmy(visit.on)));
        }
        let own = |s: &Sheet| s.kind == SheetKind::SelfReport && s.area == Some(id) && s.state.is_back();
        let self_report_due = match act.list_sheets(campaign)?.iter().any(own) {
            true => None,
            false => area.self_report_due,
        };
        Ok(Self { area, evenings, self_report_due, on, last, because })
    }

    /// Refuses while evenings have nobody to go to.
    pub(super) fn refuse_left(&self, left: &[&Visit]) -> Result<()> {
        if left.is_empty() {
            return Ok(());
        }
        let days: Vec<String> = left.iter().map(|v| dmy(v.on)).collect();
        Err(Error::of(ErrorCode::EveningsLeft).with("area", &self.area.name).with("dates", days.join(", ")))
    }

    pub(super) fn end(&self, act: &Act<'_>) -> Result<()> {
        Ok(act.end_area(self.area.id, self.last, &self.because)?)
    }

    /// A new area that comes out of this one.
    pub(super) fn heir(&self, act: &Act<'_>, row: &NewArea) -> Result<AreaId> {
        let heir = act.insert_area(act.get_campaign()?.id, row)?;
        act.begin_area(heir, self.on)?;
        act.insert_heir(Heir { source: self.area.id, heir, on: self.on })?;
        Ok(heir)
    }
}
