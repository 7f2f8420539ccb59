use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, TimeDelta};
use domain::account::Permission;
use domain::ids::PersonId;
use domain::privacy::ContactDeed;
use domain::schedule::Visit;
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, View, Write};

/// How long after the note the file may be made.
const MINUTES: i64 = 10;

/// Notes that names go out on team cards; [`super::TeamCardsPdf`] prints none without it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct NoteTeamCards {
    /// None: every evening that is on.
    pub evening: Option<NaiveDate>,
}

impl Write for NoteTeamCards {
    /// How many people are named.
    type Answer = u32;
    const NAME: &'static str = "note_team_cards";
    const NEEDS: Permission = Permission::Print;

    fn run(self, act: &Act<'_>) -> Result<u32> {
        let view = act.view();
        let visits = view.visits_for_cards(self.evening)?;
        let people = crate::book::count(view.people_on_cards(&visits)?.len());
        if people > 0 {
            act.note_access(ContactDeed::Printed, None, people)?;
        }
        Ok(people)
    }
}

impl View<'_> {
    /// Whom the cards of these visits name: members on the rosters and the areas' heads.
    fn people_on_cards(&self, visits: &[Visit]) -> Result<BTreeSet<PersonId>> {
        let all = self.rosters()?;
        let is_of = |visit| visits.iter().any(|v| v.id == visit);
        let out: BTreeSet<_> = all.lines.iter().filter(|l| is_of(l.visit)).map(|l| l.member).collect();
        let members = all.members.iter().filter(|m| out.contains(&m.id)).map(|m| m.person);
        let heads = visits.iter().filter_map(|v| all.areas.get(&v.area)?.leader);
        Ok(members.chain(heads).filter(|id| all.people.find(*id).is_some()).collect())
    }

    /// Names for these visits may be printed now: whoever asks has just had it noted, for as many people.
    pub(super) fn check_cards_noted(&self, visits: &[Visit]) -> Result<()> {
        let people = crate::book::count(self.people_on_cards(visits)?.len());
        let account = self.who.as_ref().map(|a| a.id);
        let is_noted = self.list_contact_accesses(100)?.iter().any(|a| {
            a.what == ContactDeed::Printed
                && a.person.is_none()
                && a.how_many >= people
                && a.account == account
                && DateTime::parse_from_rfc3339(&a.at).is_ok_and(|at| self.now - at < TimeDelta::minutes(MINUTES))
        });
        if people == 0 || is_noted { Ok(()) } else { Err(Error::of(ErrorCode::PrintNotNoted)) }
    }
}
