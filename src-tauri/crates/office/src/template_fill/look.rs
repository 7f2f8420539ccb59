use std::path::Path;

use domain::account::Permission;
use serde::Deserialize;
use ts_rs::TS;
use workbook::fill::{Filling, look_at_template};

use super::{refused, template};
use crate::report::ReportOf;
use crate::{Read, Result, View};

/// What filling a template would write, cell by cell, and what it would leave; nothing is written.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LookAtTemplate {
    pub path: String,
    #[serde(flatten)]
    pub of: ReportOf,
}

impl Read for LookAtTemplate {
    type Answer = Filling;
    const NAME: &'static str = "look_at_template";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Filling> {
        let (name, bytes) = template(Path::new(&self.path))?;
        let report = view.report_asked(self.of)?;
        look_at_template(&name, &bytes, &report).map_err(|problem| refused(&name, problem))
    }
}
