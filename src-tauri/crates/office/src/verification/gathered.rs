//! The campaign's keyed sheets as choosing and estimating see them.

use std::collections::{BTreeMap, BTreeSet};

use domain::check::Severity;
use domain::form::Form;
use domain::ids::{FormId, SheetId, VisitId};
use domain::sheet::{Sheet, SheetKind};
use domain::tally::{BoxNo, Tally};
use domain::verification::{
    Ask, Case, Choice, Comparison, Figures, Mode, Outlier, Rank, Rounds, SameResults, Suspect, choose, compare,
    outliers, same_results, strays, suspects,
};
use store::{AcceptedFlag, VerificationRow};

use super::keyings::{Keyings, is_impossible};
use crate::View;
use crate::error::Result;

/// Everything second keying is computed from. Findings that somebody accepted are left out.
pub(super) struct Gathered {
    pub(super) plan: Option<VerificationRow>,
    pub(super) forms: BTreeMap<FormId, Form>,
    pub(super) sheets: BTreeMap<SheetId, Sheet>,
    /// Sheets of each evening, by number.
    of_visit: BTreeMap<VisitId, Vec<SheetId>>,
    /// Of sheets that are keyed, and of those whose decided figures wait for a reason.
    pub(super) keyings: BTreeMap<SheetId, Keyings>,
    pub(super) outliers: Vec<Outlier>,
    pub(super) same: Vec<SameResults>,
    /// By the summary's sheet.
    pub(super) totals: BTreeMap<SheetId, Comparison>,
    pub(super) cases: Vec<Case>,
    pub(super) suspects: Vec<Suspect>,
}

impl View<'_> {
    pub(super) fn gathered(&self) -> Result<Gathered> {
        let campaign = self.get_campaign()?.id;
        let forms: BTreeMap<FormId, Form> = self.list_forms(campaign)?.into_iter().map(|f| (f.id, f)).collect();
        let sheets: BTreeMap<SheetId, Sheet> = self.list_sheets(campaign)?.into_iter().map(|s| (s.id, s)).collect();
        let mut of_visit: BTreeMap<VisitId, Vec<SheetId>> = BTreeMap::new();
        for sheet in sheets.values() {
            if let Some(visit) = sheet.visit {
                of_visit.entry(visit).or_default().push(sheet.id);
            }
        }
        let mut keyings = BTreeMap::new();
        for (id, rows) in self.list_keyings(campaign)? {
            if let Some(form) = sheets.get(&id).and_then(|s| forms.get(&s.form)) {
                keyings.insert(id, Keyings::of(form, rows));
            }
        }
        let flags = Flags(self.list_accepted_flags_of_campaign(campaign)?);
        let mut gathered = Gathered {
            plan: self.find_verification(campaign)?,
            forms,
            sheets,
            of_visit,
            keyings,
            outliers: Vec::new(),
            same: Vec::new(),
            totals: BTreeMap::new(),
            cases: Vec::new(),
            suspects: Vec::new(),
        };
        gathered.find(&flags);
        let key = self.key()?;
        gathered.cases = gathered.cases(|sheet| Rank::of(&key, sheet));
        gathered.totals.iter_mut().for_each(|(summary, total)| {
            total.differences.retain(|d| !flags.accepted(*summary, &total_flag(&d.no), &total_figures(d)));
        });
        gathered.suspects = gathered.totals.iter().flat_map(|(id, total)| gathered.sent_by(*id, total)).collect();
        Ok(gathered)
    }
}

impl View<'_> {
    /// What second keying has found and what may be left, under the plan there is.
    pub(crate) fn estimate(&self) -> Result<domain::verification::Estimate> {
        Ok(self.gathered()?.choice().estimate)
    }
}

impl Gathered {
    /// Nobody asks for anything where there is no plan; the estimate then is that of everything keyed twice.
    pub(super) fn choice(&self) -> Choice {
        let mode = self.plan.as_ref().map_or(Mode::All, |plan| plan.mode);
        let choice = choose(mode, &self.cases, &self.suspects);
        if self.plan.is_some() { choice } else { Choice { chosen: Vec::new(), ..choice } }
    }

    /// What a total sends somebody to: single boxes, and once these have nothing more to say whole sheets.
    fn sent_by(&self, summary: SheetId, total: &Comparison) -> Vec<Suspect> {
        let asked = suspects(total, Some(summary), self.done());
        let form = self.sheets.get(&summary).and_then(|s| self.forms.get(&s.form));
        let Some(form) = form.filter(|_| asked.is_empty()) else { return asked };
        let boxes: Vec<BoxNo> = form.indicators.iter().map(|i| i.no.clone()).collect();
        let was_wrong =
            |sheet, no: &BoxNo| self.keyings.get(&sheet).and_then(|k| k.find(no)).is_some_and(Rounds::was_wrong);
        strays(total, &boxes, Some(summary), self.done(), was_wrong)
    }

