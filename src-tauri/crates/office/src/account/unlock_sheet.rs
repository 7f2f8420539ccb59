//! The sheet that lies sealed in the safe: its code lets an administrator in who has forgotten the PIN. It is shown
//! once, when it is made; the file keeps its hash alone.

use domain::account::Permission;
use domain::account::unlock::UnlockCode;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::pin;
use crate::error::{Error, ErrorCode};
use crate::outside::fresh;
use crate::{Act, Result, Write};

/// Makes a new unlock sheet; the code of an earlier one opens nothing any more.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MakeUnlockSheet {}

/// What is printed, now and never again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NewUnlockSheet {
    /// Six groups of five digits.
    pub groups: Vec<String>,
    /// RFC 3339.
    pub made_at: String,
    /// The administrator who made it.
    pub made_by: String,
}

impl Write for MakeUnlockSheet {
    type Answer = NewUnlockSheet;
    const NAME: &'static str = "make_unlock_sheet";
    const NEEDS: Permission = Permission::Accounts;

    fn run(self, act: &Act<'_>) -> Result<NewUnlockSheet> {
        let code = UnlockCode::of(&fresh(act.outside));
        act.insert_unlock_sheet(act.who.id, &pin::hash_of(&code.digits(), act.outside)?)?;
        Ok(NewUnlockSheet {
            groups: code.groups().to_vec(),
            made_at: act.op().at.to_rfc3339(),
            made_by: act.who.name.clone(),
        })
    }
}

/// An administrator has read that the sheet was used.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SeeUnlockSheet {
    #[ts(type = "number")]
    pub id: i64,
}

impl Write for SeeUnlockSheet {
    type Answer = ();
    const NAME: &'static str = "see_unlock_sheet";
    const NEEDS: Permission = Permission::Accounts;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let sheets = act.list_unlock_sheets(None)?;
        if !sheets.iter().any(|s| s.id == self.id && s.used.is_some()) {
            return Err(Error::of(ErrorCode::Missing));
        }
        Ok(act.see_unlock_sheet(self.id, act.who.id)?)
    }
}
