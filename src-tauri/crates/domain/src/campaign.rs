//! The campaign (đợt) and its targets.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{CampaignId, PersonId, TargetId};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Campaign {
    pub id: CampaignId,
    /// Short name on screen: `Cài đặt iHanoi`.
    pub title: String,
    /// The app residents install, as its box labels and flyers name it.
    pub app_name: String,
    /// The plan's trích yếu (NĐ 30 box 5a).
    pub subject: String,
    pub starts_on: NaiveDate,
    /// May be extended: the city moved its own end by a month.
    pub ends_on: NaiveDate,
    pub evening_starts: NaiveTime,
    pub evening_ends: NaiveTime,
    /// Where teams send their results; a person's name stays out of the journal.
    pub contact: Option<PersonId>,
    /// Lines above the signature (box 7a): `KT. CHỦ TỊCH` / `PHÓ CHỦ TỊCH`.
    pub signature_lines: Vec<String>,
    pub signer: Option<PersonId>,
    /// Nơi nhận (box 9b), without dashes and marks.
    pub recipients: Vec<String>,
    /// Document number and day, blank until the plan is issued.
    pub plan_number: Option<u32>,
    pub plan_date: Option<NaiveDate>,
    /// Month the draft is dated in, so that the paper leaves only the day blank.
    pub plan_month: Option<NaiveDate>,
    /// Said on every paper when the figures are invented.
    pub illustration: Option<String>,
    /// The link the office confirmed for flyers; none is ever assumed.
    pub link: Option<ConfirmedLink>,
    /// Why contacts of people are kept, and the last day they are (Luật 91/2025/QH15); blank until the
    /// office says so.
    pub data_purpose: Option<String>,
    pub retain_until: Option<NaiveDate>,
}

/// A QR target that a person of the office has opened and confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConfirmedLink {
    pub url: String,
    pub confirmed_on: NaiveDate,
}

/// What a target counts. The plan names four stages, each its own counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Numerator {
    /// Biết: Σ box 4.
    Informed,
    /// Cài đặt: dated base + Σ box 7 after it; without a base Σ (6 + 7) among those met.
    Installed,
    /// Biết, cài đặt, tạo tài khoản: Σ box 8 (told and installed are implied).
    Account,
    /// Kích hoạt: Σ box 9.
    Activated,
}

impl Numerator {
    pub const ALL: [Self; 4] = [Self::Informed, Self::Installed, Self::Account, Self::Activated];

    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Informed => "số người đã biết",
            Self::Installed => "số người đã cài đặt",
            Self::Account => "số người đã có tài khoản",
            Self::Activated => "số người đã kích hoạt",
        }
    }
}

/// Of whom a target is a share. The plan uses two; a rate always names its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Denominator {
    Smartphone15,
    People15,
}

impl Denominator {
    pub const ALL: [Self; 2] = [Self::Smartphone15, Self::People15];

    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Smartphone15 => "người từ 15 tuổi trở lên dùng điện thoại thông minh",
            Self::People15 => "người từ 15 tuổi trở lên",
        }
    }
}

/// A target (chỉ tiêu) of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Target {
    pub id: TargetId,
    /// Where the plan states it: `I.2`.
    pub clause: String,
    /// `Cài đặt`; `Biết, cài đặt, tạo tài khoản`.
    pub name: String,
    pub numerator: Numerator,
    pub denominator: Denominator,
    /// Whole percent to reach.
    pub percent: u32,
    pub by: NaiveDate,
}
