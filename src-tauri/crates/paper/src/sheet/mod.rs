//! Tally sheets (phiếu): an A4 page each or two A5 on a page, to be filled with a pen, photocopied, and keyed box
//! by box. What all sheets of a batch share is drawn once and lies under every page.

mod foot;
mod form;
mod own;
mod place;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use domain::code::SheetCode;
use domain::form::Form;
use domain::sheet::SheetKind;
use domain::{NaiveDate, NaiveTime};

use crate::engine::page::{Drawing, Ink, Item, Page, Paint, Shape};
use crate::engine::pdf;
use crate::engine::text::Typesetter;
use crate::error::{Fault, PaperError, PaperKind};
use crate::proof;

pub use place::SheetLayout;

/// When a sheet's figures are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetTime {
    /// The evening of a visit.
    Evening { on: NaiveDate, starts: NaiveTime, ends: NaiveTime },
    /// An area that reports by itself writes its own date; `due` is the last day to send it.
    AsOf { due: Option<NaiveDate> },
    /// Not known when it is printed: room to write.
    Blank,
}

/// Everything printed on one sheet. What is `None` leaves room to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetPrint {
    /// As in running text: `UBND phường Hà Cầu`.
    pub issuer: String,
    /// The campaign's short name.
    pub campaign: String,
    /// The area with its kind: `Tổ dân phố Hà Trì 1`.
    pub area: Option<String>,
    pub time: SheetTime,
    /// The team's name.
    pub team: Option<String>,
    pub kind: SheetKind,
    /// Sheet `n` of `of` of its kind.
    pub n: u32,
    pub of: u32,
    pub code: SheetCode,
    /// The QR's digits; they begin with the code (`domain::qr`).
    pub qr: String,
    pub form: Arc<Form>,
    /// Where and to whom it goes back.
    pub return_to: Option<String>,
    /// Said at the head when the figures are invented.
    pub illustration: Option<String>,
}

impl SheetPrint {
    /// The sheet as an error names it.
    fn name(&self) -> String {
        match &self.area {
            Some(area) => format!("{} ({area})", self.code),
            None => self.code.to_string(),
        }
    }

    /// Whether the two have the same words and lines under their own.
    fn shares_form_with(&self, other: &Self) -> bool {
        let time = |s: &Self| std::mem::discriminant(&s.time);
        self.kind == other.kind
            && time(self) == time(other)
            && self.issuer == other.issuer
            && self.campaign == other.campaign
            && self.return_to == other.return_to
            && self.illustration == other.illustration
            && (Arc::ptr_eq(&self.form, &other.form) || self.form == other.form)
    }
}

/// A batch of sheets as one PDF. On whole pages they stand in the order given; [`SheetLayout::TwoA5`] says how halves do.
///
/// The finished file is proved before it is given away: every QR is read from it (`proof`). `progress` is told how
/// many of how many are done, and stops the batch by answering `false`.
///
/// # Errors
/// A character without a glyph; a name or a form too long for its place; a form too long for half a page
/// ([`PaperError::TooSmall`]); a QR that does not begin with the printed code, or cannot be read from the finished
/// page ([`PaperError::Unproved`]); [`PaperError::Cancelled`]. Each names the sheet's code and area.
pub fn sheets_pdf(
    batch: &[SheetPrint],
    layout: SheetLayout,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Vec<u8>, PaperError> {
    let of = batch.len();
    // Laying out is told as the first half of the work, proving as the second.
    let drawing = drawing(batch, layout, &mut |done, of| progress(done / 2, of))?;
    let bytes = pdf::write(&drawing)?;
    let promises = proof::promises(PaperKind::Sheet, &drawing, own::LEAST_MODULE, &on_pages(batch, layout))?;
    proof::prove(&bytes, PaperKind::Sheet, &promises, &mut |done, _| progress(of / 2 + done.div_ceil(2), of))?;
    Ok(bytes)
}

/// The QR of every sheet, page by page.
fn on_pages(batch: &[SheetPrint], layout: SheetLayout) -> Vec<proof::OnPage> {
    let one = |sheet: &SheetPrint| (sheet.name(), sheet.qr.clone());
    match layout {
        SheetLayout::A4 => batch.iter().map(|sheet| vec![one(sheet)]).collect(),
        SheetLayout::TwoA5 => {
            let (left, right) = batch.split_at(batch.len().div_ceil(2));
            let beside =
                |(n, sheet): (usize, &SheetPrint)| [Some(sheet), right.get(n)].into_iter().flatten().map(one).collect();
            left.iter().enumerate().map(beside).collect()
        }
    }
}

pub(crate) fn drawing(
    batch: &[SheetPrint],
    layout: SheetLayout,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Drawing, PaperError> {
    let mut forms = Forms::default();
    let mut laid = Vec::with_capacity(batch.len());
    let mut typesetter = Typesetter::remembering();
    for (i, sheet) in batch.iter().enumerate() {
        if !progress(i, batch.len()) {
            return Err(PaperError::Cancelled);
        }
        if !sheet.qr.starts_with(&sheet.code.digits()) {
            return Err(Fault::Qr { text: sheet.qr.clone() }.on(PaperKind::Sheet, &sheet.name()));
        }
        let one = forms.lay(sheet, layout, &mut typesetter).map_err(|fault| match (fault, layout) {
            (Fault::Overflow { what }, SheetLayout::TwoA5) => PaperError::TooSmall {
                paper: PaperKind::Sheet,
                place: sheet.name(),
                what,
                instead: "A4, mỗi trang một phiếu",
            },
            (fault, _) => fault.on(PaperKind::Sheet, &sheet.name()),
        })?;
        laid.push(one);
    }
    progress(batch.len(), batch.len());
    let (underlays, pages) = match layout {
        SheetLayout::A4 => forms.whole_pages(laid),
        SheetLayout::TwoA5 => forms.halves(&laid),
    };
    Ok(Drawing { title: title(batch), underlays, pages, ..Drawing::default() })
}

/// A sheet's own items, and the place of its form among [`Forms`].
type Laid = (usize, Vec<Item>);

/// The forms of a batch, each laid out once.
#[derive(Debug, Default)]
struct Forms<'a>(Vec<(&'a SheetPrint, Vec<Item>, form::Places)>);

