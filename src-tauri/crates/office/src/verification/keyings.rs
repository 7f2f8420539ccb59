//! Every keying of one sheet, box by box, as the rule of second keying sees it.

use std::collections::{BTreeMap, BTreeSet};

use domain::check::Severity;
use domain::form::Form;
use domain::ids::{PersonId, SheetId};
use domain::sheet::Sheet;
use domain::tally::{BoxNo, Tally};
use domain::verification::{Ask, Hands, Keying, Rounds, Second, Stage, stage};
use store::{AGAIN, FIRST, KeyedBox, REPLACED, SECOND, THIRD};

use crate::View;
use crate::error::Result;

/// Whoever figures from a file are by: nobody of the office, so anybody may key them again.
const NOBODY: PersonId = PersonId(0);

/// A sheet's boxes in the paper's order, the control total last, each with its rounds.
#[derive(Debug, Clone)]
pub(crate) struct Keyings {
    pub(crate) boxes: Vec<(BoxNo, Rounds)>,
    /// What counts now.
    pub(crate) now: Tally,
    /// What was first keyed.
    pub(crate) first: Tally,
}

impl View<'_> {
    pub(crate) fn keyings(&self, sheet: SheetId, form: &Form) -> Result<Keyings> {
        Ok(Keyings::of(form, self.list_keyings_of_sheet(sheet)?))
    }
}

impl Keyings {
    pub(crate) fn of(form: &Form, rows: Vec<KeyedBox>) -> Self {
        let mut by_box: BTreeMap<BoxNo, [Option<Keying>; 5]> = BTreeMap::new();
        for row in rows {
            let keying = Keying { by: row.by.unwrap_or(NOBODY), value: row.value };
            if let Some(slot) = by_box.entry(row.no).or_default().get_mut(usize::from(row.keying)) {
                *slot = Some(keying);
            }
        }
        let (mut now, mut first) = (Tally::default(), Tally::default());
        let boxes = form.boxes().map(|no| {
            let of = |keying: u8| by_box.get(&no).and_then(|slots| slots.get(usize::from(keying)).copied().flatten());
            now.set(no.clone(), of(FIRST).and_then(|k| k.value));
            let keyed = of(REPLACED).or(of(FIRST)).unwrap_or(Keying { by: NOBODY, value: None });
            first.set(no.clone(), keyed.value);
            let rounds = Rounds { first: keyed, second: of(SECOND), again: of(AGAIN), third: of(THIRD) };
            (no, rounds)
        });
        let boxes = boxes.collect();
        Self { boxes, now, first }
    }

    pub(crate) fn rounds(&self) -> Vec<Rounds> {
        self.boxes.iter().map(|(_, rounds)| *rounds).collect()
    }

    pub(crate) fn find(&self, no: &BoxNo) -> Option<&Rounds> {
        self.boxes.iter().find(|(other, _)| other == no).map(|(_, rounds)| rounds)
    }

    pub(crate) fn hands(&self) -> Hands {
        Hands::of(&self.rounds())
    }

    pub(crate) fn stage(&self) -> Stage {
        stage(&self.rounds())
    }

    /// Boxes that wait for this.
    pub(crate) fn waiting(&self, ask: Ask) -> impl Iterator<Item = &(BoxNo, Rounds)> {
        self.boxes.iter().filter(move |(_, rounds)| rounds.ask() == ask)
    }

    /// Somebody other than the first keyer has keyed the whole of it.
    pub(crate) fn is_twice(&self) -> bool {
        !self.boxes.is_empty() && self.boxes.iter().all(|(_, rounds)| rounds.second.is_some())
    }

    /// Figures that another person found wrong; the control total is none.
    pub(crate) fn wrong(&self) -> u32 {
        let wrong = self.boxes.iter().filter(|(no, rounds)| *no != BoxNo::CONTROL && rounds.was_wrong());
        crate::book::count(wrong.count())
    }

    pub(crate) fn second(&self) -> Second {
        match self.stage() {
            Stage::Untouched => Second::NotYet,
            Stage::Agreed => Second::Done { wrong: self.wrong() },
            Stage::UnderWay | Stage::NeedsAgain | Stage::NeedsThird => Second::UnderWay,
        }
    }

    /// Who keyed most of it first.
    pub(crate) fn keyer(&self) -> PersonId {
        let mut boxes: BTreeMap<PersonId, u32> = BTreeMap::new();
        for (_, rounds) in self.boxes.iter().filter(|(_, rounds)| rounds.first.value.is_some()) {
            *boxes.entry(rounds.first.by).or_default() += 1;
        }
        boxes.into_iter().max_by_key(|(person, boxes)| (*boxes, std::cmp::Reverse(*person))).map_or(NOBODY, |(p, _)| p)
    }

    /// Whether this person is keying it a second time and not all of it is settled: must not see what was
    /// first keyed.
    pub(crate) fn is_under_way_by(&self, person: PersonId) -> bool {
        self.stage() != Stage::Agreed && self.hands().second.contains(&person)
    }

    /// Nothing is missing, and what is impossible was accepted with a reason.
    pub(crate) fn holds(&self, form: &Form, sheet: &Sheet) -> bool {
        form.missing(&self.now).is_empty() && (sheet.accepted_because.is_some() || !is_impossible(form, &self.now))
    }
}

pub(crate) fn is_impossible(form: &Form, tally: &Tally) -> bool {
    form.failures(tally).first().is_some_and(|f| f.severity == Severity::Hard)
}

/// People who can sign in and may key a second time, with their names.
pub(crate) struct Verifiers(pub(crate) BTreeMap<PersonId, String>);

impl View<'_> {
    pub(crate) fn verifiers(&self) -> Result<Verifiers> {
        let accounts = self.list_accounts()?;
        let may = accounts.into_iter().filter(|a| a.active && a.role.may(domain::account::Permission::Verify));
        Ok(Verifiers(may.map(|a| (a.person, a.name)).collect()))
    }
}

impl Verifiers {
    /// Those who have had no hand in it.
    pub(crate) fn without<'v>(&'v self, hands: &[&BTreeSet<PersonId>]) -> Vec<&'v str> {
        let free = self.0.iter().filter(|(person, _)| !hands.iter().any(|h| h.contains(person)));
        free.map(|(_, name)| name.as_str()).collect()
    }
}
