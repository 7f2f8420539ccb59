//! The differences as parts of a document, in the order a plan speaks of its matters.

use chrono::NaiveDate;

use super::change::{AreaChange, Changes, SectionChange, UnitChange};
use super::list::{Edit, Hunk};
use super::terms::{AreaTerms, EveningTerms, Hours, Item, Line, SectionTerms, Terms, UnitTerms};
use crate::date::{dmy, hm};
use crate::document::{Block, CellStand, Rich, TableColumn, TableRow};
use crate::number::roman;
use crate::template::SectionKind;
use crate::text::{capitalised, uncapitalised};

/// A document as it is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// `75/KH-UBND`.
    pub number: String,
    pub dated: NaiveDate,
    /// `UBND phường Hà Cầu`, as it was called on that day.
    pub office: String,
}

/// An amendment before it is a document.
#[derive(Debug, Clone)]
pub struct Amendment {
    /// The plan it amends.
    pub plan: Cited,
    /// What has amended the plan before, in order.
    pub amended: Vec<Cited>,
    pub was: Terms,
    pub now: Terms,
}

/// One matter that is put otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A sentence of its own.
    Alone(String),
    /// A matter with several sentences below it.
    Under { title: String, sentences: Vec<String> },
    /// Evenings moved: rows of area, time before, time now.
    Evenings { rows: Vec<[String; 3]> },
}

impl Cited {
    /// `Kế hoạch số 75/KH-UBND ngày 05/11/2024`.
    fn words(&self) -> String {
        format!("Kế hoạch số {} ngày {}", self.number, dmy(self.dated))
    }
}

impl Amendment {
    /// `Kế hoạch số 75/KH-UBND ngày 05/11/2024 của UBND phường Hà Cầu`, with what has amended it before.
    #[must_use]
    pub fn cites(&self) -> String {
        let plan = format!("{} của {}", self.plan.words(), self.plan.office);
        if self.amended.is_empty() {
            return plan;
        }
        let before: Vec<String> = self.amended.iter().map(Cited::words).collect();
        format!("{plan} (đã được điều chỉnh tại {})", before.join(", "))
    }

    #[must_use]
    pub fn changes(&self) -> Changes {
        Changes::between(&self.was, &self.now)
    }

    /// Everything that differs, in words.
    #[must_use]
    pub fn said(&self) -> Vec<Said> {
        let changes = self.changes();
        let mut said = once(&changes);
        let moved: Vec<[String; 3]> = changes.areas.iter().filter_map(evenings_row).collect();
        if !moved.is_empty() {
            said.push(Said::Evenings { rows: moved });
        }
        let mut under = |title: &str, sentences: Vec<String>| {
            if !sentences.is_empty() {
                said.push(Said::Under { title: title.to_owned(), sentences });
            }
        };
        under("Thời hạn tự báo cáo", changes.areas.iter().filter_map(report_sentence).collect());
        under("Mục tiêu", items(&changes.targets, "mục tiêu"));
        under("Thành phần Tổ hỗ trợ", items(&changes.forces, "thành phần"));
        under("Nhiệm vụ của các đơn vị", units(&changes));
        under("Nội dung khác của Kế hoạch", sections(&self.was, &self.now, &changes));
        under("Nơi nhận", changes.recipients.iter().flat_map(|hunk| replaced(hunk, Clone::clone)).collect());
        said
    }

