use domain::area::Area;
use domain::document::ScheduleLine;
use domain::official::Notice;
use domain::schedule::{Row, Visit, rows};
use store::Document;

use crate::{Result, View};

impl View<'_> {
    /// The evenings of the document's days, areas as they are called on their evening.
    pub(super) fn notice(&self, document: &Document) -> Result<Notice> {
        let ground = self.ground(document)?;
        let campaign = ground.campaign.id;
        let within = |v: &Visit| ground.from.is_none_or(|from| from <= v.on) && ground.to.is_none_or(|to| v.on <= to);
        let visits: Vec<Visit> = self.list_visits(campaign)?.into_iter().filter(within).collect();
        let rows = rows(&visits);
        let areas = self.list_areas(campaign)?;
        let visited = |area: &Area| rows.iter().any(|row| row.area == area.id);
        Ok(Notice {
            schedule: self.schedule_lines(&rows)?,
            area_kinds: areas.iter().filter(|a| visited(a)).map(|a| a.kind).collect(),
            forces: self.forces_with_people()?,
            areas,
            ground,
        })
    }

    fn schedule_lines(&self, rows: &[Row]) -> Result<Vec<ScheduleLine>> {
        let names = self.area_names()?;
        let line = |row: &Row| {
            let area = row.evenings.first().and_then(|on| names.on(row.area, *on)).map(|a| a.name);
            ScheduleLine { evenings: row.evenings.clone(), area: area.unwrap_or_default() }
        };
        Ok(rows.iter().map(line).collect())
    }
}
