//! What a proof promises: it sees what is on the paper, passes what a phone reads and refuses what it does not.

use proptest::prelude::*;

use super::*;
use crate::engine::block::{Align, Type};
use crate::engine::board::{Board, Frame};
use crate::engine::page::{Ink, Page, Paint, Shape};
use crate::engine::pdf;
use crate::engine::qr::{Mending, qr, squares};
use crate::engine::text::Typesetter;
use crate::face::Face;

/// A page of 100 × 50 mm with these items.
fn file(items: Vec<Item>) -> Vec<u8> {
    pdf::write(&drawing(items)).expect("written")
}

fn drawing(items: Vec<Item>) -> Drawing {
    let page = Page { width: 100.0, height: 50.0, items, ..Page::default() };
    Drawing { title: "Thử".into(), pages: vec![page], ..Drawing::default() }
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

const LINK: &str = "https://vi-du.example/cai-dat";
const DIGITS: &str = "4821937000100080003000200050001";

/// A QR of 25 mm that stands where there is room around it.
fn square(text: &str) -> Modules {
    qr(text, Mending::Quartile, (30.0, 12.0), 25.0, 0.5).expect("a QR")
}

fn looked_at(items: Vec<Item>, text: &str) -> Result<(), PaperError> {
    let drawing = drawing(items);
    let wanted = [vec![("Hà Trì 1".to_owned(), text.to_owned())]];
    let promises = promises(PaperKind::Flyer, &drawing, 0.5, &wanted)?;
    prove(&pdf::write(&drawing).expect("written"), PaperKind::Flyer, &promises, &mut |_, _| true)
}

/// What is wrong with a QR of this text with these items drawn over it.
fn flaw_of(under: Vec<Item>, text: &str, over: Vec<Item>) -> Option<Flaw> {
    let mut items = under;
    items.push(Item::Qr(square(text)));
    items.extend(over);
    match looked_at(items, text) {
        Ok(()) => None,
        Err(PaperError::Unproved { paper: PaperKind::Flyer, place, page: 1, flaw }) => {
            assert_eq!(place, "Hà Trì 1");
            Some(flaw)
        }
        Err(other) => panic!("{other:?}"),
    }
}

fn rect((x, y): (Mm, Mm), (width, height): (Mm, Mm), ink: Ink) -> Item {
    Item::Shape(Shape::Rect { x, y, width, height, radius: 0.0 }, Paint::Fill(ink))
}

fn words(text: &str, size: f32, frame: Frame) -> Vec<Item> {
    let mut typesetter = Typesetter::new();
    let mut board = Board::new(&mut typesetter);
    board.label(frame, text, Type::new(Face::Sans, size), Align::Left).expect("it fits");
    board.items
}

#[test]
fn a_sound_qr_is_proved() {
    for text in [LINK, DIGITS] {
        assert_eq!(flaw_of(Vec::new(), text, Vec::new()), None);
    }
    let tint = rect((0.0, 0.0), (100.0, 50.0), Ink::Colour(255, 243, 214));
    assert_eq!(flaw_of(vec![tint], LINK, Vec::new()), None, "on a light tint");
}

#[test]
fn a_qr_under_words_is_refused() {
    let frame = Frame { x: 32.0, y: 20.0, width: 60.0, height: 8.0 };
    assert_eq!(flaw_of(Vec::new(), LINK, words("Hà Trì 1", 14.0, frame)), Some(Flaw::Covered));
    let small = Frame { x: 40.0, y: 20.0, width: 60.0, height: 4.0 };
    assert_eq!(flaw_of(Vec::new(), LINK, words("19 giờ 30", 6.0, small)), Some(Flaw::Covered), "though it can be read");
}

#[test]
fn a_qr_without_room_around_it_is_refused() {
    let m = square(LINK);
    let (module, right) = (m.module, m.x + m.module * m.side as f32);
    let beside = |modules: f32| Frame { x: right + modules * module, y: 20.0, width: 40.0, height: 8.0 };
    assert_eq!(flaw_of(Vec::new(), LINK, words("Hỏi thêm", 14.0, beside(2.5))), Some(Flaw::Crowded));
    assert_eq!(flaw_of(Vec::new(), LINK, words("Hỏi thêm", 14.0, beside(4.0))), None);
    // A frame may stand where the quiet zone ends, not within it.
    for (modules, refused) in [(4.0, None), (3.5, Some(Flaw::Crowded))] {
        let quiet = module * modules + 0.2;
        let side = m.module * m.side as f32 + 2.0 * quiet;
        let shape = Shape::Rect { x: m.x - quiet, y: m.y - quiet, width: side, height: side, radius: 0.0 };
        let frame = Item::Shape(shape, Paint::Stroke(Ink::Black, 0.4));
        assert_eq!(flaw_of(vec![frame], LINK, Vec::new()), refused, "{modules}");
    }
    let at_the_edge = Item::Qr(m).moved(-28.0, 0.0);
    let refused = looked_at(vec![at_the_edge], LINK);
    assert!(matches!(refused, Err(PaperError::Unproved { flaw: Flaw::Crowded, .. })), "{refused:?}");
}

#[test]
fn a_qr_too_small_or_too_fine_is_refused() {
    let small = qr(LINK, Mending::Quartile, (30.0, 12.0), 12.0, 0.1).expect("a QR");
    let module = small.module;
    match looked_at(vec![Item::Qr(small.clone())], LINK) {
        Err(PaperError::Unproved { flaw: Flaw::Small { module: told, least }, .. }) => {
            assert_eq!((told, least), (module, 0.5));
        }
        other => panic!("{other:?}"),
    }
    let drawing = drawing(vec![Item::Qr(qr(LINK, Mending::Quartile, (30.0, 12.0), 6.0, 0.1).expect("a QR"))]);
    let wanted = [vec![("Hà Trì 1".to_owned(), LINK.to_owned())]];
    let lenient = promises(PaperKind::Flyer, &drawing, 0.1, &wanted).expect("promises");
    let refused = prove(&pdf::write(&drawing).expect("written"), PaperKind::Flyer, &lenient, &mut |_, _| true);
    assert!(matches!(refused, Err(PaperError::Unproved { flaw: Flaw::Unreadable | Flaw::Covered, .. })), "{refused:?}");
}

#[test]
fn a_qr_that_says_something_else_is_refused() {
    let other = LINK.replace("cai", "tai");
    let refused = looked_at(vec![Item::Qr(square(&other))], LINK);
    assert!(matches!(refused, Err(PaperError::Unproved { flaw: Flaw::OtherText, .. })), "{refused:?}");
}

#[test]
fn a_pale_qr_is_refused() {
    let blue = rect((0.0, 0.0), (100.0, 50.0), Ink::Colour(0, 92, 170));
    assert_eq!(flaw_of(vec![blue], LINK, Vec::new()), Some(Flaw::Pale), "black on blue");
    let m = square(LINK);
    let inked = |ink: Ink, paper: Ink| {
        let place = |n: u32, from: Mm| from + n as f32 * m.module;
        let size = |n: u32| n as f32 * m.module;
        let mut items =
            vec![Item::Qr(Modules { dark: Vec::new(), ..m.clone() }), rect((0.0, 0.0), (100.0, 50.0), paper)];
        items.extend(
            m.dark.iter().map(|d| rect((place(d.x, m.x), place(d.y, m.y)), (size(d.width), size(d.height)), ink)),
        );
        looked_at(items, LINK)
    };
    let pale = |refused| matches!(refused, Err(PaperError::Unproved { flaw: Flaw::Pale, .. }));
    assert!(pale(inked(Ink::Colour(150, 150, 150), Ink::White)), "grey on white");
    assert!(pale(inked(Ink::Colour(90, 90, 90), Ink::Colour(255, 190, 120))), "grey on orange");
    assert!(pale(inked(Ink::White, Ink::Black)), "the wrong way round");
    assert!(inked(Ink::Colour(0, 60, 110), Ink::White).is_ok(), "dark blue on white");
}

#[test]
fn a_page_has_the_qrs_that_are_promised_and_no_other() {
    let counted = |items| match looked_at(items, LINK) {
        Err(PaperError::Unproved { flaw: Flaw::Count { promised, found }, .. }) => (promised, found),
        other => panic!("{other:?}"),
    };
    assert_eq!(counted(Vec::new()), (1, 0));
    let one = square(LINK);
    assert_eq!(counted(vec![Item::Qr(one.clone()), Item::Qr(one).moved(33.0, 0.0)]), (1, 2));
}

#[test]
fn of_several_pages_the_first_that_is_wrong_is_named_and_a_batch_can_be_stopped() {
    let text = |n: u32| format!("{LINK}/{n}");
    let page = |n: u32| {
        let drawn = if n == 3 || n == 6 { text(9) } else { text(n) };
        Page { width: 100.0, height: 50.0, items: vec![Item::Qr(square(&drawn))], ..Page::default() }
    };
    let drawing = Drawing { title: "Thử".into(), pages: (0..8).map(page).collect(), ..Drawing::default() };
    let wanted: Vec<OnPage> = (0..8).map(|n| vec![(format!("khu {n}"), text(n))]).collect();
    let promises = promises(PaperKind::Flyer, &drawing, 0.5, &wanted).expect("promises");
    let pdf = pdf::write(&drawing).expect("written");
    match prove(&pdf, PaperKind::Flyer, &promises, &mut |_, _| true) {
        Err(PaperError::Unproved { place, page, flaw: Flaw::OtherText, .. }) => {
            assert_eq!((place.as_str(), page), ("khu 3", 4));
        }
        other => panic!("{other:?}"),
    }
    let mut told = Vec::new();
    let stopped = prove(&pdf, PaperKind::Flyer, &promises[..3], &mut |done, of| {
        told.push((done, of));
        done < 2
    });
    assert!(matches!(stopped, Err(PaperError::Cancelled)));
    assert_eq!(told, [(1, 3), (2, 3)]);
}

#[test]
fn of_equal_places_all_are_looked_at_once_and_then_one_on_each_sheet() {
    let at = |page: usize, n: usize| Promise {
        page,
        name: n.to_string(),
        text: LINK.into(),
        qr: Square::from(&square(LINK)),
        of: (100.0, 50.0),
        least: 0.5,
    };
    let all = |pages: usize| (0..pages).flat_map(|page| (0..4).map(move |n| at(page, n))).collect::<Vec<_>>();
    let seen = |equal| {
        let looked_at = drawn_anew(&all(6), equal);
        looked_at.iter().map(|p| (p.page, p.name.clone())).collect::<Vec<_>>()
    };
    let first = (0..4).map(|n| (0, n.to_string()));
    let rest = [(1, 1), (2, 2), (3, 3), (4, 0), (5, 1)].map(|(page, n)| (page, n.to_string()));
    assert_eq!(seen(1), first.clone().chain(rest).collect::<Vec<_>>());
    assert_eq!(seen(3), first.chain([(3, "1".to_owned())]).collect::<Vec<_>>(), "of three equal sheets the first");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// Wherever it stands and whatever it says, its squares as large as papers have them: whole it is proved; with one
    /// square wrong, or one dot of a square's
    /// size in its quiet zone, it is refused.
    #[test]
    fn one_square_decides(
        text in "(https://[a-z]{3,12}\\.[a-z]{2,4}/[a-z0-9/-]{0,40}|[0-9]{20,60})",
        size in 20.0f32..30.0,
        (x, y) in (10.0f32..50.0, 8.0f32..12.0),
        medium in any::<bool>(),
        (column, row) in (0.0f32..1.0, 0.0f32..1.0),
        beside in 0..4u32,
    ) {
        let mending = if medium { Mending::Medium } else { Mending::Quartile };
        let Ok(m) = qr(&text, mending, (x, y), size, 0.62) else { return Ok(()) };
        let whole = looked_at(vec![Item::Qr(m.clone())], &text);
        prop_assert!(whole.is_ok(), "{whole:?}");
        let side = m.side as f32;
        let (column, row) = ((column * side).floor(), (row * side).floor());
        let place = (m.x + column * m.module, m.y + row * m.module);
        let all: Vec<Vec<bool>> = squares(&text, m.side).collect();
        let at = (row * side + column) as usize;
        // Only where every way to draw the text agrees is a change wrong for sure.
        prop_assume!(all.iter().all(|squares| squares[at] == all[0][at]));
        let ink = if all[0][at] { Ink::White } else { Ink::Black };
        let wrong = looked_at(vec![Item::Qr(m.clone()), rect(place, (m.module, m.module), ink)], &text);
        prop_assert!(matches!(wrong, Err(PaperError::Unproved { flaw: Flaw::Covered, .. })), "{wrong:?}");
        let near = [(place.0, m.y - 1.5 * m.module), (place.0, m.y + (side + 0.5) * m.module), (m.x - 3.9 * m.module, place.1), (m.x + (side + 2.5) * m.module, place.1)];
        let dot = rect(near[beside as usize], (m.module, m.module), Ink::Black);
        let crowded = looked_at(vec![Item::Qr(m), dot], &text);
        prop_assert!(matches!(crowded, Err(PaperError::Unproved { flaw: Flaw::Crowded, .. })), "{crowded:?}");
    }
}
