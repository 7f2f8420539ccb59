use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::date::dmy;
use domain::ids::{MemberId, VisitId};
use domain::printing::{PaperKind, Printing, Subject, latest};
use domain::privacy::anonymous;
use domain::schedule::Visit;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

/// A printed paper that speaks of an evening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TouchedPaper {
    pub kind: PaperKind,
    pub printed_on: NaiveDate,
    pub file_name: String,
}

/// A member who goes out on an evening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TouchedMember {
    pub member: MemberId,
    pub name: String,
    pub force_name: String,
    /// Where this member is already going on the day asked about.
    pub also_at: Option<String>,
}

/// Everything that hangs on an evening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Touched {
    pub papers: Vec<TouchedPaper>,
    /// Sheets numbered for it, and how many are back.
    pub sheets: u32,
    pub returned: u32,
    pub members: Vec<TouchedMember>,
}

/// What moving an evening to a day, or calling it off (`on` is `null`), would touch. Changes nothing.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetTouched {
    pub visit: VisitId,
    pub on: Option<NaiveDate>,
}

impl Read for GetTouched {
    type Answer = Touched;
    const NAME: &'static str = "get_touched";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Touched> {
        let campaign = view.get_campaign()?.id;
        let visit = view.get_visit(self.visit)?;
        let sheets: Vec<_> = view.list_sheets(campaign)?.into_iter().filter(|s| s.visit == Some(visit.id)).collect();
        Ok(Touched {
            papers: papers(&view.list_printings(campaign)?, &visit),
            returned: crate::book::count(sheets.iter().filter(|s| s.state.is_back()).count()),
            sheets: crate::book::count(sheets.len()),
            members: members(view, &visit, self.on)?,
        })
    }
}

/// The latest printing of each paper that names the evening, each file once.
fn papers(printings: &[Printing], visit: &Visit) -> Vec<TouchedPaper> {
    let of_evening = format!("{} ", dmy(visit.on));
    let speaks = |kind: PaperKind, subject: Subject, says: &str| match subject {
        Subject::Campaign => true,
        Subject::Visit(id) | Subject::Team { visit: id, .. } => id == visit.id,
        // An area's own report has no evening.
        Subject::Area(id) => id == visit.area && PaperKind::OF_AREA.contains(&kind),
        Subject::Document(_) => says.lines().any(|line| line.starts_with(&of_evening)),
    };
    let files: BTreeMap<_, _> = latest(printings)
        .into_iter()
        .filter(|((kind, subject), (_, says))| speaks(*kind, *subject, says))
        .map(|((kind, _), (printing, _))| ((kind, printing.id), printing))
        .collect();
    let paper =
        |p: &Printing| TouchedPaper { kind: p.kind, printed_on: p.at.date_naive(), file_name: p.file_name.clone() };
    files.into_values().map(paper).collect()
}

fn members(view: &View<'_>, visit: &Visit, on: Option<NaiveDate>) -> Result<Vec<TouchedMember>> {
    let campaign = view.get_campaign()?.id;
    let roster = view.list_roster(visit.id)?;
    if roster.is_empty() {
        return Ok(Vec::new());
    }
    let areas: BTreeMap<_, _> = view.list_areas(campaign)?.into_iter().map(|a| (a.id, a.name)).collect();
    let mut elsewhere: BTreeMap<MemberId, String> = BTreeMap::new();
    for other in view.list_visits(campaign)?.iter().filter(|v| v.is_on() && v.id != visit.id && Some(v.on) == on) {
        let name = areas.get(&other.area).cloned().unwrap_or_default();
        elsewhere.extend(view.list_roster(other.id)?.into_iter().map(|a| (a.member, name.clone())));
    }
    let forces: BTreeMap<_, _> = view.list_forces(campaign)?.into_iter().map(|f| (f.id, f.name)).collect();
    let known: BTreeMap<_, _> = view.list_members(campaign)?.into_iter().map(|m| (m.id, m)).collect();
    roster
        .into_iter()
        .filter_map(|a| known.get(&a.member))
        .map(|member| {
            Ok(TouchedMember {
                member: member.id,
                name: view.find_person(member.person)?.map_or_else(|| anonymous(member.person), |p| p.name),
                force_name: forces.get(&member.force).cloned().unwrap_or_default(),
                also_at: elsewhere.get(&member.id).cloned(),
            })
        })
        .collect()
}
