//! Who may do what. The table is enforced in `office` for each command, never by hiding a button.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
        use Permission::{Anyone, Approve, Key, Print, Read, SetUp, Verify};
        match self {
            Self::Administrator => true,
            Self::Clerk => matches!(permission, Anyone | Read | Key | Verify | SetUp | Print),
            Self::Leadership => matches!(permission, Anyone | Read | Verify | Approve | Print),
            Self::Outreach => matches!(permission, Anyone | Read | Print),
        }
    }
}

/// What a command needs. Each command of the contract names exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// No one need be signed in: what the sign-in screen shows.
    Anyone,
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
}
