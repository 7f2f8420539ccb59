//! What lists of sheets say beside each: the names of area and team, and the forms they were printed under.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use domain::form::Form;
use domain::ids::{AreaId, CampaignId, FormId, TeamId};
use domain::sheet::Sheet;

use crate::{Result, View};

/// Names by id.
pub(crate) struct Labels {
    areas: BTreeMap<AreaId, String>,
    teams: BTreeMap<TeamId, String>,
}

impl Labels {
    /// Blank for a sheet of no area yet.
    pub(crate) fn area(&self, sheet: &Sheet) -> String {
        sheet.area.and_then(|id| self.areas.get(&id)).cloned().unwrap_or_default()
    }

    pub(crate) fn team(&self, sheet: &Sheet) -> Option<String> {
        sheet.team.and_then(|id| self.teams.get(&id)).cloned()
    }
}

impl View<'_> {
    pub(crate) fn sheet_labels(&self, campaign: CampaignId) -> Result<Labels> {
        Ok(Labels {
            areas: self.list_areas(campaign)?.into_iter().map(|a| (a.id, a.label())).collect(),
            teams: self.list_teams(campaign)?.into_iter().map(|t| (t.id, t.name)).collect(),
        })
    }

    /// The forms these sheets were printed under.
    pub(crate) fn forms_of(&self, sheets: &[Sheet]) -> Result<BTreeMap<FormId, Form>> {
        let mut forms = BTreeMap::new();
        for sheet in sheets {
            if let Entry::Vacant(free) = forms.entry(sheet.form) {
                free.insert(self.get_form(sheet.form)?);
            }
        }
        Ok(forms)
    }
}
