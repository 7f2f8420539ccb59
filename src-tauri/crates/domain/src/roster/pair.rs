//! Pairs that knock at doors together: one who knows the area with one who helps.

use std::collections::BTreeMap;

use super::Assignment;
use crate::ids::{ForceId, MemberId, TeamId, VisitId};

/// Whether a member knows the area, and which force the member is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Knows {
    pub member: MemberId,
    pub force: ForceId,
    /// Of the area's own people: its head, chi hội, Tổ chuyển đổi số cộng đồng.
    pub area: bool,
}

/// The pairs of one team, numbered from 1. Somebody of the area goes with somebody sent; then members of
/// different forces go together; one left over joins the last pair, because nobody knocks at a door alone.
/// A team of one has no pair.
#[must_use]
pub fn pairs(team: &[Knows]) -> BTreeMap<MemberId, u32> {
    let mut groups: BTreeMap<(bool, ForceId), Vec<MemberId>> = BTreeMap::new();
    for one in team {
        groups.entry((!one.area, one.force)).or_default().push(one.member);
    }
    // Taken from the end, so the first member is paired first.
    for members in groups.values_mut() {
        members.sort_unstable_by(|a, b| b.cmp(a));
        members.dedup();
    }
    let mut numbered = BTreeMap::new();
    let mut number = 0;
    loop {
        let first = largest(&groups, |(sent, _)| !sent).or_else(|| largest(&groups, |_| true));
        let Some(first) = first else { break };
        let other = match first {
            (false, _) => largest(&groups, |(sent, _)| sent),
            (true, _) => None,
        };
        let second = other.or_else(|| largest(&groups, |group| group != first)).unwrap_or(first);
        let one = groups.get_mut(&first).and_then(Vec::pop);
        let two = groups.get_mut(&second).and_then(Vec::pop);
        groups.retain(|_, members| !members.is_empty());
        match (one, two) {
            (Some(one), Some(two)) => {
                number += 1;
                numbered.insert(one, number);
                numbered.insert(two, number);
            }
            (Some(alone), None) | (None, Some(alone)) => {
                if number > 0 {
                    numbered.insert(alone, number);
                }
            }
            (None, None) => break,
        }
    }
    numbered
}

/// The lines with pairs of one taken apart: whoever lost the other knocks with nobody.
#[must_use]
pub fn without_lone(lines: Vec<Assignment>) -> Vec<Assignment> {
    let mut sizes: BTreeMap<(VisitId, TeamId, u32), u32> = BTreeMap::new();
    for line in &lines {
        if let Some(pair) = line.pair {
            *sizes.entry((line.visit, line.team, pair)).or_default() += 1;
        }
    }
    let is_whole = |line: &Assignment, pair| sizes.get(&(line.visit, line.team, pair)).is_some_and(|n| *n > 1);
    lines.into_iter().map(|line| Assignment { pair: line.pair.filter(|p| is_whole(&line, *p)), ..line }).collect()
}

/// The group with the most people left; the first of equals.
fn largest(
    groups: &BTreeMap<(bool, ForceId), Vec<MemberId>>,
    fits: impl Fn((bool, ForceId)) -> bool,
) -> Option<(bool, ForceId)> {
    groups
        .iter()
        .filter(|(group, _)| fits(**group))
        .max_by(|(a, x), (b, y)| x.len().cmp(&y.len()).then_with(|| b.cmp(a)))
        .map(|(group, _)| *group)
}
