//! How a flyer is arranged: blocks from head to foot, as large as the size allows, refused if even the
//! smallest does not fit.

use domain::text::capitalised;

use super::measures::{LEAST, Measures, Steps};
use super::{FlyerPrint, FlyerSize, words};
use crate::engine::block::{Align, Paragraph, Run, Stand, Type};
use crate::engine::board::{Board, Frame};
use crate::engine::page::{Item, Mm, Pt};
use crate::engine::qr::{Mending, QUIET, qr};
use crate::engine::text::Typesetter;
use crate::error::Fault;
use crate::face::Face;

/// One flyer, its items in mm from its own top left.
pub(super) fn flyer(flyer: &FlyerPrint, size: FlyerSize, typesetter: &mut Typesetter) -> Result<Vec<Item>, Fault> {
    let m = Measures::of(size);
    let (width, height) = size.flyer();
    let frame = Frame { x: 0.0, y: 0.0, width, height }.inset(m.margin);
    let wanted = m.steps.iter().flat_map(|steps| m.evening.iter().map(|evening| (*steps, *evening)));
    let least = m.steps.last().copied().unwrap_or(Steps::None);
    for (steps, evening) in wanted.chain(m.crowded.iter().map(|evening| (least, *evening))) {
        if let Some(mut best) = laid(flyer, &m, steps, evening, frame, typesetter)? {
            for by in [1.06, 1.12, 1.18] {
                match laid(flyer, &m.larger(by), steps, evening, frame, typesetter)? {
                    Some(larger) => best = larger,
                    None => break,
                }
            }
            return Ok(best);
        }
    }
    Err(Fault::Overflow { what: words::evenings(flyer).replace('\u{a0}', " ") })
}

/// The flyer with these sizes, or `None` if it does not fit so.
fn laid(
    flyer: &FlyerPrint,
    m: &Measures,
    steps: Steps,
    evening: Pt,
    frame: Frame,
    typesetter: &mut Typesetter,
) -> Result<Option<Vec<Item>>, Fault> {
    let large = |text: String| Paragraph::new(text, bold(evening), Stand::PLAIN);
    let room = evening_room(frame.width, m);
    // Hours on one line, and no date, no weekday and no word of the headline torn.
    let hours = typesetter.set(&large(words::hours(flyer)), room)?.len();
    let headline = Paragraph::new(words::headline(flyer), bold(Measures::headline(evening)), Stand::PLAIN);
    if hours > 1
        || typesetter.tears(&[large(words::evenings(flyer))], room)?
        || typesetter.tears(&[headline], frame.width)?
    {
        return Ok(None);
    }
    let mut blocks = Vec::new();
    for part in parts(flyer, steps, evening) {
        blocks.push(part.block(frame.width, m, typesetter)?);
    }
    Ok(arranged(&blocks, frame, m.gap))
}

/// A block at `(0, 0)` and how high it is.
type Laid = (Vec<Item>, Mm);

/// Blocks from head to foot with equal room between them, the last at the foot; `None` if they are too high.
fn arranged(blocks: &[Laid], frame: Frame, least: Mm) -> Option<Vec<Item>> {
    let high: Mm = blocks.iter().map(|(_, height)| height).sum();
    #[expect(clippy::cast_precision_loss, reason = "a handful of blocks")]
    let gap = (frame.height - high) / blocks.len().saturating_sub(1).max(1) as f32;
    if gap < least {
        return None;
    }
    let mut items = Vec::new();
    let mut y = frame.y;
    for (block, height) in blocks {
        items.extend(block.iter().map(|i| i.moved(frame.x, y)));
        y += height + gap;
    }
    Some(items)
}

/// The blocks of a flyer, in order.
enum Part {
    /// Imprint and headline, and that figures are invented.
    Head {
        illustration: Option<String>,
        issuer: String,
        headline: String,
        size: Pt,
    },
    Evening {
        area: String,
        days: String,
        hours: String,
        size: Pt,
    },
    Steps(Vec<String>),
    Scan {
        link: String,
        words: String,
        contact: Option<String>,
    },
    Contact(String),
    Warning,
}

