use domain::account::Permission;
use domain::ids::AttachmentId;
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::export::PDF;
use crate::{Made, Make, Progress, Result, View};

/// A scan or photo, to look at or to save.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct AttachmentBytes {
    pub id: AttachmentId,
}

impl Make for AttachmentBytes {
    const NAME: &'static str = "attachment_bytes";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, _progress: Progress<'_>) -> Result<Made> {
        let attachment = view.get_attachment(self.id)?;
        let spoilt = || Error::of(ErrorCode::AttachmentSpoilt).with("name", &attachment.name);
        let bytes = view.find_attachment_bytes(self.id)?.ok_or_else(spoilt)?;
        let mime = if attachment.mime == PDF { PDF } else { "image/jpeg" };
        Ok(Made { file_name: attachment.name, mime, bytes })
    }
}
