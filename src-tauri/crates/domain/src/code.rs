//! The sheet's short code: digits only, so that the hand stays on the numpad and UniKey cannot change
//! a scan. Six digits from a keyed permutation of the sheet's serial number, then a Damm check digit;
//! shown `482-1937`.

use std::fmt;
use std::str::FromStr;

use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use ts_rs::TS;

use crate::ids::SheetId;

/// The office's secret: it scatters the codes and seals the QR. It travels in backups and nowhere else.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct OfficeKey(pub [u8; 32]);

impl fmt::Debug for OfficeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OfficeKey(..)")
    }
}

impl OfficeKey {
    /// HMAC-SHA256 of `parts`, each with its length before it so that no two lists collide.
    #[must_use]
    pub(crate) fn seal(&self, parts: &[&[u8]]) -> [u8; 32] {
        #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

/// How many sheets an office file can number.
pub const SHEETS: i64 = 1_000_000;

/// Seven digits, the last a Damm check digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct SheetCode(u32);

impl SheetCode {
    /// The code of a serial number below [`SHEETS`].
    ///
    /// A balanced Feistel network over 1000 × 1000 (additive, ten rounds): a permutation for every key,
    /// so no two sheets share a code and neighbours look unrelated.
    #[must_use]
    pub fn of(key: &OfficeKey, serial: SheetId) -> Option<Self> {
        let serial = u32::try_from(serial.0).ok().filter(|s| i64::from(*s) < SHEETS)?;
        let (mut left, mut right) = (serial / 1000, serial % 1000);
        for round in 0..ROUNDS {
            (left, right) = (right, (left + scatter(key, round, right)) % 1000);
        }
        let six = left * 1000 + right;
        Some(Self(six * 10 + damm(six)))
    }

    /// Seven digits without the hyphen, as the QR begins.
    #[must_use]
    pub fn digits(self) -> String {
        format!("{:07}", self.0)
    }
}

const ROUNDS: u8 = 10;

fn scatter(key: &OfficeKey, round: u8, half: u32) -> u32 {
    let seal = key.seal(&[b"sheet code", &[round], &half.to_be_bytes()]);
    let number = seal[..8].iter().fold(0u64, |n, b| (n << 8) | u64::from(*b));
    u32::try_from(number % 1000).unwrap_or_default()
}

/// Damm's quasigroup of order 10 (H. M. Damm, 2004): finds every single wrong digit and every swap of
/// neighbours.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

pub(crate) fn damm(six: u32) -> u32 {
    let state = format!("{six:06}").bytes().fold(0u8, |state, b| DAMM[usize::from(state)][usize::from(b - b'0')]);
    u32::from(state)
}

/// Why typed digits are no code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotACode {
    #[error("a code has seven digits")]
    Length,
    #[error("the check digit does not fit")]
    CheckDigit,
}

impl FromStr for SheetCode {
    type Err = NotACode;

    /// Reads `482-1937`, `4821937`, `482 1937`, and the first seven digits of a scanned QR.
    fn from_str(text: &str) -> Result<Self, NotACode> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        if digits.len() < 7 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotACode::Length);
        }
        if digits.len() > 7 && digits.len() < crate::qr::DIGITS {
            return Err(NotACode::Length);
        }
        let number: u32 = digits[..7].parse().map_err(|_| NotACode::Length)?;
        if damm(number / 10) == number % 10 { Ok(Self(number)) } else { Err(NotACode::CheckDigit) }
    }
}

impl TryFrom<String> for SheetCode {
    type Error = NotACode;

    fn try_from(text: String) -> Result<Self, NotACode> {
        text.parse()
    }
}

impl From<SheetCode> for String {
    fn from(code: SheetCode) -> Self {
        code.to_string()
    }
}

impl fmt::Display for SheetCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits();
        write!(f, "{}-{}", &digits[..3], &digits[3..])
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const KEY: OfficeKey = OfficeKey([7; 32]);

    #[test]
    fn codes_are_distinct_and_far_apart() {
        let codes: BTreeSet<SheetCode> = (0..20_000).filter_map(|n| SheetCode::of(&KEY, SheetId(n))).collect();
        assert_eq!(codes.len(), 20_000);
        assert_eq!(SheetCode::of(&KEY, SheetId(SHEETS)), None);
        assert_eq!(SheetCode::of(&KEY, SheetId(-1)), None);
    }

    #[test]
    fn other_keys_give_other_codes() {
        assert_ne!(SheetCode::of(&KEY, SheetId(1)), SheetCode::of(&OfficeKey([8; 32]), SheetId(1)));
    }

    #[test]
    fn every_wrong_digit_and_every_swap_of_neighbours_is_refused() {
        for n in (0..2_000).step_by(7) {
            let digits = SheetCode::of(&KEY, SheetId(n)).expect("in range").digits();
            for i in 0..7 {
                for d in b'0'..=b'9' {
                    let mut wrong = digits.clone().into_bytes();
                    if wrong[i] != d {
                        wrong[i] = d;
                        let wrong = String::from_utf8(wrong).expect("digits");
                        assert_eq!(wrong.parse::<SheetCode>(), Err(NotACode::CheckDigit), "{digits} → {wrong}");
                    }
                }
                let mut swapped = digits.clone().into_bytes();
                if i < 6 && swapped[i] != swapped[i + 1] {
                    swapped.swap(i, i + 1);
                    assert!(String::from_utf8(swapped).expect("digits").parse::<SheetCode>().is_err());
                }
            }
        }
    }

    #[test]
    fn reads_what_is_typed_or_scanned() {
        let code = SheetCode::of(&KEY, SheetId(41)).expect("in range");
        assert_eq!(code.to_string().parse(), Ok(code));
        assert_eq!(code.digits().parse(), Ok(code));
        for text in ["", "482", "48a1937", "48219370"] {
            assert_eq!(text.parse::<SheetCode>(), Err(NotACode::Length), "{text}");
        }
    }
}
