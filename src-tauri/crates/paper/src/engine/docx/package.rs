//! What lies around the words of a Word file: the parts, their relations, the styles. Written here whole,
//! for those of docx-rs make Word ask to repair the file (bokuweb/docx-rs, issue 724) and carry a clock.

use std::borrow::Cow;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::order::ordered;
use super::section::{Edges, footer_id, header_id};

/// What marks a header row until docx-rs knows it: a height that says nothing.
const HEADER_ROW: (&str, &str) = (r#"<w:trHeight w:val="0" w:hRule="atLeast" />"#, "<w:tblHeader />");
const COLUMN: &str = "<w:gridCol ";
/// docx-rs gives a column of the grid a unit, which the schema does not know.
const UNIT: &str = r#" w:type="dxa""#;
/// Up to the id itself.
const PARAGRAPH_ID: &str = r#" w14:paraId=""#;

/// The words of a document, its heads and its feet, in a package without a clock.
pub(super) fn pack(document: &[u8], edges: Edges, title: &str) -> zip::result::ZipResult<Vec<u8>> {
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, text: &str| -> zip::result::ZipResult<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        packed.start_file(name, options)?;
        packed.write_all(text.as_bytes())?;
        Ok(())
    };
    let headers = named(edges.headers, "header", header_id);
    let footers = named(edges.footers, "footer", footer_id);
    let (mut types, mut relations) = (String::new(), String::new());
    for edge in headers.iter().chain(&footers) {
        let (file, id, kind) = (&edge.file, &edge.id, edge.kind);
        types.push_str(&format!(
            "<Override PartName=\"/word/{file}\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml\"/>\n"
        ));
        relations.push_str(&format!(
            "<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{file}\"/>\n"
        ));
    }
    add("[Content_Types].xml", &before_end(TYPES, &types))?;
    add("_rels/.rels", RELATIONS)?;
    add("docProps/core.xml", &properties(title))?;
    add("docProps/app.xml", APPLICATION)?;
    add("word/document.xml", &part(document))?;
    add("word/_rels/document.xml.rels", &before_end(DOCUMENT_RELATIONS, &relations))?;
    add("word/styles.xml", STYLES)?;
    add("word/settings.xml", SETTINGS)?;
    for edge in headers.iter().chain(&footers) {
        add(&format!("word/{}", edge.file), &part(&edge.xml))?;
    }
    Ok(packed.finish()?.into_inner())
}

/// A head or a foot as a part of the package.
struct Edge {
    file: String,
    id: String,
    kind: &'static str,
    xml: Vec<u8>,
}

fn named(parts: Vec<Vec<u8>>, kind: &'static str, id: impl Fn(usize) -> String) -> Vec<Edge> {
    let part = |(xml, n)| Edge { file: format!("{kind}{n}.xml"), id: id(n), kind, xml };
    parts.into_iter().zip(1..).map(part).collect()
}

/// The list with more in front of its closing.
fn before_end(list: &str, more: &str) -> String {
    match list.trim_end().rfind("</") {
        Some(end) => format!("{}{more}{}", &list[..end], &list[end..]),
        None => list.to_owned(),
    }
}

fn part(xml: &[u8]) -> String {
    let text: Cow<'_, str> = String::from_utf8_lossy(xml);
    ordered(&without_ids(&without_units(&text.replace(HEADER_ROW.0, HEADER_ROW.1))))
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

const DOCUMENT_RELATIONS: &str = include_str!("parts/document.rels.xml");

const APPLICATION: &str = include_str!("parts/app.xml");

/// Times New Roman for every script (NĐ 30, Phụ lục I, I.3), Vietnamese for the spelling check.
const STYLES: &str = include_str!("parts/styles.xml");

/// The layout of Word 2013 and later, so that no "Compatibility Mode" is shown.
const SETTINGS: &str = include_str!("parts/settings.xml");
