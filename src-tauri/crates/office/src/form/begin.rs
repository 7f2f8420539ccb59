use domain::account::Permission;
use domain::form::{Form, FormDraft, default_checks, default_indicators, reason_checks, reason_indicators};
use domain::ids::FormId;
use serde::Deserialize;
use ts_rs::TS;

use crate::{Read, Result, View};

/// The form an office starts from, as texts to edit: nine boxes, and the block of reasons if it is wanted.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct DefaultForm {
    pub with_reasons: bool,
}

impl Read for DefaultForm {
    type Answer = FormDraft;
    const NAME: &'static str = "default_form";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<FormDraft> {
        let app = view.get_campaign()?.app_name;
        let (mut indicators, mut checks) = (default_indicators(&app), default_checks());
        if self.with_reasons {
            indicators.extend(reason_indicators());
            checks.extend(reason_checks());
        }
        Ok(FormDraft::from(&Form { id: FormId(0), version: 0, control: false, indicators, checks }))
    }
}
