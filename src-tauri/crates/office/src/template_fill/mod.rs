//! A workbook an authority sent, filled with the figures of a report. Looking first says which cell gets what;
//! making gives the filled file and leaves the authority's own as it is.

mod fill;
mod look;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use workbook::import::{MOST_BYTES, Problem, ProblemCode};

use crate::error::{Error, ErrorCode, Params, Result, file_name};

pub use fill::ReportFilled;
pub use look::LookAtTemplate;
pub use workbook::fill::Filling;

/// A template's name and bytes; one that is too large is refused before it is read.
fn template(path: &Path) -> Result<(String, Vec<u8>)> {
    let name = file_name(path);
    let unreadable = || refused(&name, Problem::of(ProblemCode::FileUnreadable).with("file", &name));
    let file = File::open(path).map_err(|_| unreadable())?;
    let about = file.metadata().map_err(|_| unreadable())?;
    if !about.is_file() {
        return Err(unreadable());
    }
    let mut bytes = Vec::new();
    // One byte more than is read, so that the reader sees that it is too large.
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|_| unreadable())?;
    Ok((name, bytes))
}

fn refused(name: &str, problem: Problem) -> Error {
    Error::User {
        code: ErrorCode::TemplateRefused,
        params: Params::from([("file".to_owned(), name.to_owned())]),
        problems: vec![problem],
    }
}
