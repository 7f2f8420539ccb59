use domain::account::Permission;
use domain::report::Report;
use serde::Deserialize;
use ts_rs::TS;

use super::ReportOf;
use crate::error::{Error, ErrorCode};
use crate::export::{XLSX, file_name};
use crate::{Made, Make, Progress, Result, View};

/// The workbook of a period for the receiving authority, as its figures stand now.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct ReportXlsx {
    #[serde(flatten)]
    pub of: ReportOf,
}

impl Make for ReportXlsx {
    const NAME: &'static str = "report_xlsx";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<Made> {
        let report = view.report_asked(self.of)?;
        if !progress(0, 1) {
            return Err(Error::of(ErrorCode::Cancelled));
        }
        let name = file_name(&words(&report), "xlsx");
        let bytes = view.sealed_workbook(report)?;
        progress(1, 1);
        Ok(Made { file_name: name, mime: XLSX, bytes })
    }
}

/// How its files are called: `Bao cao Ha Cau 2024-11-11 den 2024-11-17`, an issued one with its id before.
pub(super) fn words(report: &Report) -> String {
    let (from, to) = (report.period.from, report.period.to);
    let days = match from {
        None => format!("den {to}"),
        Some(from) if from == to => to.to_string(),
        Some(from) => format!("{from} den {to}"),
    };
    let id = report.issue.as_ref().map_or_else(String::new, |issue| format!("{} ", issue.id()));
    format!("{id}Bao cao {} {days}", report.issuer.place)
}
