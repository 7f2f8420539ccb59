//! Which cell gets what: names first, then tables of areas, then labels. A cell is filled once.

mod area_table;
mod label;

use std::collections::BTreeMap;

use domain::date::dmy;
use domain::number::{decimal, grouped, percent};
use domain::report::Report;

use super::cells::{At, Content, Sheet, letters_of};
use super::figure::{Amount, Answers};
use super::package::{Package, SheetPart};
use super::style::{Shown, Styles};
use super::{FilledCell, Filling, FoundBy, LeftCell, WhyLeft};
use crate::import::{Grid, Kind, Place, Problem, ProblemCode, grids};

/// A sheet of the template while its cells are found.
struct Page {
    part: SheetPart,
    sheet: Sheet,
    /// What its cells say; none of a sheet that is hidden or blank.
    grid: Option<Grid>,
    contents: BTreeMap<At, Content>,
}

/// Everything that would be written and said.
pub(super) struct Plan<'r> {
    answers: Answers<'r>,
    styles: Styles,
    is_1904: bool,
    pages: Vec<Page>,
    filled: Vec<FilledCell>,
    left: Vec<LeftCell>,
}

/// Where a figure goes and why.
struct Found<'f> {
    by: FoundBy,
    /// The name, heading or label.
    words: &'f str,
    about: String,
    area: Option<&'f str>,
}

impl<'r> Plan<'r> {
    pub(super) fn of(package: &Package<'_>, file: &str, bytes: &[u8], report: &'r Report) -> Result<Self, Problem> {
        let damaged = |_| package.damaged();
        let mut read: BTreeMap<String, Grid> =
            grids(bytes, Kind::Xlsx, file)?.into_iter().filter_map(|grid| Some((grid.sheet.clone()?, grid))).collect();
        let mut pages = Vec::new();
        for part in &package.sheets {
            // A sheet that is a chart has no cells.
            if !part.path.starts_with("xl/worksheets/") {
                continue;
            }
            let sheet = Sheet::read(&package.sheet(part)?).map_err(damaged)?;
            if sheet.is_protected {
                return Err(Problem::of(ProblemCode::TemplateProtected).with("file", file).with("sheet", &part.name));
            }
            pages.push(Page { grid: read.remove(&part.name), part: part.clone(), sheet, contents: BTreeMap::new() });
        }
        let styles = if package.styles.is_empty() {
            Styles::default()
        } else {
            Styles::read(&package.styles).map_err(damaged)?
        };
        let mut plan = Self {
            answers: Answers::of(report),
            styles,
            is_1904: package.is_1904,
            pages,
            filled: Vec::new(),
            left: Vec::new(),
        };
        plan.by_name(package);
        for n in 0..plan.pages.len() {
            let table = plan.area_table(n);
            plan.by_label(n, table);
        }
        Ok(plan)
    }

    /// The parts that change.
    pub(super) fn parts(&self, package: &Package<'_>) -> Result<Vec<(String, Vec<u8>)>, Problem> {
        let changed = self.pages.iter().filter(|p| !p.contents.is_empty());
        changed
            .map(|page| {
                let xml = package.sheet(&page.part)?;
                let xml = page.sheet.with(&xml, &page.contents).map_err(|_| package.damaged())?;
                Ok((page.part.path.clone(), xml))
            })
            .collect()
    }

    pub(super) fn filling(self, file: &str) -> Filling {
        Filling { file: file.to_owned(), cells: self.filled, left: self.left }
    }

    fn by_name(&mut self, package: &Package<'_>) {
        for defined in &package.names {
            let Some(n) = self.pages.iter().position(|p| p.part.name == defined.sheet) else { continue };
            let (first, last) = defined.range;
            let is_one = first == last || self.pages[n].sheet.merge(first) == Some(defined.range);
            let name = defined.name.to_ascii_uppercase();
            let Some(named) = self.answers.named.get(&name) else {
                // The authority's own names are none of ours; one that looks like ours was meant for us.
                if is_one && is_ours(&name) {
                    self.leave(Some(self.pages[n].place(first)), &defined.name, WhyLeft::NotRecognised);
                }
                continue;
            };
            if !is_one {
                self.leave(Some(self.pages[n].place(first)), &defined.name, WhyLeft::NotRecognised);
                continue;
            }
            let found = Found { by: FoundBy::Name, words: &defined.name, about: named.about.clone(), area: None };
            let amount = self.answers.of_name(&name);
            self.put(n, first, &amount, &found);
        }
    }

