//! Who may do what. The table is enforced in `office` for each command, never by hiding a button. And the
//! door to it: PINs, wrong ones, and the code that opens it when the PIN is forgotten.

pub mod pin;
pub mod throttle;
pub mod unlock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// After so many minutes without a key or a movement a screen is locked, unless the office says otherwise.
pub const IDLE_MINUTES: u32 = 10;
/// What an office may say.
pub const LONGEST_IDLE_MINUTES: u32 = 240;

/// What a person at the program may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Công chức Văn phòng – Thống kê: sets up, keys, prints.
    Clerk,
    /// Lãnh đạo UBND: reads everything, approves, prints reports.
    Leadership,
    /// Văn hóa – Thông tin: prints outreach material.
    Outreach,
    /// Keeps the accounts; may do everything.
    Administrator,
}

impl Role {
    pub const ALL: [Self; 4] = [Self::Clerk, Self::Leadership, Self::Outreach, Self::Administrator];

    /// The word on screen and paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Clerk => "Văn phòng",
            Self::Leadership => "Lãnh đạo",
            Self::Outreach => "Tuyên truyền",
            Self::Administrator => "Quản trị",
        }
    }

    #[must_use]
    pub fn may(self, permission: Permission) -> bool {
        use Permission::{Anyone, Approve, Key, Own, Print, Read, SetUp, Verify};
        match self {
            Self::Administrator => true,
            Self::Clerk => matches!(permission, Anyone | Own | Read | Key | Verify | SetUp | Print),
            Self::Leadership => matches!(permission, Anyone | Own | Read | Verify | Approve | Print),
            Self::Outreach => matches!(permission, Anyone | Own | Read | Print),
        }
    }
}

/// What a command needs. Each command of the contract names exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// No one need be signed in: what the sign-in screen shows.
    Anyone,
    /// What concerns whoever is signed in alone: the own PIN. All that is left while a lent PIN is not changed.
    Own,
    Read,
    /// Key returned sheets.
    Key,
    /// Key a sheet a second time, decide where two keyings disagree, ask and answer about it. Whose sheet
    /// it is decides besides: nobody verifies the own keying.
    Verify,
    /// Change the campaign, areas, schedule, teams, plan text.
    SetUp,
    /// Number and print sheets, flyers.
    Print,
    /// Issue, approve, lock, reopen.
    Approve,
    /// Accounts, PINs, the office's own data.
    Accounts,
}

impl Permission {
    pub const ALL: [Self; 9] = [
        Self::Anyone,
        Self::Own,
        Self::Read,
        Self::Key,
        Self::Verify,
        Self::SetUp,
        Self::Print,
        Self::Approve,
        Self::Accounts,
    ];

    /// What one may do with it, as people read it. [`Self::Anyone`] is no right of a person.
    #[must_use]
    pub fn words(self) -> Option<&'static str> {
        match self {
            Self::Anyone => None,
            Self::Own => Some("Đổi mã PIN của chính mình"),
            Self::Read => Some("Xem mọi màn hình, tiến độ, báo cáo; xem trước giấy tờ; sao lưu"),
            Self::Key => Some("Nhập phiếu trả về, ghi phiếu mất, đính kèm bản chụp, số tự báo cáo"),
            Self::Verify => Some("Nhập lại để đối soát phiếu của người khác, phân xử ô lệch, mở và trả lời câu hỏi"),
            Self::SetUp => Some("Lập và sửa kế hoạch, địa bàn, lịch, tổ, thành viên, mẫu phiếu, chỉ tiêu"),
            Self::Print => Some("Đánh số và phát phiếu, tờ rơi, nơi dán, chi phí, ghi việc đã làm"),
            Self::Approve => Some("Duyệt và khóa buổi, mở lại buổi, ban hành văn bản và báo cáo"),
            Self::Accounts => Some("Giữ tài khoản, mã PIN, phiếu mở khóa; khôi phục từ bản sao lưu"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_never_write_and_only_administrators_keep_accounts() {
        for role in [Role::Leadership, Role::Outreach] {
            assert!(!role.may(Permission::Key) && !role.may(Permission::SetUp));
        }
        for role in Role::ALL {
            assert!(role.may(Permission::Read) && role.may(Permission::Anyone));
            assert_eq!(role.may(Permission::Accounts), role == Role::Administrator);
        }
    }

    #[test]
    fn every_right_is_listed_once_and_has_words_of_its_own() {
        let words: std::collections::BTreeSet<_> = Permission::ALL.iter().filter_map(|p| p.words()).collect();
        assert_eq!(words.len(), Permission::ALL.len() - 1);
        let listed: std::collections::BTreeSet<_> = Permission::ALL.iter().map(|p| format!("{p:?}")).collect();
        assert_eq!(listed.len(), Permission::ALL.len());
    }
}
