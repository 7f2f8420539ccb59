use chrono::NaiveDate;
use domain::account::Permission;
use domain::campaign::{Denominator, Numerator, Target};
use domain::ids::TargetId;
use domain::text::clean;
use serde::Deserialize;
use store::NewTarget;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::issuer::name_of;
use crate::{Act, Result, Write};

/// Adds a target after the others, or changes one.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutTarget {
    /// `null`: a new one.
    pub id: Option<TargetId>,
    /// Where the plan states it: `I.2`; may be blank.
    pub clause: String,
    pub name: String,
    pub counts: Numerator,
    pub of: Denominator,
    /// Whole percent, 1 to 100.
    pub goal: u32,
    pub by: NaiveDate,
}

impl Write for PutTarget {
    type Answer = TargetId;
    const NAME: &'static str = "put_target";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<TargetId> {
        let campaign = act.get_campaign()?.id;
        let target = self.read()?;
        let form = act.get_current_form(campaign)?;
        for meaning in target.needs() {
            if !form.indicators.iter().any(|i| i.meaning == meaning) {
                return Err(Error::of(ErrorCode::TargetWithoutBox).with("meaning", meaning.word()));
            }
        }
        if self.id.is_some() {
            act.get_target(target.id)?;
            act.update_target(&target)?;
            return Ok(target.id);
        }
        Ok(act.insert_target(
            campaign,
            &NewTarget {
                clause: target.clause,
                name: target.name,
                numerator: target.numerator,
                denominator: target.denominator,
                percent: target.percent,
                by: target.by,
            },
        )?)
    }
}

impl PutTarget {
    fn read(&self) -> Result<Target> {
        if !(1..=100).contains(&self.goal) {
            return Err(Error::of(ErrorCode::PercentOutOfRange).with("typed", self.goal));
        }
        if !self.of.fits(self.counts) {
            let words = Error::of(ErrorCode::TargetUnlike);
            return Err(words.with("numerator", self.counts.word()).with("denominator", self.of.word()));
        }
        let clause = clean(&self.clause);
        if clause.chars().count() > LONGEST_CLAUSE {
            return Err(Error::of(ErrorCode::TooLong).with("field", "mục trong kế hoạch").with("most", LONGEST_CLAUSE));
        }
        Ok(Target {
            id: self.id.unwrap_or(TargetId(0)),
            clause,
            name: name_of(&self.name, "tên chỉ tiêu")?,
            numerator: self.counts,
            denominator: self.of,
            percent: self.goal,
            by: self.by,
        })
    }
}

/// A clause stands in narrow columns of the report.
const LONGEST_CLAUSE: usize = 20;
