//! Where a table comes from: a file or pasted text.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::grid::Grid;
use super::problem::{Problem, ProblemCode};
use super::reading::Reading;
use super::unpack::{Kind, kind_of};
use super::{book, encoding, separated};

/// Largest file that is read.
pub const MOST_BYTES: u64 = 20 * 1024 * 1024;

/// Everything a file or text holds, sheet by sheet, and what to call it.
#[derive(Debug, Clone, PartialEq)]
pub struct Tables {
    /// `dan-so.xlsx`, or "bảng dán".
    pub name: String,
    pub grids: Vec<Grid>,
    /// What a person says of it.
    pub reading: Reading,
}

impl Tables {
    /// Reads a file; one that is too large is refused before a byte of it is read.
    ///
    /// # Errors
    /// What is wrong with the file, in a form the office has words for.
    pub fn from_path(path: &Path) -> Result<Self, Problem> {
        let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
        // A mark that turns the direction of reading would show another ending.
        let name: String = name.chars().filter(|c| !domain::text::is_invisible(*c)).collect();
        let unreadable = || Problem::of(ProblemCode::FileUnreadable).with("file", &name);
        let file = File::open(path).map_err(|_| unreadable())?;
        let about = file.metadata().map_err(|_| unreadable())?;
        if !about.is_file() {
            return Err(unreadable());
        }
        if about.len() > MOST_BYTES {
            return Err(too_large(&name, about.len()));
        }
        let mut bytes = Vec::new();
        // The file may grow while it is read.
        file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|_| unreadable())?;
        Self::from_bytes(&name, &bytes)
    }

    /// Reads a file's bytes.
    ///
    /// # Errors
    /// As [`Tables::from_path`].
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Self, Problem> {
        if bytes.len() as u64 > MOST_BYTES {
            return Err(too_large(name, bytes.len() as u64));
        }
        let grids = match kind_of(bytes, name)? {
            Kind::Text => {
                let grid = encoding::decode(bytes).and_then(|text| separated::grid(&text));
                vec![grid.map_err(|p| p.with("file", name))?]
            }
            kind => book::sheets(bytes, kind, name)?,
        };
        Self::of(name.to_owned(), grids)
    }

    /// Reads a pasted table.
    ///
    /// # Errors
    /// An empty or much too long text.
    pub fn from_text(text: &str) -> Result<Self, Problem> {
        const NAME: &str = "bảng dán";
        if text.len() as u64 > MOST_BYTES {
            return Err(too_large(NAME, text.len() as u64));
        }
        Self::of(NAME.to_owned(), vec![separated::grid(text)?])
    }

    fn of(name: String, grids: Vec<Grid>) -> Result<Self, Problem> {
        if grids.iter().all(Grid::is_blank) {
            return Err(Problem::of(ProblemCode::EmptyTable).with("file", name));
        }
        Ok(Self { name, grids, reading: Reading::default() })
    }

    /// The same, read as a person says.
    #[must_use]
    pub fn read_as(self, reading: Reading) -> Self {
        Self { reading, ..self }
    }
}

fn too_large(name: &str, bytes: u64) -> Problem {
    const MEGABYTE: u64 = 1024 * 1024;
    Problem::of(ProblemCode::FileTooLarge)
        .with("file", name)
        .with("size", bytes.div_ceil(MEGABYTE))
        .with("most", MOST_BYTES / MEGABYTE)
}
