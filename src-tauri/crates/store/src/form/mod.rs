//! The sheet's form in its versions.

use domain::check::Check;
use domain::form::{Form, Indicator};
use domain::ids::{CampaignId, FormId};
use rusqlite::{Row, named_params, params};

use crate::error::{Result, StoreError};
use crate::rows::{Columns, Rows, word};
use crate::transact::Tx;

#[derive(Debug, Clone, PartialEq)]
pub struct NewForm {
    pub version: u32,
    /// Whether it has a control total.
    pub control: bool,
    pub indicators: Vec<Indicator>,
    pub checks: Vec<Check>,
}

impl Rows<'_> {
    /// Every version, oldest first.
    pub fn list_forms(&self, campaign: CampaignId) -> Result<Vec<Form>> {
        let heads = self.list(
            "SELECT id, version, control FROM form WHERE campaign_id = ?1 ORDER BY version",
            [campaign.0],
            head,
        )?;
        heads.into_iter().map(|head| self.form(head)).collect()
    }

    /// The version new sheets are printed in.
    pub fn get_current_form(&self, campaign: CampaignId) -> Result<Form> {
        self.list_forms(campaign)?.pop().ok_or(StoreError::Missing { noun: "form", id: 0 })
    }

    pub fn get_form(&self, id: FormId) -> Result<Form> {
        let head = self
            .find("SELECT id, version, control FROM form WHERE id = ?1", [id.0], head)?
            .ok_or(StoreError::Missing { noun: "form", id: id.0 })?;
        self.form(head)
    }

    fn form(&self, (id, version, control): (i64, u32, bool)) -> Result<Form> {
        Ok(Form {
            id: FormId(id),
            version,
            control,
            indicators: self.list(include_str!("indicators.sql"), [id], |row| {
                Ok(Indicator {
                    no: row.parsed("box")?,
                    label: row.get("label")?,
                    group: row.word("grouped")?,
                    meaning: row.word("meaning")?,
                    help: row.get("help")?,
                    control: row.get("control")?,
                    width: row.get("width")?,
                })
            })?,
            checks: self.list(include_str!("checks.sql"), [id], |row| {
                Ok(Check { rule: row.parsed("rule")?, severity: row.word("severity")?, words: row.get("words")? })
            })?,
        })
    }
}

fn head(row: &Row<'_>) -> rusqlite::Result<(i64, u32, bool)> {
    Ok((row.get("id")?, row.get("version")?, row.get("control")?))
}

impl Tx<'_> {
    pub fn insert_form(&self, campaign: CampaignId, new: &NewForm) -> Result<FormId> {
        let form = self
            .insert(
                "INSERT INTO form (campaign_id, version, control) VALUES (?1, ?2, ?3)",
                params![campaign.0, new.version, new.control],
            )
            .map_err(|e| e.or_duplicate("form"))?;
        self.insert_boxes(form, new)?;
        Ok(FormId(form))
    }

    /// Puts another form under a version that no paper bears yet.
    pub fn replace_form(&self, id: FormId, new: &NewForm) -> Result<()> {
        self.run_one(
            "form",
            id.0,
            "UPDATE form SET version = ?2, control = ?3 WHERE id = ?1",
            params![id.0, new.version, new.control],
        )?;
        self.run("DELETE FROM form_check WHERE form_id = ?1", [id.0])?;
        self.run("DELETE FROM indicator WHERE form_id = ?1", [id.0])?;
        self.insert_boxes(id.0, new)
    }

    fn insert_boxes(&self, form: i64, new: &NewForm) -> Result<()> {
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
                    ":help": indicator.help,
                    ":control": indicator.control,
                    ":width": indicator.width,
                },
            )?;
        }
        for (check, place) in new.checks.iter().zip(1i64..) {
            self.run(
                "INSERT INTO form_check (form_id, place, rule, severity, words) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![form, place, check.rule.to_string(), word(check.severity)?, check.words],
            )?;
        }
        Ok(())
    }
}
