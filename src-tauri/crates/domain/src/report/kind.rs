//! Which report it is: the period that follows from a day, and its words.

use chrono::NaiveDate;

use super::ReportKind;
use crate::campaign::Campaign;
use crate::date::dmy;
use crate::rates::Period;

impl ReportKind {
    pub const ALL: [Self; 4] = [Self::Daily, Self::Weekly, Self::Final, Self::Custom];

    /// The days such a report of a day speaks of: the day itself; its week, which begins on Monday; the whole
    /// campaign. None for a period the office chooses.
    #[must_use]
    pub fn period(self, day: NaiveDate, campaign: &Campaign) -> Option<Period> {
        match self {
            Self::Daily => Some(Period { from: Some(day), to: day }),
            Self::Weekly => {
                let monday = day.week(chrono::Weekday::Mon);
                Some(Period { from: Some(monday.first_day()), to: monday.last_day() })
            }
            Self::Final => Some(Period::until(campaign.ends_on)),
            Self::Custom => None,
        }
    }

    /// As an office calls it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Daily => "báo cáo ngày",
            Self::Weekly => "báo cáo tuần",
            Self::Final => "báo cáo tổng kết",
            Self::Custom => "báo cáo theo kỳ",
        }
    }

    /// The same in a subject line, after what was done: `… ngày 12/11/2024`.
    #[must_use]
    pub fn of(self, period: Period) -> String {
        match (self, period.from) {
            (Self::Daily, _) => format!("ngày {}", dmy(period.to)),
            (Self::Weekly, Some(from)) => format!("tuần từ ngày {} đến ngày {}", dmy(from), dmy(period.to)),
            (Self::Final, _) => "cả đợt".to_owned(),
            (_, Some(from)) => format!("từ ngày {} đến ngày {}", dmy(from), dmy(period.to)),
            (_, None) => format!("từ đầu đợt đến ngày {}", dmy(period.to)),
        }
    }
}