fn parts(flyer: &FlyerPrint, steps: Steps, size: Pt) -> Vec<Part> {
    let mut parts = vec![
        Part::Head {
            illustration: flyer.illustration.as_deref().map(capitalised),
            issuer: flyer.issuer.to_uppercase(),
            headline: words::headline(flyer),
            size: Measures::headline(size),
        },
        Part::Evening { area: flyer.area.clone(), days: words::evenings(flyer), hours: words::hours(flyer), size },
    ];
    if steps != Steps::None {
        parts.push(Part::Steps(words::steps(flyer, steps == Steps::All)));
    }
    match (&flyer.link, &flyer.contact_line) {
        (Some(link), contact) => {
            parts.push(Part::Scan { link: link.clone(), words: words::scan(flyer), contact: contact.clone() });
        }
        (None, Some(contact)) => parts.push(Part::Contact(contact.clone())),
        (None, None) => {}
    }
    parts.push(Part::Warning);
    parts
}

const fn bold(size: Pt) -> Type {
    Type::new(Face::SansSemiBold, size)
}

const fn plain(size: Pt) -> Type {
    Type::new(Face::Sans, size)
}

fn two(first: (&str, Type), second: (&str, Type), stand: Stand) -> Paragraph {
    let run = |(text, set_in): (&str, Type)| Run { text: text.to_owned(), set_in };
    Paragraph::mixed(vec![run(first), run(second)], stand)
}

impl Part {
    fn block(&self, width: Mm, m: &Measures, typesetter: &mut Typesetter) -> Result<Laid, Fault> {
        let mut board = Board::new(typesetter);
        let height = match self {
            Self::Head { illustration, issuer, headline, size } => {
                let headline = Paragraph::new(headline, bold(*size), HEADLINE_STAND);
                head(&mut board, width, m, illustration.as_deref(), issuer, headline)
            }
            Self::Evening { area, days, hours, size } => {
                let stand = Stand { spacing: 0.95, balanced: true, ..Stand::PLAIN };
                let paragraphs = [
                    Paragraph::new(area, bold(m.area).white(), Stand::PLAIN),
                    Paragraph::new(days, bold(*size).white(), stand),
                    Paragraph::new(hours, bold(*size).white(), stand),
                ];
                boxed(&mut board, width, &paragraphs, m, true)
            }
            Self::Steps(steps) => numbered(&mut board, width, m, steps),
            Self::Scan { link, words, contact } => scan(&mut board, width, m, link, words, contact.as_deref()),
            Self::Contact(contact) => {
                let words = [two((words::QUESTIONS, bold(m.body)), (contact, plain(m.body)), Stand::PLAIN)];
                board.text((0.0, 0.0), width, &words)
            }
            Self::Warning => {
                let stand = Stand { spacing: 0.95, ..Stand::PLAIN };
                let words = [two((words::BEWARE, bold(m.warning)), (&words::scam(), plain(m.warning)), stand)];
                boxed(&mut board, width, &words, m, false)
            }
        }?;
        Ok((board.items, height))
    }
}

const HEADLINE_STAND: Stand = Stand { spacing: 0.93, balanced: true, ..Stand::PLAIN };

fn head(
    board: &mut Board<'_>,
    width: Mm,
    m: &Measures,
    illustration: Option<&str>,
    issuer: &str,
    mut headline: Paragraph,
) -> Result<Mm, Fault> {
    let mut y = 0.0;
    if let Some(words) = illustration {
        let stand = Stand { spacing: 0.95, balanced: true, ..Stand::CENTRED };
        let words = [Paragraph::new(words, bold(LEAST), stand)];
        let height = board.height(width - 4.0, &words)? + 1.6;
        board.outlined(Frame { x: 0.0, y: 0.0, width, height }, 0.0, 0.3);
        board.text((2.0, 0.8), width - 4.0, &words)?;
        y = height + 1.6;
    }
    headline.stand.before = m.gap / 3.0;
    let paragraphs = [Paragraph::new(issuer, plain(m.imprint), Stand::PLAIN), headline];
    Ok(y + board.text((0.0, y), width, &paragraphs)?)
}

