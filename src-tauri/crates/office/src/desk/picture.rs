//! Pictures that the window draws itself: charts. Everything else is made here and never crosses the wire.

use domain::account::Permission;
use serde::Deserialize;

use super::{Desk, SavedFile};
use crate::error::{Error, ErrorCode, Result, WireError};
use crate::export::{PNG, SVG, file_name};
use crate::verb::Made;

/// A chart as the window drew it.
#[derive(Debug, Deserialize)]
pub struct Picture {
    /// What it shows, in words; the file is called after it.
    pub name: String,
    /// SVG or PNG, told by its first bytes.
    pub bytes: Vec<u8>,
}

/// Far above any chart.
const LARGEST: usize = 8 << 20;
/// Letters of a name that a file is called after.
const LONGEST_NAME: usize = 80;

impl Desk {
    /// Saves a chart among the papers of the open office.
    ///
    /// # Errors
    /// No office is open or nobody sits at it; it is no SVG and no PNG; it cannot be written.
    pub fn save_picture(&self, picture: Picture) -> std::result::Result<SavedFile, WireError> {
        self.guarded("save_picture", || {
            let office = {
                let at = self.at();
                let office = &at.as_ref().ok_or_else(|| Error::of(ErrorCode::NoOfficeOpen))?.office;
                office.permit(Permission::Read)?;
                office.path().to_owned()
            };
            self.save(&office, &made_of(picture)?)
        })
    }
}

fn made_of(picture: Picture) -> Result<Made> {
    let Picture { name, bytes } = picture;
    let (ending, mime) = match bytes.as_slice() {
        [0x89, b'P', b'N', b'G', ..] => ("png", PNG),
        [b'<', b's', b'v', b'g', b' ', ..] => ("svg", SVG),
        _ => return Err(Error::of(ErrorCode::BadRequest).with("detail", "a picture is an SVG or a PNG")),
    };
    if bytes.len() > LARGEST {
        return Err(Error::of(ErrorCode::BadRequest).with("detail", "the picture is too large"));
    }
    let name: String = name.chars().take(LONGEST_NAME).collect();
    Ok(Made { file_name: file_name(&name, ending), mime, bytes })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::create::Beginning;
    use crate::desk::{DeskRequest, Places};
    use crate::outside::System;

    fn picture(name: &str, bytes: &[u8]) -> Picture {
        Picture { name: name.into(), bytes: bytes.into() }
    }

    #[test]
    fn a_chart_lies_among_the_papers_under_its_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places { offices: folder.path().to_owned(), settings: folder.path().to_owned() };
        let desk = Desk::new(places, Arc::new(System));
        let drawn = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        let refused = desk.save_picture(picture("Theo ngày", drawn)).map_err(|e| e.code);
        assert_eq!(refused, Err(ErrorCode::NoOfficeOpen));

        let beginning = Beginning::Sample { name: "ha-cau-2024".into() };
        desk.desk(DeskRequest::Create { path: None, beginning }).expect("a new office");
        let saved = desk.save_picture(picture("Tiến độ: theo ngày ../../x", drawn)).expect("it is saved");
        assert_eq!((saved.file_name.as_str(), saved.mime.as_str()), ("tien-do-theo-ngay-x.svg", SVG));
        assert_eq!(std::fs::read(&saved.path).expect("it reads"), drawn);
        assert!(saved.path.parent().is_some_and(|p| p.ends_with("UBND phường Hà Cầu - giấy tờ")), "{:?}", saved.path);

        desk.desk(DeskRequest::SignOut).expect("it signs out");
        let refused = desk.save_picture(picture("Theo ngày", drawn)).map_err(|e| e.code);
        assert_eq!(refused, Err(ErrorCode::NotSignedIn));
    }

    #[test]
    fn only_pictures_are_saved() {
        let code = |bytes: &[u8]| made_of(picture("x", bytes)).map(|m| m.mime).map_err(|e| e.code());
        assert_eq!(code(b"\x89PNG\r\n\x1a\n"), Ok(PNG));
        assert_eq!(code(b"<svg width=\"1\"/>"), Ok(SVG));
        for other in [&b"MZ\x90"[..], b"<!doctype html>", b"#!/bin/sh", b""] {
            assert_eq!(code(other), Err(ErrorCode::BadRequest));
        }
        assert_eq!(code(&[b"<svg ".as_slice(), &vec![b' '; LARGEST]].concat()), Err(ErrorCode::BadRequest));
    }
}
