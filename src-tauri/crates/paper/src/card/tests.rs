//! What a card promises: all that a team asks for on its evening, in the hand, and no phone of a person.

use super::*;
use crate::seen::{every_letter, find, inside, nothing_overlaps, reading, seen};

fn card(people: usize, sheets: u32) -> TeamCardPrint {
    const NAMES: [&str; 5] =
        ["Nguyễn Văn An", "Trần Thị Bích Ngọc", "Lê Hoàng Phương Thảo", "Đỗ Quang Huy", "Vũ Thị Hạnh"];
    let member = |n: usize| CardMember {
        name: NAMES[n % NAMES.len()].into(),
        pair: u32::try_from(n / 2 + 1).ok().filter(|_| n % 7 != 6),
    };
    let force = |name: &str, from: usize, to: usize| CardForce {
        name: name.into(),
        count: to - from,
        members: (from..to).map(member).collect(),
    };
    TeamCardPrint {
        issuer: "UBND phường Hà Cầu".into(),
        campaign: "Cài đặt iHanoi".into(),
        team: "Tổ hỗ trợ số 3".into(),
        area: "Tổ dân phố Hà Trì 1".into(),
        on: NaiveDate::from_ymd_opt(2024, 11, 14).expect("a day"),
        starts: NaiveTime::from_hms_opt(19, 30, 0).expect("a time"),
        ends: NaiveTime::from_hms_opt(21, 30, 0).expect("a time"),
        head: CardHead { title: "Tổ trưởng tổ dân phố".into(), name: Some("Phạm Văn Bình".into()) },
        forces: vec![
            force("Đoàn viên thanh niên", 0, people / 3),
            force("Dân quân thường trực", people / 3, people - 1),
            force("Cán bộ Văn hóa – Thông tin", people - 1, people),
        ],
        sheets: (1..=sheets).map(|n| format!("{:03}-{:04}\u{a0}({n}/{sheets})", 100 + n, 1937 + 7 * n)).collect(),
        return_to: Some("UBND phường Hà Cầu (qua đ/c Đào Thu Hằng - Công chức Văn phòng Thống kê)".into()),
        contact_line: Some("Văn phòng UBND phường, máy số 100".into()),
        illustration: None,
    }
}

fn pages(batch: &[TeamCardPrint], size: CardSize) -> Vec<Page> {
    drawing(batch, size, &mut |_, _| true).expect("they fit").pages
}

#[test]
fn a_card_reads_as_it_should() {
    insta::assert_snapshot!(reading(&pages(&[card(15, 5)], CardSize::A5)[0].items));
}

#[test]
fn a_small_card_reads_as_it_should() {
    insta::assert_snapshot!(reading(&pages(&[card(15, 5)], CardSize::A6)[0].items));
}

#[test]
fn a_card_says_all_that_is_asked_for() {
    for size in [CardSize::A5, CardSize::A6] {
        let words = reading(&pages(&[card(15, 5)], size)[0].items);
        let words = words.lines().map(|line| line.get(21..).unwrap_or_default()).collect::<Vec<_>>().join(" ");
        let words = words.replace('\u{a0}', " ");
        for wanted in [
            "THẺ TỔ",
            "Tổ hỗ trợ số 3",
            "Tổ dân phố Hà Trì 1",
            "Thứ Năm 14/11/2024, 19h30 – 21h30",
            "Nơi tập trung:",
            "Phạm Văn Bình (tổ trưởng tổ dân phố)",
            "Nguyễn Văn An (cặp 1)",
            "Đoàn viên thanh niên:",
            "05 phiếu: 101-1944 (1/5)",
            "Mang theo:",
            "OTP",
            "HỎNG",
            "Nộp phiếu về:",
            "Đào Thu Hằng",
            "máy số 100",
        ] {
            assert!(words.contains(wanted), "{wanted}: {words}");
        }
    }
}

#[test]
fn a_card_without_names_says_how_many_and_leaves_room_for_the_heads() {
    let mut plain = card(15, 5);
    plain.head.name = None;
    for force in &mut plain.forces {
        force.members.clear();
    }
    let items = &pages(&[plain], CardSize::A5)[0].items;
    let words = reading(items);
    assert!(words.contains("Đoàn viên thanh niên: 05 người") && words.contains("Phụ trách: ……"), "{words}");
    assert!(!words.contains("Nguyễn Văn An") && !words.contains("cặp"), "{words}");
}

#[test]
fn nothing_overlaps_and_cards_stay_within_their_cuts() {
    for (size, at_once, edge) in [(CardSize::A5, 2, 9.5), (CardSize::A6, 4, 6.5)] {
        let invented = TeamCardPrint { illustration: Some("SỐ LIỆU MINH HỌA".into()), ..card(15, 5) };
        let batch = [card(15, 5), invented, card(4, 2), card(15, 5), card(6, 3)];
        let pages = pages(&batch, size);
        assert_eq!(pages.len(), batch.len().div_ceil(at_once));
        let (width, height) = size.card();
        for page in &pages {
            nothing_overlaps(&page.items);
            inside(&page.items, (edge, edge - 1.0, page.width - edge, page.height - edge + 0.5));
            for line in seen(&page.items) {
                let within = |from: f32, to: f32, of: f32| (from / of).floor() == (to / of).floor();
                assert!(
                    within(line.left, line.right, width) && within(line.top, line.base, height),
                    "{line:?} over a cut"
                );
            }
        }
        let least = seen(&pages[0].items).iter().map(|l| l.size).fold(f32::MAX, f32::min);
        assert!(least >= if size == CardSize::A5 { 9.0 } else { 7.0 }, "{least}");
    }
}

#[test]
fn too_many_for_the_pocket_are_sent_to_the_larger_card_and_too_many_for_that_are_refused() {
    match drawing(&[card(60, 20)], CardSize::A6, &mut |_, _| true).map(|d| d.pages.len()) {
        Err(PaperError::TooSmall { paper: PaperKind::TeamCard, place, instead, .. }) => {
            assert_eq!(place, "Tổ hỗ trợ số 3, 14/11/2024");
            assert!(instead.starts_with("A5"));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(pages(&[card(30, 10)], CardSize::A5).len(), 1);
    let endless = drawing(&[card(400, 20)], CardSize::A5, &mut |_, _| true).map(|d| d.pages.len());
    assert!(matches!(endless, Err(PaperError::Overflow { paper: PaperKind::TeamCard, .. })), "{endless:?}");
}

#[test]
fn a_set_of_a_hundred_is_told_by_its_first_and_last_sheet() {
    for size in [CardSize::A5, CardSize::A6] {
        let seen = seen(&pages(&[card(4, 125)], size)[0].items);
        let text: String = seen.iter().map(|line| format!("{} ", line.text)).collect();
        let text = text.replace('\u{a0}', " ");
        assert!(text.contains("125 phiếu, từ 101-1944 (1/125) đến 225-2812 (125/125)."), "{text}");
    }
}

#[test]
fn every_letter_is_printed_and_a_batch_can_be_stopped() {
    let letters = TeamCardPrint { area: every_letter(), ..card(4, 2) };
    find(&seen(&pages(&[letters], CardSize::A5)[0].items), "ăằắẳẵặ");
    let batch = vec![card(4, 2); 3];
    let stopped = drawing(&batch, CardSize::A5, &mut |done, _| done < 1);
    assert!(matches!(stopped, Err(PaperError::Cancelled)));
}
