//! The boxes of the decree, each as blocks. Numbers in the comments are the decree's.

use domain::date::dmy;
use domain::document::{Block as Part, CellStand, Document, Rich, ScheduleLine, TableColumn, TableRow};

use crate::engine::block::{
    Align, Block, Cell, Column, Columns, Paragraph, RuleLength, Rules, Run, Stand, Table, Type,
};
use crate::engine::page::Mm;
use crate::face::Face;
use crate::nd30::Profile;

/// Said at the head of each page when the figures are invented.
pub(super) fn illustration(words: &str, form: &Profile) -> Paragraph {
    let set_in = Type::new(Face::SerifBoldItalic, form.body - 2.0);
    Paragraph::new(domain::text::capitalised(words), set_in, Stand { after: 2.0, ..Stand::CENTRED })
}

/// Boxes 1 to 4.
pub(super) fn head(document: &Document, form: &Profile) -> Vec<Block> {
    let centred = |text: &str, set_in| Paragraph::new(text, set_in, Stand::CENTRED);
    let mut issuer: Vec<Paragraph> =
        document.issuer.superior_lines.iter().map(|line| centred(line, form.superior)).collect();
    issuer.extend(document.issuer.name_lines.iter().map(|line| centred(line, form.issuer)));
    if let Some(last) = issuer.pop() {
        issuer.push(last.ruled(form.rule_under(RuleLength::ThirdToHalf)));
    }
    let country = vec![
        centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", form.country),
        centred("Độc lập - Tự do - Hạnh phúc", form.motto).ruled(form.rule_under(RuleLength::AsText)),
    ];
    let mut number = vec![centred(&document.number_line(), form.number)];
    if document.kind.is_none() {
        // Box 5b.
        let stand = Stand { before: form.under_number, balanced: true, ..Stand::CENTRED };
        number.push(Paragraph::new(names_whole(&document.subject), form.subject, stand));
    }
    let place_date = vec![centred(&document.date_line(), form.place_date)];
    let level = |left, right, before| {
        let (left_width, right_width) = form.head_columns;
        let column = |width, paragraphs| Column { width, paragraphs, runs_on: false };
        let columns = vec![column(left_width, left), column(right_width, right)];
        Block::Columns(Columns { columns, before, holds_back: 0 })
    };
    vec![level(issuer, country, 0.0), level(number, place_date, 2.0)]
}

/// Box 5a. A letter has none.
pub(super) fn title(document: &Document, form: &Profile) -> Vec<Block> {
    let Some(kind) = &document.kind else { return Vec::new() };
    let stand = Stand { keep_with_next: true, balanced: true, ..Stand::CENTRED };
    let kind = Paragraph::new(kind, form.title, Stand { before: 7.0, ..stand });
    let subject = Paragraph::new(names_whole(&document.subject), form.title, Stand { after: 2.0, ..stand });
    vec![kind.into(), subject.ruled(form.rule_under(RuleLength::ThirdToHalf)).into()]
}

/// Box 9a: one addressee on the line of "Kính gửi:", several each on a line, their dashes under the colon.
pub(super) fn addressees(document: &Document, form: &Profile) -> Vec<Block> {
    /// Where "Kính gửi:" begins, its colon stands, and the names after a dash begin.
    const GREETING: Mm = 30.0;
    const COLON: Mm = 48.0;
    const NAME: Mm = 50.9;
    let set_in = Type::new(Face::Serif, form.body);
    let line = |words: String, stand| Block::from(Paragraph::new(words, set_in, stand));
    let first = Stand { left: GREETING, before: 2.0 * form.between, ..Stand::PLAIN };
    match &document.addressees[..] {
        [] => Vec::new(),
        [one] => {
            let hanging = Stand { left: NAME, first_line: GREETING - NAME, ..first };
            vec![line(format!("Kính gửi: {one}"), Stand { after: form.between, ..hanging })]
        }
        several => {
            let last = several.len() - 1;
            let each = Stand { left: NAME, first_line: COLON - NAME, keep_with_next: true, ..Stand::PLAIN };
            let mut lines = vec![line("Kính gửi:".into(), Stand { keep_with_next: true, ..first })];
            lines.extend(several.iter().enumerate().map(|(i, name)| {
                let (mark, after) = if i == last { (".", form.between) } else { (";", 0.0) };
                line(format!("- {name}{mark}"), Stand { after, ..each })
            }));
            lines
        }
    }
}

/// What reads badly when a line of a title ends inside it: a short name in quotation marks (“Công dân Thủ
/// đô số”) and common words of two syllables.
fn names_whole(subject: &str) -> String {
    const WORDS: [&str; 8] =
        ["địa bàn", "người dân", "tuyên truyền", "cài đặt", "ứng dụng", "nền tảng", "thành phố", "tổ dân phố"];
    /// Longer names would leave lines too unequal.
    const SHORT: usize = 30;
    let joined = |text: &str| text.replace(' ', "\u{a0}");
    let mut whole = String::with_capacity(subject.len());
    let mut rest = subject;
    while let Some((before, (name, after))) = rest.split_once('“').and_then(|(b, r)| Some((b, r.split_once('”')?)))
    {
        whole.push_str(before);
        let name = if name.chars().count() <= SHORT { joined(name) } else { name.to_owned() };
        whole.push_str(&format!("“{name}”"));
        rest = after;
    }
    whole.push_str(rest);
    WORDS.iter().fold(whole, |text, word| text.replace(word, &joined(word)))
}

