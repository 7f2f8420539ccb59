//! Scans and photos kept with a sheet, in the office file, so that one backup holds them.

mod attach;
mod bytes;
mod remove;

pub use attach::AttachFile;
pub use bytes::AttachmentBytes;
pub use remove::RemoveAttachment;

use domain::ids::{AttachmentId, SheetId};
use domain::sheet::{Sheet, SheetState};
use serde::Serialize;
use store::Attachment;
use ts_rs::TS;

use crate::error::Result;
use crate::{View, sheet};

/// A scan or photo of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AttachmentRow {
    pub id: AttachmentId,
    /// `482-1937-1.jpg`: given by the program, because a file's own name may name a person.
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
        let row = |a: Attachment| AttachmentRow {
            id: a.id,
            by: name(a.by),
            name: a.name,
            mime: a.mime,
            size: a.size,
            at: a.at,
        };
        Ok(attached.into_iter().map(row).collect())
    }
}

/// What belongs to a locked sheet stays as it is.
fn not_locked(sheet: &Sheet) -> Result<()> {
    if sheet.state == SheetState::Locked { Err(sheet::key::refused(sheet, sheet.state)) } else { Ok(()) }
}