impl<'a> Forms<'a> {
    fn lay(&mut self, sheet: &'a SheetPrint, layout: SheetLayout, typesetter: &mut Typesetter) -> Result<Laid, Fault> {
        let place = match self.0.iter().position(|(first, ..)| first.shares_form_with(sheet)) {
            Some(place) => place,
            None => {
                let (items, places) = form::form(sheet, layout, typesetter)?;
                self.0.push((sheet, items, places));
                self.0.len() - 1
            }
        };
        Ok((place, own::own(sheet, &self.0[place].2, typesetter)?))
    }

    fn whole_pages(self, laid: Vec<Laid>) -> (Vec<Vec<Item>>, Vec<Page>) {
        let page = |(form, items)| page(SheetLayout::A4, form, items);
        (self.0.into_iter().map(|(_, items, _)| items).collect(), laid.into_iter().map(page).collect())
    }

    /// The first half of the batch on the left, the second on the right, with a line to cut at between.
    fn halves(&self, laid: &[Laid]) -> (Vec<Vec<Item>>, Vec<Page>) {
        let (left, right) = laid.split_at(laid.len().div_ceil(2));
        let (width, height) = SheetLayout::TwoA5.page();
        let half = width / 2.0;
        let moved = |items: &[Item]| items.iter().map(|item| item.moved(half, 0.0)).collect::<Vec<_>>();
        let mut known: Vec<(usize, Option<usize>)> = Vec::new();
        let (mut underlays, mut pages) = (Vec::new(), Vec::new());
        for (i, (form, own)) in left.iter().enumerate() {
            let beside = right.get(i);
            let forms = (*form, beside.map(|(form, _)| *form));
            let under = known.iter().position(|k| *k == forms).unwrap_or_else(|| {
                known.push(forms);
                let mut items = self.0[*form].1.clone();
                items.extend(forms.1.map(|form| moved(&self.0[form].1)).unwrap_or_default());
                items.push(Item::Shape(Shape::Line { from: (half, 0.0), to: (half, height) }, CUT));
                underlays.push(items);
                known.len() - 1
            });
            let mut items = own.clone();
            items.extend(beside.map(|(_, own)| moved(own)).unwrap_or_default());
            pages.push(page(SheetLayout::TwoA5, under, items));
        }
        (underlays, pages)
    }
}

/// A line to cut at.
const CUT: Paint = Paint::Dash(Ink::Black, 0.2, 1.5);

fn page(layout: SheetLayout, underlay: usize, items: Vec<Item>) -> Page {
    let (width, height) = layout.page();
    Page { width, height, underlay: Some(underlay), items }
}

fn title(batch: &[SheetPrint]) -> String {
    batch.first().map_or_else(String::new, |s| format!("Phiếu {} - {}", s.campaign, s.issuer))
}
