//! A campaign's progress (tiến độ).

mod figure;
mod view;

pub use figure::{Figure, WhichSheets};
pub use view::{
    AreaName, AreaProgress, CampaignBefore, CellState, DoneOf, HeatCell, HeatDay, HeatTable, MissingEvening,
    MissingPapers, Need, Progress, RangeView, RankedArea, Ranking, RateView, ReasonProgress, SelfReport, SheetsDue,
    StageProgress, TargetProgress, TrendPoint, UnrankedArea, WeekBefore,
};
