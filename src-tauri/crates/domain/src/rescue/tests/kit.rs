//! Forms, sheets and slips for the tests.

use crate::check::{Check, Severity};
use crate::form::{Form, default_checks, default_indicators, reason_checks, reason_indicators};
use crate::ids::FormId;
use crate::rescue::candidates;
use crate::tally::{BoxNo, MOST, Tally};

pub(super) fn form(reasons: bool, control: bool) -> Form {
    let (mut indicators, mut checks) = (default_indicators("iHanoi"), default_checks());
    if reasons {
        indicators.extend(reason_indicators());
        checks.extend(reason_checks());
    }
    indicators.iter_mut().for_each(|i| i.control = control);
    Form { id: FormId(1), version: 1, control, indicators, checks }
}

pub(super) fn hard(rule: &str) -> Check {
    Check { rule: rule.parse().expect("a rule"), severity: Severity::Hard, words: String::new() }
}

pub(super) fn filled(form: &Form, values: &[Option<u32>]) -> Tally {
    form.boxes().zip(values).filter_map(|(no, value)| Some((no, (*value)?))).collect()
}

/// The numbers box by box, `-` for a blank one.
pub(super) fn sheet_of(form: &Form, written: &str) -> Tally {
    filled(form, &written.split(' ').map(|n| n.parse().ok()).collect::<Vec<_>>())
}

pub(super) fn sheet(written: &str) -> Tally {
    sheet_of(&form(false, false), written)
}

pub(super) fn failing(form: &Form, tally: &Tally, severity: Severity) -> usize {
    form.failures(tally).iter().filter(|f| f.severity == severity).count()
}

/// Whatever is offered does what it says when it is done.
pub(super) fn assert_every_candidate_is_true(form: &Form, keyed: &Tally) {
    let before: Vec<String> = hard_rules(form, keyed);
    let found = candidates(form, keyed);
    for candidate in &found {
        let after = candidate.applied(keyed);
        let fails = hard_rules(form, &after);
        assert_eq!(fails.len(), candidate.left as usize, "{candidate:?}");
        assert_eq!(failing(form, &after, Severity::Soft), candidate.soft as usize, "{candidate:?}");
        assert!(before.iter().any(|rule| !fails.contains(rule)), "repairs nothing: {candidate:?}");
        assert!(!candidate.changes.is_empty());
        for change in &candidate.changes {
            assert!(form.has(&change.no) && change.from != change.to && change.to.is_none_or(|v| v <= MOST));
            assert_eq!(change.from, keyed.get(&change.no));
        }
    }
    for (i, one) in found.iter().enumerate() {
        assert!(found.iter().skip(i + 1).all(|other| other.changes != one.changes), "offered twice: {one:?}");
    }
}

fn hard_rules(form: &Form, tally: &Tally) -> Vec<String> {
    let failures = form.failures(tally).into_iter().filter(|f| f.severity == Severity::Hard);
    failures.map(|f| f.rule).collect()
}

/// A sheet that holds, for a form with the block of reasons and the control total; cut to the form. `draws`:
/// twelve numbers, used as shares of a thousand.
pub(super) fn sound(form: &Form, draws: &[u32]) -> Vec<u32> {
    let mut draws = draws.iter().map(|d| d % 1_001).chain(std::iter::repeat(0));
    let mut of = |whole: u32, least: u32| {
        let share = least + draws.next().unwrap_or_default() * (1_000 - least) / 1_000;
        (whole * share + 500) / 1_000
    };
    let reached = 4 + of(50, 0);
    let met = of(reached, 400);
    let people = met + of(2 * met, 0);
    let phone = of(people, 500);
    let before = of(phone / 2, 0);
    let tonight = of(phone - before, 200);
    let account = of(before + tonight, 500);
    let activated = of(account, 500);
    let (not, without) = (people - before - tonight, people - phone);
    let old = of(not - without, 0);
    let unwilling = of(not - without - old, 0);
    let other = not - without - old - unwilling;
    let lacks = of(before + tonight - account, 0);
    let mut values = vec![
        reached,
        met,
        reached - met,
        people,
        phone,
        before,
        tonight,
        account,
        activated,
        not,
        without,
        old,
        unwilling,
        other,
        lacks,
    ];
    values.truncate(form.indicators.len());
    if form.control {
        values.push(values.iter().sum());
    }
    values
}

