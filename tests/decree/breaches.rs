//! A breach of every rule, found by it.

use product_tests::decree::parts::Parts;
use product_tests::decree::{Case, rules};
use product_tests::reader::lines::Line;
use product_tests::reader::{Font, Read, Stroke};

use super::doctor::{change, face, found, judged, narrow, remove, rewrite, shift, sound};

/// Spoils what was read; false if the document has nothing to spoil.
type Spoil = fn(&mut Read, &Parts) -> bool;

fn is(line: &Line) -> impl Fn(&Line) -> bool {
    let line = line.clone();
    move |l| *l == line
}

/// Another face for a line.
fn in_face(read: &mut Read, line: Option<&Line>, name: &str) -> bool {
    line.is_some_and(|line| change(read, is(line), |g| face(g, name)))
}

fn in_size(read: &mut Read, line: Option<&Line>, size: f32) -> bool {
    line.is_some_and(|line| change(read, is(line), |g| g.size = size))
}

fn moved(read: &mut Read, line: Option<&Line>, x: f32, y: f32) -> bool {
    line.is_some_and(|line| change(read, is(line), |g| shift(g, x, y)))
}

fn written(read: &mut Read, line: Option<&Line>, from: &str, to: &str) -> bool {
    line.is_some_and(|line| rewrite(read, is(line), from, to))
}

/// The stroke that is meant, changed.
fn stroke(read: &mut Read, meant: impl Fn(&Stroke) -> bool, to: impl Fn(&mut Stroke)) -> bool {
    let found = read.pages[0].strokes.iter_mut().find(|s| meant(s));
    found.map(to).is_some()
}

/// The rule right under a line.
fn under(line: &Line) -> impl Fn(&Stroke) -> bool {
    let (base, middle) = (line.base, line.middle());
    move |s| s.is_level() && s.top() > base && s.top() < base + 4.0 && (s.middle() - middle).abs() < 1.0
}

/// A line in the middle of a paragraph of four or more.
fn inner(parts: &Parts) -> Option<&Line> {
    let long = parts.body.paragraphs.iter().find(|p| p.0.len() > 3 && !p.is_bold() && p.0[1].page == p.0[2].page)?;
    Some(&long.0[1])
}

fn first_of(parts: &Parts, meant: impl Fn(&str) -> bool) -> Option<&Line> {
    let first = parts.body.paragraphs.iter().find(|p| meant(&p.words()) && p.0.len() < 3);
    first.map(|p| &p.0[0])
}

fn is_part(words: &str) -> bool {
    ["I. ", "II. ", "III. "].iter().any(|n| words.starts_with(n))
}

fn last(lines: &[Line]) -> Option<&Line> {
    lines.last()
}

