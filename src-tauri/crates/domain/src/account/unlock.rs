//! The unlock code: printed once, kept sealed in the safe, and the way back in when the last administrator has
//! forgotten the PIN. Digits only, so that no input method changes it; six groups of five, each of four digits by
//! chance and one that checks them and the group's place, so that a slip is named by its group.

use std::fmt;
use std::str::FromStr;

use crate::code::damm;

const GROUPS: usize = 6;
/// Digits of a group before its check digit.
const BASE: u32 = 10_000;

/// Twenty-four digits by chance: about 80 bits, far beyond trying.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct UnlockCode([u32; GROUPS]);

/// Never into a log by mistake.
impl fmt::Debug for UnlockCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UnlockCode(..)")
    }
}

/// Why typed digits are no unlock code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAnUnlockCode {
    /// So many digits were typed instead of thirty.
    Length(usize),
    /// A digit of this group, counted from 1, is wrong.
    Group(usize),
}

impl UnlockCode {
    pub const DIGITS: usize = GROUPS * 5;

    /// From chance: eight bytes a group, so that no digit is likelier than another beyond one part in 10^15.
    #[must_use]
    pub fn of(chance: &[u8; GROUPS * 8]) -> Self {
        let mut groups = [0; GROUPS];
        for (group, bytes) in groups.iter_mut().zip(chance.chunks(8)) {
            let number = bytes.iter().fold(0u64, |n, b| (n << 8) | u64::from(*b));
            *group = u32::try_from(number % u64::from(BASE)).unwrap_or_default();
        }
        Self(groups)
    }

    /// The digits without spaces: what is hashed.
    #[must_use]
    pub fn digits(&self) -> String {
        self.groups().concat()
    }

    /// Six groups of five digits, as printed.
    #[must_use]
    pub fn groups(&self) -> [String; GROUPS] {
        std::array::from_fn(|at| format!("{:04}{}", self.0[at], check(at, self.0[at])))
    }
}

fn check(at: usize, four: u32) -> u32 {
    let place = u32::try_from(at + 1).unwrap_or_default();
    damm(place * BASE + four)
}

impl fmt::Display for UnlockCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.groups().join(" "))
    }
}

impl FromStr for UnlockCode {
    type Err = NotAnUnlockCode;

    /// Whatever stands between the digits is left out.
    fn from_str(text: &str) -> Result<Self, NotAnUnlockCode> {
        let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(10)).collect();
        if digits.len() != Self::DIGITS {
            return Err(NotAnUnlockCode::Length(digits.len()));
        }
        let mut groups = [0; GROUPS];
        for (at, group) in digits.chunks(5).enumerate() {
            let four = group[..4].iter().fold(0, |n, digit| n * 10 + digit);
            if check(at, four) != group[4] {
                return Err(NotAnUnlockCode::Group(at + 1));
            }
            groups[at] = four;
        }
        Ok(Self(groups))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> UnlockCode {
        UnlockCode::of(&std::array::from_fn(|i| u8::try_from(i * 37 % 256).unwrap_or_default()))
    }

    #[test]
    fn what_is_printed_is_read_back_however_it_is_spaced() {
        let code = code();
        for typed in
            [code.to_string(), code.digits(), code.groups().join("-"), format!("  {} .", code.groups().join("  "))]
        {
            assert_eq!(typed.parse(), Ok(code));
        }
        assert_eq!(code.digits().len(), UnlockCode::DIGITS);
    }

    #[test]
    fn every_single_slip_and_every_swap_of_neighbours_names_its_group() {
        let digits: Vec<u8> = code().digits().into_bytes();
        let group_of = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("digits").parse::<UnlockCode>();
        for at in 0..digits.len() {
            for digit in b'0'..=b'9' {
                let mut slip = digits.clone();
                slip[at] = digit;
                let expected = if digit == digits[at] { Ok(code()) } else { Err(NotAnUnlockCode::Group(at / 5 + 1)) };
                assert_eq!(group_of(&slip), expected);
            }
            if at % 5 < 4 && digits[at] != digits[at + 1] {
                let mut swapped = digits.clone();
                swapped.swap(at, at + 1);
                assert_eq!(group_of(&swapped), Err(NotAnUnlockCode::Group(at / 5 + 1)));
            }
        }
    }

    #[test]
    fn a_group_belongs_to_its_place_and_none_may_miss() {
        let code = code();
        let mut groups = code.groups();
        groups.swap(1, 3);
        assert!(groups.concat().parse::<UnlockCode>().is_err());
        assert_eq!(code.digits()[1..].parse::<UnlockCode>(), Err(NotAnUnlockCode::Length(29)));
        assert_eq!("".parse::<UnlockCode>(), Err(NotAnUnlockCode::Length(0)));
    }

    #[test]
    fn it_is_never_told_by_accident() {
        assert_eq!(format!("{:?}", code()), "UnlockCode(..)");
    }
}
