//! The reader on small traces, and against what is known of a real file.

use product_tests::reader::grid::grids;
use product_tests::reader::lines::lines;
use product_tests::reader::{Page, Stroke, fonts, trace};

use super::doctor::sound;

const TRACE: &str = r#"<document filename="a.pdf">
<page number="1" mediabox="0 0 595.276 841.89">
<fill_text colorspace="DeviceGray" color="0" transform="1 0 0 -1 0 841.89">
    <span font="ABCDEF+LiberationSerif-Bold" wmode="0" bidi="0" trm="13 0 0 13">
        <g unicode="S" glyph="33" x="72" y="769.89" adv=".5"/>
        <g unicode="&amp;" glyph="3" x="78.5" y="769.89" adv=".5"/>
        <g unicode=""" glyph="4" x="85" y="769.89" adv=".5"/>
        <g unicode=" " glyph="1" x="91.5" y="769.89" adv=".25"/>
        <g unicode="ố" glyph="0" x="120" y="769.89" adv=".5"/>
        <g unicode="2" glyph="9" x="200" y="769.89" adv=".5"/>
    </span>
</fill_text>
<fill_text colorspace="DeviceRGB" color="1 0 0" transform="2 0 0 -2 0 841.89">
    <span font="Arial" wmode="0" bidi="0" trm="6 0 0 6">
        <g glyph="5" x="36" y="360" adv=".5"/>
    </span>
</fill_text>
<clip_path winding="nonzero" transform="1 0 0 1 0 0">
    <moveto x="0" y="0"/>
    <lineto x="10" y="0"/>
</clip_path>
<stroke_path linewidth=".75" colorspace="DeviceGray" color="0" transform="1 0 0 -1 0 841.89">
    <moveto x="72" y="769.89"/>
    <lineto x="144" y="769.89"/>
</stroke_path>
<fill_path winding="nonzero" colorspace="DeviceGray" color=".5" transform="1 0 0 -1 0 841.89">
    <moveto x="72" y="700"/>
    <lineto x="172" y="700"/>
    <lineto x="172" y="701"/>
    <lineto x="72" y="701"/>
    <closepath/>
</fill_path>
</page>
</document>
"#;

fn about(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.01
}

#[test]
fn signs_have_their_face_size_and_place() {
    let pages = trace::pages(TRACE);
    assert_eq!(pages.len(), 1);
    let page = &pages[0];
    assert!(about(page.width, 210.0) && about(page.height, 297.0));
    let text: String = page.glyphs.iter().map(|g| g.text).collect();
    assert_eq!(text, "S&\" ố2\u{fffd}");
    let first = &page.glyphs[0];
    assert!(about(first.left, 25.4) && about(first.right, 25.4 + 6.5 * 25.4 / 72.0) && about(first.base, 25.4));
    assert!(first.is_bold() && !first.is_italic() && first.black && about(first.size, 13.0));
    assert_eq!(&*first.font, "LiberationSerif-Bold");
    assert!(page.glyphs[4].missing, "glyph 0 is the box of an unknown sign");
    let last = &page.glyphs[6];
    assert!(last.missing, "nobody knows as what it is drawn");
    assert!(!last.black && about(last.size, 12.0) && about(last.left, 25.4), "{last:?}");
}

#[test]
fn strokes_and_thin_boxes_are_strokes_and_what_clips_is_none() {
    let page = &trace::pages(TRACE)[0];
    assert_eq!(page.strokes.len(), 2, "{:?}", page.strokes);
    let [line, bar] = [page.strokes[0], page.strokes[1]];
    assert!(line.is_level() && about(line.length(), 25.4) && about(line.top(), 25.4) && line.black);
    assert!(bar.is_level() && about(bar.thickness, 1.0) && !bar.black && about(bar.length(), 100.0 * 25.4 / 72.0));
}

#[test]
fn a_gap_without_a_blank_parts_columns_and_a_stretched_blank_does_not() {
    let lines = lines(&trace::pages(TRACE)[0], 0);
    let words: Vec<String> = lines.iter().map(product_tests::reader::lines::Line::words).collect();
    assert_eq!(words, ["S&\" ố", "2", "\u{fffd}"]);
}

#[test]
fn fonts_are_read_from_popplers_list() {
    let list = "name type encoding emb sub uni object ID\n---- ---- ----\n\
                ABCDEF+LiberationSerif CID TrueType Identity-H yes yes no 5 0\n";
    let fonts = fonts(list);
    assert_eq!(fonts.len(), 1);
    assert_eq!(fonts[0].name, "LiberationSerif");
    assert!(fonts[0].embedded && fonts[0].subset && !fonts[0].searchable);
}

#[test]
fn rules_become_tables_with_rows() {
    let level = |y| Stroke { from: (30.0, y), to: (195.0, y), thickness: 0.5, black: true };
    let upright = |x, from, to| Stroke { from: (x, from), to: (x, to), thickness: 0.5, black: true };
    let mut page = Page { width: 210.0, height: 297.0, ..Page::default() };
    // A rule that is no table, a table of two rows, and one of a row.
    page.strokes.push(Stroke { from: (80.0, 40.0), to: (140.0, 40.0), thickness: 0.5, black: true });
    for (from, to) in [(50.0, 60.0), (60.0, 75.0), (100.0, 110.0)] {
        page.strokes.extend([30.0, 60.0, 195.0].map(|x| upright(x, from, to)));
        page.strokes.extend([level(from), level(to)]);
    }
    let grids = grids(&page, 0);
    let edges: Vec<(Vec<f32>, usize)> = grids.iter().map(|g| (g.edges.clone(), g.sides.len())).collect();
    assert_eq!(edges, [(vec![50.0, 60.0, 75.0], 3), (vec![100.0, 110.0], 3)]);
}

#[test]
fn a_real_page_is_read_alike_by_two_programs() {
    for (document, read) in sound() {
        let drawn: usize = read.pages.iter().map(|p| p.glyphs.iter().filter(|g| !g.text.is_whitespace()).count()).sum();
        let copied: usize = read.copied.iter().map(|t| t.chars().filter(|c| !c.is_whitespace()).count()).sum();
        assert_eq!(drawn, copied, "{}", document.subject);
        assert_eq!(read.copied.len(), read.pages.len());
    }
}
