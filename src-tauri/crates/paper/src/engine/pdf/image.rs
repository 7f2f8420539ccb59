//! A picture as the file holds it.

use std::collections::BTreeMap;

use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject};

use crate::engine::picture::{Coded, Image};

/// A JPEG as it came, other pixels packed.
pub(super) fn xobject(image: &Image) -> XObject {
    let pixels = image.pixels();
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let mut dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), DictItem::Int(pixels.width.into())),
        ("Height".to_owned(), DictItem::Int(pixels.height.into())),
        ("ColorSpace".to_owned(), name(if pixels.grey { "DeviceGray" } else { "DeviceRGB" })),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
    ]);
    let (content, compress) = match &pixels.coded {
        Coded::Jpeg(file) => {
            dict.insert("Filter".to_owned(), name("DCTDecode"));
            (file.clone(), false)
        }
        Coded::Plain { samples, .. } => (samples.clone(), true),
    };
    let stream = ExternalStream { dict, content, compress };
    XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
}
