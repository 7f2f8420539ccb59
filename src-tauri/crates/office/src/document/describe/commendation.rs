use domain::document::DocumentKind;
use domain::official::{Commendation, Duties, Nominated, Proposal, proposals};
use domain::rates::Period;
use store::{Document, Nominee};

use crate::{Result, View};

impl View<'_> {
    /// Whom the results of the document's days speak for, of a tờ trình khen thưởng; those it names already too.
    pub(crate) fn proposed(&self, document: &Document) -> Result<Vec<Proposal>> {
        if document.kind != DocumentKind::Commendation {
            return Ok(Vec::new());
        }
        let ground = self.ground(document)?;
        let campaign = &ground.campaign;
        let on = ground.to.map_or(ground.today, |to| to.min(ground.today));
        let duties = Duties {
            groups: &self.list_task_groups(campaign.id)?,
            tasks: &self.list_tasks(campaign.id)?,
            records: &self.list_task_records(campaign.id)?,
            days: (campaign.starts_on, campaign.ends_on),
            on,
        };
        Ok(proposals(&self.book()?, &ground.targets, Period::until(on), duties))
    }

    pub(super) fn commendation(&self, document: &Document) -> Result<Commendation> {
        let report = self.report_facts(document)?;
        let (mut collectives, mut people) = (Vec::new(), Vec::new());
        let groups = self.list_task_groups(report.ground.campaign.id)?;
        let known = self.people()?;
        for (nominee, reason) in self.list_nominees(document.id)? {
            let reason = reason.trim_end_matches('.').to_owned();
            let collective = |name: String| Nominated { name, of: None, reason: reason.clone() };
            match nominee {
                Nominee::Area(id) => {
                    let area = self.area_names()?.on(id, report.as_of);
                    collectives.push(collective(area.map(|a| a.label()).unwrap_or_default()));
                }
                Nominee::Unit(id) => {
                    let unit = groups.iter().find(|g| g.id == id);
                    collectives.push(collective(unit.map(|g| domain::chase::addressee(&g.unit)).unwrap_or_default()));
                }
                Nominee::Person(id) => {
                    let person = known.find(id);
                    let of = person.map(|p| [&p.title, &p.unit].into_iter().flatten().cloned().collect::<Vec<_>>());
                    let of = of.map(|of| of.join(", ")).filter(|of| !of.is_empty());
                    people.push(Nominated { name: known.name(id), of, reason });
                }
            }
        }
        Ok(Commendation {
            ground: report.ground,
            book: report.book,
            period: report.period,
            as_of: report.as_of,
            collectives,
            people,
        })
    }
}
