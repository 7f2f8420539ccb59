use domain::account::Permission;
use domain::document::Document;
use paper::{letter_docx, letter_pdf};
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::export::{DOCX, PDF, file_name};
use crate::{Made, Make, Progress, Result, View};

fn letter(view: &View<'_>) -> Result<Document> {
    let chase = view.chase()?;
    if chase.lines.is_empty() {
        return Err(Error::of(ErrorCode::NothingToChase));
    }
    Ok(chase.document())
}

fn name(view: &View<'_>, ending: &str) -> String {
    file_name(&format!("Cong van don doc {}", view.today()), ending)
}

/// The letter that asks for what is owed, as a PDF.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ChasePdf {}

impl Make for ChasePdf {
    const NAME: &'static str = "chase_pdf";
    const NEEDS: Permission = Permission::Print;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        Ok(Made { file_name: name(view, "pdf"), mime: PDF, bytes: letter_pdf(&letter(view)?)? })
    }
}

/// The letter as a Word document, from the same description.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ChaseDocx {}

impl Make for ChaseDocx {
    const NAME: &'static str = "chase_docx";
    const NEEDS: Permission = Permission::Print;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        Ok(Made { file_name: name(view, "docx"), mime: DOCX, bytes: letter_docx(&letter(view)?)? })
    }
}
