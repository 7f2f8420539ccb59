//! The workbook for the receiving authority: cover, totals by area with live formulas, chart, days,
//! evenings, sheets, what is missing, base figures, schools, names to link to.
//!
//! Every figure is computed by `domain::rates`; a formula beside it says how, and its stored result is
//! that figure. Every text is written as text, so that nothing typed anywhere can run as a formula. No
//! clock and no chance: the same report gives the same bytes.
//!
//! To add a page: a file with a function over [`Figures`] and [`Style`], and its call in [`report_xlsx`].

mod bases;
mod by_area;
mod by_day;
mod by_visit;
mod chart;
mod cover;
mod figures;
mod marks;
mod missing;
mod names;
mod page;
mod schools;
mod sheets;
mod style;
#[cfg(test)]
pub(crate) mod tests;
mod text;
mod verification;
mod warnings;

use domain::packet::Sealed;
use domain::report::Report;
use domain::text::capitalised;
use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use figures::Figures;
use names::Places;
pub use names::{Named, NamedValue};
use style::Style;

use crate::saved::saved;
pub(crate) use text::cell_text;
pub use verification::lines as verification_lines;

/// A report that cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// More areas or sheets than a worksheet has rows.
    #[error("the report does not fit a worksheet")]
    TooLarge,
    #[error("the workbook cannot be written: {0}")]
    Writer(#[from] XlsxError),
    #[error("the packet cannot be packed: {0}")]
    Packer(#[from] std::io::Error),
}

/// The workbook's bytes, with the packet it is read back from in a hidden sheet. `report` is the packet's own, so that
/// the pages can be made again from it; only who signs may stand in `report` alone, because a packet holds no person.
///
/// # Errors
/// More rows than a worksheet holds, or a failure of the writer.
pub fn report_xlsx(report: &Report, sealed: &Sealed) -> Result<Vec<u8>, ReportError> {
    const MOST_ROWS: usize = 1_000_000;
    if report.book.sheets.len() > MOST_ROWS || report.book.areas.len() > MOST_ROWS {
        return Err(ReportError::TooLarge);
    }
    let mut book = pages(report)?;
    crate::packet::page(&mut book, sealed)?;
    Ok(saved(&mut book)?)
}

/// Every figure that has a name, with its value.
pub(crate) fn named(report: &Report) -> Vec<Named> {
    names::figures(&Figures::of(report))
}

/// The pages people see.
pub(crate) fn pages(report: &Report) -> Result<Workbook, ReportError> {
    let figures = Figures::of(report);
    let style = Style::new();
    let mut book = Workbook::new();
    book.set_default_format(&style::base(), 20, 64)?;
    book.set_properties(&properties(report));
    let bases = bases::Lines::of(report);
    let totals = by_area::Layout::of(&figures, &bases);
    let mut names = Places::default();
    cover::page(&mut book, &figures, &totals, &mut names, &style)?;
    by_area::page(&mut book, &figures, &totals, &mut names)?;
    chart::page(&mut book, &figures, &totals, &style)?;
    by_day::page(&mut book, &figures, &mut names, &style)?;
    by_visit::page(&mut book, &figures, &mut names, &style)?;
    sheets::page(&mut book, &figures, &mut names, &style)?;
    missing::page(&mut book, &figures, &mut names, &style)?;
    bases::page(&mut book, &figures, &bases, &mut names, &style)?;
    schools::page(&mut book, &figures, &mut names, &style)?;
    names::page(&mut book, &figures, &mut names, &style)?;
    Ok(book)
}

fn properties(report: &Report) -> DocProperties {
    DocProperties::new()
        .set_title(format!("{}: {}", capitalised(cover::kind_words(report.kind)), report.campaign.title))
        .set_author(&report.issuer.short_name)
        // The day the figures stand for, never the clock.
        .set_creation_datetime(&report.as_of)
}
