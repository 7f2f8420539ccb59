//! Invented figures, the same in every copy: for the sample that says so, and for measuring with large
//! files. No real office ever gets them.

use chrono::NaiveDate;
use domain::form::Form;
use domain::ids::{CampaignId, SheetId};
use domain::sheet::{SheetKind, SheetState};
use domain::tally::BoxNo;
use serde::Deserialize;
use store::{BoxWrite, NewBase, TallyWrite, Tx};

use crate::error::Result;

/// What to invent.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    pub seed: u64,
    /// Sheets for each evening and team, and spares besides.
    pub sheets: u32,
    pub spare: u32,
    /// Date of the invented base figures.
    pub as_of: NaiveDate,
    /// Evenings up to this one have been keyed.
    pub keyed_until: NaiveDate,
    /// Of a hundred sheets of such an evening, how many are still out.
    pub missing_percent: u64,
}

impl Figures {
    pub(super) fn invent(self, tx: &Tx<'_>, campaign: CampaignId) -> Result<()> {
        let mut dice = Dice(self.seed);
        for area in tx.list_areas(campaign)? {
            // Every fifteenth area's base is unknown, as in a real ward.
            if area.id.0 % 15 == 0 {
                continue;
            }
            let households = dice.between(180, 520);
            let people = households * dice.between(23, 31) / 10;
            let smartphone = people * dice.between(70, 88) / 100;
            let installed = (dice.below(3) > 0).then(|| smartphone * dice.between(5, 20) / 100);
            tx.put_base(
                area.id,
                &NewBase {
                    as_of: self.as_of,
                    source: "Số liệu minh họa".into(),
                    households: Some(households),
                    people_15: Some(people),
                    smartphone_15: Some(smartphone),
                    installed,
                },
            )?;
        }
        let form = tx.get_current_form(campaign)?;
        for sheet in tx.list_sheets(campaign)? {
            let keyed = sheet.kind == SheetKind::Regular && sheet.on.is_some_and(|on| on <= self.keyed_until);
            if !keyed || u64::from(dice.below(100)) < self.missing_percent {
                continue;
            }
            tx.write_tally(sheet_of(sheet.id, &form, &mut dice))?;
        }
        Ok(())
    }
}

/// A plausible sheet: every check of the default form holds.
fn sheet_of(sheet: SheetId, form: &Form, dice: &mut Dice) -> TallyWrite {
    let reached = dice.between(12, 36);
    let met = reached * dice.between(65, 95) / 100;
    let people = met * dice.between(15, 26) / 10;
    let smartphone = people * dice.between(60, 92) / 100;
    let before = smartphone * dice.between(5, 25) / 100;
    let tonight = (smartphone - before) * dice.between(35, 85) / 100;
    let account = (before + tonight) * dice.between(80, 100) / 100;
    let activated = account * dice.between(80, 100) / 100;
    let values = [reached, met, reached - met, people, smartphone, before, tonight, account, activated];
    let boxes = values.into_iter().zip(1..).map(|(value, no)| BoxWrite::of(BoxNo::number(no), Some(value)));
    debug_assert_eq!(form.indicators.len(), values.len(), "the default form");
    TallyWrite {
        sheet,
        keying: 1,
        boxes: boxes.collect(),
        states: vec![SheetState::HandedOut, SheetState::Returned, SheetState::Keyed],
        accepted_because: None,
        as_of: None,
        afresh: false,
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same on every machine.
#[derive(Debug)]
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u32) -> u32 {
        u32::try_from(self.next() % u64::from(n)).unwrap_or_default()
    }

    /// Both ends included.
    fn between(&mut self, least: u32, most: u32) -> u32 {
        least + self.below(most - least + 1)
    }
}
