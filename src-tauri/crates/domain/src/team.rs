//! Support teams (tổ hỗ trợ) and the forces their members come from.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{ForceId, MemberId, PersonId, TeamId};

/// Where a force's people come from, and so who can be short of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ForceKind {
    /// The area's own head: tổ trưởng tổ dân phố, or for a block without one the head of its Tổ chuyển đổi số.
    Head,
    /// The area's own people: chi hội đoàn thể, người am hiểu CNTT, Tổ chuyển đổi số cộng đồng.
    Local,
    /// Sent each evening with a quota: đoàn viên, dân quân, cán bộ Văn hóa – Thông tin.
    Detailed,
    /// Works along without a quota and is not part of the team: Cảnh sát khu vực.
    Cooperating,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Force {
    pub id: ForceId,
    pub kind: ForceKind,
    /// `Đoàn viên thanh niên`.
    pub name: String,
    /// `Thành viên`, `Tổ trưởng Tổ hỗ trợ`; blank if the plan names none.
    pub role: Option<String>,
    /// People per evening.
    pub quota: Option<u32>,
    /// Who details them, in the plan's words; `{{người}}` stands for the person.
    pub detailing: Option<String>,
    pub detailed_by: Option<PersonId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Team {
    pub id: TeamId,
    pub number: u32,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Member {
    pub id: MemberId,
    pub force: ForceId,
    pub person: PersonId,
    /// Last day of a member who left.
    pub left_on: Option<NaiveDate>,
}

/// A person's details. They live outside the journal, which holds only the id and a salted digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    /// `Bí thư Đoàn thanh niên phường`.
    pub title: Option<String>,
    pub unit: Option<String>,
    pub phone: Option<String>,
}

impl Person {
    /// `đ/c Đào Thu Hằng - Công chức Văn phòng Thống kê`, as plans name responsible people.
    #[must_use]
    pub fn comrade(&self) -> String {
        match &self.title {
            Some(title) => format!("đ/c {} - {title}", self.name),
            None => format!("đ/c {}", self.name),
        }
    }
}

/// One line of the plan's "Thành phần Tổ hỗ trợ", without the mark that ends it.
#[must_use]
pub fn composition_line(force: &Force, detailed_by: Option<&Person>) -> String {
    let mut line = match force.quota {
        Some(n) => format!("{n:02} {}", force.name),
        None => force.name.clone(),
    };
    if let Some(role) = &force.role {
        line.push_str(" - ");
        line.push_str(role);
    }
    if let Some(words) = &force.detailing {
        let who = detailed_by.map_or_else(|| "đ/c ……………".to_owned(), Person::comrade);
        line.push_str(&format!(" ({})", words.replace("{{người}}", &who)));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composition_reads_like_the_plan() {
        let force = Force {
            id: ForceId(1),
            kind: ForceKind::Detailed,
            name: "Đoàn viên thanh niên".into(),
            role: Some("Thành viên".into()),
            quota: Some(5),
            detailing: Some("đề nghị {{người}} phân công".into()),
            detailed_by: Some(PersonId(1)),
        };
        let person = Person {
            id: PersonId(1),
            name: "Nguyễn Thị Yến".into(),
            title: Some("Bí thư Đoàn thanh niên phường".into()),
            unit: None,
            phone: None,
        };
        assert_eq!(
            composition_line(&force, Some(&person)),
            "05 Đoàn viên thanh niên - Thành viên (đề nghị đ/c Nguyễn Thị Yến - Bí thư Đoàn thanh niên phường phân công)"
        );
        assert!(composition_line(&force, None).contains("đ/c ……"), "an unknown person is left to write in");
    }
}
