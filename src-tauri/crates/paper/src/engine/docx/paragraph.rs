//! Paragraphs and rules.

use docx_rs::{
    AlignmentType, BorderType, LineSpacing, LineSpacingType, Paragraph as WordParagraph, ParagraphBorder,
    ParagraphBorderPosition, ParagraphBorders, Run as WordRun, SpecialIndentType,
};

use super::{eighths, exactly, room_of, twips};
use crate::engine::block::{Align, Paragraph, Rule, RuleUnder, Type};
use crate::engine::page::Mm;
use crate::engine::strip::rule_length;
use crate::engine::text::Typesetter;
use crate::error::Fault;

/// Half points.
pub(super) fn half_points(set_in: Type) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size of type is small")]
    let size = (set_in.size * 2.0).round() as usize;
    size
}

/// A paragraph, and below it an empty one that carries its rule. `held`: it stays with what follows.
pub(super) fn paragraph(
    p: &Paragraph,
    measure: Mm,
    held: bool,
    typesetter: &mut Typesetter,
) -> Result<Vec<WordParagraph>, Fault> {
    let stand = p.stand;
    #[expect(clippy::cast_possible_truncation, reason = "240 is a single line")]
    let line = (stand.spacing * 240.0).round() as i32;
    let after = if p.under.is_some() { 0.0 } else { stand.after };
    let spacing = LineSpacing::new()
        .before(room_of(stand.before))
        .after(room_of(after))
        .line(line)
        .line_rule(LineSpacingType::Auto);
    // Word cannot balance lines: it is given the width in which they come out balanced.
    let inset = if stand.balanced {
        let longest = typesetter.set(p, measure)?.iter().map(|line| line.width()).fold(0.0, Mm::max);
        ((measure - longest) / 2.0 - 1.0).max(0.0)
    } else {
        0.0
    };
    let first = twips(stand.first_line);
    let special = if first < 0 { SpecialIndentType::Hanging(-first) } else { SpecialIndentType::FirstLine(first) };
    let mut word = WordParagraph::new()
        .align(match stand.align {
            Align::Left => AlignmentType::Left,
            Align::Centre => AlignmentType::Center,
            Align::Right => AlignmentType::Right,
            Align::Justify => AlignmentType::Both,
        })
        .indent(Some(twips(stand.left + inset)), Some(special), Some(twips(inset)), None)
        .line_spacing(spacing)
        .widow_control(true);
    if stand.keep_with_next || held || p.under.is_some() {
        word = word.keep_next(true);
    }
    if let Some(level) = p.heading {
        word = word.outline_lvl(usize::from(level.saturating_sub(1)));
    }
    for run in p.runs.iter().filter(|r| !r.text.is_empty()) {
        let mut set = WordRun::new().add_text(domain::text::nfc(&run.text)).size(half_points(run.set_in));
        if run.set_in.face.is_bold() {
            set = set.bold();
        }
        if run.set_in.face.is_italic() {
            set = set.italic();
        }
        word = word.add_run(set);
    }
    let mut all = vec![word];
    if let Some(under) = p.under {
        all.push(rule_under(p, under, measure, held, typesetter)?);
    }
    Ok(all)
}

/// The rule under a paragraph, as long as in the PDF.
fn rule_under(
    p: &Paragraph,
    under: RuleUnder,
    measure: Mm,
    held: bool,
    typesetter: &mut Typesetter,
) -> Result<WordParagraph, Fault> {
    let share = rule_length(under.length, &typesetter.set(p, measure)?) / measure;
    let rule = Rule { share, thickness: under.thickness, before: under.gap, after: p.stand.after };
    Ok(self::rule(rule, measure, p.stand.keep_with_next || held))
}

/// A rule as the border of an empty paragraph, indented until it is as long as wanted.
pub(super) fn rule(rule: Rule, measure: Mm, held: bool) -> WordParagraph {
    let side = twips(measure * (1.0 - rule.share) / 2.0);
    let border = ParagraphBorder::new(ParagraphBorderPosition::Top)
        .val(BorderType::Single)
        .size(eighths(rule.thickness))
        .color("000000");
    let spacing = exactly(40).before(room_of(rule.before)).after(room_of(rule.after));
    let mut word = WordParagraph::new().indent(Some(side), None, Some(side), None).line_spacing(spacing).size(2);
    word.property = word.property.set_borders(ParagraphBorders::with_empty().set(border));
    word.keep_next(held)
}
