//! The cover: who reports to whom, for which days, and both targets side by side with what each counts
//! and of whom. Its figures point to the totals of the page of areas.

use chrono::Datelike;
use domain::area::Area;
use domain::campaign::{Denominator, Numerator, Target};
use domain::date::{DocumentDate, dmy};
use domain::issuer::Authority;
use domain::rates::{Ledger, Rate};
use domain::report::ReportKind;
use domain::text::capitalised;
use rust_xlsxwriter::{ColNum, Format, RowNum, Workbook, Worksheet, XlsxError};

use super::by_area::{Layout, NAME, percent, ratio};
use super::figures::Figures;
use super::missing::missing;
use super::names::{self, Places};
use super::page::{UNKNOWN, Written, cell, formula, height, lines, print_setup, set_height, span, text_cell};
use super::style::Style;
use super::text::issue_words;
use super::warnings::{named, warnings};

const LABEL_WIDTH: f64 = 25.0;
/// Room above and below a text in its cell, both together, in points.
const ROOM: f64 = 9.0;

const PAGE: &str = "Bìa";

pub(super) fn page(
    book: &mut Workbook,
    figures: &Figures<'_>,
    totals: &Layout<'_>,
    places: &mut Places,
    style: &Style,
) -> Written {
    let report = figures.report;
    let targets = ColNum::try_from(report.targets.len()).unwrap_or(1);
    let last = targets.max(2);
    let width = (66.0 / f64::from(last)).clamp(16.0, 33.0);
    let sheet = book.add_worksheet().set_name(PAGE)?;
    sheet.set_column_width(0, LABEL_WIDTH)?;
    sheet.set_column_range_width(1, last, width)?;
    print_setup(sheet, report, &report.campaign.title)?;
    sheet.set_print_fit_to_pages(1, 1);
    // 20 mm at the left, 15 mm at the other sides.
    sheet.set_margins(0.79, 0.59, 0.59, 0.75, 0.3, 0.35);
    sheet.set_print_center_horizontally(true);
    sheet.set_screen_gridlines(false);
    let mut cover = Cover { sheet, row: 0, last, width, style };
    cover.letterhead(figures)?;
    cover.about(figures)?;
    let numerators = cover.targets(figures, totals)?;
    cover.papers(figures)?;
    cover.warnings(figures)?;
    cover.signature(figures)?;
    let Some(row) = numerators else { return Ok(()) };
    for (n, column) in (0..report.targets.len()).zip(1u16..) {
        for (part, row) in ["TU_SO", "MAU_SO", "TY_LE"].into_iter().zip(row..) {
            places.cell(book, &format!("{}_{part}", names::target(n)), PAGE, (row, column))?;
        }
    }
    Ok(())
}

/// Which report of the campaign it is.
pub(super) fn kind_words(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Daily => "báo cáo ngày",
        ReportKind::Weekly => "báo cáo tuần",
        ReportKind::Final => "báo cáo tổng kết",
        ReportKind::Custom => "báo cáo theo kỳ chọn",
    }
}

struct Cover<'b> {
    sheet: &'b mut Worksheet,
    row: RowNum,
    /// Last column.
    last: ColNum,
    width: f64,
    style: &'b Style,
}

