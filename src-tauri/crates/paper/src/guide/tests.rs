use domain::guide::{GuideChapter, read};

use super::*;
use crate::seen::seen;

fn png(width: u32, height: u32) -> Vec<u8> {
    use image::ImageEncoder;
    let mut file = Vec::new();
    let encoder = image::codecs::png::PngEncoder::new(&mut file);
    let grey = vec![200; (width * height) as usize];
    encoder.write_image(&grey, width, height, image::ExtendedColorType::L8).expect("a picture");
    file
}

fn print(text: &str, chapters: usize) -> GuidePrint {
    let pictures = [("hep".to_owned(), png(600, 300)), ("rong".to_owned(), png(1366, 600))];
    GuidePrint {
        version: "1.2.3".into(),
        chapters: vec![read(GuideChapter::Keying, text).expect("a chapter"); chapters],
        pictures: pictures.into(),
    }
}

const TEXT: &str = "# Nhập phiếu\n\nMở **Nhập phiếu**, bấm `F5`.\n\n![Hẹp](hep)\n\n1. Gõ mã.\n2. Bấm `Shift Enter`.\n\n\
                    > Ô trống khác số không.\n\n## Bảng cả buổi\n\n![Rộng](rong)\n\n- Một buổi trên một trang.\n";

fn laid(print: &GuidePrint) -> Drawing {
    let mut typesetter = Typesetter::new();
    let section = section(print, &[7], &mut typesetter).expect("it is described");
    flow::drawing(NAME.to_owned(), &[section], &mut typesetter).expect("it is laid out")
}

#[test]
fn everything_written_is_on_it_and_chapters_are_bookmarks() {
    let print = print(TEXT, 1);
    let drawing = laid(&print);
    let text: String = drawing.pages.iter().flat_map(|p| seen(&p.items)).map(|l| l.text + "\n").collect();
    for words in ["Phiên bản 1.2.3", "1. Nhập phiếu", "1. Gõ mã.", "2. Bấm", "Nên biết: Ô trống", "• Một buổi"]
    {
        assert!(text.replace("\u{a0}", " ").replace("  ", " ").contains(words), "{words:?} in {text}");
    }
    let marks: Vec<(u8, &str)> = drawing.bookmarks.iter().map(|b| (b.level, b.title.as_str())).collect();
    assert_eq!(marks, [(1, "1. Nhập phiếu"), (2, "Bảng cả buổi")]);
    assert_eq!(guide_pdf(&print).expect("a paper"), guide_pdf(&print).expect("again"), "the same bytes");
}

#[test]
fn a_narrow_picture_has_words_beside_it_and_a_wide_one_none() {
    let drawing = laid(&print(TEXT, 1));
    let items: Vec<&crate::engine::page::Item> = drawing.pages.iter().flat_map(|p| &p.items).collect();
    let lines = drawing.pages.iter().flat_map(|p| seen(&p.items)).collect::<Vec<_>>();
    let mut pictures = items.iter().filter_map(|item| match item {
        crate::engine::page::Item::Image { x, y, width, height, .. } => Some((*x, *y, *width, *height)),
        _ => None,
    });
    let (x, y, width, height) = pictures.next().expect("the narrow one");
    assert!((x + width - (WIDTH - MARGINS.right)).abs() < 0.1, "it stands at the right edge");
    let beside: Vec<_> = lines.iter().filter(|l| l.base > y && l.base < y + height).collect();
    assert!(beside.len() >= 2 && beside.iter().all(|l| l.right < x), "{beside:?}");
    let (x, y, width, height) = pictures.next().expect("the wide one");
    assert!(x >= MARGINS.left && width <= MEASURE, "it stays within the text");
    assert!(!lines.iter().any(|l| l.base > y + 1.0 && l.top < y + height - 1.0), "nothing stands on it");
}

#[test]
fn keys_of_two_words_stand_in_one_frame() {
    let mut page = laid(&print(TEXT, 1)).pages.remove(0);
    let before = page.items.len();
    key::put_caps(&mut page, &KEY);
    assert_eq!(page.items.len() - before, 2, "F5, and Shift Enter");
}

#[test]
fn the_contents_say_the_page_each_chapter_begins_on() {
    let print = print(&format!("{TEXT}\n{}", "Một đoạn dài của chương này.\n\n".repeat(60)), 3);
    let laid = laid(&print);
    let begins: Vec<usize> = laid.bookmarks.iter().filter(|b| b.level == 1).map(|b| b.page + 1).collect();
    assert!(begins.windows(2).all(|w| w[0] < w[1]), "{begins:?}");
    let told = section(&print, &begins, &mut Typesetter::new()).expect("it is described");
    let told = flow::drawing(NAME.to_owned(), &[told], &mut Typesetter::new()).expect("it is laid out");
    let after: Vec<usize> = told.bookmarks.iter().filter(|b| b.level == 1).map(|b| b.page + 1).collect();
    assert_eq!(begins, after, "numbers push nothing away");
    let first = seen(&told.pages[0].items);
    let of = |title: &str| first.iter().find(|l| l.text == title).expect("it is in the contents").base;
    let numbers: Vec<&str> =
        first.iter().filter(|l| (l.base - of("2. Nhập phiếu")).abs() < 0.1).map(|l| l.text.as_str()).collect();
    assert!(numbers.contains(&begins[1].to_string().as_str()), "{numbers:?}");
}

#[test]
fn a_picture_that_is_not_there_or_is_none_is_told() {
    let mut missing = print(TEXT, 1);
    missing.pictures.remove("hep");
    assert!(matches!(guide_pdf(&missing), Err(PaperError::Output(why)) if why.contains("hep")));
    missing.pictures.insert("hep".into(), b"no picture".to_vec());
    assert!(matches!(guide_pdf(&missing), Err(PaperError::Output(_))));
}
