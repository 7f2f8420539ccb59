use domain::account::Permission;
use domain::campaign::Campaign;
use domain::ids::PersonId;
use domain::text::clean;
use serde::Deserialize;
use ts_rs::TS;

use crate::issuer::{Letterhead, optional_name};
use crate::person::Details;
use crate::{Act, Result, Write};

/// The office's name as it is today, signer and contact as typed. What is blank is left to write in on paper;
/// name, place and symbol cannot be.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct EditProfile {
    pub letterhead: Letterhead,
    /// Lines above the signature: `KT. CHỦ TỊCH` / `PHÓ CHỦ TỊCH`.
    pub signature_lines: Vec<String>,
    pub signer: Option<TypedPerson>,
    pub contact: Option<TypedPerson>,
    pub contact_title: Option<String>,
}

/// A person named in a form.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedPerson {
    pub name: String,
    /// The name was wrong before; without it another name is another person.
    #[serde(default)]
    #[ts(optional)]
    pub correction: Option<bool>,
}

impl Write for EditProfile {
    type Answer = ();
    const NAME: &'static str = "edit_profile";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let before = act.get_campaign()?;
        let issuer = act.view().issuer_on(act.today())?;
        act.update_issuer(issuer.id, &self.letterhead.row(issuer.validity)?)?;
        let signer = put(act, before.signer, self.signer.as_ref(), "người ký", None)?;
        let title = optional_name(self.contact_title.as_deref(), "chức danh")?;
        let contact = put(act, before.contact, self.contact.as_ref(), "đầu mối", Some(title))?;
        let signature_lines = self.signature_lines.iter().map(|l| clean(l)).filter(|l| !l.is_empty()).collect();
        Ok(act.update_campaign(&Campaign { signer, contact, signature_lines, ..before })?)
    }
}

/// The person on a campaign's papers; without a `title` said, whoever stays keeps theirs.
fn put(
    act: &Act<'_>,
    known: Option<PersonId>,
    typed: Option<&TypedPerson>,
    field: &str,
    title: Option<Option<String>>,
) -> Result<Option<PersonId>> {
    let Some(name) = optional_name(typed.map(|t| t.name.as_str()), field)? else { return Ok(None) };
    let same = act.same_person(known, &name, typed.and_then(|t| t.correction))?;
    let title = title.unwrap_or_else(|| same.as_ref().and_then(|p| p.title.clone()));
    let phone = same.as_ref().and_then(|p| p.phone.clone());
    act.put_person(same.map(|p| p.id), Details { name, title, phone }).map(Some)
}
