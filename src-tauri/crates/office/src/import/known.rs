//! Finding the office's areas by the names a table uses, and names that seem to be missing.

use std::collections::{BTreeMap, BTreeSet};

use domain::area::Area;
use domain::ids::AreaId;
use domain::spelling::{bare_spelling, near_key};
use workbook::import::{Place, Problem, ProblemCode, Reading};

/// The areas the office knows, by spelling, and what a person says of names that are nearly theirs. An area
/// that is no more is known only while no living one has its name.
pub(super) struct KnownAreas<'a> {
    by_name: BTreeMap<String, &'a Area>,
    near: BTreeMap<String, Vec<&'a Area>>,
    said: &'a Reading,
}

impl<'a> KnownAreas<'a> {
    pub(super) fn of(areas: &'a [Area], said: &'a Reading) -> Self {
        let mut by_name: BTreeMap<String, &Area> = BTreeMap::new();
        let mut near: BTreeMap<String, Vec<&Area>> = BTreeMap::new();
        let (living, past): (Vec<&Area>, Vec<&Area>) = areas.iter().partition(|a| a.is_living());
        for area in living.into_iter().chain(past) {
            by_name.entry(bare_spelling(&area.name)).or_insert(area);
            if area.is_living() {
                near.entry(near_key(&area.name)).or_default().push(area);
            }
        }
        Self { by_name, near, said }
    }

    /// The area of a name, with or without its kind before it, or the one a person says it is.
    pub(super) fn find(&self, name: &str) -> Option<&'a Area> {
        let by_name = self.by_name.get(&bare_spelling(name)).copied();
        by_name.or_else(|| self.nearly(name).find(|a| self.said.said_same(name, &a.name) == Some(true)))
    }

    /// An area whose name differs only in its marks or spaces, while nobody says whether it is the same.
    pub(super) fn near(&self, name: &str) -> Option<&'a Area> {
        match self.find(name) {
            Some(_) => None,
            None => self.nearly(name).find(|a| self.said.said_same(name, &a.name).is_none()),
        }
    }

    fn nearly(&self, name: &str) -> impl Iterator<Item = &'a Area> {
        self.near.get(&near_key(name)).into_iter().flatten().copied()
    }

    /// The area that a table which adds none speaks of.
    pub(super) fn get(&self, name: &str, place: &Place) -> Result<AreaId, Problem> {
        match (self.find(name), self.near(name)) {
            (Some(area), _) => Ok(area.id),
            (None, Some(near)) => Err(near_existing(name, near, place)),
            (None, None) => Err(Problem::at(ProblemCode::UnknownArea, place).with("name", name)),
        }
    }
}

pub(super) fn near_existing(name: &str, near: &Area, place: &Place) -> Problem {
    Problem::at(ProblemCode::NearExistingArea, place).with("name", name).with("existing", &near.name)
}

/// Numbered names that miss between their neighbours: with "Cầu Đơ 1" and "Cầu Đơ 3", "Cầu Đơ 2".
pub(super) fn gaps<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    /// A wider hole is two series, not a slip.
    const WIDEST: u32 = 5;
    let mut series: BTreeMap<(String, String), BTreeSet<u32>> = BTreeMap::new();
    for (before, number, after) in names.filter_map(numbered) {
        series.entry((before, after)).or_default().insert(number);
    }
    let mut gaps = Vec::new();
    for ((before, after), numbers) in series {
        for (low, high) in numbers.iter().zip(numbers.iter().skip(1)) {
            if high - low <= WIDEST {
                gaps.extend((low + 1..*high).map(|n| format!("{before}{n}{after}")));
            }
        }
    }
    gaps
}

/// A name's number at its end or beginning, and what stands around it.
fn numbered(name: &str) -> Option<(String, u32, String)> {
    let (first, rest) = name.split_once(' ')?;
    let (start, last) = name.rsplit_once(' ')?;
    if let Ok(number) = last.parse() {
        return Some((format!("{start} "), number, String::new()));
    }
    Some((String::new(), first.parse().ok()?, format!(" {rest}")))
}

#[cfg(test)]
mod tests {
    use super::gaps;

    #[test]
    fn the_reference_wards_gap() {
        let names = [
            "Cầu Đơ 1",
            "Cầu Đơ 3",
            "Cầu Đơ 4",
            "1 Ngô Thì Nhậm",
            "3 Ngô Thì Nhậm",
            "1 Tô Hiệu",
            "Khu A",
            "Lô 1",
            "Lô 90",
        ];
        assert_eq!(gaps(names.into_iter()), ["2 Ngô Thì Nhậm", "Cầu Đơ 2"]);
    }
}
