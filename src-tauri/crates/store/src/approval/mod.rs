//! Evenings and areas' own reports that a leader approved.

use domain::approval::{Approval, Scope};
use domain::ids::{AccountId, ApprovalId, AreaId, CampaignId};
use rusqlite::{Row, named_params};

use crate::error::{Result, StoreError};
use crate::rows::{Columns, Rows, day};
use crate::transact::Tx;

fn approval(row: &Row<'_>) -> rusqlite::Result<Approval> {
    let area = row.get::<_, Option<i64>>("area_id")?.map(AreaId);
    Ok(Approval {
        id: ApprovalId(row.get("id")?),
        scope: match area {
            Some(area) => Scope::SelfReport { area },
            None => Scope::Evening { on: row.day("on_day")? },
        },
        by: AccountId(row.get("account_id")?),
        at: row.get("at")?,
        note: row.get("note")?,
    })
}

impl Rows<'_> {
    /// By evening, those of areas last.
    pub fn list_approvals(&self, campaign: CampaignId) -> Result<Vec<Approval>> {
        self.list(include_str!("list.sql"), [campaign.0], approval)
    }
}

impl Tx<'_> {
    /// Approved by whoever acts, now.
    pub fn insert_approval(&self, campaign: CampaignId, scope: Scope, note: Option<&str>) -> Result<ApprovalId> {
        let op = self.op();
        let by = op.who.ok_or_else(|| StoreError::Value("nobody approves".into()))?;
        let (on, area) = match scope {
            Scope::Evening { on } => (Some(day(on)), None),
            Scope::SelfReport { area } => (None, Some(area.0)),
        };
        let id = self.insert(
            include_str!("insert.sql"),
            named_params! {
                ":campaign_id": campaign.0,
                ":on_day": on,
                ":area_id": area,
                ":account_id": by.0,
                ":at": op.at_text(),
                ":note": note,
            },
        )?;
        Ok(ApprovalId(id))
    }

    pub fn delete_approval(&self, id: ApprovalId) -> Result<()> {
        self.run_one("approval", id.0, "DELETE FROM approval WHERE id = ?1", [id.0])
    }

    /// An approval that stands and covers something this operation has changed so far, whatever statement
    /// changed it. One that the operation itself made does not count.
    pub fn find_approval_touched(&self) -> Result<Option<Approval>> {
        self.find(include_str!("touched.sql"), [], approval)
    }
}