    /// Writes a figure into a cell unless something stands against it.
    fn put(&mut self, n: usize, at: At, amount: &Amount, found: &Found<'_>) {
        let page = &self.pages[n];
        let at = page.sheet.anchor(at);
        let place = page.place(at);
        let what = found.area.map_or_else(|| found.words.to_owned(), |area| format!("{area}: {}", found.words));
        if page.contents.contains_key(&at) {
            return;
        }
        if page.sheet.has_formula(at) {
            return self.leave(Some(place), &what, WhyLeft::Formula);
        }
        // A named cell is meant to be written again, report after report; any other only while it is blank.
        if found.by != FoundBy::Name && !page.is_blank(at) {
            return self.leave(Some(place), &what, WhyLeft::NotEmpty);
        }
        let shown = self.styles.shown(page.sheet.style(at).as_deref());
        let Some((content, value)) = self.written(amount, shown) else {
            return self.leave(Some(place), &what, WhyLeft::Unknown);
        };
        self.filled.push(FilledCell {
            place,
            by: found.by,
            found: found.words.to_owned(),
            about: found.about.clone(),
            area: found.area.map(ToOwned::to_owned),
            value,
        });
        self.pages[n].contents.insert(at, content);
    }

    /// A figure as its cell's format wants it, and as a person reads it; none if it is unknown.
    fn written(&self, amount: &Amount, shown: Shown) -> Option<(Content, String)> {
        let written = match amount {
            Amount::Unknown => return None,
            Amount::Count(count) => (Content::Number(count.to_string()), grouped(*count)),
            Amount::Share(share) if shown == Shown::Percent => {
                (Content::Number(share.to_string()), percent(share * 100.0))
            }
            // Without a per cent format the heading says "%", and the cell its number.
            Amount::Share(share) => {
                let tenth = domain::number::to_tenth(share * 100.0);
                (Content::Number(tenth.to_string()), decimal(tenth))
            }
            Amount::Date(day) if shown == Shown::Date => {
                let epoch = if self.is_1904 { (1904, 1, 1) } else { (1899, 12, 30) };
                let first = domain::NaiveDate::from_ymd_opt(epoch.0, epoch.1, epoch.2)?;
                (Content::Number((*day - first).num_days().to_string()), dmy(*day))
            }
            Amount::Date(day) => (Content::Text(dmy(*day)), dmy(*day)),
            Amount::Text(text) => (Content::Text(crate::report::cell_text(text)), text.clone()),
        };
        Some(written)
    }

    fn leave(&mut self, place: Option<Place>, what: &str, why: WhyLeft) {
        self.left.push(LeftCell { place, what: what.to_owned(), why, because: why.word().to_owned() });
    }
}

impl Page {
    fn place(&self, at: At) -> Place {
        Place { sheet: Some(self.part.name.clone()), cell: letters_of(at) }
    }

    /// Whether a person sees nothing in a cell. A hidden sheet's cells are not looked at.
    fn is_blank(&self, at: At) -> bool {
        !self.contents.contains_key(&at) && self.text(at).is_empty()
    }

    /// What a cell says; blank for a formula, whose result is of another day.
    fn text(&self, at: At) -> String {
        if self.sheet.has_formula(at) {
            return String::new();
        }
        let row = self.grid.as_ref().and_then(|g| g.rows.iter().find(|r| r.number == at.0 + 1));
        row.and_then(|r| r.cells.get(at.1 as usize)).map(crate::import::Value::shown).unwrap_or_default()
    }

    /// Whether nothing stands in a cell, not even a formula.
    fn is_free(&self, at: At) -> bool {
        self.is_blank(at) && !self.sheet.has_formula(at)
    }

    /// The last row that has a cell, from 0.
    fn last_row(&self) -> u32 {
        self.grid.as_ref().and_then(|g| g.rows.last()).map_or(0, |r| r.number.saturating_sub(1))
    }
}

/// Whether a name begins as the report's own names do.
fn is_ours(name: &str) -> bool {
    ["CHI_TIEU_", "TONG_", "KY_", "NEN_", "SO_DIA_BAN"].iter().any(|start| name.starts_with(start))
}
