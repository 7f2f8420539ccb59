use std::path::Path;

use domain::account::Permission;
use serde::Deserialize;
use ts_rs::TS;
use workbook::fill::fill_template;

use super::{refused, template};
use crate::error::{Error, ErrorCode};
use crate::export::{XLSX, file_name};
use crate::report::ReportOf;
use crate::{Made, Make, Progress, Result, View};

/// The template filled with the figures of a period as they stand now, as a file of its own.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReportFilled {
    pub path: String,
    #[serde(flatten)]
    pub of: ReportOf,
}

impl Make for ReportFilled {
    const NAME: &'static str = "report_filled";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<Made> {
        let (name, bytes) = template(Path::new(&self.path))?;
        let report = view.report_asked(self.of)?;
        if !progress(0, 1) {
            return Err(Error::of(ErrorCode::Cancelled));
        }
        let (bytes, filling) = fill_template(&name, &bytes, &report).map_err(|problem| refused(&name, problem))?;
        if filling.cells.is_empty() {
            return Err(Error::of(ErrorCode::TemplateNothing).with("file", name));
        }
        let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
        let words = format!("{stem} {} den {}", report.issuer.place, report.period.to);
        progress(1, 1);
        Ok(Made { file_name: file_name(&words, "xlsx"), mime: XLSX, bytes })
    }
}
