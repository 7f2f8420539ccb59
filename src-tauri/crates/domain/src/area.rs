//! Residential areas (địa bàn) and their dated base figures.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{AreaId, BaseId, PersonId};
use crate::text::{capitalised, fold};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AreaKind {
    /// Tổ dân phố.
    ResidentialGroup,
    /// Thôn, in a commune.
    Village,
    /// Chung cư: has no tổ dân phố yet, so the head of its Tổ chuyển đổi số leads the team.
    ApartmentBlock,
    /// Khu nhà ở.
    HousingEstate,
}

impl AreaKind {
    pub const ALL: [Self; 4] = [Self::ResidentialGroup, Self::Village, Self::ApartmentBlock, Self::HousingEstate];

    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::ResidentialGroup => "tổ dân phố",
            Self::Village => "thôn",
            Self::ApartmentBlock => "chung cư",
            Self::HousingEstate => "khu nhà ở",
        }
    }

    /// Reads the word of a table, marks and case aside; `cụm chung cư`, `tdp` and the like included.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = fold(text);
        match text.as_str() {
            "tdp" | "to" => Some(Self::ResidentialGroup),
            _ if text.contains("chung cu") => Some(Self::ApartmentBlock),
            _ if text.contains("khu nha o") || text.contains("khu do thi") => Some(Self::HousingEstate),
            _ if text.contains("to dan pho") => Some(Self::ResidentialGroup),
            _ if text == "thon" || text.starts_with("thon ") => Some(Self::Village),
            _ => None,
        }
    }

    /// What a bare name says of its kind: "Chung cư Phú Thịnh" is a block, "Hà Trì 1" a tổ dân phố.
    #[must_use]
    pub fn guess(name: &str) -> Self {
        Self::parse(name).unwrap_or(Self::ResidentialGroup)
    }
}

/// A residential area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Area {
    pub id: AreaId,
    /// As the plan's schedule names it: `Hà Trì 1`, `Chung cư Phú Thịnh`.
    pub name: String,
    pub kind: AreaKind,
    /// A name shared by areas that lie together, for grouping.
    pub cluster: Option<String>,
    pub leader: Option<PersonId>,
    /// Last day for an area that is not visited and reports by itself; inside the ward's rates.
    pub self_report_due: Option<NaiveDate>,
    /// First day of an area that came within the campaign, by a split or a merge.
    pub began_on: Option<NaiveDate>,
    /// Last day of an area that is no more; it keeps its evenings, sheets and figures.
    pub ended_on: Option<NaiveDate>,
}

impl Area {
    #[must_use]
    pub fn is_living(&self) -> bool {
        self.ended_on.is_none()
    }

    /// Whether there was such an area on a day: before a split or merge made it, and after one ended it,
    /// there was not.
    #[must_use]
    pub fn is_there_on(&self, day: NaiveDate) -> bool {
        self.began_on.is_none_or(|began| began <= day) && self.ended_on.is_none_or(|ended| day <= ended)
    }

    /// The name with its kind before it, unless the name says it already: `Tổ dân phố Hà Trì 1`.
    #[must_use]
    pub fn label(&self) -> String {
        label(self.kind, &self.name)
    }
}

/// See [`Area::label`].
#[must_use]
pub fn label(kind: AreaKind, name: &str) -> String {
    if fold(name).contains(&fold(kind.word())) {
        name.to_owned()
    } else {
        format!("{} {name}", capitalised(kind.word()))
    }
}

/// What is known of an area at a date and from whom. Unknown is blank, never a guess.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BaseFigures {
    pub id: BaseId,
    pub area: AreaId,
    pub as_of: NaiveDate,
    pub source: String,
    pub households: Option<u32>,
    /// People aged 15 and over.
    pub people_15: Option<u32>,
    /// People aged 15 and over who use a smartphone.
    pub smartphone_15: Option<u32>,
    /// People who had installed the app on that date.
    pub installed: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kind_is_said_once() {
        assert_eq!(label(AreaKind::ResidentialGroup, "Hà Trì 1"), "Tổ dân phố Hà Trì 1");
        assert_eq!(label(AreaKind::ApartmentBlock, "Chung cư Phú Thịnh"), "Chung cư Phú Thịnh");
        assert_eq!(label(AreaKind::ApartmentBlock, "Cụm chung cư Hyundai Hillstate"), "Cụm chung cư Hyundai Hillstate");
    }

    #[test]
    fn kinds_are_recognised_in_tables_and_names() {
        assert_eq!(AreaKind::parse("Tổ dân phố"), Some(AreaKind::ResidentialGroup));
        assert_eq!(AreaKind::parse("CHUNG CƯ"), Some(AreaKind::ApartmentBlock));
        assert_eq!(AreaKind::parse("trường học"), None);
        assert_eq!(AreaKind::guess("Khu nhà ở Cảnh sát biển"), AreaKind::HousingEstate);
        assert_eq!(AreaKind::guess("1 Tô Hiệu"), AreaKind::ResidentialGroup);
    }
}
