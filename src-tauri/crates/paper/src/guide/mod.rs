//! The guide on paper: the chapters that the window shows, with their pictures, on a dozen pages to be handed out.

mod key;

use std::collections::BTreeMap;

use domain::guide::{GuideBlock, GuideKind, GuideRun, GuideText};

use crate::engine::block::{
    Align, Band, Block, Cell, Float, Margins, PageNumber, Paragraph, Picture, Row, Rules, Run, Section, Side, Stand,
    Table, Track, Type,
};
use crate::engine::page::{Drawing, Ink, Mm};
use crate::engine::picture::Image;
use crate::engine::text::Typesetter;
use crate::engine::{flow, pdf};
use crate::error::{Fault, PaperError, PaperKind};
use crate::face::Face;

#[cfg(test)]
mod tests;

/// The guide, to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuidePrint {
    /// Of the program: `0.1.0`.
    pub version: String,
    pub chapters: Vec<GuideText>,
    /// PNG or JPEG files by the names that the chapters call them.
    pub pictures: BTreeMap<String, Vec<u8>>,
}

const WIDTH: Mm = 210.0;
const HEIGHT: Mm = 297.0;
const MARGINS: Margins = Margins { top: 15.0, bottom: 12.0, left: 18.0, right: 15.0 };
const MEASURE: Mm = WIDTH - MARGINS.left - MARGINS.right;
/// As the window's buttons are, and dark enough for a copier.
const JADE: Ink = Ink::Colour(0x0e, 0x6a, 0x5b);
const AMBER: Ink = Ink::Colour(0x8d, 0x51, 0x07);
const MUTE: Ink = Ink::Colour(0x5c, 0x66, 0x6a);
const BODY: Type = Type::new(Face::Sans, 10.0);
const STRONG: Type = Type::new(Face::SansSemiBold, 10.0);
const SMALL: Type = Type { ink: MUTE, ..Type::new(Face::Sans, 8.5) };
const TITLE: Type = Type { ink: JADE, ..Type::new(Face::SansSemiBold, 25.0) };
const CHAPTER: Type = Type { ink: JADE, ..Type::new(Face::SansSemiBold, 15.0) };
const HEADING: Type = Type::new(Face::SansSemiBold, 11.0);
const NUMBER: Type = Type { ink: JADE, ..STRONG };
const NOTE: Type = Type { ink: AMBER, ..STRONG };
const TEXT: Stand = Stand { after: 1.1, ..Stand::PLAIN };
/// How far steps stand in; their numbers hang before it.
const HANGS: Mm = 5.0;
/// The part of the window beside its side bar fills the measure; its letters, 14 pixels, are read at 6 points.
const PIXEL: Mm = MEASURE / 1154.0;
/// A picture up to this width has the words beside it.
const BESIDE: Mm = 100.0;
const GAP: Mm = 5.0;

const NAME: &str = "Hướng dẫn sử dụng Từng Ngõ";

/// A4; the chapters are its bookmarks and stand with their pages at its head.
///
/// # Errors
/// A character without a glyph, a picture that is not there or cannot be read.
pub fn guide_pdf(print: &GuidePrint) -> Result<Vec<u8>, PaperError> {
    let mut typesetter = Typesetter::new();
    let on = |fault: Fault| fault.on(PaperKind::Guide, "");
    // Where chapters begin is known once they are laid out; a page's number takes the same room as none.
    let blank = section(print, &[], &mut typesetter).map_err(on)?;
    let laid = flow::drawing(NAME.to_owned(), &[blank], &mut typesetter).map_err(on)?;
    let pages: Vec<usize> = laid.bookmarks.iter().filter(|b| b.level == 1).map(|b| b.page + 1).collect();
    let told = section(print, &pages, &mut typesetter).map_err(on)?;
    let mut drawing: Drawing = flow::drawing(NAME.to_owned(), &[told], &mut typesetter).map_err(on)?;
    for page in &mut drawing.pages {
        key::put_caps(page, &KEY);
        key::frame_pictures(page);
    }
    pdf::write(&drawing)
}

