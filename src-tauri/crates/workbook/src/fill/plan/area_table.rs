//! The table of areas: its headings say what each column is, its rows say which area, or are blank and take the
//! areas in the office's order.

use std::collections::{BTreeMap, BTreeSet};

use domain::area::Area;
use domain::spelling::near_key;

use super::{Found, Page, Plan};
use crate::fill::cells::At;
use crate::fill::figure::{Amount, Figure};
use crate::fill::{FoundBy, WhyLeft};
use crate::import::{Heading, Wanted, words};

/// Where a table of areas lies, so that no label is looked for in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Region {
    pub(super) first: At,
    pub(super) last: At,
}

/// A heading row that was recognised.
struct Table {
    /// First row of the heading, and the first under it; from 0.
    heading: u32,
    body: u32,
    name: u32,
    /// The running number.
    number: Option<u32>,
    columns: Vec<(u32, String, Figure)>,
    last_column: u32,
}

impl Plan<'_> {
    /// Fills the sheet's table of areas, if there is one.
    pub(super) fn area_table(&mut self, n: usize) -> Option<Region> {
        let table = self.table(n)?;
        let page = &self.pages[n];
        let mut row = table.body;
        if is_numbering(page, &table, row) {
            row += 1;
        }
        let named = self.named_rows(n, &table, row);
        let last = if named.is_empty() { self.in_order(n, &table, row) } else { self.by_row(n, &table, &named) };
        Some(Region { first: (table.heading, 0), last: (last, table.last_column) })
    }

    fn table(&mut self, n: usize) -> Option<Table> {
        let answers = &self.answers;
        let grid = self.pages[n].grid.as_ref()?;
        let recognise = |heading: &str| answers.recognise_column(heading);
        let wanted = Wanted {
            recognise: &recognise,
            needed: &[Figure::Area],
            some: &|figure| *figure != Figure::Area,
            word: &|figure| answers.about(*figure),
            fields: &[],
        };
        let heading = Heading::best(grid, &wanted).filter(|h| h.is_whole(&wanted))?;
        let first = grid.rows[heading.at].number - 1;
        let column = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let mut table = Table {
            heading: first,
            body: first + u32::try_from(heading.depth).unwrap_or(1),
            name: 0,
            number: heading.number.map(column),
            columns: Vec::new(),
            last_column: heading.cells.iter().map(|(at, _, _)| column(*at)).max().unwrap_or_default(),
        };
        let mut seen = BTreeSet::new();
        let mut left = Vec::new();
        for (at, text, figure) in heading.cells {
            let at = column(at);
            match figure {
                Some(figure) if !seen.insert(figure) => left.push((at, text, WhyLeft::Twice)),
                Some(Figure::Area) => table.name = at,
                Some(figure) => table.columns.push((at, text, figure)),
                None => left.push((at, text, WhyLeft::NotRecognised)),
            }
        }
        for (at, text, why) in left {
            let place = self.pages[n].place((first, at));
            self.leave(Some(place), &text, why);
        }
        Some(table)
    }

    /// Rows under the heading that name something, up to the total.
    fn named_rows(&self, n: usize, table: &Table, from: u32) -> Vec<(u32, String)> {
        let page = &self.pages[n];
        let rows = (from..=page.last_row()).map(|row| (row, page.text((row, table.name))));
        let named = rows.filter(|(_, text)| !text.is_empty() && !is_total(text));
        let known: BTreeSet<String> = self.answers.report.book.areas.iter().map(|a| near_key(&a.name)).collect();
        let named: Vec<(u32, String)> = named.collect();
        // Without one area of the office these are notes under blank rows, unless the first row names something.
        let begins = named.first().is_some_and(|(row, _)| *row == from);
        if begins || named.iter().any(|(_, text)| known.contains(&near_key(text))) { named } else { Vec::new() }
    }

    /// The answer is the table's last row.
    fn by_row(&mut self, n: usize, table: &Table, named: &[(u32, String)]) -> u32 {
        let areas = &self.answers.report.book.areas;
        let mut keys: BTreeMap<String, Vec<&Area>> = BTreeMap::new();
        for area in areas {
            for key in BTreeSet::from([near_key(&area.name), near_key(&area.label())]) {
                keys.entry(key).or_default().push(area);
            }
        }
        let mut rows = Vec::new();
        for (row, text) in named {
            match keys.get(&near_key(text)).map(Vec::as_slice) {
                Some([area]) => rows.push((*row, (*area).clone())),
                // A signature or a note below the table is no area.
                _ if self.pages[n].is_in_table(table, *row) => {
                    let place = self.pages[n].place((*row, table.name));
                    self.leave(Some(place), text, WhyLeft::AreaUnknown);
                }
                _ => {}
            }
        }
        let listed: BTreeSet<_> = rows.iter().map(|(_, a)| a.id).collect();
        let without: Vec<String> = areas.iter().filter(|a| !listed.contains(&a.id)).map(|a| a.name.clone()).collect();
        for name in without {
            self.leave(None, &name, WhyLeft::AreaWithoutRow);
        }
        let last = rows.iter().map(|(row, _)| *row).max().unwrap_or_else(|| self.pages[n].table_end(table));
        for (row, area) in rows {
            self.area_row(n, table, row, &area);
        }
        self.total_row(n, table, last + 1).unwrap_or(last)
    }

    /// Blank rows take the areas one after another. The answer is the table's last row.
    fn in_order(&mut self, n: usize, table: &Table, from: u32) -> u32 {
        let areas = self.answers.report.book.areas.clone();
        let page = &self.pages[n];
        let blank = (from..).take_while(|row| page.is_blank_line(table, *row)).take(areas.len()).count();
        let end = from + u32::try_from(blank).unwrap_or_default();
        if blank < areas.len() {
            let place = page.place((from, table.name));
            let what = format!("{blank} dòng trống, {} địa bàn", areas.len());
            self.leave(Some(place), &what, WhyLeft::NoRoom);
            return end;
        }
        for (row, area) in (from..).zip(&areas) {
            if let Some(number) = table.number.filter(|at| self.pages[n].is_free((row, *at))) {
                let found =
                    Found {
                        by: FoundBy::Heading, words: "STT", about: "số thứ tự".into(), area: Some(&area.name)
                    };
                self.put(n, (row, number), &Amount::Count(u64::from(row - from) + 1), &found);
            }
            let found = Found {
                by: FoundBy::Heading,
                words: "Địa bàn",
                about: self.answers.about(Figure::Area),
                area: Some(&area.name),
            };
            self.put(n, (row, table.name), &Amount::Text(area.name.clone()), &found);
            self.area_row(n, table, row, area);
        }
        self.total_row(n, table, end).unwrap_or(end.saturating_sub(1))
    }

    fn area_row(&mut self, n: usize, table: &Table, row: u32, area: &Area) {
        for (at, heading, figure) in &table.columns {
            let amount = self.answers.of_area(*figure, area);
            let about = self.answers.about(*figure);
            let found = Found { by: FoundBy::Heading, words: heading, about, area: Some(&area.name) };
            self.put(n, (row, *at), &amount, &found);
        }
    }

    /// The first row from here that calls itself a total.
    fn total_row(&mut self, n: usize, table: &Table, from: u32) -> Option<u32> {
        let page = &self.pages[n];
        let says_total = |row: &u32| (0..=table.name).any(|at| is_total(&page.text((*row, at))));
        let row = (from..=page.last_row()).find(says_total)?;
        for (at, heading, figure) in &table.columns {
            let amount = self.answers.of_ward(*figure);
            if amount == Amount::Unknown && matches!(figure, Figure::State) {
                continue;
            }
            let found = Found {
                by: FoundBy::Heading,
                words: heading,
                about: self.answers.about(*figure),
                area: Some("Tổng cộng"),
            };
            self.put(n, (row, *at), &amount, &found);
        }
        Some(row)
    }
}

