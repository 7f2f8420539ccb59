//! Writing a sample's rows into a new office file.

use std::collections::BTreeMap;

use domain::account::Role;
use domain::campaign::Campaign;
use domain::code::{OfficeKey, SheetCode};
use domain::form::{default_checks, default_indicators};
use domain::ids::{AccountId, CampaignId, FormId, PersonId, TeamId, VisitId};
use domain::issuer::Validity;
use domain::schedule::Visit;
use domain::sheet::SheetKind;
use store::{
    NewAccount, NewArea, NewAuthority, NewCampaign, NewForce, NewForm, NewIssuer, NewPerson, NewSheet, NewTarget,
    NewTask, NewTeam, NewVisit, TaskGroupRows, Tx,
};

use super::{SAMPLE_KEY, Sample};
use crate::error::{Error, ErrorCode, Result};
use crate::outside::{Outside, fresh};

/// The name of the account a new file is born with.
pub(crate) const ADMINISTRATOR: &str = "Quản trị";

/// Fills a new file from a sample.
pub(crate) fn load(tx: &Tx<'_>, sample: &Sample, outside: &dyn Outside) -> Result<CampaignId> {
    administrator(tx, ADMINISTRATOR, outside)?;
    let people = people(tx, sample, outside)?;
    issuer_and_authorities(tx, sample)?;
    let campaign = campaign(tx, sample, &people)?;
    let form = form(tx, campaign, &sample.campaign.app_name)?;
    texts_and_forces(tx, sample, campaign, &people)?;
    let teams = teams(tx, sample, campaign)?;
    areas(tx, sample, campaign, &teams)?;
    if let Some(figures) = sample.figures {
        sheets(tx, campaign, form, figures.sheets, figures.spare)?;
        figures.invent(tx, campaign)?;
    }
    Ok(campaign)
}

/// The account a new file is born with.
pub(crate) fn administrator(tx: &Tx<'_>, name: &str, outside: &dyn Outside) -> Result<AccountId> {
    let person = NewPerson { name: name.to_owned(), title: None, unit: None, phone: None, salt: fresh(outside) };
    let person = tx.insert_person(&person)?;
    Ok(tx.insert_account(NewAccount { person, role: Role::Administrator })?)
}

fn people<'s>(tx: &Tx<'_>, sample: &'s Sample, outside: &dyn Outside) -> Result<BTreeMap<&'s str, PersonId>> {
    let mut ids = BTreeMap::new();
    for (name, person) in &sample.people {
        let row = NewPerson {
            name: person.name.clone(),
            title: person.title.clone(),
            unit: person.unit.clone(),
            phone: None,
            salt: fresh(outside),
        };
        ids.insert(name.as_str(), tx.insert_person(&row)?);
    }
    Ok(ids)
}

fn issuer_and_authorities(tx: &Tx<'_>, sample: &Sample) -> Result<()> {
    let issuer = &sample.issuer;
    tx.insert_issuer(&NewIssuer {
        validity: Validity { from: None, to: issuer.valid_to },
        superior_lines: issuer.superior_lines.clone(),
        name_lines: issuer.name_lines.clone(),
        short_name: issuer.short_name.clone(),
        place: issuer.place.clone(),
        symbol: issuer.symbol.clone(),
        contact_line: issuer.contact_line.clone(),
    })?;
    for authority in &sample.authorities {
        tx.insert_authority(&NewAuthority {
            name: authority.name.clone(),
            address: authority.address.clone(),
            validity: Validity { from: None, to: authority.valid_to },
        })?;
    }
    Ok(())
}

fn campaign(tx: &Tx<'_>, sample: &Sample, people: &BTreeMap<&str, PersonId>) -> Result<CampaignId> {
    let c = &sample.campaign;
    let id = tx.insert_campaign(&NewCampaign {
        title: c.title.clone(),
        app_name: c.app_name.clone(),
        subject: c.subject.clone(),
        starts_on: c.starts_on,
        ends_on: c.ends_on,
        evening_starts: c.evening_starts,
        evening_ends: c.evening_ends,
    })?;
    let person = |name: &Option<String>| name.as_deref().and_then(|n| people.get(n).copied());
    tx.update_campaign(&Campaign {
        contact: person(&c.contact),
        signer: person(&c.signer),
        signature_lines: c.signature_lines.clone(),
        recipients: c.recipients.clone(),
        plan_month: c.plan_month,
        illustration: c.illustration.clone(),
        link: c.link.clone(),
        ..tx.get_campaign()?
    })?;
    for t in &sample.targets {
        tx.insert_target(
            id,
            &NewTarget {
                clause: t.clause.clone(),
                name: t.name.clone(),
                numerator: t.numerator,
                denominator: t.denominator,
                percent: t.percent,
                by: t.by,
            },
        )?;
    }
    Ok(id)
}

