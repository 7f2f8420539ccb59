//! The page of evenings and teams: who went where, and what came back.

use domain::date::weekday;
use domain::ids::TeamId;
use domain::rates::Totals;
use domain::schedule::Visit;
use domain::text::capitalised;
use rust_xlsxwriter::{RowNum, Workbook};

use super::figures::{Figures, state_words};
use super::marks::unreported;
use super::names::Places;
use super::page::{self, Column, Page, Written, right};
use super::style::Style;

const EXPECTED: u16 = 4;
const BOXES: u16 = 7;

const NAME: &str = "Theo buổi và tổ";

pub(super) fn page(book: &mut Workbook, figures: &Figures<'_>, places: &mut Places, style: &Style) -> Written {
    let mut columns = vec![
        Column::new("Ngày", 12.0),
        Column::new("Thứ", 11.0),
        Column::new("Địa bàn", 26.0),
        Column::new("Tổ hỗ trợ", 14.0),
        Column::new("Phiếu dự kiến", 8.0),
        Column::new("Phiếu đã nhận", 8.0),
        Column::new("Tình trạng", 18.0),
    ];
    columns.extend(figures.boxes.iter().map(|b| Column::new(&b.heading, 11.0)));
    let mut page = page::table(book, figures, style, NAME, "Kết quả theo buổi và tổ hỗ trợ", &columns, 3)?;
    let lines = lines(figures);
    if lines.is_empty() {
        return page.nothing("Chưa có buổi nào trong kỳ báo cáo.", style);
    }
    for (row, line) in (page.body..).zip(&lines) {
        write(&mut page, figures, style, row, line)?;
    }
    let last = page.body + RowNum::try_from(lines.len()).unwrap_or(RowNum::MAX / 4) - 1;
    let right = right(&columns);
    page.sheet.autofilter(page.body - 1, 0, last, right)?;
    unreported(page.sheet, (page.body, last), EXPECTED + 2)?;
    total(&mut page, figures, style, last, &lines)?;
    let body = page.body;
    places.table(book, ("BANG_BUOI", "Bảng theo buổi và tổ hỗ trợ"), NAME, (body, 0), (last, right))
}

struct Line<'r> {
    visit: &'r Visit,
    team: Option<TeamId>,
    totals: Totals,
}

/// Visits by evening, each with its teams and any other team whose sheets came back from it.
fn lines<'r>(figures: &Figures<'r>) -> Vec<Line<'r>> {
    let totals = figures.visits();
    let period = figures.report.period;
    let mut visits: Vec<&Visit> = figures.report.visits.iter().filter(|v| period.covers(v.on)).collect();
    visits.sort_by_key(|v| (v.on, v.id));
    let mut lines = Vec::new();
    for visit in visits {
        let reported = totals.keys().filter(|(v, _)| *v == visit.id).map(|(_, team)| *team);
        let mut teams: Vec<Option<TeamId>> = visit.teams.iter().copied().map(Some).chain(reported).collect();
        teams.sort_unstable();
        teams.dedup();
        if teams.is_empty() {
            teams.push(None);
        }
        lines.extend(teams.into_iter().map(|team| Line {
            visit,
            team,
            totals: totals.get(&(visit.id, team)).cloned().unwrap_or_default(),
        }));
    }
    lines
}

fn write(page: &mut Page<'_>, figures: &Figures<'_>, style: &Style, row: RowNum, line: &Line<'_>) -> Written {
    let Line { visit, team, totals } = line;
    page.date(row, 0, Some(visit.on), &style.date)?;
    page.text(row, 1, &capitalised(weekday(visit.on)), &style.center)?;
    let area = figures.report.areas_then.get(&visit.id).cloned().unwrap_or_default();
    page.text(row, 2, &area, &style.text)?;
    page.text(row, 3, figures.team_name(*team), &style.text)?;
    page.count(row, EXPECTED, Some(totals.expected as u64), &style.count)?;
    page.count(row, EXPECTED + 1, Some(totals.returned as u64), &style.count)?;
    let state = match &visit.cancelled {
        Some(reason) => format!("buổi đã hủy: {reason}"),
        None if visit.on > figures.report.as_of && !totals.has_figures() => "chưa đến ngày".into(),
        None => state_words(totals),
    };
    page.text(row, EXPECTED + 2, &state, &style.text)?;
    page.fit(row, &[(&area, 26.0), (&state, 18.0)])?;
    for (column, at) in figures.boxes.iter().zip(BOXES..) {
        page.count(row, at, totals.get(column.meaning), &style.count)?;
    }
    Ok(())
}

fn total(page: &mut Page<'_>, figures: &Figures<'_>, style: &Style, last: RowNum, lines: &[Line<'_>]) -> Written {
    let (row, rows) = (last + 1, (page.body, last));
    let sum: Totals = lines.iter().map(|l| &l.totals).sum();
    for at in [0, 1, 3, EXPECTED + 2] {
        page.text(row, at, "", &style.total_text)?;
    }
    page.text(row, 2, "Tổng cộng", &style.total_text)?;
    page.sum(row, EXPECTED, rows, Some(sum.expected as u64), &style.total_count)?;
    page.sum(row, EXPECTED + 1, rows, Some(sum.returned as u64), &style.total_count)?;
    for (column, at) in figures.boxes.iter().zip(BOXES..) {
        page.sum(row, at, rows, sum.get(column.meaning), &style.total_count)?;
    }
    Ok(())
}
