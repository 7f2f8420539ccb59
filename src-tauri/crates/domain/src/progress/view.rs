//! The shapes of a campaign's progress, as a screen or a paper shows them.
//!
//! Percentages are rounded to a tenth and may exceed 100. Unknown is `null`, never zero.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::area::Area;
use crate::campaign::{Denominator, Numerator};
use crate::form::Meaning;
use crate::ids::{AreaId, TargetId, VisitId};
use crate::number::to_tenth;
use crate::rates::{FunnelStage, Needed, Range, Rate};

/// How far a campaign is on a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Progress {
    pub title: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    /// The day the figures stand for: everything to its end is in them.
    pub as_of: NaiveDate,
    pub today: NaiveDate,
    /// Said beside every figure when the figures are invented.
    pub illustration: Option<String>,
    /// Buổi: visits that are on, by the day the figures stand for and in the whole campaign.
    pub visits: DoneOf,
    /// The same in evenings: several areas may have one evening.
    pub evenings: DoneOf,
    pub sheets: SheetsDue,
    /// In the office's order.
    pub targets: Vec<TargetProgress>,
    pub heat: HeatTable,
    /// The funnel, each stage its own counter.
    pub stages: Vec<StageProgress>,
    /// Why people have not installed; none where no form asks.
    pub reasons: Vec<ReasonProgress>,
    /// Areas whose papers are missing, the most first.
    pub missing: Vec<MissingPapers>,
    pub ranking: Ranking,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct DoneOf {
    pub done: u32,
    pub all: u32,
}

/// Sheets of evenings that are over, and self-reports whose day has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct SheetsDue {
    pub expected: u32,
    pub returned: u32,
    pub missing: u32,
    /// How many visits and self-reports the missing ones are of.
    pub missing_of: u32,
    /// Back and not fully keyed: their figures are in the sums as far as they go.
    pub unkeyed: u32,
}

/// A target and how far it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TargetProgress {
    pub id: TargetId,
    /// Where the plan states it: `I.2`; may be blank.
    pub clause: String,
    pub name: String,
    pub counts: Numerator,
    pub of: Denominator,
    /// `số người đã cài đặt`.
    pub numerator_word: String,
    /// `người từ 15 tuổi trở lên`.
    pub denominator_word: String,
    /// `người` or `hộ`.
    pub unit: String,
    /// As a sentence: `≥ 50 % số người từ 15 tuổi trở lên đã có tài khoản, đến 30/11/2024`.
    pub sentence: String,
    /// Whole percent to reach.
    pub goal: u32,
    pub by: NaiveDate,
    pub rate: RateView,
    /// Days of the oldest and the newest base figure below the line; `null` where it is counted, or none is known.
    pub base_from: Option<NaiveDate>,
    pub base_to: Option<NaiveDate>,
    /// Areas left out of both sides because their base is blank, or nothing was counted there.
    pub left_out: Vec<AreaName>,
    /// `null`: no range can be known.
    pub range: Option<RangeView>,
    /// `null`: the goal's number of people is not known.
    pub need: Option<Need>,
    /// A point for each day from the campaign's first to its last, or the target's.
    pub trend: Vec<TrendPoint>,
    pub week: Option<WeekBefore>,
    pub campaign: Option<CampaignBefore>,
}

/// A rate with what it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, TS)]
pub struct RateView {
    /// `null`: nothing was reported.
    #[ts(type = "number | null")]
    pub numerator: Option<u64>,
    /// `null`: no area has the base figure.
    #[ts(type = "number | null")]
    pub denominator: Option<u64>,
    pub percent: Option<f64>,
    /// More was counted than there should be: worth a look at bases and sheets, no refusal.
    pub over_100: bool,
    /// Only people met are counted: an area has no dated count of earlier installs ("trong số đã gặp").
    pub among_met: bool,
}

/// Lowest and highest value of a rate: the people whom nobody has met yet all without, or all with. It holds the
/// rate itself.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct RangeView {
    #[ts(type = "number")]
    pub low: u64,
    #[ts(type = "number")]
    pub high: u64,
    pub low_percent: f64,
    pub high_percent: f64,
    /// People (households) of the denominator not met yet: those of absent households among them.
    #[ts(type = "number")]
    pub unmet: u64,
}

