use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::date::dmy;
use domain::ids::{AreaId, PersonId, TeamId, VisitId};
use domain::radar::head;
use domain::sheet::{Sheet, SheetState, Step};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::named::Named;
use crate::task::not_ahead;
use crate::{Act, Result, View, Write};

/// Sheets given out: of an evening all that are not out yet, or those of the codes. Spares that go along stay
/// spares until one is used; it is written down who has them.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct HandOut {
    pub evening: Option<NaiveDate>,
    /// Typed codes or scanned QRs; beside them the evening is not looked at.
    #[serde(default)]
    pub codes: Vec<String>,
    /// `null`: each area's leader, or else the team's head on the roster.
    pub holder: Option<PersonId>,
    /// `null`: today.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

/// Who was given how many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HandedOut {
    /// `null`: nobody is known to have them.
    pub to: Option<Named>,
    pub sheets: u32,
    pub spares: u32,
}

impl Write for HandOut {
    type Answer = Vec<HandedOut>;
    const NAME: &'static str = "hand_out";
    const NEEDS: Permission = Permission::Print;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<Vec<HandedOut>> {
        let view = act.view();
        let on = self.on.unwrap_or(act.today());
        not_ahead(act, on)?;
        let holders = Holders::of(&view, self.holder)?;
        let mut handed: BTreeMap<Option<PersonId>, (u32, u32)> = BTreeMap::new();
        for mut sheet in self.sheets(&view)? {
            let holder = holders.holder(&sheet);
            let (sheets, spares) = handed.entry(holder).or_default();
            match sheet.state {
                SheetState::Spare => *spares += 1,
                // From one person's hands into another's.
                SheetState::HandedOut if self.holder.is_some() => *sheets += 1,
                _ => {
                    act.take(&mut sheet, Step::HandOut)?;
                    *sheets += 1;
                }
            }
            act.set_sheet_holder(sheet.id, holder, Some(on))?;
        }
        let named = view.names()?;
        Ok(handed.into_iter().map(|(to, (sheets, spares))| HandedOut { to: to.map(&named), sheets, spares }).collect())
    }
}

impl HandOut {
    /// Whether the sheets of the codes can be handed out is told one by one; of an evening those are taken
    /// that can.
    fn sheets(&self, view: &View<'_>) -> Result<Vec<Sheet>> {
        if !self.codes.is_empty() {
            return view.sheets_of(&self.codes);
        }
        let on = self.evening.ok_or_else(|| Error::of(ErrorCode::NothingToHandOut))?;
        let is_in = |s: &Sheet| matches!(s.state, SheetState::Printed | SheetState::Spare) && s.handed_out_on.is_none();
        let mut sheets = view.list_sheets_of_evening(view.get_campaign()?.id, on)?;
        sheets.retain(|s| is_in(s) && !s.called_off);
        if sheets.is_empty() {
            return Err(Error::of(ErrorCode::NothingToHandOut).with("date", dmy(on)));
        }
        Ok(sheets)
    }
}

/// Who is given a sheet when nobody says otherwise.
struct Holders {
    said: Option<PersonId>,
    leaders: BTreeMap<AreaId, PersonId>,
    heads: BTreeMap<(VisitId, TeamId), PersonId>,
}

impl Holders {
    fn of(view: &View<'_>, said: Option<PersonId>) -> Result<Self> {
        let campaign = view.get_campaign()?.id;
        if let Some(person) = said
            && view.find_person(person)?.is_none()
        {
            return Err(Error::of(ErrorCode::Missing));
        }
        Ok(Self {
            said,
            leaders: view.list_areas(campaign)?.into_iter().filter_map(|a| Some((a.id, a.leader?))).collect(),
            heads: view.list_heads(campaign)?,
        })
    }

    fn holder(&self, sheet: &Sheet) -> Option<PersonId> {
        self.said
            .or_else(|| self.leaders.get(&sheet.area?).copied())
            .or_else(|| head(&self.heads, sheet.visit?, sheet.team))
    }
}
