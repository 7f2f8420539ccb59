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
/// Any number at all, for each box; one of about a hundred.
const OTHER: f64 = 0.000_4 / 100.0;
/// A control total that was added up wrongly on the paper, for each sheet.
pub(super) const WRONG_TOTAL: f64 = 0.05;

pub(super) fn changes(sheet: &mut Sheet, found: &mut Found) {
    for at in 0..sheet.rows() {
        let Some(keyed) = sheet.value(at).filter(|_| sheet.is_suspect(at)) else { continue };
        meant(keyed, |value, slip, rate| found.offer(sheet, slip, &[(at, Some(value))], rate.ln()));
        let wanted: Vec<u32> = sheet.wanted(at).filter(|v| *v != keyed && *v <= MOST).collect();
        for value in wanted {
            let (slip, rate) = match (sheet.is_control(at), keyed) {
                (true, _) => (Slip::Total, WRONG_TOTAL * total_off(value.abs_diff(keyed))),
                (false, 0) => (Slip::Skipped, SKIPPED / 20.0),
                (false, _) => (Slip::Other, OTHER),
            };
            found.offer(sheet, slip, &[(at, Some(value))], rate.ln());
        }
        if keyed == 0 && !sheet.is_control(at) {
            found.offer(sheet, Slip::Skipped, &[(at, None)], SKIPPED.ln());
        }
    }
}

/// Share of wrong sums that are off by so much: a carry forgotten or a unit miscounted is half of them, the
/// rest may be off by anything, most of it small.
pub(super) fn total_off(off: u32) -> f64 {
    let small = if matches!(off, 1 | 2 | 10 | 20 | 100) { 0.1 } else { 0.0 };
    small + 0.5 * 30.0 / ((30.0 + f64::from(off)) * (30.0 + f64::from(off)))
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
            give(number(with), Slip::Digit { place, keyed: digit, meant: other }, WRONG * struck(other, digit));
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

fn digits(mut number: u32) -> ([u8; DIGITS], usize) {
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
fn number(digits: impl Iterator<Item = u8>) -> Option<u32> {
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

/// Of the times another digit is struck instead of `meant`, how often it is `keyed`.
fn struck(meant: u8, keyed: u8) -> f64 {
    let all: f64 = (0..10).filter(|d| *d != meant).map(|d| pull(meant, d)).sum();
    pull(meant, keyed) / all
}

fn pull(a: u8, b: u8) -> f64 {
    let near = match (a.min(b), a.max(b)) {
        (0, 1 | 2) => 3.0,
        (0, _) => 1.0,
        (low, high) => {
            let at = |d: u8| ((d - 1) / 3, (d - 1) % 3);
            let ((r, c), (s, d)) = (at(low), at(high));
            match (r.abs_diff(s), c.abs_diff(d)) {
                (0, 1) | (1, 0) => 3.0,
                (1, 1) => 1.5,
                _ => 1.0,
            }
        }
    };
    let alike = matches!((a.min(b), a.max(b)), (1, 7) | (4, 9) | (0, 6) | (3, 8) | (5, 6) | (3, 5));
    if alike { near + 1.0 } else { near }
}
