//! Team cards (thẻ tổ): what a team takes along on its evening, for the hand: where and when, who leads, who goes
//! with whom, which sheets it was given, what to bring, how to behave, whom to ask. Never a person's phone.

mod design;
#[cfg(test)]
mod tests;
mod words;

use domain::{NaiveDate, NaiveTime};

use crate::engine::page::{Drawing, Ink, Item, Mm, Page, Paint, Shape};
use crate::engine::pdf;
use crate::engine::text::Typesetter;
use crate::error::{Fault, PaperError, PaperKind};

/// The finished size. Cards stand several to an A4 page, with lines to cut at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum CardSize {
    /// Two on an A4 page lying.
    #[default]
    A5,
    /// Four on an A4 page: for the pocket.
    A6,
}

/// Who leads a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardHead {
    /// `Tổ trưởng tổ dân phố`.
    pub title: String,
    /// None leaves room to write.
    pub name: Option<String>,
}

/// Somebody on the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardMember {
    pub name: String,
    /// Whoever has the same number goes together.
    pub pair: Option<u32>,
}

/// A force's people in the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardForce {
    /// `Đoàn viên thanh niên`.
    pub name: String,
    /// How many go; a card without names says that alone.
    pub count: usize,
    /// Empty on a card without names.
    pub members: Vec<CardMember>,
}

/// Everything on one team's card for one evening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamCardPrint {
    /// As in running text: `UBND phường Hà Cầu`.
    pub issuer: String,
    /// The campaign's short name.
    pub campaign: String,
    pub team: String,
    /// The area with its kind: `Tổ dân phố Hà Trì 1`.
    pub area: String,
    pub on: NaiveDate,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    pub head: CardHead,
    pub forces: Vec<CardForce>,
    /// The sheets handed out, each as it is named: `482-1937 (1/5)`.
    pub sheets: Vec<String>,
    /// Where and to whom sheets go back.
    pub return_to: Option<String>,
    /// The office's own line, never a person's phone.
    pub contact_line: Option<String>,
    /// Said on each card when the figures are invented.
    pub illustration: Option<String>,
}

impl TeamCardPrint {
    /// The card as an error names it.
    fn name(&self) -> String {
        format!("{}, {}", self.team, domain::date::dmy(self.on))
    }
}

/// Cards in the order given, side by side and row by row.
///
/// # Errors
/// A character without a glyph; more people, sheets or words than the size holds ([`PaperError::TooSmall`] where a
/// larger one may); [`PaperError::Cancelled`]. Each names team and day.
pub fn team_cards_pdf(
    batch: &[TeamCardPrint],
    size: CardSize,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Vec<u8>, PaperError> {
    pdf::write(&drawing(batch, size, progress)?)
}

pub(crate) fn drawing(
    batch: &[TeamCardPrint],
    size: CardSize,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Drawing, PaperError> {
    let mut typesetter = Typesetter::remembering();
    let mut cards = Vec::with_capacity(batch.len());
    for (n, card) in batch.iter().enumerate() {
        if !progress(n, batch.len()) {
            return Err(PaperError::Cancelled);
        }
        let items = design::card(card, size, &mut typesetter).map_err(|fault| match (fault, size) {
            (Fault::Overflow { what }, CardSize::A6) => PaperError::TooSmall {
                paper: PaperKind::TeamCard,
                place: card.name(),
                what,
                instead: "A5, hai thẻ một trang",
            },
            (fault, _) => fault.on(PaperKind::TeamCard, &card.name()),
        })?;
        cards.push(items);
    }
    progress(batch.len(), batch.len());
    let (width, height, across, down) = size.page();
    let pages = cards.chunks(usize::from(across * down)).map(|cards| {
        let mut items: Vec<Item> = Vec::new();
        for (card, place) in cards.iter().zip(0u8..) {
            let (column, row) = (f32::from(place % across), f32::from(place / across));
            let (x, y) = (column * width / f32::from(across), row * height / f32::from(down));
            items.extend(card.iter().map(|item| item.moved(x, y)));
        }
        let middle = (width / 2.0, height / 2.0);
        items.push(cut((middle.0, 0.0), (middle.0, height)));
        if down > 1 {
            items.push(cut((0.0, middle.1), (width, middle.1)));
        }
        Page { width, height, items, ..Page::default() }
    });
    let title = batch.first().map_or_else(String::new, |c| format!("Thẻ tổ {} - {}", c.campaign, c.issuer));
    Ok(Drawing { title, pages: pages.collect(), ..Drawing::default() })
}

/// A line to cut at.
fn cut(from: (Mm, Mm), to: (Mm, Mm)) -> Item {
    Item::Shape(Shape::Line { from, to }, Paint::Dash(Ink::Black, 0.2, 1.5))
}

impl CardSize {
    /// Width and height of the A4 page, and how many cards stand across and down.
    fn page(self) -> (Mm, Mm, u8, u8) {
        match self {
            Self::A5 => (297.0, 210.0, 2, 1),
            Self::A6 => (210.0, 297.0, 2, 2),
        }
    }

    /// Width and height of one card.
    fn card(self) -> (Mm, Mm) {
        let (width, height, across, down) = self.page();
        (width / f32::from(across), height / f32::from(down))
    }
}
