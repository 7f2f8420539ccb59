use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::area::Area;
use domain::ids::{AreaId, PostingId, PostingPlaceId};
use domain::posting::{Posting, PostingLack, bare};
use domain::text::compare;
use serde::{Deserialize, Serialize};
use store::AttachedTo;
use ts_rs::TS;

use crate::attachment::AttachmentRow;
use crate::named::Named;
use crate::{Read, Result, View};

/// A paper at a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HangingRow {
    pub id: PostingId,
    pub what: String,
    pub copies: u32,
    pub on: NaiveDate,
    pub by: Option<Named>,
    pub taken_down: Option<NaiveDate>,
    /// It can be read there today.
    pub hangs: bool,
    pub note: Option<String>,
    pub photos: Vec<AttachmentRow>,
}

/// A public place with all that was posted there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PostingPlaceRow {
    pub id: PostingPlaceId,
    /// `null`: it serves the whole ward.
    pub area: Option<AreaId>,
    pub area_label: Option<String>,
    pub name: String,
    pub keeper: Option<Named>,
    pub note: Option<String>,
    /// The latest first.
    pub postings: Vec<HangingRow>,
}

/// An area whose people cannot read of their next evening anywhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BareArea {
    pub area: AreaId,
    pub area_label: String,
    pub evening: NaiveDate,
    /// Until then; 0 is today.
    pub days: u32,
    pub lacks: PostingLack,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PostingBoard {
    pub today: NaiveDate,
    /// By area, those of the whole ward last; within an area by name.
    pub places: Vec<PostingPlaceRow>,
    /// Areas with nothing to read before their evening, the earliest first.
    pub bare: Vec<BareArea>,
    /// Names of people the office knows, to be offered.
    pub people: Vec<Named>,
}

/// Every place of the campaign.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListPostings {}

impl Read for ListPostings {
    type Answer = PostingBoard;
    const NAME: &'static str = "list_postings";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<PostingBoard> {
        let campaign = view.get_campaign()?.id;
        let areas: BTreeMap<AreaId, Area> = view.list_areas(campaign)?.into_iter().map(|a| (a.id, a)).collect();
        let label = |id: AreaId| areas.get(&id).map(Area::label);
        let (places, postings) = (view.list_posting_places(campaign)?, view.list_postings(campaign)?);
        let name = view.names()?;
        let visits = view.list_visits(campaign)?;
        let bare = bare(&places, &postings, &visits, view.today()).into_iter().map(|b| BareArea {
            area: b.area,
            area_label: label(b.area).unwrap_or_default(),
            evening: b.evening,
            days: b.days,
            lacks: b.lacks,
        });
        let bare = bare.collect();
        let mut hanging = hanging(view, postings)?;
        let mut places: Vec<PostingPlaceRow> = places
            .into_iter()
            .map(|p| PostingPlaceRow {
                id: p.id,
                area: p.area,
                area_label: p.area.and_then(label),
                name: p.name,
                keeper: p.keeper.map(&name),
                note: p.note,
                postings: hanging.remove(&p.id).unwrap_or_default(),
            })
            .collect();
        places.sort_by(|a, b| {
            let labels = |row: &PostingPlaceRow| row.area_label.clone().unwrap_or_default();
            a.area
                .is_none()
                .cmp(&b.area.is_none())
                .then_with(|| compare(&labels(a), &labels(b)))
                .then_with(|| compare(&a.name, &b.name))
        });
        let people = view.list_people()?.into_iter().map(|p| name(p.id)).collect();
        Ok(PostingBoard { today: view.today(), places, bare, people })
    }
}

fn hanging(view: &View<'_>, postings: Vec<Posting>) -> Result<BTreeMap<PostingPlaceId, Vec<HangingRow>>> {
    let (name, today) = (view.names()?, view.today());
    let mut photos = photos(view)?;
    let mut rows: BTreeMap<PostingPlaceId, Vec<HangingRow>> = BTreeMap::new();
    for posting in postings {
        rows.entry(posting.place).or_default().push(HangingRow {
            id: posting.id,
            hangs: posting.hangs_on(today),
            what: posting.what,
            copies: posting.copies,
            on: posting.on,
            by: posting.by.map(&name),
            taken_down: posting.taken_down,
            note: posting.note,
            photos: photos.remove(&posting.id).unwrap_or_default(),
        });
    }
    Ok(rows)
}

fn photos(view: &View<'_>) -> Result<BTreeMap<PostingId, Vec<AttachmentRow>>> {
    let name = view.account_names()?;
    let mut photos: BTreeMap<PostingId, Vec<AttachmentRow>> = BTreeMap::new();
    for attachment in view.list_posting_photos(view.get_campaign()?.id)? {
        if let AttachedTo::Posting(posting) = attachment.to {
            photos.entry(posting).or_default().push(AttachmentRow::of(attachment, &name));
        }
    }
    Ok(photos)
}
