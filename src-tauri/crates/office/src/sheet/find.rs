//! From what was typed or scanned to the sheet, with a wrong code told in words.

use std::collections::BTreeSet;

use domain::code::{NotACode, SheetCode};
use domain::ids::{TeamId, VisitId};
use domain::qr::{DIGITS, NotASheet, SheetQr};
use domain::schedule::Visit;
use domain::sheet::Sheet;

use crate::View;
use crate::error::{Error, ErrorCode, Result};

/// A sheet, and what its QR says of itself if it was scanned.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) sheet: Sheet,
    pub(super) qr: Option<SheetQr>,
}

impl View<'_> {
    /// The sheet with a typed code or a scanned QR.
    pub(crate) fn sheet_of(&self, typed: &str) -> Result<Sheet> {
        Ok(self.found(typed)?.sheet)
    }

    /// Sheets of several codes, each once.
    pub(crate) fn sheets_of(&self, typed: &[String]) -> Result<Vec<Sheet>> {
        let mut seen = BTreeSet::new();
        let mut sheets = Vec::with_capacity(typed.len());
        for code in typed {
            let sheet = self.sheet_of(code)?;
            if seen.insert(sheet.id) {
                sheets.push(sheet);
            }
        }
        Ok(sheets)
    }

    pub(super) fn found(&self, typed: &str) -> Result<Found> {
        let typed = typed.trim();
        let scanned = if typed.len() >= DIGITS { Some(self.scanned(typed)?) } else { None };
        let code = match &scanned {
            Some(qr) => qr.code,
            None => self.typed(typed)?,
        };
        let Some(sheet) = self.find_sheet(code)? else {
            // Sealed by this office: the file is older than the sheet.
            let told = if scanned.is_some() { ErrorCode::QrNotInFile } else { ErrorCode::CodeUnknown };
            return Err(Error::of(told).with("code", code));
        };
        self.is_of_this_campaign(&sheet)?;
        Ok(Found { sheet, qr: scanned })
    }

    fn is_of_this_campaign(&self, sheet: &Sheet) -> Result<()> {
        let (own, current) = (self.campaign_of_sheet(sheet.id)?, self.get_campaign()?.id);
        if own == current {
            return Ok(());
        }
        let title = self.list_campaigns()?.into_iter().find(|c| c.id == own).map(|c| c.title).unwrap_or_default();
        Err(Error::of(ErrorCode::SheetOtherCampaign).with("code", sheet.code).with("campaign", title))
    }

    fn scanned(&self, text: &str) -> Result<SheetQr> {
        match SheetQr::read(text, &self.key()?) {
            Ok(qr) => Ok(qr),
            Err(NotASheet::ForeignSeal) => Err(self.foreign(text)?),
            Err(NotASheet::NewerFormat) => Err(Error::of(ErrorCode::QrNewer)),
            Err(NotASheet::NotDigits | NotASheet::Code(_)) => Err(Error::of(ErrorCode::CodeLength).with("typed", text)),
        }
    }

    /// Not sealed by this office. One that describes a sheet of this office number by number was changed or
    /// copied by hand; anything else is another office's, whose code may be one of ours by chance.
    fn foreign(&self, text: &str) -> Result<Error> {
        let code: Option<SheetCode> = text.get(..7).and_then(|code| code.parse().ok());
        let sheet = code.map(|code| self.find_sheet(code)).transpose()?.flatten();
        let says = |from: usize, to: usize| text.get(from..to).and_then(|part| part.parse::<i64>().ok());
        let described = sheet.filter(|s| {
            let visit = says(12, 18) == Some(s.visit.map_or(0, |v| v.0));
            let number = says(21, 24) == Some(i64::from(s.n)) || says(24, 27) == Some(i64::from(s.of));
            visit && number
        });
        Ok(match described {
            Some(sheet) => Error::of(ErrorCode::QrForged).with("code", sheet.code),
            None => Error::of(ErrorCode::QrForeign),
        })
    }

    fn typed(&self, text: &str) -> Result<SheetCode> {
        match text.parse() {
            Ok(code) => Ok(code),
            Err(NotACode::Length) => Err(Error::of(ErrorCode::CodeLength).with("typed", text)),
            Err(NotACode::CheckDigit) => Err(match self.likely(text)? {
                Some(likely) => Error::of(ErrorCode::CodeCheckDigitLikely).with("likely", likely),
                None => Error::of(ErrorCode::CodeCheckDigit),
            }
            .with("typed", text)),
        }
    }

    /// The one sheet whose code differs by a single slip: a wrong digit or two neighbours swapped.
    fn likely(&self, text: &str) -> Result<Option<SheetCode>> {
        let campaign = self.get_campaign()?.id;
        let mut likely = None;
        for code in slips(text) {
            let Some(sheet) = self.find_sheet(code)? else { continue };
            if self.campaign_of_sheet(sheet.id)? != campaign {
                continue;
            }
            if likely.is_some() {
                return Ok(None);
            }
            likely = Some(code);
        }
        Ok(likely)
    }

    /// An evening that is on, and one of its teams; none where the evening has none.
    pub(super) fn open_visit(&self, visit: VisitId, team: Option<TeamId>) -> Result<Visit> {
        let campaign = self.get_campaign()?.id;
        let visit = self.list_visits(campaign)?.into_iter().find(|v| v.id == visit);
        let visit = visit.ok_or_else(|| Error::of(ErrorCode::Missing))?;
        let fits = match team {
            Some(team) => visit.teams.contains(&team),
            None => visit.teams.is_empty(),
        };
        if !fits {
            return Err(Error::of(ErrorCode::TeamOfEvening).with("date", domain::date::dmy(visit.on)));
        }
        Ok(visit)
    }
}

/// Codes that a slip of the hand turns into what was typed: of the 63 that differ by a digit and the 6 with
/// two neighbours swapped, those whose check digit fits.
fn slips(typed: &str) -> BTreeSet<SheetCode> {
    let digits: Vec<u8> = typed.bytes().filter(u8::is_ascii_digit).collect();
    let mut near = Vec::new();
    for at in 0..digits.len() {
        for digit in b'0'..=b'9' {
            let mut other = digits.clone();
            other[at] = digit;
            near.push(other);
        }
        if at + 1 < digits.len() {
            let mut other = digits.clone();
            other.swap(at, at + 1);
            near.push(other);
        }
    }
    near.into_iter().filter_map(|d| String::from_utf8(d).ok()?.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use domain::code::{OfficeKey, SheetCode};
    use domain::ids::SheetId;

    use super::slips;

    #[test]
    fn the_code_that_was_meant_is_among_the_slips_of_what_was_typed() {
        let code = SheetCode::of(&OfficeKey([7; 32]), SheetId(41)).expect("in range");
        let digits = code.digits();
        for at in 0..7 {
            let mut wrong: Vec<char> = digits.chars().collect();
            wrong[at] = if wrong[at] == '9' { '0' } else { '9' };
            assert!(slips(&wrong.iter().collect::<String>()).contains(&code), "{wrong:?}");
        }
        for at in 0..6 {
            let mut wrong: Vec<char> = digits.chars().collect();
            wrong.swap(at, at + 1);
            assert!(slips(&wrong.iter().collect::<String>()).contains(&code), "{wrong:?}");
        }
        assert!(slips(&digits).len() <= 14, "few enough to look up one by one");
        assert!(slips("123").is_empty());
    }
}
