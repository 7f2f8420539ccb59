//! A form as an office edits it: texts as typed, and every fault with the place it has in the draft.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Form, Group, Indicator, Meaning};
use crate::campaign::Target;
use crate::check::{Check, NotARule, Rule, RuleParts, Severity, Side};
use crate::ids::FormId;
use crate::tally::{BoxNo, Tally};
use crate::text::{clean, fold};

/// A box as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndicatorDraft {
    /// The number to be printed: `7`, `10a`.
    pub no: String,
    pub label: String,
    pub group: Group,
    pub meaning: Meaning,
    pub help: Option<String>,
    pub control: bool,
    /// See [`Indicator::width`]; a width no count has is none.
    #[serde(default)]
    pub width: Option<u32>,
}

/// A check as typed, in its pieces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckDraft {
    #[serde(flatten)]
    pub rule: RuleParts,
    pub severity: Severity,
    pub words: String,
}

/// A whole form as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct FormDraft {
    pub control: bool,
    pub indicators: Vec<IndicatorDraft>,
    pub checks: Vec<CheckDraft>,
}

/// Where a fault is: places in the draft, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Spot {
    Form,
    Indicator { at: u32 },
    Check { at: u32, side: Option<Side> },
}

/// Why a draft is no form yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    NoBoxes,
    NotABox {
        typed: String,
    },
    BoxTwice {
        no: BoxNo,
    },
    LabelBlank {
        no: String,
    },
    LabelTooLong {
        no: String,
    },
    /// The same thing counted in two boxes would count twice in every total.
    MeaningTwice {
        no: String,
        other: String,
        meaning: Meaning,
    },
    /// A target counts or divides by what no box would hold.
    TargetNeeds {
        clause: String,
        name: String,
        meaning: Meaning,
    },
    ControlOfNothing,
    Unreadable {
        rule: usize,
        part: String,
        at: usize,
    },
    UnknownBox {
        rule: usize,
        no: BoxNo,
        at: usize,
    },
    /// A rule of numbers alone always holds or never.
    RuleWithoutBox {
        rule: usize,
    },
    WordsBlank {
        rule: usize,
    },
    WordsTooLong {
        rule: usize,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub spot: Spot,
    pub kind: FaultKind,
}

/// Most digits of a count ([`crate::tally::MOST`]).
const WIDEST: u32 = 5;

/// Longest label, help or words of a check, in letters.
pub const LONGEST: usize = 120;

impl From<&Form> for FormDraft {
    fn from(form: &Form) -> Self {
        let indicators = form.indicators.iter().map(|i| IndicatorDraft {
            no: i.no.to_string(),
            label: i.label.clone(),
            group: i.group,
            meaning: i.meaning,
            help: i.help.clone(),
            control: i.control,
            width: i.width,
        });
        let checks = form.checks.iter().map(|c| CheckDraft {
            rule: c.rule.parts(),
            severity: c.severity,
            words: c.words.clone(),
        });
        Self { control: form.control, indicators: indicators.collect(), checks: checks.collect() }
    }
}

impl FormDraft {
    /// The form this draft is, under a version, for the campaign's targets.
    ///
    /// # Errors
    /// Every fault, in the draft's order.
    pub fn read(&self, version: u32, targets: &[Target]) -> Result<Form, Vec<Fault>> {
        let (indicators, mut faults) = self.read_indicators();
        if self.indicators.is_empty() {
            faults.push(Fault { spot: Spot::Form, kind: FaultKind::NoBoxes });
        } else if self.control && !self.indicators.iter().any(|i| i.control) {
            faults.push(Fault { spot: Spot::Form, kind: FaultKind::ControlOfNothing });
        }
        for target in targets {
            for meaning in target.needs() {
                if !self.indicators.iter().any(|i| i.meaning == meaning) {
                    let (clause, name) = (target.clause.clone(), target.name.clone());
                    let kind = FaultKind::TargetNeeds { clause, name, meaning };
                    faults.push(Fault { spot: Spot::Form, kind });
                }
            }
        }
        let known: Vec<BoxNo> = self.indicators.iter().filter_map(|i| i.no.parse().ok()).collect();
        let mut checks = Vec::with_capacity(self.checks.len());
        for (check, n) in self.checks.iter().zip(0..) {
            match check.read(n, &known) {
                Ok(check) => checks.push(check),
                Err(found) => faults.extend(found),
            }
        }
        if faults.is_empty() {
            Ok(Form { id: FormId(0), version, control: self.control, indicators, checks })
        } else {
            Err(faults)
        }
    }

    /// As much of the draft as can be read, for trying it: and for each check its place in the draft.
    #[must_use]
    pub fn readable(&self, version: u32) -> (Form, Vec<u32>) {
        let (indicators, _) = self.read_indicators();
        let known: Vec<BoxNo> = indicators.iter().map(|i| i.no.clone()).collect();
        let read = self.checks.iter().zip(0..).filter_map(|(c, n)| {
            // Words may still be missing: they take no part in the arithmetic.
            let words = if clean(&c.words).is_empty() { "…".to_owned() } else { c.words.clone() };
            Some((CheckDraft { words, ..c.clone() }.read(n, &known).ok()?, n))
        });
        let (checks, places) = read.unzip();
        (Form { id: FormId(0), version, control: self.control, indicators, checks }, places)
    }