/// Keys stand in frames, by which the type of their letters is known.
const KEY: Type = Type { ink: Ink::Colour(0x3c, 0x46, 0x4a), ..Type::new(Face::SansSemiBold, 8.6) };

/// Room at both sides of a key for its frame.
const PAD: Type = Type::new(Face::Sans, 5.5);

fn section(print: &GuidePrint, pages: &[usize], typesetter: &mut Typesetter) -> Result<Section, Fault> {
    let mut blocks = vec![
        words(NAME, TITLE, Stand { after: 0.5, ..Stand::PLAIN }),
        words(
            &format!(
                "Phiên bản {}. Trong cửa sổ chương trình, bấm F1 để mở phần nói về màn hình đang xem.",
                print.version
            ),
            BODY,
            Stand::PLAIN,
        ),
        words(
            "Hình chụp từ bộ mẫu đi kèm chương trình; mọi số liệu trong hình là minh họa, không phải số liệu thật.",
            BODY,
            Stand { after: 3.0, ..Stand::PLAIN },
        ),
        Block::Table(contents(&print.chapters, pages)),
    ];
    for (chapter, n) in print.chapters.iter().zip(1..) {
        // A table of nothing ends what stood beside the picture above.
        blocks.push(Block::Table(table(Vec::new(), Vec::new())));
        let title =
            Paragraph::new(format!("{n}. {}", chapter.title), CHAPTER, Stand { before: 5.5, after: 1.2, ..TEXT });
        blocks.push(title.heading(1).into());
        for (i, block) in chapter.blocks.iter().enumerate() {
            let leads = matches!(chapter.blocks.get(i + 1), Some(GuideBlock::Picture { .. }));
            put(block, leads, print, typesetter, &mut blocks)?;
        }
    }
    let foot = format!("{NAME} {}. Số liệu trong hình là minh họa.", print.version);
    let foot = words(&foot, SMALL, Stand { before: 3.0, ..Stand::CENTRED });
    Ok(Section {
        number: Some(PageNumber { set_in: SMALL }),
        foot: Band::on_every_page(vec![foot]),
        ..Section::of(WIDTH, HEIGHT, MARGINS, blocks)
    })
}

/// Chapters and their pages in two columns, read downwards.
fn contents(chapters: &[GuideText], pages: &[usize]) -> Table {
    const PAGE: Mm = 10.0;
    const BETWEEN: Mm = 12.0;
    let name = (MEASURE - BETWEEN) / 2.0 - PAGE;
    let half = chapters.len().div_ceil(2);
    let cells = |n: usize| -> [Cell; 2] {
        let title = chapters.get(n).map_or_else(String::new, |c| format!("{}. {}", n + 1, c.title));
        let page = pages.get(n).map_or_else(String::new, ToString::to_string);
        [Cell::words(title, BODY), Cell::words(page, BODY)]
    };
    let rows = (0..half).map(|n| {
        let ([left, left_page], [right, right_page]) = (cells(n), cells(half + n));
        vec![left, left_page, Cell::words("", BODY), right, right_page]
    });
    let track = |width| Track::new(width, Align::Left);
    let page = Track::new(PAGE, Align::Right);
    table(vec![track(name), page, track(BETWEEN), track(name), page], rows.collect())
}

fn table(tracks: Vec<Track>, rows: Vec<Row>) -> Table {
    Table { tracks, header: Vec::new(), rows, before: 0.0, rules: Rules::None, padding: (0.0, 0.5) }
}

fn words(text: &str, set_in: Type, stand: Stand) -> Block {
    Block::Paragraph(Paragraph::new(text, set_in, stand))
}