/// Box 6, Căn cứ: ";" between, "." at the end.
pub(super) fn bases(document: &Document, form: &Profile) -> Vec<Block> {
    let last = document.bases.len().saturating_sub(1);
    let set = |(i, base): (usize, &Rich)| {
        let mark = if i == last { "." } else { ";" };
        let set_in = |bold| Type::new(Face::serif(bold, true), form.body);
        let mut runs: Vec<Run> =
            base.0.iter().map(|span| Run { text: span.text.clone(), set_in: set_in(span.bold) }).collect();
        runs.push(Run { text: mark.into(), set_in: set_in(false) });
        Paragraph::mixed(runs, form.body_stand()).into()
    };
    document.bases.iter().enumerate().map(set).collect()
}

/// Box 6.
pub(super) fn body(document: &Document, form: &Profile) -> Vec<Block> {
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
    let mut blocks: Vec<Block> = document
        .body
        .iter()
        .map(|part| match part {
            Part::Part { number, title } => heading(number, &title.to_uppercase()).into(),
            Part::Item { number, title } => heading(number, title).into(),
            Part::NumberedText { number, text: rich } => text(&format!("{number}. "), rich).into(),
            Part::Paragraph(rich) => text("", rich).into(),
            Part::Point { letter, text: rich } => text(&format!("{letter}) "), rich).into(),
            Part::Dash(rich) => text("- ", rich).into(),
            Part::Schedule { time_heading, area_heading, lines } => {
                Block::Table(schedule(time_heading, area_heading, lines, form))
            }
            Part::Table { columns, rows } => Block::Table(table(columns, rows, form)),
        })
        .collect();
    if !ends(document) {
        let stand = Stand { align: Align::Right, ..form.body_stand() };
        blocks.push(Paragraph::new("./.", regular, stand).into());
    }
    blocks
}

/// Whether the body's own last words are the mark that ends it.
fn ends(document: &Document) -> bool {
    match document.body.last() {
        Some(Part::Paragraph(text) | Part::Dash(text) | Part::NumberedText { text, .. } | Part::Point { text, .. }) => {
            text.text().trim_end().ends_with("./.")
        }
        _ => false,
    }
}

/// The evening schedule: one line per evening, an area's evenings in one row.
fn schedule(time_heading: &str, area_heading: &str, lines: &[ScheduleLine], form: &Profile) -> Table {
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
        tracks: Table::tracks(&[15.0, 75.0, 75.0]),
        header: vec![vec![head("STT"), head(time_heading), head(area_heading)]],
        rows,
        before: form.between,
        rules: Rules::All(0.18),
        padding: (2.0, 0.9),
    }
}

/// A table of plain words over the whole width, a size smaller than the body.
fn table(columns: &[TableColumn], rows: &[TableRow], form: &Profile) -> Table {
    let regular = Type::new(Face::Serif, form.body - 1.0);
    let bold = Type::new(Face::SerifBold, form.body - 1.0);
    let measure = form.width - form.margins.left - form.margins.right;
    let all = columns.iter().map(|c| c.share).sum::<u32>().max(1);
    #[expect(clippy::cast_precision_loss, reason = "shares of a line are small")]
    let widths: Vec<Mm> = columns.iter().map(|c| measure * c.share as f32 / all as f32).collect();
    let cell = |(words, column): (&String, &TableColumn), set_in| {
        let align = match column.stand {
            CellStand::Left => Align::Left,
            CellStand::Centre => Align::Centre,
            CellStand::Right => Align::Right,
        };
        Cell::from(Paragraph::new(words, set_in, Stand { align, ..Stand::PLAIN }))
    };
    let row = |row: &TableRow| {
        let set_in = if row.is_sum { bold } else { regular };
        row.cells.iter().zip(columns).map(|pair| cell(pair, set_in)).collect()
    };
    Table {
        tracks: Table::tracks(&widths),
        header: vec![columns.iter().map(|c| Paragraph::new(&c.heading, bold, Stand::CENTRED).into()).collect()],
        rows: rows.iter().map(row).collect(),
        before: form.between,
        rules: Rules::All(0.18),
        padding: (1.5, 0.9),
    }
}

/// Boxes 7 and 9b: recipients at the left, signature at the right, level; some of the body stays with them.
pub(super) fn signature(document: &Document, form: &Profile) -> Vec<Block> {
    /// Room for the signature and the seal, where the name stands below or is still to be written.
    const ROOM: f32 = 26.0;
    let mut left = Vec::new();
    let recipients = &document.recipients.0;
    if !recipients.is_empty() {
        left.push(Paragraph::new("Nơi nhận:", form.recipients_head, Stand { keep_with_next: true, ..Stand::PLAIN }));
    }
    for (i, recipient) in recipients.iter().enumerate() {
        let mark = if i + 1 == recipients.len() { "." } else { ";" };
        let words = recipient.trim_end_matches(['.', ';']);
        left.push(Paragraph::new(format!("- {words}{mark}"), form.recipients, Stand::PLAIN));
    }
    let mut right: Vec<Paragraph> = document
        .signature
        .lines
        .iter()
        .map(|line| Paragraph::new(line.to_uppercase(), form.signer, Stand::CENTRED))
        .collect();
    if let Some(last) = right.last_mut() {
        last.stand.after = ROOM;
    }
    // A blank line stands for a name not known yet, so that its place stays free.
    let name = document.signature.signer.as_deref().unwrap_or("\u{a0}");
    right.push(Paragraph::new(name, form.signer, Stand::CENTRED));
    let (left_width, right_width) = form.foot_columns;
    let columns = vec![
        Column { width: left_width, paragraphs: left, runs_on: true },
        Column { width: right_width, paragraphs: right, runs_on: false },
    ];
    vec![Block::Columns(Columns { columns, before: 2.0 * form.between, holds_back: form.with_signature })]
}
