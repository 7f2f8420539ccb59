//! What a sheet's QR says: digits only. It begins with the printed code, then describes the sheet, so
//! that a sheet of another office, a forged or an outdated one can be told in words; it ends with a
//! seal that only the office can make and check.
//!
//! | digits | what |
//! | --- | --- |
//! | 7 | short code with its check digit |
//! | 1 | format of this text, 1 |
//! | 4 | campaign |
//! | 6 | visit, 0 without one |
//! | 3 | team, 0 without one |
//! | 3 | number n of the sheet |
//! | 3 | of N |
//! | 3 | version of the form |
//! | 20 | the first 64 bits of HMAC-SHA256 over all before, as a decimal number |

use std::fmt;

use crate::code::{NotACode, OfficeKey, SheetCode};
use crate::ids::{CampaignId, TeamId, VisitId};

/// Length of the text.
pub const DIGITS: usize = 50;
const SEAL: usize = 20;
const FORMAT: u8 = 1;

/// A sheet's own description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetQr {
    pub code: SheetCode,
    pub campaign: CampaignId,
    pub visit: Option<VisitId>,
    pub team: Option<TeamId>,
    pub n: u32,
    pub of: u32,
    pub form_version: u32,
}

/// Why a scanned text is not a sheet of this office.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotASheet {
    #[error("not the digits of a sheet")]
    NotDigits,
    #[error(transparent)]
    Code(#[from] NotACode),
    #[error("printed by a newer program")]
    NewerFormat,
    #[error("not sealed by this office")]
    ForeignSeal,
}

impl SheetQr {
    /// The text of the QR, or `None` if a number is too large for its place.
    #[must_use]
    pub fn text(&self, key: &OfficeKey) -> Option<String> {
        let body = self.body();
        (body.len() == DIGITS - SEAL).then(|| format!("{body}{}", seal(key, &body)))
    }

    fn body(&self) -> String {
        format!(
            "{}{FORMAT}{:04}{:06}{:03}{:03}{:03}{:03}",
            self.code.digits(),
            self.campaign.0,
            self.visit.map_or(0, |v| v.0),
            self.team.map_or(0, |t| t.0),
            self.n,
            self.of,
            self.form_version,
        )
    }

    /// Reads and verifies a scanned text.
    ///
    /// # Errors
    /// Says which of the ways in which a text can fail to be a sheet of this office it is.
    pub fn read(text: &str, key: &OfficeKey) -> Result<Self, NotASheet> {
        let text = text.trim();
        if text.len() != DIGITS || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotASheet::NotDigits);
        }
        let (body, sealed) = text.split_at(DIGITS - SEAL);
        let code = body[..7].parse()?;
        if body.as_bytes()[7] != b'0' + FORMAT {
            return Err(NotASheet::NewerFormat);
        }
        if seal(key, body) != sealed {
            return Err(NotASheet::ForeignSeal);
        }
        let part = |from: usize, to: usize| body[from..to].parse::<u32>().map_err(|_| NotASheet::NotDigits);
        let id = |n: u32| (n != 0).then_some(i64::from(n));
        Ok(Self {
            code,
            campaign: CampaignId(i64::from(part(8, 12)?)),
            visit: id(part(12, 18)?).map(VisitId),
            team: id(part(18, 21)?).map(TeamId),
            n: part(21, 24)?,
            of: part(24, 27)?,
            form_version: part(27, 30)?,
        })
    }
}

fn seal(key: &OfficeKey, body: &str) -> String {
    let seal = key.seal(&[b"sheet qr", body.as_bytes()]);
    format!("{:020}", seal[..8].iter().fold(0u64, |n, b| (n << 8) | u64::from(*b)))
}

impl fmt::Display for SheetQr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}/{})", self.code, self.n, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::SheetId;

    const KEY: OfficeKey = OfficeKey([7; 32]);

    fn sheet() -> SheetQr {
        SheetQr {
            code: SheetCode::of(&KEY, SheetId(41)).expect("in range"),
            campaign: CampaignId(1),
            visit: Some(VisitId(8)),
            team: Some(TeamId(3)),
            n: 2,
            of: 5,
            form_version: 1,
        }
    }

    #[test]
    fn begins_with_the_printed_code_and_reads_back() {
        let text = sheet().text(&KEY).expect("fits");
        assert_eq!(text.len(), DIGITS);
        assert!(text.starts_with(&sheet().code.digits()));
        assert_eq!(text.parse::<SheetCode>(), Ok(sheet().code));
        assert_eq!(SheetQr::read(&text, &KEY), Ok(sheet()));
    }

    #[test]
    fn another_office_or_a_changed_digit_is_told() {
        let text = sheet().text(&KEY).expect("fits");
        assert_eq!(SheetQr::read(&text, &OfficeKey([8; 32])), Err(NotASheet::ForeignSeal));
        let forged = format!("{}9{}", &text[..25], &text[26..]);
        assert_eq!(SheetQr::read(&forged, &KEY), Err(NotASheet::ForeignSeal));
        assert_eq!(SheetQr::read("https://ihanoi.gov.vn", &KEY), Err(NotASheet::NotDigits));
        let newer = format!("{}2{}", &text[..7], &text[8..]);
        assert_eq!(SheetQr::read(&newer, &KEY), Err(NotASheet::NewerFormat));
    }

    #[test]
    fn a_number_too_large_for_its_place_makes_no_text() {
        let huge = SheetQr { visit: Some(VisitId(1_000_000)), ..sheet() };
        assert_eq!(huge.text(&KEY), None);
    }
}
