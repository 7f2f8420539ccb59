//! Chasing what units, areas and schools still owe.

mod get;
mod print;

pub use get::{ChaseRow, ChaseText, ChaseView, GetChase};
pub use print::{ChaseDocx, ChasePdf};

use domain::chase::{Chase, ChaseLine, Debt, addressee, brief};
use domain::sheet::{Sheet, SheetKind};
use domain::task::{dated, standing};
use domain::unit;

use crate::{Result, View};

impl View<'_> {
    /// Everything that presses today: tasks due or silent, areas and schools that owe their report.
    pub(crate) fn chase(&self) -> Result<Chase> {
        let campaign = self.get_campaign()?;
        let today = self.today();
        let mut lines = self.task_lines()?;
        lines.extend(self.self_report_lines()?);
        lines.extend(self.unit_lines()?);
        Ok(Chase {
            issuer: self.issuer_on(today)?,
            contact: self.find_named(campaign.contact)?,
            targets: self.list_targets(campaign.id)?,
            campaign,
            lines,
            today,
        })
    }

    fn task_lines(&self) -> Result<Vec<ChaseLine>> {
        let campaign = self.get_campaign()?;
        let groups = self.list_task_groups(campaign.id)?;
        let records = self.list_task_records(campaign.id)?;
        let unit = |id| groups.iter().find(|g| g.id == id).map(|g| addressee(&g.unit)).unwrap_or_default();
        let tasks = self.list_tasks(campaign.id)?;
        Ok(tasks
            .iter()
            .map(|task| ChaseLine {
                debt: Debt::Task(task.id),
                to: unit(task.group),
                what: brief(&task.plain()),
                every_days: task.every_days,
                standing: standing(task, &records, self.today(), (campaign.starts_on, campaign.ends_on)),
            })
            .filter(|line| line.standing.presses())
            .collect())
    }

    /// An area without evenings owes its one tally by its own day.
    fn self_report_lines(&self) -> Result<Vec<ChaseLine>> {
        let book = self.each_area()?;
        let reported = |area| {
            let own = |sheet: &Sheet| sheet.kind == SheetKind::SelfReport && sheet.area == Some(area);
            book.sheets.iter().any(|k| own(&k.sheet) && k.sheet.state.is_back())
        };
        Ok(book
            .areas
            .iter()
            .filter(|area| area.is_living())
            .filter_map(|area| Some((area, area.self_report_due?)))
            .filter(|(area, _)| !reported(area.id))
            .map(|(area, due)| ChaseLine {
                debt: Debt::SelfReport(area.id),
                to: area.label(),
                what: "Tổng hợp số liệu của địa bàn, gửi phiếu tự báo cáo".to_owned(),
                every_days: None,
                standing: dated(due, self.today()),
            })
            .filter(|line| line.standing.presses())
            .collect())
    }

    fn unit_lines(&self) -> Result<Vec<ChaseLine>> {
        let campaign = self.get_campaign()?.id;
        let indicators = self.list_unit_indicators(campaign)?;
        let figures = unit::latest(&self.list_unit_figures(campaign)?);
        let labels: Vec<String> = indicators.iter().map(|i| i.label.to_lowercase()).collect();
        Ok(self
            .list_units(campaign)?
            .into_iter()
            .map(|unit| ChaseLine {
                debt: Debt::UnitReport(unit.id),
                standing: unit::standing(&unit, &indicators, &figures, self.today()),
                to: unit.name,
                what: format!("Báo cáo số {} đã cài đặt", labels.join(", ")),
                every_days: None,
            })
            .filter(|line| line.standing.presses())
            .collect())
    }
}
