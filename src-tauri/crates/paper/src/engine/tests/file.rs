use lopdf::{Document, Object};

use super::float::picture;
use super::*;
use crate::engine::block::{Fixed, Picture};
use crate::engine::pdf;

fn made() -> Document {
    let heading = |text: &str, level| Block::from(Paragraph::new(text, BOLD, Stand::PLAIN).heading(level));
    let fixed = |x| Fixed { picture: Picture::Image(picture()), at: (x, 279.0), width: 12.0, every_page: true };
    let blocks = vec![heading("I. MỘT", 1), heading("1. Hai", 2), words("chữ"), heading("II. BA", 1), words("chữ")];
    let section = Section { fixed: vec![fixed(40.0), fixed(90.0)], ..upright(blocks) };
    let bytes = pdf::write(&drawn(&[section])).expect("made");
    Document::load_mem(&bytes).expect("a PDF")
}

fn text(object: &Object) -> String {
    let bytes = object.as_str().expect("a text");
    String::from_utf16_lossy(&bytes[2..].chunks(2).map(|b| u16::from_be_bytes([b[0], b[1]])).collect::<Vec<_>>())
}

#[test]
fn headings_are_a_tree_of_bookmarks() {
    let file = made();
    let follow = |object: &Object| file.get_dictionary(object.as_reference().expect("a reference")).expect("there");
    let root = follow(file.catalog().and_then(|c| c.get(b"Outlines")).expect("bookmarks"));
    assert_eq!(root.get(b"Count").and_then(Object::as_i64).expect("a number"), 3);
    let first = follow(root.get(b"First").expect("one"));
    let child = follow(first.get(b"First").expect("one below"));
    let second = follow(first.get(b"Next").expect("another"));
    let titles = [first, child, second].map(|mark| text(mark.get(b"Title").expect("a title")));
    assert_eq!(titles, ["I. MỘT", "1. Hai", "II. BA"]);
    assert!(!second.has(b"Next") && !second.has(b"First"));
    let place = child.get(b"Dest").and_then(Object::as_array).expect("a place");
    assert_eq!(place[0].as_reference().ok(), file.page_iter().next());
}

#[test]
fn a_picture_drawn_twice_is_stored_once() {
    let file = made();
    let pictures: Vec<_> = file
        .objects
        .values()
        .filter_map(|o| o.as_stream().ok())
        .filter(|s| s.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|n| n == b"Image"))
        .collect();
    assert_eq!(pictures.len(), 1);
    let pixels = pictures[0].decompressed_content().expect("pixels");
    assert_eq!(pixels.len(), 40 * 20 * 3);
    assert_eq!(pixels[3..6], [6, 0, 90]);
}

#[test]
fn the_profile_of_colours_is_whole() {
    let file = made();
    let intents = file.catalog().and_then(|c| c.get(b"OutputIntents")).and_then(Object::as_array).expect("intents");
    let intent = intents[0].as_dict().expect("an intent");
    let id = intent.get(b"DestOutputProfile").and_then(Object::as_reference).expect("a profile");
    let profile = file.get_object(id).and_then(Object::as_stream).expect("a profile");
    let profile = profile.decompressed_content().unwrap_or_else(|_| profile.content.clone());
    let number = |at: usize| u32::from_be_bytes(profile[at..at + 4].try_into().expect("four bytes")) as usize;
    assert_eq!(number(0), profile.len());
    assert_eq!((&profile[12..24], &profile[36..40]), (&b"mntrRGB XYZ "[..], &b"acsp"[..]));
    let elements: Vec<(usize, usize)> =
        (0..number(128)).map(|i| (number(136 + 12 * i), number(140 + 12 * i))).collect();
    assert_eq!(elements.len(), 10);
    assert!(elements.iter().all(|(at, size)| at % 4 == 0 && at + size <= profile.len()));
    // The three primaries add up to white, to the last digit or two of a fixed-point number.
    let column = |at: usize| -> Vec<i64> { (0..3).map(|i| number(at + 8 + 4 * i) as i64).collect() };
    let find = |name: &[u8; 4]| {
        (0..10).find(|i| &profile[132 + 12 * i..136 + 12 * i] == name).map(|i| elements[i].0).expect("an element")
    };
    let primaries = [b"rXYZ", b"gXYZ", b"bXYZ"].map(|name| column(find(name)));
    for (i, white) in column(find(b"wtpt")).into_iter().enumerate() {
        let sum: i64 = primaries.iter().map(|p| p[i]).sum();
        assert!((sum - white).abs() <= 16, "{i}: {sum} {white}");
    }
}
