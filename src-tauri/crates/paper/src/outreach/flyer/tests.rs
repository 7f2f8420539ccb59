//! What a flyer promises, in every design, size and ink: the area's own evenings, a QR a phone reads, a
//! warning, and nothing lost to the photocopier or the knife.

mod made;
mod printing;

use proptest::prelude::*;

use self::made::*;
use super::*;
use crate::seen::{every_letter, find, inside, nothing_overlaps, photocopied, qrs, reading, rects, seen};

#[test]
fn each_design_reads_as_it_should() {
    for (design, name) in FlyerDesign::ALL.into_iter().zip(["evening", "steps", "invitation"]) {
        insta::assert_snapshot!(name, reading(&laid_out(&linked(&[14, 15]), form(design, FlyerSize::A5))));
    }
}

#[test]
fn a_flyer_without_a_confirmed_link_has_no_qr_and_does_not_speak_of_scanning() {
    for form in forms() {
        let items = laid_out(&flyer(&[9]), form);
        assert!(qrs(&items).is_empty());
        let text = text(&items);
        assert!(!text.contains("Quét") && !text.contains("http"), "{form:?}: {text}");
    }
}

#[test]
fn all_but_the_imprint_is_at_least_14_points() {
    for form in forms() {
        for flyer in all() {
            let imprint = flyer.issuer.to_uppercase();
            for line in seen(&laid_out(&flyer, form)).iter().filter(|l| l.text != imprint) {
                assert!(line.size >= 14.0, "{form:?}: {line:?}");
            }
        }
    }
}

#[test]
fn in_the_first_design_the_evening_is_the_largest() {
    for size in FlyerSize::ALL {
        for flyer in all() {
            let lines = seen(&laid_out(&flyer, form(FlyerDesign::Evening, size)));
            let hours = find(&lines, "19 giờ 30 – 21 giờ 30");
            for line in &lines {
                assert!(line.size <= hours.size, "{size:?}: {line:?}");
                assert!(line.size < hours.size || line.white, "{size:?}: {line:?} is as large as the evening");
            }
        }
    }
}

#[test]
fn exactly_the_areas_evenings_are_named() {
    for form in forms() {
        let lines = text(&laid_out(&linked(&[14, 16, 29]), form));
        assert!(lines.contains("Tổ dân phố Hà Trì 1"), "{lines}");
        let leaves = form.design == FlyerDesign::Invitation && lines.matches("11/2024").count() == 3;
        let words: &[&str] = if leaves {
            &["Thứ Năm", "14", "Thứ Bảy", "16", "Thứ Sáu", "29"]
        } else {
            &["Thứ Năm 14/11", "thứ Bảy 16/11", "thứ Sáu 29/11/2024"]
        };
        assert!(words.iter().all(|w| lines.contains(w)), "{form:?}: {lines}");
        assert_eq!(lines.matches("/11").count(), if leaves { 0 } else { 3 }, "{lines}");
        let blank = text(&laid_out(&flyer(&[]), form));
        assert!(blank.contains("Ngày …… / …… / 20……"), "{blank}");
    }
}

/// A weekday and its date are one thing, however wide: "Chủ nhật 2" and "4/11" would be another evening.
#[test]
fn no_date_and_no_headline_is_torn() {
    let long = FlyerPrint { app: "Ứng dụng Công dân Thủ đô".into(), ..linked(&[24]) };
    let week: Vec<FlyerPrint> = (18..=24).map(|day| flyer(&[day])).collect();
    for form in forms() {
        for flyer in [&long, &linked(&[23, 24]), &invented(&[14, 16, 29])].into_iter().chain(&week) {
            // Refused is better than torn.
            let Ok(items) = one(flyer, form, &mut Typesetter::new()) else { continue };
            let torn = |item: &&Item| matches!(item, Item::Text { line, .. } if line.torn);
            let torn: Vec<String> = items.iter().filter(torn).map(Item::words).collect();
            assert!(torn.iter().all(|line| line.starts_with("http")), "{form:?}: {torn:?}");
        }
    }
}

#[test]
fn it_warns_of_fraud_and_names_the_offices_line() {
    for form in forms() {
        let text = text(&laid_out(&linked(&[9]), form));
        let warning = "Cảnh giác: cán bộ không bao giờ hỏi mã OTP, mật khẩu hay thu tiền.";
        assert!(text.contains(warning), "{form:?}: {text}");
        assert!(text.contains("Hỏi thêm: Văn phòng"), "{text}");
        assert!(!text.contains("CỘNG HÒA"), "no administrative document");
    }
}

