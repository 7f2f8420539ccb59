//! Flyers (tờ rơi), posters and door strips: one message, the area's own evenings, a QR the office has
//! confirmed, a warning of fraud.
//!
//! | file | what |
//! | --- | --- |
//! | `words` | what is said, with the office's own headline and steps |
//! | `size`, `look` | how large, and in which inks |
//! | `icons`, `art`, `parts` | what designs are made of |
//! | `design` | the three designs |
//! | `fit` | the largest type that holds everything, or a refusal by name |
//! | `impose` | several to a sheet, marks, bleed |
//!
//! To add a design: a file in `design`, and what it says of itself in `words`.

mod art;
mod design;
mod fit;
mod icons;
mod impose;
mod look;
mod parts;
mod picture;
mod size;
#[cfg(test)]
mod tests;
mod words;

use domain::printing::FlyerDesign;
use domain::{NaiveDate, NaiveTime};

pub use self::impose::{SheetSize, flyers_on};
pub use self::look::Inks;
pub use self::picture::{flyer_png, flyer_pngs_zip};
pub use self::size::FlyerSize;
pub use self::words::FLYER_FIELDS;

use self::fit::Brief;
use self::impose::Imposition;
use self::look::Look;
use self::size::Format;
use self::words::Words;
use crate::engine::page::{Drawing, Ink, Item, Mm, Paint, Shape, Trim};
use crate::engine::pdf;
use crate::engine::text::Typesetter;
use crate::error::{Fault, PaperError, PaperKind};
use crate::proof::{self, OnPage, Promise};
use crate::side_by_side;

/// Everything said on one area's flyer. What is `None` is left out and the flyer arranged without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlyerPrint {
    /// As in running text: `UBND phường Hà Cầu`.
    pub issuer: String,
    /// The app residents install.
    pub app: String,
    /// The area with its kind: `Tổ dân phố Hà Trì 1`.
    pub area: String,
    /// The area's evenings in order; none leaves room to write the date.
    pub evenings: Vec<NaiveDate>,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    /// A link the office has confirmed; without one there is no QR and no step of ours speaks of scanning.
    pub link: Option<String>,
    /// The office's own line for questions, never a person's phone.
    pub contact_line: Option<String>,
    /// Said on each flyer when the figures are invented.
    pub illustration: Option<String>,
    /// The office's own headline, its lines as they are broken, with [`FLYER_FIELDS`] in `{{…}}`; `None` is
    /// the design's own.
    pub headline: Option<String>,
    /// The office's own steps, likewise.
    pub steps: Option<Vec<String>>,
}

/// How a batch is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FlyerForm {
    pub design: FlyerDesign,
    pub size: FlyerSize,
    pub inks: Inks,
    pub sheet: SheetSize,
    /// Marks to cut at.
    pub marks: bool,
    /// For a print shop: fields of colour run 3 mm beyond each flyer, the sheet is larger by that and the
    /// marks, and the file says where it is trimmed.
    pub bleed: bool,
    /// Equal sheets for each area.
    pub sheets: usize,
}

/// How far colour runs beyond the finished edge.
const BLEED: Mm = 3.0;

