//! Papers that were saved to be printed: what they were made from, and what they say of the schedule.

use std::collections::BTreeMap;

use domain::ids::{AccountId, AreaId, CampaignId, DocumentId, PrintingId, TeamId, VisitId};
use domain::printing::{Batch, PaperKind, Printing, Repeat, Said, Subject};
use rusqlite::{Row, named_params, params};

use crate::error::{Result, StoreError};
use crate::rows::{Columns, Rows, word};
use crate::transact::Tx;

/// A file of papers that was saved.
#[derive(Debug, Clone, Copy)]
pub struct NewPrinting<'a> {
    pub batch: &'a Batch,
    pub file_name: &'a str,
    /// 0: it has none.
    pub pages: u32,
    pub repeat: Option<&'a Repeat>,
}

fn subject(row: &Row<'_>) -> rusqlite::Result<Subject> {
    let id = |column| row.get::<_, Option<i64>>(column);
    Ok(match (id("visit_id")?, id("team_id")?, id("area_id")?, id("document_id")?) {
        (Some(visit), Some(team), ..) => Subject::Team { visit: VisitId(visit), team: TeamId(team) },
        (Some(visit), None, ..) => Subject::Visit(VisitId(visit)),
        (None, _, Some(area), _) => Subject::Area(AreaId(area)),
        (None, _, None, Some(document)) => Subject::Document(DocumentId(document)),
        (None, _, None, None) => Subject::Campaign,
    })
}

/// Without what it says.
fn printing(row: &Row<'_>) -> rusqlite::Result<(String, Printing)> {
    let repeat = match (row.get("command")?, row.get("request")?) {
        (Some(command), Some(request)) => Some(Repeat { command, request }),
        _ => None,
    };
    let printing = Printing {
        id: PrintingId(row.get("id")?),
        kind: row.word("kind")?,
        at: chrono::DateTime::default(),
        by: row.get::<_, Option<i64>>("account_id")?.map(AccountId),
        file_name: row.get("file_name")?,
        made_from: row.get("made_from")?,
        pages: row.get("pages")?,
        repeat,
        said: Vec::new(),
    };
    Ok((row.get("at")?, printing))
}

impl Rows<'_> {
    /// What the latest paper of a kind says of an evening.
    pub fn find_said(&self, kind: PaperKind, visit: VisitId) -> Result<Option<String>> {
        self.find(include_str!("latest.sql"), params![visit.0, word(kind)?], |row| row.get(0))
    }

    /// In the order they were made.
    pub fn list_printings(&self, campaign: CampaignId) -> Result<Vec<Printing>> {
        let mut said: BTreeMap<PrintingId, Vec<(Subject, String)>> = BTreeMap::new();
        for (printing, subject, says) in self.list(include_str!("said.sql"), [campaign.0], |row| {
            Ok((PrintingId(row.get("printing_id")?), subject(row)?, row.get("says")?))
        })? {
            said.entry(printing).or_default().push((subject, says));
        }
        self.list(include_str!("list.sql"), [campaign.0], printing)?
            .into_iter()
            .map(|(at, printing)| {
                let at = chrono::DateTime::parse_from_rfc3339(&at).map_err(|_| StoreError::Value(at))?;
                let said = said.remove(&printing.id).unwrap_or_default();
                Ok(Printing { at, said, ..printing })
            })
            .collect()
    }
}

impl Tx<'_> {
    pub fn insert_printing(&self, campaign: CampaignId, new: NewPrinting<'_>) -> Result<PrintingId> {
        let id = self.insert(
            include_str!("insert.sql"),
            named_params! {
                ":campaign_id": campaign.0,
                ":kind": word(new.batch.kind)?,
                ":at": self.op().at_text(),
                ":account_id": self.op().who.map(|a| a.0),
                ":file_name": new.file_name,
                ":made_from": new.batch.made_from,
                ":pages": new.pages,
                ":command": new.repeat.map(|r| &r.command),
                ":request": new.repeat.map(|r| &r.request),
            },
        )?;
        for (said, n) in new.batch.said.iter().zip(1i64..) {
            self.insert_said(id, n, said)?;
        }
        Ok(PrintingId(id))
    }

    fn insert_said(&self, printing: i64, n: i64, said: &Said) -> Result<()> {
        let (visit, area, team, document) = match said.subject {
            Subject::Campaign => (None, None, None, None),
            Subject::Visit(id) => (Some(id.0), None, None, None),
            Subject::Area(id) => (None, Some(id.0), None, None),
            Subject::Team { visit, team } => (Some(visit.0), None, Some(team.0), None),
            Subject::Document(id) => (None, None, None, Some(id.0)),
        };
        self.run(
            include_str!("insert_said.sql"),
            named_params! {
                ":printing_id": printing,
                ":n": n,
                ":visit_id": visit,
                ":area_id": area,
                ":team_id": team,
                ":document_id": document,
                ":says": said.says,
            },
        )?;
        Ok(())
    }
}