    /// A count that a second keying has settled.
    pub(super) fn done(&self) -> impl Fn(SheetId, &BoxNo) -> bool + Copy + '_ {
        |sheet, no| self.keyings.get(&sheet).and_then(|k| k.find(no)).is_some_and(|r| r.ask() == Ask::None)
    }

    /// Sheets of evenings that are keyed and counted; with `own`, those of areas that report by themselves too.
    fn keyed(&self, own: bool) -> impl Iterator<Item = (&Sheet, &Form, &Keyings)> {
        self.keyings.iter().filter_map(move |(id, keyings)| {
            let sheet = self.sheets.get(id)?;
            let counted = sheet.state.is_keyed() && sheet.is_counted() && (own || sheet.kind != SheetKind::SelfReport);
            counted.then_some((sheet, self.forms.get(&sheet.form)?, keyings))
        })
    }

    fn figures<'g>(&'g self, tally: impl Fn(&'g Keyings) -> &'g Tally) -> Vec<Figures<'g>> {
        let all = self.keyed(false);
        all.map(|(s, form, k)| Figures { sheet: s.id, visit: s.visit, form, tally: tally(k) }).collect()
    }

    fn find(&mut self, flags: &Flags) {
        let accepted = |found: &Outlier| {
            let first = self.keyings.get(&found.sheet).map(|k| figures(&k.first)).unwrap_or_default();
            flags.accepted(found.sheet, &outlier_flag(&found.no), &first)
        };
        let outliers = outliers(&self.figures(|k| &k.first)).into_iter().filter(|o| !accepted(o)).collect();
        let same = same_results(&self.figures(|k| &k.now)).into_iter().filter(|pair| {
            let (Some(first), Some(second)) = (self.sheets.get(&pair.first), self.keyings.get(&pair.second)) else {
                return false;
            };
            !flags.accepted(pair.second, &same_flag(first), &figures(&second.now))
        });
        let same = same.collect();
        let summaries = self.sheets.values().filter(|s| s.kind == SheetKind::Summary && s.state.is_keyed());
        let totals = summaries.filter_map(|s| Some((s.id, self.compare(s)?))).collect();
        (self.outliers, self.same, self.totals) = (outliers, same, totals);
    }

    /// The sheets of the summary's evening against it; nothing where they were printed under different forms,
    /// whose boxes need not mean the same.
    fn compare(&self, summary: &Sheet) -> Option<Comparison> {
        let form = self.forms.get(&summary.form)?;
        let of_visit = self.of_visit(summary.visit?);
        if of_visit.iter().any(|s| s.form != summary.form) {
            return None;
        }
        let boxes: Vec<BoxNo> = form.indicators.iter().map(|i| i.no.clone()).collect();
        let sheets: Vec<(SheetId, Option<&Tally>)> = of_visit
            .iter()
            .map(|s| (s.id, self.keyings.get(&s.id).filter(|_| s.state.is_keyed()).map(|k| &k.now)))
            .collect();
        Some(compare(&boxes, &sheets, &self.keyings.get(&summary.id)?.now).proven_by(&form.checks, &sheets))
    }

    /// What an evening's total adds up.
    pub(super) fn of_visit(&self, visit: VisitId) -> Vec<&Sheet> {
        let ids = self.of_visit.get(&visit).into_iter().flatten();
        ids.filter_map(|id| self.sheets.get(id)).filter(|s| s.is_expected()).collect()
    }

    fn cases(&self, rank: impl Fn(SheetId) -> Rank) -> Vec<Case> {
        let outliers: BTreeSet<SheetId> = self.outliers.iter().map(|o| o.sheet).collect();
        let confirmed: BTreeSet<VisitId> = self
            .totals
            .iter()
            .filter(|(id, total)| total.confirms(Some(**id), self.done()) && self.sent_by(**id, total).is_empty())
            .filter_map(|(summary, _)| self.sheets.get(summary)?.visit)
            .collect();
        let cases = self.keyed(true).map(|(sheet, form, keyings)| {
            let second = keyings.second();
            let failures = form.failures(&keyings.first);
            Case {
                sheet: sheet.id,
                keyer: keyings.keyer(),
                rank: rank(sheet.id),
                boxes: crate::book::count(form.indicators.len()),
                failed: sheet.accepted_because.is_some() && is_impossible(form, &keyings.first),
                soft: failures.iter().any(|f| f.severity == Severity::Soft),
                outlier: outliers.contains(&sheet.id),
                confirmed: sheet.visit.is_some_and(|visit| confirmed.contains(&visit)),
                second,
                mended: if matches!(second, domain::verification::Second::Done { .. }) { 0 } else { keyings.wrong() },
            }
        });
        cases.collect()
    }
}

impl View<'_> {
    /// What a report says of second keying; nothing while nobody asked for it and nothing was keyed twice.
    pub(crate) fn verification_statement(&self) -> Result<Option<domain::report::Statement>> {
        let campaign = self.get_campaign()?.id;
        let plan = self.find_verification(campaign)?;
        if plan.is_none() && !self.has_second_keyings(campaign)? {
            return Ok(None);
        }
        Ok(Some(domain::report::Statement {
            mode: plan.map(|plan| plan.mode),
            estimate: self.estimate()?,
            method: super::METHOD.to_owned(),
            source: super::SOURCE.to_owned(),
        }))
    }
}

/// What somebody has looked at and accepted.
struct Flags(BTreeMap<SheetId, Vec<AcceptedFlag>>);

impl Flags {
    fn accepted(&self, sheet: SheetId, flag: &str, figures: &str) -> bool {
        self.0.get(&sheet).into_iter().flatten().any(|a| a.flag == flag && a.figures == figures)
    }
}

/// All figures of a sheet, as they are kept with an acceptance: `[1] = 32, [2] = 27`.
pub(super) fn figures(tally: &Tally) -> String {
    tally.iter().map(|(no, value)| format!("[{no}] = {value}")).collect::<Vec<_>>().join(", ")
}

pub(super) fn outlier_flag(no: &BoxNo) -> String {
    format!("outlier [{no}]")
}

/// On the later sheet of two with the same results.
pub(super) fn same_flag(first: &Sheet) -> String {
    format!("same {}", first.code.digits())
}

/// On the summary's sheet.
pub(super) fn total_flag(no: &BoxNo) -> String {
    format!("total [{no}]")
}

/// `5 + 7 + 3 = 15; 14`.
pub(super) fn total_figures(difference: &domain::verification::Difference) -> String {
    format!("{}; {}", difference.worked, difference.total)
}
