//! Appendices (Phụ lục I, phần III).

use super::{Case, Measured, Rule, is_size, near, rule, squeezed};
use crate::reader::lines::Line;

pub(super) const RULES: &[Rule] = &[
    rule("appendix.label", "“Phụ lục”, own line, centred, 14 bold upright", label),
    rule("appendix.numbered", "a Roman number when there are two or more", numbered),
    rule("appendix.title", "title upper, 13–14 bold upright, centred", title),
    rule("appendix.reference", "“(Kèm theo …)” italic, 13–14, centred", reference),
    rule("appendix.reference-words", "with type, number, date and office", reference_words),
    rule("appendix.ends", "ends ./.", ends),
    rule("appendix.referred", "the text refers to it", referred),
];

fn is_bold_upright(line: &Line) -> bool {
    line.is_bold() && line.seen().all(|g| !g.is_italic())
}

fn label(case: &Case, m: &mut Measured) {
    for appendix in &case.parts.appendices {
        let Some(line) = appendix.label.first() else { continue };
        let (.., middle) = case.sides(line.page);
        let holds = is_bold_upright(line) && is_size(line.size(), 14.0, 14.0) && near(line.middle(), middle);
        m.line(holds && line.words().starts_with("Phụ lục"), line, || {
            format!("{} points, middle {:.1}", line.size(), line.middle())
        });
    }
    if let Some(document) = &case.document {
        let (wanted, found) = (document.appendices.len(), case.parts.appendices.len());
        m.whole(wanted == found, || format!("{found} of {wanted} appendices"));
    }
}

fn numbered(case: &Case, m: &mut Measured) {
    const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];
    let count = case.parts.appendices.len();
    for (appendix, roman) in case.parts.appendices.iter().zip(ROMAN) {
        let Some(line) = appendix.label.first() else { continue };
        let wanted = if count > 1 { format!("Phụ lục {roman}") } else { "Phụ lục".to_owned() };
        m.line(line.words() == wanted, line, || format!("not “{wanted}”"));
    }
}

fn title(case: &Case, m: &mut Measured) {
    for (n, appendix) in case.parts.appendices.iter().enumerate() {
        for line in &appendix.title {
            let (.., middle) = case.sides(line.page);
            let is_upper = line.words() == line.words().to_uppercase();
            let holds = is_upper && is_bold_upright(line) && is_size(line.size(), 13.0, 14.0);
            m.line(holds && near(line.middle(), middle), line, || format!("{} points", line.size()));
        }
        if let Some(wanted) = case.document.as_ref().and_then(|d| d.appendices.get(n)) {
            let wanted = squeezed(&wanted.title.to_uppercase());
            let found: String = appendix.title.iter().map(|l| squeezed(&l.words())).collect();
            m.at(found == wanted, appendix.pages.0, (112.5, 30.0), || format!("“{found}” stands for “{wanted}”"));
        }
    }
}

fn reference(case: &Case, m: &mut Measured) {
    for appendix in &case.parts.appendices {
        m.at(!appendix.reference.is_empty(), appendix.pages.0, (112.5, 40.0), || "no (Kèm theo …)".to_owned());
        for line in &appendix.reference {
            let (.., middle) = case.sides(line.page);
            let holds = line.is_italic() && line.seen().all(|g| !g.is_bold()) && is_size(line.size(), 13.0, 14.0);
            // A line may end with room to write a day: six blanks and one of 3.5 points, half of them on either side.
            const HALF_A_ROOM: f32 = 4.32;
            let ends_blank = line.words().ends_with(" ngày") && near(line.middle() + HALF_A_ROOM, middle);
            let is_centred = near(line.middle(), middle) || ends_blank;
            m.line(holds && is_centred, line, || format!("{} points, middle {:.2}", line.size(), line.middle()));
        }
    }
}

fn reference_words(case: &Case, m: &mut Measured) {
    for appendix in &case.parts.appendices {
        let words = appendix.reference.iter().map(Line::words).collect::<Vec<_>>().join(" ");
        let has = |w: &str| words.contains(w);
        let mark = case.parts.number.as_ref().and_then(|n| n.words().split_once('/').map(|(_, mark)| mark.to_owned()));
        let holds = words.starts_with("(Kèm theo ")
            && words.ends_with(')')
            && ["số", "ngày", "tháng", "năm", "của"].iter().all(|w| has(w))
            && mark.is_some_and(|mark| has(&format!("/{mark}")));
        m.at(holds, appendix.pages.0, (112.5, 40.0), || format!("“{words}”"));
    }
}

fn ends(case: &Case, m: &mut Measured) {
    for appendix in &case.parts.appendices {
        let last = appendix.body.paragraphs.last();
        let holds = last.is_some_and(|p| p.words().ends_with("./."));
        m.at(holds, appendix.pages.1 - 1, (30.0, 270.0), || "does not end ./.".to_owned());
    }
}

fn referred(case: &Case, m: &mut Measured) {
    if !case.parts.appendices.is_empty() {
        let says = case.parts.body.paragraphs.iter().any(|p| p.words().to_lowercase().contains("phụ lục"));
        m.whole(says, || "the text does not speak of its appendix".to_owned());
    }
}
