//! A consolidating office's file, begun from the packets it is to hold.

use std::collections::BTreeMap;
use std::path::Path;

use domain::campaign::{Campaign, Target};
use domain::issuer::Validity;
use domain::text::{clean, fold};
use store::{NewCampaign, NewFile, NewIssuer, NewTarget, Op, Writer};

use super::files::{Cells, Seen, look_into};
use super::weigh::{PacketsTaken, weigh};
use crate::campaign::{dated, lay_empty, subject_of};
use crate::create::ROOM;
use crate::error::{Error, ErrorCode, Result};
use crate::export::check_name;
use crate::outside::{Outside, fresh};
use crate::sample;

/// What a consolidating file begins with; what is not said follows from the packets where they agree.
#[derive(Debug, Clone, Default)]
pub struct BeginConsolidation {
    pub paths: Vec<String>,
    pub title: Option<String>,
    pub app: Option<String>,
}

/// What taking the packets into a new file would do; no file is made.
///
/// # Errors
/// As [`begin`], but for the file.
pub fn look(from: &BeginConsolidation) -> Result<PacketsTaken> {
    let seen = look_into(&from.paths, Cells::Compared);
    Ok(weigh(&plan(&seen, from)?.0, &[], &seen, true).answer)
}

/// The campaign of a new file and its goals.
fn plan(seen: &[Seen], from: &BeginConsolidation) -> Result<(Campaign, Vec<NewTarget>)> {
    let reports = || seen.iter().filter_map(|s| Some(&s.found.as_ref().ok()?.packet.report));
    let campaigns: Vec<&Campaign> = reports().map(|r| &r.campaign).collect();
    let Some(first) = campaigns.first() else { return Err(Error::of(ErrorCode::NoPacket)) };
    let app_name = said_or_agreed(from.app.as_deref(), campaigns.iter().map(|c| c.app_name.as_str()))
        .ok_or_else(|| Error::of(ErrorCode::AppsDiffer))?;
    let title = said_or_agreed(from.title.as_deref(), campaigns.iter().map(|c| c.title.as_str()))
        .ok_or_else(|| Error::of(ErrorCode::TitlesDiffer))?;
    let campaign = Campaign {
        subject: subject_of(&app_name),
        title,
        app_name,
        starts_on: campaigns.iter().map(|c| c.starts_on).min().unwrap_or(first.starts_on),
        ends_on: campaigns.iter().map(|c| c.ends_on).max().unwrap_or(first.ends_on),
        illustration: campaigns.iter().filter_map(|c| c.illustration.clone()).min(),
        ..(*first).clone()
    };
    Ok((campaign, goals(reports().flat_map(|r| &r.targets))))
}

/// Makes the file, still without a ward.
///
/// # Errors
/// A file is there already or cannot be written; no packet in any of the workbooks; they disagree on title or app and
/// nobody said which.
pub fn begin(path: &Path, from: &BeginConsolidation, outside: &dyn Outside) -> Result<()> {
    check_name(path)?;
    let (campaign, goals) = plan(&look_into(&from.paths, Cells::Unseen), from)?;
    let Campaign { title, subject, illustration, .. } = campaign;
    let new = NewCampaign { title, subject, ..dated(campaign.app_name, campaign.starts_on, campaign.ends_on) };
    let uid: [u8; 16] = fresh(outside);
    let file = NewFile { uid: uid.iter().map(|b| format!("{b:02x}")).collect(), key: fresh(outside) };
    let op = Op { name: "new", who: None, at: outside.now(), why: None };
    Writer::create(path, &file, &op, |tx| -> Result<()> {
        sample::administrator(tx, sample::ADMINISTRATOR, outside)?;
        tx.insert_issuer(&NewIssuer {
            validity: Validity::default(),
            superior_lines: Vec::new(),
            name_lines: vec![ROOM.to_owned()],
            short_name: ROOM.to_owned(),
            place: ROOM.to_owned(),
            symbol: "UBND".to_owned(),
            contact_line: None,
        })?;
        let id = lay_empty(tx, &new)?;
        for goal in &goals {
            tx.insert_target(id, goal)?;
        }
        Ok(tx.update_campaign(&Campaign { illustration, ..tx.campaign_by_id(id)? })?)
    })?;
    Ok(())
}

/// What was said, or what all say alike but for marks and case.
fn said_or_agreed<'c>(said: Option<&str>, all: impl Iterator<Item = &'c str>) -> Option<String> {
    if let Some(said) = said.map(clean).filter(|s| !s.is_empty()) {
        return Some(said);
    }
    let mut ways: BTreeMap<String, &str> = BTreeMap::new();
    for way in all {
        let kept = ways.entry(fold(way)).or_insert(way);
        *kept = way.min(*kept);
    }
    match ways.len() {
        1 => ways.into_values().next().map(clean),
        _ => None,
    }
}

/// Of each thing that is counted of whom the goal most wards have; of equally many the one that orders first, so that
/// the order of the files does not matter.
fn goals<'t>(targets: impl Iterator<Item = &'t Target>) -> Vec<NewTarget> {
    let mut goals: BTreeMap<_, BTreeMap<_, usize>> = BTreeMap::new();
    for target in targets {
        let goal = (target.clause.clone(), target.name.clone(), target.percent, target.by);
        let of = (target.numerator, target.denominator);
        *goals.entry(of).or_default().entry(goal).or_default() += 1;
    }
    let most = |((numerator, denominator), goals): (_, BTreeMap<_, usize>)| {
        let (goal, _) = goals.into_iter().rev().max_by_key(|(_, wards)| *wards)?;
        let (clause, name, percent, by) = goal;
        Some(NewTarget { clause, name, numerator, denominator, percent, by })
    };
    let mut goals: Vec<NewTarget> = goals.into_iter().filter_map(most).collect();
    goals.sort_by(|a, b| domain::text::compare(&a.clause, &b.clause));
    goals
}
