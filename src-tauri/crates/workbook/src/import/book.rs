//! Sheets of a workbook as grids. Cells are taken one by one where the library allows it, so that a cell
//! in the last row of an otherwise empty sheet does not cost a rectangle of memory.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef, Dimensions, ExcelDateTime, Ods, Range, Reader, SheetVisible, Xls, Xlsb, Xlsx};

use super::grid::{Epoch, Grid, Merge, Row, Value};
use super::problem::{Problem, ProblemCode};
use super::unpack::Kind;
use super::{MOST_COLUMNS, MOST_ROWS};

type Bytes<'a> = Cursor<&'a [u8]>;

/// Every visible sheet that has a cell.
pub(crate) fn sheets(bytes: &[u8], kind: Kind, name: &str) -> Result<Vec<Grid>, Problem> {
    let damaged = || Problem::of(ProblemCode::DamagedWorkbook).with("file", name);
    // The readers are other people's code on other people's files: a panic in there is a damaged file.
    let read = catch_unwind(AssertUnwindSafe(|| match kind {
        Kind::Xlsx => xlsx(bytes),
        Kind::Xls => xls(bytes),
        Kind::Xlsb => xlsb(bytes),
        Kind::Ods | Kind::Text => ods(bytes),
    }));
    match read {
        Ok(Ok(grids)) => Ok(grids.into_iter().filter(|g| !g.is_blank()).collect()),
        Ok(Err(Trouble::Refused(problem))) => Err(problem.with("file", name)),
        Ok(Err(Trouble::Damaged)) | Err(_) => Err(damaged()),
    }
}

/// Why a sheet cannot be read.
enum Trouble {
    Refused(Problem),
    Damaged,
}

impl From<Problem> for Trouble {
    fn from(problem: Problem) -> Self {
        Self::Refused(problem)
    }
}

fn encrypted() -> Trouble {
    Trouble::Refused(Problem::of(ProblemCode::Encrypted))
}

fn xlsx(bytes: &[u8]) -> Result<Vec<Grid>, Trouble> {
    let mut book: Xlsx<Bytes<'_>> = Xlsx::new(Cursor::new(bytes)).map_err(|e| match e {
        calamine::XlsxError::Password => encrypted(),
        _ => Trouble::Damaged,
    })?;
    let epoch = if book.has_1904_epoch() { Epoch::Of1904 } else { Epoch::Of1900 };
    let mut grids = Vec::new();
    for name in visible(&book) {
        let merges = book.merge_cells_by_sheet_name(&name).map_err(|_| Trouble::Damaged)?;
        let mut sheet = Sheet::default();
        let mut cells = book.worksheet_cells_reader(&name).map_err(|_| Trouble::Damaged)?;
        while let Some(cell) = cells.next_cell().map_err(|_| Trouble::Damaged)? {
            sheet.put(cell.get_position(), value_ref(cell.get_value(), epoch))?;
        }
        grids.push(sheet.grid(name, epoch, &merges)?);
    }
    Ok(grids)
}

fn xls(bytes: &[u8]) -> Result<Vec<Grid>, Trouble> {
    let mut book: Xls<Bytes<'_>> = Xls::new(Cursor::new(bytes)).map_err(|e| match e {
        calamine::XlsError::Password => encrypted(),
        _ => Trouble::Damaged,
    })?;
    let epoch = if book.has_1904_epoch() { Epoch::Of1904 } else { Epoch::Of1900 };
    let mut grids = Vec::new();
    for name in visible(&book) {
        let merges = book.merge_cells_by_sheet_name(&name).map_err(|_| Trouble::Damaged)?;
        let range = book.worksheet_range(&name).map_err(|_| Trouble::Damaged)?;
        grids.push(of_range(&range, epoch)?.grid(name, epoch, &merges)?);
    }
    Ok(grids)
}

fn xlsb(bytes: &[u8]) -> Result<Vec<Grid>, Trouble> {
    let mut book: Xlsb<Bytes<'_>> = Xlsb::new(Cursor::new(bytes)).map_err(|_| Trouble::Damaged)?;
    let epoch = if book.has_1904_epoch() { Epoch::Of1904 } else { Epoch::Of1900 };
    let mut grids = Vec::new();
    for name in visible(&book) {
        let mut sheet = Sheet::default();
        let mut cells = book.worksheet_cells_reader(&name).map_err(|_| Trouble::Damaged)?;
        while let Some(cell) = cells.next_cell().map_err(|_| Trouble::Damaged)? {
            sheet.put(cell.get_position(), value_ref(cell.get_value(), epoch))?;
        }
        grids.push(sheet.grid(name, epoch, &[])?);
    }
    Ok(grids)
}

