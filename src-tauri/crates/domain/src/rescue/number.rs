//! Slips within one number: what else might stand on the paper where this was keyed.
//!
//! Rates are of keys struck. Their order is that of the published counts: of errors that keep a number's
//! length about eight of ten are one wrong digit and one of ten two neighbours swapped (J. Verhoeff, *Error
//! Detecting Decimal Codes*, 1969); lost and added digits together are as many as a fifth of all. A wrong
//! digit is mostly a neighbour on the numpad, or one that looks alike in handwriting.

use super::sheet::Sheet;
use super::{Found, Slip};
use crate::tally::MOST;

/// One wrong digit, for each digit of the paper.
const WRONG: f64 = 0.003;
const SWAPPED: f64 = 0.001_2;
const MISSING: f64 = 0.000_5;
/// Struck twice.
const DOUBLED: f64 = 0.000_4;
/// Some other key struck as well; each of ten digits alike.
const EXTRA: f64 = 0.000_2;
/// Zero keyed into a box that has a number on the paper.
const SKIPPED: f64 = 0.000_5;
/// A neighbouring row read instead, for each of the two.
const REPEATED: f64 = 0.000_1;
/// Any number at all, for each box.
const OTHER: f64 = 0.000_2 / ANY;
/// Where nothing is known of a number, it is one of about so many.
const ANY: f64 = 50.0;
/// A control total that was added up wrongly on the paper, for each sheet.
pub(super) const WRONG_TOTAL: f64 = 0.05;

pub(super) fn changes(sheet: &mut Sheet, found: &mut Found) {
    for at in 0..sheet.rows() {
        let Some(keyed) = sheet.value(at).filter(|_| sheet.is_suspect(at)) else { continue };
        meant(keyed, |value, slip, rate| found.offer(sheet, slip, &[(at, Some(value))], rate));
        if sheet.is_control(at) {
            for value in wanted(sheet, at) {
                let rate = WRONG_TOTAL * off_by(keyed, value, sheet.control_parts());
                found.offer(sheet, Slip::Total, &[(at, Some(value))], rate);
            }
            continue;
        }
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let repeated = beside.filter(|row| sheet.value(*row) == Some(keyed)).count() as f64 * REPEATED;
        let skipped = if keyed == 0 { SKIPPED } else { 0.0 };
        let slip = match (skipped > 0.0, repeated > 0.0) {
            (true, _) => Slip::Skipped,
            (false, true) => Slip::Repeated,
            (false, false) => Slip::Other,
        };
        let rate = repeated + skipped;
        let wanted = wanted(sheet, at);
        if rate > 0.0 && wanted.is_empty() {
            found.offer(sheet, slip, &[(at, None)], rate);
        }
        for value in wanted {
            found.offer(sheet, slip, &[(at, Some(value))], rate / ANY + OTHER);
        }
    }
}

/// The numbers which sums that fail leave for a box, if they are no odd ones.
fn wanted(sheet: &Sheet, at: usize) -> Vec<u32> {
    sheet.wanted(at).filter(|v| *v <= MOST).collect()
}

/// Of the sums added up wrongly on paper, how many are off as `written` is from `right`: by a few units, by a
/// carry, by one of the numbers left out, by two digits of the result swapped, or by anything.
pub(super) fn off_by(written: u32, right: u32, mut parts: impl Iterator<Item = u32>) -> f64 {
    let off = f64::from(written.abs_diff(right));
    let mut share = 0.2 * 30.0 / ((30.0 + off) * (30.0 + off));
    if off < 10.0 {
        share += 0.35 / 18.0;
    }
    if [10.0, 100.0].contains(&off) {
        share += 0.1;
    }
    if written < right && parts.any(|p| p == right - written) {
        share += 0.03;
    }
    meant(written, |value, slip, _| {
        if value == right && matches!(slip, Slip::Swapped { .. }) {
            share += 0.1;
        }
    });
    share
}