/// What is still needed for a goal.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Need {
    /// People (households) at the goal.
    #[ts(type = "number")]
    pub goal: u64,
    /// How many more until there; 0: reached.
    #[ts(type = "number")]
    pub more: u64,
    /// Visits to come, until the target's day, of the areas the rate covers.
    pub visits_left: u32,
    /// How many more each of them must bring, rounded up; `null` when none is left.
    #[ts(type = "number | null")]
    pub per_visit: Option<u64>,
    /// What a visit with figures has brought on average, to a tenth, and how many such visits there are; `null`:
    /// none yet.
    pub pace: Option<f64>,
    pub visits_with_figures: u32,
    /// `per_visit` by `pace`, to a tenth: above 1 it is more than was reached so far. `null` without a pace, or with a
    /// pace of 0.
    pub factor: Option<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct TrendPoint {
    pub on: NaiveDate,
    /// Cumulative; `null` before the first figure, and for days after the one the figures stand for.
    #[ts(type = "number | null")]
    pub numerator: Option<u64>,
    pub percent: Option<f64>,
    /// The needed line: from where the campaign began straight to the goal, by the number of visits; `null` when the
    /// goal's number is not known.
    #[ts(type = "number | null")]
    pub needed: Option<u64>,
    pub needed_percent: Option<f64>,
}

/// A week before, in this campaign.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct WeekBefore {
    /// Seven days before the day of the figures.
    pub on: NaiveDate,
    pub rate: RateView,
    /// Percentage points from then to now.
    pub points: Option<f64>,
    /// What the seven days to the day of the figures added, and the seven before them.
    #[ts(type = "number | null")]
    pub gained: Option<i64>,
    #[ts(type = "number | null")]
    pub gained_before: Option<i64>,
    /// What is compared: `7 ngày trước, 09/11/2024`.
    pub words: String,
}

/// The same day of the campaign before, in the same office file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CampaignBefore {
    pub title: String,
    /// The day that is compared; its last if it was shorter.
    pub on: NaiveDate,
    pub rate: RateView,
    pub points: Option<f64>,
    /// `ngày thứ 8 của đợt Cài đặt VNeID, 15/05/2024`.
    pub words: String,
}

/// Areas by days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct HeatTable {
    /// What the cells count: new installs, or what comes nearest on a form without that box.
    pub meaning: Meaning,
    /// `cài mới trong buổi`.
    pub words: String,
    /// Every day from the first to the last with a visit or of the campaign.
    pub days: Vec<HeatDay>,
    /// The largest cell.
    #[ts(type = "number | null")]
    pub most: Option<u64>,
    /// In the office's order; areas that came out of one another are one row.
    pub areas: Vec<AreaProgress>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HeatDay {
    pub on: NaiveDate,
    /// Number of the evening in the campaign, from 1; `null`: nobody goes out.
    pub evening: Option<u32>,
    /// Sum of the day's cells; `null`: nothing was reported.
    #[ts(type = "number | null")]
    pub count: Option<u64>,
}

/// A row of the heat table, with all that is said of an area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AreaProgress {
    pub id: AreaId,
    pub name: String,
    /// Only days on which something is planned, was cancelled or was counted.
    pub cells: Vec<HeatCell>,
    /// Sum of the cells; `null`: nothing was reported.
    #[ts(type = "number | null")]
    pub count: Option<u64>,
    /// For each target, in their order.
    pub rates: Vec<RateView>,
    pub ranges: Vec<Option<RangeView>>,
    pub self_report: Option<SelfReport>,
    /// Counts of the stages and reasons, in the order of the ward's.
    #[ts(type = "(number | null)[]")]
    pub stages: Vec<Option<u64>>,
    #[ts(type = "(number | null)[]")]
    pub reasons: Vec<Option<u64>>,
    /// Sheets of its evenings that are over and of its self-report if due.
    pub expected: u32,
    pub returned: u32,
}

/// An area that reports by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SelfReport {
    /// Its last day.
    pub due: Option<NaiveDate>,
    /// The day its newest figures stand for; `null`: chưa báo cáo.
    pub as_of: Option<NaiveDate>,
    /// Past its day and not there.
    pub late: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HeatCell {
    pub on: NaiveDate,
    /// Of several visits of the area on that day the first.
    pub visit: Option<VisitId>,
    pub state: CellState,
    /// What the heat table counts; `null`: nothing was reported.
    #[ts(type = "number | null")]
    pub count: Option<u64>,
    pub expected: u32,
    pub returned: u32,
    /// Fully keyed.
    pub keyed: u32,
    /// Why it was called off.
    pub cancelled: Option<String>,
}

