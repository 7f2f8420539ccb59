use chrono::NaiveDate;
use domain::account::Permission;
use domain::campaign::Campaign;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

/// The office as its papers show it today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Profile {
    /// Superior body on the letterhead (NĐ 30 box 2); empty if none is named.
    pub superior_lines: Vec<String>,
    /// Full official name, a line each.
    pub name_lines: Vec<String>,
    /// `UBND phường Hà Cầu`, as in running text.
    pub short_name: String,
    /// Place before the date: `Hà Cầu`.
    pub place: String,
    /// In document numbers: `UBND`.
    pub symbol: String,
    /// The office's own line for questions, printed on flyers.
    pub contact_line: Option<String>,
    /// Lines above the signature.
    pub signature_lines: Vec<String>,
    pub signer_name: Option<String>,
    /// Whom teams report to.
    pub contact_name: Option<String>,
    pub contact_title: Option<String>,
    /// Where the flyers' QR leads, once confirmed.
    pub link: Option<LinkView>,
}

/// A link that somebody of the office has opened and confirmed: only such a one is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LinkView {
    pub url: String,
    pub confirmed_on: NaiveDate,
    /// The name; `null` for one taken over from elsewhere.
    pub confirmed_by: Option<String>,
}

impl View<'_> {
    pub(crate) fn link(&self, campaign: &Campaign) -> Result<Option<LinkView>> {
        let Some(link) = &campaign.link else { return Ok(None) };
        let confirmed_by = link.confirmed_by.map(self.account_names()?);
        Ok(Some(LinkView { url: link.url.clone(), confirmed_on: link.confirmed_on, confirmed_by }))
    }
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetProfile {}

impl Read for GetProfile {
    type Answer = Profile;
    const NAME: &'static str = "get_profile";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Profile> {
        let campaign = view.get_campaign()?;
        let issuer = view.issuer_on(view.today())?;
        let contact = view.find_named(campaign.contact)?;
        Ok(Profile {
            superior_lines: issuer.superior_lines,
            name_lines: issuer.name_lines,
            short_name: issuer.short_name,
            place: issuer.place,
            symbol: issuer.symbol,
            contact_line: issuer.contact_line,
            signature_lines: campaign.signature_lines.clone(),
            signer_name: view.find_named(campaign.signer)?.map(|p| p.name),
            contact_name: contact.as_ref().map(|p| p.name.clone()),
            contact_title: contact.and_then(|p| p.title),
            link: view.link(&campaign)?,
        })
    }
}