fn form(tx: &Tx<'_>, campaign: CampaignId, app: &str) -> Result<FormId> {
    Ok(tx.insert_form(
        campaign,
        &NewForm { version: 1, control: false, indicators: default_indicators(app), checks: default_checks() },
    )?)
}

fn texts_and_forces(
    tx: &Tx<'_>,
    sample: &Sample,
    campaign: CampaignId,
    people: &BTreeMap<&str, PersonId>,
) -> Result<()> {
    for section in &sample.sections {
        tx.insert_section(campaign, section)?;
    }
    for (group, place) in sample.task_groups.iter().zip(1..) {
        let tasks = group
            .tasks
            .iter()
            .map(|t| NewTask { text: t.text.clone(), every_days: t.every_days, due_on: t.due_on })
            .collect();
        tx.insert_task_group(campaign, place, &TaskGroupRows { unit: group.unit.clone(), tasks })?;
    }
    for force in &sample.forces {
        tx.insert_force(
            campaign,
            &NewForce {
                kind: force.kind,
                name: force.name.clone(),
                role: force.role.clone(),
                quota: force.quota,
                detailing: force.detailing.clone(),
                detailed_by: force.detailed_by.as_deref().and_then(|n| people.get(n).copied()),
            },
        )?;
    }
    Ok(())
}

fn teams(tx: &Tx<'_>, sample: &Sample, campaign: CampaignId) -> Result<BTreeMap<u32, TeamId>> {
    let mut ids = BTreeMap::new();
    for team in &sample.teams {
        let id = tx.insert_team(campaign, &NewTeam { number: team.number, name: team.name.clone() })?;
        ids.insert(team.number, id);
    }
    Ok(ids)
}

/// Areas in the sample's order, evenings by date, so that ids are the same in every copy.
fn areas(tx: &Tx<'_>, sample: &Sample, campaign: CampaignId, teams: &BTreeMap<u32, TeamId>) -> Result<()> {
    let mut visits: Vec<NewVisit> = Vec::new();
    for area in &sample.areas {
        let id = tx.insert_area(
            campaign,
            &NewArea {
                name: area.name.clone(),
                kind: area.kind,
                cluster: area.cluster.clone(),
                leader: None,
                self_report_due: area.self_report_due,
            },
        )?;
        visits.extend(area.evenings.iter().map(|on| NewVisit {
            area: id,
            on: *on,
            starts: sample.campaign.evening_starts,
            ends: sample.campaign.evening_ends,
            teams: area.teams.iter().filter_map(|n| teams.get(n).copied()).collect(),
        }));
    }
    visits.sort_by_key(|v| (v.on, v.area));
    for visit in &visits {
        tx.insert_visit(campaign, visit)?;
    }
    Ok(())
}

fn sheets(tx: &Tx<'_>, campaign: CampaignId, form: FormId, count: u32, spare: u32) -> Result<()> {
    let insert = |kind, visit: Option<&Visit>, area, n, of| -> Result<()> {
        let id = tx.next_sheet_id()?;
        let code = SheetCode::of(&OfficeKey(SAMPLE_KEY), id).ok_or_else(|| Error::of(ErrorCode::TooManySheets))?;
        let visit_id: Option<VisitId> = visit.map(|v| v.id);
        let team = visit.and_then(|v| v.teams.first().copied());
        Ok(tx.insert_sheet(
            campaign,
            id,
            code,
            &NewSheet { n, of, ..NewSheet::of(kind, visit_id, area, team, form) },
        )?)
    };
    for visit in &tx.list_visits(campaign)? {
        for n in 1..=count {
            insert(SheetKind::Regular, Some(visit), None, n, count)?;
        }
        for n in 1..=spare {
            insert(SheetKind::Spare, Some(visit), None, n, spare)?;
        }
    }
    for area in tx.list_areas(campaign)?.iter().filter(|a| a.self_report_due.is_some()) {
        insert(SheetKind::SelfReport, None, Some(area.id), 1, 1)?;
    }
    Ok(())
}
