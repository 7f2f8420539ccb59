//! Campaigns and their targets.

use chrono::{NaiveDate, NaiveTime};
use domain::campaign::{Campaign, ConfirmedLink, Denominator, Numerator, Target};
use domain::ids::{AccountId, CampaignId, PersonId, TargetId};
use rusqlite::{Row, named_params, params};

use crate::error::{Result, StoreError};
use crate::rows::{Columns, Rows, day, time, word};
use crate::transact::Tx;

/// What a campaign starts with; the rest is filled in later by [`Tx::update_campaign`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCampaign {
    pub title: String,
    pub app_name: String,
    pub subject: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub evening_starts: NaiveTime,
    pub evening_ends: NaiveTime,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTarget {
    pub clause: String,
    pub name: String,
    pub numerator: Numerator,
    pub denominator: Denominator,
    pub percent: u32,
    pub by: NaiveDate,
}

fn campaign(row: &Row<'_>) -> rusqlite::Result<Campaign> {
    let link = match (row.get::<_, Option<String>>("link_url")?, row.maybe_day("link_confirmed_on")?) {
        (Some(url), Some(confirmed_on)) => {
            let confirmed_by = row.get::<_, Option<i64>>("link_confirmed_by")?.map(AccountId);
            Some(ConfirmedLink { url, confirmed_on, confirmed_by })
        }
        _ => None,
    };
    Ok(Campaign {
        id: CampaignId(row.get("id")?),
        title: row.get("title")?,
        app_name: row.get("app_name")?,
        subject: row.get("subject")?,
        starts_on: row.day("starts_on")?,
        ends_on: row.day("ends_on")?,
        evening_starts: row.time("evening_starts")?,
        evening_ends: row.time("evening_ends")?,
        contact: row.get::<_, Option<i64>>("contact_id")?.map(PersonId),
        signature_lines: row.lines("signature_lines")?,
        signer: row.get::<_, Option<i64>>("signer_id")?.map(PersonId),
        drafter: row.get("drafter")?,
        recipients: Vec::new(),
        plan_number: row.get("plan_number")?,
        plan_date: row.maybe_day("plan_date")?,
        plan_month: row.maybe_day("plan_month")?,
        illustration: row.get("illustration")?,
        link,
        data_purpose: row.get("data_purpose")?,
        retain_until: row.maybe_day("retain_until")?,
    })
}

fn target(row: &Row<'_>) -> rusqlite::Result<Target> {
    Ok(Target {
        id: TargetId(row.get("id")?),
        clause: row.get("clause")?,
        name: row.get("name")?,
        numerator: row.word("numerator")?,
        denominator: row.word("denominator")?,
        percent: row.get("percent")?,
        by: row.day("by_day")?,
    })
}

impl Rows<'_> {
    /// The campaign being worked on: the chosen one, or the latest.
    pub fn find_campaign(&self) -> Result<Option<Campaign>> {
        let Some(campaign) = self.find(include_str!("current.sql"), [], campaign)? else { return Ok(None) };
        self.with_recipients(campaign).map(Some)
    }

    /// Every campaign of the file, the latest first.
    pub fn list_campaigns(&self) -> Result<Vec<Campaign>> {
        let campaigns = self.list(include_str!("list.sql"), [], campaign)?;
        campaigns.into_iter().map(|c| self.with_recipients(c)).collect()
    }

    /// A campaign, worked on or not.
    pub fn campaign_by_id(&self, id: CampaignId) -> Result<Campaign> {
        let all = self.list(include_str!("list.sql"), [], campaign)?;
        let found =
            all.into_iter().find(|c| c.id == id).ok_or(StoreError::Missing { noun: "campaign by id", id: id.0 })?;
        self.with_recipients(found)
    }

    fn with_recipients(&self, mut campaign: Campaign) -> Result<Campaign> {
        campaign.recipients =
            self.list("SELECT name FROM recipient WHERE campaign_id = ?1 ORDER BY place", [campaign.id.0], |r| {
                r.get(0)
            })?;
        Ok(campaign)
    }

    pub fn get_campaign(&self) -> Result<Campaign> {
        self.find_campaign()?.ok_or(StoreError::Missing { noun: "campaign", id: 0 })
    }

    pub fn list_targets(&self, campaign: CampaignId) -> Result<Vec<Target>> {
        self.list(include_str!("targets.sql"), [campaign.0], target)
    }

    /// A target of the campaign being worked on.
    pub fn get_target(&self, id: TargetId) -> Result<Target> {
        let targets = self.list_targets(self.get_campaign()?.id)?;
        targets.into_iter().find(|t| t.id == id).ok_or(StoreError::Missing { noun: "target", id: id.0 })
    }
}

