//! What printpdf leaves to chance or to taste, set right in its finished objects.

use lopdf::{Dictionary, Document, Error, Object, ObjectId, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::archive::{LANGUAGE, PRODUCER, metadata, output_intent, without_empty};
use super::outline;
use crate::engine::page::{Drawing, MM_PER_PT, Page};

/// Shares underlays and resources, sets title, language and bookmarks, says what the file keeps to.
pub(super) fn finish(document: &mut Document, drawing: &Drawing) -> Result<(), Error> {
    document.version = "1.7".into();
    share(document, drawing)?;
    catalog(document, drawing)?;
    let info = dictionary! {
        "Title" => text_string(&drawing.title),
        "Producer" => text_string(PRODUCER),
    };
    let info = document.add_object(info);
    if let Ok(old) = document.trailer.get(b"Info").and_then(Object::as_reference) {
        document.objects.remove(&old);
    }
    document.trailer.set("Info", info);
    document.trailer.remove(b"ID");
    document.renumber_objects();
    Ok(())
}

/// Writes the file; its id is the digest of what it holds.
pub(super) fn bytes(mut document: Document) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes)?;
    let digest = Sha256::digest(&bytes);
    let id = Object::String(digest[..16].to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    bytes.clear();
    document.save_to(&mut bytes)?;
    Ok(bytes)
}

/// The first pages are underlays: their content goes under each page that wants it, themselves they go, and so does
/// whatever page stands after the drawing's own. All pages use one set of resources.
fn share(document: &mut Document, drawing: &Drawing) -> Result<(), Error> {
    let root = document.catalog()?.get(b"Pages")?.as_reference()?;
    let kids = document.get_dictionary(root)?.get(b"Kids")?.as_array()?;
    let kids = kids.iter().map(Object::as_reference).collect::<Result<Vec<ObjectId>, _>>()?;
    let (underlays, pages) = kids.split_at(drawing.underlays.len());
    let (pages, spare) = pages.split_at(drawing.pages.len().min(pages.len()));
    let contents = underlays.iter().map(|id| content(document, *id)).collect::<Result<Vec<_>, _>>()?;
    let resources =
        kids.first().map(|id| document.get_dictionary(*id)?.get(b"Resources")?.as_reference()).transpose()?;
    for (page, id) in drawing.pages.iter().zip(pages) {
        let own = content(document, *id)?;
        let old = document.get_dictionary(*id)?.get(b"Resources")?.as_reference()?;
        let dictionary = document.get_object_mut(*id)?.as_dict_mut()?;
        // The media box says all three, unless a print shop is to trim it: nothing is cropped.
        for same in ["TrimBox", "CropBox", "Annots"] {
            dictionary.remove(same.as_bytes());
        }
        if let Some(trim) = drawing.trim {
            dictionary.set("TrimBox", inset(page, trim.inset));
            dictionary.set("BleedBox", inset(page, trim.inset - trim.bleed));
        }
        if let Some(under) = page.underlay.and_then(|u| contents.get(u)) {
            dictionary.set("Contents", vec![(*under).into(), own.into()]);
        }
        if let Some(shared) = resources
            && shared != old
        {
            dictionary.set("Resources", shared);
            document.objects.remove(&old);
        }
    }
    for id in spare {
        for part in [content(document, *id)?, document.get_dictionary(*id)?.get(b"Resources")?.as_reference()?] {
            document.objects.remove(&part);
        }
    }
    for id in underlays.iter().chain(spare) {
        document.objects.remove(id);
    }
    if let Some(resources) = resources {
        without_empty(document, resources);
    }
    let tree = document.get_object_mut(root)?.as_dict_mut()?;
    tree.set("Kids", pages.iter().map(|id| Object::Reference(*id)).collect::<Vec<_>>());
    tree.set("Count", i64::try_from(pages.len()).unwrap_or(i64::MAX));
    Ok(())
}

/// The page without so many mm at each edge.
fn inset(page: &Page, by: f32) -> Vec<Object> {
    let pt = |mm: f32| Object::Real((mm / MM_PER_PT * 100.0).round() / 100.0);
    vec![pt(by), pt(by), pt(page.width - by), pt(page.height - by)]
}

fn content(document: &Document, page: ObjectId) -> Result<ObjectId, Error> {
    document.get_dictionary(page)?.get(b"Contents")?.as_reference()
}

fn catalog(document: &mut Document, drawing: &Drawing) -> Result<(), Error> {
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let bookmarks = outline::write(document, drawing, &pages);
    let metadata = metadata(document, &drawing.title);
    let intent = output_intent(document);
    let catalog: &mut Dictionary = document.catalog_mut()?;
    catalog.remove(b"PageLayout");
    catalog.remove(b"PageMode");
    catalog.set("Lang", Object::string_literal(LANGUAGE));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![intent]);
    if let Some(bookmarks) = bookmarks {
        catalog.set("Outlines", bookmarks);
    }
    Ok(())
}

/// A text outside the pages, in UTF-16 with its mark.
pub(super) fn text_string(text: &str) -> Object {
    let bytes = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}
