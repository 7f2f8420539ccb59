//! Each target: its rate and range, what is needed, its trend, and how it stood before.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::evenings::Evenings;
use super::heat::calendar;
use super::view::{AreaName, CampaignBefore, Need, RangeView, RateView, TargetProgress, TrendPoint, WeekBefore};
use super::{Before, Ground};
use crate::campaign::{Counted, Target};
use crate::date::dmy;
use crate::ids::AreaId;
use crate::number::to_tenth;
use crate::rates::{Known, Ledger, Period, Rate, Sums, goal_of, needed, on_the_line, percent};

pub(super) fn targets(ground: &Ground<'_>, ledger: &Ledger, evenings: &Evenings<'_>) -> Vec<TargetProgress> {
    let days = daily(ground, evenings);
    let week = ago(ground.to, 7).filter(|on| *on >= ground.campaign.starts_on);
    let weeks = week.map(|on| {
        let earlier = ago(on, 7).filter(|on| *on >= ground.campaign.starts_on);
        (on, until(ground.sums, on), earlier.map(|on| until(ground.sums, on)))
    });
    let before = ground.before.and_then(|before| compared(ground, before));
    ground
        .targets
        .iter()
        .zip(0..)
        .map(|(target, n)| {
            let one = One { ground, ledger, evenings, target };
            let trend = one.trend(days.iter().map(|(on, rates)| (*on, rates.get(n))));
            let week = weeks.as_ref().map(|(on, then, earlier)| one.week(*on, then, earlier.as_ref()));
            let before = before.as_ref().and_then(|(before, on, then)| one.campaign(before, *on, then));
            one.progress(trend, week, before)
        })
        .collect()
}

fn until(sums: &Sums, on: NaiveDate) -> Ledger {
    Ledger::of_sums(sums, Period::until(on))
}

fn ago(on: NaiveDate, days: u64) -> Option<NaiveDate> {
    on.checked_sub_days(Days::new(days))
}

/// Rates of all targets at the end of each day; none of days that are still to come. A day on which nothing changed has
/// those of the day before.
fn daily(ground: &Ground<'_>, evenings: &Evenings<'_>) -> Vec<(NaiveDate, Vec<Rate>)> {
    let changes = ground.sums.days();
    let mut rates: Option<Vec<Rate>> = None;
    let mut of_day = |on: NaiveDate| {
        if on > ground.to {
            return Vec::new();
        }
        if rates.is_none() || changes.contains(&on) {
            let ledger = until(ground.sums, on);
            rates = Some(ground.targets.iter().map(|t| ledger.ward_rate(t)).collect());
        }
        rates.clone().unwrap_or_default()
    };
    calendar(ground, evenings).map(|on| (on, of_day(on))).collect()
}

/// The day of the campaign before that is compared with the last day, and how that campaign stood.
fn compared<'a>(ground: &Ground<'_>, before: Before<'a>) -> Option<(Before<'a>, NaiveDate, Ledger)> {
    let day = u64::try_from((ground.to - ground.campaign.starts_on).num_days()).ok()?;
    let on = before.campaign.starts_on.checked_add_days(Days::new(day))?.min(before.campaign.ends_on);
    Some((before, on, until(before.sums, on)))
}

struct One<'a> {
    ground: &'a Ground<'a>,
    ledger: &'a Ledger,
    evenings: &'a Evenings<'a>,
    target: &'a Target,
}

