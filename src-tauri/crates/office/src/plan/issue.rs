use chrono::NaiveDate;
use domain::account::Permission;
use domain::campaign::Campaign;
use domain::document::DocumentKind;
use domain::ids::DocumentId;
use domain::plan::passages;
use domain::template::faults;
use serde::Deserialize;
use store::DocumentHead;
use ts_rs::TS;

use super::print::document;
use crate::document::{Issue, refusal};
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// The plan was signed and is given its number and date: what stands in it now is kept as it left the office. Its
/// text can go on changing; what it then lays down otherwise is told by an amendment.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct IssuePlan {
    pub number: u32,
    pub dated: NaiveDate,
}

impl Write for IssuePlan {
    type Answer = DocumentId;
    const NAME: &'static str = "issue_plan";
    const NEEDS: Permission = Permission::Approve;

    fn run(self, act: &Act<'_>) -> Result<DocumentId> {
        let view = act.view();
        if let Some(issued) = view.issued_plans()?.first() {
            return Err(Error::of(ErrorCode::PlanIssued).with("number", view.number_line(issued)?));
        }
        let issue = Issue { number: self.number, dated: self.dated };
        issue.check(&view, DocumentKind::Plan, None)?;
        let campaign = act.get_campaign()?;
        act.update_campaign(&Campaign {
            plan_number: Some(self.number),
            plan_date: Some(self.dated),
            ..campaign.clone()
        })?;
        let plan = view.plan_dated(Some((self.number, self.dated)))?;
        if let Some(fault) = faults(&passages(&plan.sections), DocumentKind::Plan).into_iter().next() {
            return Err(refusal(fault));
        }
        let paper = document(&plan)?;
        let id = act.insert_document(campaign.id, DocumentKind::Plan, None)?;
        let head = DocumentHead {
            subject: campaign.subject,
            recipients: campaign.recipients,
            signature_lines: campaign.signature_lines,
            signer: campaign.signer,
            from: Some(campaign.starts_on),
            to: Some(campaign.ends_on),
            ..DocumentHead::default()
        };
        act.update_document_head(id, &head)?;
        issue.freeze(act, &act.get_document(id)?, paper, Some(view.terms(self.dated)?))?;
        Ok(id)
    }
}
