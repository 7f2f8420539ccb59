//! Báo cáo: what was reached by the end of a period, with every figure's numerator, denominator and day.
//!
//! Every figure is cumulative, from the campaign's first day to [`Report::as_of`], as a rate is; what was done in
//! the period itself is said beside it.

use chrono::NaiveDate;

use super::Ground;
use super::by_area::{by_area, note_on_areas};
use super::ground::listed;
use super::rate::{self, ward_rates};
use crate::date::dmy;
use crate::document::{Block, Rich};
use crate::form::Meaning;
use crate::number::{grouped, two_digits};
use crate::rates::{Book, Ledger, Period, Reason};
use crate::schedule::Visit;
use crate::sheet::{Sheet, SheetKind};
use crate::template::{Field, Values};
use crate::text::{fold, uncapitalised};
use crate::unit::{UnitBook, latest, total};

/// What a report is made from.
#[derive(Debug, Clone)]
pub struct Report {
    pub ground: Ground,
    pub book: Book,
    pub visits: Vec<Visit>,
    pub period: Period,
    /// The day the figures stand for.
    pub as_of: NaiveDate,
    /// Outside every rate.
    pub schools: UnitBook,
    /// What second keying says of the figures: label and words.
    pub verification: Vec<(String, String)>,
}

impl Report {
    #[must_use]
    pub fn values(&self) -> Values {
        let mut values = self.ground.values();
        let ledger = Ledger::of(&self.book, Period::until(self.period.to));
        values.say(Field::AsOf, dmy(self.as_of));
        values.say(Field::Evenings, self.evenings());
        values.say(Field::AreasReported, self.areas_reported(&ledger));
        values.say(Field::Sheets, self.sheets());
        for (field, words) in ward_rates(&ledger, &self.ground.targets) {
            values.say(field, words);
        }
        let targets = self.ground.targets.iter();
        values.set(Field::Results, listed(targets.map(|t| rate::sentence(t, &ledger.ward_rate(t))).collect()));
        values.set(Field::Scope, self.scope(&ledger));
        values.set(Field::Stages, self.stages(&ledger));
        values.set(Field::Missing, self.missing_lines());
        values.set(Field::Reasons, reasons(&ledger));
        values.set(Field::Schools, self.schools());
        let verification = self.verification.iter().map(|(label, text)| statement(label, text));
        values.set(Field::Verification, listed(verification.collect()));
        let mut table = vec![Block::Paragraph(Rich::plain(self.cumulative()))];
        table.push(by_area(&self.book.areas, &ledger, &self.ground.targets));
        table.extend(note_on_areas(&self.book.areas, &ledger, &self.ground.targets));
        values.set(Field::ByArea, table);
        values
    }

    /// `18 buổi` of those the schedule has by then; an evening of the day itself is still to come.
    fn evenings(&self) -> String {
        let within = |v: &&Visit| v.is_on() && self.period.covers(v.on);
        let planned = self.visits.iter().filter(within).count();
        let done = self.visits.iter().filter(within).filter(|v| v.on <= self.as_of && v.on < self.ground.today).count();
        if done == planned {
            format!("{} buổi", two_digits(done))
        } else {
            format!("{} trong số {} buổi", two_digits(done), two_digits(planned))
        }
    }

    fn areas_reported(&self, ledger: &Ledger) -> String {
        let areas = &self.book.areas;
        let reported = areas.iter().filter(|a| ledger.area(a.id).has_figures()).count();
        format!("{}/{} địa bàn", two_digits(reported), two_digits(areas.len()))
    }

    fn sheets(&self) -> String {
        let ward = Ledger::of(&self.book, self.period).ward();
        format!("{}/{} phiếu", two_digits(ward.returned), two_digits(ward.expected))
    }

    fn cumulative(&self) -> String {
        format!("Số liệu lũy kế từ đầu đợt đến hết ngày {}.", dmy(self.as_of))
    }

    /// What the rates leave out, and how the ward's own is made.
    fn scope(&self, ledger: &Ledger) -> Vec<Block> {
        let mut lines: Vec<String> = self
            .ground
            .targets
            .iter()
            .filter_map(|t| rate::left_out(t, &ledger.ward_rate(t), &self.book.areas))
            .collect();
        let silent: Vec<&str> =
            self.book.areas.iter().filter(|a| !ledger.area(a.id).has_figures()).map(|a| a.name.as_str()).collect();
        if !silent.is_empty() {
            lines.push(format!("{} địa bàn chưa báo cáo: {}", two_digits(silent.len()), named(&silent)));
        }
        let own: Vec<String> = self
            .book
            .areas
            .iter()
            .filter_map(|a| Some(format!("{} (hạn {})", a.name, dmy(a.self_report_due?))))
            .collect();
        if !own.is_empty() {
            lines.push(format!("địa bàn tự báo cáo, đã tính trong các số trên: {}", own.join(", ")));
        }
        if !self.ground.targets.is_empty() {
            lines.push(
                "tỷ lệ chung là tổng tử số chia cho tổng mẫu số của các địa bàn có số nền, không phải trung bình các tỷ lệ"
                    .into(),
            );
        }
        listed(lines)
    }

