//! Two sheets on a page: half as large, and still a sheet.

use super::*;

const HALF: f32 = 148.5;

fn halves(batch: &[SheetPrint]) -> Result<Drawing, PaperError> {
    drawing(batch, SheetLayout::TwoA5, &mut |_, _| true)
}

/// What stands on a page, with what lies under it.
fn all(drawing: &Drawing, page: usize) -> Vec<Item> {
    let page = &drawing.pages[page];
    let mut items = drawing.underlays[page.underlay.expect("a form")].clone();
    items.extend(page.items.clone());
    items
}

/// The sheets that fit half a page: not a form of reasons.
fn small() -> [SheetPrint; 5] {
    [sheet(1), spare(), self_report(), summary(), SheetPrint { illustration: long().illustration, ..sheet(4) }]
}

#[test]
fn a_half_reads_as_it_should() {
    insta::assert_snapshot!(reading(&all(&halves(&[sheet(1), spare()]).expect("it fits"), 0)));
}

#[test]
fn nothing_overlaps_and_no_half_reaches_over_the_cut() {
    for sheet in small() {
        let drawing = halves(&[sheet.clone(), sheet]).expect("it fits");
        assert_eq!((drawing.pages.len(), drawing.pages[0].width, drawing.pages[0].height), (1, 297.0, 210.0));
        let items = all(&drawing, 0);
        nothing_overlaps(&items);
        inside(&items, (9.0, 4.5, 288.0, 201.5));
        for line in seen(&items) {
            assert!(line.right < HALF - 8.0 || line.left > HALF + 8.0, "{line:?} over the cut");
        }
        let cuts = items.iter().filter(
            |i| matches!(i, Item::Shape(Shape::Line { from, to }, Paint::Dash(..)) if from.0 == HALF && to.0 == HALF),
        );
        assert_eq!(cuts.count(), 1);
    }
}

#[test]
fn its_boxes_have_room_for_a_pen_and_its_words_are_not_smaller_than_a_photocopy_keeps() {
    for sheet in small() {
        let items = all(&halves(std::slice::from_ref(&sheet)).expect("it fits"), 0);
        let rects = rects(&items).into_iter();
        let boxes: Vec<_> =
            rects.filter(|(_, p)| *p == Paint::Stroke(Default::default(), 0.7)).map(|(e, _)| e).collect();
        assert_eq!(boxes.len(), sheet.form.indicators.len());
        assert!(boxes.iter().all(|e| e.3 - e.1 >= 6.0 && e.2 - e.0 >= 33.0), "{boxes:?}");
        assert!(seen(&items).iter().all(|line| line.size >= 6.9), "{:?}", seen(&items));
        let qr = qrs(&items);
        assert!(qr[0].module >= 0.7, "{}", qr[0].module);
    }
}

#[test]
fn cut_and_laid_one_under_the_other_all_are_in_order() {
    let batch: Vec<SheetPrint> = (1..=5).map(sheet).collect();
    let drawing = halves(&batch).expect("it fits");
    let numbers = |items: &[Item], right: bool| {
        let lines = seen(items).into_iter().filter(|l| (l.left > HALF) == right);
        lines.filter_map(|l| l.text.strip_suffix(" / 5").map(str::to_owned)).collect::<Vec<_>>()
    };
    let side = |right| (0..3).flat_map(|n| numbers(&all(&drawing, n), right)).collect::<Vec<_>>();
    assert_eq!([side(false), side(true)].concat(), ["1", "2", "3", "4", "5"]);
    assert_eq!(drawing.underlays.len(), 2, "two of a form, and one alone");
}

#[test]
fn every_qr_is_proved_on_its_half() {
    let batch: Vec<SheetPrint> = small().into_iter().chain((1..=4).map(sheet)).collect();
    assert!(sheets_pdf(&batch, SheetLayout::TwoA5, &mut |_, _| true).is_ok());
}

#[test]
fn a_form_too_long_for_half_a_page_is_sent_to_a_whole_one() {
    for wrong in [long(), longest()] {
        match halves(&[sheet(1), wrong.clone()]).map(|d| d.pages.len()) {
            Err(PaperError::TooSmall { paper: PaperKind::Sheet, place, instead, .. }) => {
                assert!(place.starts_with(&wrong.code.to_string()), "{place}");
                assert!(instead.starts_with("A4"), "{instead}");
            }
            other => panic!("{other:?}"),
        }
    }
}
