//! The workbook for the receiving authority.

use chrono::NaiveDate;
use domain::account::Permission;
use domain::campaign::Campaign;
use domain::date::dmy;
use domain::rates::{Book, Period};
use domain::report::{Report, ReportKind};
use domain::schedule::Visit;
use domain::unit::UnitBook;
use serde::Deserialize;
use ts_rs::TS;
use workbook::report::ReportError;

use crate::error::{Error, ErrorCode};
use crate::export::{XLSX, file_name};
use crate::{Made, Make, Progress, Result, View};

/// The report of a period, both days included. Without them: from the beginning, to the day the figures
/// reach.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ReportXlsx {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

impl Make for ReportXlsx {
    const NAME: &'static str = "report_xlsx";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<Made> {
        if let (Some(from), Some(to)) = (self.from, self.to)
            && from > to
        {
            return Err(reversed(from, to));
        }
        let report = view.report(self.from, self.to)?;
        if !progress(0, 1) {
            return Err(Error::of(ErrorCode::Cancelled));
        }
        let Period { from, to } = report.period;
        let days = from.map_or_else(|| format!("den {to}"), |from| format!("{from} den {to}"));
        let name = file_name(&format!("Bao cao {} {days}", report.issuer.place), "xlsx");
        let bytes = view.sealed_workbook(report)?;
        progress(1, 1);
        Ok(Made { file_name: name, mime: XLSX, bytes })
    }
}

fn reversed(from: NaiveDate, to: NaiveDate) -> Error {
    Error::of(ErrorCode::PeriodReversed).with("from", dmy(from)).with("to", dmy(to))
}

impl View<'_> {
    /// Everything a report is made from.
    pub(crate) fn report(&self, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<Report> {
        let campaign = self.get_campaign()?;
        let book = self.book()?;
        let (visits, names) = (self.list_visits(campaign.id)?, self.area_names()?);
        let area_then = |v: &Visit| Some((v.id, names.on(v.area, v.on)?.label()));
        let today = self.today();
        let to = to.unwrap_or_else(|| last_day(&campaign, &book, today));
        if let Some(from) = from
            && from > to
        {
            return Err(reversed(from, to));
        }
        let signer = self.find_named(campaign.signer)?;
        Ok(Report {
            kind: ReportKind::Custom,
            issue: None,
            issuer: self.issuer_on(to)?,
            authorities: self.authorities_on(to)?,
            targets: self.list_targets(campaign.id)?,
            areas_then: visits.iter().filter_map(area_then).collect(),
            visits,
            teams: self.list_teams(campaign.id)?,
            schools: UnitBook {
                units: self.list_units(campaign.id)?,
                indicators: self.list_unit_indicators(campaign.id)?,
                figures: self.list_unit_figures(campaign.id)?,
            },
            verification: self.verification_statement()?,
            signer: signer.map(|p| p.name),
            period: Period { from, to },
            // Nobody can know more than today; a period that is over stands for its last day.
            as_of: today.min(to),
            campaign,
            book,
        })
    }
}

/// Today, but not past the campaign's end unless a figure is; so a report of a finished campaign stays the
/// same whenever it is made.
fn last_day(campaign: &Campaign, book: &Book, today: NaiveDate) -> NaiveDate {
    let keyed = book.sheets.iter().filter(|k| !k.tally.is_empty()).filter_map(|k| k.sheet.on).max();
    let reached = today.min(campaign.ends_on);
    keyed.map_or(reached, |on| on.max(reached))
}

impl From<ReportError> for Error {
    fn from(error: ReportError) -> Self {
        Self::internal(error)
    }
}