fn ods(bytes: &[u8]) -> Result<Vec<Grid>, Trouble> {
    let mut book: Ods<Bytes<'_>> = Ods::new(Cursor::new(bytes)).map_err(|e| match e {
        calamine::OdsError::Password => encrypted(),
        _ => Trouble::Damaged,
    })?;
    let mut grids = Vec::new();
    for name in visible(&book) {
        let range = book.worksheet_range(&name).map_err(|_| Trouble::Damaged)?;
        grids.push(of_range(&range, Epoch::Of1900)?.grid(name, Epoch::Of1900, &[])?);
    }
    Ok(grids)
}

fn visible<'a, R: Reader<Bytes<'a>>>(book: &R) -> Vec<String> {
    let sheets = book.sheets_metadata().iter();
    sheets.filter(|s| s.visible == SheetVisible::Visible).map(|s| s.name.clone()).collect()
}

fn of_range(range: &Range<Data>, epoch: Epoch) -> Result<Sheet, Trouble> {
    let (top, left) = range.start().unwrap_or_default();
    let mut sheet = Sheet::default();
    for (row, column, data) in range.used_cells() {
        let position = (
            u32::try_from(row).unwrap_or(u32::MAX).saturating_add(top),
            u32::try_from(column).unwrap_or(u32::MAX).saturating_add(left),
        );
        sheet.put(position, value(data, epoch))?;
    }
    Ok(sheet)
}

fn value_ref(data: &DataRef<'_>, epoch: Epoch) -> Value {
    match data {
        DataRef::SharedString(text) => Value::text(text),
        other => value(&Data::from(other.clone()), epoch),
    }
}

fn value(data: &Data, epoch: Epoch) -> Value {
    match data {
        Data::Empty => Value::Blank,
        Data::String(text) => Value::text(text),
        #[expect(clippy::cast_precision_loss, reason = "a larger number is no count of people")]
        Data::Int(n) => Value::Number(*n as f64),
        Data::Float(n) => Value::Number(*n),
        Data::Bool(yes) => Value::text(if *yes { "TRUE" } else { "FALSE" }),
        Data::DateTime(when) => date(when, epoch),
        Data::DateTimeIso(text) => iso_date(text),
        Data::DurationIso(text) => Value::text(text),
        Data::Error(error) => Value::Failed(error.to_string()),
    }
}

/// A day far outside the century stays a number, so that it is told with what the cell shows.
fn date(when: &ExcelDateTime, epoch: Epoch) -> Value {
    match epoch.day(when.as_f64()) {
        Some(day) if when.is_datetime() => Value::Date(day),
        _ => Value::Number(when.as_f64()),
    }
}

fn iso_date(text: &str) -> Value {
    let day = text.get(..10).and_then(|day| domain::date::parse(day, None));
    day.map_or_else(|| Value::text(text), Value::Date)
}

/// Cells as they come, in any order.
#[derive(Default)]
struct Sheet {
    rows: std::collections::BTreeMap<u32, Vec<Value>>,
}

impl Sheet {
    fn put(&mut self, (row, column): (u32, u32), value: Value) -> Result<(), Problem> {
        if value.is_blank() {
            return Ok(());
        }
        if row >= MOST_ROWS {
            return Err(Problem::of(ProblemCode::TooManyRows).with("most", MOST_ROWS));
        }
        if column >= MOST_COLUMNS {
            return Err(Problem::of(ProblemCode::TooManyColumns).with("most", MOST_COLUMNS));
        }
        let cells = self.rows.entry(row).or_default();
        let column = column as usize;
        if cells.len() <= column {
            cells.resize(column + 1, Value::Blank);
        }
        cells[column] = value;
        Ok(())
    }

    fn grid(self, name: String, epoch: Epoch, merges: &[Dimensions]) -> Result<Grid, Problem> {
        const MOST_MERGES: usize = 2_000;
        if merges.len() > MOST_MERGES {
            return Err(Problem::of(ProblemCode::Merged).with("column", &name));
        }
        let merges = merges.iter().filter(|m| m.start.0 <= m.end.0 && m.start.1 <= m.end.1).map(|m| Merge {
            first: (m.start.0.saturating_add(1), m.start.1 as usize),
            last: (m.end.0.saturating_add(1), m.end.1 as usize),
        });
        Ok(Grid {
            sheet: Some(name),
            epoch: Some(epoch),
            rows: self.rows.into_iter().map(|(row, cells)| Row { number: row + 1, cells }).collect(),
            merges: merges.collect(),
            whole_lines: false,
        })
    }
}
