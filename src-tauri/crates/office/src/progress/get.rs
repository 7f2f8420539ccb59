use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

/// How far the campaign is at the end of a day; without one, today or the last day with figures.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct GetProgress {
    pub to: Option<NaiveDate>,
}
