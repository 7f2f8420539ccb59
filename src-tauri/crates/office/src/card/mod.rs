//! Team cards: a paper for each team of an evening. With names it is an access to contacts, which is noted first.

mod note;
mod print;

pub use note::NoteTeamCards;
pub use print::{CardSize, TeamCardsPdf};

use chrono::NaiveDate;
use domain::schedule::Visit;

use crate::sheet::nothing_on;
use crate::{Result, View};

impl View<'_> {
    /// The visits of an evening that are on, or of all; refused in words if there is none.
    fn visits_for_cards(&self, evening: Option<NaiveDate>) -> Result<Vec<Visit>> {
        let mut visits = self.list_visits(self.get_campaign()?.id)?;
        visits.retain(|v| v.is_on() && evening.is_none_or(|on| v.on == on));
        if visits.is_empty() { Err(nothing_on(evening)) } else { Ok(visits) }
    }
}
