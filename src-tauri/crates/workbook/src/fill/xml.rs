//! XML read with the place of every piece, so that a change leaves every other byte as it was.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// The XML cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Damaged;

/// A tag with its place in the text.
#[derive(Debug)]
pub(crate) enum Tag<'x> {
    Open(BytesStart<'x>),
    /// `<c/>`: opened and closed at once.
    Alone(BytesStart<'x>),
    Close(String),
}

/// Every tag in order, each with its bytes.
pub(crate) struct Tags<'x> {
    reader: Reader<&'x [u8]>,
    /// A byte order mark before the text.
    before: usize,
}

impl<'x> Tags<'x> {
    /// # Errors
    /// The text is not UTF-8, as every workbook's is.
    pub(crate) fn of(xml: &'x [u8]) -> Result<Self, Damaged> {
        let text = std::str::from_utf8(xml).map_err(|_| Damaged)?;
        let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
        Ok(Self { reader: Reader::from_str(plain), before: text.len() - plain.len() })
    }

    pub(crate) fn next(&mut self) -> Result<Option<(Tag<'x>, Range<usize>)>, Damaged> {
        loop {
            let start = self.at()?;
            let event = self.reader.read_event().map_err(|_| Damaged)?;
            let range = start..self.at()?;
            let tag = match event {
                Event::Start(tag) => Tag::Open(tag),
                Event::Empty(tag) => Tag::Alone(tag),
                Event::End(tag) => Tag::Close(tag.local_name().as_ref().to_owned()),
                Event::Eof => return Ok(None),
                // A document type could name entities; no workbook has one.
                Event::DocType(_) => return Err(Damaged),
                _ => continue,
            };
            return Ok(Some((tag, range)));
        }
    }

    fn at(&self) -> Result<usize, Damaged> {
        usize::try_from(self.reader.buffer_position()).map(|at| at + self.before).map_err(|_| Damaged)
    }
}

/// The name without its prefix.
pub(crate) fn name(tag: &BytesStart<'_>) -> String {
    tag.local_name().as_ref().to_owned()
}

/// An attribute's value, whatever its prefix.
pub(crate) fn attribute(tag: &BytesStart<'_>, wanted: &str) -> Option<String> {
    let attribute = tag.attributes().flatten().find(|a| a.key.local_name().as_ref() == wanted)?;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// Whether a flag is set: `1` or `true`.
pub(crate) fn flag(tag: &BytesStart<'_>, wanted: &str) -> bool {
    matches!(attribute(tag, wanted).as_deref(), Some("1" | "true"))
}

/// The bytes of ` name="value"` within a tag that lies at `range`.
pub(crate) fn attribute_place(xml: &[u8], range: &Range<usize>, name: &str) -> Option<Range<usize>> {
    let tag = xml.get(range.clone())?;
    let wanted = format!("{name}=");
    // Not the end of a longer name.
    let begins = |at: usize| at > 0 && tag[at - 1].is_ascii_whitespace();
    let at = (0..tag.len()).find(|at| begins(*at) && tag[*at..].starts_with(wanted.as_bytes()))?;
    let quote = *tag.get(at + wanted.len())?;
    let value = at + wanted.len() + 1;
    let length = tag.get(value..)?.iter().position(|b| *b == quote)?;
    Some(range.start + at - 1..range.start + value + length + 1)
}

/// Changes to a text, each of a range of its bytes.
#[derive(Debug, Default)]
pub(crate) struct Edits(Vec<(Range<usize>, Vec<u8>)>);

impl Edits {
    pub(crate) fn replace(&mut self, range: Range<usize>, with: impl Into<Vec<u8>>) {
        self.0.push((range, with.into()));
    }

    /// What was inserted first at a place stays first there.
    pub(crate) fn insert(&mut self, at: usize, text: impl Into<Vec<u8>>) {
        self.replace(at..at, text);
    }

    pub(crate) fn apply(mut self, xml: &[u8]) -> Result<Vec<u8>, Damaged> {
        self.0.sort_by_key(|(range, _)| (range.start, range.end));
        let mut out = Vec::with_capacity(xml.len() + 64 * self.0.len());
        let mut done = 0;
        for (range, with) in self.0 {
            out.extend_from_slice(xml.get(done..range.start).ok_or(Damaged)?);
            out.extend_from_slice(&with);
            done = range.end;
        }
        out.extend_from_slice(xml.get(done..).ok_or(Damaged)?);
        Ok(out)
    }
}

/// A text between tags.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_is_told_with_its_own_bytes() {
        let xml = "\u{feff}<?xml version=\"1.0\"?>\n<x:a><b c='1' dc=\"2\"/>chữ &amp; số</x:a>".as_bytes();
        let mut tags = Tags::of(xml).expect("text");
        let mut seen = Vec::new();
        while let Some((_, range)) = tags.next().expect("XML") {
            seen.push(String::from_utf8_lossy(&xml[range]).into_owned());
        }
        assert_eq!(seen, ["<x:a>", "<b c='1' dc=\"2\"/>", "</x:a>"]);
    }

    #[test]
    fn an_attribute_is_found_by_its_whole_name() {
        let xml = b"<b dc=\"2\" c='1'/>";
        let place = attribute_place(xml, &(0..xml.len()), "c").expect("it is there");
        assert_eq!(&xml[place], b" c='1'");
        assert_eq!(attribute_place(xml, &(0..xml.len()), "e"), None);
    }
}
