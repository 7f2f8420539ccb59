use domain::account::Permission;
use domain::tally::BoxNo;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

/// Where keying was left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CursorView {
    pub code: String,
    /// The box where the cursor stood; `null`: past the last one, waiting for the next sheet's code.
    #[serde(rename = "box")]
    pub no: Option<BoxNo>,
    /// 1 first keying; 2 and more: keyed again to be compared.
    pub keying: u8,
}

/// Where whoever is signed in left off, in the campaign worked on; `null` where nothing was keyed yet.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetCursor {}

impl Read for GetCursor {
    type Answer = Option<CursorView>;
    const NAME: &'static str = "get_cursor";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Option<CursorView>> {
        let Some(who) = &view.who else { return Ok(None) };
        let cursor = view.find_cursor(who.id, view.get_campaign()?.id)?;
        Ok(cursor.map(|c| CursorView { code: c.code.to_string(), no: c.no, keying: c.keying }))
    }
}
