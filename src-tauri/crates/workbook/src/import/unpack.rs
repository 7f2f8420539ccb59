//! Looking into a file before it is opened: what it really is, and whether opening it would ask for more
//! memory than an office computer has. Nothing here trusts a size the file states.

use std::io::{BufReader, Cursor, Read};

use zip::ZipArchive;

use super::problem::{Problem, ProblemCode};
use super::spread;

/// What a file is, by its content; its name's ending is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
    Text,
}

/// Most bytes a packed file may unpack to.
const MOST_UNPACKED: u64 = 200 * 1024 * 1024;
/// A file that unpacks to more than [`RATIO_FROM`] may be so many times as large as it is packed; the pages of a real
/// workbook pack to a fortieth at best.
const MOST_RATIO: u64 = 200;
const RATIO_FROM: u64 = 10 * 1024 * 1024;
/// Most parts in a packed file; a workbook has tens.
const MOST_PARTS: usize = 5_000;

const ZIP: &[u8] = b"PK";
const OLE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Recognises a file, or refuses it in words.
pub(crate) fn kind_of(bytes: &[u8], name: &str) -> Result<Kind, Problem> {
    let refuse = |code| Err(Problem::of(code).with("file", name));
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return refuse(ProblemCode::EmptyFile);
    }
    if bytes.starts_with(ZIP) {
        return zip_kind(bytes, name);
    }
    if bytes.starts_with(OLE) {
        return ole_kind(bytes, name);
    }
    if bytes.starts_with(b"%PDF") {
        return refuse(ProblemCode::PdfDocument);
    }
    if is_web_page(bytes) {
        return refuse(ProblemCode::WebPage);
    }
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    if ["xlsx", "xlsm", "xlsb", "xls", "ods"].contains(&ending.as_str()) {
        return refuse(ProblemCode::NotAWorkbook);
    }
    Ok(Kind::Text)
}

/// Whether a file is an .xlsx that unpacks within limits; a protected or damaged file is refused in words.
pub(crate) fn is_xlsx(bytes: &[u8], name: &str) -> Result<bool, Problem> {
    Ok(kind_of(bytes, name)? == Kind::Xlsx)
}

/// Programs of other offices "export to Excel" by naming a web page `.xls`.
fn is_web_page(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)])
        .trim_start_matches('\u{feff}')
        .trim_start()
        .to_ascii_lowercase();
    ["<html", "<!doctype", "<table", "<?xml", "<meta", "mime-version:"].iter().any(|tag| start.starts_with(tag))
}

fn zip_kind(bytes: &[u8], name: &str) -> Result<Kind, Problem> {
    let refuse = |code| Problem::of(code).with("file", name);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| refuse(ProblemCode::DamagedWorkbook))?;
    if archive.len() > MOST_PARTS {
        return Err(refuse(ProblemCode::UnpacksTooLarge));
    }
    let names: Vec<String> =
        archive.file_names().filter_map(Result::ok).map(|n| n.replace('\\', "/").to_ascii_lowercase()).collect();
    let has = |part: &str| names.iter().any(|n| n == part);
    let kind = if has("xl/workbook.xml") {
        Kind::Xlsx
    } else if has("xl/workbook.bin") {
        Kind::Xlsb
    } else if has("content.xml") && has("mimetype") {
        Kind::Ods
    } else if has("word/document.xml") {
        return Err(refuse(ProblemCode::WordDocument));
    } else {
        return Err(refuse(ProblemCode::NotAWorkbook));
    };
    unpacks_within_limits(&mut archive, bytes.len() as u64, name)?;
    if kind == Kind::Ods {
        let content = archive.by_name("content.xml").map_err(|_| refuse(ProblemCode::DamagedWorkbook))?;
        spread::of_ods(BufReader::new(content)).map_err(|p| p.with("file", name))?;
    }
    Ok(kind)
}

/// Adds up what the directory states, then unpacks into nothing, because a directory can lie.
fn unpacks_within_limits(archive: &mut ZipArchive<Cursor<&[u8]>>, packed: u64, name: &str) -> Result<(), Problem> {
    let most = MOST_UNPACKED.min(packed.saturating_mul(MOST_RATIO).max(RATIO_FROM));
    let refuse = |code| Problem::of(code).with("file", name).with("most", most / 1024 / 1024);
    // A file written as a stream states no sizes; what is unpacked decides.
    if archive.decompressed_size().is_some_and(|size| size > u128::from(most)) {
        return Err(refuse(ProblemCode::UnpacksTooLarge));
    }
    let mut left = most;
    for i in 0..archive.len() {
        let part = archive.by_index(i).map_err(|_| refuse(ProblemCode::DamagedWorkbook))?;
        let size = std::io::copy(&mut part.take(left + 1), &mut std::io::sink())
            .map_err(|_| refuse(ProblemCode::DamagedWorkbook))?;
        left = left.checked_sub(size).ok_or_else(|| refuse(ProblemCode::UnpacksTooLarge))?;
    }
    Ok(())
}

fn ole_kind(bytes: &[u8], name: &str) -> Result<Kind, Problem> {
    let refuse = |code| Problem::of(code).with("file", name);
    let Ok(mut file) = cfb::CompoundFile::open(Cursor::new(bytes)) else {
        // What is left of a protected workbook still names its stream.
        let code =
            if names_stream(bytes, "EncryptedPackage") { ProblemCode::Encrypted } else { ProblemCode::DamagedWorkbook };
        return Err(refuse(code));
    };
    if file.exists("/EncryptedPackage") || file.exists("/EncryptionInfo") {
        return Err(refuse(ProblemCode::Encrypted));
    }
    if file.exists("/WordDocument") {
        return Err(refuse(ProblemCode::WordDocument));
    }
    for stream in ["/Workbook", "/Book"] {
        let Ok(stream) = file.open_stream(stream) else { continue };
        let mut records = Vec::new();
        let read = stream.take(MOST_UNPACKED).read_to_end(&mut records);
        read.map_err(|_| refuse(ProblemCode::DamagedWorkbook))?;
        return spread::of_xls(&records).map(|()| Kind::Xls).map_err(|p| p.with("file", name));
    }
    Err(refuse(ProblemCode::NotAWorkbook))
}

fn names_stream(bytes: &[u8], stream: &str) -> bool {
    let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|w| w == name)
}