#[test]
fn the_qr_is_large_read_after_a_photocopy_and_its_link_printed_under_it() {
    let least = |size| match size {
        FlyerSize::A4 | FlyerSize::PosterA4 => 45.0,
        FlyerSize::A5 | FlyerSize::Strip => 30.0,
        FlyerSize::A6 => 25.0,
        FlyerSize::PosterA3 => 60.0,
    };
    for form in forms() {
        for link in [LINK, "https://play.google.com/store/apps/details?id=vn.example.ihanoi&hl=vi"] {
            let flyer = FlyerPrint { link: Some(link.into()), contact_line: None, ..flyer(&[9]) };
            let items = laid_out(&flyer, form);
            let qr = qrs(&items)[0];
            let side = qr.module * qr.side as f32;
            assert!(side >= least(form.size) - 0.01, "{form:?}");
            assert_eq!(photocopied(qr), link);
            assert!(text(&items).replace(' ', "").contains(link), "{}", text(&items));
            let lines = seen(&items);
            let under = lines.iter().find(|l| l.text.contains("https")).expect("the link");
            assert!(under.top >= qr.y + side && under.left <= qr.x, "{form:?}: {under:?}");
        }
    }
}

#[test]
fn nothing_overlaps_and_white_stands_on_a_field_only() {
    for form in forms() {
        let (width, height) = form.size.extent();
        for flyer in all() {
            let items = laid_out(&flyer, form);
            nothing_overlaps(&items);
            inside(&items, (4.0, 4.0, width - 4.0, height - 4.0));
            let dark: Vec<_> = rects(&items)
                .into_iter()
                .filter(|(_, paint)| matches!(paint, Paint::Fill(ink) if *ink != Ink::White && !is_pale(*ink)))
                .collect();
            for line in seen(&items) {
                let core = line.core();
                let on = dark.iter().any(|(e, _)| e.0 <= core.0 && e.1 <= core.1 && e.2 >= core.2 && e.3 >= core.3);
                assert_eq!(on, line.white, "{form:?}: {line:?}");
            }
        }
    }
}

/// A photocopier makes of a grey what it likes.
#[test]
fn for_a_copier_all_is_black_or_white() {
    for form in forms().into_iter().filter(|f| f.inks == Inks::Copier) {
        for item in laid_out(&invented(&[14, 15]), form) {
            let inks = match &item {
                Item::Text { line, .. } => line.words.iter().map(|w| w.set_in.ink).collect(),
                Item::Shape(_, Paint::Fill(ink) | Paint::Stroke(ink, _) | Paint::Dash(ink, ..)) => vec![*ink],
                _ => vec![],
            };
            assert!(inks.iter().all(|i| !matches!(i, Ink::Colour(..))), "{form:?}: {item:?}");
        }
    }
}

#[test]
fn an_invented_flyer_says_so_in_full() {
    for form in forms() {
        let text = text(&laid_out(&invented(&[9]), form));
        assert!(text.starts_with(INVENTED), "{text}");
    }
    for design in FlyerDesign::ALL {
        let shown = picture::items(&invented(&[9]), design, &mut Typesetter::new()).expect("it fits");
        assert!(text(&shown).starts_with(INVENTED));
    }
}

