//! What a campaign stands on that nobody has set up yet: empty, or the structure of a sample's plan.

use domain::campaign::Campaign;
use domain::document::DocumentKind;
use domain::form::{default_checks, default_indicators};
use domain::ids::CampaignId;
use store::{NewCampaign, NewForm, NewSection, NewTeam, Tx};

use crate::error::{Error, ErrorCode, Result};
use crate::sample;

/// Form, team and the plan's bare text, in the office's own wording if it has one.
pub(crate) fn lay_empty(tx: &Tx<'_>, new: &NewCampaign) -> Result<CampaignId> {
    let campaign = begin(tx, new)?;
    let own = tx.list_template_sections(DocumentKind::Plan.code())?.into_iter();
    let own: Vec<NewSection> = own.map(|s| NewSection { kind: s.kind, heading: s.heading, text: s.text }).collect();
    for section in if own.is_empty() { sample::template() } else { own } {
        tx.insert_section(campaign, &section)?;
    }
    Ok(campaign)
}

/// The plan of a sample as another office would write it. `office` is how that office is called in running text:
/// `UBND phường Hà Cầu`.
pub(crate) fn lay_structure(
    tx: &Tx<'_>,
    name: &str,
    office: &str,
    new: &NewCampaign,
    own_subject: bool,
) -> Result<CampaignId> {
    let structure = sample::structure(name, office, new)
        .ok_or_else(|| Error::of(ErrorCode::NoSuchSample).with("name", name).with("known", sample::NAMES.join(", ")))?;
    let subject = if own_subject { structure.subject } else { new.subject.clone() };
    let campaign = begin(tx, &NewCampaign { subject, ..new.clone() })?;
    for section in &structure.sections {
        tx.insert_section(campaign, section)?;
    }
    for (group, place) in structure.task_groups.iter().zip(1..) {
        tx.insert_task_group(campaign, place, group)?;
    }
    for force in &structure.forces {
        tx.insert_force(campaign, force)?;
    }
    for target in &structure.targets {
        tx.insert_target(campaign, target)?;
    }
    let begun = tx.campaign_by_id(campaign)?;
    tx.update_campaign(&Campaign { recipients: structure.recipients, ..begun })?;
    Ok(campaign)
}

fn begin(tx: &Tx<'_>, new: &NewCampaign) -> Result<CampaignId> {
    let campaign = tx.insert_campaign(new)?;
    let (indicators, checks) = (default_indicators(&new.app_name), default_checks());
    tx.insert_form(campaign, &NewForm { version: 1, control: false, indicators, checks })?;
    tx.insert_team(campaign, &NewTeam { number: 1, name: "Tổ hỗ trợ".into() })?;
    Ok(campaign)
}
