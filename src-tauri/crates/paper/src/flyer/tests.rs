//! What a flyer promises: the area's own evenings in the largest type, a QR a phone reads, a warning, and
//! nothing lost to the photocopier or the knife.

use proptest::prelude::*;

use super::*;
use crate::seen::{Seen, every_letter, find, inside, nothing_overlaps, photocopied, qrs, reading, rects, seen};

const SIZES: [FlyerSize; 3] = [FlyerSize::A4, FlyerSize::A5, FlyerSize::A6];
const LINK: &str = "https://example.org/cai-dat";
const INVENTED: &str = "SỐ LIỆU MINH HỌA - KHÔNG PHẢI SỐ LIỆU THẬT";
const LINE: &str = "Văn phòng UBND phường, máy số 100";

fn flyer(days: &[u32]) -> FlyerPrint {
    let time = |hour| NaiveTime::from_hms_opt(hour, 30, 0).expect("a time");
    FlyerPrint {
        issuer: "UBND phường Hà Cầu".into(),
        app: "iHanoi".into(),
        area: "Tổ dân phố Hà Trì 1".into(),
        evenings: days.iter().map(|d| NaiveDate::from_ymd_opt(2024, 11, *d).expect("a day")).collect(),
        starts: time(19),
        ends: time(21),
        link: None,
        contact_line: None,
        illustration: None,
    }
}

fn linked(days: &[u32]) -> FlyerPrint {
    FlyerPrint { link: Some(LINK.into()), contact_line: Some(LINE.into()), ..flyer(days) }
}

fn invented(days: &[u32]) -> FlyerPrint {
    FlyerPrint { illustration: Some(INVENTED.into()), ..linked(days) }
}

/// Flyers an office may ask for.
fn all() -> Vec<FlyerPrint> {
    let days: [&[u32]; 4] = [&[], &[9], &[14, 15], &[14, 16, 29]];
    days.iter().flat_map(|days| [flyer(days), linked(days), invented(days)]).collect()
}

/// One flyer from its own top left.
fn one(flyer: &FlyerPrint, size: FlyerSize) -> Result<Vec<Item>, PaperError> {
    let laid = design::flyer(flyer, size, &mut Typesetter::new());
    laid.map_err(|fault| fault.on(PaperKind::Flyer, &flyer.area))
}

fn made(flyer: &FlyerPrint, size: FlyerSize) -> Vec<Item> {
    one(flyer, size).unwrap_or_else(|e| panic!("{size:?} {e}: {flyer:?}"))
}