    /// The same as parts of the document; numbers are given where they come to stand.
    #[must_use]
    pub fn blocks(&self) -> Vec<Block> {
        let title = |title: String| Block::Item { number: String::new(), title };
        let mut blocks = Vec::new();
        for said in self.said() {
            match said {
                Said::Alone(sentence) => {
                    let text = Rich::plain(format!("{sentence}."));
                    blocks.push(Block::NumberedText { number: String::new(), text });
                }
                Said::Under { title: matter, sentences } => {
                    blocks.push(title(format!("Điều chỉnh {}:", uncapitalised(&matter))));
                    let last = sentences.len().saturating_sub(1);
                    blocks.extend(sentences.into_iter().enumerate().map(|(i, sentence)| {
                        let mark = if i == last { "." } else { ";" };
                        Block::Dash(Rich::plain(format!("{}{mark}", capitalised(&sentence))))
                    }));
                }
                Said::Evenings { rows } => {
                    blocks.push(title("Điều chỉnh thời gian hỗ trợ tại các địa bàn:".to_owned()));
                    blocks.push(self.table(rows));
                    let rest = "Thời gian hỗ trợ tại các địa bàn khác không thay đổi.";
                    blocks.push(Block::Paragraph(Rich::plain(rest)));
                }
            }
        }
        blocks
    }

    fn table(&self, rows: Vec<[String; 3]>) -> Block {
        // What was amended before no longer stands in the plan as it was signed.
        let before = if self.amended.is_empty() {
            format!("Thời gian theo Kế hoạch số {}", self.plan.number)
        } else {
            "Thời gian trước khi điều chỉnh".to_owned()
        };
        let row = |(n, cells): (usize, [String; 3])| {
            TableRow::from(std::iter::once(n.to_string()).chain(cells).collect::<Vec<_>>())
        };
        Block::Table {
            columns: vec![
                TableColumn::new("STT", 13, CellStand::Centre),
                TableColumn::new("Địa bàn", 58, CellStand::Left),
                TableColumn::new(&before, 47, CellStand::Centre),
                TableColumn::new("Thời gian điều chỉnh", 47, CellStand::Centre),
            ],
            rows: (1..).zip(rows).map(row).collect(),
        }
    }
}

/// What there is one of.
fn once(changes: &Changes) -> Vec<Said> {
    let mut said = Vec::new();
    let mut say = |what: &str, change: Option<(String, String)>| {
        if let Some((was, now)) = change {
            said.push(Said::Alone(format!("{what} từ {was} thành {now}")));
        }
    };
    let quoted = |change: &Option<(String, String)>| change.as_ref().map(|(was, now)| (quote(was), quote(now)));
    let days = |change: &Option<(NaiveDate, NaiveDate)>| change.map(|(was, now)| (dmy(was), dmy(now)));
    let contact = |person: &Option<String>| person.clone().unwrap_or_else(|| "chưa nêu tên".to_owned());
    say("Điều chỉnh trích yếu của Kế hoạch", quoted(&changes.subject));
    say("Điều chỉnh tên ứng dụng", quoted(&changes.app));
    say("Điều chỉnh ngày bắt đầu thực hiện", days(&changes.starts_on));
    say("Điều chỉnh ngày kết thúc thực hiện", days(&changes.ends_on));
    let hours = changes.hours.map(|(was, now)| (span(was), span(now)));
    say("Điều chỉnh khung giờ hỗ trợ các buổi tối:", hours);
    let contacts = changes.contact.as_ref().map(|(was, now)| (contact(was), contact(now)));
    say("Điều chỉnh đầu mối nhận kết quả", contacts);
    said
}

/// `19h30 – 21h30`.
fn span(hours: Hours) -> String {
    format!("{} – {}", hm(hours.starts), hm(hours.ends))
}

/// None if only its report is due on another day.
fn evenings_row(change: &AreaChange) -> Option<[String; 3]> {
    let evenings = |side: &Option<AreaTerms>| side.as_ref().map(|a| a.evenings.clone()).unwrap_or_default();
    let (was, now) = (evenings(&change.was), evenings(&change.now));
    if was == now {
        return None;
    }
    let words = |list: &[EveningTerms], none: &str| {
        let said: Vec<String> = list.iter().map(evening).collect();
        if said.is_empty() { none.to_owned() } else { said.join(", ") }
    };
    Some([name(change), words(&was, "Chưa bố trí"), words(&now, "Không bố trí")])
}

fn evening(evening: &EveningTerms) -> String {
    match evening.hours {
        Some(hours) => format!("{} ({})", dmy(evening.on), span(hours)),
        None => dmy(evening.on),
    }
}