impl One<'_> {
    fn progress(
        &self,
        trend: Vec<TrendPoint>,
        week: Option<WeekBefore>,
        campaign: Option<CampaignBefore>,
    ) -> TargetProgress {
        let Self { ledger, target, .. } = self;
        let rate = ledger.ward_rate(target);
        let bases: Vec<Known> =
            self.covered().iter().filter_map(|a| ledger.base(*a).known(target.denominator)).collect();
        let areas = self.ground.sums.areas().iter();
        TargetProgress {
            id: target.id,
            clause: target.clause.clone(),
            name: target.name.clone(),
            counts: target.numerator,
            of: target.denominator,
            numerator_word: target.numerator.word().to_owned(),
            denominator_word: target.denominator.word().to_owned(),
            unit: match target.numerator.counts() {
                Counted::People => "người".to_owned(),
                Counted::Households => "hộ".to_owned(),
            },
            sentence: target.sentence(),
            goal: target.percent,
            by: target.by,
            rate: RateView::of(&rate),
            base_from: bases.iter().map(|k| k.as_of).min(),
            base_to: bases.iter().map(|k| k.as_of).max(),
            left_out: areas.filter(|a| rate.without_base.contains(&a.id)).map(AreaName::of).collect(),
            range: ledger.range(target, ledger.areas()).map(RangeView::of),
            need: self.need(&rate),
            trend,
            week,
            campaign,
        }
    }

    fn covered(&self) -> BTreeSet<AreaId> {
        self.ledger.covered(self.target, self.ledger.areas()).into_iter().collect()
    }

    fn need(&self, rate: &Rate) -> Option<Need> {
        let left = self.evenings.visits_left(&self.covered(), self.target.by);
        let pace = self.ledger.pace(self.ground.sums, self.target, Period::until(self.ground.to));
        needed(self.target, rate, left, pace).map(Need::of)
    }

    /// Points of the trend, and of the straight line to the goal.
    fn trend<'r>(&self, days: impl Iterator<Item = (NaiveDate, Option<&'r Rate>)>) -> Vec<TrendPoint> {
        let covered = self.covered();
        let whole = self.ledger.ward_rate(self.target).denominator;
        let known = covered.iter().filter_map(|a| self.ledger.parts(self.target, *a).base);
        let start: u64 = known.map(|base| u64::from(base.value)).sum();
        let visits = self.evenings.visits_until(&covered, self.target.by);
        let all: u32 = visits.iter().map(|(_, n)| n).sum();
        let line = |on: NaiveDate| {
            let done = visits.iter().take_while(|(day, _)| *day <= on).map(|(_, n)| n).sum();
            on_the_line(start, goal_of(self.target, whole?), done, all)
        };
        days.map(|(on, rate)| {
            let needed = line(on);
            TrendPoint {
                on,
                numerator: rate.and_then(|r| r.numerator),
                percent: rate.and_then(|r| r.percent).map(to_tenth),
                needed,
                needed_percent: needed.zip(whole).and_then(|(n, whole)| percent(n, whole)).map(to_tenth),
            }
        })
        .collect()
    }

    fn week(&self, on: NaiveDate, then: &Ledger, earlier: Option<&Ledger>) -> WeekBefore {
        let (now, then) = (self.ledger.ward_rate(self.target), then.ward_rate(self.target));
        let earlier = earlier.map(|ledger| ledger.ward_rate(self.target));
        WeekBefore {
            on,
            rate: RateView::of(&then),
            points: points(&now, &then),
            gained: gained(&now, &then),
            gained_before: earlier.and_then(|earlier| gained(&then, &earlier)),
            words: format!("7 ngày trước, {}", dmy(on)),
        }
    }

    fn campaign(&self, before: &Before<'_>, on: NaiveDate, then: &Ledger) -> Option<CampaignBefore> {
        let same = |t: &&Target| (t.numerator, t.denominator) == (self.target.numerator, self.target.denominator);
        let target = before.targets.iter().find(same)?;
        let then = then.ward_rate(target);
        let (title, day) = (&before.campaign.title, (on - before.campaign.starts_on).num_days() + 1);
        Some(CampaignBefore {
            title: title.clone(),
            on,
            points: points(&self.ledger.ward_rate(self.target), &then),
            rate: RateView::of(&then),
            words: format!("ngày thứ {day} của đợt {title}, {}", dmy(on)),
        })
    }
}

fn points(now: &Rate, then: &Rate) -> Option<f64> {
    Some(to_tenth(now.percent? - then.percent?))
}

fn gained(now: &Rate, then: &Rate) -> Option<i64> {
    i64::try_from(now.numerator?).ok()?.checked_sub(i64::try_from(then.numerator?).ok()?)
}
