//! For tests: what stands on a page, measured, and a second pair of eyes for its QR.

use crate::engine::page::{Ink, Item, MM_PER_PT, Modules, Paint, Shape};
use crate::engine::qr::QUIET;

/// A line of text on a page, in mm.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Seen {
    pub(crate) text: String,
    pub(crate) left: f32,
    pub(crate) right: f32,
    pub(crate) top: f32,
    pub(crate) base: f32,
    pub(crate) bold: bool,
    pub(crate) white: bool,
    /// The smallest type on the line, in points.
    pub(crate) size: f32,
}

/// The lines from head to foot.
pub(crate) fn seen(items: &[Item]) -> Vec<Seen> {
    let mut lines: Vec<Seen> = items
        .iter()
        .filter_map(|item| match item {
            Item::Text { x, y, line } => Some(Seen {
                text: line.text(),
                left: x + line.left,
                right: x + line.right,
                top: y - line.ascent,
                base: *y,
                bold: line.words.iter().all(|w| w.set_in.face.is_bold()),
                white: line.words.iter().any(|w| w.set_in.ink == Ink::White),
                size: line.words.iter().map(|w| w.set_in.size).fold(f32::MAX, f32::min),
            }),
            _ => None,
        })
        .collect();
    lines.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.left.total_cmp(&b.left)));
    lines
}

/// The lines as they stand, to be kept as a snapshot.
pub(crate) fn reading(items: &[Item]) -> String {
    let line = |l: Seen| format!("{:6.1} {:6.1} {:5.1}  {}\n", l.base, l.left, l.size, l.text);
    seen(items).into_iter().map(line).collect()
}

pub(crate) fn find<'a>(lines: &'a [Seen], text: &str) -> &'a Seen {
    lines.iter().find(|l| l.text.contains(text)).unwrap_or_else(|| panic!("{text:?} is not among {lines:#?}"))
}

/// Left, top, right and foot of what is printed, in mm.
pub(crate) type Extent = (f32, f32, f32, f32);

impl Seen {
    /// From the top of its capitals to the baseline: marks above and tails below may come near others.
    pub(crate) fn core(&self) -> Extent {
        (self.left, self.base - self.size * MM_PER_PT * 0.68, self.right, self.base)
    }
}

pub(crate) fn rects(items: &[Item]) -> Vec<(Extent, Paint)> {
    let rect = |item: &Item| match item {
        Item::Shape(Shape::Rect { x, y, width, height, .. }, paint) => Some(((*x, *y, x + width, y + height), *paint)),
        _ => None,
    };
    items.iter().filter_map(rect).collect()
}

pub(crate) fn qrs(items: &[Item]) -> Vec<&Modules> {
    items.iter().filter_map(|item| if let Item::Qr(modules) = item { Some(modules) } else { None }).collect()
}

fn meet(a: Extent, b: Extent) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}

/// No line of text touches another; no text and no edge of a shape reaches into the quiet zone of a QR.
pub(crate) fn nothing_overlaps(items: &[Item]) {
    let lines = seen(items);
    for (i, one) in lines.iter().enumerate() {
        for other in &lines[i + 1..] {
            assert!(!meet(one.core(), other.core()), "{one:?} overlaps {other:?}");
        }
    }
    for qr in qrs(items) {
        let (quiet, side) = (qr.module * QUIET as f32, qr.module * qr.side as f32);
        let zone = (qr.x - quiet, qr.y - quiet, qr.x + side + quiet, qr.y + side + quiet);
        for line in &lines {
            assert!(!meet(zone, line.core()), "{line:?} in the quiet zone {zone:?}");
        }
        for (edge, _) in rects(items) {
            let around = edge.0 <= zone.0 && edge.1 <= zone.1 && edge.2 >= zone.2 && edge.3 >= zone.3;
            assert!(around || !meet(zone, edge), "{edge:?} in the quiet zone {zone:?}");
        }
    }
}

/// Everything printed lies between these edges.
pub(crate) fn inside(items: &[Item], (left, top, right, foot): Extent) {
    let within = |e: Extent| e.0 >= left && e.1 >= top && e.2 <= right && e.3 <= foot;
    for line in seen(items) {
        assert!(within(line.core()), "{line:?}");
    }
    for (extent, _) in rects(items) {
        assert!(within(extent), "{extent:?}");
    }
    for qr in qrs(items) {
        let side = qr.module * qr.side as f32;
        assert!(within((qr.x, qr.y, qr.x + side, qr.y + side)), "{} {}", qr.x, qr.y);
    }
}

/// The QR read by a decoder that is not ours, from a picture as a photocopier leaves it: grey on grey,
/// edges soft.
pub(crate) fn photocopied(qr: &Modules) -> String {
    const DOTS: usize = 8;
    let modules = qr.side as usize + 2 * QUIET as usize;
    let side = modules * DOTS;
    let mut sharp = vec![true; side * side];
    for dark in &qr.dark {
        let from = |at: u32| (at as usize + QUIET as usize) * DOTS;
        for y in from(dark.y)..from(dark.y + dark.height) {
            sharp[y * side + from(dark.x)..y * side + from(dark.x + dark.width)].fill(false);
        }
    }
    let grey = |x: usize, y: usize| {
        let near = |c: usize| c.saturating_sub(2)..(c + 3).min(side);
        let all: Vec<bool> =
            near(y).flat_map(|y| near(x).map(move |x| (x, y))).map(|(x, y)| sharp[y * side + x]).collect();
        let light = all.iter().filter(|l| **l).count();
        (60 + 160 * light / all.len()) as u8
    };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, grey);
    let found = picture.detect_grids();
    assert_eq!(found.len(), 1, "one QR of {} modules", qr.side);
    found[0].decode().expect("it can be read").1
}

/// Every Vietnamese letter with every tone, small and large.
pub(crate) fn every_letter() -> String {
    const TONES: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"];
    let vowels = "aăâeêioôơuưy".chars().flat_map(|v| TONES.map(|tone| domain::text::nfc(&format!("{v}{tone}"))));
    let small: String = vowels.chain("bcdđghklmnpqrstvx".chars().map(String::from)).collect();
    format!("{small}{}", small.to_uppercase())
}
