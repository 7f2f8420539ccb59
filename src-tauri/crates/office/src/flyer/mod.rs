//! Papers that speak to residents, one for each area with its own evenings: flyers, posters and door
//! strips, their pictures for a phone, and the text for the loudspeaker.

mod loudspeaker;
mod picture;
mod print;

use chrono::NaiveDate;
use domain::area::Area;
use domain::ids::AreaId;
use domain::printing::{Batch, FlyerDesign, PaperKind, Subject};
use paper::FlyerPrint;
use serde::Deserialize;
use ts_rs::TS;

pub use self::loudspeaker::LoudspeakerDocx;
pub use self::picture::FlyerPicturePng;
pub use self::print::FlyersPdf;
use crate::error::{Error, ErrorCode};
use crate::{Result, View};

/// The finished size, after cutting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FlyerSize {
    A4,
    A5,
    A6,
    PosterA4,
    PosterA3,
    /// For a door's handle, 99 × 210 mm.
    Strip,
}

impl From<FlyerSize> for paper::FlyerSize {
    fn from(size: FlyerSize) -> Self {
        match size {
            FlyerSize::A4 => Self::A4,
            FlyerSize::A5 => Self::A5,
            FlyerSize::A6 => Self::A6,
            FlyerSize::PosterA4 => Self::PosterA4,
            FlyerSize::PosterA3 => Self::PosterA3,
            FlyerSize::Strip => Self::Strip,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FlyerInks {
    /// A colour printer or a print shop.
    Colour,
    /// Black on white, to be photocopied.
    #[default]
    Copier,
}

impl From<FlyerInks> for paper::Inks {
    fn from(inks: FlyerInks) -> Self {
        match inks {
            FlyerInks::Colour => Self::Colour,
            FlyerInks::Copier => Self::Copier,
        }
    }
}

/// What flyers are printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FlyerSheet {
    /// One to a page of its own size.
    Own,
    /// As many as an A4 sheet holds: 1 A4, 2 A5, 3 strips, 4 A6.
    A4,
    /// As many as an A3 sheet holds: 1 A3, 2 A4, 4 A5, 6 strips, 8 A6.
    A3,
}

impl From<FlyerSheet> for paper::SheetSize {
    fn from(sheet: FlyerSheet) -> Self {
        match sheet {
            FlyerSheet::Own => Self::Own,
            FlyerSheet::A4 => Self::A4,
            FlyerSheet::A3 => Self::A3,
        }
    }
}

/// A design and words for this once; what is left out is as the campaign has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
pub struct FlyerWords {
    #[serde(default)]
    pub design: Option<FlyerDesign>,
    /// One line or two, with fields such as `{{ứng dụng}}`. Blank is the design's own.
    #[serde(default)]
    pub headline: Option<String>,
    /// Two to five, likewise. None of them are the design's own.
    #[serde(default)]
    pub steps: Option<Vec<String>>,
}

/// Headlines have at most so many lines, and steps are so many.
const HEADLINE_LINES: usize = 2;
pub(crate) const STEPS: std::ops::RangeInclusive<usize> = 2..=5;

pub(crate) fn headline(text: &str) -> Result<Option<String>> {
    let text = domain::text::clean_lines(text);
    let lines: Vec<&str> = text.split('\n').filter(|l| !l.is_empty()).collect();
    match lines.len() {
        0 => Ok(None),
        n if n > HEADLINE_LINES => Err(Error::of(ErrorCode::HeadlineTooLong)),
        _ => Ok(Some(lines.join("\n"))),
    }
}

pub(crate) fn steps(steps: &[String]) -> Result<Option<Vec<String>>> {
    let steps: Vec<String> = steps.iter().map(|s| domain::text::clean(s)).filter(|s| !s.is_empty()).collect();
    match steps.len() {
        0 => Ok(None),
        n if STEPS.contains(&n) => Ok(Some(steps)),
        _ => Err(Error::of(ErrorCode::StepsOutOfRange)),
    }
}

/// Areas whose flyers are wanted: the one named, or every living one with an evening.
fn is_wanted(area: &Area, only: Option<AreaId>, evenings: &[NaiveDate]) -> bool {
    match only {
        Some(id) => id == area.id,
        None => area.is_living() && !evenings.is_empty(),
    }
}

impl View<'_> {
    /// A flyer of each wanted area.
    fn flyers(&self, only: Option<AreaId>, words: &FlyerWords) -> Result<(FlyerDesign, Vec<FlyerPrint>)> {
        let campaign = self.get_campaign()?;
        let issuer = self.issuer_during(&campaign)?;
        let visits = self.list_visits(campaign.id)?;
        let usual = self.find_flyer(campaign.id)?.unwrap_or_default();
        let headline = headline(words.headline.as_ref().or(usual.headline.as_ref()).map_or("", String::as_str))?;
        let steps = steps(words.steps.as_ref().unwrap_or(&usual.steps))?;
        let mut batch = Vec::new();
        for area in self.list_areas(campaign.id)? {
            let evenings: Vec<NaiveDate> =
                visits.iter().filter(|v| v.is_on() && v.area == area.id).map(|v| v.on).collect();
            if !is_wanted(&area, only, &evenings) {
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
                headline: headline.clone(),
                steps: steps.clone(),
            });
        }
        if batch.is_empty() {
            return Err(Error::of(if only.is_some() { ErrorCode::UnknownArea } else { ErrorCode::NoSheets }));
        }
        Ok((words.design.unwrap_or(usual.design), batch))
    }

    /// What is kept of such a batch. Words chosen for this once are not compared with the campaign's.
    fn flyer_batch(&self, kind: PaperKind, form: &str, only: Option<AreaId>, words: &FlyerWords) -> Result<Batch> {
        let areas = self.list_areas(self.get_campaign()?.id)?;
        let wanted = areas.iter().filter(|a| only.map_or(a.is_living(), |only| only == a.id));
        let mut batch = self.batch(kind, String::new(), wanted.map(|a| Subject::Area(a.id)))?;
        let own = [
            (words.design.is_some(), "Mẫu: "),
            (words.headline.is_some(), "Tiêu đề: "),
            (words.steps.is_some(), "Các bước: "),
        ];
        for said in &mut batch.said {
            let is_own = |fact: &str| own.iter().any(|(is_own, label)| *is_own && fact.starts_with(label));
            said.says = said.says.lines().filter(|fact| !is_own(fact)).collect::<Vec<_>>().join("\n");
        }
        let made_from = self.flyers_made_from(form, words.design, &batch.said)?;
        Ok(Batch { made_from, ..batch })
    }
}

/// A file's name without its ending: that of the only area, if there is only one.
fn name(what: &str, batch: &[FlyerPrint]) -> String {
    match batch {
        [only] => format!("{what}-{}", only.area),
        _ => what.to_owned(),
    }
}
