//! How a card is arranged: what is asked for first stands at the head, in the largest type.

use domain::date::{dmy, hm, weekday};
use domain::text::capitalised;

use super::{CardForce, CardSize, TeamCardPrint, words};
use crate::engine::block::{Paragraph, Run, Stand, Type};
use crate::engine::board::{Board, Frame};
use crate::engine::page::{Item, Mm, Pt};
use crate::engine::text::Typesetter;
use crate::error::Fault;
use crate::face::Face;

/// The measures of one size.
#[derive(Debug, Clone, Copy)]
struct Measures {
    margin: Mm,
    /// Sizes of the body, the largest that fits is taken.
    body: &'static [Pt],
    team: Pt,
    evening: Pt,
    /// Room under the words where the meeting place is written.
    to_write: Mm,
    /// What to take along, how to behave, what to do with sheets.
    says: (&'static str, &'static [&'static str], &'static [&'static str]),
    /// Each rule on a line of its own, or all in one paragraph.
    in_lines: bool,
}

impl Measures {
    fn of(size: CardSize) -> Self {
        match size {
            CardSize::A5 => Self {
                margin: 10.0,
                body: &[12.0, 11.0, 10.0, 9.5, 9.0],
                team: 20.0,
                evening: 15.0,
                to_write: 7.0,
                says: (words::BRING, &words::CONDUCT, &words::SHEETS),
                in_lines: true,
            },
            CardSize::A6 => Self {
                margin: 7.0,
                body: &[9.0, 8.5, 8.0, 7.5],
                team: 13.0,
                evening: 10.0,
                to_write: 5.5,
                says: (words::BRING_SHORT, &words::CONDUCT_SHORT, &words::SHEETS_SHORT),
                in_lines: false,
            },
        }
    }
}

/// One card, its items in mm from its own top left.
pub(super) fn card(card: &TeamCardPrint, size: CardSize, typesetter: &mut Typesetter) -> Result<Vec<Item>, Fault> {
    let m = Measures::of(size);
    let (width, height) = size.card();
    let frame = Frame { x: 0.0, y: 0.0, width, height }.inset(m.margin);
    let mut refused = Ok(Vec::new());
    for body in m.body {
        refused = laid(card, &m, *body, frame, typesetter);
        if !matches!(refused, Err(Fault::Overflow { .. })) {
            break;
        }
    }
    refused
}

fn laid(
    card: &TeamCardPrint,
    m: &Measures,
    body: Pt,
    frame: Frame,
    typesetter: &mut Typesetter,
) -> Result<Vec<Item>, Fault> {
    let mut board = Board::new(typesetter);
    let mut y = head(&mut board, card, m, frame)?;
    y = meeting(&mut board, m, body, Frame { y, ..frame })?;
    let groups = groups(card, m, body);
    let mut heights = Vec::with_capacity(groups.len());
    for group in &groups {
        heights.push(board.height(frame.width, group)?);
    }
    let spare = frame.foot() - y - heights.iter().sum::<Mm>();
    #[expect(clippy::cast_precision_loss, reason = "a handful of groups")]
    let gap = spare / groups.len() as f32;
    if gap < body * 0.12 {
        return Err(Fault::Overflow { what: fullest(card) });
    }
    // What room is left stands at the foot: it is written on.
    let gap = gap.min(body * 0.28);
    for (group, height) in groups.iter().zip(heights) {
        board.text((frame.x, y + gap), frame.width, group)?;
        y += gap + height;
    }
    Ok(board.items)
}

/// What there is most of on the card.
fn fullest(card: &TeamCardPrint) -> String {
    let people: usize = card.forces.iter().map(|f| f.members.len()).sum();
    if people > 2 * card.sheets.len() { format!("{people} người") } else { format!("{} phiếu", card.sheets.len()) }
}

/// Who issues it, and in a black box team, area and evening.
fn head(board: &mut Board<'_>, card: &TeamCardPrint, m: &Measures, frame: Frame) -> Result<Mm, Fault> {
    let small = (m.evening * 0.6).max(7.0);
    let mut y = frame.y;
    if let Some(words) = &card.illustration {
        let words = [Paragraph::new(capitalised(words), bold(small), Stand::CENTRED)];
        y += board.text((frame.x, y), frame.width, &words)? + 1.0;
    }
    let issuer = format!("{} · {}", card.issuer.to_uppercase(), card.campaign);
    y += board.text((frame.x, y), frame.width, &[Paragraph::new(issuer, plain(small), Stand::PLAIN)])? + 1.2;
    let day = capitalised(&format!("{} {}", weekday(card.on), dmy(card.on)));
    let when = format!("{day}, {}\u{a0}–\u{a0}{}", hm(card.starts), hm(card.ends));
    let stand = Stand { spacing: 0.97, ..Stand::PLAIN };
    let words = [
        Paragraph::new("THẺ TỔ", bold(small).white(), stand),
        Paragraph::new(&card.team, bold(m.team).white(), stand),
        Paragraph::new(&card.area, bold(m.evening).white(), stand),
        Paragraph::new(when, bold(m.evening).white(), stand),
    ];
    let side = m.margin * 0.35;
    let height = board.height(frame.width - 2.0 * side, &words)? + side;
    board.filled(Frame { y, height, ..frame }, side * 0.6);
    board.text((frame.x + side, y + side / 2.0), frame.width - 2.0 * side, &words)?;
    Ok(y + height)
}

/// Room to write where the team meets: the office file does not know.
fn meeting(board: &mut Board<'_>, m: &Measures, body: Pt, frame: Frame) -> Result<Mm, Fault> {
    let words = Paragraph::new("Nơi tập trung: ", bold(body), Stand::PLAIN);
    let line = board.typesetter.set(&words, frame.width)?;
    let right = line.first().map_or(0.0, |line| line.right);
    let high = board.text((frame.x, frame.y + m.to_write - body * 0.42), frame.width, &[words])?;
    let foot = frame.y + m.to_write - body * 0.42 + high;
    board.dotted((frame.x + right + 2.0, foot - high * 0.22), (frame.right(), foot - high * 0.22));
    Ok(foot)
}

const fn bold(size: Pt) -> Type {
    Type::new(Face::SansSemiBold, size)
}

const fn plain(size: Pt) -> Type {
    Type::new(Face::Sans, size)
}

/// A caption in bold and what it names.
fn named(caption: &str, text: String, body: Pt, stand: Stand) -> Paragraph {
    let run = |text: String, set_in| Run { text, set_in };
    Paragraph::mixed(vec![run(caption.to_owned(), bold(body)), run(text, plain(body))], stand)
}

/// More sheets than these are told by the first and the last: nobody looks for one among a hundred on a card.
const MOST_NAMED: usize = 40;

/// What stands under the head, in the order in which it is asked for.
fn groups(card: &TeamCardPrint, m: &Measures, body: Pt) -> Vec<Vec<Paragraph>> {
    let mut groups = vec![people(card, body)];
    let sheets = match &card.sheets[..] {
        [] => "…………………………………………".to_owned(),
        [first, .., last] if card.sheets.len() > MOST_NAMED => {
            format!("{} phiếu, từ {first} đến {last}.", card.sheets.len())
        }
        sheets => format!("{:02} phiếu: {}.", sheets.len(), sheets.join(", ")),
    };
    groups.push(vec![named("Phiếu được giao: ", sheets, body, Stand::PLAIN)]);
    groups.push(vec![named("Mang theo: ", m.says.0.to_owned(), body, Stand::PLAIN)]);
    groups.push(rules("Khi đến từng nhà", m.says.1, m, body));
    groups.push(rules("Phiếu đầy, phiếu hỏng, cuối buổi", m.says.2, m, body));
    let mut last = Vec::new();
    if let Some(to) = &card.return_to {
        last.push(named("Nộp phiếu về: ", format!("{to}."), body, Stand::PLAIN));
    }
    if let Some(line) = &card.contact_line {
        last.push(named("Cần hỏi, có sự cố: ", format!("{line}."), body, Stand::PLAIN));
    }
    if !last.is_empty() {
        groups.push(last);
    }
    groups
}

fn people(card: &TeamCardPrint, body: Pt) -> Vec<Paragraph> {
    let head = card.head.name.clone().unwrap_or_else(|| "…………………………………".to_owned());
    let mut lines = vec![named("Phụ trách: ", format!("{head} ({})", lowered(&card.head.title)), body, Stand::PLAIN)];
    let hanging = Stand { left: body * 0.3, first_line: -body * 0.3, ..Stand::PLAIN };
    lines.extend(card.forces.iter().map(|force| named(&format!("{}: ", force.name), members(force), body, hanging)));
    lines
}

/// `05 người` or `Nguyễn Văn An (cặp 1), Trần Thị Bình (cặp 1)`; no name is torn from its pair.
fn members(force: &CardForce) -> String {
    if force.members.is_empty() {
        return format!("{:02} người", force.count);
    }
    let one = |member: &super::CardMember| match member.pair {
        Some(pair) => format!("{} (cặp\u{a0}{pair})", member.name.replace(' ', "\u{a0}")).replace(" (", "\u{a0}("),
        None => member.name.replace(' ', "\u{a0}"),
    };
    force.members.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The title within a sentence.
fn lowered(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn rules(caption: &str, rules: &[&str], m: &Measures, body: Pt) -> Vec<Paragraph> {
    if !m.in_lines {
        return vec![named(&format!("{caption}: "), rules.join(" "), body, Stand::PLAIN)];
    }
    let hanging = Stand { left: body * 0.3, first_line: -body * 0.3, ..Stand::PLAIN };
    let mut all = vec![Paragraph::new(caption, bold(body), Stand::PLAIN)];
    all.extend(rules.iter().map(|rule| Paragraph::new(format!("• {rule}"), plain(body), hanging)));
    all
}
