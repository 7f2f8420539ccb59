//! Any order of blocks: nothing is lost, nothing leaves the margins, what belongs together stays together.

use proptest::prelude::*;

use super::*;
use crate::engine::block::{Cell, Float, Picture, Rules, Side, Table};
use crate::engine::qr::Mending;

fn sentence() -> impl Strategy<Value = String> {
    prop::collection::vec("[a-zđăâêôơư]{1,9}", 1..60).prop_map(|words| words.join(" "))
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        4 => sentence().prop_map(|t| body(&t)),
        1 => sentence().prop_map(|t| Paragraph::new(format!("MỤC {t}"), BOLD, Stand::PLAIN).heading(1).into()),
        2 => (1..9usize, 0..3usize, 1..4usize).prop_map(|(rows, header, down)| Block::Table(table(rows, header, down))),
        1 => (20.0..45.0f32, any::<bool>()).prop_map(|(width, left)| {
            let side = if left { Side::Left } else { Side::Right };
            let picture = Picture::Qr { text: "0123456789".into(), mending: Mending::Quartile, least: 0.3 };
            Block::Float(Float { picture, side, width, gap: 3.0 })
        }),
    ]
}

/// Three tracks; the first cell of each group goes down over its rows.
fn table(rows: usize, header: usize, down: usize) -> Table {
    let words = |text: String| Cell::words(text, BODY);
    let row = |i: usize| {
        let mut cells = vec![words(format!("ô hai {i}")), words("ô ba".into())];
        if i.is_multiple_of(down) {
            cells.insert(0, words(format!("nhóm {i}")).down(down));
        }
        cells
    };
    Table {
        tracks: Table::tracks(&[50.0, 60.0, 55.0]),
        header: (0..header).map(|i| vec![words(format!("ĐẦU BẢNG {i}")).across(3)]).collect(),
        rows: (0..rows).map(row).collect(),
        before: 2.0,
        rules: Rules::All(0.2),
        padding: (1.5, 0.8),
    }
}

fn squeezed(text: impl Iterator<Item = String>) -> String {
    text.flat_map(|t| t.chars().filter(|c| !c.is_whitespace()).collect::<Vec<_>>()).collect()
}

fn count(haystack: &str, needle: char) -> usize {
    haystack.chars().filter(|c| *c == needle).count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_nothing_leaves_the_margins(blocks in prop::collection::vec(block(), 1..40)) {
        let drawing = drawn(&[upright(blocks.clone())]);
        // What a heading stands over may be pictures, which are no lines.
        let over_pictures: Vec<String> = blocks.windows(2).filter_map(|two| match two {
            [Block::Paragraph(heading), Block::Float(_)] => Some(heading.text()),
            _ => None,
        }).collect();
        let is_over_pictures = |line: &str| over_pictures.iter().any(|heading| heading.starts_with(line));
        for (page, n) in drawing.pages.iter().zip(1..) {
            let lines = seen(page);
            for line in &lines {
                let is_number = line.base < 20.0 && line.text == n.to_string();
                prop_assert!(is_number || line.top >= 19.9, "{line:?}");
                prop_assert!(line.base <= 277.0 && line.left >= 29.9 && line.right <= 195.1, "{line:?}");
            }
            if let Some(last) = lines.last() {
                let is_alone = last.text.starts_with("MỤC") && !is_over_pictures(&last.text);
                prop_assert!(!is_alone || n == drawing.pages.len(), "{last:?}");
            }
            crate::seen::nothing_overlaps(&page.items);
        }
        let printed = squeezed(drawing.pages.iter().flat_map(seen).filter(|l| l.base > 20.0).map(|l| l.text));
        let written = squeezed(blocks.iter().filter_map(|b| match b {
            Block::Paragraph(p) => Some(p.text()),
            _ => None,
        }));
        for letter in ['q', 'z', 'đ', 'k'] {
            prop_assert_eq!(count(&printed, letter), count(&written, letter));
        }
        let rows: usize = blocks.iter().map(|b| if let Block::Table(t) = b { t.rows.len() } else { 0 }).sum();
        prop_assert_eq!(printed.matches("ôhai").count(), rows);
        prop_assert_eq!(drawing.clone(), drawn(&[upright(blocks)]), "the same again");
    }
}
