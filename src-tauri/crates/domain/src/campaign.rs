//! The campaign (đợt) and its targets.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::date::dmy;
use crate::form::Meaning;
use crate::ids::{AccountId, CampaignId, PersonId, TargetId};

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
    /// Mark of who drafts the plan and how many copies go out (box 12): `PL.(300)`.
    pub drafter: Option<String>,
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
    /// Who opened and confirmed it; unknown for one taken over from elsewhere.
    pub confirmed_by: Option<AccountId>,
}

/// Whom or what a side of a target counts: only like is divided by like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    People,
    Households,
}

/// What a target counts. The plan names four stages of people, each its own counter.
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
    /// Hộ gặp được: Σ box 2.
    HouseholdsMet,
}

impl Numerator {
    pub const ALL: [Self; 5] = [Self::Informed, Self::Installed, Self::Account, Self::Activated, Self::HouseholdsMet];

    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Informed => "số người đã biết",
            Self::Installed => "số người đã cài đặt",
            Self::Account => "số người đã có tài khoản",
            Self::Activated => "số người đã kích hoạt",
            Self::HouseholdsMet => "số hộ đã gặp",
        }
    }

    /// As a predicate, after who it is of: `… đã cài đặt`.
    #[must_use]
    pub fn done(self) -> &'static str {
        match self {
            Self::Informed => "đã biết",
            Self::Installed => "đã cài đặt",
            Self::Account => "đã có tài khoản",
            Self::Activated => "đã kích hoạt",
            Self::HouseholdsMet => "đã được gặp",
        }
    }

    #[must_use]
    pub fn counts(self) -> Counted {
        match self {
            Self::HouseholdsMet => Counted::Households,
            Self::Informed | Self::Installed | Self::Account | Self::Activated => Counted::People,
        }
    }

    /// Boxes it is made of where no dated base says it.
    #[must_use]
    pub fn boxes(self) -> &'static [Meaning] {
        match self {
            Self::Informed => &[Meaning::PeopleMet],
            Self::Installed => &[Meaning::InstalledBefore, Meaning::InstalledTonight],
            Self::Account => &[Meaning::Account],
            Self::Activated => &[Meaning::Activated],
            Self::HouseholdsMet => &[Meaning::HouseholdsMet],
        }
    }
}

/// Of whom a target is a share. The plan uses two; a rate always names its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Denominator {
    Smartphone15,
    People15,
    /// Hộ gia đình of the base.
    Households,
    /// Người đã gặp, Σ box 4: counted, not a base figure.
    PeopleMet,
}

impl Denominator {
    pub const ALL: [Self; 4] = [Self::Smartphone15, Self::People15, Self::Households, Self::PeopleMet];

    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Smartphone15 => "người từ 15 tuổi trở lên dùng điện thoại thông minh",
            Self::People15 => "người từ 15 tuổi trở lên",
            Self::Households => "hộ gia đình",
            Self::PeopleMet => "người từ 15 tuổi trở lên đã gặp",
        }
    }

    /// Only like is divided by like, and nothing by itself: everyone met has been told.
    #[must_use]
    pub fn fits(self, numerator: Numerator) -> bool {
        let counts = match self {
            Self::Households => Counted::Households,
            Self::Smartphone15 | Self::People15 | Self::PeopleMet => Counted::People,
        };
        counts == numerator.counts() && (self, numerator) != (Self::PeopleMet, Numerator::Informed)
    }

    /// Whether it is summed from sheets, and no base figure.
    #[must_use]
    pub fn is_counted(self) -> bool {
        !self.boxes().is_empty()
    }

    /// Boxes it is made of, if it is counted and not a base figure.
    #[must_use]
    pub fn boxes(self) -> &'static [Meaning] {
        match self {
            Self::PeopleMet => &[Meaning::PeopleMet],
            Self::Smartphone15 | Self::People15 | Self::Households => &[],
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

impl Target {
    /// What boxes the form must have for it.
    #[must_use]
    pub fn needs(&self) -> Vec<Meaning> {
        let denominator = self.denominator.boxes().iter().filter(|m| !self.numerator.boxes().contains(m));
        self.numerator.boxes().iter().chain(denominator).copied().collect()
    }

    /// As a sentence without its end: `≥ 50 % số người từ 15 tuổi trở lên đã có tài khoản, đến 30/11/2024`.
    #[must_use]
    pub fn sentence(&self) -> String {
        format!(
            "≥ {}\u{a0}% số {} {}, đến {}",
            self.percent,
            self.denominator.word(),
            self.numerator.done(),
            dmy(self.by)
        )
    }
}

impl Target {
    /// As an aim in a sentence, as plans say it: `từ 50% trở lên số người từ 15 tuổi trở lên đã có tài khoản …`.
    #[must_use]
    pub fn aim(&self) -> String {
        format!(
            "từ {}% trở lên số {} {} đến ngày {}",
            self.percent,
            self.denominator.word(),
            self.numerator.done(),
            dmy(self.by)
        )
    }
}

/// The reference plan's two targets (I.2 and II.6), for an office that has none yet. Their shares and
/// denominators are the plan's; the day is the campaign's own end.
#[must_use]
pub fn plan_targets(by: NaiveDate) -> [Target; 2] {
    let target = |clause: &str, name: &str, numerator, denominator| Target {
        id: TargetId(0),
        clause: clause.into(),
        name: name.into(),
        numerator,
        denominator,
        percent: 50,
        by,
    };
    [
        target("I.2", "Cài đặt", Numerator::Installed, Denominator::Smartphone15),
        target("II.6", "Biết, cài đặt, tạo tài khoản", Numerator::Account, Denominator::People15),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_is_divided_by_like() {
        let fitting = |d: Denominator| Numerator::ALL.into_iter().filter(|n| d.fits(*n)).count();
        assert_eq!(Denominator::ALL.map(fitting), [4, 4, 1, 3]);
    }

    #[test]
    fn a_target_reads_as_a_sentence() {
        let by = NaiveDate::from_ymd_opt(2024, 11, 30).expect("a day");
        let sentences = plan_targets(by).map(|t| t.sentence().replace('\u{a0}', " "));
        assert_eq!(
            sentences,
            [
                "≥ 50 % số người từ 15 tuổi trở lên dùng điện thoại thông minh đã cài đặt, đến 30/11/2024",
                "≥ 50 % số người từ 15 tuổi trở lên đã có tài khoản, đến 30/11/2024",
            ]
        );
    }

    #[test]
    fn a_target_needs_the_boxes_of_both_sides_once() {
        let by = NaiveDate::from_ymd_opt(2024, 11, 30).expect("a day");
        let [installed, _] = plan_targets(by);
        let among_met = Target { denominator: Denominator::PeopleMet, ..installed.clone() };
        assert_eq!(installed.needs(), [Meaning::InstalledBefore, Meaning::InstalledTonight]);
        assert_eq!(among_met.needs(), [Meaning::InstalledBefore, Meaning::InstalledTonight, Meaning::PeopleMet]);
    }
}