/// The area as it is called now; whoever holds the old paper finds it under its old name.
fn name(change: &AreaChange) -> String {
    match (&change.was, &change.now) {
        (Some(was), Some(now)) if was.label != now.label => format!("{} (tên cũ: {})", now.label, was.label),
        (_, Some(area)) | (Some(area), None) => area.label.clone(),
        (None, None) => String::new(),
    }
}

fn report_sentence(change: &AreaChange) -> Option<String> {
    let due = |side: &Option<AreaTerms>| side.as_ref().and_then(|a| a.reports_by);
    let name = name(change);
    match (due(&change.was), due(&change.now)) {
        (was, now) if was == now => None,
        (Some(was), Some(now)) => {
            Some(format!("{name}: gửi số liệu chậm nhất ngày {} thay cho ngày {}", dmy(now), dmy(was)))
        }
        (None, Some(now)) => Some(format!("{name}: tự tổng hợp số liệu, gửi chậm nhất ngày {}", dmy(now))),
        (Some(was), None) => Some(format!("{name}: bãi bỏ việc tự báo cáo trước ngày {}", dmy(was))),
        (None, None) => None,
    }
}

fn items(edits: &[Edit<Item>], what: &str) -> Vec<String> {
    let reads = |item: &Item| item.line.clone();
    edits.iter().map(|edit| sentence(edit, what, reads)).collect()
}

fn sentence<T>(edit: &Edit<T>, what: &str, reads: impl Fn(&T) -> Line) -> String {
    match edit {
        Edit::Remove(item) => format!("bãi bỏ {what} {}", quote(&reads(item).reads)),
        Edit::Put { was, now } => put(&reads(was), &reads(now), what),
        Edit::Add { item, .. } => format!("bổ sung {what} {}", quote(&reads(item).reads)),
        Edit::Order(order) => {
            let order: Vec<String> = order.iter().map(|item| quote(&reads(item).reads)).collect();
            format!("sắp xếp lại thứ tự {what}: {}", order.join(", "))
        }
    }
}

fn put(was: &Line, now: &Line, what: &str) -> String {
    let what = if what.is_empty() { String::new() } else { format!("{what} ") };
    if was.reads == now.reads {
        return format!("trình bày lại {what}{}", quote(&now.reads));
    }
    if quote(&was.reads) == quote(&now.reads) {
        return format!("sửa đổi {what}“{}” thành “{}”", was.reads, now.reads);
    }
    format!("sửa đổi {what}{} thành {}", quote(&was.reads), quote(&now.reads))
}

fn units(changes: &Changes) -> Vec<String> {
    let tasks = |unit: &UnitTerms| -> String {
        let tasks: Vec<String> = unit.tasks.iter().map(|t| quote(&t.line.reads)).collect();
        if tasks.is_empty() { String::new() } else { format!(" với nhiệm vụ: {}", tasks.join("; ")) }
    };
    let mut sentences = Vec::new();
    for edit in &changes.units {
        sentences.push(match edit {
            Edit::Remove(unit) => format!("bãi bỏ nhiệm vụ giao {}", title(&unit.name)),
            Edit::Add { item, .. } => format!("bổ sung đơn vị {}{}", title(&item.name), tasks(item)),
            Edit::Order(order) => {
                let order: Vec<&str> = order.iter().map(|unit| title(&unit.name)).collect();
                format!("sắp xếp lại thứ tự các đơn vị: {}", order.join("; "))
            }
            Edit::Put { now, .. } => title(&now.name).to_owned(),
        });
    }
    for UnitChange { was, now, tasks } in &changes.units_within {
        if was.name != now.name {
            sentences.push(format!("{}: đổi thành {}", title(&was.name), title(&now.name)));
        }
        for sentence in items(tasks, "nhiệm vụ") {
            sentences.push(format!("{}: {sentence}", title(&now.name)));
        }
    }
    sentences
}

/// A unit's name as a title has it, without the mark that ends it.
fn title(name: &str) -> &str {
    name.trim().trim_end_matches(':')
}

