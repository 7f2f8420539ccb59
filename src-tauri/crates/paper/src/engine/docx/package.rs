//! What lies around the words of a Word file: the parts, their relations, the styles. Written here whole,
//! for those of docx-rs make Word ask to repair the file (bokuweb/docx-rs, issue 724) and carry a clock.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::order::ordered;

const HEADERS: [&str; 2] = ["word/header1.xml", "word/header2.xml"];

/// What marks the header row until docx-rs knows it: a height that says nothing.
const HEADER_ROW: (&str, &str) = (r#"<w:trHeight w:val="0" w:hRule="atLeast" />"#, "<w:tblHeader />");
const COLUMN: &str = "<w:gridCol ";
/// docx-rs gives a column of the grid a unit, which the schema does not know.
const UNIT: &str = r#" w:type="dxa""#;
/// Up to the id itself.
const PARAGRAPH_ID: &str = r#" w14:paraId=""#;

/// The words of a file made by docx-rs, in a package of ours without a clock.
pub(super) fn pack(loose: Vec<u8>, title: &str) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(loose))?;
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, text: &str| -> zip::result::ZipResult<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        packed.start_file(name, options)?;
        packed.write_all(text.as_bytes())?;
        Ok(())
    };
    add("[Content_Types].xml", TYPES)?;
    add("_rels/.rels", RELATIONS)?;
    add("docProps/core.xml", &properties(title))?;
    add("docProps/app.xml", APPLICATION)?;
    add("word/document.xml", &part(&mut archive, "word/document.xml")?)?;
    add("word/_rels/document.xml.rels", DOCUMENT_RELATIONS)?;
    add("word/styles.xml", STYLES)?;
    add("word/settings.xml", SETTINGS)?;
    for header in HEADERS {
        add(header, &part(&mut archive, header)?)?;
    }
    Ok(packed.finish()?.into_inner())
}

fn part(archive: &mut ZipArchive<Cursor<Vec<u8>>>, name: &str) -> zip::result::ZipResult<String> {
    let mut text = String::new();
    archive.by_name(name)?.read_to_string(&mut text)?;
    Ok(ordered(&without_ids(&without_units(&text.replace(HEADER_ROW.0, HEADER_ROW.1)))))
}

/// Paragraph ids serve comments and merging, and docx-rs counts them through the life of the thread: the
/// same paper made twice would differ.
fn without_ids(xml: &str) -> String {
    let mut pieces = xml.split(PARAGRAPH_ID);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |done, piece| done + piece.split_once('"').map_or(piece, |(_, after)| after))
}

fn without_units(xml: &str) -> String {
    let mut columns = xml.split(COLUMN);
    let first = columns.next().unwrap_or_default().to_owned();
    columns.fold(first, |done, column| done + COLUMN + &column.replacen(UNIT, "", 1))
}

fn properties(title: &str) -> String {
    let title = title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>"#
    )
}

const TYPES: &str = include_str!("parts/content-types.xml");

const RELATIONS: &str = include_str!("parts/package.rels.xml");

/// The names of the headers are those docx-rs gives them in the document.
const DOCUMENT_RELATIONS: &str = include_str!("parts/document.rels.xml");

const APPLICATION: &str = include_str!("parts/app.xml");

/// Times New Roman for every script (NĐ 30, Phụ lục I, I.3), Vietnamese for the spelling check.
const STYLES: &str = include_str!("parts/styles.xml");

/// The layout of Word 2013 and later, so that no "Compatibility Mode" is shown.
const SETTINGS: &str = include_str!("parts/settings.xml");
