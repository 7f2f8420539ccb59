//! Figures and causes as people read them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Report;
use super::cause::{BaseChange, BoxChange, Change, Place, SheetChange};
use super::difference::{Count, Figure, Reading, Span};
use crate::campaign::Target;
use crate::date::dmy;
use crate::form::{Form, Meaning};
use crate::ids::{AreaId, TargetId};
use crate::number::{grouped, percent, two_digits};
use crate::rates::Known;
use crate::tally::BoxNo;
use crate::text::capitalised;

/// Names of what two reports speak of; of what both know, the names of today.
#[derive(Debug, Clone)]
pub struct Words<'a> {
    areas: BTreeMap<AreaId, &'a str>,
    targets: BTreeMap<TargetId, &'a Target>,
    /// What a box counts, by the newest form that has it.
    boxes: BTreeMap<BoxNo, Meaning>,
}

impl<'a> Words<'a> {
    #[must_use]
    pub fn of(then: &'a Report, now: &'a Report) -> Self {
        let both = [then, now];
        let mut forms: Vec<&Form> = both.iter().flat_map(|r| &r.book.forms).collect();
        forms.sort_by_key(|f| f.version);
        let indicators = forms.into_iter().flat_map(|f| &f.indicators);
        Self {
            areas: both.iter().flat_map(|r| &r.book.areas).map(|a| (a.id, a.name.as_str())).collect(),
            targets: both.iter().flat_map(|r| &r.targets).map(|t| (t.id, t)).collect(),
            boxes: indicators.map(|i| (i.no.clone(), i.meaning)).collect(),
        }
    }

