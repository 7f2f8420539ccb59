use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::approval::Scope;
use domain::rates::{Ledger, Period};
use domain::report::{Issue, ReportKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ReportOf;
use crate::book::count;
use crate::{Read, Result, View};

/// What a report would hold if it were made now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportOutlook {
    pub kind: ReportKind,
    /// `báo cáo tuần`.
    pub kind_word: String,
    /// Its days; without a first one it goes from the beginning.
    pub from: Option<NaiveDate>,
    pub to: NaiveDate,
    /// The day its figures stand for.
    pub as_of: NaiveDate,
    /// Whom it is addressed to.
    pub authorities: Vec<String>,
    /// Sheets of the period that are waited for, and those that are back.
    pub expected: u32,
    pub returned: u32,
    /// Areas with figures to the period's last day, of how many.
    pub reported: u32,
    pub areas: u32,
    /// Evenings of the period that lie behind, and those of them nobody has approved.
    pub evenings: u32,
    pub unapproved: u32,
    /// The number it would be issued under: `BC-003`.
    pub next: String,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct GetReportOutlook {
    #[serde(flatten)]
    pub of: ReportOf,
}

impl Read for GetReportOutlook {
    type Answer = ReportOutlook;
    const NAME: &'static str = "get_report_outlook";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<ReportOutlook> {
        let report = view.report_asked(self.of)?;
        let (within, so_far) = (report.period, Period::until(report.period.to));
        let ward = Ledger::of(&report.book, within).ward();
        let ledger = Ledger::of(&report.book, so_far);
        let behind = |on: NaiveDate| within.covers(on) && on <= report.as_of;
        let evenings: BTreeSet<NaiveDate> =
            report.visits.iter().filter(|v| v.is_on() && behind(v.on)).map(|v| v.on).collect();
        let approvals = view.list_approvals(report.campaign.id)?;
        let is_approved = |on: &NaiveDate| approvals.iter().any(|a| a.scope == Scope::Evening { on: *on });
        let (campaign, head) = (report.campaign.id, view.journal_head()?.1.short());
        Ok(ReportOutlook {
            kind: report.kind,
            kind_word: report.kind.word().to_owned(),
            from: within.from,
            to: within.to,
            as_of: report.as_of,
            authorities: report.authorities.iter().map(|a| a.address.clone()).collect(),
            expected: count(ward.expected),
            returned: count(ward.returned),
            reported: count(report.book.areas.iter().filter(|a| ledger.area(a.id).has_figures()).count()),
            areas: count(report.book.areas.len()),
            evenings: count(evenings.len()),
            unapproved: count(evenings.iter().filter(|on| !is_approved(on)).count()),
            next: Issue { n: view.next_report_n(campaign)?, head }.id(),
        })
    }
}