fn text(items: &[Item]) -> String {
    seen(items).iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn an_a5_flyer_reads_as_it_should() {
    insta::assert_snapshot!(reading(&made(&linked(&[14, 15]), FlyerSize::A5)));
}

#[test]
fn a_flyer_without_a_confirmed_link_has_no_qr_and_does_not_speak_of_scanning() {
    for size in SIZES {
        let items = made(&flyer(&[9]), size);
        assert!(qrs(&items).is_empty());
        let text = text(&items);
        assert!(!text.contains("Quét") && !text.contains("http"), "{text}");
        assert!(text.contains("Cán bộ tổ giúp tải"), "{text}");
    }
}

#[test]
fn evenings_and_hours_are_the_largest_and_the_rest_is_at_least_14_points() {
    for size in SIZES {
        for flyer in all() {
            let lines = seen(&made(&flyer, size));
            let hours = find(&lines, "19 giờ 30 – 21 giờ 30");
            let imprint = flyer.issuer.to_uppercase();
            for line in lines.iter().filter(|l| l.text != imprint) {
                assert!(line.size >= 14.0, "{size:?}: {line:?}");
                assert!(line.size <= hours.size, "{size:?}: {line:?}");
                assert!(line.size < hours.size || line.white, "{size:?}: {line:?} is as large as the evening");
            }
        }
    }
}

#[test]
fn exactly_the_areas_evenings_are_named() {
    for size in SIZES {
        let text = text(&made(&linked(&[14, 16, 29]), size));
        for words in ["Tổ dân phố Hà Trì 1", "Thứ Năm 14/11", "thứ Bảy 16/11", "thứ Sáu 29/11/2024"] {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert_eq!(text.matches("/11").count(), 3, "{text}");
        let blank = self::text(&made(&flyer(&[]), size));
        assert!(blank.contains("Ngày …… / …… / 20……"), "{blank}");
    }
}

/// A weekday and its date are one thing, however wide: "Chủ nhật 2" and "4/11" would be another evening.
#[test]
fn no_date_and_no_headline_is_torn() {
    let long = FlyerPrint { app: "Ứng dụng Công dân Thủ đô".into(), ..linked(&[24]) };
    let week: Vec<FlyerPrint> = (18..=24).map(|day| flyer(&[day])).collect();
    for size in SIZES {
        for flyer in [&long, &linked(&[23, 24]), &invented(&[14, 16, 29])].into_iter().chain(&week) {
            let items = made(flyer, size);
            let torn = |item: &&Item| matches!(item, Item::Text { line, .. } if line.torn);
            let torn: Vec<String> = items.iter().filter(torn).map(Item::words).collect();
            assert!(torn.iter().all(|line| line.starts_with("http")), "{size:?}: {torn:?}");
        }
    }
}

#[test]
fn it_warns_of_fraud_and_names_the_offices_line() {
    for size in SIZES {
        let text = text(&made(&linked(&[9]), size));
        let warning = "Cảnh giác: cán bộ không bao giờ hỏi mã OTP, mật khẩu hay thu tiền.";
        assert!(text.contains(warning), "{text}");
        assert!(text.contains("Hỏi thêm: Văn phòng"), "{text}");
        assert!(!text.contains("CỘNG HÒA"), "no administrative document");
    }
}

#[test]
fn the_qr_is_large_read_after_a_photocopy_and_its_link_printed() {
    for (size, least) in [(FlyerSize::A4, 45.0), (FlyerSize::A5, 30.0), (FlyerSize::A6, 25.0)] {
        for link in [LINK, "https://play.google.com/store/apps/details?id=vn.example.ihanoi&hl=vi"] {
            let flyer = FlyerPrint { link: Some(link.into()), contact_line: None, ..flyer(&[9]) };
            let items = made(&flyer, size);
            let qr = qrs(&items);
            assert!(qr[0].module * qr[0].side as f32 >= least, "{size:?}");
            assert_eq!(photocopied(qr[0]), link);
            assert!(text(&items).replace(' ', "").contains(link), "{}", text(&items));
        }
    }
}

#[test]
fn nothing_overlaps_and_white_stands_on_black_only() {
    for size in SIZES {
        let (width, height) = size.flyer();
        for flyer in all() {
            let items = made(&flyer, size);
            nothing_overlaps(&items);
            inside(&items, (7.0, 7.0, width - 7.0, height - 7.0));
            let black: Vec<_> =
                rects(&items).into_iter().filter(|(_, paint)| *paint == Paint::Fill(Ink::Black)).collect();
            for line in seen(&items) {
                let core = line.core();
                let on = black.iter().any(|(e, _)| e.0 <= core.0 && e.1 <= core.1 && e.2 >= core.2 && e.3 >= core.3);
                assert_eq!(on, line.white, "{line:?}");
            }
        }
    }
}

#[test]
fn copies_are_equal_and_only_marks_lie_on_the_cut() {
    for (size, copies) in [(FlyerSize::A4, 1), (FlyerSize::A5, 2), (FlyerSize::A6, 4)] {
        let drawn = drawing(&[linked(&[14, 15])], size).expect("it fits");
        let page = &drawn.pages[0];
        let (long, short) = (page.width.max(page.height), page.width.min(page.height));
        assert_eq!((long, short), (297.0, 210.0), "A4");
        assert_eq!(qrs(&page.items).len(), copies);
        let lines = seen(&page.items);
        let hours: Vec<&Seen> = lines.iter().filter(|l| l.text.contains("21 giờ 30")).collect();
        assert_eq!(hours.len(), copies);
        for (cut, across) in [(page.width / 2.0, copies > 1), (f32::MAX, false)] {
            assert!(!across || lines.iter().all(|l| l.right < cut - 5.0 || l.left > cut + 5.0));
        }
        let marks = page.items.iter().filter(|i| matches!(i, Item::Shape(Shape::Line { .. }, _))).count();
        assert_eq!(marks, [0, 2, 6][copies.trailing_zeros() as usize]);
    }
}

#[test]
fn an_invented_flyer_says_so_in_full() {
    for size in SIZES {
        let text = text(&made(&invented(&[9]), size));
        assert!(text.starts_with(INVENTED), "{text}");
    }
}

#[test]
fn what_does_not_fit_is_refused_by_the_areas_name() {
    let first = flyer(&[1]).evenings[0];
    let many = FlyerPrint { evenings: (0..90).map(|n| first + chrono::Days::new(n)).collect(), ..flyer(&[]) };
    let endless = FlyerPrint { area: "Hà Trì ".repeat(120), ..flyer(&[9]) };
    let far = FlyerPrint { link: Some(format!("https://example.org/{}", "x".repeat(900))), ..flyer(&[9]) };
    for size in SIZES {
        for wrong in [&many, &endless] {
            match flyers_pdf(&[flyer(&[9]), wrong.clone()], size).map(|pdf| pdf.len()) {
                Err(PaperError::Overflow { paper: PaperKind::Flyer, place }) => {
                    assert!(place.starts_with(&wrong.area), "{place}");
                }
                other => panic!("{size:?}: {other:?}"),
            }
        }
        match flyers_pdf(std::slice::from_ref(&far), size).map(|pdf| pdf.len()) {
            Err(PaperError::Qr { paper: PaperKind::Flyer, place }) => assert!(place.starts_with(&far.area), "{place}"),
            other => panic!("{size:?}: {other:?}"),
        }
        let foreign = FlyerPrint { area: "Khu 漢".into(), ..flyer(&[9]) };
        assert!(matches!(one(&foreign, size), Err(PaperError::MissingGlyph { character: '漢', .. })));
    }
}

#[test]
fn every_vietnamese_letter_is_printed_and_copied() {
    let letters: Vec<char> = every_letter().chars().collect();
    for piece in letters.chunks(12) {
        let area: String = piece.iter().collect();
        let text = text(&made(&FlyerPrint { area: area.clone(), ..flyer(&[9]) }, FlyerSize::A5));
        assert!(text.contains(&area), "{area}: {text}");
    }
}

#[test]
fn equal_flyers_give_equal_bytes_and_a_page_for_each_area() {
    let batch = [flyer(&[9]), linked(&[14, 15])];
    for size in SIZES {
        let pdf = flyers_pdf(&batch, size).expect("made");
        assert_eq!(pdf, flyers_pdf(&batch, size).expect("made"));
        let file = lopdf::Document::load_mem(&pdf).expect("a PDF");
        assert_eq!(file.get_pages().len(), batch.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    /// Whatever the names: the flyer is whole and legible, or refused by name.
    #[test]
    fn whole_or_refused(
        area in "[A-ZĐÀÁẢ][a-zđăâêôơưắềộữỹ0-9 ,()/-]{0,80}",
        issuer in "UBND (phường|xã) [A-ZĐ][a-zđăâêôơư ]{0,30}",
        app in "[A-ZĐ][a-zđộữỹ]{0,10}( [A-ZĐ][a-zđộữỹ]{0,10})?",
        line in prop::option::of("[A-ZĐ][a-zđộữỹ0-9 ]{0,50}"),
        link in prop::bool::ANY,
        days in prop::collection::btree_set(1..30u32, 0..6),
        size in 0..3usize,
    ) {
        let days: Vec<u32> = days.into_iter().collect();
        let link = link.then(|| LINK.to_owned());
        let flyer = FlyerPrint { area, issuer, app, contact_line: line, link, ..flyer(&days) };
        let (width, height) = SIZES[size].flyer();
        match one(&flyer, SIZES[size]) {
            Ok(items) => {
                nothing_overlaps(&items);
                inside(&items, (7.0, 7.0, width - 7.0, height - 7.0));
            }
            Err(PaperError::Overflow { place, .. }) => prop_assert!(place.starts_with(&flyer.area)),
            Err(other) => prop_assert!(false, "{other:?}"),
        }
    }
}
