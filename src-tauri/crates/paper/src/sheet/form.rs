//! What all sheets of a form share: title, captions, boxes, checks, signatures.

use domain::form::{Form, Group, Indicator, Meaning};
use domain::sheet::SheetKind;
use domain::tally::BoxNo;

use super::foot::foot;
use super::place::{Measures, SheetLayout};
use super::{SheetPrint, SheetTime};
use crate::engine::block::{Align, Paragraph, Run, Stand, Type};
use crate::engine::board::{Board, Frame};
use crate::engine::page::{Item, Mm};
use crate::engine::text::Typesetter;
use crate::error::Fault;
use crate::face::Face;

/// Where a sheet's own words go.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Places {
    pub(super) measures: Measures,
    pub(super) qr: (Mm, Mm),
    pub(super) code: Frame,
    pub(super) area: Frame,
    pub(super) time: Frame,
    pub(super) team: Frame,
    pub(super) number: Frame,
    pub(super) foot: Frame,
}

/// The sheet without what is its own, and where that goes.
pub(super) fn form(
    sheet: &SheetPrint,
    layout: SheetLayout,
    typesetter: &mut Typesetter,
) -> Result<(Vec<Item>, Places), Fault> {
    let measures = &Measures::of(layout, sheet.form.boxes().count(), sheet.illustration.is_some());
    let mut board = Board::new(typesetter);
    let left = measures.margin;
    let width = measures.width - 2.0 * left;
    let top = illustration(&mut board, sheet, measures)?;
    let (qr, code, head_foot) = head(&mut board, sheet, measures, top)?;
    let (frames, y) = particulars(&mut board, sheet, measures, head_foot + 2.0)?;
    let foot = foot(&mut board, sheet, measures)?;
    let y = y + 2.0;
    boxes(&mut board, &sheet.form, measures, Frame { x: left, y, width, height: foot.y - y - 2.0 })?;
    let [area, time, team, number] = frames;
    Ok((board.items, Places { measures: *measures, qr, code, area, time, team, number, foot: foot.mark }))
}

/// Room above and below the QR: four modules of the largest QR we print.
const QUIET_ROOM: Mm = 4.5;

fn illustration(board: &mut Board<'_>, sheet: &SheetPrint, m: &Measures) -> Result<Mm, Fault> {
    let Some(words) = &sheet.illustration else { return Ok(m.margin) };
    let frame = Frame { x: m.margin, y: m.margin - 5.0, width: m.width - 2.0 * m.margin, height: 6.5 };
    board.outlined(frame, 0.0, 0.3);
    let words = domain::text::capitalised(words);
    board.label(frame, &words, Type::new(Face::SansSemiBold, 11.0), Align::Centre)?;
    // Not nearer to the QR than its quiet zone.
    Ok(frame.foot() + QUIET_ROOM)
}

/// Issuer, title and campaign at the left; the QR with its quiet zone and the code at the right.
fn head(board: &mut Board<'_>, sheet: &SheetPrint, m: &Measures, top: Mm) -> Result<((Mm, Mm), Frame, Mm), Fault> {
    let right = m.width - m.margin;
    // The code is wider than the QR: both stand in the middle of its width.
    let (side, high) = m.code_room;
    let qr = (right - (side + m.qr) / 2.0, top);
    let code = Frame { x: right - side, y: top + m.qr + 3.0, width: side, height: high };
    let width = right - side - QUIET_ROOM - m.margin;
    let rules = how_to_fill(sheet, m);
    let rules_top = code.foot() - 1.5 - board.height(width, &rules)?;
    let name = title(board, sheet, m, Frame { x: m.margin, y: top, width, height: 0.0 })?;
    // A long name of a campaign is set smaller before it is refused.
    let mut refused = Ok(());
    for size in m.campaign {
        let campaign = [Paragraph::new(&sheet.campaign, Type::new(Face::Sans, size), Stand::PLAIN)];
        if name + board.height(width, &campaign)? <= rules_top {
            board.text((m.margin, name), width, &campaign)?;
            refused = Ok(());
            break;
        }
        refused = Err(Fault::Overflow { what: sheet.campaign.clone() });
    }
    refused?;
    board.text((m.margin, rules_top), width, &rules)?;
    Ok((qr, code, code.foot()))
}

