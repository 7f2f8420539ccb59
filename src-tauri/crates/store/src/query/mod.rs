//! Questions about figures, and their answers.

use chrono::NaiveDate;
use domain::ids::{AccountId, CampaignId, PersonId, QueryId, SheetId, VisitId};
use domain::query::{About, Answered, Query};
use rusqlite::{Row, named_params, params};

use crate::error::{Result, StoreError};
use crate::rows::{Columns, Rows, day};
use crate::transact::Tx;

/// What is asked, of whom and by when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewQuery {
    pub about: About,
    pub body: String,
    pub owner: Option<PersonId>,
    pub due_on: NaiveDate,
}

fn query(row: &Row<'_>) -> rusqlite::Result<Query> {
    let no: Option<String> = row.get("box")?;
    let no = if no.is_some() { Some(row.parsed("box")?) } else { None };
    let answer: Option<String> = row.get("answer")?;
    let answered = match answer {
        Some(answer) => Some(Answered { answer, by: AccountId(row.get("closed_by")?), at: row.get("closed_at")? }),
        None => None,
    };
    Ok(Query {
        id: QueryId(row.get("id")?),
        about: About {
            sheet: row.get::<_, Option<i64>>("sheet_id")?.map(SheetId),
            visit: row.get::<_, Option<i64>>("visit_id")?.map(VisitId),
            no,
        },
        body: row.get("body")?,
        owner: row.get::<_, Option<i64>>("owner_id")?.map(PersonId),
        due_on: row.day("due_on")?,
        opened_by: AccountId(row.get("opened_by")?),
        opened_at: row.get("opened_at")?,
        answered,
        earlier: row.lines("earlier")?,
    })
}

impl Rows<'_> {
    /// Open ones first, by the day they are due.
    pub fn list_queries(&self, campaign: CampaignId) -> Result<Vec<Query>> {
        self.list(include_str!("list.sql"), [campaign.0], query)
    }

    /// A question of this campaign.
    pub fn get_query(&self, campaign: CampaignId, id: QueryId) -> Result<Query> {
        self.find(include_str!("get.sql"), params![campaign.0, id.0], query)?
            .ok_or(StoreError::Missing { noun: "query", id: id.0 })
    }
}

impl Tx<'_> {
    /// Opened by whoever acts, now.
    pub fn insert_query(&self, campaign: CampaignId, new: &NewQuery) -> Result<QueryId> {
        let op = self.op();
        let id = self.insert(
            include_str!("insert.sql"),
            named_params! {
                ":campaign_id": campaign.0,
                ":sheet_id": new.about.sheet.map(|s| s.0),
                ":visit_id": new.about.visit.map(|v| v.0),
                ":box": new.about.no.as_ref().map(ToString::to_string),
                ":body": new.body,
                ":owner_id": new.owner.map(|p| p.0),
                ":due_on": day(new.due_on),
                ":opened_by": op.who.map(|a| a.0),
                ":opened_at": op.at_text(),
            },
        )?;
        Ok(QueryId(id))
    }

    /// Other words, another owner or day; what it is about stays.
    pub fn update_query(&self, id: QueryId, body: &str, owner: Option<PersonId>, due_on: NaiveDate) -> Result<()> {
        self.run_one(
            "query",
            id.0,
            "UPDATE query SET body = ?2, owner_id = ?3, due_on = ?4 WHERE id = ?1",
            params![id.0, body, owner.map(|p| p.0), day(due_on)],
        )
    }

    /// Answered by whoever acts, now.
    pub fn answer_query(&self, id: QueryId, answer: &str) -> Result<()> {
        let op = self.op();
        self.run_one(
            "query",
            id.0,
            include_str!("answer.sql"),
            named_params! {
                ":id": id.0,
                ":answer": answer,
                ":closed_by": op.who.map(|a| a.0),
                ":closed_at": op.at_text(),
            },
        )
    }

    /// Open again; `earlier` are the answers so far, one line each.
    pub fn reopen_query(&self, id: QueryId, earlier: &[String]) -> Result<()> {
        self.run_one(
            "query",
            id.0,
            include_str!("reopen.sql"),
            named_params! { ":id": id.0, ":earlier": earlier.join("\n") },
        )
    }
}
