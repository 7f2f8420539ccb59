//! What a proof promises: it sees what is on the paper, passes what a phone reads and refuses what it does not.

use super::*;
use crate::engine::block::{Align, Type};
use crate::engine::board::{Board, Frame};
use crate::engine::page::{Drawing, Item, Page};
use crate::engine::pdf;
use crate::engine::text::Typesetter;
use crate::error::PaperError;
use crate::face::Face;

/// A page of 100 × 50 mm with these items.
fn file(items: Vec<Item>) -> Vec<u8> {
    let page = Page { width: 100.0, height: 50.0, underlay: None, items };
    pdf::write(&Drawing { title: "Thử".into(), underlays: Vec::new(), pages: vec![page] }).expect("written")
}

#[test]
fn a_picture_shows_what_stands_on_the_page_where_it_stands() {
    let mut typesetter = Typesetter::new();
    let mut board = Board::new(&mut typesetter);
    board.filled(Frame { x: 10.0, y: 20.0, width: 30.0, height: 10.0 }, 0.0);
    let words = Frame { x: 60.0, y: 10.0, width: 30.0, height: 10.0 };
    board.label(words, "Ngõ", Type::new(Face::Sans, 20.0), Align::Left).expect("it fits");
    let pdf = file(board.items);
    let picture = raster(&pdf, 0, Fineness::PerInch(254.0)).expect("drawn");
    assert_eq!(picture.dimensions(), (1000, 500));
    let grey = |x: u32, y: u32| picture.get_pixel(x, y).0;
    assert_eq!([grey(101, 201), grey(398, 298)], [[0, 0, 0, 255]; 2], "black to its corners");
    assert_eq!([grey(98, 201), grey(402, 250), grey(250, 303)], [[255; 4]; 3], "white beside them");
    let inked = |from: u32, to: u32| (from..to).any(|x| (100..200).any(|y| grey(x, y)[0] < 90));
    assert!(inked(600, 760) && !inked(800, 990), "the word is written, and no longer than it is");
    assert_eq!(raster(&pdf, 0, Fineness::Across(640)).expect("drawn").dimensions(), (640, 320));
}

#[test]
fn a_page_that_is_not_there_and_a_picture_without_dots_are_refused() {
    let pdf = file(Vec::new());
    assert!(matches!(raster(&pdf, 1, Fineness::PerInch(72.0)), Err(PaperError::Output(_))));
    assert!(matches!(raster(&pdf, 0, Fineness::Across(0)), Err(PaperError::Output(_))));
    assert!(matches!(raster(&pdf, 0, Fineness::PerInch(60_000.0)), Err(PaperError::Output(_))));
    assert!(matches!(raster(b"no PDF", 0, Fineness::PerInch(72.0)), Err(PaperError::Output(_))));
}
