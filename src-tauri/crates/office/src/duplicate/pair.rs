//! Two papers with one code side by side, box by box.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::form::Form;
use domain::ids::{AccountId, FormId, SheetId, TeamId};
use domain::sheet::{Sheet, SheetState};
use domain::tally::{BoxNo, Tally};
use serde::Serialize;
use ts_rs::TS;

use crate::area::AreaNames;
use crate::error::{Error, ErrorCode};
use crate::{Result, View};

/// One of the two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PairSheet {
    pub code: String,
    pub area_label: String,
    pub on: Option<NaiveDate>,
    pub team_name: Option<String>,
    pub n: u32,
    pub of: u32,
    pub state: SheetState,
    pub state_word: String,
    /// Why it is taken for a duplicate; nothing while nobody has said.
    pub because: Option<String>,
    /// Who keyed it last; nobody while nothing is keyed, or for what came from a table.
    pub keyed_by: Option<String>,
    /// RFC 3339 with offset.
    pub keyed_at: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PairBox {
    pub no: BoxNo,
    pub label: String,
    /// `null`: blank, which is not zero.
    pub first: Option<u32>,
    pub second: Option<u32>,
    pub differs: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Pair {
    /// The sheet that was keyed before.
    pub first: PairSheet,
    /// The second paper, under its own code.
    pub second: PairSheet,
    /// In the paper's order; none for somebody who is keying the first a second time, blind.
    pub boxes: Vec<PairBox>,
    pub differing: u32,
    /// Nothing is keyed from the second yet: there is nothing to compare.
    pub blank: bool,
    /// Nobody has said what it is.
    pub undecided: bool,
    /// Its evening is approved: opened again, it can be decided.
    pub locked: bool,
}

/// Everything that sheets side by side name.
pub(super) struct Desk<'a> {
    view: &'a View<'a>,
    areas: AreaNames,
    teams: BTreeMap<TeamId, String>,
    forms: BTreeMap<FormId, Form>,
    tallies: BTreeMap<SheetId, Tally>,
    names: Box<dyn Fn(AccountId) -> String>,
}

impl<'a> Desk<'a> {
    pub(super) fn of(view: &'a View<'a>) -> Result<Self> {
        let campaign = view.get_campaign()?.id;
        Ok(Self {
            view,
            areas: view.area_names()?,
            teams: view.list_teams(campaign)?.into_iter().map(|t| (t.id, t.name)).collect(),
            forms: view.list_forms(campaign)?.into_iter().map(|f| (f.id, f)).collect(),
            tallies: view.list_tallies(campaign)?,
            names: Box::new(view.account_names()?),
        })
    }

    pub(super) fn sheet(&self, sheet: &Sheet) -> Result<PairSheet> {
        let keyed = self.view.keyed_by(sheet.id)?;
        let day = sheet.on.unwrap_or(self.view.today());
        let area = sheet.area.and_then(|id| self.areas.on(id, day));
        Ok(PairSheet {
            code: sheet.code.to_string(),
            area_label: area.map(|a| a.label()).unwrap_or_default(),
            on: sheet.on,
            team_name: sheet.team.and_then(|id| self.teams.get(&id)).cloned(),
            n: sheet.n,
            of: sheet.of,
            state: sheet.state,
            state_word: sheet.state.word().to_owned(),
            because: sheet.state_because.clone(),
            keyed_by: keyed.as_ref().and_then(|(by, _)| by.map(&self.names)),
            keyed_at: keyed.map(|(_, at)| at),
        })
    }

    pub(super) fn pair(&self, first: &Sheet, second: &Sheet) -> Result<Pair> {
        let form = self.forms.get(&first.form).ok_or_else(|| Error::of(ErrorCode::Missing))?;
        let nothing = Tally::default();
        let tally = |sheet: &Sheet| self.tallies.get(&sheet.id).unwrap_or(&nothing);
        let (one, other) = (tally(first), tally(second));
        let label = |no: &BoxNo| form.indicator(no).map_or_else(|| form.control_words(), |i| i.label.clone());
        let boxes = form.boxes().map(|no| {
            let (first, second) = (one.get(&no), other.get(&no));
            PairBox { label: label(&no), no, first, second, differs: first != second }
        });
        let boxes: Vec<PairBox> = if self.view.is_blind(first, form)? { Vec::new() } else { boxes.collect() };
        Ok(Pair {
            first: self.sheet(first)?,
            second: self.sheet(second)?,
            differing: crate::book::count(boxes.iter().filter(|b| b.differs).count()),
            boxes,
            blank: other.is_empty(),
            undecided: second.is_undecided_copy(),
            locked: self.view.sheet_not_locked(second).is_err(),
        })
    }
}
