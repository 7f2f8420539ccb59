//! The foot of a sheet: checks, notes, signatures and where it goes back.

use domain::check::Severity;
use domain::form::Form;
use domain::sheet::SheetKind;

use super::SheetPrint;
use super::place::Measures;
use crate::engine::block::{Paragraph, Run, Stand, Type};
use crate::engine::board::{Board, Frame};
use crate::engine::page::Mm;
use crate::error::Fault;
use crate::face::Face;

/// Checks, notes, signatures and where the sheet goes; set from the foot of the page upwards.
pub(super) struct Foot {
    pub(super) y: Mm,
    pub(super) mark: Frame,
}

pub(super) fn foot(board: &mut Board<'_>, sheet: &SheetPrint, m: &Measures) -> Result<Foot, Fault> {
    let (left, width) = (m.margin, m.width - 2.0 * m.margin);
    let mark = Frame { x: left, y: m.height - m.margin - 4.0, width, height: 6.0 };
    let mut y = mark.y - 0.5;
    board.rule((left, y), (left + width, y), 0.3);
    if let Some(to) = &sheet.return_to {
        let words = [Paragraph::mixed(
            vec![
                Run { text: "Nộp phiếu về: ".into(), set_in: Type { face: Face::SansSemiBold, ..m.small } },
                Run { text: to.clone(), set_in: m.small },
            ],
            Stand::PLAIN,
        )];
        let height = board.height(width, &words)?;
        y -= height + 1.5;
        board.text((left, y), width, &words)?;
    }
    y -= m.signature;
    signatures(board, sheet, m, Frame { x: left, y, width, height: m.signature })?;
    y -= 8.5;
    let note = Paragraph::new("Ghi chú:", m.small, Stand::PLAIN);
    board.text((left, y), 20.0, &[note])?;
    board.dotted((left + 19.0, y + 4.4), (left + width, y + 4.4));
    let checks = checks(&sheet.form);
    if !checks.is_empty() {
        let runs = vec![
            Run { text: "Tự kiểm tra: ".into(), set_in: Type { face: Face::SansSemiBold, ..m.small } },
            Run { text: checks, set_in: m.small },
        ];
        let words = [Paragraph::mixed(runs, Stand::PLAIN)];
        y -= board.height(width, &words)? + 2.0;
        board.text((left, y), width, &words)?;
    }
    Ok(Foot { y, mark })
}

/// What can never be, as arithmetic between the boxes; a number and its unit stay on one line.
fn checks(form: &Form) -> String {
    let hard = form.checks.iter().filter(|c| c.severity == Severity::Hard);
    hard.map(|c| c.rule.words().replace(' ', "\u{a0}")).collect::<Vec<_>>().join("; ")
}

fn signatures(board: &mut Board<'_>, sheet: &SheetPrint, m: &Measures, frame: Frame) -> Result<(), Fault> {
    let (one, two) = match sheet.kind {
        SheetKind::SelfReport => ("Người tổng hợp", "Tổ trưởng"),
        SheetKind::Summary => ("Người cộng", "Tổ trưởng"),
        SheetKind::Regular | SheetKind::Spare => ("Người ghi phiếu", "Tổ trưởng Tổ hỗ trợ"),
    };
    let half = frame.width / 2.0;
    for (x, who) in [(frame.x, one), (frame.x + half, two)] {
        let words = [
            Paragraph::new(who, Type { face: Face::SansSemiBold, ..m.small }, Stand::CENTRED),
            Paragraph::new("(ký, ghi rõ họ tên)", m.caption, Stand::CENTRED),
        ];
        board.text((x, frame.y), half, &words)?;
        let y = frame.foot() - 3.0;
        board.dotted((x + half * 0.15, y), (x + half * 0.85, y));
    }
    Ok(())
}
