//! Papers that were saved to be printed, with what they say of the schedule.

use std::collections::BTreeMap;

use domain::ids::{AreaId, CampaignId, PrintingId, VisitId};
use domain::printing::{PaperKind, Printing, Said, Subject};
use rusqlite::{named_params, params};

use crate::error::{Result, StoreError};
use crate::rows::{Columns, Rows, word};
use crate::transact::Tx;

impl Rows<'_> {
    /// What the latest paper of a kind says of an evening.
    pub fn find_said(&self, kind: PaperKind, visit: VisitId) -> Result<Option<String>> {
        self.find(include_str!("latest.sql"), params![visit.0, word(kind)?], |row| row.get(0))
    }

    /// In the order they were made.
    pub fn list_printings(&self, campaign: CampaignId) -> Result<Vec<Printing>> {
        let mut said: BTreeMap<i64, Vec<(Subject, String)>> = BTreeMap::new();
        for (printing, subject, says) in self.list(include_str!("said.sql"), [campaign.0], |row| {
            let subject = match (row.get::<_, Option<i64>>("visit_id")?, row.get::<_, Option<i64>>("area_id")?) {
                (Some(visit), _) => Subject::Visit(VisitId(visit)),
                (None, Some(area)) => Subject::Area(AreaId(area)),
                (None, None) => Subject::Campaign,
            };
            Ok((row.get("printing_id")?, subject, row.get("says")?))
        })? {
            said.entry(printing).or_default().push((subject, says));
        }
        let rows: Vec<(i64, PaperKind, String, String)> = self.list(
            "SELECT id, kind, at, file_name FROM printing WHERE campaign_id = ?1 ORDER BY id",
            [campaign.0],
            |row| Ok((row.get("id")?, row.word("kind")?, row.get("at")?, row.get("file_name")?)),
        )?;
        rows.into_iter()
            .map(|(id, kind, at, file_name)| {
                let at = chrono::DateTime::parse_from_rfc3339(&at).map_err(|_| StoreError::Value(at))?;
                Ok(Printing { id: PrintingId(id), kind, at, file_name, said: said.remove(&id).unwrap_or_default() })
            })
            .collect()
    }
}

impl Tx<'_> {
    /// Records a file of papers of one kind.
    pub fn insert_printing(&self, campaign: CampaignId, kind: PaperKind, file_name: &str, said: &[Said]) -> Result<()> {
        let id = self.insert(
            "INSERT INTO printing (campaign_id, kind, at, account_id, file_name, made_from, pages)
             VALUES (:campaign_id, :kind, :at, :account_id, :file_name, '', 0)",
            named_params! {
                ":campaign_id": campaign.0,
                ":kind": word(kind)?,
                ":at": self.op().at_text(),
                ":account_id": self.op().who.map(|a| a.0),
                ":file_name": file_name,
            },
        )?;
        for (said, n) in said.iter().zip(1i64..) {
            let (visit, area) = match said.subject {
                Subject::Campaign => (None, None),
                Subject::Visit(id) => (Some(id.0), None),
                Subject::Area(id) => (None, Some(id.0)),
            };
            self.run(
                "INSERT INTO printed (printing_id, n, visit_id, area_id, says) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![id, n, visit, area, said.says],
            )?;
        }
        Ok(())
    }
}
