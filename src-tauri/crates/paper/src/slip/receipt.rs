//! The receipt for a packet of sheets (giấy biên nhận phiếu).

use domain::date::{dmy, hm};
use domain::receipt::number_words;
use domain::{NaiveDate, NaiveTime};

use super::{BODY, SMALL, STRONG, TITLE, illustration, place_and_day};
use crate::engine::block::{Align, Paragraph, Run, Stand, Type};
use crate::engine::board::{Board, Frame};
use crate::engine::page::{Drawing, Item, Mm, Page};
use crate::engine::pdf;
use crate::engine::text::Typesetter;
use crate::error::{Fault, PaperError, PaperKind};

/// Sheets of one evening and team on a receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptPacket {
    /// `Thứ Bảy 09/11/2024, Tổ dân phố Hà Trì 1, Tổ hỗ trợ số 1`.
    pub what: String,
    /// Sheets that came back, each as it is named: `482-1937 (2/5)`.
    pub back: Vec<String>,
    /// Sheets of the packet that are still out.
    pub out: Vec<String>,
}

/// A receipt to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptPrint {
    /// As in running text: `UBND phường Hà Cầu`.
    pub issuer: String,
    /// Place before the date.
    pub place: String,
    /// The campaign's short name.
    pub campaign: String,
    pub number: u32,
    pub on: NaiveDate,
    pub at: NaiveTime,
    pub brought_by: Option<String>,
    pub taken_by: Option<String>,
    pub packets: Vec<ReceiptPacket>,
    /// Said at the head when the figures are invented.
    pub illustration: Option<String>,
}

const WIDTH: Mm = 210.0;
const HALF: Mm = 148.5;
const MARGIN: Mm = 14.0;

/// The receipt twice on an A4 page, to be cut between; a packet too large for half a page has a page for each.
///
/// # Errors
/// A character without a glyph; more sheets than a page has room for.
pub fn receipt_pdf(receipt: &ReceiptPrint) -> Result<Vec<u8>, PaperError> {
    pdf::write(&drawing(receipt)?)
}

pub(super) fn drawing(receipt: &ReceiptPrint) -> Result<Drawing, PaperError> {
    let number = number_words(receipt.number);
    let mut typesetter = Typesetter::new();
    let pages = match on_halves(receipt, &mut typesetter) {
        Err(Fault::Overflow { .. }) => on_pages(receipt, &mut typesetter),
        laid => laid,
    };
    let pages = pages.map_err(|fault| fault.on(PaperKind::Receipt, &number))?;
    Ok(Drawing { title: format!("Giấy biên nhận phiếu số {number}"), pages, ..Drawing::default() })
}

const COPIES: [&str; 2] = ["Bản lưu tại cơ quan", "Bản giao người nộp"];

fn on_halves(receipt: &ReceiptPrint, typesetter: &mut Typesetter) -> Result<Vec<Page>, Fault> {
    let [kept, given] = COPIES;
    let mut items = fitted(receipt, kept, HALF, typesetter)?;
    items.extend(fitted(receipt, given, HALF, typesetter)?.iter().map(|item| item.moved(0.0, HALF)));
    let mut board = Board::new(typesetter);
    board.dotted((MARGIN / 2.0, HALF), (WIDTH - MARGIN / 2.0, HALF));
    items.extend(board.items);
    Ok(vec![page(items)])
}

fn on_pages(receipt: &ReceiptPrint, typesetter: &mut Typesetter) -> Result<Vec<Page>, Fault> {
    COPIES.iter().map(|copy| Ok(page(fitted(receipt, copy, 2.0 * HALF, typesetter)?))).collect()
}

fn page(items: Vec<Item>) -> Page {
    Page { width: WIDTH, height: 2.0 * HALF, underlay: None, items }
}

/// One copy in so much height, set in smaller letters where the list is long.
fn fitted(receipt: &ReceiptPrint, copy: &str, high: Mm, typesetter: &mut Typesetter) -> Result<Vec<Item>, Fault> {
    let mut refused = Ok(Vec::new());
    for size in [BODY.size, 10.0, 9.0] {
        refused = set(receipt, copy, (high, size), typesetter);
        if !matches!(refused, Err(Fault::Overflow { .. })) {
            break;
        }
    }
    refused
}

