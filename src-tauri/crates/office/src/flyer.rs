//! Flyers for doors and notice boards, one for each area with its own evenings.

use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::AreaId;
use domain::printing::{Batch, PaperKind, Subject};
use paper::{FlyerPrint, flyers_pdf};
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::export::{PDF, file_name};
use crate::{Made, Make, Progress, Result, View};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FlyerSize {
    A4,
    A5,
    A6,
}

impl From<FlyerSize> for paper::FlyerSize {
    fn from(size: FlyerSize) -> Self {
        match size {
            FlyerSize::A4 => Self::A4,
            FlyerSize::A5 => Self::A5,
            FlyerSize::A6 => Self::A6,
        }
    }
}

/// Flyers of one area, or of every area with an evening. The link is printed only if the office has
/// confirmed it.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct FlyersPdf {
    pub size: FlyerSize,
    pub area: Option<AreaId>,
}

impl Make for FlyersPdf {
    const NAME: &'static str = "flyers_pdf";
    const NEEDS: Permission = Permission::Print;

    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<Made> {
        let campaign = view.get_campaign()?;
        let issuer = view.issuer_during(&campaign)?;
        let visits = view.list_visits(campaign.id)?;
        let mut batch = Vec::new();
        for area in view.list_areas(campaign.id)? {
            let evenings: Vec<NaiveDate> =
                visits.iter().filter(|v| v.is_on() && v.area == area.id).map(|v| v.on).collect();
            let wanted = match self.area {
                Some(id) => id == area.id,
                None => area.is_living() && !evenings.is_empty(),
            };
            if !wanted {
                continue;
            }
            batch.push(FlyerPrint {
                issuer: issuer.short_name.clone(),
                app: campaign.app_name.clone(),
                area: area.label(),
                evenings,
                starts: campaign.evening_starts,
                ends: campaign.evening_ends,
                link: campaign.link.as_ref().map(|l| l.url.clone()),
                contact_line: issuer.contact_line.clone(),
                illustration: campaign.illustration.clone(),
            });
        }
        if batch.is_empty() {
            return Err(Error::of(if self.area.is_some() { ErrorCode::UnknownArea } else { ErrorCode::NoSheets }));
        }
        if !progress(0, batch.len()) {
            return Err(Error::of(ErrorCode::Cancelled));
        }
        let name = match &batch[..] {
            [only] => format!("To-roi-{}", only.area),
            _ => "To-roi".to_owned(),
        };
        Ok(Made { file_name: file_name(&name, "pdf"), mime: PDF, bytes: flyers_pdf(&batch, self.size.into())? })
    }

    fn batch(&self, view: &View<'_>) -> Result<Option<Batch>> {
        let size = match self.size {
            FlyerSize::A4 => "A4",
            FlyerSize::A5 => "A5, 2 tờ trên một trang A4",
            FlyerSize::A6 => "A6, 4 tờ trên một trang A4",
        };
        let areas = view.list_areas(view.get_campaign()?.id)?;
        let wanted = areas.iter().filter(|a| self.area.map_or(a.is_living(), |only| only == a.id));
        let batch = view.batch(PaperKind::Flyer, String::new(), wanted.map(|a| Subject::Area(a.id)))?;
        let made_from = view.flyers_made_from(size, &batch.said)?;
        Ok(Some(Batch { made_from, ..batch }))
    }
}
