//! What `mutool trace` prints: the calls that draw a page, as XML-like lines.

use std::sync::Arc;

use super::{Glyph, MM_PER_POINT, Page, Stroke, untagged};

/// Boxes filled thinner than this are strokes, in points.
const THIN: f32 = 3.0;

/// In points from the page's upper left.
type Point = (f32, f32);

/// The pages of a trace.
#[must_use]
pub fn pages(trace: &str) -> Vec<Page> {
    trace.split("<page ").skip(1).map(page).collect()
}

/// What holds for the things drawn after it.
#[derive(Debug, Clone, Default)]
struct State {
    /// From the drawn thing's own measures to points from the page's upper left.
    transform: [f32; 6],
    black: bool,
    thickness: f32,
    stroked: bool,
    font: Arc<str>,
    size: f32,
    at: Point,
    begun: Point,
    /// Sides of a path that may turn out to be a thin box.
    path: Vec<(Point, Point)>,
    inside_clip: bool,
}

fn page(text: &str) -> Page {
    let (head, body) = text.split_once('>').unwrap_or((text, ""));
    let sides: Vec<f32> =
        value(head, "mediabox").unwrap_or_default().split(' ').filter_map(|n| n.parse().ok()).collect();
    let mut page = Page::default();
    if let [left, top, right, foot] = sides[..] {
        page.width = (right - left) * MM_PER_POINT;
        page.height = (foot - top) * MM_PER_POINT;
    }
    let mut state = State::default();
    for line in body.lines().map(str::trim_start) {
        take(line, &mut state, &mut page);
    }
    page
}

fn take(line: &str, state: &mut State, page: &mut Page) {
    let Some(name) = line.strip_prefix('<').and_then(|l| l.split([' ', '>', '/']).next()) else { return };
    match name {
        "fill_text" | "stroke_text" | "fill_path" | "stroke_path" => {
            state.transform = transform(line);
            state.black = is_black(line);
            state.stroked = name == "stroke_path";
            let scale = state.transform[0].hypot(state.transform[1]);
            state.thickness = number(line, "linewidth") * scale;
            state.path.clear();
            state.inside_clip = false;
        }
        "clip_path" | "clip_stroke_path" | "clip_text" => state.inside_clip = true,
        "span" => {
            state.font = untagged(value(line, "font").unwrap_or_default()).into();
            // The matrix of the type: its height is the size.
            let trm: Vec<f32> =
                value(line, "trm").unwrap_or_default().split(' ').filter_map(|n| n.parse().ok()).collect();
            state.size = if let [_, _, c, d] = trm[..] { c.hypot(d) } else { 0.0 };
        }
        "g" => page.glyphs.push(glyph(line, state)),
        _ if state.inside_clip => {}
        "moveto" => {
            state.at = point(line, state);
            state.begun = state.at;
        }
        "lineto" => {
            let to = point(line, state);
            state.path.push((state.at, to));
            state.at = to;
        }
        "closepath" => {
            state.path.push((state.at, state.begun));
            state.at = state.begun;
        }
        _ => {}
    }
    if line.starts_with("</stroke_path") {
        page.strokes.extend(state.path.drain(..).map(|(from, to)| stroke(from, to, state.thickness, state.black)));
    } else if line.starts_with("</fill_path") {
        page.strokes.extend(thin_box(&state.path).map(|(from, to, t)| stroke(from, to, t, state.black)));
        state.path.clear();
    }
}

fn stroke(from: Point, to: Point, thickness: f32, black: bool) -> Stroke {
    let mm = |(x, y): Point| (x * MM_PER_POINT, y * MM_PER_POINT);
    Stroke { from: mm(from), to: mm(to), thickness, black }
}

/// The middle line of a filled box, if it is as thin as a stroke.
fn thin_box(path: &[(Point, Point)]) -> Option<(Point, Point, f32)> {
    let xs = path.iter().flat_map(|(a, b)| [a.0, b.0]);
    let ys = path.iter().flat_map(|(a, b)| [a.1, b.1]);
    let (left, right) = (xs.clone().reduce(f32::min)?, xs.reduce(f32::max)?);
    let (top, foot) = (ys.clone().reduce(f32::min)?, ys.reduce(f32::max)?);
    let (wide, high) = (right - left, foot - top);
    if path.len() > 5 || wide.min(high) > THIN || wide.max(high) <= THIN {
        return None;
    }
    let (x, y) = (f32::midpoint(left, right), f32::midpoint(top, foot));
    Some(if wide > high { ((left, y), (right, y), high) } else { ((x, top), (x, foot), wide) })
}

fn glyph(line: &str, state: &State) -> Glyph {
    // Drawn, but nobody knows as what: it cannot be copied.
    let text = value(line, "unicode").map_or('\u{fffd}', unescaped);
    let (x, y) = point(line, state);
    let wide = number(line, "adv") * state.size * state.transform[0].hypot(state.transform[1]);
    let size = state.size * state.transform[2].hypot(state.transform[3]);
    let number = value(line, "glyph").unwrap_or("0");
    Glyph {
        text,
        font: Arc::clone(&state.font),
        size,
        left: x * MM_PER_POINT,
        right: (x + wide) * MM_PER_POINT,
        base: y * MM_PER_POINT,
        missing: number == "0" || text == '\u{fffd}',
        black: state.black,
    }
}

fn point(line: &str, state: &State) -> Point {
    let (x, y) = (number(line, "x"), number(line, "y"));
    let [a, b, c, d, e, f] = state.transform;
    (a * x + c * y + e, b * x + d * y + f)
}

fn transform(line: &str) -> [f32; 6] {
    let numbers: Vec<f32> =
        value(line, "transform").unwrap_or_default().split(' ').filter_map(|n| n.parse().ok()).collect();
    numbers.try_into().unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0])
}

fn is_black(line: &str) -> bool {
    let colours: Vec<f32> =
        value(line, "color").unwrap_or_default().split(' ').filter_map(|n| n.parse().ok()).collect();
    let opaque = value(line, "alpha").is_none_or(|a| a == "1");
    let black = match colours[..] {
        [grey] => grey == 0.0,
        [r, g, b] => r == 0.0 && g == 0.0 && b == 0.0,
        [_, _, _, key] => key == 1.0,
        _ => false,
    };
    black && opaque
}

/// An attribute; no value holds a quotation mark that is not escaped but that of the mark itself.
fn value<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = line
        .split_once(&format!(" {name}=\""))
        .or_else(|| line.strip_prefix(&format!("{name}=\"")).map(|r| ("", r)))?;
    // `unicode="""` is the mark itself.
    if name == "unicode" && rest.starts_with("\"\"") {
        return Some("\"");
    }
    rest.split_once('"').map(|(value, _)| value)
}

fn number(line: &str, name: &str) -> f32 {
    value(line, name).and_then(|v| v.parse().ok()).unwrap_or_default()
}

/// One sign, as it is or by its name or number.
fn unescaped(value: &str) -> char {
    let named = match value {
        "&amp;" => Some('&'),
        "&lt;" => Some('<'),
        "&gt;" => Some('>'),
        "&quot;" => Some('"'),
        "&apos;" => Some('\''),
        _ => None,
    };
    let numbered = || {
        let digits = value.strip_prefix("&#x")?.strip_suffix(';')?;
        char::from_u32(u32::from_str_radix(digits, 16).ok()?)
    };
    named.or_else(numbered).or_else(|| value.chars().next()).unwrap_or('\u{fffd}')
}
