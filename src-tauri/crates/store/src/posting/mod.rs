//! Public places where papers are posted, and what hangs there.

use chrono::NaiveDate;
use domain::ids::{AreaId, CampaignId, PersonId, PostingId, PostingPlaceId};
use domain::posting::{Place, Posting};
use rusqlite::{Row, named_params};

use crate::error::{Result, StoreError};
use crate::rows::{Columns, Rows, day};
use crate::transact::Tx;

/// What is said of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRow {
    pub area: Option<AreaId>,
    pub name: String,
    pub keeper: Option<PersonId>,
    pub note: Option<String>,
}

/// What is said of a paper that was put up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostingRow {
    pub place: PostingPlaceId,
    pub what: String,
    pub copies: u32,
    pub on: NaiveDate,
    pub by: Option<PersonId>,
    pub taken_down: Option<NaiveDate>,
    pub note: Option<String>,
}

fn place(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place {
        id: PostingPlaceId(row.get("id")?),
        area: row.get::<_, Option<i64>>("area_id")?.map(AreaId),
        name: row.get("name")?,
        keeper: row.get::<_, Option<i64>>("keeper_id")?.map(PersonId),
        note: row.get("note")?,
    })
}

fn posting(row: &Row<'_>) -> rusqlite::Result<Posting> {
    Ok(Posting {
        id: PostingId(row.get("id")?),
        place: PostingPlaceId(row.get("place_id")?),
        what: row.get("what")?,
        copies: row.get("copies")?,
        on: row.day("posted_on")?,
        by: row.get::<_, Option<i64>>("by_id")?.map(PersonId),
        taken_down: row.maybe_day("taken_down")?,
        note: row.get("note")?,
    })
}

impl Rows<'_> {
    /// In the order they were entered.
    pub fn list_posting_places(&self, campaign: CampaignId) -> Result<Vec<Place>> {
        self.list(include_str!("places.sql"), [campaign.0], place)
    }

    pub fn get_posting_place(&self, id: PostingPlaceId) -> Result<Place> {
        self.find(include_str!("place.sql"), [id.0], place)?
            .ok_or(StoreError::Missing { noun: "posting_place", id: id.0 })
    }

    /// Of the whole campaign, the latest first.
    pub fn list_postings(&self, campaign: CampaignId) -> Result<Vec<Posting>> {
        self.list(include_str!("postings.sql"), [campaign.0], posting)
    }

    pub fn get_posting(&self, id: PostingId) -> Result<Posting> {
        self.find(include_str!("posting.sql"), [id.0], posting)?
            .ok_or(StoreError::Missing { noun: "posting", id: id.0 })
    }
}

impl Tx<'_> {
    pub fn insert_posting_place(&self, campaign: CampaignId, row: &PlaceRow) -> Result<PostingPlaceId> {
        let id = self.insert(
            include_str!("insert_place.sql"),
            named_params! {
                ":campaign_id": campaign.0,
                ":area_id": row.area.map(|a| a.0),
                ":name": row.name,
                ":keeper_id": row.keeper.map(|p| p.0),
                ":note": row.note,
            },
        )?;
        Ok(PostingPlaceId(id))
    }

    pub fn update_posting_place(&self, id: PostingPlaceId, row: &PlaceRow) -> Result<()> {
        self.run_one(
            "posting_place",
            id.0,
            include_str!("update_place.sql"),
            named_params! {
                ":id": id.0,
                ":area_id": row.area.map(|a| a.0),
                ":name": row.name,
                ":keeper_id": row.keeper.map(|p| p.0),
                ":note": row.note,
            },
        )
    }

    /// Only one at which nothing was ever posted.
    pub fn delete_posting_place(&self, id: PostingPlaceId) -> Result<()> {
        self.run_one("posting_place", id.0, "DELETE FROM posting_place WHERE id = ?1", [id.0])
    }

    pub fn insert_posting(&self, row: &PostingRow) -> Result<PostingId> {
        let id = self.insert(
            include_str!("insert.sql"),
            named_params! {
                ":place_id": row.place.0,
                ":what": row.what,
                ":copies": row.copies,
                ":posted_on": day(row.on),
                ":by_id": row.by.map(|p| p.0),
                ":taken_down": row.taken_down.map(day),
                ":note": row.note,
            },
        )?;
        Ok(PostingId(id))
    }

    pub fn update_posting(&self, id: PostingId, row: &PostingRow) -> Result<()> {
        self.run_one(
            "posting",
            id.0,
            include_str!("update.sql"),
            named_params! {
                ":id": id.0,
                ":place_id": row.place.0,
                ":what": row.what,
                ":copies": row.copies,
                ":posted_on": day(row.on),
                ":by_id": row.by.map(|p| p.0),
                ":taken_down": row.taken_down.map(day),
                ":note": row.note,
            },
        )
    }

    /// Only one without a photo.
    pub fn delete_posting(&self, id: PostingId) -> Result<()> {
        self.run_one("posting", id.0, "DELETE FROM posting WHERE id = ?1", [id.0])
    }
}
