//! Which cells of a workbook no longer say what the program wrote: the pages are made again from the packet and laid
//! beside the file's.
//!
//! Values are compared, not looks, so that a file that Excel or LibreOffice merely saved again is as it was: 5 is 5.0,
//! a date is its serial number, a formula is its stored result.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, DataRef, Reader, SheetVisible, Xlsx};
use domain::date::dmy;
use domain::packet::Packet;

use super::layout::NAME;
use super::read::{Book, NoPacket, guarded, open};
use crate::import::{Epoch, Place};
use crate::report::pages;

/// A cell that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// A whole sheet has no cell: it was added, removed or renamed.
    pub place: Place,
    /// As the program wrote it, and as it is; none is blank.
    pub then: Option<String>,
    pub now: Option<String>,
}

/// The first changed cells, in the order of the pages, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edits {
    pub first: Vec<Edit>,
    pub count: usize,
}

/// Changed cells that are named.
const MOST_NAMED: usize = 20;

/// Stands for who signs: a packet holds no person, so that cell is the file's own.
const SIGNER: &str = "\u{2060}người ký\u{2060}";

/// What differs in the workbook from what its packet gives; nothing if all is as it was made.
///
/// # Errors
/// The workbook cannot be read, or no pages can be made of the packet.
pub fn edits(name: &str, bytes: &[u8], packet: &Packet) -> Result<Edits, NoPacket> {
    let mut report = packet.report.clone();
    report.signer = Some(SIGNER.to_owned());
    guarded(name, || {
        let made = pages(&report).and_then(|mut book| Ok(book.save_to_buffer()?)).map_err(|_| NoPacket::Damaged)?;
        compare(&mut open(name, bytes)?, &made)
    })
}

fn compare(file: &mut Book<'_>, made: &[u8]) -> Result<Edits, NoPacket> {
    let mut made: Book<'_> = Xlsx::new(Cursor::new(made)).map_err(|_| NoPacket::Damaged)?;
    let mut edits = Edits::default();
    for sheet in made.sheet_names() {
        if file.sheet_names().contains(&sheet) {
            sheet_edits(file, &mut made, &sheet, &mut edits)?;
        } else {
            edits.note(Edit { place: whole(&sheet), then: Some(String::new()), now: None });
        }
    }
    let known: BTreeSet<String> = made.sheet_names().into_iter().collect();
    for sheet in file.sheets_metadata() {
        if sheet.visible == SheetVisible::Visible && sheet.name != NAME && !known.contains(&sheet.name) {
            edits.note(Edit { place: whole(&sheet.name), then: None, now: Some(String::new()) });
        }
    }
    Ok(edits)
}

/// A sheet without a cell.
fn whole(sheet: &str) -> Place {
    Place { sheet: Some(sheet.to_owned()), cell: String::new() }
}

impl Edits {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    fn note(&mut self, edit: Edit) {
        self.count += 1;
        if self.first.len() < MOST_NAMED {
            self.first.push(edit);
        }
    }
}

fn sheet_edits(file: &mut Book<'_>, made: &mut Book<'_>, sheet: &str, edits: &mut Edits) -> Result<(), NoPacket> {
    let mut wrote: BTreeMap<(u32, u32), Shown> = BTreeMap::new();
    each_cell(made, sheet, |at, shown| _ = wrote.insert(at, shown))?;
    // The file's own cells are never all held: there may be millions.
    let mut unlike: BTreeMap<(u32, u32), Shown> = BTreeMap::new();
    let mut more = 0;
    let mut seen: BTreeSet<(u32, u32)> = BTreeSet::new();
    each_cell(file, sheet, |at, now| match wrote.get(&at) {
        Some(then) => {
            seen.insert(at);
            if !then.is(&now) {
                unlike.insert(at, now);
            }
        }
        None if unlike.len() < wrote.len() + MOST_NAMED => _ = unlike.insert(at, now),
        None => more += 1,
    })?;
    let gone: Vec<(u32, u32)> = wrote.keys().filter(|at| !seen.contains(at)).copied().collect();
    if !gone.is_empty() {
        let unreckoned = unreckoned(file, made, sheet, &gone)?;
        unlike.extend(gone.into_iter().filter(|at| !unreckoned.contains(at)).map(|at| (at, Shown::Blank)));
    }
    for (at, now) in unlike {
        let then = wrote.get(&at).unwrap_or(&Shown::Blank);
        if !then.is(&now) {
            let day = matches!(then, Shown::Day(_));
            edits.note(Edit { place: place(sheet, at), then: then.words(day), now: now.words(day) });
        }
    }
    edits.count += more;
    Ok(())
}

