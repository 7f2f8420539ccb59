//! Who is asked. A question bears a person's number; the name is read when it is shown.

use domain::account::Permission;
use domain::ids::{PersonId, VisitId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::named::NamedForm;
use crate::{Act, Read, Result, View};

/// Who is asked: somebody the office knows, or a name as typed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum OwnerForm {
    Known { person: PersonId },
    Named { name: String, title: Option<String> },
}

impl OwnerForm {
    /// A blank name is nobody.
    pub(super) fn person(&self, act: &Act<'_>) -> Result<Option<PersonId>> {
        match self {
            Self::Known { person } => match act.find_person(*person)? {
                Some(known) => Ok(Some(known.id)),
                None => Err(Error::of(ErrorCode::Missing)),
            },
            Self::Named { name, title } => {
                act.named(None, Some(&NamedForm { name: name.clone(), title: title.clone() }))
            }
        }
    }
}

/// Why somebody is likely to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OwnerPart {
    /// Leads the area.
    Leader,
    /// Was given the sheet.
    Holder,
    /// Keyed it.
    Keyer,
    /// Has an account.
    Account,
}

/// Somebody to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OwnerOffer {
    pub person: PersonId,
    pub name: String,
    pub title: Option<String>,
    pub part: OwnerPart,
}

/// Who may know the answer, likeliest first, each once: the head of the area, who was given the sheet, who
/// keyed it, and everybody with an account.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListQueryOwners {
    pub code: Option<String>,
    pub visit: Option<VisitId>,
}

impl Read for ListQueryOwners {
    type Answer = Vec<OwnerOffer>;
    const NAME: &'static str = "list_query_owners";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<OwnerOffer>> {
        let sheet = self.code.as_deref().map(|code| view.sheet_of(code)).transpose()?;
        let visit = match (&sheet, self.visit) {
            (None, Some(visit)) => Some(view.get_visit(visit)?),
            _ => None,
        };
        let accounts = view.list_accounts()?;
        let area = sheet.as_ref().and_then(|s| s.area).or(visit.map(|v| v.area));
        let mut parts: Vec<(Option<PersonId>, OwnerPart)> = Vec::new();
        if let Some(area) = area {
            parts.push((view.get_area(area)?.leader, OwnerPart::Leader));
        }
        if let Some(sheet) = &sheet {
            parts.push((sheet.holder, OwnerPart::Holder));
            let keyer = view.keyed_by(sheet.id)?.and_then(|(by, _)| accounts.iter().find(|a| Some(a.id) == by));
            parts.push((keyer.map(|a| a.person), OwnerPart::Keyer));
        }
        parts.extend(accounts.iter().filter(|a| a.active).map(|a| (Some(a.person), OwnerPart::Account)));
        let people = view.people()?;
        let mut offers: Vec<OwnerOffer> = Vec::new();
        for (person, part) in parts {
            let Some(known) = person.and_then(|id| people.find(id)) else { continue };
            if offers.iter().all(|o| o.person != known.id) {
                let (name, title) = (known.name.clone(), known.title.clone());
                offers.push(OwnerOffer { person: known.id, name, title, part });
            }
        }
        Ok(offers)
    }
}
