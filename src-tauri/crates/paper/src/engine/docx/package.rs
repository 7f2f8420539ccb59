//! What lies around the words of a Word file: the parts, their relations, the styles. Written here whole,
//! for those of docx-rs make Word ask to repair the file (bokuweb/docx-rs, issue 724) and carry a clock.

use std::borrow::Cow;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::order::ordered;
use super::picture::{Media, picture_id};
use super::section::{Edges, footer_id, header_id};

/// What marks a header row until docx-rs knows it: a height that says nothing.
const HEADER_ROW: (&str, &str) = (r#"<w:trHeight w:val="0" w:hRule="atLeast" />"#, "<w:tblHeader />");
const COLUMN: &str = "<w:gridCol ";
/// docx-rs gives a column of the grid a unit, which the schema does not know.
const UNIT: &str = r#" w:type="dxa""#;
/// Up to the id itself.
const PARAGRAPH_ID: &str = r#" w14:paraId=""#;

/// The words of a document, its heads and its feet, in a package without a clock.
pub(super) fn pack(document: &[u8], edges: Edges, media: &Media, title: &str) -> zip::result::ZipResult<Vec<u8>> {
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, bytes: &[u8]| -> zip::result::ZipResult<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            // The same bytes on every system.
            .system(System::Unix);
        packed.start_file(name, options)?;
        packed.write_all(bytes)?;
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
        relations.push_str(&format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{file}\"/>\n"));
    }
    let pictures: Vec<(String, &[u8])> =
        media.files.iter().zip(1..).map(|(file, n)| (picture_name(file, n), file.as_slice())).collect();
    let calls = pictures.iter().zip(1..).map(|((name, _), n)| {
        let id = picture_id(n);
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/image\" Target=\"{name}\"/>\n")
    });
    let calls: String = calls.collect();
    add("[Content_Types].xml", before_end(TYPES, &types).as_bytes())?;
    add("_rels/.rels", RELATIONS.as_bytes())?;
    add("docProps/core.xml", properties(title).as_bytes())?;
    add("docProps/app.xml", APPLICATION.as_bytes())?;
    add("word/document.xml", part(document).as_bytes())?;
    add("word/_rels/document.xml.rels", before_end(DOCUMENT_RELATIONS, &(relations + &calls)).as_bytes())?;
    add("word/styles.xml", STYLES.as_bytes())?;
    add("word/settings.xml", SETTINGS.as_bytes())?;
    for edge in headers.iter().chain(&footers) {
        add(&format!("word/{}", edge.file), part(&edge.xml).as_bytes())?;
        if !calls.is_empty() {
            add(&format!("word/_rels/{}.rels", edge.file), before_end(NO_RELATIONS, &calls).as_bytes())?;
        }
    }
    for (name, file) in pictures {
        add(&format!("word/{name}"), file)?;
    }
    Ok(packed.finish()?.into_inner())
}

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const NO_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>"#;

/// A PNG says so in its first bytes; the other pictures are JPEGs.
fn picture_name(file: &[u8], n: usize) -> String {
    let kind = if file.starts_with(b"\x89PNG") { "png" } else { "jpeg" };
    format!("media/picture{n}.{kind}")
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
    let text = text.replace(HEADER_ROW.0, HEADER_ROW.1);
    numbered(&ordered(&without_ids(&without_units(&text))))
}

/// Paragraph ids serve comments and merging, and docx-rs counts them through the life of the thread: the
/// same paper made twice would differ.
fn without_ids(xml: &str) -> String {
    let mut pieces = xml.split(PARAGRAPH_ID);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |done, piece| done + piece.split_once('"').map_or(piece, |(_, after)| after))
}

/// docx-rs calls every picture the first.
fn numbered(xml: &str) -> String {
    const FIRST: &str = r#"<wp:docPr id="1""#;
    let mut pieces = xml.split(FIRST);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.zip(1..).fold(first, |done, (piece, n)| format!("{done}<wp:docPr id=\"{n}\"{piece}"))
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