/// Each rule with a breach of it.
const BREACHES: &[(&str, Spoil)] = &[
    ("page.size", |r, _| {
        r.pages[0].height = 279.4;
        true
    }),
    ("page.margin-top", |r, p| moved(r, p.agency.first(), 0.0, -2.0)),
    ("page.margin-bottom", |r, p| p.signer.first().is_some_and(|l| moved(r, Some(l), 0.0, 279.0 - l.base))),
    ("page.margin-left", |r, p| moved(r, inner(p), -1.0, 0.0)),
    ("page.margin-right", |r, p| moved(r, inner(p), 0.8, 0.0)),
    ("page.rules-inside", |r, _| stroke(r, Stroke::is_level, |s| s.from.0 = 20.0)),
    ("page.font", |r, _| change(r, |l| l.page == 0, |g| g.font = "Arial".into())),
    ("page.font-embedded", |r, _| {
        r.fonts[0].embedded = false;
        true
    }),
    ("page.black", |r, p| p.kind.as_ref().is_some_and(|l| change(r, is(l), |g| g.black = false))),
    ("page.nfc", |r, _| {
        r.copied[0] = "Hà Câ\u{300}u".to_owned();
        true
    }),
    ("page.number", |r, p| written(r, p.margin.first(), "2", "3")),
    ("page.number-size", |r, p| in_size(r, p.margin.first(), 12.0)),
    ("page.number-place", |r, p| moved(r, p.margin.first(), 8.0, 0.0)),
    ("page.number-hidden", |r, p| p.country.as_ref().is_some_and(|l| moved(r, Some(l), 0.0, 11.0 - l.base))),
    ("1.country", |r, p| in_size(r, p.country.as_ref(), 14.0)),
    ("1.country-place", |r, p| moved(r, p.country.as_ref(), 0.0, 1.0)),
    ("1.motto", |r, p| in_face(r, p.motto.as_ref(), "")),
    ("1.motto-place", |r, p| moved(r, p.motto.as_ref(), 1.0, 0.0)),
    ("1.motto-rule", |r, p| p.motto.as_ref().is_some_and(|l| stroke(r, under(l), |s| s.to.0 -= 3.0))),
    ("2.superior", |r, p| p.agency.first().filter(|l| !l.is_bold()).is_some_and(|l| in_size(r, Some(l), 14.0))),
    ("2.issuer", |r, p| moved(r, last(&p.agency), 2.0, 0.0)),
    ("2.issuer-name", |r, p| written(r, last(&p.agency), "PHƯỜNG HÀ CẦU", "P. HÀ CẦU")),
    ("2.issuer-rule", |r, p| last(&p.agency).is_some_and(|l| stroke(r, under(l), |s| s.to.0 = s.from.0 + l.width()))),
    ("3.number", |r, p| in_face(r, p.number.as_ref(), "-Bold")),
    ("3.number-place", |r, p| moved(r, p.number.as_ref(), 3.0, 0.0)),
    ("3.number-padded", |r, p| written(r, p.number.as_ref(), "Số: 0", "Số: ")),
    ("3.number-form", |r, p| written(r, p.number.as_ref(), "-", " - ")),
    ("3.number-blank", |r, p| {
        p.number.as_ref().is_some_and(|l| !l.text().contains(|c: char| c.is_ascii_digit()))
            && narrow(r, p.number.as_ref())
    }),
    ("4.date", |r, p| in_face(r, p.date.as_ref(), "")),
    ("4.date-place", |r, p| moved(r, p.date.as_ref(), 0.0, 0.5)),
    ("4.day-padded", |r, p| written(r, p.date.as_ref(), "ngày 0", "ngày ")),
    ("4.month-1-2-padded", |r, p| written(r, p.date.as_ref(), "tháng 0", "tháng ")),
    ("4.month-3-9-plain", |r, p| {
        p.date.as_ref().is_some_and(|l| {
            ["3", "9"].iter().any(|m| rewrite(r, is(l), &format!("tháng {m} "), &format!("tháng 0{m} ")))
        })
    }),
    ("4.date-blank", |r, p| {
        let is_blank = |l: &&Line| l.words().contains("ngày tháng");
        narrow(r, p.date.as_ref().filter(is_blank))
    }),
    ("5a.kind", |r, p| in_face(r, p.kind.as_ref(), "-Italic")),
    ("5a.subject", |r, p| moved(r, p.subject.first(), 2.0, 0.0)),
    ("5a.rule", |r, p| last(&p.subject).is_some_and(|l| stroke(r, under(l), |s| s.to.0 += 0.6 * l.width()))),
    ("5b.subject", |r, p| in_size(r, p.letter_subject.first(), 14.0)),
    ("5b.place", |r, p| moved(r, p.letter_subject.first(), 2.0, 0.0)),
    ("5b.gap", |r, p| moved(r, p.letter_subject.first(), 0.0, -2.0)),
    ("9a.address", |r, p| in_face(r, p.address.first(), "-Bold")),
    ("9a.one", |r, p| {
        p.address.first().filter(|l| l.words().len() > 12).is_some_and(|l| {
            let colon = l.text().find(':').map_or(0, |at| l.text()[..at].chars().count());
            let from = l.glyphs[colon].right;
            change(r, is(l), |g| {
                if g.left >= from {
                    shift(g, 0.0, 6.0);
                }
            })
        })
    }),
    ("9a.several", |r, p| {
        let ends = p.address.iter().rfind(|l| l.words().ends_with(';'));
        written(r, ends, ";", ",")
    }),
    ("9a.dashes", |r, p| moved(r, p.address.get(1).filter(|l| l.words().starts_with("- ")), 4.0, 0.0)),
    ("9a.who", |r, p| {
        !p.address.is_empty() && {
            let base = p.address[0].base;
            remove(r, |l| l.page == 0 && l.base >= base - 0.1 && l.left > 50.0 && l.base < base + 60.0)
        }
    }),
    ("6.size", |r, p| in_size(r, inner(p), 12.0)),
    ("6.upright", |r, p| in_face(r, inner(p), "-Italic")),
    ("6.justified", |r, p| {
        inner(p).is_some_and(|l| {
            change(r, is(l), |g| {
                if g.left > l.middle() {
                    shift(g, -1.0, 0.0);
                }
            })
        })
    }),
    ("6.first-line", |r, p| moved(r, p.body.paragraphs.get(1).map(|p| &p.0[0]), 5.0, 0.0)),
    ("6.between", |r, p| {
        let pair =
            p.body.paragraphs.windows(2).find(|w| w[1].0.len() == 1 && w[0].0[w[0].0.len() - 1].page == w[1].0[0].page);
        moved(r, pair.map(|w| &w[1].0[0]), 0.0, -1.0)
    }),
    ("6.spacing", |r, p| moved(r, inner(p), 0.0, -1.0)),
    ("6.bases", |r, p| in_face(r, p.body.paragraphs.first().filter(|b| b.is_italic()).map(|b| &b.0[0]), "")),
    ("6.bases-end", |r, p| {
        let first = p.body.paragraphs.first().filter(|b| b.is_italic() && b.words().ends_with(';'));
        written(r, first.and_then(|b| b.0.last()), ";", ".")
    }),
    ("6.part", |r, p| in_face(r, first_of(p, is_part), "")),
    ("6.item", |r, p| in_face(r, first_of(p, |w| w.starts_with("9. ")), "-BoldItalic")),
    ("6.numbered", |r, p| {
        let text = p.body.paragraphs.iter().find(|p| {
            !p.is_bold() && p.words().chars().next().is_some_and(|c| c.is_ascii_digit()) && p.words().contains(". ")
        });
        text.is_some_and(|p| change(r, is(&p.0[0]), |g| face(g, "-Bold")))
    }),
    ("6.point", |r, p| {
        let point = p.body.paragraphs.iter().find(|p| p.words().starts_with("b) "));
        written(r, point.map(|p| &p.0[0]), "b)", "b.")
    }),
    ("6.point-order", |r, p| {
        let point = p.body.paragraphs.iter().find(|p| p.words().starts_with("đ) "));
        written(r, point.map(|p| &p.0[0]), "đ)", "e)")
    }),
    ("6.ends", |r, p| written(r, p.body.paragraphs.last().and_then(|p| p.0.last()), "./.", ".")),
    ("7a.signature", |r, p| in_size(r, p.signature.first(), 12.0)),
    ("7a.place", |r, p| moved(r, p.signature.get(1), 3.0, 0.0)),
    ("7b.name", |r, p| in_face(r, p.signer.first(), "")),
    ("7b.place", |r, p| moved(r, p.signer.first(), 3.0, 0.0)),
    ("7b.room", |r, p| moved(r, p.signer.first(), 0.0, -12.0)),
    ("7b.titles", |r, p| written(r, p.signer.first(), "Nguyễn ", "TS. ")),
    ("9b.head", |r, p| in_face(r, p.recipients_head.as_ref(), "-Bold")),
    ("9b.level", |r, p| moved(r, p.recipients_head.as_ref(), 0.0, 3.0)),
    ("9b.recipients", |r, p| in_size(r, p.recipients.first(), 12.0)),
    ("9b.form", |r, p| moved(r, p.recipients.first(), 2.0, 0.0)),
    ("9b.filed", |r, p| written(r, last(&p.recipients), "Lưu", "Gửi")),
    ("9b.as-above", |r, p| written(r, p.recipients.first().filter(|_| !p.address.is_empty()), "Như trên", "Như dưới")),
    ("12.drafter", |r, p| {
        // Something set under the line that files the document.
        let Some(model) = last(&p.recipients) else { return false };
        let mut mark = model.glyphs.clone();
        mark.iter_mut().for_each(|g| {
            shift(g, 0.0, 5.0);
            g.size = 13.0;
        });
        let page = &mut r.pages[model.page];
        let after = page.glyphs.iter().rposition(|g| *g == model.glyphs[model.glyphs.len() - 1]).unwrap_or_default();
        page.glyphs.splice(after + 1..after + 1, mark);
        true
    }),
    ("13.address", |r, p| in_size(r, p.contact.first(), 13.0)),
    ("appendix.label", |r, p| in_face(r, p.appendices.first().and_then(|a| a.label.first()), "")),
    ("appendix.numbered", |r, p| written(r, p.appendices.get(1).and_then(|a| a.label.first()), "II", "2")),
    ("appendix.title", |r, p| in_face(r, p.appendices.first().and_then(|a| a.title.first()), "")),
    ("appendix.reference", |r, p| in_face(r, p.appendices.first().and_then(|a| a.reference.first()), "")),
    ("appendix.reference-words", |r, p| {
        written(r, p.appendices.first().and_then(|a| a.reference.first()), "Kèm theo", "Theo")
    }),
    ("appendix.ends", |r, p| {
        written(r, p.appendices.first().and_then(|a| a.body.paragraphs.last()).and_then(|p| p.0.last()), "./.", ".")
    }),
    ("appendix.referred", |r, p| !p.appendices.is_empty() && rewrite(r, |l| l.page == 0, "Phụ lục", "Bảng biểu")),
    ("never.heading-at-foot", |r, p| {
        let foot = p.body.lines().filter(|l| l.page == 0).max_by(|a, b| a.base.total_cmp(&b.base));
        let is_last = |l: &Line| !p.body.tables.iter().any(|t| t.grid.page == 0 && t.grid.foot() > l.base);
        let foot = foot.filter(|l| is_last(l));
        let paragraph = p.body.paragraphs.iter().find(|p| p.0.len() == 1 && Some(&p.0[0]) == foot);
        in_face(r, paragraph.map(|p| &p.0[0]), "-Bold")
    }),
    ("never.split-row", |r, p| {
        // A rule through a row of two lines.
        let Some((grid, y)) = p.body.tables.iter().find_map(|t| {
            let rows = t.rows();
            let row = rows.iter().skip(1).find(|r| r.windows(2).any(|w| w[1].base - w[0].base > 4.0))?;
            let pair = row.windows(2).find(|w| w[1].base - w[0].base > 4.0)?;
            Some((&t.grid, f32::midpoint(pair[0].base, pair[1].base)))
        }) else {
            return false;
        };
        r.pages[grid.page].strokes.push(Stroke {
            from: (grid.left, y),
            to: (grid.right, y),
            thickness: 0.5,
            black: true,
        });
        true
    }),
    ("never.without-header", |r, p| {
        let continued = p.body.tables.get(1).filter(|t| t.has_header());
        continued.is_some_and(|t| {
            let header: Vec<Line> = t.rows()[0].iter().map(|l| (*l).clone()).collect();
            change(r, |l| header.contains(l), |g| face(g, ""))
        })
    }),
    ("never.signature-alone", |r, p| {
        p.signature.first().is_some_and(|s| {
            let (page, base) = (s.page, s.base);
            remove(r, |l| l.page == page && l.base < base - 1.0 && l.base > 20.0)
        })
    }),
    ("never.over-margin", |r, p| {
        inner(p).is_some_and(|l| {
            change(r, is(l), |g| {
                if g.left > l.right - 3.0 {
                    shift(g, 0.4, 0.0);
                }
            })
        })
    }),
    ("never.missing-glyph", |r, _| {
        r.pages[0].glyphs[3].missing = true;
        true
    }),
    ("never.unsearchable", |r, _| {
        r.fonts.push(Font { name: "LiberationSerif".into(), embedded: true, subset: true, searchable: false });
        true
    }),
    ("report.foot", |r, p| {
        p.issue.last().is_some_and(|line| {
            let (page, base) = (line.page, line.base);
            remove(r, |l| l.page == page && l.base == base)
        })
    }),
    ("R10.text", |r, p| written(r, inner(p), "a", "ă") || written(r, inner(p), "b", "c")),
    ("R10.note", |r, p| {
        !p.notes.is_empty() && {
            let page = p.notes[0].page;
            remove(r, |l| l.page == page && l.is_bold() && l.is_italic() && l.size() < 12.5)
        }
    }),
    ("R10.sound", |r, _| {
        r.unsound = "WARNING: reconstructing the cross-reference table".to_owned();
        true
    }),
];