/// A day without a cell has nothing planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CellState {
    /// After the day the figures stand for.
    Ahead,
    /// On that day, and nothing is back yet.
    Scheduled,
    /// Over, and no sheet is back.
    NoSheets,
    /// Some sheets are back, or not all of them are fully keyed.
    Partly,
    /// All sheets are back and keyed.
    Complete,
    /// Called off; figures that came back all the same are shown.
    Cancelled,
}

impl CellState {
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Ahead => "chưa tới buổi",
            Self::Scheduled => "đến buổi, chưa có phiếu",
            Self::NoSheets => "chưa có phiếu",
            Self::Partly => "chưa đủ phiếu",
            Self::Complete => "đủ phiếu",
            Self::Cancelled => "buổi đã hủy",
        }
    }
}

/// A stage of the funnel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StageProgress {
    pub stage: FunnelStage,
    /// `Biết`.
    pub name: String,
    /// What exactly is counted: `người từ 15 tuổi trở lên đã gặp, được tuyên truyền`.
    pub words: String,
    /// Boxes it adds up.
    pub meanings: Vec<Meaning>,
    #[ts(type = "number | null")]
    pub count: Option<u64>,
    /// Share of the people met; both sides cover the areas that counted both.
    pub of_met: Option<f64>,
    /// Share of the stage before it.
    pub of_previous: Option<f64>,
}

/// Why people met have not installed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ReasonProgress {
    pub meaning: Meaning,
    /// `không có điện thoại thông minh`.
    pub words: String,
    #[ts(type = "number | null")]
    pub count: Option<u64>,
    /// Share of those who have not installed; `null` for what is no part of them.
    pub share: Option<f64>,
}

/// Missing sheets of an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MissingPapers {
    pub area: AreaName,
    pub sheets: u32,
    /// Evenings they are of, the earliest first, each with its number.
    pub evenings: Vec<MissingEvening>,
    /// Last day of its self-report, where that is what is missing.
    pub self_report_due: Option<NaiveDate>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MissingEvening {
    pub on: NaiveDate,
    pub sheets: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AreaName {
    pub id: AreaId,
    pub name: String,
}

/// Areas by how far they are above the goal they are nearest to, for commendation.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
pub struct Ranking {
    pub ranked: Vec<RankedArea>,
    /// Areas with a rate that is not known: never ranked.
    pub apart: Vec<UnrankedArea>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RankedArea {
    /// From 1; areas that are level have the same, and the next place is left out.
    pub place: u32,
    pub level: bool,
    pub area: AreaName,
    /// Percentage points above (below: negative) the goal it is nearest to, and the target that is.
    pub margin: f64,
    pub target: TargetId,
    /// Every goal is reached.
    pub reached: bool,
    /// Something to look at before it is signed: a rate above 100 %, sheets that are not back.
    pub doubt: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnrankedArea {
    pub area: AreaName,
    /// `chưa có số nền`, `chưa báo cáo`.
    pub because: String,
}

impl AreaName {
    #[must_use]
    pub fn of(area: &Area) -> Self {
        Self { id: area.id, name: area.name.clone() }
    }
}

impl RateView {
    #[must_use]
    pub fn of(rate: &Rate) -> Self {
        Self {
            numerator: rate.numerator,
            denominator: rate.denominator,
            percent: rate.percent.map(to_tenth),
            over_100: rate.is_over_100(),
            among_met: rate.among_met,
        }
    }
}

impl RangeView {
    #[must_use]
    pub fn of(range: Range) -> Self {
        Self {
            low: range.low,
            high: range.high,
            low_percent: to_tenth(range.low_percent),
            high_percent: to_tenth(range.high_percent),
            unmet: range.unmet,
        }
    }
}

impl Need {
    #[must_use]
    pub fn of(needed: Needed) -> Self {
        Self {
            goal: needed.goal,
            more: needed.more,
            visits_left: needed.visits_left,
            per_visit: needed.per_visit,
            pace: needed.pace.map(to_tenth),
            visits_with_figures: needed.visits_with_figures,
            factor: needed.factor.map(to_tenth),
        }
    }
}

/// A number of sheets or days as the wire carries it.
pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