impl Page {
    /// Whether a row can take an area: nothing is typed in it but its number, and formulas beside the figures.
    fn is_blank_line(&self, table: &Table, row: u32) -> bool {
        let is_joined =
            self.sheet.merge((row, table.name)).is_some_and(|(first, last)| first.1 != last.1 || first.0 != last.0);
        let typed = (0..=table.last_column).any(|at| {
            let is_number = table.number == Some(at) && self.text((row, at)).parse::<f64>().is_ok();
            !is_number && !self.text((row, at)).is_empty()
        });
        !is_joined && !typed && !self.sheet.has_formula((row, table.name))
    }

    /// Whether a row that names something has room for its figures: none of them holds a text.
    fn is_in_table(&self, table: &Table, row: u32) -> bool {
        let is_joined = self.sheet.merge((row, table.name)).is_some_and(|(first, last)| first.1 != last.1);
        let numbered = table.number.is_none_or(|at| self.text((row, at)).parse::<f64>().is_ok());
        !is_joined && numbered && row <= self.table_end(table)
    }

    /// The last row before a wholly blank one.
    fn table_end(&self, table: &Table) -> u32 {
        let is_blank = |row: &u32| (0..=table.last_column).all(|at| self.is_free((*row, at)));
        (table.body..=self.last_row() + 1).find(is_blank).map_or(self.last_row(), |row| row.saturating_sub(1))
    }
}

fn is_total(text: &str) -> bool {
    let words = words(text);
    ["tong", "tong cong", "tong so", "cong", "toan phuong", "toan xa"].contains(&words.as_str())
        || words.starts_with("tong cong ")
        || words.starts_with("cong ")
}

/// `(1) | (2) | (3)=(2)/(1)`: a line that numbers the columns.
fn is_numbering(page: &Page, table: &Table, row: u32) -> bool {
    let texts: Vec<String> = (0..=table.last_column).map(|at| page.text((row, at))).filter(|t| !t.is_empty()).collect();
    let is_short = |text: &String| text.chars().filter(|c| c.is_alphanumeric()).count() <= 2 || text.contains('=');
    texts.len() > 1 && !page.text((row, table.name)).is_empty() && texts.iter().all(is_short)
}
