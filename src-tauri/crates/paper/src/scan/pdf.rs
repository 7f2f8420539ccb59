//! Whether a PDF only shows pages. It is looked at without being executed or decoded page by page: names that
//! encrypt, run or carry something are searched in the file and in its compressed object streams.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::NotAScan;

/// Bytes that compressed object streams of one file may come to.
const MOST_UNPACKED: u64 = 32 * 1024 * 1024;
/// Where the end mark must be, from the end (ISO 32000-1, annex H.3, note 18: within the last 1,024 bytes).
const TAIL: usize = 1024;
/// Bytes of the dictionary before a stream; a scanner's has some hundred.
const LONGEST_DICTIONARY: usize = 4096;
/// Names of dictionaries that do more than show pages (ISO 32000-1, tables 29, 31, 44, 164, 198, 225).
const ACTIVE: [&[u8]; 13] = [
    b"JS",
    b"JavaScript",
    b"EmbeddedFile",
    b"EmbeddedFiles",
    b"Launch",
    b"RichMedia",
    b"SubmitForm",
    b"ImportData",
    b"XFA",
    b"GoToR",
    b"GoToE",
    b"Rendition",
    b"Movie",
];
/// Ways to pack a stream that are not looked through (ISO 32000-1, tables 6 and 94), with their short names.
const PACKED_OTHERWISE: [&[u8]; 9] =
    [b"ASCIIHexDecode", b"AHx", b"ASCII85Decode", b"A85", b"LZWDecode", b"LZW", b"RunLengthDecode", b"RL", b"Crypt"];

pub(super) fn check(bytes: &[u8]) -> Result<(), NotAScan> {
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    if find(tail, b"%%EOF").is_none() || find(tail, b"startxref").is_none() {
        return Err(NotAScan::Pdf);
    }
    let mut left = MOST_UNPACKED;
    look(&without_streams(bytes))?;
    // Between a word "stream" and a word "endstream" whole objects could be hidden, which a viewer finds by their place.
    for hidden in streams(bytes).filter(|s| holds_objects(s)) {
        look(hidden)?;
    }
    for stream in object_streams(bytes)? {
        // What it is packed with besides, nothing here unpacks: a scanner packs objects no other way.
        if names(stream.dictionary).any(|n| PACKED_OTHERWISE.contains(&n.as_slice())) {
            return Err(NotAScan::Active);
        }
        look(stream.content)?;
        let mut unpacked = Vec::new();
        // What cannot be unpacked here a viewer cannot unpack either; what comes before the fault is looked at.
        let _ = ZlibDecoder::new(stream.content).take(left + 1).read_to_end(&mut unpacked);
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

/// What stands between each "stream" and its "endstream".
fn streams(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let begin = find(rest, b"stream")? + b"stream".len();
        let content = rest.get(begin..)?;
        let end = find(content, b"endstream").unwrap_or(content.len());
        rest = content.get(end + b"endstream".len()..).unwrap_or_default();
        Some(&content[..end])
    })
}

/// Whether `12 0 obj` stands in it: no picture has that by chance.
fn holds_objects(bytes: &[u8]) -> bool {
    bytes.windows(5).any(|w| w[0].is_ascii_digit() && w[1].is_ascii_whitespace() && w[2..] == *b"obj")
}

/// A compressed stream that holds objects: from PDF 1.5 on, dictionaries may stand there.
struct ObjectStream<'b> {
    dictionary: &'b [u8],
    content: &'b [u8],
}

/// Every one of them, however its name is spelled.
fn object_streams(bytes: &[u8]) -> Result<Vec<ObjectStream<'_>>, NotAScan> {
    let mut found = Vec::new();
    let mut contents = 0;
    for at in (0..bytes.len()).filter(|at| bytes[*at] == b'/') {
        let near = &bytes[at..(at + LONGEST_DICTIONARY).min(bytes.len())];
        if names(&near[..near.len().min(40)]).next().is_none_or(|name| name != b"ObjStm") {
            continue;
        }
        let Some(begin) = find(near, b"stream").map(|n| at + n) else { continue };
        let opens = at.saturating_sub(LONGEST_DICTIONARY);
        let opens = bytes[opens..at].windows(3).rposition(|w| w == b"obj").map_or(opens, |n| opens + n);
        let rest = &bytes[begin + b"stream".len()..];
        let content = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        let end = find(content, b"endstream").unwrap_or(content.len());
        // Real ones do not overlap: those of a file made to keep us busy would.
        contents += end;
        if contents > 2 * bytes.len() {
            return Err(NotAScan::Pdf);
        }
        found.push(ObjectStream { dictionary: &bytes[opens..begin], content: &content[..end] });
    }
    Ok(found)
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|w| w == what)
}
