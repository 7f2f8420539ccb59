//! Items become the operators of a page.

use printpdf::{
    Codepoint, Color, CurTransMat, DictItem, Greyscale, Line, LineCapStyle, LineDashPattern, LineJoinStyle, LinePoint,
    Op, PaintMode, PdfFontHandle, Point, Polygon, PolygonRing, Pt, Rgb, TextItem, TextMatrix, WindingOrder,
};

use super::{Embedded, Resources, Used};
use crate::engine::page::{Ink, Item, MM_PER_PT, Mm, Modules, Paint, Shape, Step};
use crate::engine::text::Word;
use crate::face::Face;

/// The operators for items on a page of this height (PDF counts from the foot, we from the head).
pub(super) fn ops(items: &[Item], height: Mm, resources: &Resources) -> Vec<Op> {
    let mut pen = Pen { ops: Vec::new(), height, fill: None, stroke: None, round: false, font: None, in_text: false };
    for item in items {
        match item {
            Item::Text { x, y, line } => pen.text(*x, *y, &line.words, resources),
            Item::Shape(shape, paint) => pen.shape(*shape, *paint),
            Item::Qr(modules) => pen.qr(modules),
            Item::Image { x, y, width, height, image } => {
                if let Some(name) = resources.image_name(image) {
                    pen.image((*x, *y), (*width, *height), name);
                }
            }
        }
    }
    pen.leave_text();
    pen.ops
}

/// Operators that show each glyph once: its face has it, with the text it stands for.
pub(super) fn glyphs(used: &Used, resources: &Resources) -> Vec<Op> {
    let mut ops = vec![Op::StartTextSection];
    for (face, glyphs) in &used.0 {
        let Some(font) = resources.fonts.get(face) else { continue };
        ops.push(Op::SetFont { font: PdfFontHandle::External(font.id.clone()), size: Pt(1.0) });
        let glyphs = glyphs.iter().map(|(id, text)| Codepoint::with_cid(*id, 0.0, text.to_string())).collect();
        ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(glyphs)] });
    }
    ops.push(Op::EndTextSection);
    ops
}

/// What has been set, so that it is not set again.
struct Pen {
    ops: Vec<Op>,
    height: Mm,
    fill: Option<Ink>,
    stroke: Option<(Ink, i32, i32)>,
    /// Ends and corners of strokes.
    round: bool,
    font: Option<(Face, i32)>,
    in_text: bool,
}

/// To hundredths of a point (0.004 mm), so that numbers stay short.
fn pt(mm: Mm) -> Pt {
    Pt((mm / MM_PER_PT * 100.0).round() / 100.0)
}

#[expect(clippy::cast_possible_truncation, reason = "sizes on a page are small")]
fn hundredths(value: f32) -> i32 {
    (value * 100.0).round() as i32
}

impl Pen {
    fn at(&self, x: Mm, y: Mm) -> Point {
        Point { x: pt(x), y: pt(self.height - y) }
    }

    fn enter_text(&mut self) {
        if !self.in_text {
            self.ops.push(Op::StartTextSection);
            self.in_text = true;
        }
    }

    fn leave_text(&mut self) {
        if self.in_text {
            self.ops.push(Op::EndTextSection);
            self.in_text = false;
        }
    }

    fn fill_with(&mut self, ink: Ink) {
        if self.fill != Some(ink) {
            self.fill = Some(ink);
            self.ops.push(Op::SetFillColor { col: colour(ink) });
        }
    }

    fn stroke_with(&mut self, ink: Ink, width: Mm, dash: Mm) {
        let wanted = (ink, hundredths(width), hundredths(dash));
        if self.stroke == Some(wanted) {
            return;
        }
        let dashed = |s: Option<(Ink, i32, i32)>| s.map_or(0, |(_, _, dash)| dash);
        if dashed(self.stroke) != wanted.2 {
            let pattern: &[f32] = if dash > 0.0 { &[pt(dash).0] } else { &[] };
            let dash = LineDashPattern { offset: 0.0, pattern: pattern.into() };
            self.ops.push(Op::SetLineDashPattern { dash });
        }
        self.stroke = Some(wanted);
        self.ops.push(Op::SetOutlineColor { col: colour(ink) });
        self.ops.push(Op::SetOutlineThickness { pt: pt(width) });
    }

