//! The office itself: which name and form it has on a day, its history; and the rule for typed names.

mod correct;
mod list;
mod remove;
mod rename;

use chrono::NaiveDate;
use domain::campaign::Campaign;
use domain::date::dmy;
use domain::ids::OfficeId;
use domain::issuer::{Authority, Issuer, PeriodFault, Validity};
use domain::text::clean;
use serde::Deserialize;
use store::NewIssuer;
use ts_rs::TS;

use crate::error::{Error, ErrorCode, Result};
use crate::{Act, View};

pub use correct::CorrectOfficePeriod;
pub use list::{ListOfficePeriods, OfficePeriod};
pub use remove::RemoveOfficePeriod;
pub use rename::RenameOffice;

/// Longest name of an area, person or unit, in letters.
const LONGEST_NAME: usize = 120;

/// A typed name: one line, NFC, not blank, not longer than paper can hold.
pub(crate) fn name_of(typed: &str, field: &str) -> Result<String> {
    let name = clean(typed);
    if name.is_empty() {
        return Err(Error::of(ErrorCode::Blank).with("field", field));
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Error::of(ErrorCode::TooLong).with("field", field).with("most", LONGEST_NAME));
    }
    Ok(name)
}

/// Blank means absent.
pub(crate) fn optional_name(typed: Option<&str>, field: &str) -> Result<Option<String>> {
    match typed.map(clean) {
        Some(name) if !name.is_empty() => name_of(&name, field).map(Some),
        _ => Ok(None),
    }
}

/// The letterhead as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct Letterhead {
    pub superior_lines: Vec<String>,
    pub name_lines: Vec<String>,
    pub short_name: String,
    pub place: String,
    pub symbol: String,
    pub contact_line: Option<String>,
}

impl Letterhead {
    /// # Errors
    /// Name, place or symbol is blank: a letterhead cannot do without.
    pub(crate) fn row(&self, validity: Validity) -> Result<NewIssuer> {
        let name_lines = upper_lines(&self.name_lines);
        name_of(&name_lines.concat(), "tên đầy đủ")?;
        Ok(NewIssuer {
            validity,
            superior_lines: upper_lines(&self.superior_lines),
            name_lines,
            short_name: name_of(&self.short_name, "tên trong câu")?,
            place: name_of(&self.place, "nơi ban hành")?,
            symbol: name_of(&self.symbol, "ký hiệu")?,
            contact_line: optional_name(self.contact_line.as_deref(), "đường dây hỏi đáp")?,
        })
    }
}

/// Upper case, as the decree prints both bodies.
pub(crate) fn upper_lines(typed: &[String]) -> Vec<String> {
    typed.iter().map(|l| clean(l).to_uppercase()).filter(|l| !l.is_empty()).collect()
}

impl View<'_> {
    /// The office in the form it had on `day`; the last known form if none covers it.
    pub(crate) fn issuer_on(&self, day: NaiveDate) -> Result<Issuer> {
        let issuers = self.list_issuers()?;
        let covering = issuers.iter().rev().find(|i| i.validity.covers(day));
        covering.or(issuers.last()).cloned().ok_or_else(|| Error::of(ErrorCode::NoCampaign))
    }

    /// The office on papers of a campaign that bear no date of their own: as it is called today, or was when a
    /// campaign that is over ended, or will be when one to come begins.
    pub(crate) fn issuer_during(&self, campaign: &Campaign) -> Result<Issuer> {
        self.issuer_on(self.today().clamp(campaign.starts_on, campaign.ends_on))
    }

    /// Authorities that receive reports on `day`. None rather than one that was dissolved: its name on a report
    /// would send it nowhere.
    pub(crate) fn authorities_on(&self, day: NaiveDate) -> Result<Vec<Authority>> {
        Ok(self.list_authorities()?.into_iter().filter(|a| a.validity.covers(day)).collect())
    }
}

impl Act<'_> {
    /// Writes each period whose dates a rule has changed.
    fn date_periods(&self, before: &[Issuer], after: &[Validity]) -> Result<()> {
        for (issuer, validity) in before.iter().zip(after) {
            if issuer.validity != *validity {
                self.update_issuer(issuer.id, &row_of(issuer.clone(), *validity))?;
            }
        }
        Ok(())
    }
}

fn validities(issuers: &[Issuer]) -> Vec<Validity> {
    issuers.iter().map(|i| i.validity).collect()
}

fn place_of(issuers: &[Issuer], id: OfficeId) -> Result<usize> {
    issuers.iter().position(|i| i.id == id).ok_or_else(|| Error::of(ErrorCode::Missing))
}

fn row_of(issuer: Issuer, validity: Validity) -> NewIssuer {
    NewIssuer {
        validity,
        superior_lines: issuer.superior_lines,
        name_lines: issuer.name_lines,
        short_name: issuer.short_name,
        place: issuer.place,
        symbol: issuer.symbol,
        contact_line: issuer.contact_line,
    }
}

impl From<PeriodFault> for Error {
    fn from(fault: PeriodFault) -> Self {
        match fault {
            PeriodFault::NotAfter(day) => Self::of(ErrorCode::PeriodNotAfter).with("date", dmy(day)),
            PeriodFault::PastItsEnd(day) => Self::of(ErrorCode::PeriodPastItsEnd).with("date", dmy(day)),
            PeriodFault::OnlyOne => Self::of(ErrorCode::OnlyPeriod),
            PeriodFault::First | PeriodFault::NoSuchDay => Self::of(ErrorCode::FirstPeriod),
        }
    }
}
