//! How far an area is above the goal it is nearest to.

use super::ledger::Ledger;
use crate::campaign::Target;
use crate::ids::{AreaId, TargetId};

/// An area against all targets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Margin {
    /// Percentage points above the goal (below it: negative) of the target it is nearest to, or furthest below.
    pub points: f64,
    pub target: TargetId,
    /// A rate is above 100 %: worth a look before anything is signed.
    pub over_100: bool,
}

impl Margin {
    /// Every goal is reached.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        self.points >= 0.0
    }
}

impl Ledger {
    /// Unknown if a rate is: nobody is ranked by half of the targets. So without targets.
    #[must_use]
    pub fn margin(&self, targets: &[Target], area: AreaId) -> Option<Margin> {
        let rates = targets.iter().map(|target| {
            let rate = self.area_rate(target, area);
            let points = rate.percent? - f64::from(target.percent);
            Some(Margin { points, target: target.id, over_100: rate.is_over_100() })
        });
        let all: Vec<Margin> = rates.collect::<Option<_>>()?;
        let over_100 = all.iter().any(|m| m.over_100);
        let nearest = all.into_iter().min_by(|a, b| a.points.total_cmp(&b.points))?;
        Some(Margin { over_100, ..nearest })
    }
}
