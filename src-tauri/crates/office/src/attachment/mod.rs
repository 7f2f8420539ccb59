//! Scans and photos kept with a sheet or with what was posted, in the office file, so that one backup holds them.

mod attach;
mod bytes;
mod remove;

pub use attach::AttachFile;
pub(crate) use attach::{next, scan_of};
pub use bytes::AttachmentBytes;
pub use remove::RemoveAttachment;

use domain::ids::{AccountId, AttachmentId, SheetId};
use domain::sheet::{Sheet, SheetState};
use serde::Serialize;
use store::Attachment;
use ts_rs::TS;

use crate::error::Result;
use crate::{View, sheet};

/// A scan or photo of a sheet or of what was posted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AttachmentRow {
    pub id: AttachmentId,
    /// `482-1937-1.jpg`, `niem-yet-7-1.jpg`: given by the program, because a file's own name may name a person.
    pub name: String,
    /// `image/jpeg` or `application/pdf`.
    pub mime: String,
    /// Bytes.
    pub size: u32,
    /// Who attached it.
    pub by: String,
    /// RFC 3339.
    pub at: String,
}

impl View<'_> {
    /// In the order they were attached.
    pub(crate) fn attachments_of(&self, sheet: SheetId) -> Result<Vec<AttachmentRow>> {
        let attached = self.list_attachments(sheet)?;
        if attached.is_empty() {
            return Ok(Vec::new());
        }
        let name = self.account_names()?;
        Ok(attached.into_iter().map(|a| AttachmentRow::of(a, &name)).collect())
    }
}

impl AttachmentRow {
    pub(crate) fn of(a: Attachment, name: &impl Fn(AccountId) -> String) -> Self {
        Self { id: a.id, by: name(a.by), name: a.name, mime: a.mime, size: a.size, at: a.at }
    }
}

/// What belongs to a locked sheet stays as it is.
fn not_locked(sheet: &Sheet) -> Result<()> {
    if sheet.state == SheetState::Locked { Err(sheet::key::refused(sheet, sheet.state)) } else { Ok(()) }
}
