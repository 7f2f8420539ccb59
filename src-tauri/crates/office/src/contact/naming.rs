//! Where a person stands in words: notes, reasons, texts of documents, papers that were issued. None of it goes when the
//! person's details are deleted, so the export tells it and the deletion says it first.

use domain::account::Permission;
use domain::date::dmy;
use domain::ids::PersonId;
use domain::team::Person;
use domain::text::fold;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::{Read, Result, View};

/// A place that names somebody in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NamedIn {
    /// `ghi chú của phiếu`, `Báo cáo số 12/BC-UBND ngày 10/11/2024`.
    pub place: String,
    /// What is written there, by its beginning; blank for a paper.
    pub text: String,
}

/// What stays when a person's details are deleted, looked at before that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Staying {
    /// Notes and texts of the file that name the person: they are to be corrected by hand, and the journal keeps what
    /// they said.
    pub texts: Vec<NamedIn>,
    /// Issued documents: kept by law.
    pub issued: Vec<NamedIn>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct LookAtDeletion {
    pub person: PersonId,
}

impl Read for LookAtDeletion {
    type Answer = Staying;
    const NAME: &'static str = "look_at_deletion";
    const NEEDS: Permission = Permission::SetUp;

    fn run(self, view: &View<'_>) -> Result<Staying> {
        let person = view.find_person(self.person)?.ok_or_else(|| Error::of(ErrorCode::Missing))?;
        Ok(Staying { texts: view.texts_naming(&person)?, issued: view.issued_naming(&person)? })
    }
}

/// Letters of a text that are shown.
const SHOWN: usize = 80;

impl View<'_> {
    /// Every text of the journalled tables that names the person or holds their number.
    pub(super) fn texts_naming(&self, person: &Person) -> Result<Vec<NamedIn>> {
        let wanted = Wanted::of(person);
        let mut table = "";
        let mut found = Vec::new();
        let dump = self.dump()?;
        for line in dump.lines() {
            let Ok(Value::Object(row)) = serde_json::from_str::<Value>(line) else {
                table = line;
                continue;
            };
            for (column, value) in &row {
                if let Some(text) = value.as_str().filter(|text| wanted.stands_in(text)) {
                    let text = text.chars().take(SHOWN).collect();
                    found.push(NamedIn { place: words_of(table, column), text });
                }
            }
        }
        Ok(found)
    }

    /// Issued documents whose words name the person.
    pub(super) fn issued_naming(&self, person: &Person) -> Result<Vec<NamedIn>> {
        let wanted = Wanted::of(person);
        let mut found = Vec::new();
        for document in self.list_issued_documents()? {
            let (Some(issued), Some(frozen)) = (&document.issued, self.find_frozen(document.id)?) else { continue };
            if wanted.stands_in(&frozen.description) {
                let place = format!("{} số {} ngày {}", document.kind.word(), issued.number, dmy(issued.dated));
                found.push(NamedIn { place, text: String::new() });
            }
        }
        Ok(found)
    }
}

/// Whom a text is searched for.
struct Wanted {
    name: String,
    phone: Option<String>,
    /// A name of one word is a common word too: it counts only as it is written.
    as_written: Option<String>,
}

impl Wanted {
    fn of(person: &Person) -> Self {
        let as_written = (!person.name.contains(' ')).then(|| person.name.clone());
        Self { name: fold(&person.name), phone: person.phone.clone(), as_written }
    }

    fn stands_in(&self, text: &str) -> bool {
        let named = match &self.as_written {
            Some(name) => has_word(text, name),
            None => has_word(&fold(text), &self.name),
        };
        named || self.phone.as_ref().is_some_and(|phone| digits(text).contains(phone))
    }
}

/// Whether `words` stand in `text`, not as part of a longer word.
fn has_word(text: &str, words: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(words)
        .any(|(at, found)| edge(text[..at].chars().next_back()) && edge(text[at + found.len()..].chars().next()))
}

/// Digits that belong together: what stands between groups of a number is left out.
fn digits(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).map(|c| if c.is_ascii_digit() { c } else { ' ' }).collect()
}

/// A column as a person calls it.
fn words_of(table: &str, column: &str) -> String {
    let words = match (table, column) {
        ("sheet", "note") => "ghi chú của phiếu",
        ("sheet", _) => "lý do ghi ở phiếu",
        ("accepted_flag", _) => "lý do chấp nhận số liệu",
        ("approval", _) => "ghi chú khi duyệt",
        ("query", _) => "thắc mắc số liệu hoặc trả lời",
        ("task" | "task_group", _) => "nhiệm vụ",
        ("task_record", _) => "việc đã làm của nhiệm vụ",
        ("plan_section", _) => "nội dung kế hoạch",
        ("document" | "document_section", _) => "dự thảo hoặc thể thức văn bản",
        ("template_section", _) => "mẫu văn bản của cơ quan",
        ("nominee", _) => "lý do đề nghị khen thưởng",
        ("posting" | "posting_place", _) => "niêm yết",
        ("force", _) => "lực lượng",
        ("team", _) => "tên tổ hỗ trợ",
        ("area" | "area_name", _) => "địa bàn",
        ("area_base", _) => "nguồn số liệu nền",
        ("attachment", _) => "tên tệp bản chụp",
        ("printing" | "printed", _) => "danh sách giấy tờ đã in",
        ("campaign" | "recipient", _) => "thông tin đợt",
        ("office" | "authority", _) => "thông tin cơ quan",
        ("visit" | "day_off", _) => "lịch",
        ("reporting_unit" | "unit_indicator", _) => "đơn vị báo cáo riêng",
        ("flyer", _) => "lời tờ rơi",
        _ => return format!("mục {table}"),
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_as_a_whole_marks_and_case_aside() {
        let person = |name: &str| Person {
            id: PersonId(1),
            name: name.into(),
            title: None,
            unit: None,
            phone: Some("0912345678".into()),
        };
        let mai = Wanted::of(&person("Lê Thị Mai"));
        for text in ["gặp bà LÊ THỊ MAI.", "le thi mai", "gọi 0912.345 678", "ĐT:0912345678,"] {
            assert!(mai.stands_in(text), "{text}");
        }
        for text in ["Lê Thị Maine", "Thị Mai", "0912345670", ""] {
            assert!(!mai.stands_in(text), "{text}");
        }
        assert!(Wanted::of(&person("Hoa")).stands_in("nhà bà Hoa"));
        assert!(!Wanted::of(&person("Hoa")).stands_in("hoa và cây cảnh"));
    }
}
