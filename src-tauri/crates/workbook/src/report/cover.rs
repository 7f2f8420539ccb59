//! The cover: who reports to whom, for which days, and both targets side by side with what each counts
//! and of whom. Its figures point to the totals of the page of areas.

use chrono::Datelike;
use domain::area::Area;
use domain::campaign::Target;
use domain::date::{DocumentDate, dmy};
use domain::rates::Rate;
use domain::text::capitalised;
use rust_xlsxwriter::{ColNum, Format, RowNum, Workbook, Worksheet, XlsxError};

use super::by_area::{Layout, NAME, percent, ratio};
use super::figures::Figures;
use super::missing::missing;
use super::page::{UNKNOWN, Written, cell, formula, height, print_setup, span, text_cell};
use super::style::Style;
use super::warnings::{named, warnings};

const LABEL_WIDTH: f64 = 27.0;

pub(super) fn page(book: &mut Workbook, figures: &Figures<'_>, totals: &Layout, style: &Style) -> Written {
    let report = figures.report;
    let targets = ColNum::try_from(report.targets.len()).unwrap_or(1);
    let last = targets.max(2);
    let width = (62.0 / f64::from(last)).clamp(16.0, 31.0);
    let sheet = book.add_worksheet().set_name("Bìa")?;
    sheet.set_column_width(0, LABEL_WIDTH)?;
    sheet.set_column_range_width(1, last, width)?;
    print_setup(sheet, &format!("{} - {}", report.issuer.short_name, report.campaign.title))?;
    sheet.set_screen_gridlines(false);
    let mut cover = Cover { sheet, row: 0, last, width, style };
    cover.letterhead(figures)?;
    cover.about(figures)?;
    cover.targets(figures, totals)?;
    cover.papers(figures)?;
    cover.warnings(figures)?;
    cover.signature(figures)
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
        self.sheet.set_row_height(self.row, height(text, self.whole() * 0.9) + 3.0)?;
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
            ("Độc lập - Tự do - Hạnh phúc".to_owned(), &self.style.letterhead),
            (date, &self.style.plain_italic),
        ];
        for at in 0..left.len().max(right.len()) {
            if let Some((text, format)) = left.get(at) {
                text_cell(self.sheet, self.row, 0, text, format)?;
            }
            if let Some((text, format)) = right.get(at) {
                span(self.sheet, self.row, (1, self.last), text, format)?;
            }
            self.row += 1;
        }
        self.row += 1;
        Ok(())
    }

    fn about(&mut self, figures: &Figures<'_>) -> Written {
        let report = figures.report;
        let style = self.style;
        self.across("BẢNG TỔNG HỢP KẾT QUẢ", &style.title)?;
        self.across(&report.campaign.subject, &style.letterhead)?;
        let period = format!("{}; số liệu tính đến ngày {}", figures.period_words(), dmy(report.as_of));
        self.across(&period, &style.subtitle)?;
        if !report.authorities.is_empty() {
            let to: Vec<&str> = report.authorities.iter().map(|a| a.address.as_str()).collect();
            self.across(&format!("Kính gửi: {}", to.join("; ")), &style.subtitle)?;
        }
        if let Some(notice) = &report.campaign.illustration {
            self.across(notice, &style.notice)?;
        }
        self.row += 1;
        Ok(())
    }

    fn targets(&mut self, figures: &Figures<'_>, totals: &Layout) -> Written {
        let report = figures.report;
        if report.targets.is_empty() {
            return Ok(());
        }
        let style = self.style;
        let rates: Vec<Rate> = report.targets.iter().map(|t| figures.ledger.ward_rate(t)).collect();
        let both = || report.targets.iter().zip(&rates);
        let heads: Vec<String> = report.targets.iter().map(|t| format!("Chỉ tiêu {}: {}", t.clause, t.name)).collect();
        self.words("Nội dung", &heads, &style.head, &style.head)?;
        let goals = report.targets.iter().map(|t| format!("từ {} % trở lên, đến ngày {}", t.percent, dmy(t.by)));
        self.words("Mục tiêu", &goals.collect::<Vec<_>>(), &style.label, &style.value)?;
        let counted = report.targets.iter().map(|t| capitalised(t.numerator.word()));
        self.words("Tử số đếm", &counted.collect::<Vec<_>>(), &style.label, &style.value)?;
        let of = report.targets.iter().map(|t| capitalised(t.denominator.word()));
        self.words("Mẫu số là", &of.collect::<Vec<_>>(), &style.label, &style.value)?;
        self.figures(totals, &rates)?;
        self.words("Phạm vi", &both().map(|(_, r)| scope(figures, r)).collect::<Vec<_>>(), &style.label, &style.value)?;
        let notes: Vec<String> = both().map(|(t, r)| note(t, r)).collect();
        if notes.iter().any(|n| !n.is_empty()) {
            self.words("Cách đếm", &notes, &style.label, &style.value)?;
        }
        self.row += 1;
        Ok(())
    }

    /// A row of texts, one for each target.
    fn words(&mut self, label: &str, texts: &[String], label_format: &Format, format: &Format) -> Written {
        text_cell(self.sheet, self.row, 0, label, label_format)?;
        for (text, at) in texts.iter().zip(1u16..) {
            text_cell(self.sheet, self.row, at, text, format)?;
        }
        let tallest = texts.iter().map(|t| height(t, self.width * 0.95)).fold(height(label, LABEL_WIDTH), f64::max);
        self.sheet.set_row_height(self.row, tallest + 5.0)?;
        self.row += 1;
        Ok(())
    }

    /// Numerator, denominator, rate, and how many people are still needed.
    fn figures(&mut self, totals: &Layout, rates: &[Rate]) -> Result<(), XlsxError> {
        let (row, style) = (self.row, self.style);
        for (at, label) in (row..).zip(["Tử số", "Mẫu số", "Tỷ lệ đạt"]) {
            text_cell(self.sheet, at, 0, label, &style.label)?;
            self.sheet.set_row_height(at, 22)?;
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
            formula(self.sheet, row + 2, column, &words, percent(rate), &style.big_rate)?;
        }
        self.row += 3;
        Ok(())
    }

    fn papers(&mut self, figures: &Figures<'_>) -> Written {
        let ward = figures.ledger.ward();
        let areas = &figures.report.book.areas;
        let reported = areas.iter().filter(|a| figures.ledger.area(a.id).has_figures()).count();
        let lines = [
            ("Địa bàn đã có số liệu", format!("{reported}/{}", areas.len())),
            ("Phiếu đã nhận / dự kiến", format!("{}/{}", ward.returned, ward.expected)),
            ("Phiếu đến hạn còn thiếu", missing(figures).len().to_string()),
        ];
        let style = self.style;
        for (label, text) in lines {
            text_cell(self.sheet, self.row, 0, label, &style.label)?;
            text_cell(self.sheet, self.row, 1, &text, &style.value)?;
            self.row += 1;
        }
        self.row += 1;
        Ok(())
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
        self.row += 1;
        Ok(())
    }

    /// Who made the table at the left, who signs at the right (NĐ 30 boxes 7a to 7c).
    fn signature(&mut self, figures: &Figures<'_>) -> Written {
        const ROOM: RowNum = 4;
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
        let name = report.signer.as_deref().unwrap_or_default();
        span(self.sheet, self.row + ROOM, (1, self.last), name, &style.letterhead)?;
        self.row += ROOM + 1;
        Ok(())
    }
}