    fn read_indicators(&self) -> (Vec<Indicator>, Vec<Fault>) {
        let mut indicators: Vec<Indicator> = Vec::with_capacity(self.indicators.len());
        let mut faults = Vec::new();
        for (draft, at) in self.indicators.iter().zip(0..) {
            let mut fault = |kind| faults.push(Fault { spot: Spot::Indicator { at }, kind });
            let typed = clean(&draft.no);
            let no = typed.parse::<BoxNo>().ok().filter(|no| *no != BoxNo::CONTROL && *no != BoxNo::number(0));
            let Some(no) = no else {
                fault(FaultKind::NotABox { typed });
                continue;
            };
            if indicators.iter().any(|i| i.no == no) {
                fault(FaultKind::BoxTwice { no: no.clone() });
            }
            let same = |i: &&Indicator| i.meaning == draft.meaning && draft.meaning != Meaning::Own;
            if let Some(other) = indicators.iter().find(same) {
                let (no, other) = (no.to_string(), other.no.to_string());
                fault(FaultKind::MeaningTwice { no, other, meaning: draft.meaning });
            }
            let label = clean(&draft.label);
            let help = draft.help.as_deref().map(clean).filter(|help| !help.is_empty());
            if label.is_empty() {
                fault(FaultKind::LabelBlank { no: no.to_string() });
            }
            if [Some(&label), help.as_ref()].into_iter().flatten().any(|text| text.chars().count() > LONGEST) {
                fault(FaultKind::LabelTooLong { no: no.to_string() });
            }
            let (group, meaning, control) = (draft.group, draft.meaning, draft.control);
            let width = draft.width.filter(|w| (1..=WIDEST).contains(w));
            indicators.push(Indicator { no, label, group, meaning, help, control, width });
        }
        (indicators, faults)
    }
}

impl CheckDraft {
    /// The check, if it can be read and speaks of known boxes only; `n` is its place from 0.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(&self, n: u32, known: &[BoxNo]) -> Result<Check, Vec<Fault>> {
        let number = n as usize + 1;
        let on = |side| Spot::Check { at: n, side };
        let mut faults = Vec::new();
        let words = clean(&self.words);
        let rule = match Rule::try_from(&self.rule) {
            Ok(rule) => Some(rule),
            Err((side, NotARule { part, at })) => {
                let kind = FaultKind::Unreadable { rule: number, part, at };
                faults.push(Fault { spot: on(Some(side)), kind });
                None
            }
        };
        if let Some(rule) = &rule {
            let boxes = rule.boxes();
            if boxes.is_empty() {
                faults.push(Fault { spot: on(Some(Side::Left)), kind: FaultKind::RuleWithoutBox { rule: number } });
            }
            for no in boxes.into_iter().filter(|no| !known.contains(no)) {
                let (side, at) = self.place_of(&no);
                faults.push(Fault { spot: on(Some(side)), kind: FaultKind::UnknownBox { rule: number, no, at } });
            }
        }
        if words.is_empty() {
            faults.push(Fault { spot: on(None), kind: FaultKind::WordsBlank { rule: number } });
        } else if words.chars().count() > LONGEST {
            faults.push(Fault { spot: on(None), kind: FaultKind::WordsTooLong { rule: number } });
        }
        match rule {
            Some(rule) if faults.is_empty() => Ok(Check { rule, severity: self.severity, words }),
            _ => Err(faults),
        }
    }

    /// The piece a box is first named in, and the letter it begins at, from 1.
    fn place_of(&self, no: &BoxNo) -> (Side, usize) {
        let when = self.rule.when.as_deref().unwrap_or_default();
        [(Side::When, when), (Side::Left, &self.rule.left), (Side::Right, &self.rule.right)]
            .into_iter()
            .find_map(|(side, text)| Rule::box_at(text, no).map(|at| (side, at)))
            .unwrap_or((Side::Left, 1))
    }
}

impl Form {
    /// A sheet keyed under another form, as this form's boxes: by what they count, and own boxes by their
    /// label. For trying checks on numbers that are there already.
    #[must_use]
    pub fn translate(&self, other: &Form, tally: &Tally) -> Tally {
        let same = |mine: &Indicator, theirs: &&Indicator| match mine.meaning {
            Meaning::Own => theirs.meaning == Meaning::Own && fold(&theirs.label) == fold(&mine.label),
            meaning => theirs.meaning == meaning,
        };
        let count = |mine: &Indicator| {
            let theirs = other.indicators.iter().find(|theirs| same(mine, theirs))?;
            Some((mine.no.clone(), tally.get(&theirs.no)?))
        };
        self.indicators.iter().filter_map(count).collect()
    }
}

#[cfg(test)]
mod tests;
