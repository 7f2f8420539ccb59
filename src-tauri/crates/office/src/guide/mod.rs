//! The guide as it is built into the program: its text, its pictures, the paper made of both, and what each version
//! brought. It speaks of no office and is there before one is open.

mod pictures;

use std::collections::BTreeMap;

use domain::guide::{GuideChapter, GuideNews, GuideText};
use paper::GuidePrint;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use pictures::picture;

use crate::error::{Error, ErrorCode};
use crate::export::{PDF, PNG, file_name};
use crate::{Made, Result};

/// Of the program, as its guide and its news call it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The guide, whole.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct GetGuide {}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Guide {
    pub version: String,
    /// In the order of a campaign.
    pub chapters: Vec<GuideText>,
    /// Newest first.
    pub news: Vec<GuideNews>,
}

/// Whether this version brought something that nobody at this computer was told of.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct GetWhatsNew {
    /// It is told now: not again before the next version.
    pub told: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WhatsNew {
    /// The version to tell of; `null`: nothing is new.
    pub version: Option<String>,
}

/// The guide on A4.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct GuidePdf {}

/// A picture of the guide.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct GuidePicture {
    /// As a block calls it.
    pub name: String,
}

macro_rules! text {
    ($file:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/guide/", $file))
    };
}

/// A chapter as it is written.
fn text(chapter: GuideChapter) -> &'static str {
    match chapter {
        GuideChapter::Start => text!("start.md"),
        GuideChapter::Areas => text!("areas.md"),
        GuideChapter::Schedule => text!("schedule.md"),
        GuideChapter::Teams => text!("teams.md"),
        GuideChapter::Plan => text!("plan.md"),
        GuideChapter::Papers => text!("papers.md"),
        GuideChapter::Keying => text!("keying.md"),
        GuideChapter::Missing => text!("missing.md"),
        GuideChapter::Verification => text!("verification.md"),
        GuideChapter::Progress => text!("progress.md"),
        GuideChapter::Reports => text!("reports.md"),
        GuideChapter::Safety => text!("safety.md"),
        GuideChapter::People => text!("people.md"),
        GuideChapter::Keys => text!("keys.md"),
    }
}

/// Every chapter, in order.
///
/// # Errors
/// The text is no guide: a fault of the program, which its tests find.
pub fn chapters() -> Result<Vec<GuideText>> {
    let read = |chapter: GuideChapter| domain::guide::read(chapter, text(chapter)).map_err(Error::internal);
    GuideChapter::ALL.into_iter().map(read).collect()
}

/// What each version brought, newest first.
///
/// # Errors
/// As [`chapters`].
pub fn news() -> Result<Vec<GuideNews>> {
    domain::guide::news(text!("news.md")).map_err(Error::internal)
}

/// # Errors
/// As [`chapters`].
pub fn guide() -> Result<Guide> {
    Ok(Guide { version: VERSION.to_owned(), chapters: chapters()?, news: news()? })
}

/// # Errors
/// A picture is missing or a letter cannot be printed: a fault of the program, which its tests find.
pub fn guide_pdf() -> Result<Made> {
    let pictures: BTreeMap<String, Vec<u8>> =
        pictures::PICTURES.iter().map(|(name, file)| ((*name).to_owned(), file.to_vec())).collect();
    let print = GuidePrint { version: VERSION.to_owned(), chapters: chapters()?, pictures };
    Ok(Made { file_name: file_name("Huong dan Tung Ngo", "pdf"), mime: PDF, bytes: paper::guide_pdf(&print)? })
}

/// # Errors
/// No picture has this name.
pub(crate) fn guide_picture(asked: &GuidePicture) -> Result<Made> {
    let file = picture(&asked.name).ok_or_else(|| Error::of(ErrorCode::Missing))?;
    Ok(Made { file_name: format!("{}.png", asked.name), mime: PNG, bytes: file.to_vec() })
}

/// The news that nobody was told of: of what came after the version `told` up to this one.
pub(crate) fn untold(news: &[GuideNews], told: Option<&str>, version: &str) -> bool {
    let told = told.map(order);
    let now = order(version);
    news.iter().map(|n| order(&n.version)).any(|n| n <= now && told.as_ref().is_none_or(|told| n > *told))
}

/// `0.10.2` is after `0.9`.
fn order(version: &str) -> Vec<u32> {
    version.split('.').map(|part| part.parse().unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests;
