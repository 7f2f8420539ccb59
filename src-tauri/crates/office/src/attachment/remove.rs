use domain::account::Permission;
use domain::ids::AttachmentId;
use serde::Deserialize;
use store::AttachedTo;
use ts_rs::TS;

use super::not_locked;
use crate::error::{Error, ErrorCode};
use crate::issuer::optional_name;
use crate::sheet::SheetView;
use crate::{Act, Result, Write};

/// Removes a scan or photo for good: its bytes are overwritten in the file and its log. The journal keeps that
/// it was there, its hash, and the reason. Backups made before keep it until they are thinned out.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RemoveAttachment {
    pub id: AttachmentId,
    pub reason: String,
}

impl Write for RemoveAttachment {
    type Answer = SheetView;
    const NAME: &'static str = "remove_attachment";
    const NEEDS: Permission = Permission::Key;

    fn why(&self) -> Option<&str> {
        Some(&self.reason)
    }

    fn run(self, act: &Act<'_>) -> Result<SheetView> {
        let attachment = act.get_attachment(self.id)?;
        // A photo of what was posted goes with `remove_photo`.
        let AttachedTo::Sheet(sheet) = attachment.to else { return Err(Error::of(ErrorCode::Missing)) };
        not_locked(&act.get_sheet(sheet)?)?;
        optional_name(Some(&self.reason), "lý do")?.ok_or_else(|| Error::of(ErrorCode::ReasonNeeded))?;
        act.delete_attachment(self.id)?;
        SheetView::of(&act.view(), sheet)
    }
}