/// `leads`: a picture follows, and a page does not end between the two.
fn put(
    block: &GuideBlock,
    leads: bool,
    print: &GuidePrint,
    typesetter: &mut Typesetter,
    blocks: &mut Vec<Block>,
) -> Result<(), Fault> {
    match block {
        GuideBlock::Heading { words } => {
            let heading = Paragraph::new(words.clone(), HEADING, Stand { before: 2.0, after: 0.8, ..TEXT });
            blocks.push(heading.heading(2).into());
        }
        GuideBlock::Paragraph { runs } => {
            blocks.push(Paragraph::mixed(set(runs), Stand { keep_with_next: leads, ..TEXT }).into());
        }
        GuideBlock::Steps { steps } => {
            for (runs, n) in steps.iter().zip(1..) {
                blocks.push(hung(&format!("{n}. "), runs, typesetter)?);
            }
        }
        GuideBlock::Points { points } => {
            for runs in points {
                blocks.push(hung("•  ", runs, typesetter)?);
            }
        }
        GuideBlock::Note { runs } => {
            let mut all = vec![Run { text: "Nên biết: ".to_owned(), set_in: NOTE }];
            all.extend(set(runs));
            blocks.push(Paragraph::mixed(all, Stand { left: HANGS, before: 0.8, after: 1.8, ..Stand::PLAIN }).into());
        }
        GuideBlock::Picture { name, .. } => picture(name, print, blocks)?,
    }
    Ok(())
}

/// A step or a point: its mark stands before the edge that all its lines begin at.
fn hung(mark: &str, runs: &[GuideRun], typesetter: &mut Typesetter) -> Result<Block, Fault> {
    // A space counts only before something.
    let mut width = |text: &str| -> Result<Mm, Fault> {
        let lines = typesetter.set(&Paragraph::new(text, NUMBER, Stand::PLAIN), MEASURE)?;
        Ok(lines.first().map_or(0.0, |line| line.width()))
    };
    let first_line = width("0")? - width(&format!("{mark}0"))?;
    let mut all = vec![Run { text: mark.to_owned(), set_in: NUMBER }];
    all.extend(set(runs));
    Ok(Paragraph::mixed(all, Stand { left: HANGS, first_line, after: 0.7, ..Stand::PLAIN }).into())
}

fn set(runs: &[GuideRun]) -> Vec<Run> {
    let pad = || Run { text: "\u{a0}".to_owned(), set_in: PAD };
    let run = |run: &GuideRun| match run.set {
        GuideKind::Plain => vec![Run { text: run.text.clone(), set_in: BODY }],
        GuideKind::Name => vec![Run { text: run.text.clone(), set_in: STRONG }],
        // One key is never torn in two.
        GuideKind::Key => vec![pad(), Run { text: run.text.replace(' ', "\u{a0}"), set_in: KEY }, pad()],
    };
    runs.iter().flat_map(run).collect()
}

/// At one scale, so that letters are as large in each: narrow ones with the words beside them, wide ones across. What
/// they show the words around them say.
fn picture(name: &str, print: &GuidePrint, blocks: &mut Vec<Block>) -> Result<(), Fault> {
    let file = print.pictures.get(name).ok_or_else(|| Fault::Output(format!("no picture is called {name:?}")))?;
    let image = Image::read(file)?;
    #[expect(clippy::cast_precision_loss, reason = "a picture is a few thousand pixels wide")]
    let width = (image.pixels().width as f32 * PIXEL).min(MEASURE);
    let picture = Picture::Image(image);
    if width <= BESIDE {
        blocks.push(Block::Float(Float { picture, side: Side::Right, width, gap: GAP }));
        return Ok(());
    }
    blocks.push(Block::Float(Float { picture, side: Side::Left, width, gap: 0.0 }));
    // A table stands below a picture, a paragraph beside it.
    let room = Table {
        padding: (0.0, 1.0),
        ..table(vec![Track::new(MEASURE, Align::Left)], vec![vec![Cell::words("", SMALL)]])
    };
    blocks.push(Block::Table(room));
    Ok(())
}
