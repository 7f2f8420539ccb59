//! What makes a file PDF/A-2u (ISO 19005-2, level U): it says so in its metadata, its colours mean the same
//! on every device, and every glyph stands for a text. The last is printpdf's part (`ToUnicode`); here is
//! the rest. `tests/papers` reads each file back with qpdf and asks for every rule by its number.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::icc;

/// Name of the program that made the file.
pub(super) const PRODUCER: &str = "Từng Ngõ";
pub(super) const LANGUAGE: &str = "vi";

/// The metadata packet (6.6.2): title, language, maker, and that the file keeps the rules. No date: equal
/// papers are equal bytes. Never compressed, so that an archive finds it without a PDF reader.
pub(super) fn metadata(document: &mut Document, title: &str) -> ObjectId {
    let title = title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let packet = format!(
        r#"<?xpacket begin="{BOM}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{LANGUAGE}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#
    );
    let dictionary = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    document.add_object(Stream::new(dictionary, packet.into_bytes()).with_compression(false))
}

const BOM: char = '\u{feff}';

/// What red, green, blue and grey mean (6.2.3): sRGB, as screens and office printers take them anyway.
pub(super) fn output_intent(document: &mut Document) -> Object {
    let profile = document.add_object(Stream::new(dictionary! { "N" => 3 }, icc::srgb()));
    Object::Dictionary(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal(icc::NAME),
        "Info" => Object::string_literal(icc::NAME),
        "DestOutputProfile" => profile,
    })
}

/// Resources nothing is in are left out.
pub(super) fn without_empty(document: &mut Document, resources: ObjectId) {
    let Ok(all) = document.get_dictionary(resources) else { return };
    let is_empty = |id: ObjectId| document.get_dictionary(id).is_ok_and(Dictionary::is_empty);
    let empty: Vec<(Vec<u8>, ObjectId)> = all
        .iter()
        .filter_map(|(name, object)| Some((name.clone(), object.as_reference().ok()?)))
        .filter(|(_, id)| is_empty(*id))
        .collect();
    for (name, id) in empty {
        document.objects.remove(&id);
        if let Ok(resources) = document.get_object_mut(resources).and_then(Object::as_dict_mut) {
            resources.remove(&name);
        }
    }
}
