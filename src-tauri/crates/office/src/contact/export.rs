use chrono::{DateTime, TimeDelta};
use domain::account::Permission;
use domain::date::dmy;
use domain::ids::PersonId;
use domain::number::grouped;
use domain::privacy::{ContactDeed, PersonUse};
use serde::Deserialize;
use store::journal::{JournalFilter, Stored, Who};
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::verb::{Made, Make, Progress};
use crate::{Act, Result, View, Write};

/// How long after the note the file may be made.
const MINUTES: i64 = 10;

/// Notes that one's contact is taken out; [`PersonTxt`] makes no file without it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ExportPerson {
    pub person: PersonId,
}

impl Write for ExportPerson {
    type Answer = ();
    const NAME: &'static str = "export_person";
    const NEEDS: Permission = Permission::SetUp;

    fn run(self, act: &Act<'_>) -> Result<()> {
        act.find_person(self.person)?.ok_or_else(|| Error::of(ErrorCode::Missing))?;
        Ok(act.note_access(ContactDeed::Exported, Some(self.person), 1)?)
    }
}

/// Everything the office keeps about one person, where it is used and who looked: what the law lets a person
/// ask for, as a text anybody can open.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PersonTxt {
    pub person: PersonId,
}

impl Make for PersonTxt {
    const NAME: &'static str = "person_txt";
    const NEEDS: Permission = Permission::SetUp;

    fn run(self, view: &View<'_>, _: Progress<'_>) -> Result<Made> {
        let person = view.find_person(self.person)?.ok_or_else(|| Error::of(ErrorCode::Missing))?;
        self.check_noted(view)?;
        let campaign = view.get_campaign()?;
        let mut lines = vec![
            "THÔNG TIN ĐANG LƯU VỀ MỘT NGƯỜI".to_owned(),
            String::new(),
            format!("Cơ quan: {}", view.issuer_during(&campaign)?.short_name),
            format!("Ngày trích xuất: {}", dmy(view.today())),
            format!("Mục đích lưu: {}", campaign.data_purpose.as_deref().unwrap_or("chưa ghi")),
            format!("Lưu đến hết ngày: {}", campaign.retain_until.map_or_else(|| "chưa ghi".to_owned(), dmy)),
            String::new(),
            "1. Thông tin".to_owned(),
            format!("   Họ tên: {}", person.name),
        ];
        for (label, value) in [("Chức vụ", &person.title), ("Đơn vị", &person.unit), ("Điện thoại", &person.phone)]
        {
            lines.push(format!("   {label}: {}", value.as_deref().unwrap_or("không lưu")));
        }
        lines.extend([String::new(), "2. Dùng ở".to_owned()]);
        let uses = view.list_person_uses()?;
        lines.extend(
            uses.iter().filter(|u| u.person == self.person).map(|u| format!("   - {}: {}", word(u.what), u.name)),
        );
        lines.extend(self.evenings(view)?);
        lines.extend([String::new(), "3. Tài khoản và việc đã làm trong chương trình".to_owned()]);
        lines.extend(or_none(self.accounts(view)?, "không có tài khoản"));
        lines.extend([String::new(), "4. Nhắc tên trong ghi chú và dự thảo".to_owned()]);
        let texts = view.texts_naming(&person)?;
        let texts = texts.iter().map(|n| format!("   - {}: “{}”", n.place, n.text.replace('\n', " ")));
        lines.extend(or_none(texts.collect(), "không thấy"));
        lines.extend([String::new(), "5. Nhắc tên trong văn bản đã ban hành (lưu theo pháp luật)".to_owned()]);
        let issued = view.issued_naming(&person)?;
        lines.extend(or_none(issued.iter().map(|n| format!("   - {}", n.place)).collect(), "không thấy"));
        lines.extend([String::new(), "6. Ai đã xem hoặc lấy thông tin".to_owned()]);
        lines.extend(or_none(self.accesses(view)?, "chưa có ai"));
        let text = lines.join("\r\n") + "\r\n";
        Ok(Made {
            // The name itself stays out of folders.
            file_name: format!("thong-tin-nguoi-{}.txt", self.person),
            mime: "text/plain; charset=utf-8",
            // The mark by which Notepad of an old Windows reads Vietnamese.
            bytes: [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        })
    }
}

impl PersonTxt {
    fn check_noted(&self, view: &View<'_>) -> Result<()> {
        let account = view.who.as_ref().map(|a| a.id);
        let is_noted = view.list_contact_accesses(100)?.iter().any(|a| {
            a.what == ContactDeed::Exported
                && a.person == Some(self.person)
                && a.account == account
                && DateTime::parse_from_rfc3339(&a.at).is_ok_and(|at| view.now - at < TimeDelta::minutes(MINUTES))
        });
        if is_noted { Ok(()) } else { Err(Error::of(ErrorCode::ExportNotNoted)) }
    }