/// Issuer and title, and that a sheet is a spare, and where the next line may begin.
fn title(board: &mut Board<'_>, sheet: &SheetPrint, m: &Measures, frame: Frame) -> Result<Mm, Fault> {
    let words = match sheet.kind {
        SheetKind::SelfReport => "PHIẾU TỰ BÁO CÁO",
        SheetKind::Summary => "PHIẾU TỔNG HỢP BUỔI",
        SheetKind::Regular | SheetKind::Spare => "PHIẾU GHI SỐ LIỆU",
    };
    let issuer = [Paragraph::new(sheet.issuer.to_uppercase(), m.small, Stand::PLAIN)];
    let y = frame.y + board.text((frame.x, frame.y), frame.width, &issuer)? + 1.5;
    let height = board.text((frame.x, y), frame.width, &[Paragraph::new(words, m.title, Stand::PLAIN)])?;
    if sheet.kind != SheetKind::Spare {
        return Ok(y + height + 1.0);
    }
    let size = m.title.size * 0.58;
    let (width, high) = (size * 2.57, size * 0.57);
    let words = board.typesetter.set(&Paragraph::new(words, m.title, Stand::PLAIN), frame.width)?;
    // Beside the title, or under it where there is no room.
    let beside = words.first().is_some_and(|line| line.right + 3.0 <= frame.width - width);
    let top = if beside { y + (height - high) / 2.0 } else { y + height + 0.5 };
    let x = if beside { frame.right() - width } else { frame.x };
    let pill = Frame { x, y: top, width, height: high };
    board.filled(pill, 2.0);
    board.label(pill, "DỰ PHÒNG", Type::new(Face::SansSemiBold, size).white(), Align::Centre)?;
    Ok(if beside { y + height + 1.0 } else { pill.foot() + 1.5 })
}

/// How to fill it in. A self-report counts a whole campaign, also in the box that says "tonight".
fn how_to_fill(sheet: &SheetPrint, m: &Measures) -> Vec<Paragraph> {
    let tonight = sheet.form.indicators.iter().find(|i| i.meaning == Meaning::InstalledTonight);
    let counted = match (sheet.kind, tonight) {
        (SheetKind::SelfReport, Some(tonight)) => {
            format!("Ghi số cộng dồn cả đợt (ô {}: cài mới cả đợt).", tonight.no)
        }
        (SheetKind::SelfReport, None) => "Ghi số cộng dồn cả đợt.".to_owned(),
        (SheetKind::Summary, _) => "Cộng các phiếu của buổi, từng ô một.".to_owned(),
        (SheetKind::Regular | SheetKind::Spare, _) => "Mỗi hộ chỉ ghi một lần, ở buổi gặp đầu tiên.".to_owned(),
    };
    let rule = |words: &str| Paragraph::new(words, m.rules, Stand::PLAIN);
    vec![rule("Để trống nếu không đếm; ghi 0 nếu không có."), rule(&counted)]
}

/// The frames of area, time, team and number, with their captions.
fn particulars(board: &mut Board<'_>, sheet: &SheetPrint, m: &Measures, top: Mm) -> Result<([Frame; 4], Mm), Fault> {
    let (left, width) = (m.margin, m.width - 2.0 * m.margin);
    let (time, team) = match sheet.time {
        SheetTime::AsOf { .. } => ("Số liệu tính đến", "Đơn vị báo cáo"),
        SheetTime::Evening { .. } | SheetTime::Blank if sheet.kind == SheetKind::Summary => ("Buổi", "Các tổ hỗ trợ"),
        SheetTime::Evening { .. } | SheetTime::Blank => ("Buổi", "Tổ hỗ trợ"),
    };
    let number = if sheet.kind == SheetKind::Summary { "Số phiếu đã cộng" } else { "Phiếu số" };
    let high = m.cell;
    let second = top + high;
    let cells = [
        ("Địa bàn", Frame { x: left, y: top, width, height: high }),
        (time, Frame { x: left, y: second, width: m.cells.0, height: high }),
        (team, Frame { x: left + m.cells.0, y: second, width: m.cells.1, height: high }),
        (
            number,
            Frame { x: left + m.cells.0 + m.cells.1, y: second, width: width - m.cells.0 - m.cells.1, height: high },
        ),
    ];
    let mut inner = [Frame { x: 0.0, y: 0.0, width: 0.0, height: 0.0 }; 4];
    for (place, (caption, frame)) in inner.iter_mut().zip(cells) {
        board.outlined(frame, 0.0, 0.35);
        let caption = [Paragraph::new(caption, m.caption, Stand::PLAIN)];
        let side = 2.0;
        board.text((frame.x + side, frame.y + 0.6), frame.width - 2.0 * side, &caption)?;
        let top = m.caption.size * 0.46;
        *place = Frame {
            x: frame.x + side,
            y: frame.y + top,
            width: frame.width - 2.0 * side,
            height: frame.height - top - 0.2,
        };
    }
    Ok((inner, second + high))
}