    /// The four stages of people, each its own counter; a box that no form has is not spoken of.
    fn stages(&self, ledger: &Ledger) -> Vec<Block> {
        const STAGES: [(Meaning, &str, &str); 6] = [
            (Meaning::HouseholdsMet, "số hộ đã gặp", "hộ"),
            (Meaning::PeopleMet, "biết: số người từ 15 tuổi trở lên đã gặp, tuyên truyền", "người"),
            (Meaning::InstalledBefore, "cài đặt: số người đã gặp có ứng dụng từ trước", "người"),
            (Meaning::InstalledTonight, "cài đặt: số người cài mới tại nhà", "người"),
            (Meaning::Account, "tạo tài khoản: số người có tài khoản (cũ và mới)", "người"),
            (Meaning::Activated, "kích hoạt: số người đã kích hoạt", "người"),
        ];
        let (ward, counted) = (ledger.ward(), Ledger::of(&self.book, self.period).ward());
        let line = |(meaning, words, of): &(Meaning, &str, &str)| {
            let all = ward.get(*meaning)?;
            let within = counted.get(*meaning).filter(|_| self.is_part());
            let within = within.map_or_else(String::new, |n| format!(" (trong kỳ: {} {of})", grouped(n)));
            Some(format!("{words}: {} {of}{within}", grouped(all)))
        };
        let lines: Vec<String> = STAGES.iter().filter_map(line).collect();
        if lines.is_empty() { vec![Block::Paragraph(Rich::plain("Chưa có số liệu."))] } else { listed(lines) }
    }

    /// Whether the period leaves out the campaign's beginning.
    fn is_part(&self) -> bool {
        self.period.from.is_some_and(|from| from > self.ground.campaign.starts_on)
    }

    /// Sheets that are due and not back, by area.
    fn missing_lines(&self) -> Vec<Block> {
        let due = |sheet: &Sheet| match sheet.kind {
            SheetKind::SelfReport => {
                self.book.areas.iter().find(|a| Some(a.id) == sheet.area).and_then(|a| a.self_report_due)
            }
            _ => sheet.on,
        };
        let missing = |s: &&Sheet| s.is_expected() && !s.state.is_back() && due(s).is_some_and(|on| on <= self.as_of);
        let sheets: Vec<&Sheet> = self.book.sheets.iter().map(|k| &k.sheet).filter(missing).collect();
        let of_area = |id| sheets.iter().filter(|s| s.area == Some(id)).count();
        let lines: Vec<String> = self
            .book
            .areas
            .iter()
            .map(|a| (a, of_area(a.id)))
            .filter(|(_, n)| *n > 0)
            .map(|(area, n)| format!("{} ({} phiếu)", area.name, two_digits(n)))
            .collect();
        let words = if lines.is_empty() {
            format!("Đến ngày {} không có phiếu nào quá hạn chưa nộp.", dmy(self.as_of))
        } else {
            format!("Còn {} phiếu đến hạn chưa nộp: {}.", two_digits(sheets.len()), lines.join(", "))
        };
        vec![Block::Paragraph(Rich::plain(words))]
    }

    /// Schools report for themselves: their people are counted at home already.
    fn schools(&self) -> Vec<Block> {
        if self.schools.units.is_empty() {
            return Vec::new();
        }
        let figures = latest(&self.schools.figures);
        let words = |indicator: &crate::unit::UnitIndicator| {
            let sum = total(figures.values().filter(|f| f.indicator == indicator.id && f.as_of <= self.as_of));
            let label = indicator.label.to_lowercase();
            match (sum.done, sum.people) {
                (Some(done), Some(people)) => {
                    format!("{label}: {} trên {} người đã cài đặt", grouped(done), grouped(people))
                }
                (Some(done), None) => format!("{label}: {} người đã cài đặt, chưa có tổng số", grouped(done)),
                _ => format!("{label}: chưa có số liệu"),
            }
        };
        let mut blocks = vec![Block::Paragraph(Rich::plain(format!(
            "{} trường học báo cáo riêng, không tính vào các tỷ lệ trên:",
            two_digits(self.schools.units.len())
        )))];
        blocks.extend(listed(self.schools.indicators.iter().map(words).collect()));
        blocks
    }
}

/// Why people have not installed, where the form asks.
fn reasons(ledger: &Ledger) -> Vec<Block> {
    let ward = ledger.ward();
    let line = |reason: &Reason| Some(format!("{}: {} người", reason.words, grouped(ward.get(reason.meaning)?)));
    let lines: Vec<String> = Reason::ALL.iter().filter_map(line).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let head = match ward.get(Meaning::NotInstalled) {
        Some(all) => {
            format!("Trong số người đã gặp còn {} người chưa cài được, theo lý do ghi trên phiếu:", grouped(all))
        }
        None => "Lý do chưa cài được, theo phiếu:".to_owned(),
    };
    let mut blocks = vec![Block::Paragraph(Rich::plain(head))];
    blocks.extend(listed(lines));
    blocks
}

/// `Đối soát: người thứ hai …`; a text that says its label itself does without.
fn statement(label: &str, text: &str) -> String {
    if fold(text).contains(&fold(label)) { text.to_owned() } else { format!("{label}: {}", uncapitalised(text)) }
}

/// Names, or the first of them and how many more: the appendix has all.
fn named(names: &[&str]) -> String {
    const MOST: usize = 12;
    match names.len() {
        n if n > MOST => format!("{} và {} địa bàn khác", names[..MOST].join(", "), two_digits(n - MOST)),
        _ => names.join(", "),
    }
}
