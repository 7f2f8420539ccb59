use domain::account::Permission;
use domain::ids::AreaId;
use domain::printing::{Batch, PaperKind};
use paper::loudspeaker_docx;
use serde::Deserialize;
use ts_rs::TS;

use super::{FlyerWords, name};
use crate::export::{DOCX, file_name};
use crate::{Made, Make, Progress, Result, View};

/// What the loudspeaker reads out, as a Word file: to an area, or to the whole ward of every area with an
/// evening.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct LoudspeakerDocx {
    pub area: Option<AreaId>,
}

impl Make for LoudspeakerDocx {
    const NAME: &'static str = "loudspeaker_docx";
    const NEEDS: Permission = Permission::Print;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        let (_, batch) = view.flyers(self.area, &FlyerWords::default())?;
        let file_name = file_name(&name("Bai-phat-thanh", &batch), "docx");
        Ok(Made { file_name, mime: DOCX, bytes: loudspeaker_docx(&batch, self.area.is_none())? })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        let form = if self.area.is_some() { "Một địa bàn" } else { "Cả phường, xã" };
        view.flyer_batch(PaperKind::Loudspeaker, form, self.area, &FlyerWords::default()).map(Some)
    }
}
