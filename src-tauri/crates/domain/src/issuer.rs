//! The office that issues papers and the authorities that receive its reports. Both change with time
//! (renamed, merged, moved under another authority), so each carries its dates of validity and an old
//! document renders as it was.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{AuthorityId, OfficeId};

/// A stretch of time, both ends included; an open end is unknown or still running.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Validity {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

impl Validity {
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether some day is in both.
    #[must_use]
    pub fn overlaps(&self, other: Self) -> bool {
        let before = |to: Option<NaiveDate>, from: Option<NaiveDate>| to.zip(from).is_some_and(|(to, from)| to < from);
        !before(self.to, other.from) && !before(other.to, self.from)
    }
}

/// The issuing body in one period of its life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Issuer {
    pub id: OfficeId,
    pub validity: Validity,
    /// Superior body, if the letterhead names one (NĐ 30 box 2), one line each, in upper case.
    pub superior_lines: Vec<String>,
    /// Full official name in upper case, broken by hand: `ỦY BAN NHÂN DÂN` / `PHƯỜNG HÀ CẦU`.
    pub name_lines: Vec<String>,
    /// As it is called in running text: `UBND phường Hà Cầu`.
    pub short_name: String,
    /// Place before the date (box 4): `Hà Cầu`.
    pub place: String,
    /// Abbreviation in document numbers (box 3): `UBND`.
    pub symbol: String,
    /// The office's own line for questions, printed on flyers; never a person's phone.
    pub contact_line: Option<String>,
}

/// An authority that receives reports (cơ quan nhận báo cáo).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Authority {
    pub id: AuthorityId,
    pub name: String,
    /// Form of address after "Kính gửi:".
    pub address: String,
    pub validity: Validity,
}

/// Why the periods of an office cannot be changed so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PeriodFault {
    /// A period begins after the one before it has begun.
    #[error("not after {0}")]
    NotAfter(NaiveDate),
    /// A period begins on its own last day at the latest.
    #[error("after its last day {0}")]
    PastItsEnd(NaiveDate),
    /// An office is always called something.
    #[error("the only period")]
    OnlyOne,
    /// The first period begins whenever the office did.
    #[error("the first period has no day to move")]
    First,
    #[error("no such day in the calendar")]
    NoSuchDay,
}

/// From `from` on the office is called something else: the running period ends the day before. A last period
/// whose end was known is led up to it, so that no day is without a name.
///
/// # Errors
/// The last period has not begun by the day before.
pub fn begin_period(periods: &mut Vec<Validity>, from: NaiveDate) -> Result<(), PeriodFault> {
    let eve = from.pred_opt().ok_or(PeriodFault::NoSuchDay)?;
    if let Some(last) = periods.last_mut() {
        after_start(last, from)?;
        last.to = Some(eve);
    }
    periods.push(Validity { from: Some(from), to: None });
    Ok(())
}

/// The period at `at` began on another day; the one before it ends the day before that.
///
/// # Errors
/// It is the first, or the day is not between the one before's first and its own last day.
pub fn move_start(periods: &mut [Validity], at: usize, from: NaiveDate) -> Result<(), PeriodFault> {
    let eve = from.pred_opt().ok_or(PeriodFault::NoSuchDay)?;
    let [.., before, own] = periods.get_mut(..=at).unwrap_or_default() else { return Err(PeriodFault::First) };
    after_start(before, from)?;
    if let Some(to) = own.to.filter(|to| *to < from) {
        return Err(PeriodFault::PastItsEnd(to));
    }
    before.to = Some(eve);
    own.from = Some(from);
    Ok(())
}

/// The newest period was a mistake: the one before runs as long as it did.
///
/// # Errors
/// It is the only one.
pub fn remove_newest(periods: &mut Vec<Validity>) -> Result<(), PeriodFault> {
    let [.., before, newest] = periods.as_mut_slice() else { return Err(PeriodFault::OnlyOne) };
    before.to = newest.to;
    periods.pop();
    Ok(())
}

fn after_start(period: &Validity, day: NaiveDate) -> Result<(), PeriodFault> {
    period.from.filter(|begun| day <= *begun).map_or(Ok(()), |begun| Err(PeriodFault::NotAfter(begun)))
}

#[cfg(test)]
mod tests;