/// One page for each entry of the batch (or as many as the form asks for), filled with that area's flyer: a
/// page can be photocopied and cut for its area.
///
/// The finished file is proved before it is given away: QRs are read from its pages (`proof` says which).
/// `progress` is told how many of how many are done, and stops the batch by answering `false`.
///
/// # Errors
/// A character without a glyph; a field nobody knows; more words or evenings than the size holds; a link too
/// long for its QR; a flyer larger than the sheet; a QR that cannot be read from the finished page
/// ([`PaperError::Unproved`]); [`PaperError::Cancelled`]. Each names the area.
pub fn flyers_pdf(
    batch: &[FlyerPrint],
    form: FlyerForm,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Vec<u8>, PaperError> {
    let of = batch.len();
    // Laying out is told as the first half of the work, proving as the second.
    let drawing = drawing(batch, form, &mut |done, of| progress(done / 2, of))?;
    let bytes = pdf::write(&drawing)?;
    let promises = promises(batch, form, &drawing)?;
    proof::prove(&bytes, PaperKind::Flyer, &promises, &mut |done, all| {
        progress(of / 2 + done * of.div_ceil(2) / all, of)
    })?;
    Ok(bytes)
}

/// The confirmed link at every place of every sheet, of which the proof looks at what is drawn anew.
fn promises(batch: &[FlyerPrint], form: FlyerForm, drawing: &Drawing) -> Result<Vec<Promise>, PaperError> {
    let bleed = if form.bleed { BLEED } else { 0.0 };
    let places = Imposition::of(form.size, form.sheet, bleed, form.marks).map_or(0, Imposition::count);
    let equal = form.sheets.max(1);
    let sheet = |flyer: &FlyerPrint| match &flyer.link {
        Some(link) => vec![(flyer.area.clone(), link.clone()); places],
        None => Vec::new(),
    };
    let pages: Vec<OnPage> = batch.iter().flat_map(|flyer| std::iter::repeat_n(sheet(flyer), equal)).collect();
    let all = proof::promises(PaperKind::Flyer, drawing, Format::of(form.size).module, &pages)?;
    Ok(proof::drawn_anew(&all, equal))
}

pub(crate) fn drawing(
    batch: &[FlyerPrint],
    form: FlyerForm,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Drawing, PaperError> {
    let bleed = if form.bleed { BLEED } else { 0.0 };
    let too_large = || Fault::Overflow { what: String::new() }.on(PaperKind::Flyer, "");
    let imposition = Imposition::of(form.size, form.sheet, bleed, form.marks).ok_or_else(too_large)?;
    let mut drawing = Drawing { title: title(batch), ..Drawing::default() };
    if form.bleed {
        drawing.trim = Some(Trim { inset: imposition.inset(), bleed });
    }
    let lay = |typesetter: &mut Typesetter, n: usize| one(&batch[n], form, typesetter);
    for items in side_by_side::each(batch.len(), Typesetter::remembering, lay, progress)? {
        let mut page = imposition.page(&items);
        if form.sheets > 1 {
            // Equal pages share what they show.
            let under = std::mem::take(&mut page.items);
            page.underlay = Some(drawing.underlays.len());
            drawing.underlays.push(under);
        }
        drawing.pages.extend(std::iter::repeat_n(page, form.sheets.max(1)));
    }
    Ok(drawing)
}

/// One flyer from its own top left.
pub(crate) fn one(flyer: &FlyerPrint, form: FlyerForm, typesetter: &mut Typesetter) -> Result<Vec<Item>, PaperError> {
    let format = Format::of(form.size);
    let bleed = if form.bleed { BLEED } else { 0.0 };
    let mut items = laid(flyer, form.design, format, Look { inks: form.inks, bleed }, typesetter)?;
    if form.size == FlyerSize::Strip && form.marks {
        items.extend(handle(format));
    }
    Ok(items)
}

fn laid(
    flyer: &FlyerPrint,
    design: FlyerDesign,
    format: Format,
    look: Look,
    typesetter: &mut Typesetter,
) -> Result<Vec<Item>, PaperError> {
    let named = |fault: Fault| fault.on(PaperKind::Flyer, &flyer.area);
    let words = Words::of(flyer, design).map_err(named)?;
    let mut brief = Brief { flyer, design, words, format, look };
    fit::fitted(&mut brief, design::lay(design), typesetter).map_err(named)
}

/// Where to cut a strip open for the handle of a door: a ring, and a slit to it.
fn handle(format: Format) -> Vec<Item> {
    const ACROSS: Mm = 32.0;
    const DASH: Mm = 1.2;
    let (x, y) = ((format.width - ACROSS) / 2.0, (format.hole - ACROSS) / 2.0);
    let paint = Paint::Dash(Ink::Black, 0.25, DASH);
    let ring = Shape::Rect { x, y, width: ACROSS, height: ACROSS, radius: ACROSS / 2.0 };
    // At half past four, where the paper tears least.
    let (from, to) = ((x + ACROSS * 0.933, y + ACROSS * 0.75), (format.width, y + ACROSS));
    vec![Item::Shape(ring, paint), Item::Shape(Shape::Line { from, to }, paint)]
}

fn title(batch: &[FlyerPrint]) -> String {
    batch.first().map_or_else(String::new, |f| format!("Tờ rơi {} - {}", f.app, f.issuer))
}
