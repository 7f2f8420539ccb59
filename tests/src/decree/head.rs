//! Boxes 1 to 5 and 9a: country, office, number, date, title, addressees.

use domain::document::Document;

use super::expected::{address_form, date_words, number_words};
use super::{Case, Measured, Rule, is_size, near, rule, squeezed};
use crate::reader::Stroke;
use crate::reader::lines::Line;

pub(super) const RULES: &[Rule] = &[
    rule("1.country", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, upper, 12–13 bold upright", country),
    rule("1.country-place", "top right of the first page", country_place),
    rule("1.motto", "Độc lập - Tự do - Hạnh phúc, 13–14 bold upright", motto),
    rule("1.motto-place", "centred under the country", motto_place),
    rule("1.motto-rule", "solid rule below, as long as the text", motto_rule),
    rule("2.superior", "superior body, upper, 12–13 regular, top left", superior),
    rule("2.issuer", "issuing body, upper, 12–13 bold, centred below", issuer),
    rule("2.issuer-name", "full official name, line broken by hand", issuer_name),
    rule("2.issuer-rule", "solid rule below, 1/3–1/2 of the text, centred", issuer_rule),
    rule("3.number", "Số: …/KH-UBND, size 13 regular", number),
    rule("3.number-place", "centred under box 2", number_place),
    rule("3.number-padded", "number below 10 padded to two digits", number_padded),
    rule("3.number-form", "“/” and “-” without blanks; the type's mark", number_form),
    rule("3.number-blank", "a blank number leaves room to write", number_blank),
    rule("4.date", "place, ngày … tháng … năm …, 13–14 italic", date),
    rule("4.date-place", "same line as box 3, centred under box 1", date_place),
    rule("4.day-padded", "days below 10 padded", day_padded),
    rule("4.month-1-2-padded", "months 1 and 2 padded", month_padded),
    rule("4.month-3-9-plain", "months 3–9 not padded", month_plain),
    rule("4.date-blank", "a blank day leaves room to write", date_blank),
    rule("5a.kind", "the type, upper, 13–14 bold, centred", kind),
    rule("5a.subject", "the subject, lower, 13–14 bold, centred below", subject),
    rule("5a.rule", "rule below, 1/3–1/2 of the line, centred", subject_rule),
    rule("5b.subject", "“V/v …” of a công văn, 12–13 regular upright", letter_subject),
    rule("5b.place", "centred under box 3", letter_subject_place),
    rule("5b.gap", "6 pt under the number", letter_subject_gap),
    rule("9a.address", "Kính gửi:, 13–14 regular upright", address),
    rule("9a.one", "one addressee stands on the line of Kính gửi", address_one),
    rule("9a.several", "several on lines of their own: “- …;”, the last with “.”", address_several),
    rule("9a.dashes", "their dashes stand under the colon", address_dashes),
    rule("9a.who", "tờ trình and công văn are addressed", address_who),
];

fn is_upper(line: &Line) -> bool {
    line.words() == line.words().to_uppercase()
}

fn is_regular(line: &Line) -> bool {
    line.seen().all(|g| !g.is_bold() && !g.is_italic())
}

fn is_upright_bold(line: &Line) -> bool {
    line.is_bold() && line.seen().all(|g| !g.is_italic())
}

fn style(line: &Line) -> String {
    let mut fonts: Vec<&str> = line.seen().map(|g| &*g.font).collect();
    fonts.dedup();
    format!("{} points, {}", line.size(), fonts.join(" and "))
}

fn country(case: &Case, m: &mut Measured) {
    let Some(line) = &case.parts.country else { return m.whole(false, || "there is none".to_owned()) };
    let holds = line.words() == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    m.line(holds && is_upright_bold(line) && is_size(line.size(), 12.0, 13.0), line, || style(line));
}

fn country_place(case: &Case, m: &mut Measured) {
    let Some(line) = &case.parts.country else { return m.whole(false, || "there is none".to_owned()) };
    let agency = case.parts.agency.first();
    let is_level = agency.is_none_or(|a| (a.base - line.base).abs() < 0.5 && a.right < line.left);
    m.line(line.page == 0 && line.middle() > 112.5 && is_level, line, || "not top right".to_owned());
}

fn motto(case: &Case, m: &mut Measured) {
    let Some(line) = &case.parts.motto else { return m.whole(false, || "there is none".to_owned()) };
    let holds = line.words() == "Độc lập - Tự do - Hạnh phúc";
    m.line(holds && is_upright_bold(line) && is_size(line.size(), 13.0, 14.0), line, || style(line));
}

fn motto_place(case: &Case, m: &mut Measured) {
    let (Some(line), Some(over)) = (&case.parts.motto, &case.parts.country) else { return };
    m.line(near(line.middle(), over.middle()) && line.base > over.base, line, || {
        format!("middle at {:.2}, not {:.2}", line.middle(), over.middle())
    });
}

/// The rule right under a line.
fn rule_under<'a>(case: &'a Case, line: &Line) -> Option<&'a Stroke> {
    let under = |s: &&Stroke| s.top() > line.base && s.top() < line.base + 4.0;
    case.parts.rules.iter().filter(under).find(|s| s.middle() > line.left && s.middle() < line.right)
}

