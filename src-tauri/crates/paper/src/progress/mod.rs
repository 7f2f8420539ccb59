//! A campaign's progress on one page: both targets with what they count and of whom, and every area. A ward of more areas
//! than a page holds goes on to the next.

use domain::date::{dm, dmy};
use domain::number::{decimal, grouped, percent};
use domain::progress::{AreaProgress, Need, Progress, RateView, TargetProgress};
use domain::text::capitalised;

use crate::engine::block::{
    Align, Band, Block, Cell, Margins, PageNumber, Paragraph, Row, Rules, Run, Section, Stand, Table, Type,
};
use crate::engine::page::{Drawing, Mm};
use crate::engine::text::Typesetter;
use crate::engine::{flow, pdf};
use crate::error::{PaperError, PaperKind};
use crate::face::Face;

#[cfg(test)]
mod tests;

const WIDTH: Mm = 210.0;
const HEIGHT: Mm = 297.0;
const MARGINS: Margins = Margins { top: 15.0, bottom: 14.0, left: 18.0, right: 14.0 };
const MEASURE: Mm = WIDTH - MARGINS.left - MARGINS.right;
const BODY: Type = Type::new(Face::Sans, 10.5);
const SMALL: Type = Type::new(Face::Sans, 9.0);
const STRONG: Type = Type::new(Face::SansSemiBold, 10.5);
const SMALL_STRONG: Type = Type::new(Face::SansSemiBold, 9.0);
const TITLE: Type = Type::new(Face::SansSemiBold, 16.0);
/// Sheets; numerator, denominator and rate of a target.
const SHEETS: Mm = 17.0;
const COUNT: Mm = 15.0;
const RATE: Mm = 15.5;
/// Targets with all three figures in the table; of more than these only the rates have room.
const MOST_WHOLE: usize = 2;

/// One page, if the areas fit.
///
/// # Errors
/// A character without a glyph; words too long for their column.
pub fn progress_pdf(issuer: &str, progress: &Progress) -> Result<Vec<u8>, PaperError> {
    let title = format!("Tiến độ đến hết ngày {}", dmy(progress.as_of));
    let pages = flow::pages(&section(issuer, &title, progress), &mut Typesetter::new());
    let pages = pages.map_err(|fault| fault.on(PaperKind::Progress, &progress.title))?;
    pdf::write(&Drawing { title, pages, ..Drawing::default() })
}

fn section(issuer: &str, title: &str, progress: &Progress) -> Section {
    let words = |text: String, set_in: Type, stand: Stand| Block::Paragraph(Paragraph::new(text, set_in, stand));
    let illustration = progress
        .illustration
        .as_deref()
        .map(|said| words(capitalised(said), SMALL_STRONG, Stand { after: 2.0, ..Stand::CENTRED }));
    let mut blocks = vec![
        words(issuer.to_uppercase(), SMALL, Stand::PLAIN),
        words(title.to_uppercase(), TITLE, Stand { before: 2.0, after: 1.0, ..Stand::CENTRED }),
        words(progress.title.clone(), BODY, Stand { after: 2.0, ..Stand::CENTRED }),
        words(papers(progress), BODY, Stand { after: 1.0, ..Stand::PLAIN }),
    ];
    blocks.extend(progress.targets.iter().map(|t| Block::Paragraph(target(t))));
    blocks.push(Block::Table(table(progress)));
    blocks.push(words(note(progress), SMALL, Stand { before: 1.5, ..Stand::PLAIN }));
    Section {
        head: Band::on_every_page(illustration.into_iter().collect()),
        number: Some(PageNumber { set_in: SMALL }),
        ..Section::of(WIDTH, HEIGHT, MARGINS, blocks)
    }
}

/// `Đã qua 8/22 buổi; nhận về 90/101 phiếu đến hạn, còn thiếu 11 phiếu của 3 buổi.`
fn papers(progress: &Progress) -> String {
    let (visits, sheets) = (progress.visits, progress.sheets);
    let missing = match sheets.missing {
        0 => ", không thiếu phiếu nào".to_owned(),
        n => format!(", còn thiếu {n} phiếu ở {} nơi", sheets.missing_of),
    };
    let count = |n: u32| grouped(u64::from(n));
    format!(
        "Đã qua {}/{} buổi; nhận về {}/{} phiếu đến hạn{missing}.",
        visits.done,
        visits.all,
        count(sheets.returned),
        count(sheets.expected)
    )
}

