//! What a sample's files hold.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use domain::area::AreaKind;
use domain::campaign::{ConfirmedLink, Denominator, Numerator};
use domain::team::ForceKind;
use domain::template::{Passage, passages};
use serde::Deserialize;
use store::NewSection;

use super::Figures;

/// A campaign as a file: `sample.json` and the plan's text.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    pub(super) issuer: SampleIssuer,
    #[serde(default)]
    pub(super) authorities: Vec<SampleAuthority>,
    #[serde(default)]
    pub(super) people: BTreeMap<String, SamplePerson>,
    pub(super) campaign: SampleCampaign,
    pub(super) targets: Vec<SampleTarget>,
    #[serde(default)]
    pub(super) task_groups: Vec<SampleTaskGroup>,
    #[serde(default)]
    pub(super) forces: Vec<SampleForce>,
    pub(super) teams: Vec<SampleTeam>,
    pub(super) areas: Vec<SampleArea>,
    /// Invented figures, in a sample that says so.
    pub(super) figures: Option<Figures>,
    #[serde(skip)]
    pub(super) sections: Vec<NewSection>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleIssuer {
    pub superior_lines: Vec<String>,
    pub name_lines: Vec<String>,
    pub short_name: String,
    pub place: String,
    pub symbol: String,
    pub contact_line: Option<String>,
    pub valid_to: Option<NaiveDate>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleAuthority {
    pub name: String,
    pub address: String,
    pub valid_to: Option<NaiveDate>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SamplePerson {
    pub name: String,
    pub title: Option<String>,
    pub unit: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleCampaign {
    pub title: String,
    pub app_name: String,
    pub subject: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub evening_starts: NaiveTime,
    pub evening_ends: NaiveTime,
    pub plan_month: Option<NaiveDate>,
    pub contact: Option<String>,
    pub signer: Option<String>,
    pub signature_lines: Vec<String>,
    pub recipients: Vec<String>,
    pub illustration: Option<String>,
    pub link: Option<ConfirmedLink>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleTarget {
    pub clause: String,
    pub name: String,
    pub numerator: Numerator,
    pub denominator: Denominator,
    pub percent: u32,
    pub by: NaiveDate,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleTaskGroup {
    pub unit: String,
    pub tasks: Vec<SampleTask>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleTask {
    pub text: String,
    pub every_days: Option<u32>,
    pub due_on: Option<NaiveDate>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleForce {
    pub kind: ForceKind,
    pub name: String,
    pub role: Option<String>,
    pub quota: Option<u32>,
    pub detailing: Option<String>,
    pub detailed_by: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleTeam {
    pub number: u32,
    pub name: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleArea {
    pub name: String,
    pub kind: AreaKind,
    pub cluster: Option<String>,
    pub self_report_due: Option<NaiveDate>,
    #[serde(default)]
    pub evenings: Vec<NaiveDate>,
    /// Numbers of the teams that go out.
    #[serde(default)]
    pub teams: Vec<u32>,
}

impl Sample {
    /// `UBND phường Hà Cầu`.
    #[must_use]
    pub fn office_name(&self) -> &str {
        &self.issuer.short_name
    }

    #[must_use]
    pub fn campaign_title(&self) -> &str {
        &self.campaign.title
    }
}

/// Reads a sample built into the program.
pub(super) fn read(json: &str, plan: &str) -> Sample {
    #[expect(clippy::expect_used, reason = "the files are part of the program; a test reads each")]
    let mut sample: Sample = serde_json::from_str(json).expect("a sample of the program can be read");
    sample.sections = sections(plan);
    sample
}

/// The plan's text as a file of wording.
pub(super) fn sections(plan: &str) -> Vec<NewSection> {
    let section = |p: Passage| NewSection { kind: p.kind, heading: p.heading, text: p.text };
    passages(plan).into_iter().map(section).collect()
}
