use super::*;
use crate::engine::block::{Fixed, Float, Picture, Side};
use crate::engine::picture::Image;
use crate::engine::qr::Mending;
use crate::seen::{photocopied, qrs};

fn code() -> Picture {
    Picture::Qr { text: "https://hanoi.gov.vn".into(), mending: Mending::Medium, least: 0.5 }
}

fn float(side: Side) -> Block {
    Block::Float(Float { picture: code(), side, width: 30.0, gap: 4.0 })
}

pub(super) fn picture() -> Image {
    let mut png = Vec::new();
    let pixels = image::RgbImage::from_fn(40, 20, |x, y| image::Rgb([x as u8 * 6, y as u8 * 12, 90]));
    image::DynamicImage::from(pixels)
        .write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png)
        .expect("a picture");
    Image::read(&png).expect("it is one")
}

#[test]
fn words_run_beside_a_code_and_below_it() {
    for side in [Side::Left, Side::Right] {
        let blocks = vec![float(side), body(&LONG.repeat(2)), body(LONG)];
        let page = drawn(&[upright(blocks)]).pages.swap_remove(0);
        let lines = seen(&page);
        let foot = lines[0].top + 30.0;
        let (mut beside, mut below) = (0, 0);
        for line in &lines {
            if line.top < foot - 0.1 {
                beside += 1;
                let (left, right) = if side == Side::Left { (64.0, 195.0) } else { (30.0, 161.0) };
                assert!(line.left >= left - 0.05 && line.right <= right + 0.05, "{side:?}: {line:?}");
            } else {
                below += 1;
                assert!(line.left < 41.0);
            }
        }
        assert!(beside >= 4 && below >= 2, "{beside} {below}");
        let code = qrs(&page.items)[0];
        assert_eq!(photocopied(code), "https://hanoi.gov.vn");
        let quiet = code.module * 4.0;
        let (edge, wanted) = if side == Side::Left { (code.x - quiet, 30.0) } else { (code.x - quiet, 165.0) };
        assert!(near(edge, wanted), "{side:?}: {edge}");
        crate::seen::nothing_overlaps(&page.items);
    }
}

#[test]
fn a_code_and_the_words_beside_it_stand_on_one_page() {
    for before in 25..50 {
        let mut blocks: Vec<Block> = (0..before).map(|i| words(&format!("Dòng {i}"))).collect();
        blocks.extend([float(Side::Left), words("Bên cạnh"), words("Dưới một"), words("Dưới hai")]);
        let drawing = drawn(&[upright(blocks)]);
        let with: Vec<&Page> = drawing.pages.iter().filter(|p| !qrs(&p.items).is_empty()).collect();
        assert_eq!(with.len(), 1);
        let code = qrs(&with[0].items)[0];
        let line = crate::seen::find(&seen(with[0]), "Bên cạnh").clone();
        assert!(near(code.y - code.module * 4.0, line.top) && line.left > 63.0, "{before}: {line:?}");
        assert!(code.y + code.module * code.side as f32 <= 277.0);
    }
}

#[test]
fn a_code_without_words_beside_it_takes_its_room() {
    let page = drawn(&[upright(vec![float(Side::Right), Block::Rule(RULE), words("Dưới")])]).pages.swap_remove(0);
    assert!(near(rules(&page)[0].0.1, 50.1), "{:?}", rules(&page));
}

const RULE: crate::engine::block::Rule =
    crate::engine::block::Rule { share: 1.0, thickness: 0.2, before: 0.0, after: 0.0 };

#[test]
fn a_picture_keeps_its_proportion_and_stands_where_it_was_put() {
    let at = |every_page| Fixed { picture: Picture::Image(picture()), at: (150.0, 280.0), width: 20.0, every_page };
    let many: Vec<Block> = (0..80).map(|i| words(&format!("Dòng {i}"))).collect();
    for (every_page, wanted) in [(false, 1), (true, 2)] {
        let section = Section { fixed: vec![at(every_page)], ..upright(many.clone()) };
        let pages = drawn(&[section]).pages;
        let found: Vec<(f32, f32, f32, f32)> = pages
            .iter()
            .flat_map(|p| &p.items)
            .filter_map(|i| match i {
                Item::Image { x, y, width, height, .. } => Some((*x, *y, *width, *height)),
                _ => None,
            })
            .collect();
        assert_eq!(found, vec![(150.0, 280.0, 20.0, 10.0); wanted]);
    }
}

#[test]
fn a_picture_over_words_or_over_the_edge_is_refused() {
    for at in [(40.0, 20.0), (195.0, 250.0)] {
        let fixed = Fixed { picture: Picture::Image(picture()), at, width: 20.0, every_page: false };
        let section = Section { fixed: vec![fixed], ..upright(vec![words("Những chữ này đứng đó")]) };
        assert!(matches!(tried(&[section]), Err(Fault::Overflow { .. })), "{at:?}");
    }
}

#[test]
fn a_code_is_never_drawn_too_small() {
    let small = Float { picture: code(), side: Side::Left, width: 15.0, gap: 2.0 };
    let fault = tried(&[upright(vec![Block::Float(small)])]);
    assert_eq!(fault.map(|_| ()), Err(Fault::Qr { text: "https://hanoi.gov.vn".into() }));
}

#[test]
fn what_is_no_picture_is_refused() {
    assert!(Image::read(b"GIF89a\x01\0\x01\0").is_err() && Image::read(b"\x89PNG\r\n\x1a\n").is_err());
}