/// Width of the text in the black box.
fn evening_room(width: Mm, m: &Measures) -> Mm {
    width - 2.0 * SIDE * m.margin
}

/// Room at the sides of a box, as a share of the margin.
const SIDE: f32 = 0.4;

/// Text in a box with round corners, black or outlined.
fn boxed(board: &mut Board<'_>, width: Mm, text: &[Paragraph], m: &Measures, black: bool) -> Result<Mm, Fault> {
    let (side, above) = (m.margin * SIDE, m.margin * if black { 0.24 } else { 0.16 });
    let height = board.height(width - 2.0 * side, text)? + 2.0 * above;
    let frame = Frame { x: 0.0, y: 0.0, width, height };
    if black {
        board.filled(frame, m.margin * 0.3);
    } else {
        board.outlined(frame.inset(0.3), m.margin * 0.25, 0.6);
    }
    board.text((side, above), width - 2.0 * side, text)?;
    Ok(height)
}

fn numbered(board: &mut Board<'_>, width: Mm, m: &Measures, steps: &[String]) -> Result<Mm, Fault> {
    let ring = m.body * 0.62;
    let left = ring + m.body * 0.25;
    let mut y = 0.0;
    for (step, n) in steps.iter().zip(1..) {
        let stand = Stand { spacing: 0.95, balanced: true, ..Stand::PLAIN };
        let text = [Paragraph::new(step, plain(m.body), stand)];
        let height = board.height(width - left, &text)?.max(ring);
        let frame = Frame { x: 0.0, y: y + (height - ring) / 2.0, width: ring, height: ring };
        board.outlined(frame.inset(0.25), ring / 2.0 - 0.25, 0.5);
        board.label(frame, &format!("{n}"), bold(m.body.min(ring / 0.5)), Align::Centre)?;
        board.framed(Frame { x: left, y, width: width - left, height }, &text)?;
        y += height + m.step_gap;
    }
    Ok(y - m.step_gap)
}

/// The QR with its quiet zone in a frame; beside it what it is for, its link in text, and whom to ask.
fn scan(
    board: &mut Board<'_>,
    width: Mm,
    m: &Measures,
    link: &str,
    words: &str,
    contact: Option<&str>,
) -> Result<Mm, Fault> {
    /// What a phone still reads from paper held in the hand.
    const LEAST_MODULE: Mm = 0.5;
    /// Thickness of the frame.
    const FRAME: Mm = 0.4;
    let bare = qr(link, Mending::Medium, (0.0, 0.0), m.qr, LEAST_MODULE)?;
    #[expect(clippy::cast_precision_loss, reason = "four modules")]
    let quiet = bare.module * QUIET as f32;
    // The frame stands outside the quiet zone.
    let edge = quiet + FRAME;
    let side = m.qr + 2.0 * edge;
    let frame = Frame { x: 0.0, y: 0.0, width: side, height: side };
    board.outlined(frame.inset(FRAME / 2.0), 0.0, FRAME);
    board.items.push(Item::Qr(bare).moved(edge, edge));
    let mut text = vec![
        Paragraph::new(words, bold(m.body), Stand::PLAIN),
        Paragraph::new(link, plain(m.body.min(18.0)), Stand::PLAIN),
    ];
    if let Some(contact) = contact {
        let stand = Stand { before: m.gap * 0.6, ..Stand::PLAIN };
        text.push(two((words::QUESTIONS, bold(m.body.min(18.0))), (contact, plain(m.body.min(18.0))), stand));
    }
    let left = side + m.margin * 0.4;
    let height = board.height(width - left, &text)?.max(side);
    board.framed(Frame { x: left, y: 0.0, width: width - left, height }, &text)?;
    Ok(height)
}
