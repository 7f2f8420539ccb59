//! Slips between rows: two boxes exchanged, digits that went into the next box, a run of numbers keyed one row
//! too high or too low.

use super::number::{digits, number};
use super::sheet::Sheet;
use super::{Found, Slip};
use crate::tally::MOST;

/// Two neighbouring rows read in the wrong order, for each pair.
const NEIGHBOURS: f64 = 0.000_3;
/// Two boxes further apart, for each pair.
const APART: f64 = 0.000_01;
/// Digits keyed across two boxes, for each pair.
const ACROSS: f64 = 0.000_1;
/// A row left out or keyed twice and the rest keyed from there, for each row.
const REST: f64 = 0.000_06;
/// The same, noticed somewhere before the end.
const RUN: f64 = 0.000_006;

pub(super) fn changes(sheet: &mut Sheet, found: &mut Found) {
    let rows = sheet.rows();
    for a in 0..rows {
        for b in a + 1..rows {
            let (Some(first), Some(second)) = (sheet.value(a), sheet.value(b)) else { continue };
            let rate = if b == a + 1 { NEIGHBOURS } else { APART };
            if first != second && (sheet.is_suspect(a) || sheet.is_suspect(b)) {
                found.offer(sheet, Slip::Exchanged, &[(a, Some(second)), (b, Some(first))], rate);
            }
        }
        if let Some(first) = sheet.value(a)
            && a + 1 < rows
            && (sheet.is_suspect(a) || sheet.is_suspect(a + 1))
        {
            across(first, sheet.value(a + 1), |first, second| {
                found.offer(sheet, Slip::Across, &[(a, Some(first)), (a + 1, Some(second))], ACROSS);
            });
        }
    }
    shifted(sheet, found);
}

/// The same digits in the same order, parted elsewhere.
fn across(first: u32, second: Option<u32>, mut each: impl FnMut(u32, u32)) {
    let (left, left_len) = digits(first);
    let (right, right_len) = second.map_or(([0; 10], 0), digits);
    let all = || left.iter().take(left_len).chain(right.iter().take(right_len)).copied();
    for cut in (1..left_len + right_len).filter(|cut| *cut != left_len) {
        if let (Some(first), Some(second)) = (number(all().take(cut)), number(all().skip(cut)))
            && first.max(second) <= MOST
        {
            each(first, second);
        }
    }
}

fn shifted(sheet: &mut Sheet, found: &mut Found) {
    let rows = sheet.rows();
    let last = (0..rows).rev().find(|at| sheet.value(*at).is_some()).unwrap_or_default();
    let bottom = (last + 1).min(rows.saturating_sub(1));
    let mut to = Vec::with_capacity(rows);
    for first in 0..=last {
        for end in first + 1..=bottom {
            let rate = if end >= last { REST } else { RUN };
            if end <= last {
                too_low(sheet, first, end, &mut to);
                let rate = rate * stray(sheet.value(first), sheet.value(first + 1));
                found.offer(sheet, Slip::TooLow, &to, rate);
            }
            too_high(sheet, first, end, &mut to);
            let rate = rate * stray(sheet.value(end), sheet.value(end.saturating_sub(1)));
            found.offer(sheet, Slip::TooHigh, &to, rate);
        }
    }
}

/// How often a number that was on no row of the paper stands where it stands.
fn stray(number: Option<u32>, beside: Option<u32>) -> f64 {
    match number {
        None => 0.6,
        Some(_) if number == beside => 0.2,
        Some(0) => 0.2,
        // One of about fifty.
        Some(_) => 0.005,
    }
}

/// What stands in `first + 1..=end` belongs one row higher; `end` is then open.
fn too_low(sheet: &Sheet, first: usize, end: usize, to: &mut Vec<(usize, Option<u32>)>) {
    to.clear();
    to.extend((first..end).map(|at| (at, sheet.value(at + 1))));
    to.push((end, None));
    to.retain(|(at, value)| sheet.value(*at) != *value);
}

/// What stands in `first..end` belongs one row lower; `first` is then open.
fn too_high(sheet: &Sheet, first: usize, end: usize, to: &mut Vec<(usize, Option<u32>)>) {
    to.clear();
    to.push((first, None));
    to.extend((first + 1..=end).map(|at| (at, sheet.value(at - 1))));
    to.retain(|(at, value)| sheet.value(*at) != *value);
}
