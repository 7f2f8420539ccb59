//! From what was typed or scanned to the sheet, with a wrong code told in words.

use domain::code::{NotACode, SheetCode};
use domain::qr::{DIGITS, NotASheet, SheetQr};
use domain::sheet::Sheet;

use crate::View;
use crate::error::{Error, ErrorCode, Result};

impl View<'_> {
    /// The sheet with a typed code or a scanned QR.
    pub(crate) fn sheet_of(&self, typed: &str) -> Result<Sheet> {
        let typed = typed.trim();
        let code = if typed.len() >= DIGITS { self.scanned(typed)? } else { self.typed(typed)? };
        self.find_sheet(code)?.ok_or_else(|| Error::of(ErrorCode::CodeUnknown).with("code", code))
    }

    fn scanned(&self, text: &str) -> Result<SheetCode> {
        match SheetQr::read(text, &self.key()?) {
            Ok(qr) => Ok(qr.code),
            Err(NotASheet::ForeignSeal) => Err(Error::of(ErrorCode::QrForeign)),
            Err(NotASheet::NewerFormat) => Err(Error::of(ErrorCode::QrNewer)),
            Err(NotASheet::NotDigits | NotASheet::Code(_)) => Err(Error::of(ErrorCode::CodeLength).with("typed", text)),
        }
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
        let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).collect();
        let sheets = self.list_sheets(self.get_campaign()?.id)?;
        let mut near = sheets.iter().map(|s| s.code).filter(|code| is_one_slip(&digits, code.digits().as_bytes()));
        Ok(match (near.next(), near.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        })
    }
}

fn is_one_slip(typed: &[u8], code: &[u8]) -> bool {
    if typed.len() != code.len() {
        return false;
    }
    let wrong: Vec<usize> = (0..code.len()).filter(|i| typed[*i] != code[*i]).collect();
    match wrong[..] {
        [_] => true,
        [a, b] => b == a + 1 && typed[a] == code[b] && typed[b] == code[a],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_one_slip;

    #[test]
    fn slips() {
        assert!(is_one_slip(b"4821937", b"4821936"));
        assert!(is_one_slip(b"4281937", b"4821937"));
        assert!(!is_one_slip(b"4821937", b"4821937"));
        assert!(!is_one_slip(b"4912837", b"4821937"));
    }
}
