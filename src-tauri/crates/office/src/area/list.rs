use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::area::{AreaKind, BaseFigures};
use domain::ids::AreaId;
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
    pub leader_name: Option<String>,
    pub leader_phone: Option<String>,
    pub self_report_due: Option<NaiveDate>,
    /// What is known today, each figure with its date.
    pub base: AreaBase,
    /// Every dated set of figures.
    pub bases: Vec<BaseFigures>,
    /// Evenings that are on.
    pub evenings: Vec<NaiveDate>,
    pub expected: u32,
    pub returned: u32,
}

/// Every area, in the office's order.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListAreas {}

impl Read for ListAreas {
    type Answer = Vec<AreaRow>;
    const NAME: &'static str = "list_areas";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<AreaRow>> {
        let campaign = view.get_campaign()?;
        let book = view.each_area()?;
        let ledger = Ledger::of(&book, Period::WHOLE);
        let people: BTreeMap<_, _> = view.list_people()?.into_iter().map(|p| (p.id, p)).collect();
        let mut evenings: BTreeMap<AreaId, Vec<NaiveDate>> = BTreeMap::new();
        for visit in view.list_visits(campaign.id)?.iter().filter(|v| v.is_on()) {
            evenings.entry(visit.area).or_default().push(visit.on);
        }
        Ok(book
            .areas
            .iter()
            .map(|area| {
                let totals = ledger.area(area.id);
                let leader = area.leader.and_then(|id| people.get(&id));
                AreaRow {
                    id: area.id,
                    name: area.name.clone(),
                    kind: area.kind,
                    kind_word: domain::text::capitalised(area.kind.word()),
                    label: area.label(),
                    cluster: area.cluster.clone(),
                    leader_name: leader.map(|p| p.name.clone()),
                    leader_phone: leader.and_then(|p| p.phone.clone()),
                    self_report_due: area.self_report_due,
                    base: ledger.base(area.id),
                    bases: book.bases.iter().filter(|b| b.area == area.id).cloned().collect(),
                    evenings: evenings.remove(&area.id).unwrap_or_default(),
                    expected: crate::book::count(totals.expected),
                    returned: crate::book::count(totals.returned),
                }
            })
            .collect())
    }
}
