//! The sheet's form in its versions.

use domain::check::Check;
use domain::form::{Form, Indicator};
use domain::ids::{CampaignId, FormId};
use rusqlite::{named_params, params};

use crate::error::{Result, StoreError};
use crate::rows::{Columns, Rows, word};
use crate::transact::Tx;

#[derive(Debug, Clone, PartialEq)]
pub struct NewForm {
    pub version: u32,
    pub indicators: Vec<Indicator>,
    pub checks: Vec<Check>,
}

impl Rows<'_> {
    /// Every version, oldest first.
    pub fn list_forms(&self, campaign: CampaignId) -> Result<Vec<Form>> {
        let ids: Vec<(i64, u32)> =
            self.list("SELECT id, version FROM form WHERE campaign_id = ?1 ORDER BY version", [campaign.0], |r| {
                Ok((r.get(0)?, r.get(1)?))
            })?;
        ids.into_iter().map(|(id, version)| self.form(id, version)).collect()
    }

    /// The version new sheets are printed in.
    pub fn get_current_form(&self, campaign: CampaignId) -> Result<Form> {
        self.list_forms(campaign)?.pop().ok_or(StoreError::Missing { noun: "form", id: 0 })
    }

    pub fn get_form(&self, id: FormId) -> Result<Form> {
        let version = self
            .find("SELECT version FROM form WHERE id = ?1", [id.0], |r| r.get(0))?
            .ok_or(StoreError::Missing { noun: "form", id: id.0 })?;
        self.form(id.0, version)
    }

    fn form(&self, id: i64, version: u32) -> Result<Form> {
        Ok(Form {
            id: FormId(id),
            version,
            indicators: self.list(include_str!("indicators.sql"), [id], |row| {
                Ok(Indicator {
                    no: row.parsed("box")?,
                    label: row.get("label")?,
                    group: row.word("grouped")?,
                    meaning: row.word("meaning")?,
                })
            })?,
            checks: self.list(include_str!("checks.sql"), [id], |row| {
                Ok(Check { rule: row.parsed("rule")?, severity: row.word("severity")?, words: row.get("words")? })
            })?,
        })
    }
}

impl Tx<'_> {
    pub fn insert_form(&self, campaign: CampaignId, new: &NewForm) -> Result<FormId> {
        let form = self
            .insert("INSERT INTO form (campaign_id, version) VALUES (?1, ?2)", params![campaign.0, new.version])
            .map_err(|e| e.or_duplicate("form"))?;
        for (indicator, place) in new.indicators.iter().zip(1i64..) {
            self.run(
                include_str!("insert_indicator.sql"),
                named_params! {
                    ":form_id": form,
                    ":place": place,
                    ":box": indicator.no.to_string(),
                    ":label": indicator.label,
                    ":grouped": word(indicator.group)?,
                    ":meaning": word(indicator.meaning)?,
                },
            )?;
        }
        for (check, place) in new.checks.iter().zip(1i64..) {
            self.run(
                "INSERT INTO form_check (form_id, place, rule, severity, words) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![form, place, check.rule.to_string(), word(check.severity)?, check.words],
            )?;
        }
        Ok(FormId(form))
    }
}
