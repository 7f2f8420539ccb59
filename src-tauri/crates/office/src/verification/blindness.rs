//! From whom what was first keyed is hidden outside Đối soát.

use std::collections::BTreeSet;

use domain::form::Form;
use domain::ids::{PersonId, SheetId};
use domain::sheet::{Sheet, SheetState};
use domain::verification::Ask;

use super::gathered::Gathered;
use super::get::open_boxes;
use super::keyings::Keyings;
use crate::{Result, View};

impl View<'_> {
    /// Whether whoever is signed in is in the middle of keying this sheet a second time. Until it is settled its
    /// figures are hidden from them, and its first keying is not theirs to change.
    ///
    /// Where only single boxes were asked for, the middle ends with the last of them.
    pub(crate) fn is_blind(&self, sheet: &Sheet, form: &Form) -> Result<bool> {
        let Some(person) = self.who.as_ref().map(|who| who.person) else { return Ok(false) };
        if sheet.state != SheetState::Keyed {
            return Ok(false);
        }
        let keyings = self.keyings(sheet.id, form)?;
        match by_rounds(&keyings, person) {
            Some(is_blind) => Ok(is_blind),
            None => Ok(self.gathered()?.is_asked(sheet.id, &keyings)),
        }
    }

    /// All sheets that whoever is signed in is blind to.
    pub(crate) fn blind_sheets(&self) -> Result<BTreeSet<SheetId>> {
        let Some(person) = self.who.as_ref().map(|who| who.person) else { return Ok(BTreeSet::new()) };
        let begun = self.list_sheets_keyed_second_by(self.get_campaign()?.id, person)?;
        if begun.is_empty() {
            return Ok(BTreeSet::new());
        }
        let gathered = self.gathered()?;
        let is_blind = |id: &SheetId| {
            let keyings = gathered.keyings.get(id)?;
            Some(by_rounds(keyings, person).unwrap_or_else(|| gathered.is_asked(*id, keyings)))
        };
        Ok(begun.into_iter().filter(|id| is_blind(id) == Some(true)).collect())
    }
}

/// `None`: begun, nothing disputed; it depends on what else is asked for.
fn by_rounds(keyings: &Keyings, person: PersonId) -> Option<bool> {
    if !keyings.is_under_way_by(person) {
        return Some(false);
    }
    let mut disputed = keyings.boxes.iter().filter(|(_, r)| matches!(r.ask(), Ask::Again | Ask::Third));
    let theirs = disputed.any(|(_, rounds)| rounds.second.is_some_and(|k| k.by == person));
    theirs.then_some(true)
}

impl Gathered {
    /// Boxes of the sheet are still to be keyed a second time. Without a plan, all that was begun is.
    fn is_asked(&self, sheet: SheetId, keyings: &Keyings) -> bool {
        if self.plan.is_none() {
            return true;
        }
        let asked = self.asked(&self.choice().chosen).into_iter().find(|a| a.sheet == sheet);
        asked.is_some_and(|a| open_boxes(keyings, a.boxes.as_deref()).next().is_some())
    }
}