fn motto_rule(case: &Case, m: &mut Measured) {
    let Some(line) = &case.parts.motto else { return };
    let rule = rule_under(case, line);
    let holds = rule.is_some_and(|r| near(r.length(), line.width()) && near(r.middle(), line.middle()));
    m.line(holds, line, || format!("{:?} mm under {:.2} mm", rule.map(Stroke::length), line.width()));
}

/// A rule of a third to a half of what stands over it, in its middle.
fn third_to_half(case: &Case, line: &Line, longest: f32, m: &mut Measured) {
    let rule = rule_under(case, line);
    let share = rule.map(|r| r.length() / line.width());
    let of_longest = rule.map(|r| r.length() / longest);
    let fits = |s: f32| (0.33..=0.505).contains(&s);
    let holds = share.is_some_and(fits) || of_longest.is_some_and(fits);
    m.line(holds && rule.is_some_and(|r| near(r.middle(), line.middle())), line, || format!("a rule of {share:?}"));
}

/// Box 2, the superior's lines and the office's own.
fn agency(case: &Case) -> (Vec<&Line>, Vec<&Line>) {
    let is_superior = |l: &&&Line| !l.is_bold();
    let superior: Vec<&Line> =
        case.parts.agency.iter().collect::<Vec<_>>().iter().take_while(is_superior).copied().collect();
    let own = case.parts.agency.iter().skip(superior.len()).collect();
    (superior, own)
}

fn superior(case: &Case, m: &mut Measured) {
    let (lines, _) = agency(case);
    let wanted = case.document.as_ref().map(|d| squeezed(&d.issuer.superior_lines.concat()));
    let found: String = lines.iter().map(|l| squeezed(&l.words())).collect();
    if let Some(wanted) = wanted.filter(|w| *w != found) {
        m.whole(false, || format!("“{found}” stands for “{wanted}”"));
    }
    for line in lines {
        let holds = is_upper(line) && is_regular(line) && is_size(line.size(), 12.0, 13.0) && line.right < 105.0;
        m.line(holds, line, || style(line));
    }
}

fn issuer(case: &Case, m: &mut Measured) {
    let (superior, lines) = agency(case);
    m.whole(!lines.is_empty(), || "no issuing body".to_owned());
    let middle = superior.first().or(lines.first()).map_or(0.0, |l| l.middle());
    for line in lines {
        let holds = is_upper(line) && is_upright_bold(line) && is_size(line.size(), 12.0, 13.0);
        m.line(holds && near(line.middle(), middle) && line.right < 105.0, line, || style(line));
    }
}

fn issuer_name(case: &Case, m: &mut Measured) {
    let (_, lines) = agency(case);
    let found: Vec<String> = lines.iter().map(|l| l.words()).collect();
    m.whole(!found.join(" ").split(' ').any(|w| w == "UBND"), || format!("{found:?} is shortened"));
    if let Some(document) = &case.document {
        m.whole(found == document.issuer.name_lines, || format!("{found:?} for {:?}", document.issuer.name_lines));
    }
}

