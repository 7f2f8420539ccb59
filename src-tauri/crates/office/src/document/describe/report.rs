use domain::official::{Ground, Report};
use domain::text::capitalised;
use store::Document;

use crate::{Result, View};

impl View<'_> {
    /// The figures of the document's days, as the workbook of the same days has them.
    pub(super) fn report_facts(&self, document: &Document) -> Result<Report> {
        let ground = self.ground(document)?;
        // The report that is dated stays what it was: nobody then knew what is known today.
        let to = ground.to.unwrap_or(ground.today).min(ground.today.max(ground.campaign.starts_on));
        let from = ground.from.filter(|from| *from > ground.campaign.starts_on && *from <= to);
        let book = self.report(from, Some(to))?;
        let lines = workbook::report::verification_lines(book.verification.as_ref());
        Ok(Report {
            period: book.period,
            as_of: book.as_of,
            visits: book.visits,
            schools: book.schools,
            verification: lines.into_iter().map(|(label, text)| (capitalised(label), text)).collect(),
            book: book.book,
            ground: Ground { from: ground.from, to: Some(to), ..ground },
        })
    }
}
