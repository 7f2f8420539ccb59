//! The kinds of official documents an office makes of a campaign.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::issuer::Issuer;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Kế hoạch.
    Plan,
    /// Kế hoạch điều chỉnh: what changed since the issued one.
    Amendment,
    /// Báo cáo kết quả, with its appendix.
    Report,
    /// Tờ trình khen thưởng.
    Commendation,
    /// Tờ trình kinh phí in ấn, with its estimate.
    PrintCost,
    /// Thông báo lịch.
    Notice,
    /// Giấy mời.
    Invitation,
    /// Công văn đôn đốc.
    Chase,
    /// Giấy giới thiệu of a team for an evening.
    Introduction,
}

impl DocumentKind {
    pub const ALL: [Self; 9] = [
        Self::Plan,
        Self::Amendment,
        Self::Report,
        Self::Commendation,
        Self::PrintCost,
        Self::Notice,
        Self::Invitation,
        Self::Chase,
        Self::Introduction,
    ];

    /// As the office file names its wording.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Amendment => "amendment",
            Self::Report => "report",
            Self::Commendation => "commendation",
            Self::PrintCost => "print_cost",
            Self::Notice => "notice",
            Self::Invitation => "invitation",
            Self::Chase => "chase",
            Self::Introduction => "introduction",
        }
    }

    /// As an office calls it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Plan => "kế hoạch",
            Self::Amendment => "kế hoạch điều chỉnh",
            Self::Report => "báo cáo",
            Self::Commendation => "tờ trình khen thưởng",
            Self::PrintCost => "tờ trình kinh phí in ấn",
            Self::Notice => "thông báo",
            Self::Invitation => "giấy mời",
            Self::Chase => "công văn",
            Self::Introduction => "giấy giới thiệu",
        }
    }

    /// The type above the subject (NĐ 30 box 5a); a công văn has none.
    #[must_use]
    pub fn heading(self) -> Option<&'static str> {
        match self {
            Self::Plan | Self::Amendment => Some("KẾ HOẠCH"),
            Self::Report => Some("BÁO CÁO"),
            Self::Commendation | Self::PrintCost => Some("TỜ TRÌNH"),
            Self::Notice => Some("THÔNG BÁO"),
            Self::Invitation => Some("GIẤY MỜI"),
            Self::Introduction => Some("GIẤY GIỚI THIỆU"),
            Self::Chase => None,
        }
    }

    /// After the number (box 3; the marks are those of Phụ lục III): `KH-UBND`, for a công văn `UBND-VP`.
    #[must_use]
    pub fn symbol(self, issuer: &Issuer) -> String {
        let mark = match self {
            Self::Plan | Self::Amendment => "KH",
            Self::Report => "BC",
            Self::Commendation | Self::PrintCost => "TTr",
            Self::Notice => "TB",
            Self::Invitation => "GM",
            Self::Introduction => "GGT",
            Self::Chase => return format!("{}-VP", issuer.symbol),
        };
        format!("{mark}-{}", issuer.symbol)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_has_neither_heading_nor_mark_and_all_others_both() {
        let issuer = Issuer {
            id: crate::ids::OfficeId(1),
            validity: crate::issuer::Validity::default(),
            superior_lines: vec![],
            name_lines: vec!["ỦY BAN NHÂN DÂN".into(), "XÃ A".into()],
            short_name: "UBND xã A".into(),
            place: "A".into(),
            symbol: "UBND".into(),
            contact_line: None,
        };
        for kind in DocumentKind::ALL {
            let symbol = kind.symbol(&issuer);
            assert_eq!(kind.heading().is_none(), symbol.starts_with("UBND-"), "{kind:?} {symbol}");
        }
        assert_eq!(DocumentKind::Commendation.symbol(&issuer), "TTr-UBND");
        assert_eq!(DocumentKind::Chase.symbol(&issuer), "UBND-VP");
    }
}