fn issuer_rule(case: &Case, m: &mut Measured) {
    let (_, lines) = agency(case);
    if let Some(line) = lines.last() {
        third_to_half(case, line, lines.iter().map(|l| l.width()).fold(0.0, f32::max), m);
    }
}

fn number(case: &Case, m: &mut Measured) {
    let Some(line) = &case.parts.number else { return m.whole(false, || "there is none".to_owned()) };
    let holds = line.words().starts_with("Số: ") && is_regular(line) && is_size(line.size(), 13.0, 13.0);
    m.line(holds, line, || style(line));
}

fn number_place(case: &Case, m: &mut Measured) {
    let (Some(line), Some(over)) = (&case.parts.number, case.parts.agency.last()) else { return };
    m.line(near(line.middle(), over.middle()) && line.base > over.base, line, || {
        format!("middle at {:.2}", line.middle())
    });
}

/// What stands between "Số:" and the mark, and the mark.
fn number_pieces(case: &Case) -> Option<(&Line, String, String)> {
    let line = case.parts.number.as_ref()?;
    let text = line.text();
    let (number, mark) = text.strip_prefix("Số:")?.split_once('/')?;
    Some((line, number.to_owned(), mark.to_owned()))
}

fn number_padded(case: &Case, m: &mut Measured) {
    let Some((line, number, _)) = number_pieces(case) else { return };
    let number = number.trim();
    if let Ok(value) = number.parse::<u32>() {
        m.line(value > 9 || number.len() == 2, line, || "not padded".to_owned());
    }
    if let Some(document) = &case.document {
        m.line(squeezed(&line.words()) == squeezed(&number_words(document)), line, || {
            format!("for {}", number_words(document))
        });
    }
}

fn number_form(case: &Case, m: &mut Measured) {
    let Some((line, number, mark)) = number_pieces(case) else {
        return m.whole(false, || "no Số: …/…".to_owned());
    };
    let types = ["KH", "BC", "TB", "TTr", "GM", "BB", "QĐ", "GGT"];
    let wanted = match case.kind().as_deref() {
        Some("KẾ HOẠCH") => Some("KH"),
        Some("BÁO CÁO") => Some("BC"),
        Some("THÔNG BÁO") => Some("TB"),
        Some("TỜ TRÌNH") => Some("TTr"),
        Some("GIẤY MỜI") => Some("GM"),
        Some("GIẤY GIỚI THIỆU") => Some("GGT"),
        _ => None,
    };
    let own = mark.split('-').next().unwrap_or_default();
    let is_type = wanted.map_or_else(|| !types.contains(&own), |wanted| own == wanted);
    let is_tight = !mark.contains(char::is_whitespace) && mark.contains('-');
    let is_blank = number.trim().is_empty();
    m.line(is_type && is_tight && (is_blank || !number.ends_with(char::is_whitespace)), line, || {
        format!("mark {mark:?}")
    });
}

/// Room between two words of a line, in mm.
fn room(line: &Line, before: &str, after: &str) -> Option<f32> {
    let text = line.text();
    let (head, rest) = text.split_once(before)?;
    let from = head.chars().count() + before.chars().count();
    let to = from + rest.split_once(after)?.0.chars().count();
    (to < line.glyphs.len() && from > 0).then(|| line.glyphs[to].left - line.glyphs[from - 1].right)
}

fn number_blank(case: &Case, m: &mut Measured) {
    let Some((line, number, _)) = number_pieces(case) else { return };
    if number.trim().is_empty() {
        let room = room(line, "Số:", "/").unwrap_or_default();
        m.line(room >= 8.0, line, || format!("{room:.1} mm to write a number"));
    }
}

