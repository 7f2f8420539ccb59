//! A campaign's progress (tiến độ): where it stands on a day, against its goals and against itself.
//!
//! Every figure is asked of [`crate::rates`]; here is only what stands beside what.
//!
//! | file | what |
//! | --- | --- |
//! | `view.rs` | the shapes of the answer |
//! | `evenings.rs` | visits and their sheets by area and day: what is over, what is to come, what is missing |
//! | `heat.rs` | areas by days |
//! | `target.rs` | each target: rate, range, what is needed, trend, a week and a campaign before |
//! | `funnel.rs` | stages and reasons |
//! | `ranking.rs` | areas by how far they are above their goals |
//! | `figure.rs` | a figure that is questioned: the sheets and base figures behind it |

mod evenings;
mod figure;
mod funnel;
mod heat;
mod ranking;
mod target;
mod view;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub use figure::{BasePart, Entering, Figure, Gathering, WhichSheets, gather};
pub use view::{
    AreaName, AreaProgress, CampaignBefore, CellState, DoneOf, HeatCell, HeatDay, HeatTable, MissingEvening,
    MissingPapers, Need, Progress, RangeView, RankedArea, Ranking, RateView, ReasonProgress, SelfReport, SheetsDue,
    StageProgress, TargetProgress, TrendPoint, UnrankedArea, WeekBefore,
};

use crate::campaign::{Campaign, Target};
use crate::date::dmy;
use crate::rates::{Ledger, Period, Sums};
use crate::schedule::Visit;
use crate::text::capitalised;
use evenings::Evenings;

/// What progress is computed from.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    pub campaign: &'a Campaign,
    pub targets: &'a [Target],
    pub sums: &'a Sums,
    /// Each with the area it stands under in `sums`.
    pub visits: &'a [Visit],
    /// The last day whose figures are in.
    pub to: NaiveDate,
    pub today: NaiveDate,
    pub before: Option<Before<'a>>,
}

/// The campaign before, in the same office file.
#[derive(Debug, Clone, Copy)]
pub struct Before<'a> {
    pub campaign: &'a Campaign,
    pub targets: &'a [Target],
    pub sums: &'a Sums,
}

impl Ground<'_> {
    /// Nobody can know more than today; a day that is over stands for itself.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        self.to.min(self.today)
    }

    /// Every area's totals and bases by the last day.
    #[must_use]
    pub fn ledger(&self) -> Ledger {
        Ledger::of_sums(self.sums, Period::until(self.to))
    }
}

/// The day figures reach when nobody names one: today, but not past the campaign's end unless a figure is; so a
/// campaign that is over stays the same whenever it is looked at.
#[must_use]
pub fn last_day(campaign: &Campaign, last_figure: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
    let reached = today.min(campaign.ends_on);
    last_figure.map_or(reached, |on| on.max(reached))
}

/// Where the campaign stands.
#[must_use]
pub fn progress(ground: &Ground<'_>) -> Progress {
    let ledger = ground.ledger();
    let evenings = Evenings::of(ground);
    let missing = evenings.missing();
    Progress {
        title: ground.campaign.title.clone(),
        starts_on: ground.campaign.starts_on,
        ends_on: ground.campaign.ends_on,
        as_of: ground.as_of(),
        today: ground.today,
        illustration: ground.campaign.illustration.clone(),
        visits: evenings.visits(),
        evenings: evenings.evenings(),
        sheets: evenings.sheets(),
        targets: target::targets(ground, &ledger, &evenings),
        heat: heat::table(ground, &ledger, &evenings),
        stages: funnel::stages(&ledger),
        reasons: funnel::reasons(ground.sums, &ledger),
        missing,
        ranking: ranking::ranking(ground.sums, &ledger, ground.targets),
    }
}

/// `Số người đã cài đặt, Hà Trì 1, đến hết ngày 16/11/2024`; of one evening `…, buổi 16/11/2024`.
#[must_use]
pub fn progress_words(what: &str, area: Option<&str>, on: Option<NaiveDate>, to: NaiveDate) -> String {
    let when = on.map_or_else(|| format!("đến hết ngày {}", dmy(to)), |on| format!("buổi {}", dmy(on)));
    format!("{}, {}, {when}", capitalised(what), area.unwrap_or("toàn địa bàn"))
}
