//! Thông báo lịch: which areas are visited on which evenings of a period.

use super::{Ground, composition, schedule_table, self_report_lines};
use crate::area::{Area, AreaKind};
use crate::document::ScheduleLine;
use crate::number::two_digits;
use crate::team::{Force, Person};
use crate::template::{Field, Values};

/// What a notice is made from.
#[derive(Debug, Clone)]
pub struct Notice {
    pub ground: Ground,
    /// Rows of the period's evenings, with their areas' names and kinds.
    pub schedule: Vec<ScheduleLine>,
    pub area_kinds: Vec<AreaKind>,
    pub forces: Vec<(Force, Option<Person>)>,
    /// All areas of the campaign.
    pub areas: Vec<Area>,
}

impl Notice {
    #[must_use]
    pub fn values(&self) -> Values {
        let mut values = self.ground.values();
        let evenings: usize = self.schedule.iter().map(|row| row.evenings.len()).sum();
        values.say(Field::Evenings, format!("{} buổi", two_digits(evenings)));
        values.say(Field::AreasReported, format!("{} địa bàn", two_digits(self.area_kinds.len())));
        values.set(Field::Schedule, vec![schedule_table(&self.ground.campaign, &self.area_kinds, &self.schedule)]);
        values.set(Field::Composition, composition(&self.forces));
        values.set(Field::SelfReports, self_report_lines(&self.areas));
        values
    }
}
