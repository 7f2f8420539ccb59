//! Team cards: one for each team of an evening, cut from an A4 page, without anybody's phone.

use crate::made::{self, EVENINGS, INVENTED};
use crate::pdf::{info, pages, squeezed, words};

#[test]
fn every_evening_has_its_card_two_on_a_page() {
    let path = made::cards();
    let pages = pages(path);
    assert_eq!(pages.len(), EVENINGS.len().div_ceil(2));
    assert!(info(path, "Page size").expect("a size").contains("A4"), "{:?}", info(path, "Page size"));
    let all = pages.concat();
    for (day, area) in EVENINGS {
        assert!(all.contains(&format!("{day:02}/11/2024, 19h30 – 21h30")), "{day}");
        assert!(all.contains(area), "{area}");
    }
    assert_eq!(all.matches("THẺ TỔ").count(), EVENINGS.len());
}

#[test]
fn each_card_stays_on_its_side_of_the_cut() {
    for page in words(made::cards()) {
        for word in page {
            assert!(word.right < 148.5 || word.left > 148.5, "{word:?}");
        }
    }
}

#[test]
fn a_card_warns_of_fraud_and_says_what_to_do_with_sheets() {
    for (path, at_once) in [(made::cards(), 2), (made::small_cards(), 4)] {
        for page in pages(path) {
            let said = squeezed(&page);
            let cards = said.matches("THẺTỔ").count();
            assert!((1..=at_once).contains(&cards), "{cards}");
            for wanted in ["OTP", "Phụtrách:", "Nơitậptrung:", "Phiếuđượcgiao:", "HỎNG", "Mangtheo:"] {
                assert!(said.matches(wanted).count() >= cards, "{wanted}: {page}");
            }
        }
    }
}

#[test]
fn no_phone_is_printed_and_invented_people_are_said_to_be_invented() {
    let page = &pages(made::small_cards())[0];
    let digits = |word: &&str| word.bytes().filter(u8::is_ascii_digit).count() >= 9;
    assert!(!page.split_whitespace().any(|word| digits(&word)), "{page}");
    assert!(squeezed(page).contains(&squeezed(INVENTED)), "{page}");
}
