use super::*;
use crate::form::{default_checks, default_indicators};
use crate::ids::FormId;

fn form() -> Form {
    Form {
        id: FormId(1),
        version: 1,
        control: false,
        indicators: default_indicators("iHanoi"),
        checks: default_checks(),
    }
}

fn tally(values: &[u32]) -> Tally {
    (1..).zip(values).map(|(n, v)| (BoxNo::number(n), *v)).collect()
}

/// `7: 41 → 14`.
fn words(candidate: &Candidate) -> String {
    let blank = |v: Option<u32>| v.map_or_else(|| "–".to_owned(), |v| v.to_string());
    let changes = candidate.changes.iter().map(|c| format!("{}: {} → {}", c.no, blank(c.from), blank(c.to)));
    changes.collect::<Vec<_>>().join(", ")
}

#[test]
fn the_sketchs_sheet() {
    let keyed = tally(&[32, 27, 5, 61, 24, 9, 41]);
    let found = candidates(&form(), &keyed);
    let first: Vec<String> = found.iter().take(2).map(words).collect();
    assert_eq!(first, ["7: 41 → 14", "5: 24 → 54"]);
    assert_eq!(found[0].slip, Slip::Swapped { place: 1 });
    assert_eq!(found[1].slip, Slip::Digit { place: 1, keyed: 2, meant: 5 });
}
