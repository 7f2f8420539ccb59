use domain::account::Permission;
use domain::ids::{AreaId, PostingPlaceId};
use serde::Deserialize;
use store::PlaceRow;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::named::NamedForm;
use crate::task::{LONGEST_NOTE, words};
use crate::{Act, Result, Write};

/// A public place where papers are posted: a new one, or one that is there in other words.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutPostingPlace {
    /// `null`: a new one.
    pub id: Option<PostingPlaceId>,
    /// `null`: it serves the whole ward.
    pub area: Option<AreaId>,
    pub name: String,
    /// Who sees to it.
    pub keeper: Option<NamedForm>,
    pub note: Option<String>,
}

/// Longest name of a place, in letters: it stands in a line of the list.
const LONGEST_NAME: usize = 120;

impl Write for PutPostingPlace {
    type Answer = PostingPlaceId;
    const NAME: &'static str = "put_posting_place";
    const NEEDS: Permission = Permission::Print;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<PostingPlaceId> {
        let campaign = act.get_campaign()?.id;
        let before = self.id.map(|id| act.get_posting_place(id)).transpose()?;
        if let Some(area) = self.area
            && !act.list_areas(campaign)?.iter().any(|a| a.id == area)
        {
            return Err(Error::of(ErrorCode::UnknownArea));
        }
        let name = words(Some(&self.name), "tên điểm niêm yết", LONGEST_NAME)?
            .ok_or_else(|| Error::of(ErrorCode::Blank).with("field", "tên điểm niêm yết"))?;
        let row = PlaceRow {
            area: self.area,
            name,
            keeper: act.named(before.as_ref().and_then(|p| p.keeper), self.keeper.as_ref())?,
            note: words(self.note.as_deref(), "ghi chú", LONGEST_NOTE)?,
        };
        match self.id {
            Some(id) => act.update_posting_place(id, &row).map(|()| id).map_err(Into::into),
            None => Ok(act.insert_posting_place(campaign, &row)?),
        }
    }
}

/// A place taken off the list. Where something was posted, it stays: what hung there is part of the record.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemovePostingPlace {
    pub id: PostingPlaceId,
}

impl Write for RemovePostingPlace {
    type Answer = ();
    const NAME: &'static str = "remove_posting_place";
    const NEEDS: Permission = Permission::Print;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let place = act.get_posting_place(self.id)?;
        if act.list_postings(act.get_campaign()?.id)?.iter().any(|p| p.place == place.id) {
            return Err(Error::of(ErrorCode::PlaceHasPostings).with("place", place.name));
        }
        Ok(act.delete_posting_place(place.id)?)
    }
}
