//! Chasing what is late (đôn đốc): what each unit, area and school still owes, as a text for Zalo and as an
//! official letter (công văn).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::campaign::{Campaign, Target};
use crate::date::dmy;
use crate::document::{Block, CellStand, Rich, TableColumn};
use crate::ids::{AreaId, TaskId, UnitId};
use crate::issuer::Issuer;
use crate::official::Ground;
use crate::task::Standing;
use crate::team::Person;
use crate::template::{DOTS, Field, Values};

/// What is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Debt {
    /// A task of part II of the plan.
    Task(TaskId),
    /// The one tally of an area that reports by itself.
    SelfReport(AreaId),
    /// A school's figures.
    UnitReport(UnitId),
}

/// One thing that is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChaseLine {
    pub debt: Debt,
    /// The unit, area or school.
    pub to: String,
    pub what: String,
    /// Of a duty with a rhythm.
    pub every_days: Option<u32>,
    pub standing: Standing,
}

impl ChaseLine {
    /// `30/11/2024`, or `03 ngày 01 lần`.
    #[must_use]
    pub fn due_words(&self) -> String {
        match (self.standing, self.every_days) {
            (Standing::Overdue { since, .. }, _) => dmy(since),
            (_, Some(every)) => format!("{every:02} ngày 01 lần"),
            (Standing::Due { on, .. }, None) => dmy(on),
            _ => String::new(),
        }
    }

    /// `Chậm 05 ngày`.
    #[must_use]
    pub fn late_words(&self) -> String {
        match self.standing {
            Standing::Overdue { days, .. } => format!("Chậm {days:02} ngày"),
            Standing::Silent { last: Some(last), days } => {
                format!("Đã {days:02} ngày chưa thực hiện (lần cuối {})", dmy(last))
            }
            Standing::Silent { last: None, .. } => "Chưa thực hiện lần nào".to_owned(),
            Standing::Due { days: 0, .. } => "Đến hạn hôm nay".to_owned(),
            Standing::Due { days, .. } => format!("Còn {days:02} ngày"),
            Standing::Done | Standing::Fine { .. } => String::new(),
        }
    }
}

/// Letters of a task's words that a letter of many tasks has room for.
const BRIEF: usize = 160;

