use domain::account::Permission;
use serde::Deserialize;
use ts_rs::TS;
use workbook::import::{Look, look_at_areas, look_at_members, look_at_schedule, look_at_tallies};

use super::{TableSource, has_problems};
use crate::{Read, Result, View};

/// What kind of table it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TableKind {
    Areas,
    Schedule,
    Members,
    Tallies,
}

/// A table as it lies there, with what its columns would be taken for: a person can then say it otherwise,
/// also where the table cannot be taken over as it is.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LookAtTable {
    pub kind: TableKind,
    pub table: TableSource,
}

impl Read for LookAtTable {
    type Answer = Look;
    const NAME: &'static str = "look_at_table";
    const NEEDS: Permission = Permission::Key;

    fn run(self, view: &View<'_>) -> Result<Look> {
        let tables = self.table.tables()?;
        let look = match self.kind {
            TableKind::Areas => look_at_areas(&tables),
            TableKind::Schedule => look_at_schedule(&tables),
            TableKind::Members => look_at_members(&tables),
            TableKind::Tallies => {
                let forms = view.list_forms(view.get_campaign()?.id)?;
                look_at_tallies(&tables, forms.iter().flat_map(|f| &f.indicators))
            }
        };
        look.map_err(|problems| has_problems(&tables.name, problems))
    }
}
