//! Reporting units outside every rate: schools (II.7 of the plan).

mod figures;
mod indicators;
mod list;
mod put;

pub use figures::{PutUnitFigures, UnitValue};
pub use indicators::{IndicatorForm, PutUnitIndicators};
pub use list::{ListUnits, UnitCell, UnitColumn, UnitRow, Units};
pub use put::{AddUnits, PutUnit, RemoveUnit};

use crate::error::{Error, ErrorCode};

/// The name with the error that names it.
fn listed(name: &str) -> impl Fn(store::StoreError) -> Error + '_ {
    move |error| match Error::from(error) {
        e @ Error::User { code: ErrorCode::ListedTwice, .. } => e.with("name", name),
        e => e,
    }
}
