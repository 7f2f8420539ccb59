use domain::account::Permission;
use domain::ids::AreaId;
use domain::printing::{Batch, PaperKind};
use paper::{flyer_png, flyer_pngs_zip};
use serde::Deserialize;
use ts_rs::TS;

use super::{FlyerWords, name};
use crate::export::{PNG, ZIP, file_name};
use crate::{Made, Make, Progress, Result, View};

/// The flyer of an area as a picture of 1080 × 1350 dots for Zalo and Facebook; of every area with an evening
/// as one archive of pictures.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FlyerPicturePng {
    pub area: Option<AreaId>,
    #[serde(flatten)]
    pub words: FlyerWords,
}

impl Make for FlyerPicturePng {
    const NAME: &'static str = "flyer_picture_png";
    const NEEDS: Permission = Permission::Print;

    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<Made> {
        let (design, batch) = view.flyers(self.area, &self.words)?;
        let name = name("Anh-to-roi", &batch);
        Ok(match &batch[..] {
            [only] => Made { file_name: file_name(&name, "png"), mime: PNG, bytes: flyer_png(only, design)? },
            all => {
                let named = |area: &str| file_name(&format!("Anh-to-roi-{area}"), "png");
                let bytes = flyer_pngs_zip(all, design, &named, progress)?;
                Made { file_name: file_name(&name, "zip"), mime: ZIP, bytes }
            }
        })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        view.flyer_batch(PaperKind::FlyerPicture, "Ảnh 1080 × 1350", self.area, &self.words).map(Some)
    }
}
