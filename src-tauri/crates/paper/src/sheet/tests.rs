//! What a sheet promises: what is printed on it, where it stands, that it is read back after a photocopy.

use domain::code::{OfficeKey, SheetCode};
use domain::form::{Group, Indicator, Meaning, default_checks, default_indicators, reason_checks, reason_indicators};
use domain::ids::{CampaignId, FormId, SheetId, TeamId, VisitId};
use domain::qr::SheetQr;

use super::*;
use crate::engine::page::{Item, Paint};
use crate::seen::{Seen, every_letter, find, inside, nothing_overlaps, photocopied, qrs, reading, rects, seen};

mod generated;
mod halves;

const KEY: OfficeKey = OfficeKey([7; 32]);

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, n).expect("a day")
}

fn time(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 30, 0).expect("a time")
}

fn form(version: u32) -> Form {
    Form { id: FormId(1), version, control: false, indicators: default_indicators("iHanoi"), checks: default_checks() }
}

/// The default form with the optional block of reasons (`domain.md`, boxes 10 to 11).
fn long_form() -> Form {
    let mut form = form(2);
    form.indicators.extend(reason_indicators());
    form.checks.extend(reason_checks());
    form
}

/// Sheet `n` of five of an evening.
fn sheet(n: u32) -> SheetPrint {
    let code = SheetCode::of(&KEY, SheetId(n.into())).expect("a code");
    let qr = SheetQr {
        code,
        campaign: CampaignId(1),
        visit: Some(VisitId(8)),
        team: Some(TeamId(3)),
        n,
        of: 5,
        form_version: 1,
    };
    SheetPrint {
        issuer: "UBND phường Hà Cầu".into(),
        campaign: "Cài đặt iHanoi".into(),
        area: Some("Tổ dân phố Hà Trì 1".into()),
        time: SheetTime::Evening { on: day(14), starts: time(19), ends: time(21) },
        team: Some("Tổ hỗ trợ số 3".into()),
        kind: SheetKind::Regular,
        n,
        of: 5,
        code,
        qr: qr.text(&KEY).expect("a text"),
        form: Arc::new(form(1)),
        return_to: Some("UBND phường Hà Cầu (qua đ/c Đào Thu Hằng)".into()),
        illustration: None,
    }
}

fn long() -> SheetPrint {
    SheetPrint {
        form: Arc::new(long_form()),
        illustration: Some("SỐ LIỆU MINH HỌA - KHÔNG PHẢI SỐ LIỆU THẬT".into()),
        ..sheet(4)
    }
}

fn spare() -> SheetPrint {
    SheetPrint { kind: SheetKind::Spare, area: None, team: None, time: SheetTime::Blank, ..sheet(2) }
}

fn self_report() -> SheetPrint {
    let (area, time) = ("Cụm chung cư Hyundai Hillstate".to_owned(), SheetTime::AsOf { due: Some(day(29)) });
    SheetPrint { kind: SheetKind::SelfReport, area: Some(area), time, team: None, n: 1, of: 1, ..sheet(1) }
}

/// The team head's sums over an evening of two teams.
fn summary() -> SheetPrint {
    let team = Some("Tổ hỗ trợ số 3, 4".to_owned());
    SheetPrint { kind: SheetKind::Summary, team, n: 1, of: 1, ..sheet(6) }
}

/// With a control total over the boxes of people, help beside two boxes, and a box of the office's own.
fn controlled() -> SheetPrint {
    let mut form = form(3);
    form.control = true;
    for indicator in form.indicators.iter_mut().skip(3) {
        indicator.control = true;
    }
    form.indicators[0].help = Some("Kể cả hộ không mở cửa".into());
    form.indicators[6].help = Some("Chỉ người tự mở được ứng dụng trên máy của mình".into());
    form.indicators.push(Indicator {
        no: domain::tally::BoxNo::number(12),
        label: "Xin tờ rơi".into(),
        group: Group::People,
        meaning: Meaning::Own,
        help: None,
        control: false,
        width: None,
    });
    SheetPrint { form: Arc::new(form), ..sheet(5) }
}

/// The longest form of ours with help at every box and a control total.
fn longest() -> SheetPrint {
    let mut form = long_form();
    form.control = true;
    for indicator in &mut form.indicators {
        indicator.control = true;
        indicator.help = Some("Đếm người, không đếm máy".into());
    }
    SheetPrint { form: Arc::new(form), illustration: None, ..sheet(5) }
}

fn kinds() -> [SheetPrint; 8] {
    let crowded = SheetPrint { kind: SheetKind::Summary, ..longest() };
    [sheet(1), spare(), self_report(), long(), controlled(), longest(), summary(), crowded]
}

/// The page with what lies under it.
fn laid(sheet: &SheetPrint) -> Result<Vec<Item>, PaperError> {
    let drawing = drawing(std::slice::from_ref(sheet), SheetLayout::A4, &mut |_, _| true)?;
    let mut items = drawing.underlays[0].clone();
    items.extend(drawing.pages[0].items.clone());
    Ok(items)
}

