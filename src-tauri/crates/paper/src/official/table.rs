//! Tables of plain words: columns by their shares, headings that neighbours have in common above them.

use domain::document::{CellStand, TableColumn, TableRow};

use crate::engine::block::{Align, Cell, Paragraph, Row, Rules, Stand, Table, Track, Type};
use crate::engine::page::Mm;
use crate::face::Face;
use crate::nd30::Profile;

/// Wider than an upright page's text: the table lies, and has many columns.
const LYING: Mm = 200.0;

/// Over a width, a size smaller than the body; two where the page lies.
pub(super) fn table(columns: &[TableColumn], rows: &[TableRow], measure: Mm, form: &Profile) -> Table {
    let size = if measure > LYING { form.body - 2.0 } else { form.body - 1.0 };
    let regular = Type::new(Face::Serif, size);
    let bold = Type::new(Face::SerifBold, size);
    let all = columns.iter().map(|c| c.share).sum::<u32>().max(1);
    #[expect(clippy::cast_precision_loss, reason = "shares of a line are small")]
    let width = |c: &TableColumn| measure * c.share as f32 / all as f32;
    let align = |c: &TableColumn| match c.stand {
        CellStand::Left => Align::Left,
        CellStand::Centre => Align::Centre,
        CellStand::Right => Align::Right,
    };
    let row = |row: &TableRow| -> Row {
        let set_in = if row.is_sum { bold } else { regular };
        row.cells.iter().map(|words| Cell::words(words, set_in)).collect()
    };
    Table {
        tracks: columns.iter().map(|c| Track::new(width(c), align(c))).collect(),
        header: header(columns, bold),
        rows: rows.iter().map(row).collect(),
        before: form.between,
        rules: Rules::All(0.18),
        padding: (0.8, 0.9),
    }
}

/// One row of headings, or two where neighbours share one.
fn header(columns: &[TableColumn], bold: Type) -> Vec<Row> {
    let head = |text: &str| Cell::from(Paragraph::new(text, bold, Stand::CENTRED));
    if columns.iter().all(|c| c.over.is_none()) {
        return vec![columns.iter().map(|c| head(&c.heading)).collect()];
    }
    let (mut above, mut below) = (Row::new(), Row::new());
    for group in columns.chunk_by(|a, b| a.over.is_some() && a.over == b.over) {
        match &group[0].over {
            Some(over) => {
                above.push(head(over).across(group.len()));
                below.extend(group.iter().map(|c| head(&c.heading)));
            }
            None => above.extend(group.iter().map(|c| head(&c.heading).down(2))),
        }
    }
    vec![above, below]
}
