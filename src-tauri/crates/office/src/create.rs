//! A new office file: from a sample, or blank for an office to fill in.

use std::path::Path;

use chrono::{Days, NaiveDate};
use domain::campaign::Campaign;
use domain::issuer::Validity;
use domain::text::clean;
use serde::Deserialize;
use store::{NewCampaign, NewFile, NewIssuer, NewPerson, Op, Tx, Writer};
use ts_rs::TS;

use crate::account::pin;
use crate::campaign::{Groundwork, dated, in_order, lay_empty, lay_structure, subject_of};
use crate::error::{Error, ErrorCode, Result};
use crate::export::check_name;
use crate::issuer::{optional_name, upper_lines};
use crate::outside::{Outside, fresh};
use crate::sample;

/// What a new file begins with.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "from", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "there is one in the life of a file")]
pub enum Beginning {
    Sample { name: String },
    Blank(BlankOffice),
}

/// What the first-run screen asks. Whatever is blank is printed as room to write, and can be said later.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(default)]
pub struct BlankOffice {
    /// `phường Hà Cầu`, `xã Thanh Oai`: kind and name, as in running text.
    pub ward: String,
    /// `Cài đặt iHanoi`.
    pub campaign: String,
    /// `iHanoi`.
    pub app: String,
    pub starts_on: Option<NaiveDate>,
    pub ends_on: Option<NaiveDate>,
    /// Of the letterhead. Place and symbol follow from the ward while they are blank.
    pub superior_lines: Vec<String>,
    pub place: String,
    pub symbol: String,
    pub contact_line: String,
    pub signer: String,
    /// Lines above the signature.
    pub signature_lines: Vec<String>,
    /// From nothing, or from the structure of a sample's plan.
    pub groundwork: Groundwork,
    /// The administrator's name, and a PIN if there is to be one.
    pub administrator: String,
    pub pin: String,
}

/// What stands before the name of a commune-level unit (Luật 72/2025/QH15, Điều 1; until then also the
/// thị trấn).
pub(crate) const KINDS: [&str; 4] = ["phường ", "xã ", "đặc khu ", "thị trấn "];
/// Room to write where the office has not said yet.
pub(crate) const ROOM: &str = "………………";
/// A campaign's length until its schedule says otherwise.
const DEFAULT_DAYS: Days = Days::new(29);

/// Makes a new office file at `path`.
///
/// # Errors
/// A file is there already, the folder cannot be written, Windows takes no such name, no such sample, dates reversed.
/// Nothing is left behind.
pub fn create(path: &Path, beginning: &Beginning, outside: &dyn Outside) -> Result<()> {
    check_name(path)?;
    let op = Op { name: "new", who: None, at: outside.now(), why: None };
    let uid: [u8; 16] = fresh(outside);
    let uid: String = uid.iter().map(|b| format!("{b:02x}")).collect();
    match beginning {
        Beginning::Sample { name } => {
            let known = sample::named(name).ok_or_else(|| {
                Error::of(ErrorCode::NoSuchSample).with("name", name).with("known", sample::NAMES.join(", "))
            })?;
            let new = NewFile { uid, key: sample::SAMPLE_KEY };
            Writer::create(path, &new, &op, |tx| sample::load(tx, &known, outside))?;
        }
        Beginning::Blank(blank) => {
            let new = NewFile { uid, key: fresh(outside) };
            // All that can be refused is asked before there is a file.
            let campaign = blank.campaign_row(outside)?;
            let pin = Some(blank.pin.as_str())
                .filter(|p| !p.is_empty())
                .map(|p| pin::hash(p, &blank.administrator, outside))
                .transpose()?;
            Writer::create(path, &new, &op, |tx| blank.fill(tx, &campaign, pin.as_deref(), outside))?;
        }
    }
    Ok(())
}

