//! How a flyer comes to be as large as its size allows: a design is tried from the largest type to the
//! smallest, and refused by the words that do not fit even then.

use domain::printing::FlyerDesign;

use super::FlyerPrint;
use super::look::Look;
use super::size::{Format, Steps};
use super::words::Words;
use crate::engine::block::Paragraph;
use crate::engine::board::Frame;
use crate::engine::page::{Item, Mm, Pt};
use crate::engine::text::Typesetter;
use crate::error::Fault;

/// Everything a design is given.
#[derive(Debug)]
pub(super) struct Brief<'a> {
    pub(super) flyer: &'a FlyerPrint,
    pub(super) design: FlyerDesign,
    pub(super) words: Words,
    pub(super) format: Format,
    pub(super) look: Look,
}

/// One try.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rung {
    pub(super) display: Pt,
    pub(super) steps: Steps,
    /// What is only beautiful may be left out.
    pub(super) art: bool,
    /// Share of the usual size of everything but the largest type.
    pub(super) share: f32,
}

#[derive(Debug)]
pub(super) enum Fit {
    Whole(Vec<Item>),
    /// Too high or too wide, and the words that take most room.
    TooMuch(String),
}

/// A design: the flyer's items in mm from its own top left.
pub(super) type Lay = fn(&Brief<'_>, Rung, &mut Typesetter) -> Result<Fit, Fault>;

/// The largest that fits.
pub(super) fn fitted(brief: &mut Brief<'_>, lay: Lay, typesetter: &mut Typesetter) -> Result<Vec<Item>, Fault> {
    let mut refused = String::new();
    let usual = brief.format;
    let headline = brief.words.headline.clone();
    for rung in rungs(&usual, brief.design) {
        brief.format = usual.scaled(rung.share);
        brief.words.headline = match rung.steps {
            Steps::None => brief.words.without_steps(brief.flyer, brief.design).unwrap_or_else(|| headline.clone()),
            _ => headline.clone(),
        };
        match lay(brief, rung, typesetter)? {
            Fit::TooMuch(what) => refused = what,
            Fit::Whole(mut best) => {
                let plain = brief.format;
                for by in [1.06, 1.12, 1.18, 1.24] {
                    brief.format = plain.scaled(by);
                    match lay(brief, rung, typesetter)? {
                        Fit::Whole(larger) => best = larger,
                        Fit::TooMuch(_) => break,
                    }
                }
                return Ok(best);
            }
        }
    }
    Err(Fault::Overflow { what: refused.replace('\u{a0}', " ") })
}

/// The design of the steps keeps them before it keeps large type; the others their type before their steps.
fn rungs(format: &Format, design: FlyerDesign) -> impl Iterator<Item = Rung> + use<> {
    let Format { display, crowded, steps, .. } = *format;
    let least = steps.last().copied().unwrap_or(Steps::None);
    let keeps = design == FlyerDesign::Steps;
    let wanted = steps.iter().flat_map(move |steps| {
        let small = crowded.iter().filter(move |_| keeps && *steps != least).map(|display| (*display, 0.75));
        let usual = display.iter().map(|display| (*display, 1.0)).chain(small);
        usual.map(|(display, share)| Rung { display, steps: *steps, art: true, share })
    });
    let crowded = [true, false].into_iter().flat_map(|art| crowded.iter().map(move |display| (*display, art)));
    let crowded = crowded.map(move |(display, art)| Rung { display, steps: least, art, share: 0.75 });
    wanted.chain(crowded)
}

/// Part of a flyer, its items from its own top left.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) items: Vec<Item>,
    pub(super) height: Mm,
    /// Named if it is what takes the room.
    pub(super) says: String,
}

/// Blocks from head to foot with equal room between them, the last at the foot.
pub(super) fn arranged(blocks: &[Block], frame: Frame, least: Mm) -> Fit {
    let high: Mm = blocks.iter().map(|b| b.height).sum();
    #[expect(clippy::cast_precision_loss, reason = "a handful of blocks")]
    let gap = (frame.height - high) / blocks.len().saturating_sub(1).max(1) as f32;
    if gap < least {
        let highest = blocks.iter().filter(|b| !b.says.is_empty()).max_by(|a, b| a.height.total_cmp(&b.height));
        return Fit::TooMuch(highest.map_or_else(String::new, |b| b.says.clone()));
    }
    let mut items = Vec::new();
    let mut y = frame.y;
    for block in blocks {
        items.extend(block.items.iter().map(|i| i.moved(frame.x, y)));
        y += block.height + gap;
    }
    Fit::Whole(items)
}

impl Brief<'_> {
    /// Where text may stand.
    pub(super) fn frame(&self) -> Frame {
        let Format { width, height, margin, hole, .. } = self.format;
        let frame = Frame { x: 0.0, y: 0.0, width, height }.inset(margin);
        if hole > margin { Frame { y: hole, height: height - hole - margin, ..frame } } else { frame }
    }

    /// How far boxes and fields stand out beyond the text, so that the text in them is in line with the
    /// text around them.
    pub(super) fn outdent(&self) -> Mm {
        self.format.margin * 0.42
    }

    /// The sides of a field of colour behind text of the whole width: left edge from the text's, and width.
    pub(super) fn field_sides(&self) -> (Mm, Mm) {
        let beyond = if self.look.bleed > 0.0 { self.format.margin + self.look.bleed } else { self.outdent() };
        (-beyond, self.frame().width + 2.0 * beyond)
    }

    /// Corners of a field: none if it runs off the paper.
    pub(super) fn corner(&self) -> Mm {
        if self.look.bleed > 0.0 { 0.0 } else { self.format.margin * 0.3 }
    }
}

/// The words that would be torn in a column of this width.
pub(super) fn torn(paragraphs: &[Paragraph], width: Mm, typesetter: &mut Typesetter) -> Result<Option<String>, Fault> {
    for paragraph in paragraphs {
        if typesetter.tears(std::slice::from_ref(paragraph), width)? {
            return Ok(Some(paragraph.text()));
        }
    }
    Ok(None)
}
