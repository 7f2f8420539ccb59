//! Areas by days: what each evening brought, and whether its papers are there.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::evenings::{Evening, Evenings};
use super::view::{self, AreaProgress, HeatCell, HeatDay, HeatTable, RangeView, RateView};
use super::{Ground, funnel};
use crate::area::Area;
use crate::form::Meaning;
use crate::ids::AreaId;
use crate::rates::Ledger;

/// What cells count: the first of these that a form has.
const COUNTED: [Meaning; 5] =
    [Meaning::InstalledTonight, Meaning::Activated, Meaning::Account, Meaning::PeopleMet, Meaning::HouseholdsMet];

pub(super) fn table(ground: &Ground<'_>, ledger: &Ledger, evenings: &Evenings<'_>) -> HeatTable {
    let has = |m: &Meaning| ground.sums.forms().any(|f| f.indicators.iter().any(|i| i.meaning == *m));
    let meaning = COUNTED.into_iter().find(has).unwrap_or(COUNTED[0]);
    let mut cells: BTreeMap<AreaId, Vec<HeatCell>> = BTreeMap::new();
    for (on, area, evening) in evenings.iter() {
        cells.entry(area).or_default().push(cell(ground, evenings, on, evening, meaning));
    }
    let mut row = |area: &Area| row(ground, ledger, evenings, area, cells.remove(&area.id).unwrap_or_default());
    let areas: Vec<AreaProgress> = ground.sums.areas().iter().map(&mut row).collect();
    let counts = || areas.iter().flat_map(|a| &a.cells).filter_map(|c| Some((c.on, c.count?)));
    HeatTable {
        meaning,
        words: meaning.word().to_owned(),
        most: counts().map(|(_, n)| n).max(),
        days: days(ground, evenings, counts()),
        areas,
    }
}

fn cell(
    ground: &Ground<'_>,
    evenings: &Evenings<'_>,
    on: NaiveDate,
    evening: &Evening<'_>,
    meaning: Meaning,
) -> HeatCell {
    let totals = evening.totals;
    let sheets = |count: Option<usize>| view::count(count.unwrap_or_default());
    HeatCell {
        on,
        visit: evening.visit,
        state: evenings.state(on, evening),
        count: totals.filter(|_| on <= ground.to).and_then(|t| t.get(meaning)),
        expected: sheets(totals.map(|t| t.expected)),
        returned: sheets(totals.map(|t| t.returned)),
        keyed: sheets(totals.map(|t| t.keyed)),
        cancelled: evening.cancelled.map(str::to_owned),
    }
}

fn row(
    ground: &Ground<'_>,
    ledger: &Ledger,
    evenings: &Evenings<'_>,
    area: &Area,
    cells: Vec<HeatCell>,
) -> AreaProgress {
    let counts: Vec<u64> = cells.iter().filter_map(|c| c.count).collect();
    let totals = ledger.area(area.id);
    let (expected, returned) = evenings.sheets_of(area.id);
    let targets = ground.targets.iter();
    AreaProgress {
        id: area.id,
        name: area.name.clone(),
        count: (!counts.is_empty()).then(|| counts.iter().sum()),
        cells,
        rates: targets.clone().map(|t| RateView::of(&ledger.area_rate(t, area.id))).collect(),
        ranges: targets.map(|t| ledger.range(t, &[area.id]).map(RangeView::of)).collect(),
        self_report: evenings.self_report(area),
        stages: funnel::stage_counts(&totals),
        reasons: funnel::reason_counts(ground.sums, &totals),
        expected,
        returned,
    }
}

/// Every day from the first to the last of campaign and visits.
fn days(ground: &Ground<'_>, evenings: &Evenings<'_>, counts: impl Iterator<Item = (NaiveDate, u64)>) -> Vec<HeatDay> {
    let mut sums: BTreeMap<NaiveDate, u64> = BTreeMap::new();
    for (on, n) in counts {
        *sums.entry(on).or_default() += n;
    }
    let mut going_out: Vec<NaiveDate> = evenings.iter().filter(|(_, _, e)| e.on > 0).map(|(on, _, _)| on).collect();
    going_out.dedup();
    let number = |on: NaiveDate| going_out.binary_search(&on).ok().map(|n| view::count(n + 1));
    calendar(ground, evenings).map(|on| HeatDay { on, evening: number(on), count: sums.get(&on).copied() }).collect()
}

pub(super) fn calendar(ground: &Ground<'_>, evenings: &Evenings<'_>) -> impl Iterator<Item = NaiveDate> + use<> {
    let campaign = ground.campaign;
    let first = evenings.iter().map(|(on, _, _)| on).min().map_or(campaign.starts_on, |on| on.min(campaign.starts_on));
    let last = evenings.iter().map(|(on, _, _)| on).max().map_or(campaign.ends_on, |on| on.max(campaign.ends_on));
    first.iter_days().take_while(move |on| *on <= last)
}