fn set(
    receipt: &ReceiptPrint,
    copy: &str,
    (high, size): (Mm, f32),
    typesetter: &mut Typesetter,
) -> Result<Vec<Item>, Fault> {
    let mut board = Board::new(typesetter);
    let (left, width) = (MARGIN, WIDTH - 2.0 * MARGIN);
    let mut y = 9.0;
    if let Some(words) = illustration(receipt.illustration.as_deref()) {
        y += board.text((left, y), width, &[words])?;
    }
    let head = [Paragraph::new(receipt.issuer.to_uppercase(), SMALL, Stand::PLAIN)];
    let kept = [Paragraph::new(copy, SMALL, Stand { align: Align::Right, ..Stand::PLAIN })];
    board.text((left, y), width - 50.0, &head)?;
    y += board.text((left, y), width, &kept)? + 2.0;
    let title = format!("GIẤY BIÊN NHẬN PHIẾU số {}", number_words(receipt.number));
    y += board.text((left, y), width, &[Paragraph::new(title, TITLE, Stand::CENTRED)])? + 2.5;
    let body = body(receipt, size);
    let room = Frame { x: left, y, width, height: high - 8.0 - FOOT - y };
    if board.height(width, &body)? > room.height {
        return Err(Fault::Overflow { what: receipt.packets.first().map(|p| p.what.clone()).unwrap_or_default() });
    }
    board.text((left, y), width, &body)?;
    foot(&mut board, receipt, Frame { y: room.foot(), height: FOOT, ..room })?;
    Ok(board.items)
}

/// Day and signatures, with the name of who took the packet in under room to sign.
fn foot(board: &mut Board<'_>, receipt: &ReceiptPrint, frame: Frame) -> Result<(), Fault> {
    let half = frame.width / 2.0;
    let right = frame.x + half;
    let day = Paragraph::new(place_and_day(&receipt.place, receipt.on), SMALL, Stand::CENTRED);
    let mut y = frame.y;
    y += board.text((right, y), half, &[day])? + 1.0;
    for (x, who, name) in [(frame.x, "Người nộp", &receipt.brought_by), (right, "Người nhận", &receipt.taken_by)]
    {
        let words =
            [Paragraph::new(who, STRONG, Stand::CENTRED), Paragraph::new("(ký, ghi rõ họ tên)", SMALL, Stand::CENTRED)];
        board.text((x, y), half, &words)?;
        if let Some(name) = name {
            let name = [Paragraph::new(name, BODY, Stand::CENTRED)];
            let high = board.height(half, &name)?;
            board.text((x, frame.foot() - high), half, &name)?;
        }
    }
    Ok(())
}

/// Height of day and signatures.
const FOOT: Mm = 34.0;

fn body(receipt: &ReceiptPrint, size: f32) -> Vec<Paragraph> {
    let plain = Type { size, ..BODY };
    let strong = Type { size, ..STRONG };
    let stand = Stand { after: 1.0, ..Stand::PLAIN };
    let all: usize = receipt.packets.iter().map(|p| p.back.len()).sum();
    let who = receipt.brought_by.clone().unwrap_or_else(|| "…………………………………………".to_owned());
    let mut words = vec![Paragraph::mixed(
        vec![
            Run {
                text: format!("Hồi {} ngày {}, đã nhận của ông (bà) ", hm(receipt.at), dmy(receipt.on)),
                set_in: plain,
            },
            Run { text: who, set_in: strong },
            Run { text: format!(" {all:02} phiếu của đợt “{}”, gồm:", receipt.campaign), set_in: plain },
        ],
        stand,
    )];
    for packet in &receipt.packets {
        words.push(Paragraph::new(format!("{}:", packet.what), strong, Stand { before: 0.6, after: 0.4, ..stand }));
        let indented = Stand { left: 4.0, after: 0.4, ..stand };
        let back = format!("Đã nhận {:02} phiếu: {}.", packet.back.len(), packet.back.join(", "));
        words.push(Paragraph::new(back, plain, indented));
        let out = if packet.out.is_empty() {
            "Không còn thiếu phiếu nào.".to_owned()
        } else {
            format!("Còn thiếu {:02} phiếu: {}.", packet.out.len(), packet.out.join(", "))
        };
        words.push(Paragraph::new(out, plain, indented));
    }
    words
}
