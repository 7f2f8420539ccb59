use domain::account::{IDLE_MINUTES, Permission, Role};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

/// One right, and which roles have it: the table that is enforced, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RightRow {
    pub permission: Permission,
    pub words: String,
    /// In the order of [`DoorsView::roles`].
    pub may: Vec<bool>,
}

/// A time the unlock sheet was used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnlockUse {
    /// Of the sheet.
    #[ts(type = "number")]
    pub id: i64,
    /// RFC 3339.
    pub at: String,
    /// Whose door it opened.
    pub name: String,
    /// Whoever asks has read of it.
    pub seen: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnlockView {
    /// When the sheet that opens was made, RFC 3339; `null`: none was made, or the last one was used.
    pub made_at: Option<String>,
    pub made_by: Option<String>,
    /// The newest first.
    pub uses: Vec<UnlockUse>,
}

/// How the doors of this office are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DoorsView {
    /// Minutes without a key or a movement after which a screen is locked.
    pub idle_minutes: u32,
    pub roles: Vec<String>,
    pub rights: Vec<RightRow>,
    pub unlock: UnlockView,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetDoors {}

impl Read for GetDoors {
    type Answer = DoorsView;
    const NAME: &'static str = "get_doors";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<DoorsView> {
        let rights = Permission::ALL.into_iter().filter_map(|permission| {
            let words = permission.words()?.to_owned();
            Some(RightRow { permission, words, may: Role::ALL.map(|role| role.may(permission)).to_vec() })
        });
        Ok(DoorsView {
            idle_minutes: view.find_idle_minutes()?.unwrap_or(IDLE_MINUTES),
            roles: Role::ALL.iter().map(|role| role.word().to_owned()).collect(),
            rights: rights.collect(),
            unlock: unlock_of(view)?,
        })
    }
}

fn unlock_of(view: &View<'_>) -> Result<UnlockView> {
    let sheets = view.list_unlock_sheets(view.who.as_ref().map(|w| w.id))?;
    let name = view.account_names()?;
    let opens = sheets.first().filter(|s| s.used.is_none());
    Ok(UnlockView {
        made_at: opens.map(|s| s.made_at.to_rfc3339()),
        made_by: opens.map(|s| name(s.made_by)),
        uses: sheets
            .iter()
            .filter_map(|s| {
                let (at, account) = s.used?;
                Some(UnlockUse { id: s.id, at: at.to_rfc3339(), name: name(account), seen: s.seen })
            })
            .collect(),
    })
}