    /// Words of one type in one piece: placed once, then moved by whole thousandths of an em wherever the
    /// viewer's own pen would stand elsewhere.
    fn text(&mut self, x: Mm, y: Mm, words: &[Word], resources: &Resources) {
        for piece in words.chunk_by(|a, b| a.set_in == b.set_in) {
            let set_in = piece[0].set_in;
            let Some(font) = resources.fonts.get(&set_in.face) else { continue };
            self.enter_text();
            self.fill_with(set_in.ink);
            if self.font != Some((set_in.face, hundredths(set_in.size))) {
                self.font = Some((set_in.face, hundredths(set_in.size)));
                let handle = PdfFontHandle::External(font.id.clone());
                self.ops.push(Op::SetFont { font: handle, size: Pt(set_in.size) });
            }
            let start = piece[0].x;
            let at = self.at(x + start, y);
            self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(at.x, at.y) });
            let items = moved_by_thousandths(piece, start, set_in.size * MM_PER_PT, font);
            self.ops.push(Op::ShowText { items });
        }
    }

    fn stroke_round(&mut self, round: bool) {
        if self.round != round {
            self.round = round;
            let (cap, join) = if round {
                (LineCapStyle::Round, LineJoinStyle::Round)
            } else {
                (LineCapStyle::Butt, LineJoinStyle::Miter)
            };
            self.ops.extend([Op::SetLineCapStyle { cap }, Op::SetLineJoinStyle { join }]);
        }
    }

    fn shape(&mut self, shape: Shape, paint: Paint) {
        self.leave_text();
        let filled = match paint {
            Paint::Fill(ink) => {
                self.fill_with(ink);
                true
            }
            Paint::Stroke(ink, width) => {
                self.stroke_with(ink, width, 0.0);
                false
            }
            Paint::Dash(ink, width, dash) => {
                self.stroke_with(ink, width, dash);
                false
            }
        };
        if !filled {
            self.stroke_round(matches!(shape, Shape::Path { .. }));
        }
        match shape {
            Shape::Line { from, to } => {
                let points = [from, to].map(|(x, y)| LinePoint { p: self.at(x, y), bezier: false });
                self.ops.push(Op::DrawLine { line: Line { points: points.into(), is_closed: false } });
            }
            Shape::Rect { x, y, width, height, radius } => {
                let points = rounded(x, y, width, height, radius);
                self.polygon(&points, filled);
            }
            Shape::Path { x, y, scale, steps } => self.path((x, y), scale, steps, filled),
        }
    }

    fn path(&mut self, (x, y): (Mm, Mm), scale: Mm, steps: &[Step], filled: bool) {
        for step in steps {
            let (key, numbers): (&str, &[f32]) = match step {
                Step::At(x, y) => ("m", &[*x, *y]),
                Step::Line(x, y) => ("l", &[*x, *y]),
                Step::Curve(points) => ("c", points),
                Step::Close => ("h", &[]),
            };
            let place = |pair: &[f32]| self.at(x + pair[0] * scale, y + pair[1] * scale);
            let value = numbers.chunks_exact(2).map(place).flat_map(|p| [p.x, p.y]);
            let value = value.map(|n| DictItem::Real(n.0)).collect();
            self.ops.push(Op::Unknown { key: key.into(), value });
        }
        let key = if filled { "f" } else { "S" };
        self.ops.push(Op::Unknown { key: key.into(), value: Vec::new() });
    }

    fn polygon(&mut self, points: &[(Mm, Mm, bool)], filled: bool) {
        let points = points.iter().map(|(x, y, bezier)| LinePoint { p: self.at(*x, *y), bezier: *bezier }).collect();
        let mode = if filled { PaintMode::Fill } else { PaintMode::Stroke };
        let polygon = Polygon { rings: vec![PolygonRing { points }], mode, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    fn image(&mut self, (x, y): (Mm, Mm), (width, height): (Mm, Mm), name: String) {
        self.leave_text();
        let foot = self.at(x, y + height);
        let matrix = CurTransMat::Raw([pt(width).0, 0.0, 0.0, pt(height).0, foot.x.0, foot.y.0]);
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix });
        self.ops.push(Op::Unknown { key: "Do".into(), value: vec![DictItem::Name(name.into_bytes())] });
        self.ops.push(Op::RestoreGraphicsState);
    }

    /// All modules as one path in whole modules, so that neither seams nor long numbers appear.
    fn qr(&mut self, m: &Modules) {
        self.leave_text();
        self.fill_with(Ink::Black);
        let corner = self.at(m.x, m.y);
        let scale = m.module / MM_PER_PT;
        self.ops.push(Op::SaveGraphicsState);
        let matrix = CurTransMat::Raw([scale, 0.0, 0.0, -scale, corner.x.0, corner.y.0]);
        self.ops.push(Op::SetTransformationMatrix { matrix });
        for r in &m.dark {
            let value = [r.x, r.y, r.width, r.height].map(|n| DictItem::Int(n.into())).to_vec();
            self.ops.push(Op::Unknown { key: "re".into(), value });
        }
        self.ops.push(Op::Unknown { key: "f".into(), value: Vec::new() });
        self.ops.push(Op::RestoreGraphicsState);
    }
}

