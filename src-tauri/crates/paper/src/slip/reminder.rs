//! The slip that asks for sheets (giấy nhắc nộp phiếu).

use domain::reminder::{Reminder, ReminderLine};

use super::{BODY, SMALL, STRONG, TITLE, illustration};
use crate::engine::block::{
    Align, Band, Block, Cell, Column, Columns, Margins, Paragraph, Rules, Run, Section, Stand, Table, Type,
};
use crate::engine::page::{Drawing, Mm};
use crate::engine::text::Typesetter;
use crate::engine::{flow, pdf};
use crate::error::{PaperError, PaperKind};

const WIDTH: Mm = 148.0;
const HEIGHT: Mm = 210.0;
const MARGINS: Margins = Margins { top: 12.0, bottom: 11.0, left: 13.0, right: 13.0 };
const WORDS: Type = Type { size: 11.0, ..BODY };
const CELL: Type = Type { size: 10.0, ..BODY };
const CELL_STRONG: Type = Type { size: 10.0, ..STRONG };
/// A row does not go on over the foot of a page, and so many codes, each on a line of its own, fill half of one.
const MOST_IN_A_ROW: usize = 20;
const MEASURE: Mm = WIDTH - MARGINS.left - MARGINS.right;

/// Slips in the order given, a page or more for each.
///
/// # Errors
/// A character without a glyph; words too long for their place; [`PaperError::Cancelled`].
pub fn chase_slips_pdf(
    reminders: &[Reminder],
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Vec<u8>, PaperError> {
    pdf::write(&drawing(reminders, progress)?)
}

pub(super) fn drawing(
    reminders: &[Reminder],
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Drawing, PaperError> {
    let mut typesetter = Typesetter::new();
    let mut drawing = Drawing { title: "Giấy nhắc nộp phiếu".to_owned(), ..Drawing::default() };
    for (reminder, n) in reminders.iter().zip(0..) {
        if !progress(n, reminders.len()) {
            return Err(PaperError::Cancelled);
        }
        let pages = flow::pages(&section(reminder), &mut typesetter);
        drawing.pages.extend(pages.map_err(|fault| fault.on(PaperKind::Reminder, &reminder.to))?);
    }
    progress(reminders.len(), reminders.len());
    Ok(drawing)
}

fn section(reminder: &Reminder) -> Section {
    let words = |text: String, stand: Stand| Block::Paragraph(Paragraph::new(text, WORDS, stand));
    let spaced = Stand { align: Align::Left, after: 1.8, ..Stand::PLAIN };
    let mut blocks = vec![
        Block::Paragraph(Paragraph::new(reminder.issuer.to_uppercase(), SMALL, Stand::PLAIN)),
        Block::Paragraph(Paragraph::new(
            "GIẤY NHẮC NỘP PHIẾU",
            TITLE,
            Stand { before: 4.0, after: 3.0, ..Stand::CENTRED },
        )),
        Block::Paragraph(Paragraph::mixed(
            vec![
                Run { text: "Kính gửi: ".to_owned(), set_in: WORDS },
                Run { text: reminder.to.clone(), set_in: Type { size: WORDS.size, ..STRONG } },
            ],
            spaced,
        )),
        words(reminder.thanks(), spaced),
        Block::Table(table(&reminder.lines)),
    ];
    let [ask, otherwise] = reminder.asking();
    blocks.push(words(ask, Stand { before: 3.0, ..spaced }));
    blocks.push(words(otherwise, spaced));
    if let Some(line) = &reminder.contact_line {
        blocks.push(words(format!("Liên hệ: {line}."), spaced));
    }
    blocks.push(words("Trân trọng cảm ơn.".to_owned(), Stand { keep_with_next: true, ..spaced }));
    blocks.push(Block::Columns(signatures()));
    Section {
        head: Band::on_every_page(
            illustration(reminder.illustration.as_deref()).map(Block::from).into_iter().collect(),
        ),
        ..Section::of(WIDTH, HEIGHT, MARGINS, blocks)
    }
}

/// Evening and area, what is missing of it, and for how long.
fn table(lines: &[ReminderLine]) -> Table {
    let (first, last) = (40.0, 26.0);
    let head = |text: &str| Cell::from(Paragraph::new(text, CELL_STRONG, Stand::CENTRED));
    Table {
        tracks: Table::tracks(&[first, MEASURE - first - last, last]),
        header: vec![vec![head("Buổi, địa bàn"), head("Phiếu chưa về"), head("Đến nay")]],
        rows: lines.iter().flat_map(in_rows).map(|line| row(&line).to_vec()).collect(),
        before: 1.0,
        rules: Rules::All(0.25),
        padding: (1.6, 1.2),
    }
}

/// An evening on one row, or on several where many of its sheets are missing; the summary stands on the last.
fn in_rows(line: &ReminderLine) -> Vec<ReminderLine> {
    let mut rows: Vec<ReminderLine> = line
        .sheets
        .chunks(MOST_IN_A_ROW)
        .map(|sheets| ReminderLine { sheets: sheets.to_vec(), summary: None, ..line.clone() })
        .collect();
    match rows.last_mut() {
        Some(last) => last.summary.clone_from(&line.summary),
        None => rows.push(line.clone()),
    }
    rows
}

fn row(line: &ReminderLine) -> [Cell; 3] {
    let plain = |text: String| Paragraph::new(text, CELL, Stand::PLAIN);
    [
        vec![plain(line.day()), Paragraph::new(line.area.clone(), CELL_STRONG, Stand::PLAIN)].into(),
        line.what().into_iter().map(plain).collect::<Vec<_>>().into(),
        Paragraph::new(line.age_words().to_lowercase(), CELL, Stand::CENTRED).into(),
    ]
}

fn signatures() -> Columns {
    let column = |who: &str| Column {
        width: MEASURE / 2.0,
        paragraphs: vec![
            Paragraph::new(who, STRONG, Stand::CENTRED),
            Paragraph::new("(ký, ghi rõ họ tên)", SMALL, Stand { after: 13.0, ..Stand::CENTRED }),
        ],
        runs_on: false,
    };
    Columns {
        columns: vec![column("Người nhận giấy"), column("Người đôn đốc")], before: 3.0, holds_back: 1
    }
}
