//! Flyers (tờ rơi) for doors and notice boards: one message, the evening in the largest type, black on
//! white so that they survive the photocopier. Not an administrative document, so no quốc hiệu.

mod design;
mod measures;
#[cfg(test)]
mod tests;
mod words;

use domain::{NaiveDate, NaiveTime};

use crate::engine::page::{Drawing, Ink, Item, Mm, Page, Paint, Shape};
use crate::engine::pdf;
use crate::engine::text::Typesetter;
use crate::error::{PaperError, PaperKind};

/// The finished size; smaller ones stand several to an A4 page with marks to cut at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FlyerSize {
    /// One on an A4 page.
    A4,
    /// Two on an A4 page lying.
    A5,
    /// Four on an A4 page.
    A6,
}

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
    /// A link the office has confirmed; without one there is no QR and no step speaks of scanning.
    pub link: Option<String>,
    /// The office's own line for questions, never a person's phone.
    pub contact_line: Option<String>,
    /// Said on each flyer when the figures are invented.
    pub illustration: Option<String>,
}

/// A4 pages, one per entry of the batch, each filled with that area's flyer (1, 2 or 4 times): a page can
/// be photocopied and cut for its area.
///
/// # Errors
/// A character without a glyph, more words or evenings than the size holds, a link too long for its QR.
/// Each names the area.
pub fn flyers_pdf(batch: &[FlyerPrint], size: FlyerSize) -> Result<Vec<u8>, PaperError> {
    pdf::write(&drawing(batch, size)?)
}

pub(crate) fn drawing(batch: &[FlyerPrint], size: FlyerSize) -> Result<Drawing, PaperError> {
    let mut typesetter = Typesetter::new();
    let pages = batch
        .iter()
        .map(|flyer| {
            let items =
                design::flyer(flyer, size, &mut typesetter).map_err(|fault| fault.on(PaperKind::Flyer, &flyer.area))?;
            Ok(n_up(&items, size))
        })
        .collect::<Result<_, PaperError>>()?;
    let title = batch.first().map_or_else(String::new, |f| format!("Tờ rơi {} - {}", f.app, f.issuer));
    Ok(Drawing { title, pages, ..Drawing::default() })
}

impl FlyerSize {
    /// Width and height of the A4 page, and how many flyers stand across and down.
    fn page(self) -> (Mm, Mm, u8, u8) {
        match self {
            Self::A4 => (210.0, 297.0, 1, 1),
            Self::A5 => (297.0, 210.0, 2, 1),
            Self::A6 => (210.0, 297.0, 2, 2),
        }
    }

    /// Width and height of one flyer.
    fn flyer(self) -> (Mm, Mm) {
        let (width, height, across, down) = self.page();
        (width / f32::from(across), height / f32::from(down))
    }
}

fn n_up(items: &[Item], size: FlyerSize) -> Page {
    let (width, height, across, down) = size.page();
    let (w, h) = size.flyer();
    let mut all = Vec::new();
    for row in 0..down {
        for column in 0..across {
            all.extend(items.iter().map(|i| i.moved(f32::from(column) * w, f32::from(row) * h)));
        }
    }
    for column in 1..across {
        let x = f32::from(column) * w;
        all.extend([cut((x, 0.0), (x, MARK)), cut((x, height - MARK), (x, height))]);
    }
    for row in 1..down {
        let y = f32::from(row) * h;
        all.extend([cut((0.0, y), (MARK, y)), cut((width - MARK, y), (width, y))]);
        all.extend([cut((w - MARK / 2.0, y), (w + MARK / 2.0, y)), cut((w, y - MARK / 2.0), (w, y + MARK / 2.0))]);
    }
    Page { width, height, underlay: None, items: all }
}

/// Length of a cutting mark: longer than what printers leave white at the edge.
const MARK: Mm = 7.0;

fn cut(from: (Mm, Mm), to: (Mm, Mm)) -> Item {
    Item::Shape(Shape::Line { from, to }, Paint::Stroke(Ink::Black, 0.15))
}