/// Spoiled beside what was read: another process, another program.
const BESIDE: [&str; 2] = ["R10.bytes", "R10.word"];

#[test]
fn every_rule_has_a_breach_and_every_breach_a_rule() {
    let known: Vec<&str> = BREACHES.iter().map(|(name, _)| *name).chain(BESIDE).collect();
    let without: Vec<&str> = rules().iter().map(|r| r.name).filter(|n| !known.contains(n)).collect();
    assert_eq!(without, Vec::<&str>::new(), "rules that nothing shows to fail");
    let strangers: Vec<&&str> = known.iter().filter(|n| !rules().iter().any(|r| r.name == **n)).collect();
    assert!(strangers.is_empty(), "breaches of no rule: {strangers:?}");
}

#[test]
fn every_breach_is_found_where_the_sound_document_has_none() {
    let mut missed = Vec::new();
    for (rule, spoil) in BREACHES {
        let mut spoiled = 0;
        let mut seen = 0;
        for (document, read) in sound() {
            let mut changed = read.clone();
            if !spoil(&mut changed, &Parts::of(read)) {
                continue;
            }
            spoiled += 1;
            let (_, before) = found(rule, document, read.clone());
            let (_, after) = found(rule, document, changed);
            seen += usize::from(before.is_empty() && !after.is_empty());
            if spoiled == 5 {
                break;
            }
        }
        // Not every document has the breach in a place the rule can see; most have.
        if spoiled == 0 || seen * 2 < spoiled {
            missed.push(format!("{rule}: {seen} of {spoiled}"));
        }
    }
    assert_eq!(missed, Vec::<String>::new(), "found in how many of how many spoiled documents");
}

#[test]
fn other_bytes_and_other_words_of_the_word_file_are_found() {
    let (document, read) = &sound()[0];
    let mut case = Case::new("twins".into(), Some(document.clone()), read.clone());
    case.same_bytes = Some(false);
    case.word = Some(product_tests::decree::expected::whole(document).replacen('a', "ă", 1));
    for rule in BESIDE {
        assert_eq!(judged(rule, &case).1.len(), 1, "{rule}");
    }
}
