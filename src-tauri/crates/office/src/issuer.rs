//! The office itself: which name and form it has on a day; and the rule for typed names.

use chrono::NaiveDate;
use domain::issuer::{Authority, Issuer};
use domain::text::clean;

use crate::View;
use crate::error::{Error, ErrorCode, Result};

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

impl View<'_> {
    /// The office in the form it had on `day`; the last known form if none covers it.
    pub(crate) fn issuer_on(&self, day: NaiveDate) -> Result<Issuer> {
        let issuers = self.list_issuers()?;
        let covering = issuers.iter().rev().find(|i| i.validity.covers(day));
        covering.or(issuers.last()).cloned().ok_or_else(|| Error::of(ErrorCode::NoCampaign))
    }

    /// Authorities that receive reports on `day`; all known ones if none covers it.
    pub(crate) fn authorities_on(&self, day: NaiveDate) -> Result<Vec<Authority>> {
        let all = self.list_authorities()?;
        let covering: Vec<Authority> = all.iter().filter(|a| a.validity.covers(day)).cloned().collect();
        Ok(if covering.is_empty() { all } else { covering })
    }
}
