//! The workbook of many wards: cover, wards, areas, days, which wards are missing or left out, verification.
//!
//! Figures of areas are written; everything above them is a live formula with the result `domain` has, so that a
//! reader can follow each total down to the areas. Unknown is `–`, never 0. Texts are written as text. The same packets
//! give the same bytes.

mod by_area;
mod by_day;
mod by_ward;
mod cover;
mod page;
#[cfg(test)]
mod tests;
mod wanting;

use domain::consolidation::Facts;
use rust_xlsxwriter::{DocProperties, Workbook};

use crate::report::ReportError;
use crate::saved::saved;
use page::{Style, base};

/// The workbook's bytes.
///
/// # Errors
/// More rows than a worksheet holds, or a failure of the writer.
pub fn consolidated_xlsx(facts: &Facts<'_>) -> Result<Vec<u8>, ReportError> {
    const MOST_ROWS: usize = 1_000_000;
    if facts.wards.areas().count() > MOST_ROWS {
        return Err(ReportError::TooLarge);
    }
    let style = Style::new();
    let mut book = Workbook::new();
    book.set_default_format(&base(), 20, 64)?;
    let properties = DocProperties::new().set_title(&facts.campaign.title).set_author(&facts.issuer.short_name);
    // The day the figures stand for, never the clock.
    let day = facts.days().map_or(facts.campaign.starts_on, |(_, last)| last);
    book.set_properties(&properties.set_creation_datetime(&day));
    let sums = facts.sums();
    let areas = by_area::Layout::of(facts);
    let wards = by_ward::Layout::of(facts);
    cover::page(&mut book, facts, &sums, &wards, &style)?;
    by_ward::page(&mut book, facts, &sums, &wards, &areas, &style)?;
    by_area::page(&mut book, facts, &style)?;
    by_day::page(&mut book, facts, &style)?;
    wanting::page(&mut book, facts, &sums, &style)?;
    wanting::verification(&mut book, facts, &style)?;
    Ok(saved(&mut book)?)
}
