//! An area's past: former names, and which areas came out of which.
//!
//! A renamed area stays the same area. A split ends one area and begins several, a merge the reverse; what
//! was counted before stays with the area it was counted in. For rates, areas that come out of one another
//! are one *family*: people met in a source before the day are residents of its heirs, so the family's
//! counts stand over the base figures of the areas that are left, and nobody is counted twice.
//!
//! Worked example: Hà Trì 1 met 40 people on 09/11 and was split on 15/11 into Hà Trì 1A (300 people of 15
//! and over) and Hà Trì 1B (200); 1A met 60 on 20/11. The family's rate is (40 + 60) ÷ (300 + 200) = 20 %.
//! The base figures of Hà Trì 1 itself no longer count.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::area::{Area, AreaKind, BaseFigures};
use crate::ids::{AreaId, BaseId};
use crate::rates::Book;

/// What an area was called up to and including a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormerName {
    pub area: AreaId,
    pub until: NaiveDate,
    pub name: String,
    pub kind: AreaKind,
    pub cluster: Option<String>,
    pub because: String,
}

/// One area that came out of another, from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct Heir {
    pub source: AreaId,
    pub heir: AreaId,
    pub on: NaiveDate,
}

/// The area as it was called on a day: an old paper reads as it was.
///
/// `former` may hold the names of other areas too.
#[must_use]
pub fn as_on(area: &Area, former: &[FormerName], day: NaiveDate) -> Area {
    let then = former.iter().filter(|f| f.area == area.id && day <= f.until).min_by_key(|f| f.until);
    match then {
        Some(f) => Area { name: f.name.clone(), kind: f.kind, cluster: f.cluster.clone(), ..area.clone() },
        None => area.clone(),
    }
}

/// Areas that came out of one another, in the office's order; an area without heirs or sources is alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family {
    pub members: Vec<AreaId>,
    /// Those without heirs: where the people live now.
    pub leaves: Vec<AreaId>,
    /// Those without sources: where they lived before.
    pub roots: Vec<AreaId>,
}

/// Every area in its family.
#[must_use]
pub fn families(areas: &[Area], heirs: &[Heir]) -> Vec<Family> {
    let mut head: BTreeMap<AreaId, AreaId> = areas.iter().map(|a| (a.id, a.id)).collect();
    for heir in heirs {
        let (Some(&one), Some(&other)) = (head.get(&heir.source), head.get(&heir.heir)) else { continue };
        let (from, to) = (one.max(other), one.min(other));
        head.values_mut().filter(|h| **h == from).for_each(|h| *h = to);
    }
    let sources: BTreeSet<AreaId> = heirs.iter().map(|h| h.source).collect();
    let came: BTreeSet<AreaId> = heirs.iter().map(|h| h.heir).collect();
    let mut families: Vec<Family> = Vec::new();
    let mut at: BTreeMap<AreaId, usize> = BTreeMap::new();
    for area in areas {
        let index = *at.entry(head[&area.id]).or_insert_with(|| {
            families.push(Family { members: Vec::new(), leaves: Vec::new(), roots: Vec::new() });
            families.len() - 1
        });
        families[index].members.push(area.id);
        if !sources.contains(&area.id) {
            families[index].leaves.push(area.id);
        }
        if !came.contains(&area.id) {
            families[index].roots.push(area.id);
        }
    }
    families
}

/// Under which area each area stands when its family is one: the first of those that are left.
#[must_use]
pub fn heads(areas: &[Area], heirs: &[Heir]) -> BTreeMap<AreaId, AreaId> {
    let of_family = |family: Family| {
        let head = family.leaves.first().copied();
        family.members.into_iter().map(move |area| (area, head.unwrap_or(area))).collect::<Vec<_>>()
    };
    families(areas, heirs).into_iter().flat_map(of_family).collect()
}

impl Book {
    /// The book as rates and reports read it: each family is one area, called after those that are left.
    /// Books without splits and merges are as they were.
    #[must_use]
    pub fn by_family(mut self) -> Self {
        let families: Vec<Family> =
            families(&self.areas, &self.heirs).into_iter().filter(|f| f.members.len() > 1).collect();
        for family in families {
            self.join(&family);
        }
        self.heirs.clear();
        self
    }

    fn join(&mut self, family: &Family) {
        let Some(&first) = family.leaves.first() else { return };
        let left: Vec<Area> = self.areas.iter().filter(|a| family.leaves.contains(&a.id)).cloned().collect();
        for keyed in &mut self.sheets {
            let Some(area) = keyed.sheet.area.filter(|a| family.members.contains(a)) else { continue };
            self.reported_by.entry(keyed.sheet.id).or_insert(area);
            keyed.sheet.area = Some(first);
        }
        // Until the office knows figures of the new areas, those of the old ones speak of the same people.
        let known_of = |areas: &[AreaId]| self.bases.iter().any(|b| areas.contains(&b.area));
        let owners = if known_of(&family.leaves) { &family.leaves } else { &family.roots };
        match owners[..] {
            [only] => {
                self.bases.retain(|b| b.area == only || !family.members.contains(&b.area));
                self.bases.iter_mut().filter(|b| b.area == only).for_each(|b| b.area = first);
            }
            _ => self.join_bases(family, owners, first),
        }
        self.areas.retain(|a| a.id == first || !family.members.contains(&a.id));
        if let Some(area) = self.areas.iter_mut().find(|a| a.id == first) {
            area.name = left.iter().map(|a| a.name.as_str()).collect::<Vec<_>>().join(" + ");
        }
    }

    /// Figures of several areas add up only if each of them has the figure, of one day: otherwise new
    /// installs between the days would be counted twice, or some people not at all.
    fn join_bases(&mut self, family: &Family, owners: &[AreaId], first: AreaId) {
        let (of_family, rest): (Vec<BaseFigures>, Vec<BaseFigures>) =
            std::mem::take(&mut self.bases).into_iter().partition(|b| family.members.contains(&b.area));
        self.bases = rest;
        let days: BTreeSet<NaiveDate> = of_family.iter().map(|b| b.as_of).collect();
        for (as_of, n) in days.into_iter().zip(0i64..) {
            let of_day: Vec<Vec<&BaseFigures>> = owners
                .iter()
                .map(|owner| of_family.iter().filter(|b| b.area == *owner && b.as_of == as_of).collect())
                .collect();
            let sum = |figure: fn(&BaseFigures) -> Option<u32>| {
                of_day.iter().map(|bases| bases.iter().rev().find_map(|b| figure(b))).sum::<Option<u32>>()
            };
            self.bases.push(BaseFigures {
                // Made up for the sum; never written.
                id: BaseId(-1 - n),
                area: first,
                as_of,
                source: String::new(),
                households: sum(|b| b.households),
                people_15: sum(|b| b.people_15),
                smartphone_15: sum(|b| b.smartphone_15),
                installed: sum(|b| b.installed),
            });
        }
    }
}

#[cfg(test)]
mod tests;
