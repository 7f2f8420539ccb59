//! What the pages are made from: totals of areas, days and evenings, and the words around them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::area::Area;
use domain::date::dmy;
use domain::form::{Form, Meaning};
use domain::ids::{AreaId, FormId, TeamId, VisitId};
use domain::rates::{KeyedSheet, Ledger, Period, Sums, Totals, seen_in};
use domain::sheet::{Sheet, SheetKind};
use domain::tally::BoxNo;
use domain::text::fold;

use domain::report::Report;

/// A column of counts: a box of the current form, or of an older one it no longer has.
#[derive(Debug, Clone)]
pub(super) struct BoxColumn {
    pub(super) meaning: Meaning,
    /// `[7] Cài mới tối nay`.
    pub(super) heading: String,
}

/// A column of an office's own box.
#[derive(Debug, Clone)]
pub(super) struct OwnColumn {
    /// Without marks and case: how the box is known in other versions of the form.
    label: String,
    pub(super) heading: String,
}

/// A report with its sums.
#[derive(Debug)]
pub(super) struct Figures<'r> {
    pub(super) report: &'r Report,
    /// From the beginning to the period's last day. A target's rate and an area's warnings are cumulative,
    /// whatever day the period begins.
    pub(super) ledger: Ledger,
    /// What is counted within the period.
    pub(super) counted: Ledger,
    /// What was counted before the period's first day; none when the period has all days.
    before: Option<Ledger>,
    pub(super) boxes: Vec<BoxColumn>,
    pub(super) own_boxes: Vec<OwnColumn>,
    pub(super) areas: BTreeMap<AreaId, &'r Area>,
    teams: BTreeMap<TeamId, &'r str>,
    forms: BTreeMap<FormId, &'r Form>,
}

impl<'r> Figures<'r> {
    pub(super) fn of(report: &'r Report) -> Self {
        let Period { from, to } = report.period;
        let eve = from.and_then(|from| from.pred_opt());
        let sums = Sums::of(&report.book);
        Self {
            report,
            ledger: Ledger::of_sums(&sums, Period::until(to)),
            counted: Ledger::of_sums(&sums, report.period),
            before: eve.map(|eve| Ledger::of_sums(&sums, Period::until(eve))),
            boxes: box_columns(&report.book.forms),
            own_boxes: own_columns(&report.book.forms),
            areas: report.book.areas.iter().map(|a| (a.id, a)).collect(),
            teams: report.teams.iter().map(|t| (t.id, t.name.as_str())).collect(),
            forms: report.book.forms.iter().map(|f| (f.id, f)).collect(),
        }
    }

