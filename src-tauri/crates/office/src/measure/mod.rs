//! How keying goes, computed from the journal: never from counters.

mod forecast;
mod get;

pub use forecast::GetForecast;
pub use get::{GetMeasures, KeyerRow, Measures};
