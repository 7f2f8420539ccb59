//! From whom what was first keyed is hidden outside Đối soát.

use domain::form::Form;
use domain::sheet::{Sheet, SheetState};
use domain::verification::Ask;

use super::get::open_boxes;
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
        if !keyings.is_under_way_by(person) {
            return Ok(false);
        }
        let mut disputed = keyings.boxes.iter().filter(|(_, r)| matches!(r.ask(), Ask::Again | Ask::Third));
        if disputed.any(|(_, rounds)| rounds.second.is_some_and(|k| k.by == person)) {
            return Ok(true);
        }
        let gathered = self.gathered()?;
        if gathered.plan.is_none() {
            return Ok(true);
        }
        let asked = gathered.asked(&gathered.choice().chosen).into_iter().find(|a| a.sheet == sheet.id);
        Ok(asked.is_some_and(|a| open_boxes(&keyings, a.boxes.as_deref()).next().is_some()))
    }
}
