//! What a description is to say on paper, by the decree and not by our own code: every mark that the decree puts
//! before, between or after words is put here once more.

use domain::document::{Block, Document, Rich};

use super::squeezed;

/// `Số: 05/KH-UBND`.
#[must_use]
pub fn number_words(document: &Document) -> String {
    let number = document.number.map(|n| if n < 10 { format!("0{n}") } else { n.to_string() });
    format!("Số: {}/{}", number.unwrap_or_default(), document.symbol)
}

/// `Hà Cầu, ngày 05 tháng 11 năm 2024`.
#[must_use]
pub fn date_words(document: &Document) -> String {
    let padded = |n: u32| if n < 10 { format!("0{n}") } else { n.to_string() };
    let day = document.date.day.map(padded).unwrap_or_default();
    let month = document.date.month.map(|m| if m <= 2 { padded(m) } else { m.to_string() }).unwrap_or_default();
    let year = document.date.year.map_or_else(|| "20".to_owned(), |y| y.to_string());
    format!("{}, ngày {day} tháng {month} năm {year}", document.issuer.place)
}

/// `Kính gửi: …`.
#[must_use]
pub fn address_form(document: &Document) -> String {
    match &document.addressees[..] {
        [] => String::new(),
        [one] => format!("Kính gửi: {one}"),
        several => {
            let last = several.len() - 1;
            let line = |(i, name): (usize, &String)| format!("- {name}{}", if i == last { "." } else { ";" });
            format!("Kính gửi:{}", several.iter().enumerate().map(line).collect::<String>())
        }
    }
}

/// A piece of a text, squeezed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Paragraph(String),
    Table(Table),
}

/// A table's header and rows, each squeezed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub header: String,
    pub rows: Vec<String>,
}

/// A text from its first piece to the mark that ends it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(pub Vec<Piece>);

impl Text {
    #[must_use]
    pub fn paragraphs(&self) -> Vec<String> {
        self.0.iter().filter_map(|p| if let Piece::Paragraph(text) = p { Some(text.clone()) } else { None }).collect()
    }

    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.0.iter().filter_map(|p| if let Piece::Table(table) = p { Some(table) } else { None })
    }

    /// All of it, each table's header once.
    #[must_use]
    pub fn words(&self) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Paragraph(text) => text.clone(),
            Piece::Table(table) => format!("{}{}", table.header, table.rows.concat()),
        };
        self.0.iter().map(piece).collect()
    }
}

/// The body of a document from its bases to the mark that ends it.
#[must_use]
pub fn body(document: &Document) -> Text {
    let last = document.bases.len();
    let base = |(n, base): (usize, &Rich)| {
        Piece::Paragraph(squeezed(&format!("{}{}", base.text(), if n == last { "." } else { ";" })))
    };
    let bases = (1..).zip(&document.bases).map(base);
    Text(bases.chain(blocks(&document.body).0).collect())
}

/// Blocks, ended by `./.`, which stands alone where the last of them cannot carry it.
#[must_use]
pub fn blocks(blocks: &[Block]) -> Text {
    let mut pieces: Vec<Piece> = blocks.iter().map(piece).collect();
    let ends_itself = matches!(pieces.last(), Some(Piece::Paragraph(text)) if text.ends_with("./."));
    if !ends_itself {
        pieces.push(Piece::Paragraph("./.".to_owned()));
    }
    Text(pieces)
}

fn piece(block: &Block) -> Piece {
    let paragraph = |text: String| Piece::Paragraph(squeezed(&text));
    match block {
        Block::Part { number, title } => paragraph(format!("{number}. {}", title.to_uppercase())),
        Block::Item { number, title } => paragraph(format!("{number}. {title}")),
        Block::NumberedText { number, text } => paragraph(format!("{number}. {}", text.text())),
        Block::Paragraph(text) => paragraph(text.text()),
        Block::Point { letter, text } => paragraph(format!("{letter}) {}", text.text())),
        Block::Dash(text) => paragraph(format!("- {}", text.text())),
        Block::Schedule { time_heading, area_heading, lines } => {
            let day = |d: &domain::NaiveDate| format!("Ngày{}", d.format("%d/%m/%Y"));
            let row = |(n, l): (usize, &domain::document::ScheduleLine)| {
                squeezed(&format!("{n}{}{}", l.evenings.iter().map(day).collect::<String>(), l.area))
            };
            let header = squeezed(&format!("STT{time_heading}{area_heading}"));
            Piece::Table(Table { header, rows: (1..).zip(lines).map(row).collect() })
        }
        Block::Table { columns, rows } => {
            // What stands above neighbours stands once, in the first of two rows.
            let stands_over =
                |at: usize| columns[at].over.as_ref().filter(|o| at == 0 || columns[at - 1].over.as_ref() != Some(o));
            let first = (0..columns.len()).map(|at| match &columns[at].over {
                Some(_) => stands_over(at).cloned().unwrap_or_default(),
                None => columns[at].heading.clone(),
            });
            let second = columns.iter().filter(|c| c.over.is_some()).map(|c| c.heading.clone());
            let header: String = first.chain(second).collect();
            let rows = rows.iter().map(|r| r.cells.iter().map(|c| squeezed(c)).collect()).collect();
            Piece::Table(Table { header: squeezed(&header), rows })
        }
    }
}

/// A whole document from its head to its last appendix, as a program reads it that goes down one column after
/// the other; without what stands in the margins.
#[must_use]
pub fn whole(document: &Document) -> String {
    let mut all = String::new();
    all.push_str(&document.issuer.superior_lines.concat());
    all.push_str(&document.issuer.name_lines.concat());
    all.push_str("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc");
    all.push_str(&number_words(document));
    match &document.kind {
        None => all.push_str(&format!("{}{}", document.subject, date_words(document))),
        Some(kind) => all.push_str(&format!("{}{kind}{}", date_words(document), document.subject)),
    }
    all.push_str(&address_form(document));
    all.push_str(&body(document).words());
    if !document.recipients.0.is_empty() {
        all.push_str("Nơi nhận:");
    }
    all.push_str(&recipients(document).concat());
    all.push_str(document.drafter.as_deref().unwrap_or_default());
    all.extend(document.signature.lines.iter().map(|l| l.to_uppercase()));
    all.push_str(document.signature.signer.as_deref().unwrap_or_default());
    for (appendix, n) in document.appendices.iter().zip(["I", "II", "III", "IV"]) {
        let number = if document.appendices.len() > 1 { n } else { "" };
        all.push_str(&format!("Phụ lục {number}{}", appendix.title.to_uppercase()));
        all.push_str(&reference(document));
        all.push_str(&blocks(&appendix.body).words());
    }
    squeezed(&all)
}

/// `(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của …)`.
#[must_use]
pub fn reference(document: &Document) -> String {
    let kind = document.kind.as_deref().unwrap_or("Công văn").to_lowercase();
    let (number, date) = (number_words(document), date_words(document));
    let number = number.trim_start_matches("Số: ");
    let date = date.split_once(", ").map_or("", |(_, date)| date);
    format!("(Kèm theo {} số {number} {date} của {})", domain::text::capitalised(&kind), document.issuer.short_name)
}

/// `- …;` and the last with a point, squeezed.
#[must_use]
pub fn recipients(document: &Document) -> Vec<String> {
    let last = document.recipients.0.len();
    let line = |(n, r): (usize, &String)| {
        squeezed(&format!("- {}{}", r.trim_end_matches(['.', ';']), if n == last { "." } else { ";" }))
    };
    (1..).zip(&document.recipients.0).map(line).collect()
}
