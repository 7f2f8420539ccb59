//! Boxes 7, 9b, 12 and 13: signature, recipients, drafter's mark, address.

use super::parts::LEFT;
use super::{Case, Measured, Rule, expected, is_size, near, rule, squeezed};
use crate::reader::lines::Line;

pub(super) const RULES: &[Rule] = &[
    rule("7a.signature", "TM./KT./TL./TUQ./Q. and title, upper, 13–14 bold upright", signature),
    rule("7a.place", "a block at the right, its lines centred under one another", signature_place),
    rule("7b.name", "the signer's name, lower, 13–14 bold upright", name),
    rule("7b.place", "centred under 7a", name_place),
    rule("7b.room", "room for the signature between title and name", name_room),
    rule("7b.titles", "no academic titles", name_titles),
    rule("9b.head", "Nơi nhận:, 12 bold italic", head),
    rule("9b.level", "level with 7a, flush left", head_place),
    rule("9b.recipients", "recipients, 11 regular upright", recipients),
    rule("9b.form", "“- …;” flush left, the last with “.”", recipients_form),
    rule("9b.filed", "the last is “- Lưu: …”", filed),
    rule("9b.as-above", "công văn, tờ trình and a report to a superior begin with “- Như trên;”", as_above),
    rule("12.drafter", "the drafter's mark and copies, 11 regular, under 9b", drafter),
    rule(
        "report.foot",
        "an issued report's own line, on every page, 8 upright, flush left, in no box's place",
        own_line,
    ),
    rule("13.address", "address, 11–12, at the foot of page 1 under a full-width rule", address),
];

fn is_bold_upright(line: &Line) -> bool {
    line.is_bold() && line.seen().all(|g| !g.is_italic())
}

fn is_regular(line: &Line) -> bool {
    line.seen().all(|g| !g.is_bold() && !g.is_italic())
}

fn signature(case: &Case, m: &mut Measured) {
    let lines = &case.parts.signature;
    m.whole(!lines.is_empty(), || "there is none".to_owned());
    for line in lines {
        m.line(is_bold_upright(line) && is_size(line.size(), 13.0, 14.0), line, || format!("{} points", line.size()));
    }
    if let Some(document) = &case.document {
        let wanted: String = document.signature.lines.iter().map(|l| squeezed(&l.to_uppercase())).collect();
        let found: String = lines.iter().map(|l| squeezed(&l.words())).collect();
        m.whole(found == wanted, || format!("“{found}” stands for “{wanted}”"));
    }
    // Who signs for whom stands before who signs.
    let marks = ["TM.", "KT.", "TL.", "TUQ.", "Q."];
    if let Some(line) = lines.first().filter(|_| lines.len() > 1) {
        let words = line.words();
        m.line(marks.iter().any(|k| words.starts_with(k)) || !words.contains('.'), line, || {
            "an unknown mark".to_owned()
        });
    }
}

fn signature_place(case: &Case, m: &mut Measured) {
    let lines = &case.parts.signature;
    for line in lines {
        let holds = near(line.middle(), lines[0].middle()) && line.middle() > 112.5;
        m.line(holds, line, || format!("middle at {:.2}", line.middle()));
    }
}

fn name(case: &Case, m: &mut Measured) {
    for line in &case.parts.signer {
        let is_lower = line.words() != line.words().to_uppercase();
        m.line(is_lower && is_bold_upright(line) && is_size(line.size(), 13.0, 14.0), line, || {
            format!("{} points", line.size())
        });
    }
    if let Some(document) = &case.document {
        let found: String = case.parts.signer.iter().map(|l| squeezed(&l.words())).collect();
        let wanted = document.signature.signer.as_deref().map(squeezed).unwrap_or_default();
        m.whole(found == wanted, || format!("“{found}” stands for “{wanted}”"));
    }
}

fn name_place(case: &Case, m: &mut Measured) {
    let Some(over) = case.parts.signature.last() else { return };
    for line in &case.parts.signer {
        m.line(near(line.middle(), over.middle()), line, || {
            format!("middle at {:.2}, not {:.2}", line.middle(), over.middle())
        });
    }
}

fn name_room(case: &Case, m: &mut Measured) {
    let (Some(over), Some(line)) = (case.parts.signature.last(), case.parts.signer.first()) else { return };
    let room = line.top() - over.foot();
    m.line(room >= 20.0 && line.page == over.page, line, || format!("{room:.1} mm to sign"));
}

fn name_titles(case: &Case, m: &mut Measured) {
    const TITLES: [&str; 9] = ["GS.", "PGS.", "TS.", "ThS.", "BS.", "KS.", "CN.", "ĐỒNG CHÍ", "TS"];
    for line in &case.parts.signer {
        let words = line.words();
        m.line(!words.split([' ', '.']).any(|w| TITLES.iter().any(|t| t.trim_end_matches('.') == w)), line, || {
            "has a title".to_owned()
        });
    }
}

