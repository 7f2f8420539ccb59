//! What the wards' packets add up to.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::judge::ward_name;
use crate::area::Area;
use crate::campaign::Target;
use crate::packet::Packet;
use crate::rates::{Book, Ledger, Period, Rate, Totals, percent};
use crate::sheet::SheetKind;
use crate::text::compare;

/// One ward, reckoned on its own book from the beginning to the last day of its period.
#[derive(Debug)]
pub struct Ward<'p> {
    pub packet: &'p Packet,
    pub ledger: Ledger,
}

impl Ward<'_> {
    #[must_use]
    pub fn name(&self) -> &str {
        ward_name(self.packet)
    }

    /// Whether any box was keyed; if not, the ward reads "chưa báo cáo".
    #[must_use]
    pub fn has_figures(&self) -> bool {
        self.ledger.ward().has_figures()
    }

    /// Sums by evening; what areas reported by themselves is apart, under no day.
    #[must_use]
    pub fn days(&self) -> BTreeMap<Option<NaiveDate>, Totals> {
        let report = &self.packet.report;
        let mut days: BTreeMap<Option<NaiveDate>, Book> = BTreeMap::new();
        for keyed in &report.book.sheets {
            let day = keyed.sheet.on.filter(|_| keyed.sheet.kind != SheetKind::SelfReport);
            let book = days.entry(day).or_insert_with(|| Book {
                areas: report.book.areas.clone(),
                forms: report.book.forms.clone(),
                reported_by: report.book.reported_by.clone(),
                ..Book::default()
            });
            book.sheets.push(keyed.clone());
        }
        let until = Period::until(report.period.to);
        days.into_iter().map(|(day, book)| (day, Ledger::of(&book, until).ward())).collect()
    }
}

/// An area with its ward.
#[derive(Debug, Clone, Copy)]
pub struct AreaLine<'w> {
    /// Place of its ward in [`Wards::wards`].
    pub ward: usize,
    pub area: &'w Area,
}

/// A target's rate over all wards.
#[derive(Debug, Clone, PartialEq)]
pub struct Sum {
    /// Ratio of sums over the wards that have both; `without_base` is empty, for areas are the wards' own.
    pub rate: Rate,
    /// Each ward's rate, in the order of [`Wards::wards`].
    pub wards: Vec<Rate>,
    /// Wards left out, because their numerator or their denominator is unknown.
    pub left_out: Vec<usize>,
    /// Areas left out within the wards that count, because their base is blank.
    pub areas_without_base: usize,
}

/// All wards, in Vietnamese order of their names.
#[derive(Debug)]
pub struct Wards<'p> {
    pub wards: Vec<Ward<'p>>,
}

impl<'p> Wards<'p> {
    /// The order of the packets does not matter.
    #[must_use]
    pub fn of(packets: &'p [Packet]) -> Self {
        let ward = |packet: &'p Packet| {
            let report = &packet.report;
            Ward { packet, ledger: Ledger::of(&report.book, Period::until(report.period.to)) }
        };
        let mut wards: Vec<Ward<'p>> = packets.iter().map(ward).collect();
        wards.sort_by(|a, b| compare(a.name(), b.name()).then_with(|| a.packet.office.cmp(&b.packet.office)));
        Self { wards }
    }

    /// A target over all wards. What it counts and of whom is the consolidating campaign's; a ward need not have set
    /// it as its own target, its sheets count the same boxes.
    ///
    /// Worked example: ward A has 300 of 1,000, ward B 100 of 200, ward C 50 and no base. The rate is 400 of 1,200,
    /// 33.3 %, without C; not the mean of 30 % and 50 %.
    #[must_use]
    pub fn sum(&self, target: &Target) -> Sum {
        let wards: Vec<Rate> = self.wards.iter().map(|w| w.ledger.ward_rate(target)).collect();
        let both = |rate: &Rate| rate.numerator.zip(rate.denominator);
        let (covered, left_out): (Vec<usize>, Vec<usize>) = (0..wards.len()).partition(|i| both(&wards[*i]).is_some());
        let sums = covered.iter().filter_map(|i| both(&wards[*i])).reduce(|a, b| (a.0 + b.0, a.1 + b.1));
        let (numerator, denominator) = (sums.map(|s| s.0), sums.map(|s| s.1));
        let among_met = covered.iter().any(|i| wards[*i].among_met);
        Sum {
            areas_without_base: covered.iter().map(|i| wards[*i].without_base.len()).sum(),
            rate: Rate {
                numerator,
                denominator,
                percent: sums.and_then(|(n, d)| percent(n, d)),
                without_base: Vec::new(),
                among_met,
            },
            wards,
            left_out,
        }
    }

    /// Every area of every ward, in the wards' order and each ward's own.
    pub fn areas(&self) -> impl Iterator<Item = AreaLine<'_>> {
        let of = |(at, ward): (usize, &'_ Ward<'p>)| {
            let areas = &ward.packet.report.book.areas;
            areas.iter().map(move |area| AreaLine { ward: at, area })
        };
        self.wards.iter().enumerate().flat_map(of)
    }

    /// Sums by evening over all wards; self-reports apart, under no day.
    #[must_use]
    pub fn days(&self) -> BTreeMap<Option<NaiveDate>, Totals> {
        let mut days: BTreeMap<Option<NaiveDate>, Vec<Totals>> = BTreeMap::new();
        for (day, totals) in self.wards.iter().flat_map(Ward::days) {
            days.entry(day).or_default().push(totals);
        }
        days.into_iter().map(|(day, totals)| (day, totals.iter().sum())).collect()
    }
}
