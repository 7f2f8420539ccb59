//! The stages of people and the reasons for not installing: each its own counter, with its own words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::form::Meaning;

/// A stage people pass through: told, with a smartphone, installed, with an account, activated. All of them are counted
/// among the people met, by the boxes of the sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FunnelStage {
    Informed,
    Smartphone,
    Installed,
    Account,
    Activated,
}

impl FunnelStage {
    /// In their order.
    pub const ALL: [Self; 5] = [Self::Informed, Self::Smartphone, Self::Installed, Self::Account, Self::Activated];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Informed => "Biết",
            Self::Smartphone => "Có điện thoại thông minh",
            Self::Installed => "Cài đặt",
            Self::Account => "Tạo tài khoản",
            Self::Activated => "Kích hoạt",
        }
    }

    /// What exactly is counted.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Informed => "người từ 15 tuổi trở lên đã gặp, được tuyên truyền",
            Self::Smartphone => "người đã gặp có điện thoại thông minh",
            Self::Installed => "người đã gặp có ứng dụng: cài từ trước và cài mới trong buổi",
            Self::Account => "người đã gặp có tài khoản, cũ và mới",
            Self::Activated => "người đã gặp đã kích hoạt",
        }
    }

    /// Boxes it adds up.
    #[must_use]
    pub fn boxes(self) -> &'static [Meaning] {
        match self {
            Self::Informed => &[Meaning::PeopleMet],
            Self::Smartphone => &[Meaning::Smartphone],
            Self::Installed => &[Meaning::InstalledBefore, Meaning::InstalledTonight],
            Self::Account => &[Meaning::Account],
            Self::Activated => &[Meaning::Activated],
        }
    }

    #[must_use]
    pub fn previous(self) -> Option<Self> {
        let at = Self::ALL.iter().position(|stage| *stage == self)?;
        Self::ALL.get(at.checked_sub(1)?).copied()
    }
}

/// Why somebody met does not use the app, as the optional block of the form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    pub meaning: Meaning,
    pub words: &'static str,
    /// One of the reasons not to have installed; the other is of those who have.
    pub of_not_installed: bool,
}

impl Reason {
    /// In the form's order.
    pub const ALL: [Self; 5] = [
        Self::not_installed(Meaning::NoSmartphone, "không có điện thoại thông minh"),
        Self::not_installed(Meaning::OldPhone, "máy cũ"),
        Self::not_installed(Meaning::Unwilling, "không đồng ý"),
        Self::not_installed(Meaning::OtherReason, "lý do khác"),
        Self {
            meaning: Meaning::LacksIdentity,
            words: "đã cài nhưng thiếu VNeID hoặc căn cước công dân",
            of_not_installed: false,
        },
    ];

    const fn not_installed(meaning: Meaning, words: &'static str) -> Self {
        Self { meaning, words, of_not_installed: true }
    }
}
