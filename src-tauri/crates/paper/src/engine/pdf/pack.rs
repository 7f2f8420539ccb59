//! Streams are compressed side by side, and what was compressed for the file before is not compressed again.

use std::collections::{HashMap, HashSet};

use lopdf::{Dictionary, Document, Object, Stream};

use crate::error::PaperError;
use crate::side_by_side;

/// Streams of the file before: their bytes, and the same compressed, if it was worth it.
#[derive(Debug, Default)]
pub(super) struct Packed(HashMap<Vec<u8>, Option<Vec<u8>>>);

impl Packed {
    /// Compresses every stream that is worth it.
    pub(super) fn pack(&mut self, document: &mut Document) -> Result<(), PaperError> {
        let mut before = std::mem::take(&mut self.0);
        let fresh: HashSet<Vec<u8>> =
            streams(document).filter(|s| !before.contains_key(&s.content)).map(|s| s.content.clone()).collect();
        let fresh = Vec::from_iter(fresh);
        let packed = side_by_side::each(fresh.len(), || (), |(), n| Ok(packed(&fresh[n])), &mut |_, _| true)?;
        before.extend(fresh.into_iter().zip(packed));
        for stream in streams(document) {
            if let Some((raw, packed)) = before.remove_entry(&stream.content) {
                self.0.insert(raw, packed);
            }
            if let Some(Some(packed)) = self.0.get(&stream.content) {
                stream.dict.set("Filter", "FlateDecode");
                stream.set_content(packed.clone());
            }
        }
        Ok(())
    }
}

/// Those that are not compressed yet and may be.
fn streams(document: &mut Document) -> impl Iterator<Item = &mut Stream> {
    document.objects.values_mut().filter_map(|object| match object {
        Object::Stream(s) if s.allows_compression && s.dict.get(b"Filter").is_err() => Some(s),
        _ => None,
    })
}

/// lopdf says what is worth it.
fn packed(raw: &[u8]) -> Option<Vec<u8>> {
    let mut stream = Stream::new(Dictionary::new(), raw.to_vec());
    stream.compress().ok()?;
    stream.dict.has(b"Filter").then_some(stream.content)
}
