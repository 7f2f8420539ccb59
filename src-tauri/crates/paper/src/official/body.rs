//! Box 6, the text: headings, paragraphs, points, tables; in the paper itself and in its appendices.

use domain::date::dmy;
use domain::document::{Block as Part, Rich, ScheduleLine};

use super::table::table;
use crate::engine::block::{Align, Block, Cell, Paragraph, Rules, Run, Stand, Table, Type};
use crate::engine::page::Mm;
use crate::face::Face;
use crate::nd30::Profile;

/// How deep a heading is in the list of bookmarks.
const PART: u8 = 1;
const ITEM: u8 = 2;

/// The parts over a width, with the mark that ends them.
pub(super) fn body(parts: &[Part], measure: Mm, form: &Profile) -> Vec<Block> {
    let regular = Type::new(Face::Serif, form.body);
    let bold = Type::new(Face::SerifBold, form.body);
    let heading = |number: &str, title: &str| Paragraph::new(format!("{number}. {title}"), bold, form.heading_stand());
    let text = |before: &str, rich: &Rich| {
        let mut runs = vec![Run { text: before.to_owned(), set_in: regular }];
        runs.extend(rich.0.iter().map(|span| Run {
            text: span.text.clone(),
            set_in: Type::new(Face::serif(span.bold, span.italic), form.body),
        }));
        Paragraph::mixed(runs, form.body_stand())
    };
    let mut blocks: Vec<Block> = parts
        .iter()
        .map(|part| match part {
            Part::Part { number, title } => heading(number, &title.to_uppercase()).heading(PART).into(),
            Part::Item { number, title } => heading(number, title).heading(ITEM).into(),
            Part::NumberedText { number, text: rich } => text(&format!("{number}. "), rich).into(),
            Part::Paragraph(rich) => text("", rich).into(),
            Part::Point { letter, text: rich } => text(&format!("{letter}) "), rich).into(),
            Part::Dash(rich) => text("- ", rich).into(),
            Part::Schedule { time_heading, area_heading, lines } => {
                Block::Table(schedule(time_heading, area_heading, lines, measure, form))
            }
            Part::Table { columns, rows } => Block::Table(table(columns, rows, measure, form)),
        })
        .collect();
    if !ends(parts) {
        let stand = Stand { align: Align::Right, ..form.body_stand() };
        blocks.push(Paragraph::new("./.", regular, stand).into());
    }
    blocks
}

/// Whether the last words are themselves the mark that ends a text.
pub(super) fn ends(parts: &[Part]) -> bool {
    match parts.last() {
        Some(Part::Paragraph(text) | Part::Dash(text) | Part::NumberedText { text, .. } | Part::Point { text, .. }) => {
            text.text().trim_end().ends_with("./.")
        }
        _ => false,
    }
}

/// The evening schedule: one line per evening, an area's evenings in one row.
fn schedule(time_heading: &str, area_heading: &str, lines: &[ScheduleLine], measure: Mm, form: &Profile) -> Table {
    /// Room for the number of a row.
    const NUMBER: Mm = 15.0;
    let half = (measure - NUMBER) / 2.0;
    let regular = Type::new(Face::Serif, form.body);
    let bold = Type::new(Face::SerifBold, form.body);
    let centred = |text: &str, set_in| Paragraph::new(text, set_in, Stand::CENTRED);
    let head = |text: &str| Cell::from(Paragraph::new(text, bold, Stand { balanced: true, ..Stand::CENTRED }));
    let rows = lines
        .iter()
        .zip(1..)
        .map(|(line, n)| {
            let evenings: Vec<_> =
                line.evenings.iter().map(|day| centred(&format!("Ngày {}", dmy(*day)), regular)).collect();
            let area = Paragraph::new(&line.area, regular, Stand::PLAIN);
            vec![centred(&format!("{n}"), regular).into(), evenings.into(), area.into()]
        })
        .collect();
    Table {
        tracks: Table::tracks(&[NUMBER, half, half]),
        header: vec![vec![head("STT"), head(time_heading), head(area_heading)]],
        rows,
        before: form.between,
        rules: Rules::All(0.18),
        padding: (2.0, 0.9),
    }
}
