use domain::account::Permission;
use domain::form::FormDraft;
use serde::{Deserialize, Serialize};
use store::NewForm;
use ts_rs::TS;

use super::fault::refused;
use crate::{Act, Result, View, Write};

/// Makes a draft the form of new sheets. Once a sheet was numbered under the newest version a new version
/// is made, because papers may be out; before that the newest is replaced.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutForm {
    pub form: FormDraft,
}

/// The version that new sheets are printed in from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Versioned {
    pub version: u32,
    /// A version of its own, not the newest replaced.
    pub is_new: bool,
}

impl View<'_> {
    /// Which version a changed form would be.
    pub(super) fn next_form(&self) -> Result<Versioned> {
        let campaign = self.get_campaign()?.id;
        let newest = self.get_current_form(campaign)?;
        let is_new = self.list_sheets(campaign)?.iter().any(|s| s.form == newest.id);
        Ok(Versioned { version: newest.version + u32::from(is_new), is_new })
    }
}

impl Write for PutForm {
    type Answer = Versioned;
    const NAME: &'static str = "put_form";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<Versioned> {
        let campaign = act.get_campaign()?.id;
        let newest = act.get_current_form(campaign)?;
        let next = act.view().next_form()?;
        let form = self.form.read(next.version, &act.list_targets(campaign)?).map_err(refused)?;
        let same =
            (form.control, &form.indicators, &form.checks) == (newest.control, &newest.indicators, &newest.checks);
        if same {
            return Ok(Versioned { version: newest.version, is_new: false });
        }
        let new =
            NewForm { version: form.version, control: form.control, indicators: form.indicators, checks: form.checks };
        if next.is_new {
            act.insert_form(campaign, &new)?;
        } else {
            act.replace_form(newest.id, &new)?;
        }
        Ok(next)
    }
}
