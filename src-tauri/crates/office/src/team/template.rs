use domain::account::Permission;
use serde::Deserialize;
use ts_rs::TS;
use workbook::member_template::members_template;

use crate::error::Error;
use crate::verb::Progress;
use crate::{Made, Make, Result, View};

/// A workbook of members to fill in and take over, with the office's forces to choose from. Nobody is in it.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct MembersTemplateXlsx {}

impl Make for MembersTemplateXlsx {
    const NAME: &'static str = "members_template_xlsx";
    const NEEDS: Permission = Permission::SetUp;

    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<Made> {
        let forces = view.list_forces(view.get_campaign()?.id)?;
        let names: Vec<&str> = forces.iter().map(|f| f.name.as_str()).collect();
        let bytes = members_template(&names, view.today()).map_err(Error::internal)?;
        progress(1, 1);
        Ok(Made { file_name: crate::export::file_name("Thanh vien", "xlsx"), mime: crate::export::XLSX, bytes })
    }
}