/// How a sheet is keyed wrongly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    Digit,
    Swapped,
    Missing,
    Doubled,
    Extra,
    Zero,
    Above,
    Exchanged,
    Apart,
    Across,
    TooHigh,
    TooLow,
    Total,
}

impl Wrong {
    pub(super) const ALL: [Self; 13] = [
        Self::Digit,
        Self::Swapped,
        Self::Missing,
        Self::Doubled,
        Self::Extra,
        Self::Zero,
        Self::Above,
        Self::Exchanged,
        Self::Apart,
        Self::Across,
        Self::TooHigh,
        Self::TooLow,
        Self::Total,
    ];

    /// The sheet as keyed; `at` chooses the box, `which` the digit and what it becomes.
    pub(super) fn keyed(self, form: &Form, paper: &[u32], at: usize, which: usize) -> Vec<Option<u32>> {
        let rows = paper.len();
        let at = at % rows;
        let next = if at + 1 < rows { at + 1 } else { at - 1 };
        let text = paper[at].to_string();
        let place = which % text.len();
        let digit = u8::try_from(which / 7 % 10).expect("a digit") + b'0';
        let mut keyed: Vec<Option<u32>> = paper.iter().copied().map(Some).collect();
        let mut put = |bytes: Vec<u8>| keyed[at] = String::from_utf8(bytes).expect("digits").parse().ok();
        let mut bytes = text.clone().into_bytes();
        match self {
            Self::Digit => {
                bytes[place] = digit;
                put(bytes);
            }
            Self::Swapped => {
                let second = (place + 1).min(bytes.len() - 1);
                bytes.swap(place, second);
                put(bytes);
            }
            Self::Missing if bytes.len() > 1 => {
                bytes.remove(place);
                put(bytes);
            }
            Self::Missing => {}
            Self::Doubled => {
                bytes.insert(place, bytes[place]);
                put(bytes);
            }
            Self::Extra => {
                bytes.insert(place + 1, digit);
                put(bytes);
            }
            Self::Zero => keyed[at] = Some(0),
            Self::Above => keyed[at] = Some(paper[next]),
            Self::Exchanged => keyed.swap(at, next),
            Self::Apart => keyed.swap(at, which % rows),
            Self::Across => {
                let (a, b) = (at.min(next), at.max(next));
                let all = format!("{}{}", paper[a], paper[b]);
                let (left, right) = all.split_at(1 + which % (all.len() - 1));
                let written = |n: &str| n == "0" || !n.starts_with('0');
                if written(left) && written(right) {
                    (keyed[a], keyed[b]) = (left.parse().ok(), right.parse().ok());
                }
            }
            Self::TooHigh => {
                keyed.remove(at);
                keyed.push(None);
            }
            Self::TooLow => {
                keyed.insert(at, Some(paper[at]));
                keyed.truncate(rows);
            }
            Self::Total if form.control => keyed[rows - 1] = keyed[rows - 1].map(|v| v + 1 + which as u32 % 30),
            Self::Total => {}
        }
        keyed
    }

    /// Numbers that were never keyed cannot come back.
    pub(super) fn loses_a_number(self) -> bool {
        matches!(self, Self::Zero | Self::Above | Self::TooHigh | Self::TooLow)
    }
}

/// Whether a sheet is the paper's, but for blank boxes.
pub(super) fn is_paper(form: &Form, tally: &Tally, paper: &[u32], may_be_blank: bool) -> bool {
    let mut boxes = form.boxes().zip(paper);
    boxes.all(|(no, value): (BoxNo, &u32)| tally.get(&no).map_or(may_be_blank, |v| v == *value))
}
