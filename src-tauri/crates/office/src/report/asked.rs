use chrono::NaiveDate;
use domain::ids::AuthorityId;
use domain::rates::Period;
use domain::report::{Report, ReportKind};
use serde::Deserialize;
use ts_rs::TS;

use super::last_keyed;
use crate::error::{Error, ErrorCode};
use crate::{Result, View};

/// Which report is asked for. Its days follow from its kind, both included; without a kind they are as chosen, and
/// without days they go from the beginning to the day the figures reach.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
pub struct ReportOf {
    #[ts(optional)]
    pub kind: Option<ReportKind>,
    /// A day of the day or week that is reported; today if absent.
    #[ts(optional)]
    pub day: Option<NaiveDate>,
    /// First and last day of a period that is chosen.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// Whom it is sent to; absent: every authority that receives reports on its last day.
    #[ts(optional)]
    pub authority: Option<AuthorityId>,
}

impl ReportOf {
    /// A period as chosen.
    #[must_use]
    pub fn days(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Self {
        Self { from, to, ..Self::default() }
    }

    #[must_use]
    pub fn kind(self) -> ReportKind {
        self.kind.unwrap_or(ReportKind::Custom)
    }
}

impl View<'_> {
    /// The report as its figures stand now.
    pub(crate) fn report_asked(&self, of: ReportOf) -> Result<Report> {
        let kind = of.kind();
        let mut report = match kind.period(of.day.unwrap_or_else(|| self.today()), &self.get_campaign()?) {
            None => self.report(of.from, of.to)?,
            Some(Period { from, to }) if kind == ReportKind::Final => {
                // A figure keyed for a day after the end is part of the whole as well.
                let last = last_keyed(&self.book()?).map_or(to, |on| on.max(to));
                self.report(from, Some(last))?
            }
            Some(Period { from, to }) => self.report(from, Some(to))?,
        };
        report.kind = kind;
        if let Some(id) = of.authority {
            report.authorities = self.list_authorities()?.into_iter().filter(|a| a.id == id).collect();
            if report.authorities.is_empty() {
                return Err(Error::of(ErrorCode::Missing));
            }
        }
        Ok(report)
    }
}
