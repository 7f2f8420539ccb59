//! Generated plans: what the decree never allows does not happen whatever is written.

use domain::document::{Recipients, Signature};
use proptest::prelude::*;

use super::*;

/// Every Vietnamese letter with every tone, and what else stands in names.
const LETTERS: &str = "[a-zA-Z0-9aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ\
                       AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴĐ ,.()/-]";

fn name(longest: usize) -> impl Strategy<Value = String> {
    let inner = format!("[A-ZĐÀÁẢ]{LETTERS}{{0,{}}}", longest - 1);
    prop::string::string_regex(&inner).expect("a pattern").prop_map(|text| domain::text::clean(&text))
}

/// Words with spaces, as sentences have.
fn sentence(longest: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(name(9), 1..longest).prop_map(|words| words.join(" "))
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        1 => sentence(20).prop_map(|t| Block::Part { number: "I".into(), title: t }),
        2 => sentence(20).prop_map(|t| Block::Item { number: "1".into(), title: t }),
        2 => sentence(90).prop_map(|t| Block::NumberedText { number: "2".into(), text: Rich::plain(t) }),
        3 => sentence(120).prop_map(|t| Block::Paragraph(Rich::plain(t))),
        3 => sentence(40).prop_map(|t| Block::Dash(Rich::plain(t))),
    ]
}

/// Rows whose evenings are all different, so that each can be found on its page.
fn schedule() -> impl Strategy<Value = Block> {
    prop::collection::vec((name(80), 1..4u64), 1..61).prop_map(|rows| {
        let mut day = november(1);
        let lines = rows
            .into_iter()
            .map(|(area, evenings)| {
                let evenings: Vec<_> = (0..evenings).map(|i| day + chrono::Days::new(i)).collect();
                day = day + chrono::Days::new(evenings.len() as u64);
                ScheduleLine { evenings, area }
            })
            .collect();
        Block::Schedule {
            time_heading: "Thời gian (các buổi tối, từ 19h30 đến 21h30)".into(),
            area_heading: "Địa bàn tổ dân phố".into(),
            lines,
        }
    })
}

fn plan() -> impl Strategy<Value = Document> {
    let around = || prop::collection::vec(block(), 0..14);
    let heads = (name(60), prop::collection::vec(name(40), 1..3), prop::collection::vec(sentence(40), 0..5));
    let feet = (prop::collection::vec(name(80), 0..41), prop::option::of(name(40)), 1..4usize);
    (heads, around(), schedule(), around(), feet, prop::bool::ANY).prop_map(
        |((subject, superior, bases), before, table, after, (recipients, signer, lines), invented)| {
            let mut body = before;
            body.push(table);
            body.extend(after);
            let mut issuer = reference::issuer();
            issuer.superior_lines = superior;
            Document {
                issuer,
                subject,
                bases: bases.into_iter().map(Rich::plain).collect(),
                body,
                recipients: Recipients(recipients),
                signature: Signature { lines: vec!["CHỦKÝ".into(); lines], signer },
                illustration: invented.then(|| "số liệu minh họa".into()),
                foot: None,
                ..reference::plan()
            }
        },
    )
}

const EDGE: f32 = 0.1;

fn inside_the_margins(pages: &[Page]) {
    for (page, n) in pages.iter().zip(1..) {
        for line in seen(page) {
            let is_number = n > 1 && line.base < 20.0 && line.text == n.to_string();
            assert!(is_number || line.top >= 20.0 - EDGE, "page {n}: {line:?}");
            assert!(line.base <= 277.0, "page {n}: {line:?}");
            assert!(line.left >= 30.0 - EDGE && line.right <= 195.0 + EDGE, "page {n}: {line:?}");
        }
        for item in &page.items {
            if let Item::Shape(crate::engine::page::Shape::Line { from, to }, _) = item {
                for (x, y) in [from, to] {
                    assert!((30.0 - EDGE..=195.0 + EDGE).contains(x) && (20.0 - EDGE..=277.0 + EDGE).contains(y));
                }
            }
        }
    }
}

fn rows_whole_under_their_header(document: &Document, pages: &[Page]) {
    let lines: Vec<Vec<Seen>> = pages.iter().map(seen).collect();
    let page_of = |text: &str| lines.iter().position(|page| page.iter().any(|l| l.text == text));
    for block in &document.body {
        let Block::Schedule { lines: rows, .. } = block else { continue };
        for row in rows {
            let on: Vec<Option<usize>> =
                row.evenings.iter().map(|d| page_of(&format!("Ngày {}", domain::date::dmy(*d)))).collect();
            assert!(on[0].is_some() && on.iter().all(|p| *p == on[0]), "{row:?} is on pages {on:?}");
            let page = &lines[on[0].expect("it is on a page")];
            let first = find(page, &format!("Ngày {}", domain::date::dmy(row.evenings[0])));
            let header = find(page, "STT");
            assert!(header.base < first.base, "the header stands above {row:?}");
        }
    }
}

fn no_heading_at_the_foot(pages: &[Page]) {
    for page in pages {
        let lines = seen(page);
        let signature = lines.iter().find(|l| l.text == "CHỦKÝ").map(|l| l.base - 1.0);
        let body = lines.iter().filter(|l| signature.is_none_or(|foot| l.base < foot));
        let last = body.max_by(|a, b| a.base.total_cmp(&b.base)).expect("a page has text");
        assert!(!last.bold, "{last:?}");
        if signature.is_some() {
            return;
        }
    }
}

fn signature_is_not_alone(pages: &[Page]) {
    let page = pages.iter().find(|p| seen(p).iter().any(|l| l.text == "CHỦKÝ")).expect("it is signed");
    let lines = seen(page);
    let sign = find(&lines, "CHỦKÝ");
    let above = lines
        .iter()
        .filter(|l| l.base < sign.base - 1.0 && l.top >= 19.9 && !l.bold && l.text != "Số liệu minh họa")
        .map(|l| (l.base * 10.0) as i32)
        .collect::<std::collections::BTreeSet<_>>();
    assert!(above.len() >= 2, "{above:?} above {sign:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_decree_holds(document in plan()) {
        let pages = plan_pages(&document).expect("it fits");
        inside_the_margins(&pages);
        rows_whole_under_their_header(&document, &pages);
        no_heading_at_the_foot(&pages);
        signature_is_not_alone(&pages);
    }
}

/// Tables that end at every position of a page, with a signature right below.
#[test]
fn the_end_of_the_table_may_fall_anywhere() {
    for rows in 1..60 {
        let lines = (0..rows)
            .map(|i| ScheduleLine { evenings: vec![november(1) + chrono::Days::new(i)], area: format!("Tổ {i}") })
            .collect();
        let table = Block::Schedule { time_heading: "Thời gian".into(), area_heading: "Địa bàn".into(), lines };
        let mut document = Document { body: vec![table], ..reference::plan() };
        document.signature.lines = vec!["CHỦKÝ".into()];
        let pages = plan_pages(&document).expect("it fits");
        inside_the_margins(&pages);
        rows_whole_under_their_header(&document, &pages);
        signature_is_not_alone(&pages);
    }
}