fn date(case: &Case, m: &mut Measured) {
    let Some(line) = &case.parts.date else { return m.whole(false, || "there is none".to_owned()) };
    let words = line.words();
    let has_words = [", ngày", " tháng", " năm "].iter().all(|w| words.contains(w));
    m.line(
        has_words && line.is_italic() && line.seen().all(|g| !g.is_bold()) && is_size(line.size(), 13.0, 14.0),
        line,
        || style(line),
    );
    if let Some(document) = &case.document {
        m.line(squeezed(&words) == squeezed(&date_words(document)), line, || format!("for {}", date_words(document)));
    }
}

fn date_place(case: &Case, m: &mut Measured) {
    let parts = &case.parts;
    let (Some(line), Some(number), Some(over)) = (&parts.date, &parts.number, &parts.country) else { return };
    let holds = (line.base - number.base).abs() < 0.2 && near(line.middle(), over.middle());
    m.line(holds, line, || format!("base {:.2} beside {:.2}, middle {:.2}", line.base, number.base, line.middle()));
}

/// The word after another, and the line.
fn date_piece<'a>(case: &'a Case, after: &str) -> Option<(&'a Line, String)> {
    let line = case.parts.date.as_ref()?;
    let words = line.words();
    let (_, rest) = words.split_once(after)?;
    Some((line, rest.split_whitespace().next().unwrap_or_default().to_owned()))
}

fn day_padded(case: &Case, m: &mut Measured) {
    if let Some((line, day)) = date_piece(case, ", ngày ")
        && let Ok(value) = day.parse::<u32>()
        && value < 10
    {
        m.line(day.len() == 2, line, || format!("day {day}"));
    }
}

fn month(case: &Case, from: u32, to: u32) -> Option<(&Line, String)> {
    let (line, month) = date_piece(case, " tháng ")?;
    month.parse::<u32>().is_ok_and(|v| (from..=to).contains(&v)).then_some((line, month))
}

fn month_padded(case: &Case, m: &mut Measured) {
    if let Some((line, month)) = month(case, 1, 2) {
        m.line(month.len() == 2, line, || format!("month {month}"));
    }
}

fn month_plain(case: &Case, m: &mut Measured) {
    if let Some((line, month)) = month(case, 3, 9) {
        m.line(month.len() == 1, line, || format!("month {month}"));
    }
}

fn date_blank(case: &Case, m: &mut Measured) {
    let Some(line) = &case.parts.date else { return };
    if date_piece(case, ", ngày ").is_some_and(|(_, day)| day == "tháng") {
        let room = room(line, ", ngày", "tháng").unwrap_or_default();
        m.line(room >= 5.0, line, || format!("{room:.1} mm to write a day"));
    }
}

fn kind(case: &Case, m: &mut Measured) {
    let Some(line) = &case.parts.kind else {
        if case.document.as_ref().is_some_and(|d| d.kind.is_some()) {
            m.whole(false, || "there is none".to_owned());
        }
        return;
    };
    let (.., middle) = case.sides(0);
    let holds =
        is_upper(line) && is_upright_bold(line) && is_size(line.size(), 13.0, 14.0) && near(line.middle(), middle);
    m.line(holds, line, || style(line));
}

fn subject(case: &Case, m: &mut Measured) {
    let (.., middle) = case.sides(0);
    for line in &case.parts.subject {
        let holds = is_upright_bold(line) && is_size(line.size(), 13.0, 14.0) && near(line.middle(), middle);
        m.line(holds, line, || style(line));
    }
    if let Some(document) = case.document.as_ref().filter(|d| d.kind.is_some()) {
        said(&document.subject, &case.parts.subject, m);
    }
}

fn said(wanted: &str, lines: &[Line], m: &mut Measured) {
    let found: String = lines.iter().map(|l| squeezed(&l.words())).collect();
    m.whole(found == squeezed(wanted), || format!("“{found}” stands for “{wanted}”"));
}

fn subject_rule(case: &Case, m: &mut Measured) {
    let lines = &case.parts.subject;
    if let Some(line) = lines.last() {
        third_to_half(case, line, lines.iter().map(Line::width).fold(0.0, f32::max), m);
    }
}

