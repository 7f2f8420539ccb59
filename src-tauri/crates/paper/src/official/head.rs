//! Boxes 1 to 5, 9a and the bases: what stands before the text. Numbers in the comments are the decree's.

use domain::document::{Document, Rich};

use crate::engine::block::{Block, Column, Columns, Paragraph, RuleLength, Run, Stand, Type};
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
    // A long line goes on below in lines of about equal length.
    let name = |text: &str, set_in| Paragraph::new(text, set_in, Stand { balanced: true, ..Stand::CENTRED });
    let mut issuer: Vec<Paragraph> =
        document.issuer.superior_lines.iter().map(|line| name(line, form.superior)).collect();
    issuer.extend(document.issuer.name_lines.iter().map(|line| name(line, form.issuer)));
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
    if document.subject.is_empty() {
        // A giấy giới thiệu has no subject (mẫu 1.7), and so nothing to be ruled.
        return vec![Paragraph { stand: Stand { after: 2.0, ..kind.stand }, ..kind }.into()];
    }
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
