//! How flyers lie on sheets, and how they leave as files.

use super::*;
use crate::engine::page::Page;
use crate::seen::Seen;

fn on(sheet: SheetSize, size: FlyerSize) -> FlyerForm {
    FlyerForm { sheet, marks: true, ..form(FlyerDesign::Evening, size) }
}

fn page(form: FlyerForm) -> Page {
    drawing(&[linked(&[14, 15])], form, &mut |_, _| true).expect("it fits").pages.remove(0)
}

fn marks(page: &Page) -> usize {
    page.items.iter().filter(|i| matches!(i, Item::Shape(Shape::Line { .. }, Paint::Stroke(..)))).count()
}

#[test]
fn as_many_lie_on_a_sheet_as_it_holds_and_only_marks_lie_on_the_cut() {
    for (sheet, size, (across, down), extent, marked) in [
        (SheetSize::A4, FlyerSize::A4, (1, 1), (210.0, 297.0), 0),
        (SheetSize::A4, FlyerSize::A5, (2, 1), (297.0, 210.0), 2),
        (SheetSize::A4, FlyerSize::A6, (2, 2), (210.0, 297.0), 6),
        (SheetSize::A4, FlyerSize::Strip, (3, 1), (297.0, 210.0), 4),
        (SheetSize::A3, FlyerSize::A4, (2, 1), (420.0, 297.0), 2),
        (SheetSize::A3, FlyerSize::A5, (2, 2), (297.0, 420.0), 6),
        (SheetSize::A3, FlyerSize::A6, (4, 2), (420.0, 297.0), 14),
        (SheetSize::A3, FlyerSize::Strip, (3, 2), (297.0, 420.0), 10),
        (SheetSize::A3, FlyerSize::PosterA3, (1, 1), (297.0, 420.0), 0),
        (SheetSize::Own, FlyerSize::A6, (1, 1), (105.0, 148.5), 0),
    ] {
        let page = page(on(sheet, size));
        assert_eq!((page.width, page.height), extent, "{size:?} on {sheet:?}");
        assert_eq!(qrs(&page.items).len(), across * down, "{size:?} on {sheet:?}");
        let lines = seen(&page.items);
        let hours: Vec<&Seen> = lines.iter().filter(|l| l.text.contains("21 giờ 30")).collect();
        assert_eq!(hours.len(), across * down);
        for cut in (1..across).map(|n| n as f32 * size.extent().0) {
            assert!(lines.iter().all(|l| l.right < cut - 4.0 || l.left > cut + 4.0), "{size:?} on {sheet:?}");
        }
        assert_eq!(marks(&page), marked, "{size:?} on {sheet:?}");
    }
    let refused = drawing(&[flyer(&[9])], on(SheetSize::A4, FlyerSize::PosterA3), &mut |_, _| true);
    assert!(matches!(refused, Err(PaperError::Overflow { .. })));
}

#[test]
fn colour_runs_out_to_the_bleed_and_text_stays_where_it_was() {
    for design in FlyerDesign::ALL {
        let shop = FlyerForm { bleed: true, marks: true, ..form(design, FlyerSize::A5) };
        let plain = form(design, FlyerSize::A5);
        let bled = laid_out(&linked(&[14, 15]), shop);
        let (width, _) = FlyerSize::A5.extent();
        let out = |items: &[Item]| rects(items).iter().any(|(e, _)| e.0 <= -3.0 && e.2 >= width + 3.0);
        assert!(out(&bled), "{design:?}");
        assert!(!out(&laid_out(&linked(&[14, 15]), plain)), "{design:?}");
        inside(&bled, (-3.01, -3.01, width + 3.01, 213.01));
        let lefts = |items: &[Item]| seen(items).iter().map(|l| l.left).fold(f32::MAX, f32::min);
        assert!((lefts(&bled) - lefts(&laid_out(&linked(&[14, 15]), plain))).abs() < 0.01);
    }
}

#[test]
fn a_print_shop_is_told_where_to_trim() {
    let shop = FlyerForm { bleed: true, marks: true, ..form(FlyerDesign::Invitation, FlyerSize::A5) };
    let pdf = flyers_pdf(&[linked(&[14, 15])], shop, &mut |_, _| true).expect("made");
    let file = lopdf::Document::load_mem(&pdf).expect("a PDF");
    let page = file.get_dictionary(file.get_pages()[&1]).expect("a page");
    let edges = |name: &[u8]| -> Vec<f32> {
        let numbers = page.get(name).and_then(lopdf::Object::as_array).expect("a box");
        numbers.iter().map(|n| n.as_float().expect("a number") * 25.4 / 72.0).collect()
    };
    let near = |a: Vec<f32>, b: [f32; 4]| assert!(a.iter().zip(b).all(|(a, b)| (a - b).abs() < 0.02), "{a:?} {b:?}");
    // 9 mm for the marks, 3 mm of bleed.
    near(edges(b"MediaBox"), [0.0, 0.0, 172.5, 234.0]);
    near(edges(b"BleedBox"), [9.0, 9.0, 163.5, 225.0]);
    near(edges(b"TrimBox"), [12.0, 12.0, 160.5, 222.0]);
    let drawn = page_of(shop);
    // Marks keep off the colour: they end before the bleed begins.
    for item in &drawn.items {
        if let Item::Shape(Shape::Line { from, to }, Paint::Stroke(_, width)) = item
            && (*width - 0.15).abs() < 0.001
        {
            let clear = |at: f32, end: f32| at <= 9.0 || at >= end - 9.0;
            let ends = [from, to].map(|p| clear(p.0, drawn.width) || clear(p.1, drawn.height));
            assert_eq!(ends, [true, true], "{from:?} {to:?}");
        }
    }
    assert_eq!(marks(&drawn), 8);
}

