//! Whether a PDF only shows pages. It is looked at without being executed or decoded page by page: names that
//! encrypt, run or carry something are searched in the file and in its compressed object streams.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::NotAScan;

/// Bytes that compressed object streams of one file may come to.
const MOST_UNPACKED: u64 = 32 * 1024 * 1024;
/// Where the end mark must be, from the end (ISO 32000-1, annex H.3, note 18: within the last 1,024 bytes).
const TAIL: usize = 1024;
/// Names of dictionaries that do more than show pages (ISO 32000-1, tables 29, 31, 44, 164, 198, 225).
const ACTIVE: [&[u8]; 9] = [
    b"JS",
    b"JavaScript",
    b"EmbeddedFile",
    b"EmbeddedFiles",
    b"Launch",
    b"RichMedia",
    b"SubmitForm",
    b"ImportData",
    b"XFA",
];

pub(super) fn check(bytes: &[u8]) -> Result<(), NotAScan> {
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    if find(tail, b"%%EOF").is_none() || find(tail, b"startxref").is_none() {
        return Err(NotAScan::Pdf);
    }
    let mut left = MOST_UNPACKED;
    look(&without_streams(bytes))?;
    for stream in object_streams(bytes) {
        let mut unpacked = Vec::new();
        // What cannot be unpacked here a viewer cannot unpack either; what comes before the fault is looked at.
        let _ = ZlibDecoder::new(stream).take(left + 1).read_to_end(&mut unpacked);
        left = left.checked_sub(unpacked.len() as u64).ok_or(NotAScan::Pdf)?;
        look(&unpacked)?;
    }
    Ok(())
}

fn look(bytes: &[u8]) -> Result<(), NotAScan> {
    for name in names(bytes) {
        if name == b"Encrypt" {
            return Err(NotAScan::Encrypted);
        }
        if ACTIVE.contains(&name.as_slice()) {
            return Err(NotAScan::Active);
        }
    }
    Ok(())
}

/// Every name in a piece of PDF, `#41` read as `A`.
fn names(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> + '_ {
    let starts = bytes.iter().enumerate().filter(|(_, b)| **b == b'/').map(|(at, _)| at + 1);
    starts.map(|at| {
        let raw = &bytes[at..];
        let end = raw.iter().position(|b| b" \t\r\n\0\x0c/<>[](){}%".contains(b)).unwrap_or(raw.len());
        unescaped(&raw[..end])
    })
}

fn unescaped(name: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(name.len());
    let mut at = 0;
    while at < name.len() {
        let hex = name.get(at + 1..at + 3).filter(|_| name[at] == b'#');
        let byte = hex.and_then(|h| std::str::from_utf8(h).ok()).and_then(|h| u8::from_str_radix(h, 16).ok());
        out.push(byte.unwrap_or(name[at]));
        at += if byte.is_some() { 3 } else { 1 };
    }
    out
}

/// The file without what stands in its streams: a picture's bytes may spell anything.
fn without_streams(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(begin) = find(rest, b"stream") {
        out.extend_from_slice(&rest[..begin]);
        rest = &rest[begin..];
        let Some(end) = find(rest, b"endstream") else { break };
        rest = &rest[end + b"endstream".len()..];
    }
    out.extend_from_slice(rest);
    out
}

/// Contents of the compressed streams that hold objects: from PDF 1.5 on, dictionaries may stand there.
fn object_streams(bytes: &[u8]) -> Vec<&[u8]> {
    let mut streams = Vec::new();
    let mut rest = bytes;
    while let Some(at) = find(rest, b"/ObjStm") {
        rest = &rest[at..];
        let Some(begin) = find(rest, b"stream") else { break };
        rest = &rest[begin + b"stream".len()..];
        let content = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        let end = find(content, b"endstream").unwrap_or(content.len());
        streams.push(&content[..end]);
        rest = &content[end..];
    }
    streams
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|w| w == what)
}
