//! What a cell says: a name, a count. Each fault is noted with its address.

use domain::number::parse_count;

use super::encoding::is_in_legacy_font;
use super::grid::Value;
use super::problem::{Place, Problem, ProblemCode};
use super::table::Cell;

/// Longest name of an area, person or unit, in letters.
pub(crate) const LONGEST_NAME: usize = 120;

/// Faults as they are found.
#[derive(Debug, Default)]
pub(crate) struct Faults(pub(crate) Vec<Problem>);

impl Faults {
    pub(crate) fn note(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    pub(crate) fn at(&mut self, code: ProblemCode, place: &Place, value: &str) {
        self.note(Problem::at(code, place).with("value", value));
    }
}

impl Cell<'_> {
    /// Its value, if it stands for this line alone. Joined over several lines, nobody knows whose it is.
    pub(crate) fn own(&self, column: &str, faults: &mut Faults) -> &Value {
        match &self.merge {
            Some(merge) if merge.rows() > 1 || merge.columns() > 1 => {
                if !self.is_covered && !self.value.is_blank() {
                    faults.note(Problem::at(ProblemCode::Merged, &self.grid.merge_place(merge)).with("column", column));
                }
                &Value::Blank
            }
            _ => self.value,
        }
    }

    /// A name or another short text; joined cells count for each of their lines.
    pub(crate) fn text(&self, faults: &mut Faults) -> Option<String> {
        text_of(self.value, &self.place, faults)
    }

    /// A text that stands for this line alone.
    pub(crate) fn own_text(&self, column: &str, faults: &mut Faults) -> Option<String> {
        text_of(self.own(column, faults), &self.place, faults)
    }

    /// A count that stands for this line alone; blank is none, not zero.
    pub(crate) fn own_count(&self, column: &str, most: u32, faults: &mut Faults) -> Option<u32> {
        let value = self.own(column, faults);
        let count = match value {
            Value::Blank => return None,
            Value::Number(n) => whole(*n),
            Value::Text(text) => parse_count(text).map(u64::from).or_else(|| long_count(text)),
            Value::Date(_) => None,
            Value::Failed(text) => {
                faults.at(ProblemCode::CellError, &self.place, text);
                return None;
            }
        };
        match count.map(|n| u32::try_from(n).ok().filter(|n| *n <= most)) {
            Some(Some(count)) => Some(count),
            Some(None) => {
                let problem = Problem::at(ProblemCode::CountTooLarge, &self.place);
                faults.note(problem.with("column", column).with("value", value.shown()).with("most", most));
                None
            }
            None => {
                faults.note(
                    Problem::at(ProblemCode::NotACount, &self.place)
                        .with("column", column)
                        .with("value", value.shown()),
                );
                None
            }
        }
    }
}

fn text_of(value: &Value, place: &Place, faults: &mut Faults) -> Option<String> {
    let text = match value {
        Value::Blank => return None,
        Value::Text(text) => text.clone(),
        Value::Number(n) if whole(*n).is_some() => n.to_string(),
        Value::Number(_) | Value::Date(_) => {
            faults.at(ProblemCode::NotText, place, &value.shown());
            return None;
        }
        Value::Failed(text) => {
            faults.at(ProblemCode::CellError, place, text);
            return None;
        }
    };
    let code = if is_formula_like(&text) {
        ProblemCode::FormulaLike
    } else if is_in_legacy_font(&text) {
        ProblemCode::LegacyFont
    } else if text.chars().count() > LONGEST_NAME {
        faults.note(Problem::at(ProblemCode::TooLong, place).with("most", LONGEST_NAME));
        return None;
    } else {
        return Some(text);
    };
    faults.at(code, place, &text);
    None
}

/// A text that Excel would run as a formula when our own files are opened there; a phone number with its
/// country code is none.
fn is_formula_like(text: &str) -> bool {
    let rest = match text.as_bytes() {
        [b'=' | b'-' | b'@', ..] => return true,
        [b'+', ..] => &text[1..],
        _ => return false,
    };
    !rest.chars().all(|c| c.is_ascii_digit() || " .".contains(c))
}

/// A number without a fraction that a count can be.
pub(crate) fn whole(n: f64) -> Option<u64> {
    const MOST: f64 = 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole and in range")]
    ((0.0..=MOST).contains(&n) && n.fract() == 0.0).then_some(n as u64)
}

/// A row of digits too long for a count, so that it is told as too large and not as no number.
fn long_count(text: &str) -> Option<u64> {
    (text.len() <= 18 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_and_phones() {
        for text in ["=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "- Hà Trì 1", "+1+cmd"] {
            assert!(is_formula_like(text), "{text}");
        }
        for text in ["+84 912 345 678", "Hà Trì 1", "1 - 5", ""] {
            assert!(!is_formula_like(text), "{text}");
        }
    }
}
