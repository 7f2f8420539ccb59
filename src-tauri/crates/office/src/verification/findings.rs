//! What is unusual about keyed figures: far from the others, the same as another sheet's, not the team head's
//! total. What somebody has accepted is not among it, nor what two people keyed alike.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::ids::SheetId;
use domain::sheet::Sheet;
use domain::tally::BoxNo;
use domain::verification::{Difference, Stage, on_paper};
use serde::Serialize;
use ts_rs::TS;

use super::blind::Words;
use super::gathered::{Gathered, outlier_flag, same_flag, total_flag};
use super::get::LISTED;
use super::tag::{SheetTag, Tags};

/// A figure far from what is usual: `ô 7 = 41 trong khi các phiếu cùng đợt thường 0–12`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutlierRow {
    pub sheet: SheetTag,
    pub no: BoxNo,
    pub label: String,
    /// `null` for somebody who may still key the sheet a second time.
    pub value: Option<u32>,
    /// Where 98 of 100 sheets lie that are as large.
    pub low: u32,
    pub high: u32,
    /// What accepting it names.
    pub flag: String,
}

/// A box and its figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FigureRow {
    pub no: BoxNo,
    pub label: String,
    /// `null`: blank.
    pub value: Option<u32>,
}

/// Two sheets with the same results.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SameRow {
    pub first: SheetTag,
    pub second: SheetTag,
    /// Of one evening.
    pub same_visit: bool,
    /// Boxes that agree and are not zero.
    pub boxes: u32,
    /// How many sheets would be expected to have these figures by chance.
    pub chance: f64,
    /// The figures both have; `null` for somebody who may still key one of them a second time.
    pub figures: Option<Vec<FigureRow>>,
    /// What accepting it names, on the second.
    pub flag: String,
}

/// A sheet's part of a sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartRow {
    pub code: String,
    pub value: u32,
}

/// The two figures that should be one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TotalFigures {
    pub parts: Vec<PartRow>,
    /// `5 + 7 + 3 = 15`.
    pub worked: String,
    #[ts(type = "number")]
    pub sum: u64,
    /// The team head's.
    pub total: u32,
    /// Sum minus total.
    #[ts(type = "number")]
    pub over: i64,
}

/// A box whose sum is not the team head's figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TotalBox {
    pub no: BoxNo,
    pub label: String,
    /// `null` for somebody who may still key one of the sheets a second time.
    pub figures: Option<TotalFigures>,
    /// Every count in it was keyed twice: it is on the paper, and only the team head can explain it.
    pub on_paper: bool,
    /// What accepting it names, on the summary.
    pub flag: String,
}

/// An evening whose sheets do not add up to the team head's total.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TotalRow {
    /// Phiếu tổng hợp buổi.
    pub summary: SheetTag,
    pub area_label: String,
    pub on: Option<NaiveDate>,
    pub boxes: Vec<TotalBox>,
    /// Codes of sheets still to come or to key; until then nothing is compared.
    pub missing: Vec<String>,
    /// Blank on the total or on a sheet: not compared.
    pub blank: Vec<BoxNo>,
}

pub(super) struct Findings {
    pub(super) outliers: Vec<OutlierRow>,
    pub(super) same: Vec<SameRow>,
    pub(super) totals: Vec<TotalRow>,
}

impl Findings {
    /// `blind`: sheets whose figures are not told.
    pub(super) fn of(gathered: &Gathered, tags: &Tags, blind: &BTreeSet<SheetId>) -> Self {
        let see = See { gathered, tags, blind };
        Self {
            outliers: see.outliers().take(LISTED).collect(),
            same: gathered.same.iter().filter_map(|pair| see.same(pair)).take(LISTED).collect(),
            totals: see.totals().take(LISTED).collect(),
        }
    }
}

struct See<'g> {
    gathered: &'g Gathered,
    tags: &'g Tags,
    blind: &'g BTreeSet<SheetId>,
}

impl<'g> See<'g> {
    fn outliers(&self) -> impl Iterator<Item = OutlierRow> + '_ {
        let settled = |id: &SheetId| self.gathered.keyings.get(id).is_some_and(|k| k.stage() == Stage::Agreed);
        self.gathered.outliers.iter().filter(move |o| !settled(&o.sheet)).filter_map(|outlier| {
            let sheet = self.gathered.sheets.get(&outlier.sheet)?;
            Some(OutlierRow {
                sheet: self.tags.tag(sheet),
                no: outlier.no.clone(),
                label: self.label(sheet, &outlier.no),
                value: (!self.blind.contains(&outlier.sheet)).then_some(outlier.value),
                low: outlier.low,
                high: outlier.high,
                flag: outlier_flag(&outlier.no),
            })
        })
    }

    fn same(&self, pair: &domain::verification::SameResults) -> Option<SameRow> {
        let (first, second) = (self.gathered.sheets.get(&pair.first)?, self.gathered.sheets.get(&pair.second)?);
        let hidden = self.blind.contains(&pair.first) || self.blind.contains(&pair.second);
        let figures = self.gathered.keyings.get(&pair.first).filter(|_| !hidden).map(|keyings| {
            let boxes = keyings.boxes.iter().map(|(no, _)| FigureRow {
                no: no.clone(),
                label: self.label(first, no),
                value: keyings.now.get(no),
            });
            boxes.collect()
        });
        Some(SameRow {
            first: self.tags.tag(first),
            second: self.tags.tag(second),
            same_visit: pair.same_visit,
            boxes: pair.boxes,
            chance: pair.chance,
            figures,
            flag: same_flag(first),
        })
    }

    /// Evenings with a difference, and those whose total waits for sheets.
    fn totals(&self) -> impl Iterator<Item = TotalRow> + '_ {
        let open = |total: &domain::verification::Comparison| {
            !(total.differences.is_empty() && total.missing.is_empty() && total.blank.is_empty())
        };
        self.gathered.totals.iter().filter(move |(_, total)| open(total)).filter_map(|(id, total)| {
            let summary = self.gathered.sheets.get(id)?;
            let done = self.gathered.done();
            let explained: BTreeSet<&BoxNo> = on_paper(total, Some(*id), done).into_iter().map(|d| &d.no).collect();
            let box_of = |d: &Difference| TotalBox {
                no: d.no.clone(),
                label: self.label(summary, &d.no),
                figures: self.figures(*id, d),
                on_paper: explained.contains(&d.no),
                flag: total_flag(&d.no),
            };
            Some(TotalRow {
                summary: self.tags.tag(summary),
                area_label: self.tags.area(summary),
                on: summary.on,
                boxes: total.differences.iter().map(box_of).collect(),
                missing: total.missing.iter().filter_map(|id| self.code(*id)).collect(),
                blank: total.blank.clone(),
            })
        })
    }

    fn figures(&self, summary: SheetId, difference: &Difference) -> Option<TotalFigures> {
        let mut of = difference.parts.iter().map(|p| p.sheet).chain([summary]);
        (!of.any(|sheet| self.blind.contains(&sheet))).then(|| TotalFigures {
            parts: difference
                .parts
                .iter()
                .filter_map(|p| Some(PartRow { code: self.code(p.sheet)?, value: p.value }))
                .collect(),
            worked: difference.worked.clone(),
            sum: difference.sum,
            total: difference.total,
            over: difference.over,
        })
    }

    fn label(&self, sheet: &'g Sheet, no: &BoxNo) -> String {
        self.gathered.forms.get(&sheet.form).map(|form| Words::of(form, no).label).unwrap_or_default()
    }

    fn code(&self, id: SheetId) -> Option<String> {
        self.gathered.sheets.get(&id).map(|s| s.code.to_string())
    }
}
