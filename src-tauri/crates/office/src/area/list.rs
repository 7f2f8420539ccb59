use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::area::{AreaKind, BaseFigures};
use domain::ids::{AreaId, PersonId, VisitId};
use domain::lineage::FormerName;
use domain::rates::{AreaBase, Ledger, Period};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

/// An area with what a list of areas shows.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AreaRow {
    pub id: AreaId,
    pub name: String,
    pub kind: AreaKind,
    pub kind_word: String,
    pub label: String,
    pub cluster: Option<String>,
    pub leader: Option<PersonId>,
    pub leader_name: Option<String>,
    /// The number itself is shown one at a time, and each look is kept.
    pub leader_has_phone: bool,
    pub self_report_due: Option<NaiveDate>,
    pub began_on: Option<NaiveDate>,
    /// Last day of an area that is no more.
    pub ended_on: Option<NaiveDate>,
    /// What it was called before, earliest first.
    pub former_names: Vec<FormerName>,
    /// Names of the areas it came out of, and of those it became.
    pub came_of: Vec<String>,
    pub became: Vec<String>,
    /// What is known today, each figure with its date.
    pub base: AreaBase,
    /// Every dated set of figures.
    pub bases: Vec<BaseFigures>,
    /// Evenings that are on.
    pub evenings: Vec<NaiveDate>,
    /// The same with what they are called by, and those called off.
    pub visits: Vec<AreaEvening>,
    pub expected: u32,
    pub returned: u32,
}

/// An evening of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct AreaEvening {
    pub visit: VisitId,
    pub on: NaiveDate,
    pub is_on: bool,
}

/// Every area, past ones too, in the office's order.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListAreas {}

impl Read for ListAreas {
    type Answer = Vec<AreaRow>;
    const NAME: &'static str = "list_areas";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<AreaRow>> {
        let campaign = view.get_campaign()?;
        let sums = view.added_by_area(campaign.id)?;
        let ledger = Ledger::of_sums(&sums, Period::WHOLE);
        let areas = sums.areas();
        let people: BTreeMap<_, _> = view.list_people()?.into_iter().map(|p| (p.id, p)).collect();
        let mut visits: BTreeMap<AreaId, Vec<AreaEvening>> = BTreeMap::new();
        for visit in view.list_visits(campaign.id)? {
            let evening = AreaEvening { visit: visit.id, on: visit.on, is_on: visit.is_on() };
            visits.entry(visit.area).or_default().push(evening);
        }
        let mut bases: BTreeMap<AreaId, Vec<BaseFigures>> = BTreeMap::new();
        for base in view.list_bases(campaign.id)? {
            bases.entry(base.area).or_default().push(base);
        }
        let mut former: BTreeMap<AreaId, Vec<FormerName>> = BTreeMap::new();
        for name in view.list_former_names(campaign.id)? {
            former.entry(name.area).or_default().push(name);
        }
        let names: BTreeMap<AreaId, &str> = areas.iter().map(|a| (a.id, a.name.as_str())).collect();
        let (mut came_of, mut became): (BTreeMap<_, Vec<String>>, BTreeMap<_, Vec<String>>) = Default::default();
        for heir in view.list_heirs(campaign.id)? {
            let name = |id| names.get(&id).map(|n| (*n).to_owned());
            came_of.entry(heir.heir).or_default().extend(name(heir.source));
            became.entry(heir.source).or_default().extend(name(heir.heir));
        }
        Ok(areas
            .iter()
            .map(|area| {
                let totals = ledger.area(area.id);
                let leader = area.leader.and_then(|id| people.get(&id));
                let visits = visits.remove(&area.id).unwrap_or_default();
                AreaRow {
                    id: area.id,
                    name: area.name.clone(),
                    kind: area.kind,
                    kind_word: domain::text::capitalised(area.kind.word()),
                    label: area.label(),
                    cluster: area.cluster.clone(),
                    leader_name: leader.map(|p| p.name.clone()),
                    leader: leader.map(|p| p.id),
                    leader_has_phone: leader.is_some_and(|p| p.phone.is_some()),
                    self_report_due: area.self_report_due,
                    began_on: area.began_on,
                    ended_on: area.ended_on,
                    former_names: former.remove(&area.id).unwrap_or_default(),
                    came_of: came_of.remove(&area.id).unwrap_or_default(),
                    became: became.remove(&area.id).unwrap_or_default(),
                    base: ledger.base(area.id),
                    bases: bases.remove(&area.id).unwrap_or_default(),
                    evenings: visits.iter().filter(|v| v.is_on).map(|v| v.on).collect(),
                    visits,
                    expected: crate::book::count(totals.expected),
                    returned: crate::book::count(totals.returned),
                }
            })
            .collect())
    }
}
