//! The door: wrong PINs in a row, after how long a screen is locked, and the sheet that unlocks it.

use chrono::{DateTime, FixedOffset};
use domain::ids::AccountId;
use rusqlite::{Row, params};

use crate::error::Result;
use crate::rows::{Columns, Rows};
use crate::transact::Tx;

/// Name of the unlock code's hash among the secrets.
const UNLOCK: &str = "unlock_code";

/// Wrong PINs in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongPins {
    pub account: AccountId,
    pub times: u32,
    /// When the last one was typed, by the clock of then.
    pub at: DateTime<FixedOffset>,
}

/// An unlock sheet that was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnlockSheet {
    pub id: i64,
    pub made_at: DateTime<FixedOffset>,
    pub made_by: AccountId,
    /// When it was used, and whose door it opened.
    pub used: Option<(DateTime<FixedOffset>, AccountId)>,
    /// Whoever asks has read that it was used.
    pub seen: bool,
}

fn unlock_sheet(row: &Row<'_>) -> rusqlite::Result<UnlockSheet> {
    let used_for: Option<i64> = row.get("used_for")?;
    Ok(UnlockSheet {
        id: row.get("id")?,
        made_at: row.parsed("made_at")?,
        made_by: AccountId(row.get("made_by")?),
        used: used_for.map(|id| Ok::<_, rusqlite::Error>((row.parsed("used_at")?, AccountId(id)))).transpose()?,
        seen: row.get("seen")?,
    })
}

impl Rows<'_> {
    pub fn list_wrong_pins(&self) -> Result<Vec<WrongPins>> {
        self.list("SELECT account_id, times, at FROM wrong_pin ORDER BY account_id", [], |row| {
            let account = AccountId(row.get("account_id")?);
            Ok(WrongPins { account, times: row.get("times")?, at: row.parsed("at")? })
        })
    }

    /// The office's own rule; `None`: nobody has set one.
    pub fn find_idle_minutes(&self) -> Result<Option<u32>> {
        self.find("SELECT idle_minutes FROM door", [], |row| row.get(0))
    }

    /// Unlock sheets, the newest first; `seen` by this account.
    pub fn list_unlock_sheets(&self, by: Option<AccountId>) -> Result<Vec<UnlockSheet>> {
        self.list(include_str!("unlock_sheets.sql"), [by.map(|id| id.0)], unlock_sheet)
    }

    /// Hash of the code that opens the door; none if no sheet was printed, or the last one was used.
    pub fn find_unlock_hash(&self) -> Result<Option<String>> {
        self.find("SELECT CAST(value AS TEXT) FROM secret WHERE name = ?1", [UNLOCK], |row| row.get(0))
    }
}

impl Tx<'_> {
    /// Counts a wrong PIN, now.
    pub fn count_wrong_pin(&self, id: AccountId) -> Result<()> {
        self.run(include_str!("count_wrong.sql"), params![id.0, self.op().at_text()]).map(|_| ())
    }

    pub fn forget_wrong_pins(&self, id: AccountId) -> Result<()> {
        self.run("DELETE FROM wrong_pin WHERE account_id = ?1", [id.0]).map(|_| ())
    }

    /// After so many minutes without a key or a movement the screen is locked.
    pub fn set_idle_minutes(&self, minutes: u32) -> Result<()> {
        let sql = "INSERT INTO door (id, idle_minutes) VALUES (1, ?1)
                   ON CONFLICT (id) DO UPDATE SET idle_minutes = excluded.idle_minutes";
        self.run(sql, [minutes]).map(|_| ())
    }

    /// A new unlock sheet: codes of earlier ones open nothing any more.
    pub fn insert_unlock_sheet(&self, by: AccountId, hash: &str) -> Result<()> {
        self.insert("INSERT INTO unlock_sheet (made_at, made_by) VALUES (?1, ?2)", params![self.op().at_text(), by.0])?;
        let sql = "INSERT INTO secret (name, value) VALUES (?1, CAST(?2 AS BLOB))
                   ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        self.run(sql, params![UNLOCK, hash]).map(|_| ())
    }

    /// The sheet's code has opened this account's door and opens nothing any more.
    pub fn use_unlock_sheet(&self, sheet: i64, account: AccountId) -> Result<()> {
        let sql = "UPDATE unlock_sheet SET used_at = ?2, used_for = ?3 WHERE id = ?1";
        self.run_one("unlock_sheet", sheet, sql, params![sheet, self.op().at_text(), account.0])?;
        self.run("DELETE FROM secret WHERE name = ?1", [UNLOCK]).map(|_| ())
    }

    /// Somebody has read that a sheet was used.
    pub fn see_unlock_sheet(&self, sheet: i64, by: AccountId) -> Result<()> {
        let sql = "INSERT INTO unlock_seen (sheet_id, account_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        self.run(sql, [sheet, by.0]).map(|_| ())
    }
}
