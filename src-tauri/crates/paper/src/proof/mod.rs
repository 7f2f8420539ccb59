//! Self-proving print: a batch is looked at as it will leave, from the bytes of the finished file, before anybody
//! gets it. Layout, fonts and the PDF writer are all behind what is seen here; nothing of them is trusted but where
//! a QR is said to stand.
//!
//! | what | how |
//! | --- | --- |
//! | every QR that is promised is on its page, and no other | counted on the drawing |
//! | a module is wide enough | measured on the drawing; the raster must agree, square by square |
//! | four modules around it are empty, also of the page's edge | raster, 150 dots per inch |
//! | dark is dark and light is light | raster: at least [`CONTRAST`] of full scale between them, in luminance |
//! | every square is what the promised text makes it | raster: the middle of each module against the text encoded anew |
//! | it can be read after a bad photocopy, askew | the raster blurred, at 70 % contrast, turned by 2°, read by rqrr |
//! | it says what it should | the text that was read, against the promise |
//!
//! Rasterised are the QR and what surrounds it, not the rest of the page: that nothing else overflows or lacks a
//! glyph is refused before, by the layout. A QR that is drawn dot for dot like one already proved, with the same
//! promise, is not read twice. Where the same flyer stands several times on a page, from the same items, one of them
//! is looked at, on each page another; [`Promise`]s say which.

mod qr;
mod raster;
#[cfg(test)]
mod tests;
mod worn;

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Mutex;

pub use raster::{Fineness, raster};

use crate::engine::page::{Drawing, Item, Mm, Modules};
use crate::error::{Flaw, PaperError, PaperKind};
use crate::side_by_side;
use raster::{Eye, File};

/// Least difference of dark and light, as a share of full scale: the second best grade of ISO/IEC 15415 for a
/// symbol's contrast, so that 70 % of it is still above the worst that is read.
const CONTRAST: f32 = 0.55;

/// A QR that a page promises.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Promise {
    /// Page of the file, from 0.
    pub(crate) page: usize,
    /// What an error calls it: a sheet's code and area, an area.
    pub(crate) name: String,
    /// What is read.
    pub(crate) text: String,
    /// Where it stands.
    qr: Square,
    /// Width and height of the page.
    of: (Mm, Mm),
    /// Width of a module at the least.
    least: Mm,
}

/// A QR's dark square: top left, width of a module, modules on a side.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Square {
    x: Mm,
    y: Mm,
    module: Mm,
    side: u32,
}

impl From<&Modules> for Square {
    fn from(m: &Modules) -> Self {
        Self { x: m.x, y: m.y, module: m.module, side: m.side }
    }
}

/// What QRs a page holds: names and texts in the order in which they are drawn.
pub(crate) type OnPage = Vec<(String, String)>;

/// The promises of a drawing's pages, given what QRs each of them ought to hold.
///
/// # Errors
/// A page has another number of QRs.
pub(crate) fn promises(
    paper: PaperKind,
    drawing: &Drawing,
    least: Mm,
    pages: &[OnPage],
) -> Result<Vec<Promise>, PaperError> {
    let mut promises = Vec::new();
    for (n, (page, wanted)) in drawing.pages.iter().zip(pages).enumerate() {
        let under = page.underlay.and_then(|u| drawing.underlays.get(u)).into_iter().flatten();
        let qr = |item: &Item| if let Item::Qr(modules) = item { Some(Square::from(modules)) } else { None };
        let found: Vec<Square> = under.chain(&page.items).filter_map(qr).collect();
        if found.len() != wanted.len() {
            let place = wanted.first().map(|(name, _)| name.clone()).unwrap_or_default();
            let flaw = Flaw::Count { promised: wanted.len(), found: found.len() };
            return Err(PaperError::Unproved { paper, place, page: n + 1, flaw });
        }
        let of = (page.width, page.height);
        let promise = |(qr, (name, text)): (Square, &(String, String))| Promise {
            page: n,
            name: name.clone(),
            text: text.clone(),
            qr,
            of,
            least,
        };
        promises.extend(found.into_iter().zip(wanted).map(promise));
    }
    Ok(promises)
}

/// Of sheets filled with one paper several times, from the same items, what is looked at: all of the first page, then
/// of each page one place, on each page another. `equal` pages after one another are the same, to the byte: the first
/// of them.
pub(crate) fn drawn_anew(promises: &[Promise], equal: usize) -> Vec<Promise> {
    let pages = promises.chunk_by(|one, next| one.page == next.page);
    let wanted = pages.filter(|places| places[0].page % equal == 0).flat_map(|places| {
        let sheet = places[0].page / equal;
        let is_looked_at = move |n: &usize| sheet == 0 || *n == sheet % places.len();
        (0..places.len()).filter(is_looked_at).map(|n| places[n].clone())
    });
    wanted.collect()
}

/// Looks at a finished file and compares its QRs with what it promises. `progress` is told how many of how many are
/// proved, and stops by answering `false`.
///
/// # Errors
/// The first QR, in the order of the promises, that is not as it should be; a file that cannot be drawn;
/// [`PaperError::Cancelled`].
pub(crate) fn prove(
    pdf: &[u8],
    paper: PaperKind,
    promises: &[Promise],
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<(), PaperError> {
    if promises.is_empty() {
        return Ok(());
    }
    let file = File::open(pdf.to_vec())?;
    let known = Known::default();
    let prove = |eye: &mut Eye<'_>, n: usize| known.prove(eye, paper, &promises[n]);
    side_by_side::each(promises.len(), || Eye::new(&file), prove, progress).map(drop)
}

/// Digests of what has been read, so that the same dots with the same promise are read once.
#[derive(Default)]
struct Known(Mutex<HashSet<u64>>);

impl Known {
    fn prove(&self, eye: &Eye<'_>, paper: PaperKind, promise: &Promise) -> Result<(), PaperError> {
        let refused = |flaw| PaperError::Unproved { paper, place: promise.name.clone(), page: promise.page + 1, flaw };
        qr::wide_enough(promise).map_err(refused)?;
        let seen = qr::Seen::of(eye, promise)?;
        let mut hasher = DefaultHasher::new();
        (&promise.text, seen.dots()).hash(&mut hasher);
        let digest = hasher.finish();
        let is_known = || self.0.lock().is_ok_and(|known| known.contains(&digest));
        if is_known() {
            return Ok(());
        }
        seen.verdict(promise).map_err(refused)?;
        if let Ok(mut known) = self.0.lock() {
            known.insert(digest);
        }
        Ok(())
    }
}
