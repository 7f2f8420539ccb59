//! A figure that somebody questions: the sheets and base figures it is made of.
//!
//! Bases and sheets add up to the figure as the progress shows it. A sheet that is not back brings nothing and is not
//! among them; a blank box of one that is stays blank.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::evenings::Evenings;
use super::view::AreaName;
use super::{Ground, progress_words};
use crate::area::BaseFigures;
use crate::campaign::{Denominator, Target};
use crate::form::Meaning;
use crate::ids::{AreaId, SheetId, TargetId};
use crate::rates::{FunnelStage, Known, Ledger, Parts, Period, Totals};
use crate::sheet::{Sheet, SheetKind};

/// Which figure of the progress is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Figure {
    /// What a target counts.
    Numerator {
        target: TargetId,
    },
    /// Of whom.
    Denominator {
        target: TargetId,
    },
    /// The sum of a box: a cell of the heat table, a reason.
    Meaning {
        meaning: Meaning,
    },
    Stage {
        stage: FunnelStage,
    },
    /// Sheets themselves.
    Sheets {
        which: WhichSheets,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WhichSheets {
    Expected,
    Returned,
    Missing,
}

impl WhichSheets {
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Expected => "Số phiếu phải có",
            Self::Returned => "Số phiếu đã nhận về",
            Self::Missing => "Số phiếu còn thiếu",
        }
    }

    fn of(self, totals: &Totals) -> usize {
        match self {
            Self::Expected => totals.expected,
            Self::Returned => totals.returned,
            Self::Missing => totals.missing(),
        }
    }

    fn holds(self, sheet: &Sheet) -> bool {
        match self {
            Self::Expected => sheet.is_expected(),
            Self::Returned => sheet.state.is_back(),
            Self::Missing => sheet.is_expected() && !sheet.state.is_back(),
        }
    }
}

/// A base figure that is part of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasePart {
    pub area: AreaName,
    pub what: &'static str,
    pub known: Known,
    /// From whom; blank where several areas were added up.
    pub source: String,
}

/// A figure with what it is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Gathering {
    pub words: String,
    pub value: Option<u64>,
    pub bases: Vec<BasePart>,
    pub left_out: Vec<AreaName>,
    pub entering: Entering,
}

impl Gathering {
    /// What the base figures bring; unknown where none is part of it.
    #[must_use]
    pub fn of_bases(&self) -> Option<u64> {
        (!self.bases.is_empty()).then(|| self.bases.iter().map(|b| u64::from(b.known.value)).sum())
    }

    /// What the sheets bring: the rest of the figure; unknown where no sheet does.
    #[must_use]
    pub fn of_sheets(&self) -> Option<u64> {
        self.value?.checked_sub(self.of_bases().unwrap_or_default()).filter(|_| self.entering.has_any())
    }
}

/// Which sheets enter a figure, and with which of their boxes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entering {
    which: Option<WhichSheets>,
    on: Option<NaiveDate>,
    to: Option<NaiveDate>,
    /// Boxes that are added up in an area, and the day after which they are.
    areas: BTreeMap<AreaId, (Vec<Meaning>, Option<NaiveDate>)>,
    superseded: BTreeSet<SheetId>,
    /// Evenings that are over and self-reports that are due: whose sheets are spoken of.
    over: BTreeSet<(NaiveDate, AreaId)>,
    own: BTreeSet<SheetId>,
}

impl Entering {
    fn has_any(&self) -> bool {
        !self.areas.is_empty()
    }

    /// What a sheet brings, which stands under an area of the sums: boxes to add up, none for a figure of sheets.
    /// `None`: it is not part of the figure.
    #[must_use]
    pub fn boxes(&self, sheet: &Sheet, area: AreaId) -> Option<&[Meaning]> {
        let (boxes, after) = self.areas.get(&area)?;
        let own = sheet.kind == SheetKind::SelfReport;
        let within = match self.on {
            Some(on) => !own && sheet.on == Some(on),
            None => sheet.on.is_none_or(|on| self.to.is_none_or(|to| on <= to)),
        };
        if !within || sheet.kind == SheetKind::Summary {
            return None;
        }
        let Some(which) = self.which else {
            let counts = sheet.is_counted() && sheet.state.is_back() && !self.superseded.contains(&sheet.id);
            let later = after.is_none_or(|after| sheet.on.is_none_or(|on| on > after));
            return (counts && later).then_some(boxes);
        };
        let spoken_of = match (own, sheet.on) {
            _ if self.on.is_some() => true,
            (true, _) => self.own.contains(&sheet.id),
            (false, Some(on)) => self.over.contains(&(on, area)),
            (false, None) => false,
        };
        (spoken_of && which.holds(sheet)).then_some(boxes)
    }
}

/// What is behind a figure, of one area or the ward, of one evening or everything to [`Ground::to`]. None if there is no
/// such target.
#[must_use]
pub fn gather(ground: &Ground<'_>, figure: Figure, area: Option<AreaId>, on: Option<NaiveDate>) -> Option<Gathering> {
    let ledger = ground.ledger();
    let all: Vec<AreaId> = ledger.areas().iter().copied().filter(|id| area.is_none_or(|a| a == *id)).collect();
    let asked = Asked { ground, ledger: &ledger, all, area, on };
    let target = |id: TargetId| ground.targets.iter().find(|t| t.id == id);
    Some(match figure {
        Figure::Numerator { target: id } => asked.numerator(target(id)?),
        Figure::Denominator { target: id } => asked.denominator(target(id)?),
        Figure::Meaning { meaning } => asked.boxes(meaning.word(), &[meaning]),
        Figure::Stage { stage } => asked.boxes(stage.words(), stage.boxes()),
        Figure::Sheets { which } => asked.sheets(which),
    })
}