impl BlankOffice {
    fn issuer_row(&self) -> NewIssuer {
        let ward = Some(clean(&self.ward)).filter(|w| !w.is_empty()).unwrap_or_else(|| ROOM.to_owned());
        let small = ward.to_lowercase();
        let kind = KINDS.iter().find(|kind| small.starts_with(**kind)).map_or(0, |kind| kind.chars().count());
        let place: String = ward.chars().skip(kind).collect();
        NewIssuer {
            validity: Validity::default(),
            superior_lines: upper_lines(&self.superior_lines),
            name_lines: vec!["ỦY BAN NHÂN DÂN".into(), ward.to_uppercase()],
            short_name: format!("UBND {ward}"),
            place: or(&self.place, &place),
            symbol: or(&self.symbol, "UBND"),
            contact_line: Some(clean(&self.contact_line)).filter(|line| !line.is_empty()),
        }
    }

    fn campaign_row(&self, outside: &dyn Outside) -> Result<NewCampaign> {
        let today = outside.now().date_naive();
        let starts_on = self.starts_on.unwrap_or(today);
        let ends_on = self.ends_on.or_else(|| starts_on.checked_add_days(DEFAULT_DAYS)).unwrap_or(starts_on);
        in_order(starts_on, ends_on)?;
        let app_name = or(&self.app, "ứng dụng");
        Ok(NewCampaign {
            title: or(&self.campaign, &format!("Cài đặt {app_name}")),
            subject: subject_of(&app_name),
            ..dated(app_name, starts_on, ends_on)
        })
    }

    /// The rows of a file that begins with what was typed.
    fn fill(&self, tx: &Tx<'_>, campaign: &NewCampaign, pin: Option<&str>, outside: &dyn Outside) -> Result<()> {
        let name = optional_name(Some(&self.administrator), "họ tên quản trị")?;
        let account = sample::administrator(tx, name.as_deref().unwrap_or(sample::ADMINISTRATOR), outside)?;
        if pin.is_some() {
            tx.set_pin_hash(account, pin, false)?;
        }
        let issuer = self.issuer_row();
        tx.insert_issuer(&issuer)?;
        let id = match &self.groundwork {
            Groundwork::Structure { sample } => lay_structure(tx, sample, &issuer.short_name, campaign, true)?,
            // There is no earlier campaign in a new file.
            Groundwork::Empty | Groundwork::Earlier { .. } => lay_empty(tx, campaign)?,
        };
        let signer = match optional_name(Some(&self.signer), "người ký")? {
            Some(name) => {
                let person = NewPerson { name, title: None, unit: None, phone: None, salt: fresh(outside) };
                Some(tx.insert_person(&person)?)
            }
            None => None,
        };
        let signature_lines = upper_lines(&self.signature_lines);
        Ok(tx.update_campaign(&Campaign { signer, signature_lines, ..tx.campaign_by_id(id)? })?)
    }
}

fn or(typed: &str, otherwise: &str) -> String {
    let typed = clean(typed);
    if typed.is_empty() { otherwise.to_owned() } else { typed }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issuer(ward: &str) -> NewIssuer {
        BlankOffice { ward: ward.into(), ..BlankOffice::default() }.issuer_row()
    }

    #[test]
    fn the_place_is_the_name_without_its_kind() {
        for (ward, place) in [
            ("phường Hà Cầu", "Hà Cầu"),
            ("Xã Thanh Oai", "Thanh Oai"),
            ("đặc khu Phú Quốc", "Phú Quốc"),
            ("Hà Cầu", "Hà Cầu"),
            ("Xa La", "Xa La"),
        ] {
            assert_eq!(issuer(ward).place, place, "{ward}");
        }
    }

    #[test]
    fn an_office_that_has_not_said_its_name_is_not_called_a_ward() {
        let issuer = issuer(" ");
        assert_eq!(issuer.short_name, format!("UBND {ROOM}"));
        assert_eq!(issuer.name_lines, ["ỦY BAN NHÂN DÂN", ROOM]);
    }
}
