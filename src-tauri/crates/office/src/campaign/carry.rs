//! A new campaign from an earlier one: who and where go along, what happened does not.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::campaign::Campaign;
use domain::ids::{AreaId, CampaignId, ForceId};
use domain::task::TaskState;
use store::{NewArea, NewBase, NewCampaign, NewForce, NewForm, NewSection, NewTarget, NewTeam, TaskRow, Tx};

use crate::error::Result;

/// Areas that are there with their base figures, forces with members who are there, teams, targets, the plan's text
/// and tasks, the form, recipients and signature. Never an evening, a sheet, a figure keyed, a number or a date of
/// issue; the flyers' link is confirmed anew, and so is how long contacts are kept.
pub(super) fn from_earlier(
    tx: &Tx<'_>,
    earlier: CampaignId,
    new: NewCampaign,
    own_subject: bool,
) -> Result<CampaignId> {
    let old = tx.campaign_by_id(earlier)?;
    let subject = if own_subject { renamed(&old.subject, &old.app_name, &new.app_name) } else { new.subject.clone() };
    let new = NewCampaign { subject, evening_starts: old.evening_starts, evening_ends: old.evening_ends, ..new };
    let campaign = tx.insert_campaign(&new)?;
    let days = Days { old: old.ends_on, new: new.ends_on, starts: new.starts_on };
    areas(tx, earlier, campaign, days)?;
    forces_and_teams(tx, earlier, campaign)?;
    texts(tx, earlier, campaign, days, (&old.app_name, &new.app_name))?;
    let begun = tx.campaign_by_id(campaign)?;
    tx.update_campaign(&Campaign {
        contact: old.contact,
        signer: old.signer,
        signature_lines: old.signature_lines,
        recipients: old.recipients,
        drafter: old.drafter,
        illustration: old.illustration,
        ..begun
    })?;
    Ok(campaign)
}

/// Days counted back from the end: what was due on the last day is due on the last day again.
#[derive(Clone, Copy)]
struct Days {
    old: NaiveDate,
    new: NaiveDate,
    starts: NaiveDate,
}

impl Days {
    fn moved(self, day: NaiveDate) -> NaiveDate {
        self.new.checked_add_signed(day - self.old).unwrap_or(self.new).max(self.starts)
    }
}

fn areas(tx: &Tx<'_>, earlier: CampaignId, campaign: CampaignId, days: Days) -> Result<()> {
    let mut heirs: BTreeMap<AreaId, AreaId> = BTreeMap::new();
    for area in tx.list_areas(earlier)?.into_iter().filter(|a| a.ended_on.is_none()) {
        let row = NewArea {
            name: area.name,
            kind: area.kind,
            cluster: area.cluster,
            leader: area.leader,
            self_report_due: area.self_report_due.map(|due| days.moved(due)),
        };
        heirs.insert(area.id, tx.insert_area(campaign, &row)?);
    }
    for base in tx.list_bases(earlier)? {
        let Some(area) = heirs.get(&base.area) else { continue };
        tx.put_base(
            *area,
            &NewBase {
                as_of: base.as_of,
                source: base.source,
                households: base.households,
                people_15: base.people_15,
                smartphone_15: base.smartphone_15,
                installed: base.installed,
            },
        )?;
    }
    Ok(())
}

fn forces_and_teams(tx: &Tx<'_>, earlier: CampaignId, campaign: CampaignId) -> Result<()> {
    let mut heirs: BTreeMap<ForceId, ForceId> = BTreeMap::new();
    for force in tx.list_forces(earlier)? {
        let row = NewForce {
            kind: force.kind,
            name: force.name,
            role: force.role,
            quota: force.quota,
            detailing: force.detailing,
            detailed_by: force.detailed_by,
        };
        heirs.insert(force.id, tx.insert_force(campaign, &row)?);
    }
    for member in tx.list_members(earlier)?.into_iter().filter(|m| m.left_on.is_none()) {
        // Whoever's contact was deleted is not called out again.
        if tx.find_person(member.person)?.is_none() {
            continue;
        }
        if let Some(force) = heirs.get(&member.force) {
            tx.insert_member(*force, member.person)?;
        }
    }
    for team in tx.list_teams(earlier)? {
        tx.insert_team(campaign, &NewTeam { number: team.number, name: team.name })?;
    }
    Ok(())
}

fn texts(
    tx: &Tx<'_>,
    earlier: CampaignId,
    campaign: CampaignId,
    days: Days,
    (old_app, new_app): (&str, &str),
) -> Result<()> {
    let renamed = |text: &str| renamed(text, old_app, new_app);
    for t in tx.list_targets(earlier)? {
        let by = days.moved(t.by);
        let (clause, name, numerator, denominator, percent) = (t.clause, t.name, t.numerator, t.denominator, t.percent);
        tx.insert_target(campaign, &NewTarget { clause, name, numerator, denominator, percent, by })?;
    }
    for section in tx.list_sections(earlier)? {
        let text = renamed(&section.text);
        tx.insert_section(campaign, &NewSection { kind: section.kind, heading: section.heading, text })?;
    }
    let tasks = tx.list_tasks(earlier)?;
    for group in tx.list_task_groups(earlier)? {
        let heir = tx.append_task_group(campaign, &group.unit)?;
        for task in tasks.iter().filter(|t| t.group == group.id) {
            tx.append_task(
                heir,
                &TaskRow {
                    text: renamed(&task.text),
                    every_days: task.every_days,
                    due_on: task.due_on.map(|due| days.moved(due)),
                    responsible: task.responsible,
                    state: TaskState::Open,
                    note: None,
                },
            )?;
        }
    }
    let form = tx.get_current_form(earlier)?;
    let mut indicators = form.indicators;
    for indicator in &mut indicators {
        indicator.label = renamed(&indicator.label);
        indicator.help = indicator.help.as_deref().map(&renamed);
    }
    let mut checks = form.checks;
    for check in &mut checks {
        check.words = renamed(&check.words);
    }
    tx.insert_form(campaign, &NewForm { version: 1, control: form.control, indicators, checks })?;
    Ok(())
}

fn renamed(text: &str, old_app: &str, new_app: &str) -> String {
    if old_app == new_app || old_app.is_empty() { text.to_owned() } else { text.replace(old_app, new_app) }
}
