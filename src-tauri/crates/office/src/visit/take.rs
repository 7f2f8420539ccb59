use std::collections::BTreeMap;

use domain::account::Permission;
use domain::ids::AreaId;
use domain::schedule::{ProposedEvening, Visit};
use serde::{Deserialize, Serialize};
use store::NewVisit;
use ts_rs::TS;

use super::ProposeForm;
use super::propose::Layout;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// A proposal taken over, if it is still the one that was seen. Evenings that give way move to the new
/// days of their area first; what is then left of them goes, or is called off if papers name it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TakeSchedule {
    pub form: ProposeForm,
    pub seen: Vec<ProposedEvening>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
pub struct Taken {
    pub added: u32,
    pub moved: u32,
    pub removed: u32,
}

/// Kept with an evening that papers name and that has no place any more.
const REASON: &str = "xếp lại lịch";

impl Write for TakeSchedule {
    type Answer = Taken;
    const NAME: &'static str = "take_schedule";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<Taken> {
        let laid = Layout::of(&act.view(), &self.form)?;
        if laid.proposed.evenings != self.seen {
            return Err(Error::of(ErrorCode::ProposalStale));
        }
        let campaign = &laid.campaign;
        let mut free: BTreeMap<AreaId, Vec<Visit>> = BTreeMap::new();
        // From behind: the earliest is taken first.
        for visit in laid.replaced.into_iter().rev() {
            free.entry(visit.area).or_default().push(visit);
        }
        let mut taken = Taken::default();
        for evening in &laid.proposed.evenings {
            match free.get_mut(&evening.area).and_then(Vec::pop) {
                Some(visit) => {
                    taken.moved += 1;
                    act.move_visit(visit.id, evening.on, visit.starts, visit.ends)?;
                    act.set_visit_teams(visit.id, &[evening.team])?;
                }
                None => {
                    taken.added += 1;
                    let visit = NewVisit {
                        area: evening.area,
                        on: evening.on,
                        starts: campaign.evening_starts,
                        ends: campaign.evening_ends,
                        teams: vec![evening.team],
                    };
                    act.insert_visit(campaign.id, &visit)?;
                }
            }
        }
        for visit in free.into_values().flatten() {
            taken.removed += 1;
            if act.is_on_paper(visit.id)? {
                act.cancel_visit(visit.id, Some(REASON))?;
            } else {
                act.delete_visit(visit.id)?;
            }
        }
        Ok(taken)
    }
}
