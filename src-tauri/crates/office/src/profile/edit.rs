use domain::account::Permission;
use domain::campaign::Campaign;
use domain::text::clean;
use serde::Deserialize;
use store::NewIssuer;
use ts_rs::TS;

use crate::issuer::{name_of, optional_name};
use crate::person::Details;
use crate::{Act, Result, Write};

/// The office's name, signer and contact as typed. What is blank is left to write in on paper; name,
/// place and symbol cannot be.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct EditProfile {
    pub superior_lines: Vec<String>,
    pub name_lines: Vec<String>,
    pub short_name: String,
    pub place: String,
    pub symbol: String,
    pub contact_line: Option<String>,
    pub signer_name: Option<String>,
    pub contact_name: Option<String>,
    pub contact_title: Option<String>,
}

impl Write for EditProfile {
    type Answer = ();
    const NAME: &'static str = "edit_profile";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let before = act.get_campaign()?;
        let issuer = act.view().issuer_on(before.starts_on)?;
        let name_lines = upper_lines(&self.name_lines);
        name_of(&name_lines.concat(), "tên đầy đủ")?;
        act.update_issuer(
            issuer.id,
            &NewIssuer {
                validity: issuer.validity,
                superior_lines: upper_lines(&self.superior_lines),
                name_lines,
                short_name: name_of(&self.short_name, "tên trong câu")?,
                place: name_of(&self.place, "nơi ban hành")?,
                symbol: name_of(&self.symbol, "ký hiệu")?,
                contact_line: optional_name(self.contact_line.as_deref(), "đường dây hỏi đáp")?,
            },
        )?;
        let person = |typed: &Option<String>, field| optional_name(typed.as_deref(), field);
        let signer = match person(&self.signer_name, "người ký")? {
            Some(name) => {
                let title = act.title_of(before.signer)?;
                Some(act.put_person(before.signer, Details { name, title, phone: None })?)
            }
            None => None,
        };
        let contact = match person(&self.contact_name, "đầu mối")? {
            Some(name) => {
                let title = person(&self.contact_title, "chức danh")?;
                Some(act.put_person(before.contact, Details { name, title, phone: None })?)
            }
            None => None,
        };
        Ok(act.update_campaign(&Campaign { signer, contact, ..before })?)
    }
}

/// Upper case, as the decree prints both bodies.
fn upper_lines(typed: &[String]) -> Vec<String> {
    typed.iter().map(|l| clean(l).to_uppercase()).filter(|l| !l.is_empty()).collect()
}
