use domain::account::Permission;
use domain::ids::VisitId;
use domain::roster::copied;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::evening;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// Who came over, and who could not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Copied {
    pub people: u32,
    /// Out elsewhere that day, gone by then, or of another area.
    pub left_out: Vec<String>,
}

/// The roster of another evening in place of this one's.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CopyRoster {
    pub from: VisitId,
    pub to: VisitId,
}

impl Write for CopyRoster {
    type Answer = Copied;
    const NAME: &'static str = "copy_roster";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<Copied> {
        let all = act.view().rosters()?;
        let to = all.visits.iter().find(|v| v.id == self.to && v.is_on());
        let to = to.ok_or_else(|| Error::of(ErrorCode::Missing))?;
        if !all.visits.iter().any(|v| v.id == self.from) {
            return Err(Error::of(ErrorCode::Missing));
        }
        let gone = |id| all.members.iter().any(|m| m.id == id && all.people.find(m.person).is_none());
        let people: Vec<_> = all.persons().into_iter().filter(|p| !gone(p.member)).collect();
        let (lines, cannot) = copied(&people, &all.days(), &all.lines, self.from, &evening(to));
        act.set_roster(self.to, &lines)?;
        Ok(Copied {
            people: crate::book::count(lines.len()),
            left_out: cannot.into_iter().map(|m| all.member_name(m)).collect(),
        })
    }
}
