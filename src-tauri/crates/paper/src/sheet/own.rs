//! What is a single sheet's own: code, QR, area, evening, team, number.

use domain::date::{dmy, hm, weekday};
use domain::sheet::SheetKind;
use domain::text::capitalised;

use super::form::Places;
use super::{SheetPrint, SheetTime};
use crate::engine::block::{Align, Paragraph, Stand, Type};
use crate::engine::board::{Board, Frame};
use crate::engine::page::Item;
use crate::engine::qr::{Mending, qr};
use crate::engine::text::Typesetter;
use crate::error::Fault;
use crate::face::Face;

/// A module must survive a photocopier.
pub(super) const LEAST_MODULE: f32 = 0.6;

pub(super) fn own(sheet: &SheetPrint, places: &Places, typesetter: &mut Typesetter) -> Result<Vec<Item>, Fault> {
    let m = &places.measures;
    let mut board = Board::new(typesetter);
    board.items.push(Item::Qr(qr(&sheet.qr, Mending::Quartile, places.qr, m.qr, LEAST_MODULE)?));
    board.label(places.code, &sheet.code.to_string(), m.code, Align::Centre)?;
    match &sheet.area {
        Some(area) => fitted(&mut board, places.area, area, m.value)?,
        None => to_write(&mut board, places.area),
    }
    match sheet.time {
        SheetTime::Evening { on, starts, ends } => {
            let day = capitalised(&format!("{} {}", weekday(on), dmy(on)));
            let words = format!("{day}, {}\u{a0}–\u{a0}{}", hm(starts), hm(ends));
            fitted(&mut board, places.time, &words, m.value)?;
        }
        SheetTime::AsOf { due } => as_of(&mut board, places, due)?,
        SheetTime::Blank => to_write(&mut board, places.time),
    }
    match &sheet.team {
        Some(team) => fitted(&mut board, places.team, team, m.value)?,
        None => to_write(&mut board, places.team),
    }
    let mark = if sheet.kind == SheetKind::Summary {
        // How many sheets it adds up, its writer knows.
        to_write(&mut board, places.number);
        format!("Mẫu phiếu số {} · Phiếu tổng hợp {}", sheet.form.version, sheet.code)
    } else {
        fitted(&mut board, places.number, &format!("{} / {}", sheet.n, sheet.of), m.value)?;
        format!("Mẫu phiếu số {} · Phiếu {} · {}/{}", sheet.form.version, sheet.code, sheet.n, sheet.of)
    };
    board.label(places.foot, &mark, m.caption, Align::Right)?;
    Ok(board.items)
}

/// The date of a self-report is the reporter's own; the last day is ours.
fn as_of(board: &mut Board<'_>, places: &Places, due: Option<domain::NaiveDate>) -> Result<(), Fault> {
    let frame = places.time;
    if let Some(day) = due {
        let high = places.measures.caption.size * 0.46;
        let caption = Frame { y: frame.y - high, height: high + 0.2, ..frame };
        board.label(caption, &format!("hạn gửi {}", dmy(day)), places.measures.caption, Align::Right)?;
    }
    let set_in = Type { face: Face::Sans, ..places.measures.value };
    board.label(frame, "……… / ……… / 20………", set_in, Align::Left)
}

/// A name in its frame, smaller if it is long.
fn fitted(board: &mut Board<'_>, frame: Frame, text: &str, set_in: Type) -> Result<(), Fault> {
    let mut refused = Ok(());
    const LEAST: f32 = 0.58;
    for share in [1.0, 0.86, 0.74, 0.66, LEAST] {
        let set_in = Type { size: set_in.size * share, ..set_in };
        let spacing = if share < 0.8 { 0.92 } else { 1.0 };
        let words = [Paragraph::new(text, set_in, Stand { spacing, ..Stand::PLAIN })];
        // Rather smaller than torn, if there is smaller.
        if share > LEAST && board.typesetter.tears(&words, frame.width)? {
            continue;
        }
        refused = board.framed(frame, &words);
        if refused.is_ok() {
            break;
        }
    }
    refused
}

fn to_write(board: &mut Board<'_>, frame: Frame) {
    let y = frame.foot() - 1.5;
    board.dotted((frame.x, y), (frame.right(), y));
}