/// The boxes in the form's order: number in a ring, label, room for a figure.
fn boxes(board: &mut Board<'_>, form: &Form, m: &Measures, frame: Frame) -> Result<(), Fault> {
    let groups: Vec<&[Indicator]> = form.indicators.chunk_by(|a, b| a.group == b.group).collect();
    #[expect(clippy::cast_precision_loss, reason = "a form has a few dozen boxes")]
    let (groups_high, rows) = (groups.len() as f32 * m.group_height, form.boxes().count().max(1) as f32);
    let (least, most) = m.row;
    let row = ((frame.height - groups_high) / rows).min(most);
    if row < least {
        return Err(Fault::Overflow { what: format!("{} ô", form.boxes().count()) });
    }
    let mut y = frame.y;
    for group in groups {
        let heading = Frame { height: m.group_height - 1.0, y, ..frame };
        group_heading(board, group[0].group, form, m, heading)?;
        y += m.group_height;
        for indicator in group {
            let words = (indicator.label.as_str(), indicator.help.as_deref());
            box_row(board, &indicator.no, words, m, Frame { y, height: row, ..frame })?;
            y += row;
        }
    }
    if form.control {
        // A heavier line: it is a sum, and no group of its own.
        board.rule((frame.x, y), (frame.right(), y), 0.6);
        let words = (&*form.control_words(), None);
        box_row(board, &BoxNo::CONTROL, words, m, Frame { y, height: row, ..frame })?;
    }
    Ok(())
}

fn group_heading(board: &mut Board<'_>, group: Group, form: &Form, m: &Measures, frame: Frame) -> Result<(), Fault> {
    let mut runs = vec![Run { text: group.word().to_owned(), set_in: m.group }];
    if group == Group::Reasons {
        runs.push(Run { text: reasons(form), set_in: Type { face: Face::Sans, ..m.small } });
    }
    board.framed(frame, &[Paragraph::mixed(runs, Stand::PLAIN)])?;
    board.rule((frame.x, frame.foot()), (frame.right(), frame.foot()), 0.6);
    Ok(())
}

/// The legend of the optional block: each person not installed has one reason.
fn reasons(form: &Form) -> String {
    let has = |meaning: Meaning| form.indicators.iter().find(|i| i.meaning == meaning).map(|i| i.no.to_string());
    let reasons: Vec<String> = [Meaning::NoSmartphone, Meaning::OldPhone, Meaning::Unwilling, Meaning::OtherReason]
        .into_iter()
        .filter_map(has)
        .collect();
    match (has(Meaning::NotInstalled), reasons.is_empty()) {
        (Some(all), false) => format!(": mỗi người ở ô {all} ghi đúng một lý do, vào ô {}", reasons.join(", ")),
        _ => String::new(),
    }
}

fn box_row(
    board: &mut Board<'_>,
    no: &BoxNo,
    (label, help): (&str, Option<&str>),
    m: &Measures,
    row: Frame,
) -> Result<(), Fault> {
    let no = no.to_string();
    let high = (row.height - 1.2).min(9.2);
    // A ring for a digit, a longer one for "10" and "10a".
    let long = high + [0.0, 1.6, 4.2][no.chars().count().clamp(1, 3) - 1];
    let ring = Frame { x: row.x, y: row.y + (row.height - high) / 2.0, width: long, height: high };
    board.outlined(ring, high / 2.0, 0.5);
    let size = if no.chars().count() > 2 { m.box_number * 0.85 } else { m.box_number };
    board.label(ring, &no, Type::new(Face::SansSemiBold, size.min(high / 0.47)), Align::Centre)?;
    let figure = Frame { x: row.right() - m.box_width, y: row.y + 0.5, width: m.box_width, height: row.height - 1.0 };
    board.outlined(figure, 1.2, 0.7);
    let room = Frame { x: row.x + m.label, width: figure.x - row.x - m.label - 3.0, ..row };
    let mut refused = Ok(());
    for size in m.labels {
        for words in label_ways(label, help, Type::new(Face::Sans, size), m) {
            refused = board.framed(room, &words);
            if refused.is_ok() {
                return Ok(());
            }
        }
    }
    refused
}

/// A box's label alone, or with its help under it, or in a low row beside it.
fn label_ways(label: &str, help: Option<&str>, set_in: Type, m: &Measures) -> Vec<Vec<Paragraph>> {
    let label_only = Paragraph::new(label, set_in, Stand::PLAIN);
    let Some(help) = help else { return vec![vec![label_only]] };
    let under = vec![label_only, Paragraph::new(help, m.caption, Stand::PLAIN)];
    let beside = vec![Run { text: label.to_owned(), set_in }, Run { text: format!(" ({help})"), set_in: m.caption }];
    vec![under, vec![Paragraph::mixed(beside, Stand::PLAIN)]]
}
