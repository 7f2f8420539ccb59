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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_are_included_and_open_ends_cover() {
        let day = |d| NaiveDate::from_ymd_opt(2025, 6, d).expect("a date of the test");
        let until = Validity { from: None, to: Some(day(30)) };
        assert!(until.covers(day(30)));
        assert!(!until.covers(NaiveDate::from_ymd_opt(2025, 7, 1).expect("a date of the test")));
    }
}
