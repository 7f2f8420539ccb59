//! Where somebody's keying is taken up again. A local table: it is written in the transaction of the box
//! that was left, and says nothing that a figure or the journal depends on.

use domain::code::SheetCode;
use domain::ids::{AccountId, CampaignId, SheetId};
use domain::tally::BoxNo;
use rusqlite::params;

use crate::error::Result;
use crate::rows::{Columns, Rows};
use crate::transact::Tx;

/// The box where somebody's cursor went when the last box was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    pub sheet: SheetId,
    pub code: SheetCode,
    /// As in [`crate::TallyWrite`].
    pub keying: u8,
    /// None: past the last box, waiting for the next sheet's code.
    pub no: Option<BoxNo>,
}

impl Rows<'_> {
    /// The account's cursor, if it stands on a sheet of this campaign.
    pub fn find_cursor(&self, account: AccountId, campaign: CampaignId) -> Result<Option<Cursor>> {
        self.find(include_str!("find.sql"), [account.0, campaign.0], |r| {
            let no: Option<String> = r.get("box")?;
            Ok(Cursor {
                sheet: SheetId(r.get("sheet_id")?),
                code: r.parsed("code")?,
                keying: r.get("keying")?,
                no: no.map(|_| r.parsed("box")).transpose()?,
            })
        })
    }
}

impl Tx<'_> {
    /// A cursor that stands there already writes nothing.
    pub fn set_cursor(&self, account: AccountId, sheet: SheetId, keying: u8, no: Option<&BoxNo>) -> Result<()> {
        self.run(include_str!("put.sql"), params![account.0, sheet.0, keying, no.map(ToString::to_string)])?;
        Ok(())
    }
}
