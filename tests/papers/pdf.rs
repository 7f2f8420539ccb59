//! A PDF as poppler and qpdf see it.

use std::path::Path;

use product_tests::{RunExt, tool};

use crate::made;

const MM_PER_POINT: f32 = 25.4 / 72.0;

/// The text of each page, as a person would copy it.
pub(crate) fn pages(pdf: &Path) -> Vec<String> {
    let text = tool("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(pdf).arg("-").done();
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    assert_eq!(pages.pop().as_deref(), Some(""), "each page ends with a form feed");
    pages
}

/// A word and where it stands, in mm from the page's top left.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) right: f32,
    pub(crate) foot: f32,
}

/// The words of each page in reading order.
pub(crate) fn words(pdf: &Path) -> Vec<Vec<Word>> {
    let html = tool("pdftotext").args(["-bbox", "-enc", "UTF-8"]).arg(pdf).arg("-").done();
    html.split("<page ").skip(1).map(|page| page.split("<word ").skip(1).map(word).collect()).collect()
}

fn word(xml: &str) -> Word {
    let (place, text) = xml.split_once('>').expect("a word has a place");
    let (text, _) = text.split_once("</word>").expect("a word ends");
    let at = |name: &str| {
        let (_, value) = place.split_once(&format!("{name}=\"")).expect("a side");
        let (value, _) = value.split_once('"').expect("a value");
        value.parse::<f32>().expect("a number") * MM_PER_POINT
    };
    let text = ["&amp;=&", "&lt;=<", "&gt;=>", "&quot;=\"", "&#39;='"]
        .iter()
        .filter_map(|pair| pair.split_once('='))
        .rev()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    Word { text, left: at("xMin"), top: at("yMin"), right: at("xMax"), foot: at("yMax") }
}

/// What `pdfinfo` says under a heading.
pub(crate) fn info(pdf: &Path, heading: &str) -> Option<String> {
    let all = tool("pdfinfo").arg(pdf).done();
    all.lines().find_map(|line| line.strip_prefix(heading)?.strip_prefix(':')).map(|value| value.trim().to_owned())
}

/// Letters and signs without the blanks between them.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_font_is_embedded_as_a_subset_with_its_text() {
    for pdf in made::all() {
        let list = tool("pdffonts").arg(pdf).done();
        let fonts: Vec<&str> = list.lines().skip(2).collect();
        assert!(!fonts.is_empty(), "{list}");
        for font in fonts {
            // name, type (two words), encoding, emb, sub, uni, object
            let columns: Vec<&str> = font.split_whitespace().collect();
            assert_eq!(columns[1..3], ["CID", "TrueType"], "{font}");
            assert_eq!(columns[4..7], ["yes", "yes", "yes"], "embedded, subset, searchable: {font}");
            assert_eq!(columns[0].as_bytes()[6], b'+', "tagged as a subset: {font}");
        }
    }
}

#[test]
fn qpdf_finds_nothing_wrong() {
    for pdf in made::all() {
        let said = tool("qpdf").arg("--check").arg(pdf).done();
        assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
    }
}

#[test]
fn every_page_is_a4_but_slips_and_no_clock_is_in_the_file() {
    for pdf in made::all() {
        let all = tool("pdfinfo").args(["-f", "1", "-l", "400"]).arg(pdf).done();
        let sizes: Vec<&str> = all.lines().filter(|l| l.starts_with("Page ") && l.contains("size:")).collect();
        // pdfinfo has no name for A5.
        let is_so = |s: &&str| if pdf == crate::slips::slips() { s.contains(" 419.5") } else { s.ends_with("(A4)") };
        assert!(!sizes.is_empty() && sizes.iter().all(is_so), "{sizes:?}");
        assert_eq!((info(pdf, "CreationDate"), info(pdf, "ModDate")), (None, None), "{}", pdf.display());
        assert!(info(pdf, "Title").is_some_and(|t| !t.is_empty()));
    }
}

#[test]
fn text_is_composed_and_has_no_foreign_letters() {
    for pdf in made::all() {
        for page in pages(pdf) {
            assert_eq!(domain::text::nfc(&page), page, "{}", pdf.display());
            assert!(!page.contains('\u{fffd}') && !page.chars().any(|c| ('\u{e000}'..='\u{f8ff}').contains(&c)));
        }
    }
}

#[test]
fn what_is_invented_says_so_on_every_page() {
    for pdf in [made::long_plan(), made::invented_sheets(), made::invented_flyers_a4(), made::invented_flyers_a6()] {
        for (page, n) in pages(pdf).iter().zip(1..) {
            let words = squeezed(page);
            // Two copies side by side are read line by line.
            assert!(words.contains(&squeezed("SỐ LIỆU MINH HỌA -")), "{} {n}: {page}", pdf.display());
            assert!(words.contains(&squeezed("KHÔNG PHẢI SỐ LIỆU THẬT")), "{} {n}: {page}", pdf.display());
        }
    }
    assert!(pages(made::long_plan()).iter().all(|page| page.contains(made::INVENTED)));
}
