//! Reports: made at any hour for a period, issued and from then on kept as the bytes that left the office, and
//! questioned: what reads otherwise today, and because of which sheets, persons and reasons.
//!
//! | file | what |
//! | --- | --- |
//! | `asked.rs` | which report is asked for: its kind, its days, whom it goes to |
//! | `outlook.rs` | what such a report would hold now |
//! | `xlsx.rs`, `document.rs` | its workbook; its document, looked at before it is issued |
//! | `issue.rs` | both files frozen under a number and the head of the journal |
//! | `list.rs`, `get.rs`, `file.rs` | what was issued |
//! | `explain.rs`, `entries.rs` | why it reads otherwise today, down to the journal's entries |

mod asked;
mod document;
mod entries;
mod explain;
mod file;
mod get;
mod issue;
mod list;
mod outlook;
mod xlsx;

pub use asked::ReportOf;
pub use document::{ReportDocumentDocx, ReportDocumentPdf};
pub use entries::EntryLine;
pub use explain::{BecauseLine, CauseLine, ExplainReport, Explanation, FigureLine};
pub use file::{IssuedFile, ReportFile};
pub use get::{GetReport, IssuedReport};
pub use issue::IssueReport;
pub use list::{ListReports, ReportLine};
pub use outlook::{GetReportOutlook, ReportOutlook};
pub use xlsx::ReportXlsx;

use chrono::NaiveDate;
use domain::date::dmy;
use domain::progress::last_day;
use domain::rates::{Book, Period};
use domain::report::{Report, ReportKind};
use domain::schedule::Visit;
use domain::unit::UnitBook;
use workbook::report::ReportError;

use crate::error::{Error, ErrorCode};
use crate::{Result, View};

fn reversed(from: NaiveDate, to: NaiveDate) -> Error {
    Error::of(ErrorCode::PeriodReversed).with("from", dmy(from)).with("to", dmy(to))
}

impl View<'_> {
    /// Everything a report is made from.
    pub(crate) fn report(&self, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<Report> {
        let campaign = self.get_campaign()?;
        let book = self.book()?;
        let (visits, names) = (self.list_visits(campaign.id)?, self.area_names()?);
        let area_then = |v: &Visit| Some((v.id, names.on(v.area, v.on)?.label()));
        let today = self.today();
        let to = to.unwrap_or_else(|| last_day(&campaign, last_keyed(&book), today));
        if let Some(from) = from
            && from > to
        {
            return Err(reversed(from, to));
        }
        let signer = self.find_named(campaign.signer)?;
        Ok(Report {
            kind: ReportKind::Custom,
            issue: None,
            issuer: self.issuer_on(to)?,
            authorities: self.authorities_on(to)?,
            targets: self.list_targets(campaign.id)?,
            areas_then: visits.iter().filter_map(area_then).collect(),
            visits,
            teams: self.list_teams(campaign.id)?,
            schools: UnitBook {
                units: self.list_units(campaign.id)?,
                indicators: self.list_unit_indicators(campaign.id)?,
                figures: self.list_unit_figures(campaign.id)?,
            },
            verification: self.verification_statement()?,
            signer: signer.map(|p| p.name),
            period: Period { from, to },
            // Nobody can know more than today; a period that is over stands for its last day.
            as_of: today.min(to),
            campaign,
            book,
        })
    }
}

/// The last day that a figure stands for.
fn last_keyed(book: &Book) -> Option<NaiveDate> {
    book.sheets.iter().filter(|k| !k.tally.is_empty()).filter_map(|k| k.sheet.on).max()
}

impl From<ReportError> for Error {
    fn from(error: ReportError) -> Self {
        Self::internal(error)
    }
}
