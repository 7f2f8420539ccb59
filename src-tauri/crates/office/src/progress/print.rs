use chrono::NaiveDate;
use domain::account::Permission;
use domain::progress::progress;
use paper::progress_pdf;
use serde::Deserialize;
use ts_rs::TS;

use crate::export::{PDF, file_name};
use crate::{Made, Make, Progress, Result, View};

/// The progress of a day on one page; without a day, as [`super::GetProgress`] says it.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct ProgressPdf {
    pub to: Option<NaiveDate>,
}

impl Make for ProgressPdf {
    const NAME: &'static str = "progress_pdf";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        let standing = view.standing(view.get_campaign()?, self.to)?;
        let progress = progress(&standing.ground(None));
        let issuer = view.issuer_on(progress.as_of)?.short_name;
        let name = file_name(&format!("Tien do den {}", progress.as_of), "pdf");
        Ok(Made { file_name: name, mime: PDF, bytes: progress_pdf(&issuer, &progress)? })
    }
}