/// The beginning of a text, cut between words.
#[must_use]
pub fn brief(text: &str) -> String {
    if text.chars().count() <= BRIEF {
        return text.to_owned();
    }
    let mut short = String::new();
    for word in text.split(' ') {
        if short.chars().count() + word.chars().count() >= BRIEF {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    format!("{}…", short.trim_end_matches([',', ';', ':', '.', '-', ' ']))
}

/// The plan heads a group "Đề nghị Ủy ban Mặt trận Tổ quốc …:"; a letter is addressed to whom it names.
#[must_use]
pub fn addressee(unit: &str) -> String {
    let unit = unit.trim_end_matches(':');
    unit.strip_prefix("Đề nghị ").unwrap_or(unit).to_owned()
}

/// Everything a chase is made from.
#[derive(Debug, Clone)]
pub struct Chase {
    pub issuer: Issuer,
    pub campaign: Campaign,
    /// In the order of the plan; lines to one recipient need not follow one another.
    pub lines: Vec<ChaseLine>,
    pub targets: Vec<Target>,
    pub contact: Option<Person>,
    pub today: NaiveDate,
}

impl Chase {
    /// Who owes anything, in order, each once.
    #[must_use]
    pub fn recipients(&self) -> Vec<&str> {
        let mut recipients: Vec<&str> = Vec::new();
        for line in &self.lines {
            if !recipients.contains(&line.to.as_str()) {
                recipients.push(&line.to);
            }
        }
        recipients
    }

    /// A text for one recipient, to be sent by Zalo.
    #[must_use]
    pub fn message(&self, to: &str) -> String {
        let mut text = format!(
            "Kính gửi {to}: {} đề nghị thực hiện và báo kết quả nội dung sau (tính đến {}):\n",
            self.issuer.short_name,
            dmy(self.today)
        );
        for (line, n) in self.lines.iter().filter(|l| l.to == to).zip(1..) {
            let due = line.due_words();
            let due = if due.is_empty() { due } else { format!(" Hạn: {due}.") };
            let what = line.what.trim_end_matches('.');
            let stop = if what.ends_with('…') { "" } else { "." };
            text.push_str(&format!("{n}. {what}{stop}{due} {}.\n", line.late_words()));
        }
        text.push_str(&format!("Kết quả gửi về {}. Trân trọng cảm ơn.", self.through()));
        text
    }

    /// `UBND phường Hà Cầu (qua đ/c …)`.
    fn through(&self) -> String {
        let contact = self.contact.as_ref().map_or_else(|| format!("đ/c {DOTS}"), Person::comrade);
        format!("{} (qua {contact})", self.issuer.short_name)
    }

    /// What the letter's fields stand for. The day the answer is asked for is left to be written.
    #[must_use]
    pub fn values(&self) -> Values {
        let ground = Ground {
            issuer: self.issuer.clone(),
            campaign: self.campaign.clone(),
            targets: self.targets.clone(),
            contact: self.contact.clone(),
            today: self.today,
            from: None,
            to: None,
        };
        let mut values = ground.values();
        let nothing = || Block::Paragraph(Rich::plain("Không có nội dung đến hạn hoặc chậm thực hiện."));
        values.set(Field::Due, vec![if self.lines.is_empty() { nothing() } else { self.table() }]);
        values
    }

    /// By name while they find room at the head of a letter.
    #[must_use]
    pub fn addressees(&self) -> Vec<String> {
        const ROOM: usize = 8;
        let recipients = self.recipients();
        if recipients.len() > ROOM {
            return vec!["Các đơn vị, địa bàn có tên trong bảng dưới đây".to_owned()];
        }
        recipients.into_iter().map(str::to_owned).collect()
    }

    fn table(&self) -> Block {
        let rows = self
            .lines
            .iter()
            .zip(1..)
            .map(|(line, n)| {
                vec![n.to_string(), line.to.clone(), line.what.clone(), line.due_words(), line.late_words()].into()
            })
            .collect();
        Block::Table {
            columns: vec![
                TableColumn::new("STT", 14, CellStand::Centre),
                TableColumn::new("Đơn vị, địa bàn", 39, CellStand::Left),
                TableColumn::new("Nội dung", 54, CellStand::Left),
                TableColumn::new("Hạn", 25, CellStand::Centre),
                TableColumn::new("Tình hình", 33, CellStand::Left),
            ],
            rows,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn november(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
    }

    fn line(to: &str, every_days: Option<u32>, standing: Standing) -> ChaseLine {
        ChaseLine { debt: Debt::Task(TaskId(1)), to: to.into(), what: "Đưa tin.".into(), every_days, standing }
    }

    #[test]
    fn each_line_says_when_and_how_late() {
        let words = |l: ChaseLine| (l.due_words(), l.late_words());
        let overdue = Standing::Overdue { since: november(29), days: 2 };
        assert_eq!(words(line("x", None, overdue)), ("29/11/2024".into(), "Chậm 02 ngày".into()));
        let silent = Standing::Silent { last: Some(november(13)), days: 4 };
        assert_eq!(
            words(line("x", Some(3), silent)),
            ("03 ngày 01 lần".into(), "Đã 04 ngày chưa thực hiện (lần cuối 13/11/2024)".into())
        );
        let today = Standing::Due { on: november(30), days: 0 };
        assert_eq!(words(line("x", None, today)), ("30/11/2024".into(), "Đến hạn hôm nay".into()));
    }

    #[test]
    fn a_long_task_is_cut_between_words() {
        let long = "tuyên truyền ".repeat(40);
        let short = brief(long.trim());
        assert!(short.ends_with("truyền…") && short.chars().count() <= BRIEF + 1, "{short}");
        assert_eq!(brief("Đưa tin."), "Đưa tin.");
    }

    #[test]
    fn a_request_is_addressed_to_whom_it_names() {
        assert_eq!(addressee("Đề nghị Ủy ban Mặt trận Tổ quốc:"), "Ủy ban Mặt trận Tổ quốc");
        assert_eq!(crate::text::uncapitalised("Tăng cường cài đặt"), "tăng cường cài đặt");
        assert_eq!(crate::text::uncapitalised("UBND"), "UBND");
    }
}
