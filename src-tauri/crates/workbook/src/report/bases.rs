//! The page of base figures: every dated set with its source. The page can be taken in again as a table
//! of areas; the formulas of other pages point to it, so that a base figure stands once.

use std::collections::BTreeMap;
use std::ops::Range;

use domain::area::{Area, BaseFigures};
use domain::campaign::Denominator;
use domain::ids::AreaId;
use domain::rates::{AreaBase, Known};
use rust_xlsxwriter::{ColNum, RowNum, Workbook};

use super::figures::Figures;
use super::names::Places;
use super::page::{self, Column, Written, body_row, cell, right};
use super::style::Style;
use domain::report::Report;

const NAME: &str = "Số liệu nền";

/// A base figure that rates are made from.
#[derive(Debug, Clone, Copy)]
pub(super) enum Figure {
    Households,
    People15,
    Smartphone15,
    Installed,
}

impl Figure {
    /// None if the denominator is counted and no base figure.
    pub(super) fn of(denominator: Denominator) -> Option<Self> {
        match denominator {
            Denominator::Households => Some(Self::Households),
            Denominator::People15 => Some(Self::People15),
            Denominator::Smartphone15 => Some(Self::Smartphone15),
            Denominator::PeopleMet => None,
        }
    }

    fn column(self) -> ColNum {
        match self {
            Self::Households => 3,
            Self::People15 => 4,
            Self::Smartphone15 => 5,
            Self::Installed => 6,
        }
    }

    fn known(self, base: &AreaBase) -> Option<Known> {
        match self {
            Self::Households => base.households,
            Self::People15 => base.people_15,
            Self::Smartphone15 => base.smartphone_15,
            Self::Installed => base.installed,
        }
    }

    fn in_set(self, base: &BaseFigures) -> Option<u32> {
        match self {
            Self::Households => base.households,
            Self::People15 => base.people_15,
            Self::Smartphone15 => base.smartphone_15,
            Self::Installed => base.installed,
        }
    }
}

/// The page's lines: each area's dated sets, the oldest first, or one line without figures.
#[derive(Debug)]
pub(super) struct Lines<'r> {
    lines: Vec<(&'r Area, Option<&'r BaseFigures>)>,
    /// Where each area's lines are in `lines`.
    of: BTreeMap<AreaId, Range<usize>>,
}

impl<'r> Lines<'r> {
    pub(super) fn of(report: &'r Report) -> Self {
        let mut sets: BTreeMap<AreaId, Vec<&BaseFigures>> = BTreeMap::new();
        for base in &report.book.bases {
            sets.entry(base.area).or_default().push(base);
        }
        let (mut lines, mut of) = (Vec::new(), BTreeMap::new());
        for area in &report.book.areas {
            let first = lines.len();
            let mut sets = sets.remove(&area.id).unwrap_or_default();
            sets.sort_by_key(|b| (b.as_of, b.id));
            if sets.is_empty() {
                lines.push((area, None));
            }
            lines.extend(sets.into_iter().map(|b| (area, Some(b))));
            of.insert(area.id, first..lines.len());
        }
        Self { lines, of }
    }

    /// The cell of a figure that counts for an area, as other pages write it: `'Số liệu nền'!E7`. For a
    /// figure that is not known, the blank cell of the area's newest set: once filled in, it counts.
    pub(super) fn cell(&self, area: AreaId, figure: Figure, base: &AreaBase) -> Option<String> {
        let range = self.of.get(&area)?;
        let counts = |line: &usize| {
            let Some(known) = figure.known(base) else { return false };
            let set = self.lines[*line].1;
            set.is_some_and(|s| s.as_of == known.as_of && figure.in_set(s) == Some(known.value))
        };
        let line = range.clone().rev().find(counts).unwrap_or(range.end.saturating_sub(1));
        let row = body_row(1) + RowNum::try_from(line).ok()?;
        Some(format!("'{NAME}'!{}", cell(row, figure.column())))
    }
}

pub(super) fn page(
    book: &mut Workbook,
    figures: &Figures<'_>,
    lines: &Lines<'_>,
    places: &mut Places,
    style: &Style,
) -> Written {
    let columns = [
        Column::new("STT", 6.0),
        Column::new("Địa bàn", 30.0),
        Column::new("Tính đến ngày", 13.0),
        Column::new("Số hộ", 10.0),
        Column::new("Người từ 15 tuổi", 11.0),
        Column::new("Người từ 15 tuổi dùng điện thoại thông minh", 16.0),
        Column::new("Đã cài từ trước", 10.0),
        Column::new("Nguồn số liệu", 34.0),
    ];
    let mut page = page::table(book, figures, style, NAME, "Số liệu nền của địa bàn", &columns, 2)?;
    if lines.lines.is_empty() {
        return page.nothing("Chưa có địa bàn nào.", style);
    }
    for ((row, (area, base)), n) in (page.body..).zip(&lines.lines).zip(1u64..) {
        page.count(row, 0, Some(n), &style.center)?;
        let (label, source) = (area.label(), base.map_or("chưa có số nền", |b| &b.source));
        page.text(row, 1, &label, &style.text)?;
        page.date(row, 2, base.map(|b| b.as_of), &style.date)?;
        for figure in [Figure::Households, Figure::People15, Figure::Smartphone15, Figure::Installed] {
            let value = base.and_then(|b| figure.in_set(b)).map(u64::from);
            page.count(row, figure.column(), value, &style.count)?;
        }
        page.text(row, 7, source, &style.text)?;
        page.fit(row, &[(&label, 30.0), (source, 34.0)])?;
    }
    let (body, right) = (page.body, right(&columns));
    let last = body + RowNum::try_from(lines.lines.len()).unwrap_or(RowNum::MAX / 4) - 1;
    page.sheet.autofilter(body - 1, 0, last, right)?;
    places.table(book, ("BANG_SO_NEN", "Bảng số liệu nền"), NAME, (body, 0), (last, right))
}