fn head(case: &Case, m: &mut Measured) {
    if let Some(line) = &case.parts.recipients_head {
        let holds = line.words() == "Nơi nhận:" && line.is_bold() && line.is_italic();
        m.line(holds && is_size(line.size(), 12.0, 12.0), line, || format!("{} points", line.size()));
    }
    if let Some(document) = &case.document {
        let wanted = !document.recipients.0.is_empty();
        m.whole(case.parts.recipients_head.is_some() == wanted, || {
            "Nơi nhận: without recipients, or the other way".to_owned()
        });
    }
}

fn head_place(case: &Case, m: &mut Measured) {
    let (Some(line), Some(sign)) = (&case.parts.recipients_head, case.parts.signature.first()) else { return };
    let holds = line.page == sign.page && (line.top() - sign.top()).abs() < 1.0 && (line.left - LEFT).abs() < 0.3;
    m.line(holds, line, || format!("at {:.2}, {:.2} beside {:.2}", line.left, line.top(), sign.top()));
}

fn recipients(case: &Case, m: &mut Measured) {
    for line in &case.parts.recipients {
        m.line(is_regular(line) && is_size(line.size(), 11.0, 11.0), line, || format!("{} points", line.size()));
    }
}

/// The recipients, each from its dash on.
fn entries(case: &Case) -> Vec<Vec<&Line>> {
    let mut entries: Vec<Vec<&Line>> = Vec::new();
    for line in &case.parts.recipients {
        match entries.last_mut() {
            Some(last) if !line.words().starts_with("- ") => last.push(line),
            _ => entries.push(vec![line]),
        }
    }
    entries
}

fn recipients_form(case: &Case, m: &mut Measured) {
    let entries = entries(case);
    for (entry, n) in entries.iter().zip(1..) {
        let mark = if n == entries.len() { '.' } else { ';' };
        let first = entry[0];
        let ends = entry[entry.len() - 1].words().ends_with(mark);
        m.line(first.words().starts_with("- ") && ends, first, || format!("not “- …{mark}”"));
        for line in entry {
            m.line((line.left - LEFT).abs() < 0.3, line, || format!("begins at {:.2} mm", line.left));
        }
    }
    if let Some(document) = &case.document {
        let wanted = expected::recipients(document).concat();
        let found: String = case.parts.recipients.iter().map(|l| squeezed(&l.words())).collect();
        m.whole(found == wanted, || format!("“{found}” stands for “{wanted}”"));
    }
}

fn filed(case: &Case, m: &mut Measured) {
    if let Some(last) = entries(case).last() {
        m.line(last[0].words().starts_with("- Lưu: VT"), last[0], || "the last is not Lưu".to_owned());
    }
}

fn as_above(case: &Case, m: &mut Measured) {
    let kind = case.kind();
    let says = kind.is_none() || matches!(kind.as_deref(), Some("TỜ TRÌNH" | "BÁO CÁO"));
    if let Some(first) = case.parts.recipients.first()
        && says
        && !case.parts.address.is_empty()
        && entries(case).len() > 1
    {
        m.line(first.words() == "- Như trên;", first, || "does not begin with Như trên".to_owned());
    }
}

fn drafter(case: &Case, m: &mut Measured) {
    for line in &case.parts.drafter {
        let words = line.words();
        let has_form = words.contains('.') && words.chars().take_while(|c| *c != '.').all(char::is_uppercase);
        m.line(has_form && is_regular(line) && is_size(line.size(), 11.0, 11.0), line, || {
            format!("{} points", line.size())
        });
    }
}

fn address(case: &Case, m: &mut Measured) {
    let (left, right, _) = case.sides(0);
    let Some(rule) = case.parts.contact_rule() else { return };
    let spans = near(rule.left(), left) && near(rule.right(), right);
    m.at(spans, 0, rule.from, || "the rule does not span the text".to_owned());
    m.at(!case.parts.contact.is_empty(), 0, rule.from, || "a rule over nothing".to_owned());
    for line in &case.parts.contact {
        m.line(is_size(line.size(), 11.0, 12.0), line, || format!("{} points", line.size()));
    }
}

/// Beside the decree: what tells an issued report from every other.
fn own_line(case: &Case, m: &mut Measured) {
    for line in &case.parts.issue {
        let holds = is_regular(line) && is_size(line.size(), 8.0, 8.0) && (line.left - LEFT).abs() < 0.3;
        m.line(holds, line, || format!("{} points at {:.2} mm", line.size(), line.left));
    }
    let Some(document) = &case.document else { return };
    let wanted = document.foot.as_deref().map(squeezed).unwrap_or_default();
    for page in 0..case.read.pages.len() {
        let found: String = case.parts.issue.iter().filter(|l| l.page == page).map(|l| squeezed(&l.words())).collect();
        m.at(found == wanted, page, (LEFT, 275.0), || format!("“{found}” stands for “{wanted}”"));
    }
}
