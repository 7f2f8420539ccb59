use chrono::NaiveDate;
use domain::account::Permission;
use domain::area::AreaKind;
use domain::date::dmy;
use domain::ids::AreaId;
use domain::lineage::Heir;
use serde::Deserialize;
use store::NewArea;
use ts_rs::TS;

use super::{end::AreaEnding, named};
use crate::error::{Error, ErrorCode};
use crate::issuer::{name_of, optional_name};
use crate::{Act, Result, Write};

/// Several areas become one on a day. Their counts stay theirs; their evenings from that day on are the new
/// area's.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MergeAreas {
    pub ids: Vec<AreaId>,
    /// First day of the new area.
    pub on: NaiveDate,
    pub name: String,
    pub kind: AreaKind,
    pub cluster: Option<String>,
    pub because: String,
}

impl Write for MergeAreas {
    type Answer = AreaId;
    const NAME: &'static str = "merge_areas";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn why(&self) -> Option<&str> {
        Some(&self.because)
    }

    fn run(self, act: &Act<'_>) -> Result<AreaId> {
        let mut ids = self.ids.clone();
        ids.sort_unstable();
        ids.dedup();
        let endings: Vec<AreaEnding> =
            ids.iter().map(|id| AreaEnding::of(act, *id, self.on, &self.because)).collect::<Result<_>>()?;
        let [first, rest @ ..] = &endings[..] else { return Err(Error::of(ErrorCode::TooFewAreas)) };
        if rest.is_empty() {
            return Err(Error::of(ErrorCode::TooFewAreas));
        }
        refuse_same_evening(&endings)?;
        for ending in &endings {
            ending.end(act)?;
        }
        super::refuse_name(act, &self.name, None, true)?;
        let row = NewArea {
            name: name_of(&self.name, "tên địa bàn")?,
            kind: self.kind,
            cluster: optional_name(self.cluster.as_deref(), "cụm")?,
            leader: None,
            // Areas that all report by themselves go on doing so, by the earliest day.
            self_report_due: endings.iter().map(|e| e.self_report_due).min().flatten(),
        };
        let heir = first.heir(act, &row).map_err(|e| named(e, &row.name))?;
        for ending in rest {
            act.insert_heir(Heir { source: ending.area.id, heir, on: self.on })?;
        }
        for visit in endings.iter().flat_map(|e| &e.evenings) {
            act.hand_over_visit(visit.id, heir)?;
        }
        Ok(heir)
    }
}

/// The new area would be visited twice on one evening.
fn refuse_same_evening(endings: &[AreaEnding]) -> Result<()> {
    let mut seen: Vec<(NaiveDate, &str)> = Vec::new();
    for ending in endings {
        for visit in &ending.evenings {
            if let Some((on, other)) = seen.iter().find(|(on, _)| *on == visit.on) {
                return Err(Error::of(ErrorCode::MergeSameEvening)
                    .with("area", &ending.area.name)
                    .with("other", other)
                    .with("date", dmy(*on)));
            }
        }
        seen.extend(ending.evenings.iter().map(|v| (v.on, ending.area.name.as_str())));
    }
    Ok(())
}
