//! Areas by how far they are above the goal they are nearest to, for commendation.

use super::view::{AreaName, RankedArea, Ranking, UnrankedArea};
use crate::area::Area;
use crate::campaign::Target;
use crate::number::to_tenth;
use crate::official::doubt;
use crate::rates::{Ledger, Margin, Sums};
use crate::text::compare;

/// The furthest above first; level areas share a place, by name. An area with a rate that is not known stands apart.
pub(super) fn ranking(sums: &Sums, ledger: &Ledger, targets: &[Target]) -> Ranking {
    let mut known: Vec<(Margin, &Area)> = Vec::new();
    let mut apart = Vec::new();
    for area in sums.areas().iter().filter(|a| a.is_living()) {
        match ledger.margin(targets, area.id) {
            Some(margin) => known.push((margin, area)),
            None if targets.is_empty() => {}
            None => apart.push(UnrankedArea { area: AreaName::of(area), because: because(ledger, targets, area) }),
        }
    }
    known.sort_by(|(a, x), (b, y)| b.points.total_cmp(&a.points).then_with(|| compare(&x.name, &y.name)));
    let level = |margin: &Margin| known.iter().filter(|(m, _)| m.points == margin.points).count() > 1;
    let place = |margin: &Margin| known.iter().filter(|(m, _)| m.points > margin.points).count() + 1;
    let ranked = known.iter().map(|(margin, area)| RankedArea {
        place: super::view::count(place(margin)),
        level: level(margin),
        area: AreaName::of(area),
        margin: to_tenth(margin.points),
        target: margin.target,
        reached: margin.is_reached(),
        doubt: doubt(*margin, &ledger.area(area.id)),
    });
    Ranking { ranked: ranked.collect(), apart }
}

fn because(ledger: &Ledger, targets: &[Target], area: &Area) -> String {
    let without_base = |t: &Target| !t.denominator.is_counted() && ledger.area_rate(t, area.id).denominator.is_none();
    match (ledger.area(area.id).has_figures(), targets.iter().any(without_base)) {
        (false, _) => "chưa báo cáo".to_owned(),
        (true, true) => "chưa có số nền".to_owned(),
        (true, false) => "chưa đủ số liệu của các chỉ tiêu".to_owned(),
    }
}