    fn evenings(&self, view: &View<'_>) -> Result<Vec<String>> {
        let all = view.rosters()?;
        let own: Vec<_> = all.members.iter().filter(|m| m.person == self.person).map(|m| m.id).collect();
        let out = all
            .visits
            .iter()
            .filter(|v| v.is_on())
            .filter(|v| all.lines.iter().any(|l| l.visit == v.id && own.contains(&l.member)));
        Ok(out.map(|v| format!("   - Buổi {}: {}", dmy(v.on), all.area_name(v.id))).collect())
    }

    /// Accounts the person had, and what was done under them: that is known about somebody too.
    fn accounts(&self, view: &View<'_>) -> Result<Vec<String>> {
        let mut lines = Vec::new();
        for account in view.list_accounts()?.iter().filter(|a| a.person == self.person) {
            let state = if account.active { "đang dùng" } else { "đã ngừng" };
            let pin = if account.has_pin { "có mã PIN" } else { "không có mã PIN" };
            lines.push(format!("   - Tài khoản {}: {state}, {pin}", account.role.word()));
            let who = Some(Who::Account(account.id));
            let deeds = view.list_journal(&JournalFilter { who, ..JournalFilter::default() }, None, u32::MAX)?;
            let day = |entry: Option<&Stored>| entry.map(|e| at_words(&e.at)).unwrap_or_default();
            if !deeds.is_empty() {
                let (first, last) = (day(deeds.last()), day(deeds.first()));
                lines.push(format!("     {} lần ghi, từ {first} đến {last}", grouped(deeds.len() as u64)));
            }
            let seen = view.list_contact_accesses(u32::MAX)?;
            let seen = seen.iter().filter(|a| a.account == Some(account.id)).count();
            if seen > 0 {
                lines.push(format!(
                    "     {} lần xem, in, lấy ra hoặc xóa thông tin liên hệ của người khác",
                    grouped(seen as u64)
                ));
            }
        }
        Ok(lines)
    }

    fn accesses(&self, view: &View<'_>) -> Result<Vec<String>> {
        let people = view.people()?;
        let accounts = view.list_accounts()?;
        let who = |id| accounts.iter().find(|a| Some(a.id) == id).map(|a| people.name(a.person)).unwrap_or_default();
        let accesses = view.list_contact_accesses(u32::MAX)?;
        let own = accesses.iter().filter(|a| a.person == Some(self.person));
        Ok(own
            .map(|a| {
                let deed = match a.what {
                    ContactDeed::Viewed => "xem",
                    ContactDeed::Printed => "in",
                    ContactDeed::Exported => "lấy ra tệp",
                    ContactDeed::Deleted => "xóa",
                };
                format!("   - {}: {} {deed}", at_words(&a.at), who(a.account))
            })
            .collect())
    }
}

/// `09/11/2024 08:00`; as it stands if it is no time.
fn at_words(at: &str) -> String {
    DateTime::parse_from_rfc3339(at).map_or_else(|_| at.to_owned(), |at| at.format("%d/%m/%Y %H:%M").to_string())
}

fn or_none(lines: Vec<String>, none: &str) -> Vec<String> {
    if lines.is_empty() { vec![format!("   ({none})")] } else { lines }
}

fn word(what: PersonUse) -> &'static str {
    match what {
        PersonUse::Leader => "Đứng đầu địa bàn",
        PersonUse::Member => "Thành viên lực lượng",
        PersonUse::Details => "Phân công lực lượng",
        PersonUse::Responsible => "Phụ trách nhiệm vụ của",
        PersonUse::UnitContact => "Đầu mối đơn vị",
        PersonUse::Contact => "Đầu mối nhận kết quả đợt",
        PersonUse::Signer => "Người ký đợt",
        PersonUse::HoldsSheets => "Giữ phiếu của đợt",
        PersonUse::BroughtSheets => "Đã nộp phiếu cho đợt",
        PersonUse::AnswersQueries => "Trả lời thắc mắc số liệu của đợt",
        PersonUse::SignsDocument => "Ký văn bản",
        PersonUse::Nominee => "Được đề nghị khen thưởng trong",
        PersonUse::Posts => "Phụ trách niêm yết tại",
    }
}
