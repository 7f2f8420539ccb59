//! What the file before was made of: a text that is edited is written again after every pause, and most of its pages
//! are as they were.

use lopdf::{Document, Error, Object, ObjectId};

use super::pack::Packed;
use super::{Resources, Used};
use crate::engine::page::{Drawing, Page};
use crate::engine::picture::Image;

/// Kept from one file to the next. It never changes what is written, only how soon.
#[derive(Debug, Default)]
pub(crate) struct Before {
    used: Used,
    images: Vec<Image>,
    /// Each page with its operators.
    pages: Vec<(Page, Vec<u8>)>,
    pub(super) packed: Packed,
}

impl Before {
    /// The operators of each page that need not be drawn again: it is as it was, and calls its glyphs and pictures by
    /// the same names.
    pub(super) fn known(&mut self, drawing: &Drawing, used: &Used, resources: &Resources) -> Vec<Option<Vec<u8>>> {
        let images = &resources.images;
        let same_images = self.images.len() == images.len() && self.images.iter().zip(images).all(|(a, b)| a.is(b));
        let before =
            if self.used.same_glyphs(used) && same_images { std::mem::take(&mut self.pages) } else { Vec::new() };
        let mut before = before.into_iter();
        drawing.pages.iter().map(|page| before.next().filter(|(known, _)| known == page).map(|(_, ops)| ops)).collect()
    }

    /// For the next file.
    pub(super) fn keep(&mut self, drawing: &Drawing, used: Used, resources: Resources, contents: Vec<Vec<u8>>) {
        self.used = used;
        self.images = resources.images;
        self.pages = drawing.pages.iter().cloned().zip(contents).collect();
    }
}

/// Gives known pages what they had, and answers what every page has.
pub(super) fn contents(
    document: &mut Document,
    drawing: &Drawing,
    known: Vec<Option<Vec<u8>>>,
) -> Result<Vec<Vec<u8>>, Error> {
    let pages: Vec<ObjectId> = document.page_iter().skip(drawing.underlays.len()).collect();
    let content = |(id, known): (ObjectId, Option<Vec<u8>>)| {
        let content = document.get_dictionary(id)?.get(b"Contents")?.as_reference()?;
        let stream = document.get_object_mut(content).and_then(Object::as_stream_mut)?;
        if let Some(known) = known {
            stream.set_content(known);
        }
        Ok(stream.content.clone())
    };
    pages.into_iter().zip(known).map(content).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::pdf::{images, write, write_again};
    use crate::plan::reference;

    fn known(before: &mut Before, drawing: &Drawing) -> Vec<bool> {
        let used = Used::in_drawing(drawing);
        let resources = Resources { fonts: used.embedded().expect("fonts"), images: images(drawing) };
        before.known(drawing, &used, &resources).iter().map(Option::is_some).collect()
    }

    #[test]
    fn a_page_that_is_as_it_was_is_not_drawn_again() {
        let pages = crate::official::pages(&reference::plan()).expect("it fits");
        let drawing = Drawing { title: "Thử".into(), pages, ..Drawing::default() };
        let mut before = Before::default();
        assert_eq!(known(&mut before, &drawing), [false; 5]);
        write_again(&drawing, &mut before).expect("written");
        assert_eq!(known(&mut before, &drawing), [true; 5]);
        // A line less on the third: each glyph still stands elsewhere.
        let mut shorter = drawing.clone();
        shorter.pages[2].items.pop();
        write_again(&drawing, &mut before).expect("written");
        assert_eq!(known(&mut before, &shorter), [true, true, false, true, true]);
        // Half the letters are gone with the others' pages: the rest have other names.
        let first = Drawing { pages: vec![drawing.pages[0].clone()], ..drawing.clone() };
        write_again(&drawing, &mut before).expect("written");
        assert_eq!(known(&mut before, &first), [false]);
        write_again(&drawing, &mut before).expect("written");
        assert!(write_again(&shorter, &mut before).expect("written") == write(&shorter).expect("written"));
    }
}
