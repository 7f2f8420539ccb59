use domain::account::Permission;
use domain::ids::ReportId;
use domain::report::{Difference, Report, difference};
use serde::{Deserialize, Serialize};
use store::{ReportFiles, ReportRow, StoreError};
use ts_rs::TS;

use super::{ReportLine, ReportOf};
use crate::book::count;
use crate::error::{Error, ErrorCode};
use crate::{Read, Result, View};

/// An issued report, and whether it would read the same today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IssuedReport {
    pub line: ReportLine,
    /// Figures of the same period that read otherwise today.
    pub differing: u32,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct GetReport {
    pub id: ReportId,
}

impl Read for GetReport {
    type Answer = IssuedReport;
    const NAME: &'static str = "get_report";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<IssuedReport> {
        let row = view.issued_report(self.id)?;
        let (_, _, difference) = view.differing(&row)?;
        let line = view.report_lines(std::slice::from_ref(&row))?.pop().ok_or_else(|| Error::of(ErrorCode::Missing))?;
        Ok(IssuedReport { line, differing: count(difference.figures.len()) })
    }
}

impl View<'_> {
    /// A report of the campaign that is worked on.
    pub(super) fn issued_report(&self, id: ReportId) -> Result<ReportRow> {
        let found = self.list_reports(self.get_campaign()?.id)?.into_iter().find(|r| r.id == id);
        found.ok_or_else(|| Error::of(ErrorCode::Missing))
    }

    /// Its own files. What stands in the tables is no substitute for what left the office.
    pub(super) fn report_files(&self, row: &ReportRow) -> Result<ReportFiles> {
        match self.find_report_files(row.id) {
            Ok(Some(files)) => Ok(files),
            Ok(None) | Err(StoreError::Value(_)) => Err(spoilt(row)),
            Err(error) => Err(error.into()),
        }
    }

    /// The report as it was issued, read back from its own workbook; the same report today; what differs.
    pub(super) fn differing(&self, row: &ReportRow) -> Result<(Report, Report, Difference)> {
        let files = self.report_files(row)?;
        let sealed = workbook::packet::read("bao-cao.xlsx", &files.xlsx).map_err(|_| spoilt(row))?;
        let then = sealed.open().map_err(|_| spoilt(row))?.report;
        let of = ReportOf { authority: row.authority, ..ReportOf::days(row.period.from, Some(row.period.to)) };
        let now = self.report_asked(of)?;
        let difference = difference(&then, &now);
        Ok((then, now, difference))
    }
}

pub(super) fn spoilt(row: &ReportRow) -> Error {
    Error::of(ErrorCode::ReportSpoilt).with("name", row.issue().id())
}