impl Tx<'_> {
    /// The campaign to work on; with `None` the latest. Not journalled: nothing in a campaign changes.
    pub fn choose_campaign(&self, id: Option<CampaignId>) -> Result<()> {
        self.run("UPDATE file SET campaign_id = ?1", [id.map(|id| id.0)])?;
        self.note_local("campaign");
        Ok(())
    }

    pub fn insert_campaign(&self, new: &NewCampaign) -> Result<CampaignId> {
        let id = self.insert(
            include_str!("insert.sql"),
            named_params! {
                ":title": new.title,
                ":app_name": new.app_name,
                ":subject": new.subject,
                ":starts_on": day(new.starts_on),
                ":ends_on": day(new.ends_on),
                ":evening_starts": time(new.evening_starts),
                ":evening_ends": time(new.evening_ends),
            },
        )?;
        Ok(CampaignId(id))
    }

    pub fn update_campaign(&self, campaign: &Campaign) -> Result<()> {
        self.run_one(
            "campaign",
            campaign.id.0,
            include_str!("update.sql"),
            named_params! {
                ":id": campaign.id.0,
                ":title": campaign.title,
                ":app_name": campaign.app_name,
                ":subject": campaign.subject,
                ":starts_on": day(campaign.starts_on),
                ":ends_on": day(campaign.ends_on),
                ":evening_starts": time(campaign.evening_starts),
                ":evening_ends": time(campaign.evening_ends),
                ":contact_id": campaign.contact.map(|p| p.0),
                ":signature_lines": campaign.signature_lines.join("\n"),
                ":signer_id": campaign.signer.map(|p| p.0),
                ":plan_number": campaign.plan_number,
                ":plan_date": campaign.plan_date.map(day),
                ":plan_month": campaign.plan_month.map(day),
                ":illustration": campaign.illustration,
                ":link_url": campaign.link.as_ref().map(|l| &l.url),
                ":drafter": campaign.drafter,
                ":link_confirmed_on": campaign.link.as_ref().map(|l| day(l.confirmed_on)),
                ":link_confirmed_by": campaign.link.as_ref().and_then(|l| l.confirmed_by).map(|a| a.0),
                ":data_purpose": campaign.data_purpose,
                ":retain_until": campaign.retain_until.map(day),
            },
        )?;
        let before: Vec<String> =
            self.list("SELECT name FROM recipient WHERE campaign_id = ?1 ORDER BY place", [campaign.id.0], |r| {
                r.get(0)
            })?;
        if before != campaign.recipients {
            self.run("DELETE FROM recipient WHERE campaign_id = ?1", [campaign.id.0])?;
            for (name, place) in campaign.recipients.iter().zip(1i64..) {
                self.run(
                    "INSERT INTO recipient (campaign_id, place, name) VALUES (?1, ?2, ?3)",
                    params![campaign.id.0, place, name],
                )?;
            }
        }
        Ok(())
    }

    /// Targets that were to be reached by one day are to be by another; how many.
    pub fn move_targets(&self, campaign: CampaignId, from: NaiveDate, to: NaiveDate) -> Result<usize> {
        self.run(
            "UPDATE target SET by_day = ?3 WHERE campaign_id = ?1 AND by_day = ?2",
            params![campaign.0, day(from), day(to)],
        )
    }

    pub fn insert_target(&self, campaign: CampaignId, new: &NewTarget) -> Result<TargetId> {
        let id = self.insert(
            include_str!("insert_target.sql"),
            named_params! {
                ":campaign_id": campaign.0,
                ":clause": new.clause,
                ":name": new.name,
                ":numerator": word(new.numerator)?,
                ":denominator": word(new.denominator)?,
                ":percent": new.percent,
                ":by_day": day(new.by),
            },
        )?;
        Ok(TargetId(id))
    }

    pub fn update_target(&self, target: &Target) -> Result<()> {
        self.run_one(
            "target",
            target.id.0,
            include_str!("update_target.sql"),
            named_params! {
                ":id": target.id.0,
                ":clause": target.clause,
                ":name": target.name,
                ":numerator": word(target.numerator)?,
                ":denominator": word(target.denominator)?,
                ":percent": target.percent,
                ":by_day": day(target.by),
            },
        )
    }

    pub fn remove_target(&self, id: TargetId) -> Result<()> {
        self.run_one("target", id.0, "DELETE FROM target WHERE id = ?1", [id.0])
    }

    /// Puts targets in this order; each that stays where it is writes nothing.
    pub fn order_targets(&self, ids: &[TargetId]) -> Result<()> {
        for (id, place) in ids.iter().zip(1i64..) {
            self.run("UPDATE target SET place = ?2 WHERE id = ?1 AND place <> ?2", params![id.0, place])?;
        }
        Ok(())
    }
}
