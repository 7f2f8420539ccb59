use domain::account::Permission;
use domain::privacy::{Personal, personal_in};
use serde::Deserialize;
use ts_rs::TS;

use crate::{Read, Result, View};

/// What a note that is being typed seems to hold of a person: a warning beside it, never a refusal.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CheckNote {
    pub text: String,
}

impl Read for CheckNote {
    type Answer = Vec<Personal>;
    const NAME: &'static str = "check_note";
    const NEEDS: Permission = Permission::Read;

    fn run(self, _: &View<'_>) -> Result<Vec<Personal>> {
        Ok(personal_in(&self.text))
    }
}