impl Cover<'_> {
    fn whole(&self) -> f64 {
        LABEL_WIDTH + self.width * f64::from(self.last)
    }

    /// One text over the whole width.
    fn across(&mut self, text: &str, format: &Format) -> Written {
        span(self.sheet, self.row, (0, self.last), text, format)?;
        // Bold and larger letters take more room than the width's unit.
        set_height(self.sheet, self.row, height(text, self.whole() * 1.05) + 5.0)?;
        self.row += 1;
        Ok(())
    }

    /// White paper.
    fn gap(&mut self, points: f64) -> Written {
        set_height(self.sheet, self.row, points)?;
        self.row += 1;
        Ok(())
    }

    /// Issuer at the left, state name and motto at the right (NĐ 30 boxes 1, 2 and 4).
    fn letterhead(&mut self, figures: &Figures<'_>) -> Written {
        let report = figures.report;
        let issuer = &report.issuer;
        let left: Vec<(&String, &Format)> = issuer
            .superior_lines
            .iter()
            .map(|l| (l, &self.style.plain_center))
            .chain(issuer.name_lines.iter().map(|l| (l, &self.style.letterhead)))
            .collect();
        let month = report.as_of.with_day(1).unwrap_or(report.as_of);
        let date = format!("{}, {}", issuer.place, DocumentDate::day_left_blank(month).words());
        let right = [
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".to_owned(), &self.style.letterhead),
            ("Độc lập - Tự do - Hạnh phúc".to_owned(), &self.style.motto),
            (date, &self.style.plain_italic),
        ];
        for at in 0..left.len().max(right.len()) {
            if let Some((text, format)) = left.get(at) {
                text_cell(self.sheet, self.row, 0, text, format)?;
            }
            if let Some((text, format)) = right.get(at) {
                span(self.sheet, self.row, (1, self.last), text, format)?;
            }
            let tallest = left.get(at).map_or(1.0, |(text, _)| lines(text, LABEL_WIDTH * 0.9));
            set_height(self.sheet, self.row, tallest * 15.5 + 2.5)?;
            self.row += 1;
        }
        self.gap(20.0)
    }

    fn about(&mut self, figures: &Figures<'_>) -> Written {
        let report = figures.report;
        let style = self.style;
        self.across("BẢNG TỔNG HỢP KẾT QUẢ", &style.title)?;
        self.across(&format!("({})", capitalised(kind_words(report.kind))), &style.plain_italic)?;
        self.across(&report.campaign.subject, &style.letterhead)?;
        let period = format!("{}; số liệu tính đến ngày {}", figures.period_words(), dmy(report.as_of));
        self.across(&period, &style.subtitle)?;
        if figures.is_part() {
            self.across(&figures.both_days(), &style.subtitle)?;
        }
        self.addresses(&report.authorities)?;
        self.across(&issue_words(report), &style.plain_italic)?;
        if let Some(notice) = &report.campaign.illustration {
            self.across(notice, &style.notice)?;
        }
        self.gap(14.0)
    }

    /// One authority in a line, several each in its own (NĐ 30 box 9a), each by its own form of address.
    fn addresses(&mut self, authorities: &[Authority]) -> Written {
        let style = self.style;
        let [first, others @ ..] = authorities else { return Ok(()) };
        if others.is_empty() {
            return self.across(&format!("Kính gửi: {}", first.address), &style.subtitle);
        }
        self.across("Kính gửi:", &style.subtitle)?;
        for (authority, n) in authorities.iter().zip(1..) {
            let end = if n == authorities.len() { '.' } else { ';' };
            self.across(&format!("- {}{end}", authority.address), &style.subtitle)?;
        }
        Ok(())
    }

    /// The answer is the row of numerators, if there are targets.
    fn targets(&mut self, figures: &Figures<'_>, totals: &Layout<'_>) -> Result<Option<RowNum>, XlsxError> {
        let report = figures.report;
        if report.targets.is_empty() {
            return Ok(None);
        }
        let style = self.style;
        let rates: Vec<Rate> = report.targets.iter().map(|t| figures.ledger.ward_rate(t)).collect();
        let both = || report.targets.iter().zip(&rates);
        let heads: Vec<String> = report.targets.iter().map(|t| format!("Chỉ tiêu {}\n{}", t.clause, t.name)).collect();
        self.words("Nội dung", &heads, &style.cover_head, &style.cover_head)?;
        let goals = report.targets.iter().map(|t| format!("Từ {} % trở lên\nđến ngày {}", t.percent, dmy(t.by)));
        self.words("Mục tiêu", &goals.collect::<Vec<_>>(), &style.label, &style.value)?;
        let counted = report.targets.iter().map(|t| capitalised(t.numerator.word()));
        self.words("Tử số đếm", &counted.collect::<Vec<_>>(), &style.label, &style.value)?;
        let of = report.targets.iter().map(|t| capitalised(t.denominator.word()));
        self.words("Mẫu số là", &of.collect::<Vec<_>>(), &style.label, &style.value)?;
        let numerators = self.row;
        self.figures(totals, &rates)?;
        let days = vec![capitalised(&figures.cumulative_words()); rates.len()];
        self.words("Thời gian tính", &days, &style.label, &style.value)?;
        self.words(
            "Phạm vi",
            &both().map(|(t, r)| scope(figures, t, r)).collect::<Vec<_>>(),
            &style.label,
            &style.value,
        )?;
        let ways: Vec<String> = both().map(|(t, r)| way(figures, t, r)).collect();
        self.words("Cách đếm", &ways, &style.label, &style.value)?;
        self.gap(14.0)?;
        Ok(Some(numerators))
    }

    /// A row of texts, one for each target.
    fn words(&mut self, label: &str, texts: &[String], label_format: &Format, format: &Format) -> Written {
        text_cell(self.sheet, self.row, 0, label, label_format)?;
        for (text, at) in texts.iter().zip(1u16..) {
            text_cell(self.sheet, self.row, at, text, format)?;
        }
        let tallest = texts.iter().map(|t| height(t, self.width)).fold(height(label, LABEL_WIDTH), f64::max);
        set_height(self.sheet, self.row, tallest + ROOM)?;
        self.row += 1;
        Ok(())
    }

    /// Numerator, denominator, rate, and how many people are still needed.
    fn figures(&mut self, totals: &Layout<'_>, rates: &[Rate]) -> Result<(), XlsxError> {
        let (row, style) = (self.row, self.style);
        for (at, (label, room)) in (row..).zip([("Tử số", 28.0), ("Mẫu số", 28.0), ("Tỷ lệ đạt", 42.0)])
        {
            text_cell(self.sheet, at, 0, label, &style.label)?;
            set_height(self.sheet, at, room)?;
        }
        for (n, (rate, column)) in rates.iter().zip(1u16..).enumerate() {
            let at = totals.target(n);
            let source = |c: ColNum| format!("'{NAME}'!{}", cell(totals.total, c));
            let shown = |n: Option<u64>| n.map(|n| n.to_string());
            let copy = |c: ColNum| format!("IF(ISNUMBER({0}),{0},\"{UNKNOWN}\")", source(c));
            if totals.rows.is_some() {
                formula(self.sheet, row, column, &copy(at.numerator), shown(rate.numerator), &style.big_count)?;
                formula(self.sheet, row + 1, column, &copy(at.denominator), shown(rate.denominator), &style.big_count)?;
            } else {
                text_cell(self.sheet, row, column, "", &style.big_count)?;
                text_cell(self.sheet, row + 1, column, "", &style.big_count)?;
            }
            let words = ratio(&cell(row, column), &cell(row + 1, column));
            let format = if rate.percent.is_some() { &style.big_rate } else { &style.big_words };
            formula(self.sheet, row + 2, column, &words, percent(rate), format)?;
        }
        self.row += 3;
        Ok(())
    }

    fn papers(&mut self, figures: &Figures<'_>) -> Written {
        let ward = figures.counted.ward();
        let areas = &figures.report.book.areas;
        let reported = |ledger: &Ledger| areas.iter().filter(|a| ledger.area(a.id).has_figures()).count();
        let mut have = format!("{} trong số {} địa bàn", reported(&figures.ledger), areas.len());
        let mut of_period = "";
        if figures.is_part() {
            have.push_str(&format!(" (lũy kế); trong kỳ {} địa bàn", reported(&figures.counted)));
            of_period = " trong kỳ";
        }
        let lines = [
            ("Địa bàn có số liệu", have),
            ("Phiếu đã nhận", format!("{} trong số {} phiếu dự kiến{of_period}", ward.returned, ward.expected)),
            ("Phiếu còn thiếu", format!("{} phiếu{of_period} đã đến hạn", missing(figures).len())),
        ];
        let style = self.style;
        for (label, text) in lines {
            text_cell(self.sheet, self.row, 0, label, &style.label)?;
            span(self.sheet, self.row, (1, self.last), &text, &style.value)?;
            set_height(self.sheet, self.row, 22.0)?;
            self.row += 1;
        }
        self.verification(figures)
    }

    fn verification(&mut self, figures: &Figures<'_>) -> Written {
        let style = self.style;
        let width = self.width * f64::from(self.last);
        for (label, text) in super::verification::lines(figures.report.verification.as_ref()) {
            text_cell(self.sheet, self.row, 0, label, &style.label)?;
            span(self.sheet, self.row, (1, self.last), &text, &style.value)?;
            set_height(self.sheet, self.row, (height(&text, width) + ROOM).max(22.0))?;
            self.row += 1;
        }
        self.gap(14.0)
    }

    fn warnings(&mut self, figures: &Figures<'_>) -> Written {
        const MOST: usize = 12;
        let warnings = warnings(figures);
        if warnings.is_empty() {
            return Ok(());
        }
        let style = self.style;
        self.across("Lưu ý khi đọc số liệu:", &style.plain_bold)?;
        for text in warnings.iter().take(MOST) {
            self.across(&format!("- {text}"), &style.plain)?;
        }
        if warnings.len() > MOST {
            self.across(&format!("- Và {} lưu ý khác.", warnings.len() - MOST), &style.plain)?;
        }
        self.gap(14.0)
    }

    /// Who made the table at the left, who signs at the right (NĐ 30 boxes 7a to 7c).
    fn signature(&mut self, figures: &Figures<'_>) -> Written {
        let report = figures.report;
        let style = self.style;
        text_cell(self.sheet, self.row, 0, "NGƯỜI LẬP BIỂU", &style.letterhead)?;
        for line in &report.campaign.signature_lines {
            span(self.sheet, self.row, (1, self.last), line, &style.letterhead)?;
            self.row += 1;
        }
        if report.campaign.signature_lines.is_empty() {
            self.row += 1;
        }
        self.gap(72.0)?;
        let name = report.signer.as_deref().unwrap_or_default();
        span(self.sheet, self.row, (1, self.last), name, &style.letterhead)?;
        self.row += 1;
        Ok(())
    }
}