fn page(sheet: &SheetPrint) -> Vec<Item> {
    laid(sheet).expect("it fits")
}

/// Left, top, right and foot of the boxes to write in, from the head down.
fn boxes(items: &[Item]) -> Vec<crate::seen::Extent> {
    let rects = rects(items).into_iter();
    rects.filter(|(e, paint)| *paint == Paint::Stroke(Default::default(), 0.7) && e.0 > 100.0).map(|(e, _)| e).collect()
}

#[test]
fn a_sheet_reads_as_it_should() {
    insta::assert_snapshot!(reading(&page(&sheet(3))));
}

#[test]
fn a_long_form_reads_as_it_should() {
    insta::assert_snapshot!(reading(&page(&long())));
}

#[test]
fn a_control_total_and_help_read_as_they_should() {
    insta::assert_snapshot!(reading(&page(&controlled())));
}

#[test]
fn a_summary_names_evening_and_teams_and_leaves_room_for_how_many_sheets_it_adds_up() {
    let lines = seen(&page(&summary()));
    for words in
        ["PHIẾU TỔNG HỢP BUỔI", "Các tổ hỗ trợ", "Tổ hỗ trợ số 3, 4", "Số phiếu đã cộng", "Người cộng", "Tổ trưởng"]
    {
        find(&lines, words);
    }
    assert!(lines.iter().any(|l| l.text.contains("Cộng các phiếu của buổi")));
    assert!(!lines.iter().any(|l| l.text.contains("1 / 1")), "its number would be taken for what it adds up");
}

#[test]
fn the_control_total_is_the_last_box_and_says_what_it_adds_up() {
    let items = page(&controlled());
    let (lines, boxes) = (seen(&items), boxes(&items));
    assert_eq!(boxes.len(), controlled().form.indicators.len() + 1);
    let last = boxes.last().expect("a box");
    let words = find(&lines, "Tổng kiểm = ô 4 + 5 + 6 + 7 + 8 + 9");
    assert!(words.base > last.1 && words.base < last.3, "{words:?} beside {last:?}");
}

#[test]
fn nothing_overlaps_and_all_lies_where_a_printer_reaches() {
    for sheet in kinds() {
        let items = page(&sheet);
        nothing_overlaps(&items);
        inside(&items, (13.0, 8.5, 197.0, 285.0));
    }
}

#[test]
fn every_box_has_its_number_and_its_label_beside_it_and_room_for_a_pen() {
    for (sheet, least) in [(sheet(1), 11.0), (long(), 6.5)] {
        let items = page(&sheet);
        let (lines, boxes) = (seen(&items), boxes(&items));
        assert_eq!(boxes.len(), sheet.form.indicators.len());
        for (indicator, edge) in sheet.form.indicators.iter().zip(&boxes) {
            assert!(edge.3 - edge.1 >= least && edge.2 - edge.0 >= 45.0, "{indicator:?}: {edge:?}");
            let beside = |l: &&Seen| l.base > edge.1 && l.base < edge.3;
            let words: Vec<String> = lines.iter().filter(beside).map(|l| l.text.clone()).collect();
            assert_eq!(words.len(), 2, "{words:?}");
            assert!(words.contains(&indicator.no.to_string()) && words.contains(&indicator.label), "{words:?}");
        }
        assert!(boxes.windows(2).all(|two| two[0].3 < two[1].1), "one below the other");
    }
}

#[test]
fn code_area_evening_team_number_and_form_are_printed() {
    let lines = seen(&page(&sheet(2)));
    let code = sheet(2).code.to_string();
    assert_eq!((code.len(), code.as_bytes()[3]), (8, b'-'), "482-1937");
    assert!(find(&lines, &code).size >= 20.0, "large");
    for words in ["Tổ dân phố Hà Trì 1", "Thứ Năm 14/11/2024, 19h30 – 21h30", "Tổ hỗ trợ số 3", "2 / 5"]
    {
        assert!(find(&lines, words).size >= 12.0, "{words}");
    }
    for words in ["Mẫu phiếu số 1", "Người ghi phiếu", "Tổ trưởng Tổ hỗ trợ", "Nộp phiếu về:", "ô 2 + ô 3 = ô 1"]
    {
        find(&lines, words);
    }
}

#[test]
fn a_spare_leaves_room_to_write_and_says_so() {
    let items = page(&spare());
    let lines = seen(&items);
    assert!(find(&lines, "DỰ PHÒNG").white);
    let to_write = |item: &&Item| matches!(item, Item::Shape(_, Paint::Dash(..)));
    assert_eq!(items.iter().filter(to_write).count(), 3 + 3, "area, evening, team; note, two signatures");
    assert!(!lines.iter().any(|l| l.text.contains("2024")));
}