fn sections(was: &Terms, now: &Terms, changes: &Changes) -> Vec<String> {
    let all = |section: &SectionTerms| -> String {
        let lines: Vec<String> = section.lines.iter().map(|line| quote(&line.reads)).collect();
        lines.join("; ")
    };
    let mut sentences = Vec::new();
    for edit in &changes.sections {
        sentences.push(match edit {
            Edit::Remove(section) => format!("bãi bỏ {}", place(&was.sections, section)),
            Edit::Add { item, .. } => format!("bổ sung {}: {}", place(&now.sections, item), all(item)),
            Edit::Order(order) => {
                let order: Vec<String> = order.iter().map(|section| place(&now.sections, section)).collect();
                format!("sắp xếp lại thứ tự: {}", order.join("; "))
            }
            Edit::Put { now: section, .. } => place(&now.sections, section),
        });
    }
    for SectionChange { was: old, now: new, lines } in &changes.sections_within {
        let place = place(&was.sections, old);
        if old.kind != new.kind || old.heading != new.heading {
            let heading = new.heading.as_deref().unwrap_or("không tiêu đề");
            sentences.push(format!("{place}: đổi tiêu đề thành {}", quote(heading)));
        }
        for hunk in lines {
            let after = hunk.at.checked_sub(1).and_then(|i| old.lines.get(i)).filter(|_| hunk.was.is_empty());
            let after = after.map(|line| format!(" (sau {})", quote(&shortened(&line.reads)))).unwrap_or_default();
            let said = replaced_lines(hunk).into_iter();
            sentences.extend(said.map(|sentence| format!("{place}{after}: {sentence}")));
        }
    }
    sentences
}

/// Where a section stands: `phần II “TỔ CHỨC THỰC HIỆN”`.
fn place(sections: &[SectionTerms], section: &SectionTerms) -> String {
    let heading = section.heading.as_deref().map(|h| format!(" “{h}”")).unwrap_or_default();
    let before = sections.iter().take_while(|s| s.id != section.id);
    let parts = before.filter(|s| s.kind == SectionKind::Part).count();
    match section.kind {
        SectionKind::Bases => "căn cứ ban hành".to_owned(),
        SectionKind::Part => format!("phần {}{heading}", roman(parts + 1)),
        SectionKind::Text if parts == 0 => "phần mở đầu".to_owned(),
        SectionKind::Text => "phần kết thúc".to_owned(),
        SectionKind::Appendix => format!("phụ lục{heading}"),
    }
}

/// As many lines as before, each in the place of one: told one by one.
fn replaced_lines(hunk: &Hunk<Line>) -> Vec<String> {
    if hunk.was.len() == hunk.now.len() {
        return hunk.was.iter().zip(&hunk.now).map(|(was, now)| put(was, now, "")).collect();
    }
    replaced(hunk, |line| line.reads.clone())
}

fn replaced<T>(hunk: &Hunk<T>, reads: impl Fn(&T) -> String) -> Vec<String> {
    let all = |list: &[T]| list.iter().map(|item| quote(&reads(item))).collect::<Vec<_>>().join(", ");
    let sentence = match (hunk.was.is_empty(), hunk.now.is_empty()) {
        (false, false) => format!("thay {} bằng {}", all(&hunk.was), all(&hunk.now)),
        (false, true) => format!("bãi bỏ {}", all(&hunk.was)),
        (true, false) => format!("bổ sung {}", all(&hunk.now)),
        (true, true) => return Vec::new(),
    };
    vec![sentence]
}

/// In quotation marks, without the marks that end it.
fn quote(text: &str) -> String {
    let text = text.trim();
    let bare = text.trim_end_matches("./.").trim_end_matches([';', '.', ' ']);
    format!("“{}”", if bare.is_empty() { text } else { bare })
}

/// Enough of a line to find it by.
fn shortened(text: &str) -> String {
    const WORDS: usize = 8;
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= WORDS { text.trim().to_owned() } else { format!("{}…", words[..WORDS].join(" ")) }
}