/// Which areas the rate covers.
fn scope(figures: &Figures<'_>, rate: &Rate) -> String {
    let areas = &figures.report.book.areas;
    let with_base = areas.len() - rate.without_base.len();
    if rate.without_base.is_empty() {
        return format!("cả {} địa bàn", areas.len());
    }
    if with_base == 0 {
        return format!("chưa địa bàn nào có số nền nên chưa có tỷ lệ; tử số tính trên {} địa bàn", areas.len());
    }
    let left_out: Vec<String> =
        areas.iter().filter(|a: &&Area| rate.without_base.contains(&a.id)).map(|a| a.name.clone()).collect();
    format!("{with_base}/{} địa bàn có số nền; chưa tính {}: {}", areas.len(), left_out.len(), named(&left_out))
}

/// What the numerator is made of, where that needs saying.
fn note(target: &Target, rate: &Rate) -> String {
    use domain::campaign::Numerator;
    match (target.numerator, rate.among_met) {
        (Numerator::Installed, true) => "có địa bàn chưa có số đã cài từ trước, ở đó chỉ đếm trong số đã gặp".into(),
        (Numerator::Installed, false) if rate.numerator.is_some() => {
            "số đã cài từ trước cộng số cài mới sau ngày đó".into()
        }
        _ => String::new(),
    }
}
