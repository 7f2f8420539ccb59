//! What the ward's loudspeaker reads out: one area's evenings or all of them, numbers in words as they are
//! spoken, with the time the reading takes.

mod spoken;
#[cfg(test)]
mod tests;

use domain::text::{capitalised, fold};

use super::flyer::FlyerPrint;
use crate::engine::block::{Align, Block, Paragraph, Section, Stand, Type};
use crate::engine::docx;
use crate::engine::text::Typesetter;
use crate::error::{Fault, PaperError, PaperKind};
use crate::face::Face;
use crate::nd30::ND30_2020;

/// The program's own wording; a field alone on its line that has nothing to say takes the line with it.
const WORDING: &str = include_str!("../../../../../../assets/templates/loudspeaker.txt");
/// Syllables a minute of a calm reader; the paper says so.
const RATE: usize = 180;
/// Large enough to be read aloud from.
const SIZE: f32 = 16.0;

/// The text of a batch as a Word file: the areas' evenings in order. `whole`: it speaks to the whole ward,
/// not to the area named.
///
/// # Errors
/// An empty batch; a character without a glyph.
pub fn loudspeaker_docx(batch: &[FlyerPrint], whole: bool) -> Result<Vec<u8>, PaperError> {
    let named = |fault: Fault| fault.on(PaperKind::Loudspeaker, "");
    let first = batch.first().ok_or_else(|| named(Fault::Overflow { what: String::new() }))?;
    let section = Section::of(ND30_2020.width, ND30_2020.height, ND30_2020.margins, blocks(first, batch, whole));
    let title = format!("Bài phát thanh {} - {}", first.app, first.issuer);
    docx::write(&[section], &title, &mut Typesetter::new()).map_err(named)
}

fn blocks(first: &FlyerPrint, batch: &[FlyerPrint], whole: bool) -> Vec<Block> {
    let lines = lines(first, batch, whole);
    let bold = Type::new(Face::SerifBold, SIZE);
    let small = Type::new(Face::SerifItalic, 14.0);
    let after = |stand: Stand| Stand { after: 3.0, ..stand };
    let mut blocks = Vec::new();
    let mut put = |text: String, set_in: Type, stand: Stand| {
        blocks.push(Block::from(Paragraph::new(text, set_in, after(stand))));
    };
    if let Some(words) = &first.illustration {
        put(capitalised(words), bold, Stand::CENTRED);
    }
    put("BÀI PHÁT THANH".to_owned(), bold, Stand::CENTRED);
    put(time(&lines), small, Stand::CENTRED);
    for line in lines {
        put(
            line,
            Type::new(Face::Serif, SIZE),
            Stand { align: Align::Left, first_line: 10.0, spacing: 1.3, ..Stand::PLAIN },
        );
    }
    blocks
}

/// What is read, a paragraph a line.
fn lines(first: &FlyerPrint, batch: &[FlyerPrint], whole: bool) -> Vec<String> {
    let schedule: Vec<String> = batch.iter().map(|flyer| spoken::schedule(flyer, whole)).collect();
    let question = first.contact_line.as_ref().map(|line| format!("Bà con cần hỏi thêm, xin liên hệ {line}."));
    let residents = if whole { "toàn thể bà con".to_owned() } else { format!("bà con {}", first.area) };
    let values = [
        ("ba con", residents),
        ("don vi", first.issuer.clone()),
        ("ung dung", first.app.clone()),
        ("hoi them", question.unwrap_or_default()),
    ];
    WORDING.lines().filter(|l| !l.trim().is_empty()).flat_map(|line| read(line, &values, &schedule)).collect()
}

fn read(line: &str, values: &[(&str, String)], schedule: &[String]) -> Vec<String> {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((field, after)) = after.split_once("}}") else { break };
        let field = fold(field);
        if field == "lich" {
            return schedule.to_vec();
        }
        out.push_str(before);
        out.push_str(values.iter().find(|(name, _)| *name == field).map_or("", |(_, value)| value));
        rest = after;
    }
    out.push_str(rest);
    if out.trim().is_empty() { Vec::new() } else { vec![out] }
}

/// `Thời gian đọc: khoảng 1 phút 10 giây (210 tiếng, mỗi phút 180 tiếng).`
fn time(lines: &[String]) -> String {
    let syllables = lines.iter().map(|l| spoken::syllables(l)).sum::<usize>();
    // Rounded up to five seconds.
    let seconds = (syllables * 60).div_ceil(RATE).div_ceil(5) * 5;
    let (minutes, rest) = (seconds / 60, seconds % 60);
    let length = match (minutes, rest) {
        (0, s) => format!("{s} giây"),
        (m, 0) => format!("{m} phút"),
        (m, s) => format!("{m} phút {s} giây"),
    };
    format!("Thời gian đọc: khoảng {length} ({syllables} tiếng, mỗi phút {RATE} tiếng).")
}
