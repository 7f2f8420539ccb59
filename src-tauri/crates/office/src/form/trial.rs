use std::collections::BTreeMap;

use domain::account::Permission;
use domain::check::Check;
use domain::form::{Form, FormDraft};
use domain::rates::{Book, KeyedSheet};
use domain::tally::{BoxNo, Tally};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fault::FormFault;
use super::put::Versioned;
use crate::book::count;
use crate::{Read, Result, View};

/// Reads a draft and runs its checks over the numbers the office has keyed. Changes nothing.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TryForm {
    pub form: FormDraft,
}

/// A sheet that a check does not let pass, with the arithmetic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Failing {
    pub code: String,
    pub area_label: String,
    pub left: String,
    pub right: String,
}

/// What a check would have said of the sheets keyed so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckTrial {
    /// The check's place in the draft, from 0.
    pub at: u32,
    /// `ô 6 + ô 7 ≤ ô 5`.
    pub rule: String,
    /// Sheets on which every box it speaks of is filled.
    pub computed: u32,
    pub failing: u32,
    /// The first of them, by the office's order.
    pub first: Vec<Failing>,
    /// Boxes it speaks of that no keyed sheet has: they are new, or were never filled.
    pub never_keyed: Vec<BoxNo>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FormTrial {
    pub faults: Vec<FormFault>,
    /// The checks that can be read, in the draft's order.
    pub checks: Vec<CheckTrial>,
    /// Sheets with keyed numbers.
    pub sheets: u32,
    /// What putting the draft in force would make.
    pub makes: Versioned,
}

/// Failing sheets that are named; the rest are counted.
const MOST_NAMED: usize = 20;

impl Read for TryForm {
    type Answer = FormTrial;
    const NAME: &'static str = "try_form";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<FormTrial> {
        let makes = view.next_form()?;
        let targets = view.list_targets(view.get_campaign()?.id)?;
        let faults = self.form.read(makes.version, &targets).err().unwrap_or_default();
        let (form, places) = self.form.readable(makes.version);
        let book = view.each_area()?;
        let sheets = translated(&book, &form);
        let tried = |(check, at): (&Check, &u32)| trial(&book, &sheets, check, *at);
        Ok(FormTrial {
            faults: faults.into_iter().map(FormFault::of).collect(),
            checks: form.checks.iter().zip(&places).map(tried).collect(),
            sheets: count(sheets.len()),
            makes,
        })
    }
}

/// Keyed sheets, each with its numbers as the draft's boxes.
fn translated<'b>(book: &'b Book, form: &Form) -> Vec<(&'b KeyedSheet, Tally)> {
    let forms: BTreeMap<_, _> = book.forms.iter().map(|f| (f.id, f)).collect();
    let keyed = book.sheets.iter().filter(|k| !k.tally.is_empty() && k.sheet.is_counted());
    keyed.filter_map(|k| Some((k, form.translate(forms.get(&k.sheet.form)?, &k.tally)))).collect()
}

fn trial(book: &Book, sheets: &[(&KeyedSheet, Tally)], check: &Check, at: u32) -> CheckTrial {
    let boxes = check.rule.boxes();
    let computed = sheets.iter().filter(|(_, tally)| boxes.iter().all(|no| tally.get(no).is_some()));
    let failures: Vec<_> =
        computed.clone().filter_map(|(k, tally)| check.failure(tally).map(|failure| (k, failure))).collect();
    let area_label = |k: &KeyedSheet| {
        let area = book.areas.iter().find(|a| Some(a.id) == k.sheet.area);
        area.map(domain::area::Area::label).unwrap_or_default()
    };
    CheckTrial {
        at,
        rule: check.rule.words(),
        computed: count(computed.count()),
        failing: count(failures.len()),
        first: failures
            .into_iter()
            .take(MOST_NAMED)
            .map(|(k, failure)| Failing {
                code: k.sheet.code.to_string(),
                area_label: area_label(k),
                left: failure.left,
                right: failure.right,
            })
            .collect(),
        never_keyed: boxes.into_iter().filter(|no| sheets.iter().all(|(_, tally)| tally.get(no).is_none())).collect(),
    }
}