/// `I.2 Cài đặt: 31,4 %. 3.842 trên 12.236 người …; chỉ tiêu 50 %. Cần thêm 2.276 người …`
fn target(target: &TargetProgress) -> Paragraph {
    let rate = target.rate.percent.map_or_else(|| "chưa tính được tỷ lệ".to_owned(), percent);
    let among = if target.rate.among_met {
        " (nơi chưa có số đã cài từ trước chỉ đếm trong số người đã gặp)"
    } else {
        ""
    };
    let counted = match (target.rate.numerator, target.rate.denominator) {
        (Some(n), Some(d)) => {
            format!("{} {}{among} trên {} {}", target.numerator_word, grouped(n), grouped(d), target.denominator_word)
        }
        (Some(n), None) => format!("{} {}{among}, chưa có số nền", target.numerator_word, grouped(n)),
        (None, _) => "chưa có số liệu".to_owned(),
    };
    let goal = format!("chỉ tiêu từ {} % đến ngày {}", target.goal, dmy(target.by));
    let need = target.need.map(|n| format!(" {}", needed(&n, &target.unit))).unwrap_or_default();
    let left_out = match target.left_out.len() {
        0 => String::new(),
        n => format!(" Chưa tính {n} địa bàn chưa có đủ số liệu."),
    };
    let head = format!("{} {}: {rate}. ", target.clause, target.name);
    let runs = vec![
        Run { text: head.trim_start().to_owned(), set_in: STRONG },
        Run { text: format!("{}; {goal}.{need}{left_out}", capitalised(&counted)), set_in: BODY },
    ];
    Paragraph::mixed(runs, Stand { after: 1.2, align: Align::Justify, ..Stand::PLAIN })
}

fn needed(need: &Need, unit: &str) -> String {
    if need.more == 0 {
        return "Đã đạt chỉ tiêu.".to_owned();
    }
    let more = format!("Cần thêm {} {unit}", grouped(need.more));
    let Some(each) = need.per_visit else { return format!("{more}, không còn buổi nào.") };
    let pace = need.pace.map(|p| format!(" (đang đạt {} mỗi buổi)", decimal(p))).unwrap_or_default();
    format!("{more}: {} mỗi buổi trong {} buổi còn lại{pace}.", grouped(each), need.visits_left)
}

fn table(progress: &Progress) -> Table {
    let whole = progress.targets.len() <= MOST_WHOLE;
    let per_target: &[Mm] = if whole { &[COUNT, COUNT, RATE] } else { &[RATE] };
    let figures: Vec<Mm> = progress.targets.iter().flat_map(|_| per_target.iter().copied()).collect();
    let name = MEASURE - SHEETS - figures.iter().sum::<Mm>();
    let tracks: Vec<Mm> = [name, SHEETS].into_iter().chain(figures).collect();
    let head = |text: &str| Cell::from(Paragraph::new(text, SMALL_STRONG, Stand::CENTRED));
    let over = |t: &TargetProgress| head(format!("{} {}", t.clause, t.name).trim());
    let is_two = whole && !progress.targets.is_empty();
    let down = if is_two { 2 } else { 1 };
    let mut first: Row = vec![head("Địa bàn").down(down), head("Phiếu nhận").down(down)];
    first.extend(progress.targets.iter().map(|t| over(t).across(per_target.len())));
    let mut header = vec![first];
    if is_two {
        header.push(progress.targets.iter().flat_map(|_| ["Tử số", "Mẫu số", "Tỷ lệ"].map(head)).collect());
    }
    let mut rows: Vec<Row> = progress.heat.areas.iter().map(|area| row(area, whole)).collect();
    rows.push(total(progress, whole));
    Table { tracks: Table::tracks(&tracks), header, rows, before: 1.5, rules: Rules::All(0.2), padding: (1.3, 0.45) }
}

fn row(area: &AreaProgress, whole: bool) -> Row {
    let mut name = area.name.clone();
    if let Some(own) = area.self_report {
        let said = own.as_of.map_or_else(|| "chưa báo cáo".to_owned(), |on| format!("đến {}", dm(on)));
        name = format!("{name} (tự báo cáo, {said})");
    }
    cells(&name, area.expected, area.returned, &area.rates, whole, SMALL)
}

fn total(progress: &Progress, whole: bool) -> Row {
    let rates: Vec<RateView> = progress.targets.iter().map(|t| t.rate).collect();
    cells("Tổng cộng", progress.sheets.expected, progress.sheets.returned, &rates, whole, SMALL_STRONG)
}

fn cells(name: &str, expected: u32, returned: u32, rates: &[RateView], whole: bool, set_in: Type) -> Row {
    let right = |text: String| Cell::from(Paragraph::new(text, set_in, Stand { align: Align::Right, ..Stand::PLAIN }));
    let count = |n: Option<u64>| right(n.map(grouped).unwrap_or_default());
    let sheets = if expected == 0 { String::new() } else { format!("{returned}/{expected}") };
    let mut row: Row = vec![Paragraph::new(name, set_in, Stand::PLAIN).into()];
    row.push(Paragraph::new(sheets, set_in, Stand::CENTRED).into());
    for rate in rates {
        if whole {
            row.extend([count(rate.numerator), count(rate.denominator)]);
        }
        row.push(right(rate.percent.map(percent).unwrap_or_default()));
    }
    row
}

fn note(progress: &Progress) -> String {
    let mut words = "Ô để trống là chưa có số liệu.".to_owned();
    if progress.targets.iter().any(|t| !t.left_out.is_empty()) {
        words.push_str(" Dòng tổng cộng chỉ tính các địa bàn có cả tử số và mẫu số; tỷ lệ là tổng chia tổng.");
    } else {
        words.push_str(" Tỷ lệ của dòng tổng cộng là tổng tử số chia cho tổng mẫu số.");
    }
    words
}
