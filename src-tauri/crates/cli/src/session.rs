//! Opening the office file, for reading or for writing.

use std::io::BufRead;
use std::path::Path;
use std::sync::Arc;

use office::{ErrorCode, Office, Reading, System};

use crate::command::say;
use crate::failure::Failure;

const PIN: &str = "TUNG_NGO_PIN";

/// Opens for reading: no lock, nobody signs in.
pub(crate) fn reading(file: &Path) -> Result<Reading, Failure> {
    Ok(Reading::open(file, Arc::new(System))?)
}

/// Opens for writing. Once any account has a PIN, `--as` says who is writing.
pub(crate) fn writing(file: &Path, who: Option<&str>) -> Result<Office, Failure> {
    let opened = Office::open(file, Arc::new(System))?;
    let mut office = opened.office;
    if opened.recovered > 0 {
        say(&format!("Đã khôi phục {} lần ghi từ trước khi mất điện.", opened.recovered));
    }
    if let Some(name) = who {
        let pin = match office.needs_pin(name)? {
            true => pin(name)?,
            false => String::new(),
        };
        office.sign_in_as(name, &pin)?;
    }
    Ok(office)
}

fn pin(name: &str) -> Result<String, Failure> {
    if let Ok(pin) = std::env::var(PIN) {
        return Ok(pin);
    }
    eprintln!("Mã PIN của {name}:");
    let mut line = String::new();
    match std::io::stdin().lock().read_line(&mut line) {
        Ok(read) if read > 0 => Ok(line.trim_end_matches(['\r', '\n']).to_owned()),
        _ => Err(ErrorCode::NotSignedIn.into()),
    }
}
