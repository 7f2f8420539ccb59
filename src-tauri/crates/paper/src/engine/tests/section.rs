use super::*;
use crate::engine::block::{Band, Rule};

fn many(word: &str, n: usize) -> Vec<Block> {
    (0..n).map(|i| words(&format!("{word} {i}"))).collect()
}

/// The page number above the text, if there is one.
fn number(page: &Page) -> Option<String> {
    seen(page).into_iter().find(|l| l.base < MARGINS.top).map(|l| l.text)
}

#[test]
fn each_section_counts_its_pages_from_one_and_hides_the_first() {
    let appendix = Section { width: 297.0, height: 210.0, ..upright(many("Phụ lục", 60)) };
    let drawing = drawn(&[upright(many("Bài", 60)), appendix]);
    let numbers: Vec<(f32, Option<String>)> = drawing.pages.iter().map(|p| (p.width, number(p))).collect();
    let two = Some("2".to_owned());
    let three = Some("3".to_owned());
    assert_eq!(numbers, [(210.0, None), (210.0, two.clone()), (297.0, None), (297.0, two), (297.0, three)]);
    // In the middle of the text of a page that lies.
    let line = seen(&drawing.pages[3]).into_iter().find(|l| l.text == "2").expect("a number");
    assert!(near((line.left + line.right) / 2.0, 30.0 + (297.0 - 45.0) / 2.0), "{line:?}");
}

#[test]
fn a_foot_ends_at_the_margin_and_the_text_above_it() {
    let foot = vec![
        Block::Rule(Rule { share: 1.0, thickness: 0.25, before: 3.0, after: 1.0 }),
        Paragraph::new("Địa chỉ: số 1 đường Tô Hiệu", Type::new(Face::Serif, 11.0), Stand::CENTRED).into(),
    ];
    let section = Section { foot: Band::on_first_page(foot), ..upright(many("Dòng", 100)) };
    let pages = drawn(&[section]).pages;
    let address = seen(&pages[0]).into_iter().find(|l| l.text.starts_with("Địa chỉ")).expect("an address");
    let across = rules(&pages[0])[0];
    assert!(near(across.0.0, 30.0) && near(across.1.0, 195.0), "over the whole width: {across:?}");
    assert!(address.base < 277.0 && address.base > 272.0, "{address:?}");
    let last = seen(&pages[0]).into_iter().filter(|l| l.text.starts_with("Dòng")).map(|l| l.base).fold(0.0, f32::max);
    assert!(last < across.0.1 - 2.9, "{last} {across:?}");
    assert!(rules(&pages[1]).is_empty() && seen(&pages[1]).iter().all(|l| !l.text.starts_with("Địa chỉ")));
    let full = seen(&pages[1]).iter().map(|l| l.base).fold(0.0, f32::max);
    assert!(full > 270.0, "the second page has the room again: {full}");
}

#[test]
fn head_and_foot_stand_on_every_page_and_leave_the_text_between_them() {
    let band = |words: &str| Band::on_every_page(vec![super::words(words)]);
    let section = Section { head: band("ĐẦU"), foot: band("CHÂN"), ..upright(many("Dòng", 120)) };
    let pages = drawn(&[section]).pages;
    assert!(pages.len() >= 3);
    for page in &pages {
        let lines: Vec<Seen> = seen(page).into_iter().filter(|l| l.top > 19.9).collect();
        assert_eq!((lines[0].text.as_str(), lines[lines.len() - 1].text.as_str()), ("ĐẦU", "CHÂN"));
        assert!(lines.windows(2).all(|l| l[0].base < l[1].base));
    }
}

#[test]
fn headings_are_bookmarks_of_their_page_and_stay_with_what_follows() {
    let heading = |text: &str, level| Block::from(Paragraph::new(text, BOLD, Stand::PLAIN).heading(level));
    let mut blocks = Vec::new();
    for part in 1..6 {
        blocks.push(heading(&format!("{part}. PHẦN"), 1));
        blocks.push(heading(&format!("Mục {part}"), 2));
        blocks.extend(many("Dòng", 17));
    }
    let drawing = drawn(&[upright(vec![words("Trang đầu")]), upright(blocks)]);
    assert_eq!(drawing.bookmarks.len(), 10);
    for mark in &drawing.bookmarks {
        let page = &drawing.pages[mark.page];
        let line = seen(page).into_iter().find(|l| l.text == mark.title).expect("its heading is on its page");
        assert!(near(line.top, mark.y), "{mark:?} {line:?}");
        assert!(seen(page).iter().any(|l| l.base > line.base && l.text.starts_with("Dòng")), "{mark:?} at the foot");
    }
    assert!(drawing.bookmarks.iter().all(|m| m.page > 0) && drawing.bookmarks[9].page > 1);
}

#[test]
fn a_rule_of_a_share_stands_in_the_middle() {
    let rule = Rule { share: 0.4, thickness: 0.25, before: 2.0, after: 2.0 };
    let pages = drawn(&[upright(vec![words("Trên"), Block::Rule(rule), words("Dưới")])]).pages;
    let (from, to) = rules(&pages[0])[0];
    assert!(near(to.0 - from.0, 66.0) && near((from.0 + to.0) / 2.0, 112.5));
}

#[test]
fn no_line_of_a_paragraph_stands_alone_at_a_foot_or_a_head() {
    for before in 38..46 {
        for times in 1..4 {
            let mut blocks = many("Dòng", before);
            blocks.push(body(&LONG.repeat(times)));
            let pages = drawn(&[upright(blocks)]).pages;
            let of_paragraph =
                |p: &Page| seen(p).iter().filter(|l| l.top > 19.9 && !l.text.starts_with("Dòng")).count();
            let lines: Vec<usize> = pages.iter().map(of_paragraph).collect();
            assert!(lines.iter().all(|n| *n != 1), "{before} lines before {times}: {lines:?}");
        }
    }
}

#[test]
fn a_hanging_paragraph_stands_out_by_its_first_line() {
    let stand = Stand { left: 12.0, first_line: -6.0, ..Stand::PLAIN };
    let pages = drawn(&[upright(vec![Paragraph::new(LONG, BODY, stand).into()])]).pages;
    let lefts: Vec<f32> = seen(&pages[0]).iter().map(|l| l.left).collect();
    assert!(near(lefts[0], 36.0) && lefts.len() > 1 && lefts[1..].iter().all(|l| near(*l, 42.0)), "{lefts:?}");
}
