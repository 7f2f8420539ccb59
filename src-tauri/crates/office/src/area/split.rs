use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::area::AreaKind;
use domain::ids::{AreaId, VisitId};
use serde::Deserialize;
use store::NewArea;
use ts_rs::TS;

use super::{end::AreaEnding, named};
use crate::error::{Error, ErrorCode};
use crate::issuer::{name_of, optional_name};
use crate::{Act, Result, Write};

/// An area that begins.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct HeirForm {
    pub name: String,
    pub kind: AreaKind,
    pub cluster: Option<String>,
}

/// An evening given to one of the new areas, by its place in the list.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct Handed {
    pub visit: VisitId,
    pub to: usize,
}

/// One area becomes several on a day. What it counted stays its own; its evenings from that day on go to
/// the new areas, each to the one named for it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SplitArea {
    pub id: AreaId,
    /// First day of the new areas.
    pub on: NaiveDate,
    pub into: Vec<HeirForm>,
    #[serde(default)]
    pub evenings: Vec<Handed>,
    pub because: String,
}

impl Write for SplitArea {
    type Answer = Vec<AreaId>;
    const NAME: &'static str = "split_area";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn why(&self) -> Option<&str> {
        Some(&self.because)
    }

    fn run(self, act: &Act<'_>) -> Result<Vec<AreaId>> {
        if self.into.len() < 2 {
            return Err(Error::of(ErrorCode::TooFewAreas));
        }
        let ending = AreaEnding::of(act, self.id, self.on, &self.because)?;
        let given: BTreeMap<VisitId, usize> = self.evenings.iter().map(|h| (h.visit, h.to)).collect();
        let without: Vec<_> =
            ending.evenings.iter().filter(|v| given.get(&v.id).is_none_or(|to| *to >= self.into.len())).collect();
        ending.refuse_left(&without)?;
        // The name may live on in one of the new areas.
        ending.end(act)?;
        let mut heirs = Vec::new();
        for heir in &self.into {
            super::refuse_name(act, &heir.name, None, true)?;
            let row = NewArea {
                name: name_of(&heir.name, "tên địa bàn")?,
                kind: heir.kind,
                cluster: optional_name(heir.cluster.as_deref(), "cụm")?,
                leader: None,
                self_report_due: ending.self_report_due,
            };
            heirs.push(ending.heir(act, &row).map_err(|e| named(e, &row.name))?);
        }
        for visit in &ending.evenings {
            if let Some(heir) = given.get(&visit.id).and_then(|to| heirs.get(*to)) {
                act.hand_over_visit(visit.id, *heir)?;
            }
        }
        Ok(heirs)
    }
}