fn letter_subject(case: &Case, m: &mut Measured) {
    for line in &case.parts.letter_subject {
        m.line(is_regular(line) && is_size(line.size(), 12.0, 13.0), line, || style(line));
    }
    if case.parts.kind.is_none() {
        let first = case.parts.letter_subject.first();
        m.whole(first.is_some_and(|l| l.words().starts_with("V/v ")), || "no “V/v …”".to_owned());
        if let Some(document) = &case.document {
            said(&document.subject, &case.parts.letter_subject, m);
        }
    }
}

fn letter_subject_place(case: &Case, m: &mut Measured) {
    let Some(number) = &case.parts.number else { return };
    for line in &case.parts.letter_subject {
        m.line(near(line.middle(), number.middle()), line, || format!("middle at {:.2}", line.middle()));
    }
}

fn letter_subject_gap(case: &Case, m: &mut Measured) {
    let (Some(number), Some(first)) = (&case.parts.number, case.parts.letter_subject.first()) else { return };
    let single = crate::reader::lines::SINGLE * first.size();
    let gap = (first.base - number.base) / crate::reader::MM_PER_POINT - single;
    m.line((5.5..=7.5).contains(&gap), first, || format!("{gap:.1} points"));
}

fn address(case: &Case, m: &mut Measured) {
    for line in &case.parts.address {
        m.line(is_regular(line) && is_size(line.size(), 13.0, 14.0), line, || style(line));
    }
    if let Some(first) = case.parts.address.first() {
        m.line(first.words().starts_with("Kính gửi:"), first, || "does not begin with Kính gửi:".to_owned());
    }
    if let Some(document) = case.document.as_ref().filter(|d| !d.addressees.is_empty()) {
        said(&address_form(document), &case.parts.address, m);
    }
}

fn is_several(case: &Case) -> bool {
    case.parts.address.first().is_some_and(|l| l.words() == "Kính gửi:")
}

fn address_one(case: &Case, m: &mut Measured) {
    let wanted = case.document.as_ref().is_none_or(|d| d.addressees.len() == 1);
    if let Some(first) = case.parts.address.first().filter(|_| wanted && !is_several(case)) {
        m.line(first.words().len() > "Kính gửi: ".len(), first, || "stands alone".to_owned());
    }
    if let (Some(first), Some(Document { addressees, .. })) = (case.parts.address.first(), &case.document) {
        m.line(is_several(case) == (addressees.len() > 1), first, || format!("for {} addressees", addressees.len()));
    }
}

fn address_several(case: &Case, m: &mut Measured) {
    if !is_several(case) {
        return;
    }
    let lines = &case.parts.address[1..];
    let starts: Vec<usize> = (0..lines.len()).filter(|i| lines[*i].words().starts_with("- ")).collect();
    m.whole(starts.first() == Some(&0) && starts.len() > 1, || "several on lines of their own".to_owned());
    for (at, _) in starts.iter().enumerate() {
        let end = starts.get(at + 1).map_or(lines.len(), |n| *n) - 1;
        let mark = if at + 1 == starts.len() { '.' } else { ';' };
        m.line(lines[end].words().ends_with(mark), &lines[end], || format!("does not end with {mark}"));
    }
}

fn address_dashes(case: &Case, m: &mut Measured) {
    if !is_several(case) {
        return;
    }
    let Some(colon) = case.parts.address[0].seen().last().map(|g| (g.left, g.right)) else { return };
    for line in case.parts.address[1..].iter().filter(|l| l.words().starts_with("- ")) {
        let holds = line.left > colon.0 - 1.0 && line.left < colon.1 + 1.0;
        m.line(holds, line, || format!("dash at {:.2}, colon at {:.2}", line.left, colon.0));
    }
}

fn address_who(case: &Case, m: &mut Measured) {
    let kind = case.kind();
    if kind.is_none() || kind.as_deref() == Some("TỜ TRÌNH") {
        m.whole(!case.parts.address.is_empty(), || "nobody is addressed".to_owned());
    }
}
