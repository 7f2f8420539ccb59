//! Where a line of a Vietnamese official text may not end, beside the rules of Unicode.

use parley::{LineBreakContext, LineBreakOverrideFn};

/// Number and symbol of a document ("310/KH-UBND", "2024-2025") stay on one line; no word is broken at a
/// hyphen, which in a link would look like one of ours; and no line begins with a dash that belongs to the
/// line before: it would look like an item of a list.
pub(super) static BREAKS: &LineBreakOverrideFn = &(breaks as fn(LineBreakContext) -> Option<bool>);

fn breaks(at: LineBreakContext) -> Option<bool> {
    let part_of_symbol = |c: char| c.is_ascii_digit() || c.is_uppercase();
    match (at.before_before, at.before, at.after) {
        (Some(one), '/', other) if part_of_symbol(one) && part_of_symbol(other) => Some(false),
        (Some(one), '-', other) if one.is_alphanumeric() && other.is_alphanumeric() => Some(false),
        (_, ' ', '-' | '–') => Some(false),
        _ => None,
    }
}
