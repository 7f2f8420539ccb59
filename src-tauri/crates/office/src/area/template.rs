use std::collections::BTreeMap;

use domain::account::Permission;
use domain::area::BaseFigures;
use domain::ids::AreaId;
use serde::Deserialize;
use ts_rs::TS;
use workbook::template::{TemplateArea, areas_template};

use crate::error::Error;
use crate::verb::Progress;
use crate::{Made, Make, Result, View};

/// A workbook of areas to fill in and take over again, with those the office has.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct AreasTemplateXlsx {}

impl Make for AreasTemplateXlsx {
    const NAME: &'static str = "areas_template_xlsx";
    const NEEDS: Permission = Permission::SetUp;

    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<Made> {
        let campaign = view.get_campaign()?.id;
        let people = view.people()?;
        let areas = view.list_areas(campaign)?;
        let bases = view.list_bases(campaign)?;
        // Listed by day, so the newest of each area stays.
        let newest: BTreeMap<AreaId, &BaseFigures> = bases.iter().map(|b| (b.area, b)).collect();
        let rows: Vec<TemplateArea<'_>> = areas
            .iter()
            .filter(|a| a.is_living())
            .map(|area| TemplateArea {
                area,
                leader: area.leader.and_then(|id| people.find(id)).map(|p| p.name.clone()),
                base: newest.get(&area.id).copied(),
            })
            .collect();
        let bytes = areas_template(&rows, view.today()).map_err(Error::internal)?;
        progress(1, 1);
        let file_name = crate::export::file_name("Dia ban", "xlsx");
        Ok(Made { file_name, mime: crate::export::XLSX, bytes })
    }
}
