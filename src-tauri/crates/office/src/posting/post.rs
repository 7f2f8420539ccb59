use chrono::NaiveDate;
use domain::account::Permission;
use domain::date::dmy;
use domain::ids::{PostingId, PostingPlaceId};
use domain::posting::Posting;
use serde::Deserialize;
use store::{AttachedTo, PostingRow};
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::named::NamedForm;
use crate::task::{LONGEST_NOTE, not_ahead, words};
use crate::{Act, Result, Write};

/// A paper that was put up at a place: a new record, or one that is there put right.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutPosting {
    /// `null`: a new one.
    pub id: Option<PostingId>,
    pub place: PostingPlaceId,
    /// `Áp phích A3`.
    pub what: String,
    pub copies: u32,
    pub on: NaiveDate,
    /// Who put it up.
    pub by: Option<NamedForm>,
    pub taken_down: Option<NaiveDate>,
    pub note: Option<String>,
}

const LONGEST_WHAT: usize = 120;
const MOST_COPIES: u32 = 1000;

impl Write for PutPosting {
    type Answer = PostingId;
    const NAME: &'static str = "put_posting";
    const NEEDS: Permission = Permission::Print;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<PostingId> {
        let before = self.id.map(|id| act.get_posting(id)).transpose()?;
        act.get_posting_place(self.place)?;
        let what = words(Some(&self.what), "giấy đã dán", LONGEST_WHAT)?
            .ok_or_else(|| Error::of(ErrorCode::Blank).with("field", "giấy đã dán"))?;
        if self.copies == 0 || self.copies > MOST_COPIES {
            return Err(Error::of(ErrorCode::CountOutOfRange).with("what", "Số tờ").with("most", MOST_COPIES));
        }
        not_ahead(act, self.on)?;
        if let Some(down) = self.taken_down {
            down_after(act, self.on, down)?;
        }
        let row = PostingRow {
            place: self.place,
            what,
            copies: self.copies,
            on: self.on,
            by: act.named(before.as_ref().and_then(|p| p.by), self.by.as_ref())?,
            taken_down: self.taken_down,
            note: words(self.note.as_deref(), "ghi chú", LONGEST_NOTE)?,
        };
        match self.id {
            Some(id) => act.update_posting(id, &row).map(|()| id).map_err(Into::into),
            None => Ok(act.insert_posting(&row)?),
        }
    }
}

fn down_after(act: &Act<'_>, on: NaiveDate, down: NaiveDate) -> Result<()> {
    not_ahead(act, down)?;
    if down < on {
        return Err(Error::of(ErrorCode::TakenDownBefore).with("posted", dmy(on)).with("down", dmy(down)));
    }
    Ok(())
}

/// A paper that no longer hangs.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TakeDownPosting {
    pub id: PostingId,
    pub on: NaiveDate,
}

impl Write for TakeDownPosting {
    type Answer = ();
    const NAME: &'static str = "take_down_posting";
    const NEEDS: Permission = Permission::Print;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let Posting { place, what, copies, on, by, note, .. } = act.get_posting(self.id)?;
        down_after(act, on, self.on)?;
        let row = PostingRow { place, what, copies, on, by, taken_down: Some(self.on), note };
        Ok(act.update_posting(self.id, &row)?)
    }
}

/// A record written down by mistake. With a photo it stays until the photo is gone: that one cannot be taken
/// back.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemovePosting {
    pub id: PostingId,
}

impl Write for RemovePosting {
    type Answer = ();
    const NAME: &'static str = "remove_posting";
    const NEEDS: Permission = Permission::Print;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let posting = act.get_posting(self.id)?;
        let photos = act.list_posting_photos(act.get_campaign()?.id)?;
        if photos.iter().any(|a| a.to == AttachedTo::Posting(posting.id)) {
            return Err(Error::of(ErrorCode::PostingHasPhoto).with("what", posting.what));
        }
        Ok(act.delete_posting(posting.id)?)
    }
}
