//! The print room's list: papers that were saved, what they were made from, what they say of the schedule, and
//! which are stale.

mod batches;
mod flyer;
mod list;
mod made_from;
mod now;
mod record;
mod touched;

pub use batches::{Again, ListPrintings, PrintedSubject, PrintingRow};
pub use flyer::{FlyerSettings, GetFlyer, PutFlyer};
pub use list::{ListStale, StalePaper};
pub(crate) use made_from::pages;
pub(crate) use record::RecordPrinting;
pub use touched::{GetTouched, Touched, TouchedMember, TouchedPaper};

use std::collections::BTreeMap;

use domain::area::Area;
use domain::ids::{AreaId, TeamId, VisitId};
use domain::printing::Subject;
use domain::schedule::Visit;

use crate::{Result, View};

/// Names of what papers are about.
pub(crate) struct Subjects {
    areas: BTreeMap<AreaId, Area>,
    visits: BTreeMap<VisitId, Visit>,
    teams: BTreeMap<TeamId, String>,
}

impl View<'_> {
    pub(crate) fn subjects(&self) -> Result<Subjects> {
        let campaign = self.get_campaign()?.id;
        Ok(Subjects {
            areas: self.list_areas(campaign)?.into_iter().map(|a| (a.id, a)).collect(),
            visits: self.list_visits(campaign)?.into_iter().map(|v| (v.id, v)).collect(),
            teams: self.list_teams(campaign)?.into_iter().map(|t| (t.id, t.name)).collect(),
        })
    }
}

impl Subjects {
    /// The evening, called off ones too.
    fn visit(&self, subject: Subject) -> Option<&Visit> {
        match subject {
            Subject::Visit(visit) | Subject::Team { visit, .. } => self.visits.get(&visit),
            Subject::Campaign | Subject::Area(_) | Subject::Document(_) => None,
        }
    }

    fn area_name(&self, subject: Subject) -> Option<String> {
        let id = match subject {
            Subject::Area(id) => Some(id),
            other => self.visit(other).map(|v| v.area),
        };
        id.and_then(|id| self.areas.get(&id)).map(|a| a.name.clone())
    }

    fn team_name(&self, subject: Subject) -> Option<String> {
        match subject {
            Subject::Team { team, .. } => self.teams.get(&team).cloned(),
            _ => None,
        }
    }
}
