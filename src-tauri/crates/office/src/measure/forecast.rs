use domain::account::Permission;
use domain::measure::{Forecast, forecast};
use serde::Deserialize;
use ts_rs::TS;

use crate::{Read, Result, View};

/// How far this morning's keying is and about when it is done: `xong khoảng 9 giờ 05`.
///
/// Waiting are the sheets that lie on the table and those the last evening still owes; what is missing for
/// longer is the radar's. Only today's entries of the journal are read.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct GetForecast {}

impl Read for GetForecast {
    type Answer = Forecast;
    const NAME: &'static str = "get_forecast";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Forecast> {
        let waiting = view.count_sheets_to_key(view.get_campaign()?.id, view.today())?;
        Ok(forecast(view.now, &view.list_deeds_of_day(view.today())?, waiting))
    }
}