struct Asked<'a> {
    ground: &'a Ground<'a>,
    ledger: &'a Ledger,
    /// Areas that are asked about.
    all: Vec<AreaId>,
    area: Option<AreaId>,
    on: Option<NaiveDate>,
}

impl Asked<'_> {
    fn numerator(&self, target: &Target) -> Gathering {
        let covered = self.ledger.covered(target, &self.all);
        let parts: BTreeMap<AreaId, Parts> = covered.iter().map(|a| (*a, self.ledger.parts(target, *a))).collect();
        let mut gathering = self.gathering(target.numerator.word());
        gathering.left_out = self.left_out(target);
        gathering.entering.areas =
            parts.iter().map(|(a, p)| (*a, (p.boxes.to_vec(), p.base.map(|k| k.as_of)))).collect();
        let Some(on) = self.on else {
            gathering.value = self.ledger.rate(target, &self.all).numerator;
            let based = parts.iter().filter_map(|(a, p)| Some((*a, p.base?)));
            gathering.bases = self.bases(based, "đã cài từ trước", |b| b.installed);
            return gathering;
        };
        let evenings = parts.iter().filter(|(_, p)| p.holds(Some(on)));
        let counts = evenings.filter_map(|(a, p)| self.ground.sums.evening(*a, on)?.sum(p.boxes));
        gathering.value = sum(counts);
        gathering
    }

    fn denominator(&self, target: &Target) -> Gathering {
        if target.denominator.is_counted() {
            let mut gathering = self.boxes(target.denominator.word(), target.denominator.boxes());
            gathering.left_out = self.left_out(target);
            return gathering;
        }
        let covered = self.ledger.covered(target, &self.all).into_iter();
        let known = covered.filter_map(|a| Some((a, self.ledger.base(a).known(target.denominator)?)));
        let figure: fn(&BaseFigures) -> Option<u32> = match target.denominator {
            Denominator::Smartphone15 => |b| b.smartphone_15,
            Denominator::People15 => |b| b.people_15,
            Denominator::Households | Denominator::PeopleMet => |b| b.households,
        };
        let mut gathering = self.gathering(target.denominator.word());
        gathering.value = self.ledger.rate(target, &self.all).denominator;
        gathering.bases = self.bases(known, target.denominator.word(), figure);
        gathering.left_out = self.left_out(target);
        gathering
    }

    fn boxes(&self, words: &str, boxes: &[Meaning]) -> Gathering {
        let mut gathering = self.gathering(words);
        gathering.entering.areas = self.all.iter().map(|a| (*a, (boxes.to_vec(), None))).collect();
        let of_area = |area: &AreaId| match self.on {
            Some(on) => self.ground.sums.evening(*area, on)?.sum(boxes),
            None => self.ledger.area(*area).sum(boxes),
        };
        gathering.value = sum(self.all.iter().filter_map(of_area));
        gathering
    }

    fn sheets(&self, which: WhichSheets) -> Gathering {
        let evenings = Evenings::of(self.ground);
        let mut gathering = self.gathering(which.word());
        let entering = &mut gathering.entering;
        entering.which = Some(which);
        entering.areas = self.all.iter().map(|a| (*a, (Vec::new(), None))).collect();
        entering.over =
            evenings.iter().filter(|(on, _, e)| evenings.is_over(*on, e)).map(|(on, area, _)| (on, area)).collect();
        entering.own = evenings.own_due().map(|r| r.sheet).collect();
        let counts: usize = match self.on {
            Some(on) => self.all.iter().filter_map(|a| self.ground.sums.evening(*a, on)).map(|t| which.of(t)).sum(),
            None => evenings.due().filter(|(a, _, _)| self.all.contains(a)).map(|(_, _, t)| which.of(t)).sum(),
        };
        gathering.value = u64::try_from(counts).ok();
        gathering
    }

    fn gathering(&self, what: &str) -> Gathering {
        let name = |id: AreaId| self.ground.sums.areas().iter().find(|a| a.id == id).map(|a| a.name.as_str());
        Gathering {
            words: progress_words(what, self.area.and_then(name), self.on, self.ground.to),
            value: None,
            bases: Vec::new(),
            left_out: Vec::new(),
            entering: Entering {
                on: self.on,
                to: Some(self.ground.to),
                superseded: self.ground.sums.superseded(Period::until(self.ground.to)),
                ..Entering::default()
            },
        }
    }

    fn left_out(&self, target: &Target) -> Vec<AreaName> {
        let without = self.ledger.rate(target, &self.all).without_base;
        self.names(&without)
    }

    fn names(&self, ids: &[AreaId]) -> Vec<AreaName> {
        self.ground.sums.areas().iter().filter(|a| ids.contains(&a.id)).map(AreaName::of).collect()
    }

    fn bases(
        &self,
        known: impl Iterator<Item = (AreaId, Known)>,
        what: &'static str,
        figure: fn(&BaseFigures) -> Option<u32>,
    ) -> Vec<BasePart> {
        let part = |(id, known): (AreaId, Known)| {
            let is_it = |b: &&BaseFigures| b.as_of == known.as_of && figure(b) == Some(known.value);
            let source = self.ground.sums.bases(id).iter().rev().find(is_it).map(|b| b.source.clone());
            let area = self.names(&[id]).pop()?;
            Some(BasePart { area, what, known, source: source.unwrap_or_default() })
        };
        known.filter_map(part).collect()
    }
}

fn sum(counts: impl Iterator<Item = u64>) -> Option<u64> {
    let counts: Vec<u64> = counts.collect();
    (!counts.is_empty()).then(|| counts.iter().sum())
}
