use domain::official::{Ground, Report};
use domain::template::Field;
use domain::text::capitalised;
use store::{Document, SectionRow};

use super::{passages, refusal};
use crate::{Result, View};

impl View<'_> {
    /// The figures of the document's days, as the workbook of the same days has them.
    pub(super) fn report_facts(&self, document: &Document) -> Result<Report> {
        let ground = self.ground(document)?;
        // The report that is dated stays what it was: nobody then knew what is known today.
        let to = ground.to.unwrap_or(ground.today).min(ground.today.max(ground.campaign.starts_on));
        let from = ground.from.filter(|from| *from > ground.campaign.starts_on && *from <= to);
        let report = self.report(from, Some(to))?;
        Ok(facts(Ground { to: Some(to), ..ground }, report))
    }

    /// A report's document: its figures are those of the report, whatever days the wording was drafted for.
    ///
    /// # Errors
    /// As [`View::describe`].
    pub(crate) fn describe_report(
        &self,
        document: &Document,
        sections: &[SectionRow],
        report: domain::report::Report,
    ) -> Result<domain::document::Document> {
        let foot = report.issue.as_ref().map(|issue| format!("{} · nhật ký {}", issue.id(), issue.head));
        let names: Vec<String> = report.authorities.iter().map(|a| a.name.clone()).collect();
        let mut values = facts(self.ground(document)?, report).values();
        values.say_if(Field::Authority, Some(names.join(", ")));
        let paper = self.head_of(document)?.document(&passages(sections), &values).map_err(refusal)?;
        Ok(domain::document::Document { foot, ..paper })
    }
}

fn facts(ground: Ground, report: domain::report::Report) -> Report {
    let lines = workbook::report::verification_lines(report.verification.as_ref());
    Report {
        period: report.period,
        as_of: report.as_of,
        visits: report.visits,
        schools: report.schools,
        verification: lines.into_iter().map(|(label, text)| (capitalised(label), text)).collect(),
        book: report.book,
        ground,
    }
}