fn colour(ink: Ink) -> Color {
    let grey = |percent| Color::Greyscale(Greyscale { percent, icc_profile: None });
    // To thousandths: three digits say any of 256 steps.
    let share = |of: u8| (f32::from(of) / 0.255).round() / 1000.0;
    match ink {
        Ink::Black => grey(0.0),
        Ink::White => grey(1.0),
        Ink::Colour(r, g, b) => Color::Rgb(Rgb { r: share(r), g: share(g), b: share(b), icc_profile: None }),
    }
}

/// `em` is the size of the type in mm.
fn moved_by_thousandths(words: &[Word], start: Mm, em: Mm, font: &Embedded) -> Vec<TextItem> {
    /// A twentieth of a millimetre at 14 points is ten thousandths: nobody sees less.
    const SEEN: i32 = 8;
    let mut items = Vec::new();
    let mut glyphs: Vec<Codepoint> = Vec::new();
    let mut pen = 0;
    for word in words {
        for (i, glyph) in word.glyphs.iter().enumerate() {
            #[expect(clippy::cast_possible_truncation, reason = "a line is a few thousand thousandths long")]
            let wanted = ((word.x - start + glyph.x) / em * 1000.0).round() as i32;
            let off = wanted - pen;
            if off.abs() >= if i == 0 { 1 } else { SEEN } {
                if !glyphs.is_empty() {
                    items.push(TextItem::GlyphIds(std::mem::take(&mut glyphs)));
                }
                #[expect(clippy::cast_precision_loss, reason = "a small whole number")]
                items.push(TextItem::Offset(-off as f32));
                pen = wanted;
            }
            pen += font.advance(glyph.id);
            glyphs.push(Codepoint::with_cid(glyph.id, 0.0, glyph.text.to_string()));
        }
    }
    items.push(TextItem::GlyphIds(glyphs));
    items
}

/// A rectangle as points with their Bézier handles; no radius, no handles.
fn rounded(x: Mm, y: Mm, width: Mm, height: Mm, radius: Mm) -> Vec<(Mm, Mm, bool)> {
    /// Distance of the handles for a quarter of a circle.
    const KAPPA: f32 = 0.552_285;
    let (right, foot) = (x + width, y + height);
    if radius <= 0.0 {
        return vec![(x, y, false), (right, y, false), (right, foot, false), (x, foot, false)];
    }
    let (r, k) = (radius, radius * (1.0 - KAPPA));
    vec![
        (x + r, y, false),
        (right - r, y, false),
        (right - k, y, true),
        (right, y + k, true),
        (right, y + r, false),
        (right, foot - r, false),
        (right, foot - k, true),
        (right - k, foot, true),
        (right - r, foot, false),
        (x + r, foot, false),
        (x + k, foot, true),
        (x, foot - k, true),
        (x, foot - r, false),
        (x, y + r, false),
        (x, y + k, true),
        (x + k, y, true),
        (x + r, y, false),
    ]
}
