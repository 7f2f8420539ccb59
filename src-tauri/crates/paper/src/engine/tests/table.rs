use super::*;
use crate::engine::block::{Cell, Row, Rules, Table, Track};

fn cell(text: &str) -> Cell {
    Cell::words(text, BODY)
}

fn row(texts: &[&str]) -> Row {
    texts.iter().map(|t| cell(t)).collect()
}

fn table(header: Vec<Row>, rows: Vec<Row>) -> Table {
    let tracks = vec![Track::new(20.0, Align::Centre), Track::new(85.0, Align::Left), Track::new(60.0, Align::Right)];
    Table { tracks, header, rows, before: 2.0, rules: Rules::All(0.2), padding: (2.0, 1.0) }
}

fn page_of(table: Table) -> Page {
    drawn(&[upright(vec![Block::Table(table)])]).pages.swap_remove(0)
}

fn at<'a>(lines: &'a [Seen], text: &str) -> &'a Seen {
    crate::seen::find(lines, text)
}

#[test]
fn words_stand_as_their_track_says() {
    let page = page_of(table(vec![], vec![row(&["1", "Hà Trì", "1.234"])]));
    let lines = seen(&page);
    let (number, name, sum) = (at(&lines, "1"), at(&lines, "Hà"), at(&lines, "1.234"));
    assert!(near((number.left + number.right) / 2.0, 40.0) || number.text == "1.234", "{number:?}");
    assert!(near(name.left, 52.0) && near(sum.right, 193.0), "{name:?} {sum:?}");
}

#[test]
fn a_cell_across_tracks_has_no_rule_inside_it() {
    let total: Row = vec![Cell::words("Cộng", BOLD).across(2), cell("99")];
    let page = page_of(table(vec![], vec![row(&["1", "Một", "2"]), total]));
    let lines = seen(&page);
    let total = at(&lines, "Cộng");
    assert!(
        total.bold && near((total.left + total.right) / 2.0, 30.0 + 105.0 / 2.0),
        "in the middle of both: {total:?}"
    );
    // The rule between the first two tracks ends above the row of the total.
    let between = rules(&page).into_iter().find(|(f, t)| near(f.0, 50.0) && near(t.0, 50.0)).expect("a rule");
    assert!(between.1.1 < total.top, "{between:?} {total:?}");
    let next = rules(&page).into_iter().rev().find(|(f, t)| near(f.0, 135.0) && near(t.0, 135.0)).expect("a rule");
    assert!(next.1.1 > total.base);
}

#[test]
fn a_cell_over_rows_is_as_high_as_they_are_and_has_no_rule_inside_it() {
    let tall = cell("Khu phố").down(3);
    let rows = vec![vec![tall, cell("a"), cell("1")], row(&["b", "2"]), row(&["c", "3"]), row(&["4", "d", "4"])];
    let page = page_of(table(vec![], rows));
    let lines = seen(&page);
    let (tall, second) = (at(&lines, "Khu"), at(&lines, "b"));
    assert!(tall.base < at(&lines, "c").base && tall.base > at(&lines, "a").base, "{tall:?}");
    assert!(near(second.left, 52.0), "the first track is taken: {second:?}");
    let across = rules(&page).into_iter().filter(|(f, t)| near(f.1, t.1));
    let whole = across.clone().filter(|(f, t)| near(t.0 - f.0, 165.0)).count();
    assert_eq!((whole, across.count()), (3, 5), "head, under the three, foot; two from the second track on");
}

#[test]
fn a_cell_that_needs_more_room_than_its_rows_gets_it() {
    let tall = cell("một hai ba bốn năm sáu bảy tám chín").down(2);
    let rows = vec![vec![tall, cell("a"), cell("1")], row(&["b", "2"]), row(&["4", "d", "4"])];
    let lines = seen(&page_of(table(vec![], rows)));
    let last = lines.iter().filter(|l| l.left < 50.0 && l.text != "4").map(|l| l.base).fold(0.0, f32::max);
    assert!(lines.len() > 9 && last < at(&lines, "d").top, "{lines:?}");
}

#[test]
fn several_rows_of_a_header_stand_again_on_each_page() {
    let header = vec![vec![cell("STT").down(2), cell("Địa bàn").down(2), cell("Kết quả")], row(&["Số người"])];
    let names: Vec<String> = (0..90).map(|i| format!("Tổ {i}")).collect();
    let rows = names.iter().map(|n| row(&["", n, "1"])).collect();
    let drawing = drawn(&[upright(vec![Block::Table(table(header, rows))])]);
    assert!(drawing.pages.len() >= 3);
    for page in &drawing.pages {
        let lines = seen(page);
        let first = lines.iter().find(|l| l.text.starts_with("Tổ ")).expect("a row");
        for word in ["STT", "Địa bàn", "Kết quả", "Số người"] {
            assert!(at(&lines, word).base < first.top, "{word}");
        }
    }
    assert_eq!(all_words(&drawing).iter().filter(|w| w.starts_with("Tổ ")).count(), 90);
}

#[test]
fn rules_are_drawn_only_where_wanted() {
    let rows = || vec![row(&["1", "a", "1"]), row(&["2", "b", "2"])];
    let none = page_of(Table { rules: Rules::None, ..table(vec![], rows()) });
    assert_eq!(rules(&none), []);
    let flat = page_of(Table { rules: Rules::Rows(0.2), ..table(vec![], rows()) });
    assert_eq!(rules(&flat).len(), 3);
    assert!(rules(&flat).iter().all(|(f, t)| near(f.1, t.1)));
}

#[test]
fn a_row_that_heads_others_is_never_the_last_on_a_page() {
    let keep = Stand { keep_with_next: true, ..Stand::PLAIN };
    for before in 30..50 {
        let mut rows: Vec<Row> = (0..before).map(|i| row(&["", &format!("Tổ {i}"), ""])).collect();
        rows.push(vec![Cell::from(Paragraph::new("NHÓM", BOLD, keep)).across(3)]);
        rows.push(row(&["", "Sau nhóm", ""]));
        let drawing = drawn(&[upright(vec![Block::Table(table(vec![], rows))])]);
        let page = drawing.pages.iter().find(|p| seen(p).iter().any(|l| l.text == "NHÓM")).expect("the group");
        assert!(seen(page).iter().any(|l| l.text == "Sau nhóm"), "{before} rows before it");
    }
}

#[test]
fn what_does_not_fit_is_refused_by_its_words() {
    let high = vec![Cell::from(vec![Paragraph::new("dòng cao", BODY, Stand::PLAIN); 60])];
    let faults = [
        table(vec![], vec![high]),
        table(vec![], vec![row(&["1", "2", "3", "thừa ra"])]),
        table(vec![], vec![vec![cell("rộng quá").across(4)]]),
    ]
    .map(|t| tried(&[upright(vec![Block::Table(t)])]));
    for (fault, word) in faults.into_iter().zip(["dòng cao", "thừa ra", "rộng quá"]) {
        match fault {
            Err(Fault::Overflow { what }) => assert!(what.starts_with(word), "{what}"),
            other => panic!("{word}: {other:?}"),
        }
    }
}