fn page_of(form: FlyerForm) -> Page {
    page(FlyerForm { design: FlyerDesign::Evening, ..form })
}

#[test]
fn a_strip_has_room_and_a_mark_for_the_handle() {
    for design in FlyerDesign::ALL {
        let form = FlyerForm { marks: true, ..form(design, FlyerSize::Strip) };
        let items = laid_out(&linked(&[14, 15]), form);
        let dashed = |i: &&Item| matches!(i, Item::Shape(_, Paint::Dash(..)));
        assert_eq!(items.iter().filter(dashed).count(), 2, "the ring and its slit");
        assert!(seen(&items).iter().all(|l| l.base - l.size * 0.25 > 40.0), "{design:?}");
    }
}

#[test]
fn equal_flyers_give_equal_bytes_and_a_page_for_each_area() {
    let batch = [flyer(&[9]), linked(&[14, 15])];
    for size in [FlyerSize::A4, FlyerSize::A6] {
        for form in [on(SheetSize::A4, size), FlyerForm { sheets: 3, ..on(SheetSize::A4, size) }] {
            let pdf = flyers_pdf(&batch, form, &mut |_, _| true).expect("made");
            assert_eq!(pdf, flyers_pdf(&batch, form, &mut |_, _| true).expect("made"));
            let file = lopdf::Document::load_mem(&pdf).expect("a PDF");
            assert_eq!(file.get_pages().len(), batch.len() * form.sheets);
        }
    }
}

#[test]
fn many_equal_sheets_are_hardly_larger_than_one() {
    let size = |sheets| {
        let form = FlyerForm { sheets, ..on(SheetSize::A4, FlyerSize::A6) };
        flyers_pdf(&[linked(&[14])], form, &mut |_, _| true).expect("made").len()
    };
    assert!(size(50) < size(1) + 50 * 300, "{} {}", size(50), size(1));
}

#[test]
fn a_batch_stops_when_it_is_told_to() {
    let batch = [flyer(&[9]), flyer(&[10]), flyer(&[11])];
    let mut seen = 0;
    let stopped = flyers_pdf(&batch, on(SheetSize::A4, FlyerSize::A6), &mut |n, of| {
        assert_eq!(of, 3);
        seen = n;
        n < 1
    });
    assert!(matches!(stopped, Err(PaperError::Cancelled)));
    assert_eq!(seen, 1);
}

#[test]
fn the_picture_is_1080_by_1350_small_and_its_qr_is_read_from_it() {
    for design in FlyerDesign::ALL {
        let png = flyer_png(&linked(&[14, 15]), design).expect("made");
        assert!(png.len() <= 400_000, "{design:?}: {}", png.len());
        let picture = image::load_from_memory(&png).expect("a picture").to_luma8();
        assert_eq!(picture.dimensions(), (1080, 1350));
        let grey = |x: usize, y: usize| picture.get_pixel(x as u32, y as u32).0[0];
        let mut eye = rqrr::PreparedImage::prepare_from_greyscale(1080, 1350, grey);
        let found: Vec<String> = eye.detect_grids().iter().filter_map(|g| g.decode().ok()).map(|d| d.1).collect();
        assert_eq!(found, [LINK], "{design:?}");
        let items = picture::items(&linked(&[14, 15]), design, &mut Typesetter::new()).expect("it fits");
        nothing_overlaps(&items);
        // Five dots to a mm: 14 points are 25 dots, a phone's own small type.
        assert!(seen(&items).iter().all(|line| line.size >= 14.0), "{design:?}");
    }
}

#[test]
fn pictures_of_a_batch_are_one_archive_each_under_its_areas_name() {
    let batch = [linked(&[14]), linked(&[15])];
    let named = |_: &str| "anh.png".to_owned();
    let zip = flyer_pngs_zip(&batch, FlyerDesign::Steps, &named, &mut |_, _| true).expect("made");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).expect("an archive");
    let names: Vec<String> =
        (0..archive.len()).map(|n| archive.by_index(n).expect("a file").name().expect("a name").into_owned()).collect();
    assert_eq!(names, ["anh.png", "anh-2.png"]);
}
