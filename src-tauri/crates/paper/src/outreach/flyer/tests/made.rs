//! Flyers an office may ask for.

use super::*;

pub(super) const LINK: &str = "https://example.org/cai-dat";
pub(super) const INVENTED: &str = "SỐ LIỆU MINH HỌA - KHÔNG PHẢI SỐ LIỆU THẬT";
const LINE: &str = "Văn phòng UBND phường, máy số 100";

pub(super) fn flyer(days: &[u32]) -> FlyerPrint {
    let time = |hour| NaiveTime::from_hms_opt(hour, 30, 0).expect("a time");
    FlyerPrint {
        issuer: "UBND phường Hà Cầu".into(),
        app: "iHanoi".into(),
        area: "Tổ dân phố Hà Trì 1".into(),
        evenings: days.iter().map(|d| NaiveDate::from_ymd_opt(2024, 11, *d).expect("a day")).collect(),
        starts: time(19),
        ends: time(21),
        link: None,
        contact_line: None,
        illustration: None,
        headline: None,
        steps: None,
    }
}

pub(super) fn linked(days: &[u32]) -> FlyerPrint {
    FlyerPrint { link: Some(LINK.into()), contact_line: Some(LINE.into()), ..flyer(days) }
}

pub(super) fn invented(days: &[u32]) -> FlyerPrint {
    FlyerPrint { illustration: Some(INVENTED.into()), ..linked(days) }
}

/// No evening, one and two; nothing more, a link with the office's line, and all that can be said.
pub(super) fn all() -> [FlyerPrint; 5] {
    [flyer(&[]), invented(&[]), linked(&[9]), flyer(&[14, 15]), invented(&[14, 15])]
}

/// In colour, one to a page of its own size, nothing beyond the edge.
pub(super) fn form(design: FlyerDesign, size: FlyerSize) -> FlyerForm {
    let (inks, sheet) = (Inks::Colour, SheetSize::Own);
    FlyerForm { design, size, inks, sheet, marks: false, bleed: false, sheets: 1 }
}

/// Every design in every size, every other one for a copier.
pub(super) fn forms() -> Vec<FlyerForm> {
    let designs = FlyerDesign::ALL.into_iter().enumerate();
    let sizes = designs.flat_map(|(n, design)| {
        FlyerSize::ALL.into_iter().enumerate().map(move |(m, size)| (n + m, form(design, size)))
    });
    let inks = [Inks::Colour, Inks::Copier];
    sizes.map(|(n, form)| FlyerForm { inks: inks[n % 2], ..form }).collect()
}

/// One flyer from its own top left.
pub(super) fn laid_out(flyer: &FlyerPrint, form: FlyerForm) -> Vec<Item> {
    one(flyer, form, &mut Typesetter::new()).unwrap_or_else(|e| panic!("{form:?} {e}: {flyer:?}"))
}

pub(super) fn text(items: &[Item]) -> String {
    seen(items).iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join(" ")
}

pub(super) fn is_pale(ink: Ink) -> bool {
    matches!(ink, Ink::Colour(r, g, b) if r.min(g).min(b) > 200)
}
