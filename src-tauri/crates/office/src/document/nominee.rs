use std::collections::BTreeSet;

use domain::ids::{AreaId, DocumentId, PersonId, TaskGroupId};
use domain::text::clean;
use serde::{Deserialize, Serialize};
use store::Nominee;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, View};

/// Whom a tờ trình proposes for commendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Nominated {
    Area {
        id: AreaId,
    },
    /// A unit of the plan's part II.
    Unit {
        id: TaskGroupId,
    },
    Person {
        id: PersonId,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct NomineeForm {
    pub who: Nominated,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NomineeView {
    pub who: Nominated,
    pub name: String,
    pub reason: String,
}

impl From<Nominee> for Nominated {
    fn from(nominee: Nominee) -> Self {
        match nominee {
            Nominee::Area(id) => Self::Area { id },
            Nominee::Unit(id) => Self::Unit { id },
            Nominee::Person(id) => Self::Person { id },
        }
    }
}

impl From<Nominated> for Nominee {
    fn from(who: Nominated) -> Self {
        match who {
            Nominated::Area { id } => Self::Area(id),
            Nominated::Unit { id } => Self::Unit(id),
            Nominated::Person { id } => Self::Person(id),
        }
    }
}

impl View<'_> {
    pub(super) fn nominees(&self, id: DocumentId) -> Result<Vec<NomineeView>> {
        let campaign = self.get_campaign()?.id;
        let (areas, units, names) = (self.list_areas(campaign)?, self.list_task_groups(campaign)?, self.names()?);
        let name = |nominee: Nominee| match nominee {
            Nominee::Area(id) => areas.iter().find(|a| a.id == id).map(domain::area::Area::label).unwrap_or_default(),
            Nominee::Unit(id) => units.iter().find(|u| u.id == id).map(|u| u.unit.clone()).unwrap_or_default(),
            Nominee::Person(id) => names(id).name,
        };
        let view =
            |(nominee, reason): (Nominee, String)| NomineeView { who: nominee.into(), name: name(nominee), reason };
        Ok(self.list_nominees(id)?.into_iter().map(view).collect())
    }
}

impl Act<'_> {
    /// Each once, each of this campaign.
    pub(super) fn put_nominees(&self, id: DocumentId, forms: Vec<NomineeForm>) -> Result<()> {
        let campaign = self.get_campaign()?.id;
        let (areas, units) = (self.list_areas(campaign)?, self.list_task_groups(campaign)?);
        let mut seen = BTreeSet::new();
        let mut rows = Vec::new();
        for form in forms {
            let (there, key) = match form.who {
                Nominated::Area { id } => (areas.iter().any(|a| a.id == id), (0, id.0)),
                Nominated::Unit { id } => (units.iter().any(|u| u.id == id), (1, id.0)),
                Nominated::Person { id } => (self.find_person(id)?.is_some(), (2, id.0)),
            };
            if !there {
                return Err(Error::of(ErrorCode::Missing));
            }
            if seen.insert(key) {
                rows.push((form.who.into(), clean(&form.reason)));
            }
        }
        Ok(self.replace_nominees(id, &rows)?)
    }
}