/// Every number that one slip turns into the one keyed, with the slip and its rate. A number may come twice.
pub(super) fn meant(keyed: u32, mut each: impl FnMut(u32, Slip, f64)) {
    let (digits, len) = digits(keyed);
    let digits = digits.get(..len).unwrap_or_default();
    let mut give = |value: Option<u32>, slip, rate| {
        if let Some(value) = value.filter(|v| *v <= MOST && *v != keyed) {
            each(value, slip, rate);
        }
    };
    for (i, digit) in digits.iter().copied().enumerate() {
        let place = i as u8 + 1;
        for other in (0..10).filter(|d| *d != digit) {
            let with = digits.iter().enumerate().map(|(j, d)| if i == j { other } else { *d });
            give(
                number(with),
                Slip::Digit { place, keyed: digit, meant: other },
                WRONG * STRUCK[usize::from(other)][usize::from(digit)],
            );
        }
        if let Some(next) = digits.get(i + 1) {
            let with = digits.iter().enumerate().map(|(j, d)| match j {
                _ if j == i => *next,
                _ if j == i + 1 => digit,
                _ => *d,
            });
            give(number(with), Slip::Swapped { place }, SWAPPED);
        }
        let doubled = digits.get(i + 1) == Some(&digit) || (i > 0 && digits.get(i - 1) == Some(&digit));
        if len > 1 {
            let with = digits.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, d)| *d);
            let rate = EXTRA / 10.0 + if doubled { DOUBLED / 2.0 } else { 0.0 };
            give(number(with), Slip::Extra { digit, doubled }, rate);
        }
    }
    for digit in 0..10 {
        for place in 0..=len {
            let with = digits.iter().take(place).chain([&digit]).chain(digits.iter().skip(place)).copied();
            give(number(with), Slip::Missing { digit }, MISSING);
        }
        // 105 keyed as 05.
        let with = [digit, 0].into_iter().chain(digits.iter().copied());
        give(number(with).filter(|_| digit > 0), Slip::Missing { digit }, MISSING);
    }
}

/// Most digits of a `u32`.
const DIGITS: usize = 10;

pub(super) fn digits(mut number: u32) -> ([u8; DIGITS], usize) {
    let mut backwards = [0; DIGITS];
    let mut len = 0;
    for digit in &mut backwards {
        *digit = (number % 10) as u8;
        number /= 10;
        len += 1;
        if number == 0 {
            break;
        }
    }
    if let Some(written) = backwards.get_mut(..len) {
        written.reverse();
    }
    (backwards, len)
}

/// As people write a number: no zero before another digit, and not longer than the largest count.
pub(super) fn number(digits: impl Iterator<Item = u8>) -> Option<u32> {
    let mut value: Option<u32> = None;
    for digit in digits {
        value = match value {
            Some(0) => return None,
            Some(v) if v > MOST => return None,
            so_far => Some(so_far.unwrap_or(0) * 10 + u32::from(digit)),
        };
    }
    value
}

/// Of the times another digit is struck instead of the first, how often it is the second.
const STRUCK: [[f64; 10]; 10] = struck();

const fn struck() -> [[f64; 10]; 10] {
    let mut table = [[0.0; 10]; 10];
    let mut meant = 0;
    while meant < 10 {
        let (mut all, mut keyed) = (0.0, 0);
        while keyed < 10 {
            table[meant][keyed] = if keyed == meant { 0.0 } else { pull(meant, keyed) };
            all += table[meant][keyed];
            keyed += 1;
        }
        while keyed > 0 {
            keyed -= 1;
            table[meant][keyed] /= all;
        }
        meant += 1;
    }
    table
}

const fn pull(a: usize, b: usize) -> f64 {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    let near = match (low, high) {
        (0, 1 | 2) => 3.0,
        (0, _) => 1.0,
        _ => match (((high - 1) / 3).abs_diff((low - 1) / 3), ((high - 1) % 3).abs_diff((low - 1) % 3)) {
            (0, 1) | (1, 0) => 3.0,
            (1, 1) => 1.5,
            _ => 1.0,
        },
    };
    match (low, high) {
        (1, 7) | (4, 9) | (0, 6) | (3, 8) | (5, 6) | (3, 5) => near + 1.0,
        _ => near,
    }
}