    fn area(&self, id: AreaId) -> &'a str {
        self.areas.get(&id).copied().unwrap_or("địa bàn không còn trong danh sách")
    }

    /// `Toàn đơn vị` or the area.
    #[must_use]
    pub fn scope(&self, figure: Figure) -> String {
        let (Figure::Rate { area, .. } | Figure::Total { area, .. }) = figure;
        area.map_or_else(|| "Toàn đơn vị".to_owned(), |id| self.area(id).to_owned())
    }

    /// `Cài mới trong buổi, trong kỳ`.
    #[must_use]
    pub fn figure(&self, figure: Figure) -> String {
        match figure {
            Figure::Rate { target, .. } => match self.targets.get(&target) {
                Some(target) => format!("Chỉ tiêu “{}”", target.name),
                None => "Chỉ tiêu".to_owned(),
            },
            Figure::Total { span, count, .. } => {
                let days = match span {
                    Span::ToDate => "lũy kế",
                    Span::Period => "trong kỳ",
                };
                format!("{}, {days}", capitalised(count.word()))
            }
        }
    }

    /// `1.234`, or `85/500 (17 %)`, `85 (chưa có số nền)`; unknown is a dash, an area the report did not have is said to be missing.
    #[must_use]
    pub fn reading(&self, reading: Reading) -> String {
        let number = |n: Option<u64>| n.map_or_else(|| "–".to_owned(), grouped);
        match reading {
            Reading::Absent => "không có trong báo cáo".to_owned(),
            Reading::Total(n) => number(n),
            Reading::Rate { numerator, denominator } => {
                #[expect(clippy::cast_precision_loss, reason = "people of a city fit an f64 exactly")]
                let rate = match (numerator, denominator) {
                    (Some(n), Some(d)) if d > 0 => format!(" ({})", percent(n as f64 * 100.0 / d as f64)),
                    _ => String::new(),
                };
                match denominator {
                    Some(_) => format!("{}/{}{rate}", number(numerator), number(denominator)),
                    None => format!("{} (chưa có số nền)", number(numerator)),
                }
            }
        }
    }

    /// What was changed: `Phiếu 482-1937 (Hà Trì 1, buổi 12/11/2024): ô 7 “cài mới trong buổi” 5 → 8`.
    #[must_use]
    pub fn change(&self, change: &Change) -> String {
        match change {
            Change::Sheet(sheet) => self.sheet(sheet),
            Change::Printed { area, on, sheets, .. } => {
                let (n, place) = (two_digits(sheets.len()), self.place_of(Some(*area), *on));
                format!("Thêm {n} phiếu đánh số sau khi phát hành, chưa nộp{place}")
            }
            Change::Visit { then, now, sheets } => {
                let evening = format!("Buổi {} của {}", dmy(then.on), self.area(then.area));
                let what = if then.is_on() && !now.is_on() {
                    "bị hủy".to_owned()
                } else if !then.is_on() && now.is_on() {
                    "được tổ chức lại".to_owned()
                } else if then.on != now.on {
                    format!("chuyển sang ngày {}", dmy(now.on))
                } else {
                    format!("chuyển sang {}", self.area(now.area))
                };
                format!("{evening} {what} ({} phiếu)", two_digits(sheets.len()))
            }
            Change::Moved { from, to, sheets } => format!(
                "{} phiếu của {} nay tính vào {} (tách, nhập địa bàn)",
                two_digits(sheets.len()),
                self.area(*from),
                self.area(*to)
            ),
            Change::Base(base) => self.base(base),
            Change::Target { id, then, now } => {
                let terms = |t: &Target| format!("{} trên {}", t.numerator.word(), t.denominator.word());
                let name = self.targets.get(id).map_or("", |t| t.name.as_str());
                match (then, now) {
                    (Some(then), Some(now)) => format!("Chỉ tiêu “{name}” tính khác: {} → {}", terms(then), terms(now)),
                    (None, _) => format!("Chỉ tiêu “{name}” được thêm sau khi phát hành"),
                    (_, None) => format!("Chỉ tiêu “{name}” đã bỏ"),
                }
            }
            Change::Area { then, now, .. } => match (then, now) {
                (Some(name), None) => format!("{name} không còn là một địa bàn riêng (tách, nhập hoặc đã bỏ)"),
                (_, Some(name)) => format!("{name} có trong danh sách địa bàn sau khi phát hành"),
                (None, None) => "Danh sách địa bàn".to_owned(),
            },
        }
    }

    fn sheet(&self, sheet: &SheetChange) -> String {
        let at = sheet.now.or(sheet.then);
        let place = at.map_or_else(String::new, |at| self.place_of(at.area, at.on));
        let mut what: Vec<String> = match (sheet.then, sheet.now) {
            (None, Some(now)) => vec![format!("có sau khi phát hành, {}", now.state.word())],
            (Some(_), None) => vec!["không còn".to_owned()],
            (Some(then), Some(now)) => self.moved(then, now),
            (None, None) => Vec::new(),
        };
        what.extend(sheet.boxes.iter().map(|b| self.box_change(b)));
        what.extend(sheet.superseded.map(|by_later| {
            if by_later {
                "đã có lần tự báo cáo mới hơn thay"
            } else {
                "không còn lần tự báo cáo nào mới hơn thay"
            }
            .into()
        }));
        format!("Phiếu {}{place}: {}", sheet.code, what.join("; "))
    }

    fn moved(&self, then: Place, now: Place) -> Vec<String> {
        let day = |on: Option<NaiveDate>| on.map_or_else(|| "chưa có ngày".to_owned(), dmy);
        let area = |id: Option<AreaId>| id.map_or("chưa có địa bàn", |id| self.area(id));
        let mut what = Vec::new();
        if then.area != now.area {
            what.push(format!("địa bàn {} → {}", area(then.area), area(now.area)));
        }
        if then.on != now.on {
            what.push(format!("ngày {} → {}", day(then.on), day(now.on)));
        }
        if then.called_off != now.called_off {
            what.push(if now.called_off { "buổi bị hủy" } else { "buổi được tổ chức lại" }.to_owned());
        }
        if then.state != now.state {
            what.push(format!("{} → {}", then.state.word(), now.state.word()));
        }
        what
    }

    fn box_change(&self, change: &BoxChange) -> String {
        let value = |n: Option<u32>| n.map_or_else(|| "để trống".to_owned(), |n| grouped(n.into()));
        let counts = self.boxes.get(&change.no).map_or_else(String::new, |m| format!(" “{}”", m.word()));
        format!("ô {}{counts} {} → {}", change.no, value(change.then), value(change.now))
    }

    fn place_of(&self, area: Option<AreaId>, on: Option<NaiveDate>) -> String {
        let parts: Vec<String> = area.map(|id| self.area(id).to_owned()).into_iter().chain(on.map(dmy)).collect();
        if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
    }

    fn base(&self, change: &BaseChange) -> String {
        let known = |k: Option<Known>| {
            k.map_or_else(|| "chưa có".to_owned(), |k| format!("{} ({})", grouped(k.value.into()), dmy(k.as_of)))
        };
        let (then, now) = (&change.then, &change.now);
        let figures = [
            ("số hộ", then.households, now.households),
            ("người từ 15 tuổi trở lên", then.people_15, now.people_15),
            ("người dùng điện thoại thông minh", then.smartphone_15, now.smartphone_15),
            ("đã cài từ trước", then.installed, now.installed),
        ];
        let differ: Vec<String> = figures
            .into_iter()
            .filter(|(_, then, now)| then != now)
            .map(|(what, then, now)| format!("{what} {} → {}", known(then), known(now)))
            .collect();
        format!("Số nền của {}: {}", self.area(change.area), differ.join("; "))
    }
}

impl Count {
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Box(meaning) => meaning.word(),
            Self::Expected => "phiếu phải nộp",
            Self::Returned => "phiếu đã nhận",
        }
    }
}
