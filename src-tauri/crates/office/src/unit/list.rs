use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::{UnitId, UnitIndicatorId};
use domain::task::Standing;
use domain::unit::{DEFAULT_INDICATORS, UnitTotal, latest, standing, total};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::named::Named;
use crate::{Read, Result, View};

/// One box of the grid: the latest the unit reported. Blank is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct UnitCell {
    pub indicator: UnitIndicatorId,
    pub as_of: Option<NaiveDate>,
    pub people: Option<u32>,
    pub done: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnitRow {
    pub id: UnitId,
    pub name: String,
    pub due_on: Option<NaiveDate>,
    pub contact: Option<Named>,
    /// In the order of the columns.
    pub cells: Vec<UnitCell>,
    pub standing: Standing,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnitColumn {
    pub id: UnitIndicatorId,
    pub label: String,
    pub total: UnitTotal,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Units {
    pub today: NaiveDate,
    pub columns: Vec<UnitColumn>,
    pub units: Vec<UnitRow>,
    /// What to count is offered while the office has not said.
    pub offered: Vec<String>,
}

/// Schools and what they reported, outside every rate.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListUnits {}

impl Read for ListUnits {
    type Answer = Units;
    const NAME: &'static str = "list_units";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Units> {
        let campaign = view.get_campaign()?.id;
        let today = view.today();
        let name = view.names()?;
        let indicators = view.list_unit_indicators(campaign)?;
        let figures = latest(&view.list_unit_figures(campaign)?);
        let units = view.list_units(campaign)?;
        let cell = |unit, indicator| {
            let figure = figures.get(&(unit, indicator));
            UnitCell {
                indicator,
                as_of: figure.map(|f| f.as_of),
                people: figure.and_then(|f| f.people),
                done: figure.and_then(|f| f.done),
            }
        };
        Ok(Units {
            today,
            columns: indicators
                .iter()
                .map(|i| UnitColumn {
                    id: i.id,
                    label: i.label.clone(),
                    total: total(figures.values().filter(|f| f.indicator == i.id)),
                })
                .collect(),
            units: units
                .into_iter()
                .map(|unit| UnitRow {
                    cells: indicators.iter().map(|i| cell(unit.id, i.id)).collect(),
                    standing: standing(&unit, &indicators, &figures, today),
                    id: unit.id,
                    name: unit.name,
                    due_on: unit.due_on,
                    contact: unit.contact.map(&name),
                })
                .collect(),
            offered: DEFAULT_INDICATORS.map(str::to_owned).to_vec(),
        })
    }
}