    /// Sheets of the period, in the office's order.
    pub(super) fn sheets(&self) -> impl Iterator<Item = &'r KeyedSheet> {
        let period = self.report.period;
        self.report.book.sheets.iter().filter(move |k| k.sheet.on.is_none_or(|on| period.covers(on)))
    }

    /// Sheets of the days before the period, whose figures the cumulative rates hold.
    pub(super) fn earlier_sheets(&self) -> impl Iterator<Item = &'r KeyedSheet> {
        let from = self.report.period.from;
        self.report.book.sheets.iter().filter(move |k| k.sheet.on.zip(from).is_some_and(|(on, from)| on < from))
    }

    /// Whether counts and rates speak of different days: the period leaves out the campaign's beginning.
    pub(super) fn is_part(&self) -> bool {
        self.report.period.from.is_some()
    }

    /// What the cumulative sum of a box adds to that of the period; unknown if nothing was reported before.
    /// Not simply the sum of earlier sheets: a newer self-report replaces the earlier one.
    pub(super) fn earlier(&self, area: AreaId, meaning: Meaning) -> Option<u64> {
        self.before.as_ref()?.area(area).get(meaning)?;
        let counted = self.counted.area(area).get(meaning).unwrap_or_default();
        self.ledger.area(area).get(meaning)?.checked_sub(counted)
    }

    /// `lũy kế đến hết ngày 15/11/2024`.
    pub(super) fn cumulative_words(&self) -> String {
        format!("lũy kế đến hết ngày {}", dmy(self.report.as_of))
    }

    /// What is of the period and what is cumulative.
    pub(super) fn both_days(&self) -> String {
        format!(
            "Số phiếu và số đếm là của riêng kỳ ({}); tử số và tỷ lệ của chỉ tiêu là {}, gồm cả trước kỳ.",
            self.period_words().to_lowercase(),
            self.cumulative_words()
        )
    }

    /// Number of the box a sheet's own form has for a column.
    pub(super) fn box_of(&self, sheet: &Sheet, meaning: Meaning) -> Option<&'r BoxNo> {
        let form = self.forms.get(&sheet.form)?;
        form.indicators.iter().find(|i| i.meaning == meaning).map(|i| &i.no)
    }

    /// Number of the box a sheet's own form has for an own column.
    pub(super) fn own_box_of(&self, sheet: &Sheet, column: &OwnColumn) -> Option<&'r BoxNo> {
        let form = self.forms.get(&sheet.form)?;
        let own = |i: &&domain::form::Indicator| i.meaning == Meaning::Own && fold(&i.label) == column.label;
        form.indicators.iter().find(own).map(|i| &i.no)
    }

    pub(super) fn area_label(&self, area: Option<AreaId>) -> String {
        area.and_then(|id| self.areas.get(&id)).map(|a| a.label()).unwrap_or_default()
    }

    pub(super) fn team_name(&self, team: Option<TeamId>) -> &'r str {
        team.and_then(|id| self.teams.get(&id).copied()).unwrap_or_default()
    }

    /// Sums of visits' sheets by evening; self-reported sheets apart, under no day.
    pub(super) fn days(&self) -> BTreeMap<Option<NaiveDate>, Totals> {
        self.grouped(|s| Some(if s.kind == SheetKind::SelfReport { None } else { s.on }))
    }

    /// Sums by visit and team.
    pub(super) fn visits(&self) -> BTreeMap<(VisitId, Option<TeamId>), Totals> {
        self.grouped(|s| s.visit.map(|v| (v, s.team)))
    }

    /// Each group summed by the same rules as the whole.
    fn grouped<K: Ord>(&self, key: impl Fn(&Sheet) -> Option<K>) -> BTreeMap<K, Totals> {
        let mut groups: BTreeMap<K, Totals> = BTreeMap::new();
        for seen in seen_in(&self.report.book, self.report.period) {
            if let Some(key) = key(&seen.keyed.sheet) {
                let total = groups.entry(key).or_default();
                *total = [&*total, &seen.totals()].into_iter().sum();
            }
        }
        groups
    }

    /// `Từ ngày 09/11/2024 đến ngày 30/11/2024`.
    pub(super) fn period_words(&self) -> String {
        let Period { from, to } = self.report.period;
        match from {
            Some(from) => format!("Từ ngày {} đến ngày {}", dmy(from), dmy(to)),
            None => format!("Từ đầu đợt đến ngày {}", dmy(to)),
        }
    }
}

/// Boxes of the newest form in its order, then those only older forms have. Own boxes are listed sheet by
/// sheet only: what they count is for nobody to add up.
fn box_columns(forms: &[Form]) -> Vec<BoxColumn> {
    let mut newest_first: Vec<&Form> = forms.iter().collect();
    newest_first.sort_by_key(|f| std::cmp::Reverse(f.version));
    let mut columns: Vec<BoxColumn> = Vec::new();
    let counted = newest_first.into_iter().flat_map(|f| &f.indicators).filter(|i| i.meaning != Meaning::Own);
    for indicator in counted {
        if columns.iter().all(|c| c.meaning != indicator.meaning) {
            columns.push(BoxColumn {
                meaning: indicator.meaning,
                heading: format!("[{}] {}", indicator.no, indicator.label),
            });
        }
    }
    columns
}

/// Own boxes, the newest form's first; two forms' boxes of one label are one column.
fn own_columns(forms: &[Form]) -> Vec<OwnColumn> {
    let mut newest_first: Vec<&Form> = forms.iter().collect();
    newest_first.sort_by_key(|f| std::cmp::Reverse(f.version));
    let mut columns: Vec<OwnColumn> = Vec::new();
    let own = newest_first.into_iter().flat_map(|f| &f.indicators).filter(|i| i.meaning == Meaning::Own);
    for indicator in own {
        let label = fold(&indicator.label);
        if columns.iter().all(|c| c.label != label) {
            columns.push(OwnColumn { label, heading: format!("[{}] {}", indicator.no, indicator.label) });
        }
    }
    columns
}

/// Whether papers are back, in words.
pub(super) fn state_words(totals: &Totals) -> String {
    let missing = totals.expected.saturating_sub(totals.returned);
    match (totals.has_figures(), missing) {
        (false, _) => "chưa báo cáo".into(),
        (true, 0) => "đủ phiếu".into(),
        (true, n) => format!("thiếu {n} phiếu"),
    }
}