#[test]
fn the_offices_own_words_are_filled_for_each_area_and_none_left_out() {
    let own = FlyerPrint {
        headline: Some("Mời bà con {{địa bàn}}\ncài {{ Ứng dụng }}".into()),
        steps: Some(vec!["Sạc đầy điện thoại".into(), "Chờ lúc {{giờ}}".into(), "Hỏi {{đơn vị}}".into()]),
        ..linked(&[14])
    };
    for form in forms().into_iter().filter(|f| !matches!(f.size, FlyerSize::A6 | FlyerSize::Strip)) {
        let text = text(&laid_out(&own, form)).replace('\u{a0}', " ");
        for words in ["Mời bà con", "Sạc đầy điện thoại", "Hỏi UBND phường Hà Cầu"] {
            assert!(text.contains(words), "{form:?} {words}: {text}");
        }
        assert_eq!(text.matches("Tổ dân phố Hà Trì 1").count(), 2, "{form:?}: {text}");
        assert!(!text.contains("{{"), "{text}");
    }
    let unknown = FlyerPrint { steps: Some(vec!["Gọi {{số của tôi}}".into(), "Chờ".into()]), ..own };
    match one(&unknown, form(FlyerDesign::Steps, FlyerSize::A4), &mut Typesetter::new()) {
        Err(PaperError::Field { place, field, .. }) => {
            assert_eq!((place.as_str(), field.as_str()), ("Tổ dân phố Hà Trì 1", "số của tôi"));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_does_not_fit_is_refused_by_the_areas_name_and_the_words() {
    let first = flyer(&[1]).evenings[0];
    let many = FlyerPrint { evenings: (0..90).map(|n| first + chrono::Days::new(n)).collect(), ..flyer(&[]) };
    let endless = FlyerPrint { area: "Hà Trì ".repeat(400), ..flyer(&[9]) };
    let wordy = FlyerPrint { steps: Some(vec!["rất dài ".repeat(400), "ngắn".into()]), ..flyer(&[9]) };
    let far = FlyerPrint { link: Some(format!("https://example.org/{}", "x".repeat(1500))), ..flyer(&[9]) };
    // The ladder of sizes is the same for every design: one design on every size, every design on one.
    for form in forms().into_iter().filter(|f| f.design == FlyerDesign::Evening || f.size == FlyerSize::A5) {
        for (wrong, words) in [(&many, "Thứ"), (&endless, "Hà Trì"), (&wordy, "rất dài")] {
            match one(wrong, form, &mut Typesetter::new()).map(|items| items.len()) {
                Err(PaperError::Overflow { paper: PaperKind::Flyer, place }) => {
                    assert!(place.starts_with(&wrong.area), "{place}");
                    assert!(place.contains(words), "{form:?}: {place}");
                }
                other => panic!("{form:?}: {other:?}"),
            }
        }
        match one(&far, form, &mut Typesetter::new()) {
            Err(PaperError::Qr { paper: PaperKind::Flyer, place }) => assert!(place.starts_with(&far.area), "{place}"),
            other => panic!("{form:?}: {other:?}"),
        }
        let foreign = FlyerPrint { area: "Khu 漢".into(), ..flyer(&[9]) };
        let refused = one(&foreign, form, &mut Typesetter::new());
        assert!(matches!(refused, Err(PaperError::MissingGlyph { character: '漢', .. })));
    }
}

/// "Bốn bước" above two steps makes people look for the other two.
#[test]
fn a_headline_speaks_of_steps_only_above_steps_and_one_of_the_office_above_all() {
    let counted = FlyerPrint { headline: Some("Bốn bước cài {{ứng dụng}}".into()), ..flyer(&[9]) };
    for size in FlyerSize::ALL {
        let form = form(FlyerDesign::Steps, size);
        for flyer in all() {
            let text = text(&laid_out(&flyer, form)).replace('\u{a0}', " ");
            assert_eq!(text.contains("Từng bước"), text.contains("Chuẩn bị"), "{size:?}: {text}");
        }
        match one(&counted, form, &mut Typesetter::new()) {
            Ok(items) => {
                let text = text(&items).replace('\u{a0}', " ");
                assert!(text.contains("Chuẩn bị") && text.contains("Gửi phản ánh"), "{size:?}: {text}");
            }
            Err(refused) => assert!(matches!(refused, PaperError::Overflow { .. }), "{size:?}: {refused}"),
        }
    }
}

#[test]
fn a_link_that_fits_a_line_is_on_one() {
    for form in forms() {
        let lines = seen(&laid_out(&linked(&[14]), form));
        assert!(lines.iter().any(|l| l.text.ends_with(LINK)), "{form:?}: {lines:?}");
    }
}

#[test]
fn every_vietnamese_letter_is_printed_and_copied() {
    let letters: Vec<char> = every_letter().chars().collect();
    for piece in letters.chunks(12) {
        let area: String = piece.iter().collect();
        let text = text(&laid_out(
            &FlyerPrint { area: area.clone(), ..flyer(&[9]) },
            form(FlyerDesign::Evening, FlyerSize::A5),
        ));
        assert!(text.contains(&area), "{area}: {text}");
    }
}

#[test]
fn a_step_gets_the_icon_its_words_call_for() {
    for (step, icon) in [
        ("Quét mã bên dưới", icons::SCAN),
        ("Chuẩn bị điện thoại và căn cước", icons::CARD),
        ("Sạc đầy điện thoại", icons::PHONE),
        ("Đăng nhập bằng VNeID", icons::ACCOUNT),
        ("Gửi phản ánh", icons::MESSAGE),
        ("Không đọc mã OTP cho ai", icons::SHIELD),
        ("Mở cửa", icons::TICK),
    ] {
        assert_eq!(icons::of(step), icon, "{step}");
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
        n in 0..18usize,
    ) {
        let days: Vec<u32> = days.into_iter().collect();
        let link = link.then(|| LINK.to_owned());
        let flyer = FlyerPrint { area, issuer, app, contact_line: line, link, ..flyer(&days) };
        let form = forms()[n];
        let (width, height) = form.size.extent();
        match one(&flyer, form, &mut Typesetter::new()) {
            Ok(items) => {
                nothing_overlaps(&items);
                inside(&items, (4.0, 4.0, width - 4.0, height - 4.0));
            }
            Err(PaperError::Overflow { place, .. }) => prop_assert!(place.starts_with(&flyer.area)),
            Err(other) => prop_assert!(false, "{other:?}"),
        }
    }
}