/// Cells whose formula stands there as it was, without a result: some programs save none, and the next that opens the
/// file reckons it.
fn unreckoned(
    file: &mut Book<'_>,
    made: &mut Book<'_>,
    sheet: &str,
    gone: &[(u32, u32)],
) -> Result<BTreeSet<(u32, u32)>, NoPacket> {
    let wanted: BTreeSet<(u32, u32)> = gone.iter().copied().collect();
    let formulas = |book: &mut Book<'_>| -> Result<BTreeMap<(u32, u32), String>, NoPacket> {
        let mut found = BTreeMap::new();
        let mut reader = book.worksheet_cells_reader(sheet).map_err(|_| NoPacket::Damaged)?;
        while let Some(cell) = reader.next_formula().map_err(|_| NoPacket::Damaged)? {
            if wanted.contains(&cell.get_position()) && !cell.get_value().is_empty() {
                found.insert(cell.get_position(), cell.get_value().clone());
            }
        }
        Ok(found)
    };
    let (then, now) = (formulas(made)?, formulas(file)?);
    Ok(then.into_iter().filter(|(at, formula)| now.get(at) == Some(formula)).map(|(at, _)| at).collect())
}

/// `Bìa`, `B7`.
fn place(sheet: &str, (row, column): (u32, u32)) -> Place {
    let column = u16::try_from(column).unwrap_or(u16::MAX);
    Place { sheet: Some(sheet.to_owned()), cell: rust_xlsxwriter::utility::row_col_to_cell(row, column) }
}

fn each_cell(book: &mut Book<'_>, sheet: &str, mut take: impl FnMut((u32, u32), Shown)) -> Result<(), NoPacket> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(|_| NoPacket::Damaged)?;
    while let Some(cell) = reader.next_cell().map_err(|_| NoPacket::Damaged)? {
        let shown = Shown::of(cell.get_value());
        if shown != Shown::Blank {
            take(cell.get_position(), shown);
        }
    }
    Ok(())
}

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
enum Shown {
    Blank,
    Number(f64),
    /// Serial number of a date.
    Day(f64),
    Text(String),
    Signer,
}

impl Shown {
    fn of(data: &DataRef<'_>) -> Self {
        match data {
            DataRef::SharedString(text) => Self::text(text),
            other => match Data::from(other.clone()) {
                Data::Empty => Self::Blank,
                #[expect(clippy::cast_precision_loss, reason = "a larger number is no count of people")]
                Data::Int(n) => Self::Number(n as f64),
                Data::Float(n) => Self::Number(n),
                Data::DateTime(when) => Self::Day(when.as_f64()),
                Data::Bool(yes) => Self::text(if yes { "TRUE" } else { "FALSE" }),
                Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Self::text(&text),
                Data::Error(error) => Self::text(&error.to_string()),
            },
        }
    }

    /// A result without letters is blank; line ends are a program's own matter.
    fn text(text: &str) -> Self {
        match text {
            "" => Self::Blank,
            SIGNER => Self::Signer,
            text => Self::Text(text.replace("\r\n", "\n").replace('\r', "\n")),
        }
    }

    /// Whether a file's cell says what the program wrote.
    fn is(&self, now: &Self) -> bool {
        match (self, now) {
            (Self::Signer, _) => true,
            (Self::Number(a) | Self::Day(a), Self::Number(b) | Self::Day(b)) => {
                // Programs write 15 digits or more.
                (a - b).abs() <= 1e-9 * a.abs().max(1.0)
            }
            (a, b) => a == b,
        }
    }

    /// As a person reads it; a number beside a date is one.
    fn words(&self, day: bool) -> Option<String> {
        match self {
            Self::Blank => None,
            Self::Day(serial) => Some(day_words(*serial)),
            Self::Number(serial) if day => Some(day_words(*serial)),
            Self::Number(n) => Some(number_words(*n)),
            Self::Text(text) => Some(text.clone()),
            Self::Signer => Some("(người ký)".to_owned()),
        }
    }
}

fn day_words(serial: f64) -> String {
    Epoch::Of1900.day(serial).map_or_else(|| number_words(serial), dmy)
}

/// `0,4215`.
fn number_words(n: f64) -> String {
    let text = format!("{n:.6}");
    text.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}