/// Which areas the rate covers.
fn scope(figures: &Figures<'_>, target: &Target, rate: &Rate) -> String {
    let areas = &figures.report.book.areas;
    let with_base = areas.len() - rate.without_base.len();
    if rate.without_base.is_empty() {
        return format!("Cả {} địa bàn", areas.len());
    }
    let counted = target.denominator.is_counted();
    if with_base == 0 && counted {
        return format!("Chưa địa bàn nào trong {} địa bàn có mẫu số nên chưa có tỷ lệ", areas.len());
    }
    if with_base == 0 {
        return format!("Chưa địa bàn nào có số nền nên chưa có tỷ lệ; tử số tính trên {} địa bàn", areas.len());
    }
    let left_out: Vec<String> =
        areas.iter().filter(|a: &&Area| rate.without_base.contains(&a.id)).map(|a| a.name.clone()).collect();
    let known = if counted { "đã có mẫu số" } else { "có số nền" };
    format!("{with_base}/{} địa bàn {known}; chưa tính {}: {}", areas.len(), left_out.len(), named(&left_out))
}

/// What the numerator is made of.
fn way(figures: &Figures<'_>, target: &Target, rate: &Rate) -> String {
    if target.numerator == Numerator::Installed {
        if target.denominator == Denominator::PeopleMet {
            return "Số đã cài từ trước cộng số cài mới, chỉ trong số đã gặp".into();
        }
        if rate.among_met {
            return "Số đã cài từ trước cộng số cài mới sau ngày đó; địa bàn chưa có số đã cài từ trước chỉ đếm trong \
                    số đã gặp"
                .into();
        }
        return "Số đã cài từ trước cộng số cài mới sau ngày đó".into();
    }
    let since = if figures.is_part() { " từ đầu đợt" } else { "" };
    match figures.boxes.iter().find(|b| target.numerator.boxes().contains(&b.meaning)) {
        Some(column) => format!("Cộng ô {} của các phiếu đã nhận{since}", column.heading),
        None => "Phiếu không có ô đếm số này".into(),
    }
}
