//! Texts as a workbook can hold them, and the foot of every page.

use std::borrow::Cow;

use domain::date::dmy;
use domain::report::Report;

/// Whose page it is and of which report, and its number. Excel takes 255 units of a footer with its codes.
pub(super) fn footer(report: &Report, title: &str) -> String {
    const TITLE: usize = 60;
    /// Room for an id and a whole head of the journal in groups of four.
    const ISSUE: usize = 110;
    let part = |text: &str, most: usize| {
        let one_line: String = clean(text).chars().map(|c| if c == '\n' { ' ' } else { c }).collect();
        // `&` begins a code in footers; two are one.
        let ampersands = one_line.matches('&').count();
        clipped(&one_line, most.saturating_sub(ampersands).max(1)).replace('&', "&&")
    };
    format!(
        "&L&\"Times New Roman,Italic\"&9{}\n{}&R&\"Times New Roman,Regular\"&10Trang &P/&N",
        part(&format!("{} - {title}", report.issuer.short_name), TITLE),
        part(&issue_words(report), ISSUE),
    )
}

/// Which report it is: `BC-003 · nhật ký 9f3a 01c2 …`, or that nobody has issued it.
pub(super) fn issue_words(report: &Report) -> String {
    match &report.issue {
        Some(issue) => format!("{} · nhật ký {}", issue.id(), issue.head),
        None => format!("Bản làm ngày {}, chưa phát hành", dmy(report.as_of)),
    }
}

/// What a cell can hold of a text: no control characters, which no XML can say, and Excel's 32,767 units.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let is_plain = |c: char| !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')) || c == '\n';
    if text.chars().all(is_plain) && text.len() <= MOST_LETTERS {
        return Cow::Borrowed(text);
    }
    let plain: String = text.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| is_plain(*c)).collect();
    Cow::Owned(clipped(&plain, MOST_LETTERS))
}

/// As [`clean`], for a cell of another workbook.
pub(crate) fn cell_text(text: &str) -> String {
    clean(text).into_owned()
}

/// Longest text of a cell, in UTF-16 units.
const MOST_LETTERS: usize = 32_767;

/// The text, or its beginning and "…"; `most` in UTF-16 units.
fn clipped(text: &str, most: usize) -> String {
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut units = 1;
    let kept = text.chars().take_while(|c| {
        units += c.len_utf16();
        units <= most
    });
    kept.chain(['…']).collect()
}

/// Whether Excel would take a text for a formula once somebody edits its cell and presses Enter.
pub(super) fn is_formula_like(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@'])
}
