use std::path::Path;

use domain::account::Permission;
use domain::ids::{AttachmentId, PostingId};
use serde::Deserialize;
use store::{AttachedTo, Attachment, NewAttachment};
use ts_rs::TS;

use crate::attachment::{next, scan_of};
use crate::error::{Error, ErrorCode};
use crate::issuer::optional_name;
use crate::{Act, Result, Write};

/// Keeps a photo with what was posted, made small and freed of everything but its pixels: also of the place and
/// the hour a telephone writes into it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AttachPhoto {
    pub posting: PostingId,
    /// The file on this computer.
    pub path: String,
}

const MOST: usize = 4;

impl Write for AttachPhoto {
    type Answer = AttachmentId;
    const NAME: &'static str = "attach_photo";
    const NEEDS: Permission = Permission::Print;

    fn run(self, act: &Act<'_>) -> Result<AttachmentId> {
        let posting = act.get_posting(self.posting)?;
        let to = AttachedTo::Posting(posting.id);
        let photos = act.list_posting_photos(act.get_campaign()?.id)?;
        let own: Vec<Attachment> = photos.into_iter().filter(|a| a.to == to).collect();
        if own.len() >= MOST {
            return Err(Error::of(ErrorCode::PhotosFull).with("what", posting.what).with("most", MOST));
        }
        let kept = scan_of(Path::new(&self.path))?;
        let ending = if kept.mime == "image/jpeg" { "jpg" } else { "pdf" };
        let name = format!("niem-yet-{}-{}.{ending}", posting.id, next(&own));
        Ok(act.insert_attachment(&NewAttachment { to, name, mime: kept.mime, bytes: kept.bytes })?)
    }
}

/// Removes a photo for good; the journal keeps that it was there, its hash, and the reason.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemovePhoto {
    pub id: AttachmentId,
    pub reason: String,
}

impl Write for RemovePhoto {
    type Answer = ();
    const NAME: &'static str = "remove_photo";
    const NEEDS: Permission = Permission::Print;

    fn why(&self) -> Option<&str> {
        Some(&self.reason)
    }

    fn run(self, act: &Act<'_>) -> Result<()> {
        let attachment = act.get_attachment(self.id)?;
        if !matches!(attachment.to, AttachedTo::Posting(_)) {
            return Err(Error::of(ErrorCode::Missing));
        }
        optional_name(Some(&self.reason), "lý do")?.ok_or_else(|| Error::of(ErrorCode::ReasonNeeded))?;
        Ok(act.delete_attachment(self.id)?)
    }
}
