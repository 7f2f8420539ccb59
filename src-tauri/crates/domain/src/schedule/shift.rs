//! Evenings pushed back, as after a storm.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::holiday::DaysOff;

/// New days for old ones, `days` later and in the same order; those that were on one day stay together. A
/// day off is passed over, and what follows gives way.
#[must_use]
pub fn shifted(
    old: impl IntoIterator<Item = NaiveDate>,
    days: u32,
    days_off: Option<&DaysOff>,
) -> BTreeMap<NaiveDate, NaiveDate> {
    let old: std::collections::BTreeSet<NaiveDate> = old.into_iter().collect();
    let mut new = BTreeMap::new();
    let mut after: Option<NaiveDate> = None;
    for day in old {
        let wanted = day.checked_add_days(Days::new(u64::from(days))).unwrap_or(day);
        let earliest = after.and_then(|d| d.succ_opt()).map_or(wanted, |d| wanted.max(d));
        let free = |d: &NaiveDate| days_off.is_none_or(|off| !off.has(*d));
        let to = earliest.iter_days().find(free).unwrap_or(earliest);
        after = Some(to);
        new.insert(day, to);
    }
    new
}
