//! Where the campaign stands, in a stable form for scripts (`tung-ngo status --json`) and screens.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::approval::Scope;
use domain::number::to_tenth;
use domain::rates::{Ledger, Period};
use domain::sheet::SheetState;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

/// The whole state. Unknown is `null`, everywhere.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Status {
    pub campaign: String,
    pub as_of: NaiveDate,
    pub areas: Vec<AreaStatus>,
    pub sheets: Vec<SheetStatus>,
    pub targets: Vec<TargetStatus>,
    /// Evenings and areas' own reports that are approved and locked.
    pub approved: Vec<ApprovedStatus>,
}

/// One of the two, the evening or the area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ApprovedStatus {
    pub date: Option<NaiveDate>,
    pub area: Option<String>,
    pub by: String,
    /// RFC 3339 with offset.
    pub at: String,
    /// What was said of what was missing.
    pub note: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AreaStatus {
    pub name: String,
    /// Sheets the office waits for, and how many are back.
    pub expected: u32,
    pub returned: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetStatus {
    /// `482-1937`.
    pub code: String,
    pub area: Option<String>,
    pub date: Option<NaiveDate>,
    pub team: Option<String>,
    pub n: u32,
    pub of: u32,
    pub state: SheetState,
    /// Every box of the sheet's form by its printed number; a blank one is `null`, and so are all of a sheet that
    /// whoever asks is keying a second time.
    pub boxes: BTreeMap<String, Option<u32>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TargetStatus {
    pub name: String,
    #[ts(type = "number | null")]
    pub numerator: Option<u64>,
    #[ts(type = "number | null")]
    pub denominator: Option<u64>,
    /// Rounded to a tenth.
    pub percent: Option<f64>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetStatus {}

impl Read for GetStatus {
    type Answer = Status;
    const NAME: &'static str = "get_status";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Status> {
        let campaign = view.get_campaign()?;
        let book = view.book()?;
        let ledger = Ledger::of(&book, Period::WHOLE);
        let teams: BTreeMap<_, _> = view.list_teams(campaign.id)?.into_iter().map(|t| (t.id, t.name)).collect();
        let areas: BTreeMap<_, _> = book.areas.iter().map(|a| (a.id, a.name.clone())).collect();
        let forms: BTreeMap<_, _> = book.forms.iter().map(|f| (f.id, f)).collect();
        let targets = view.list_targets(campaign.id)?;
        let names = view.account_names()?;
        let blind = view.blind_sheets()?;
        let approved = view.list_approvals(campaign.id)?.into_iter().map(|approval| {
            let (date, area) = match approval.scope {
                Scope::Evening { on } => (Some(on), None),
                Scope::SelfReport { area } => (None, areas.get(&area).cloned()),
            };
            ApprovedStatus { date, area, by: names(approval.by), at: approval.at, note: approval.note }
        });
        Ok(Status {
            campaign: campaign.title,
            as_of: view.today(),
            approved: approved.collect(),
            areas: book
                .areas
                .iter()
                .map(|area| {
                    let totals = ledger.area(area.id);
                    AreaStatus {
                        name: area.name.clone(),
                        expected: crate::book::count(totals.expected),
                        returned: crate::book::count(totals.returned),
                    }
                })
                .collect(),
            sheets: book
                .sheets
                .iter()
                .map(|k| SheetStatus {
                    code: k.sheet.code.to_string(),
                    area: k.sheet.area.and_then(|a| areas.get(&a).cloned()),
                    date: k.sheet.on,
                    team: k.sheet.team.and_then(|t| teams.get(&t).cloned()),
                    n: k.sheet.n,
                    of: k.sheet.of,
                    state: k.sheet.state,
                    boxes: forms
                        .get(&k.sheet.form)
                        .map(|f| {
                            let shown = |no| k.tally.get(&no).filter(|_| !blind.contains(&k.sheet.id));
                            f.boxes().map(|no| (no.to_string(), shown(no))).collect()
                        })
                        .unwrap_or_default(),
                })
                .collect(),
            targets: targets
                .into_iter()
                .map(|target| {
                    let rate = ledger.ward_rate(&target);
                    TargetStatus {
                        name: target.name,
                        numerator: rate.numerator,
                        denominator: rate.denominator,
                        percent: rate.percent.map(to_tenth),
                    }
                })
                .collect(),
        })
    }
}
