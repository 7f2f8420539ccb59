//! What is read aloud has no figures in it but a phone's, and says how long it takes.

use domain::{NaiveDate, NaiveTime};

use super::*;

fn flyer(area: &str, days: &[u32]) -> FlyerPrint {
    let time = |hour| NaiveTime::from_hms_opt(hour, 30, 0).expect("a time");
    FlyerPrint {
        issuer: "UBND phường Hà Cầu".into(),
        app: "iHanoi".into(),
        area: area.into(),
        evenings: days.iter().map(|d| NaiveDate::from_ymd_opt(2024, 11, *d).expect("a day")).collect(),
        starts: time(19),
        ends: time(21),
        link: None,
        contact_line: None,
        illustration: None,
        headline: None,
        steps: None,
    }
}

#[test]
fn numbers_are_spoken_as_they_are_said() {
    for (n, words) in [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (30, "ba mươi"),
        (59, "năm mươi chín"),
    ] {
        assert_eq!(spoken::number(n), words);
    }
}

#[test]
fn an_areas_evenings_are_read_in_words() {
    let text = lines(&flyer("Tổ dân phố Hà Trì", &[14, 15]), &[flyer("Tổ dân phố Hà Trì", &[14, 15])], false);
    assert_eq!(text[0], "Kính thưa bà con Tổ dân phố Hà Trì.");
    assert_eq!(
        text[2],
        "Từ mười chín giờ ba mươi phút đến hai mươi mốt giờ ba mươi phút, tối thứ Năm ngày mười bốn tháng Mười một \
         và tối thứ Sáu ngày mười lăm tháng Mười một."
    );
    assert!(text.iter().all(|l| !l.contains("{{") && !l.chars().any(|c| c.is_ascii_digit())), "{text:?}");
    assert!(!text.iter().any(|l| l.contains("hỏi thêm")), "no line without a phone");
}

#[test]
fn the_whole_ward_hears_each_area_by_name() {
    let batch = [flyer("Tổ dân phố Hà Trì 1", &[9]), flyer("Chung cư Phú Thịnh", &[27, 28])];
    let text = lines(&batch[0], &batch, true);
    assert!(text[0].contains("toàn thể bà con"));
    assert!(text[2].starts_with("Tổ dân phố Hà Trì 1: từ mười chín giờ"), "{}", text[2]);
    assert!(text[2].ends_with("tối thứ Bảy ngày mùng chín tháng Mười một."), "{}", text[2]);
    assert!(text[3].starts_with("Chung cư Phú Thịnh: "));
}

#[test]
fn the_time_is_syllables_by_the_stated_rate() {
    let lines = vec!["một ".repeat(200), "gọi 0123.".to_owned()];
    assert_eq!(time(&lines), "Thời gian đọc: khoảng 1 phút 10 giây (205 tiếng, mỗi phút 180 tiếng).");
}

#[test]
fn equal_texts_give_equal_bytes() {
    let made = || loudspeaker_docx(&[flyer("Hà Trì 1", &[9])], false).expect("made");
    assert_eq!(made(), made());
    assert!(loudspeaker_docx(&[], true).is_err());
}