#[test]
fn a_self_report_asks_for_its_date_and_counts_the_whole_campaign() {
    let lines = seen(&page(&self_report()));
    for words in ["PHIẾU TỰ BÁO CÁO", "Số liệu tính đến", "hạn gửi 29/11/2024", "/ 20…", "(ô 7: cài mới cả đợt)"]
    {
        find(&lines, words);
    }
    assert!(!lines.iter().any(|l| l.text.contains("19h30") || l.text.contains("Buổi")));
}

#[test]
fn a_long_form_explains_its_reasons() {
    let lines = seen(&page(&long()));
    find(&lines, "mỗi người ở ô 10 ghi đúng một lý do, vào ô 10a, 10b, 10c, 10d");
    find(&lines, "SỐ LIỆU MINH HỌA - KHÔNG PHẢI SỐ LIỆU THẬT");
}

#[test]
fn the_qr_is_read_after_a_photocopy_and_begins_with_the_code() {
    for sheet in kinds() {
        let items = page(&sheet);
        let qr = qrs(&items);
        assert_eq!(qr.len(), 1);
        assert!(qr[0].module >= 0.9, "{}", qr[0].module);
        let text = photocopied(qr[0]);
        assert_eq!(text, sheet.qr);
        assert!(text.starts_with(&sheet.code.to_string().replace('-', "")), "{text}");
    }
}

#[test]
fn a_qr_of_another_sheet_is_refused() {
    let wrong = SheetPrint { qr: sheet(2).qr, ..sheet(1) };
    match sheets_pdf(&[sheet(3), wrong], SheetLayout::A4, &mut |_, _| true).map(|pdf| pdf.len()) {
        Err(PaperError::Qr { paper: PaperKind::Sheet, place }) => {
            assert!(place.starts_with(&sheet(1).code.to_string()), "{place}");
            assert!(place.contains("Hà Trì 1"), "{place}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_does_not_fit_is_refused_by_the_sheets_name() {
    let endless = "Tổ dân phố liên hợp nhà ở cán bộ công nhân viên ".repeat(8);
    let mut crowded = form(1);
    crowded.indicators.extend((10..40).map(|n| Indicator {
        no: domain::tally::BoxNo::number(n),
        label: "Ô thêm".into(),
        group: Group::People,
        meaning: Meaning::Own,
        help: None,
        control: false,
        width: None,
    }));
    for wrong in [
        SheetPrint { area: Some(endless.clone()), ..sheet(1) },
        SheetPrint { team: Some(endless.clone()), ..sheet(1) },
        SheetPrint { campaign: endless, ..sheet(1) },
        SheetPrint { form: Arc::new(crowded), ..sheet(1) },
    ] {
        match laid(&wrong).map(|items| items.len()) {
            Err(PaperError::Overflow { paper: PaperKind::Sheet, place }) => {
                assert!(place.starts_with(&wrong.code.to_string()), "{place}");
            }
            other => panic!("{other:?}"),
        }
    }
    let foreign = SheetPrint { area: Some("Khu 漢".into()), ..sheet(1) };
    assert!(matches!(laid(&foreign), Err(PaperError::MissingGlyph { character: '漢', .. })));
}

#[test]
fn a_long_name_of_a_campaign_is_set_smaller() {
    let campaign = "Tăng cường tuyên truyền cài đặt mở rộng nền tảng “Công dân Thủ đô số” - iHanoi trên địa bàn";
    let items = page(&SheetPrint { campaign: campaign.into(), ..spare() });
    nothing_overlaps(&items);
}

#[test]
fn every_vietnamese_letter_is_printed_and_copied() {
    let letters: Vec<char> = every_letter().chars().collect();
    for piece in letters.chunks(30) {
        let area: String = piece.iter().collect();
        let lines = seen(&page(&SheetPrint { area: Some(area.clone()), ..sheet(1) }));
        let copied: String = lines.iter().map(|l| l.text.as_str()).collect();
        assert!(copied.contains(&area), "{area}");
    }
}

#[test]
fn equal_batches_give_equal_bytes_and_share_their_form() {
    let mut batch: Vec<SheetPrint> = (1..=20).map(sheet).collect();
    let first = sheets_pdf(&batch, SheetLayout::A4, &mut |_, _| true).expect("made");
    assert_eq!(first, sheets_pdf(&batch, SheetLayout::A4, &mut |_, _| true).expect("made"));
    batch.push(long());
    let drawn = drawing(&batch, SheetLayout::A4, &mut |_, _| true).expect("it fits");
    assert_eq!((drawn.underlays.len(), drawn.pages.len()), (2, 21));
    assert!(first.len() < 100_000, "{}", first.len());
}

#[test]
fn a_batch_tells_how_far_it_is_and_stops_when_told() {
    let batch: Vec<SheetPrint> = (1..=5).map(sheet).collect();
    let mut told = Vec::new();
    let made = sheets_pdf(&batch, SheetLayout::A4, &mut |done, of| {
        told.push((done, of));
        done < 3
    });
    assert!(matches!(made, Err(PaperError::Cancelled)));
    assert_eq!(told, [(0, 5), (0, 5), (1, 5), (1, 5), (2, 5), (2, 5), (3, 5)]);
}
