use domain::account::Permission;
use domain::ids::AreaId;
use domain::printing::{Batch, FlyerDesign, PaperKind};
use paper::{FlyerForm, flyers_pdf};
use serde::Deserialize;
use ts_rs::TS;

use super::{FlyerInks, FlyerSheet, FlyerSize, FlyerWords, name};
use crate::export::{PDF, file_name};
use crate::{Made, Make, Progress, Result, View};

/// Flyers, posters or door strips of one area, or of every area with an evening. The link is printed only if
/// the office has confirmed it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FlyersPdf {
    pub size: FlyerSize,
    pub area: Option<AreaId>,
    #[serde(default)]
    pub inks: FlyerInks,
    /// A4, or the flyer's own size if it is larger.
    #[serde(default)]
    pub sheet: Option<FlyerSheet>,
    /// Marks to cut at.
    #[serde(default = "yes")]
    pub marks: bool,
    /// For a print shop: fields of colour run 3 mm beyond the edge.
    #[serde(default)]
    pub bleed: bool,
    /// Equal sheets for each area; none asked for is one.
    #[serde(default)]
    pub sheets: Option<u16>,
    #[serde(flatten)]
    pub words: FlyerWords,
}

fn yes() -> bool {
    true
}

impl FlyersPdf {
    /// Black on A4 with marks, in the program's own words.
    #[must_use]
    pub fn plain(size: FlyerSize, area: Option<AreaId>) -> Self {
        Self {
            size,
            area,
            inks: FlyerInks::default(),
            sheet: None,
            marks: true,
            bleed: false,
            sheets: None,
            words: FlyerWords::default(),
        }
    }

    fn sheet(&self) -> FlyerSheet {
        let usual = if self.size == FlyerSize::PosterA3 { FlyerSheet::Own } else { FlyerSheet::A4 };
        self.sheet.unwrap_or(usual)
    }

    fn form(&self, design: FlyerDesign) -> FlyerForm {
        FlyerForm {
            design,
            size: self.size.into(),
            inks: self.inks.into(),
            sheet: self.sheet().into(),
            marks: self.marks,
            bleed: self.bleed,
            sheets: self.sheets.map_or(1, usize::from),
        }
    }
}

impl FlyersPdf {
    fn kind(&self) -> PaperKind {
        match self.size {
            FlyerSize::A4 | FlyerSize::A5 | FlyerSize::A6 => PaperKind::Flyer,
            FlyerSize::PosterA4 | FlyerSize::PosterA3 => PaperKind::Poster,
            FlyerSize::Strip => PaperKind::DoorStrip,
        }
    }

    /// `A5, 2 tờ trên một trang A4, in màu`.
    fn form_words(&self) -> String {
        let size = match self.size {
            FlyerSize::A4 | FlyerSize::PosterA4 => "A4",
            FlyerSize::A5 => "A5",
            FlyerSize::A6 => "A6",
            FlyerSize::PosterA3 => "A3",
            FlyerSize::Strip => "99 × 210 mm",
        };
        let sheet = match self.sheet() {
            FlyerSheet::Own => "",
            FlyerSheet::A4 => " A4",
            FlyerSheet::A3 => " A3",
        };
        let mut words = vec![size.to_owned()];
        match paper::flyers_on(self.size.into(), self.sheet().into()) {
            Some(count) if count > 1 => words.push(format!("{count} tờ trên một trang{sheet}")),
            _ => {}
        }
        words.push(if self.inks == FlyerInks::Colour { "in màu" } else { "đen trắng" }.to_owned());
        if self.bleed {
            words.push("tràn lề 3 mm".to_owned());
        }
        if let Some(sheets) = self.sheets.filter(|n| *n > 1) {
            words.push(format!("{sheets} trang mỗi địa bàn"));
        }
        words.join(", ")
    }
}

impl Make for FlyersPdf {
    const NAME: &'static str = "flyers_pdf";
    const NEEDS: Permission = Permission::Print;

    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<Made> {
        let (design, batch) = view.flyers(self.area, &self.words)?;
        let what = match self.kind() {
            PaperKind::Poster => "Ap-phich",
            PaperKind::DoorStrip => "The-treo-cua",
            _ => "To-roi",
        };
        let file_name = file_name(&name(what, &batch), "pdf");
        Ok(Made { file_name, mime: PDF, bytes: flyers_pdf(&batch, self.form(design), progress)? })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        view.flyer_batch(self.kind(), &self.form_words(), self.area, &self.words).map(Some)
    }
}
