//! Authorities that receive the office's reports, each in its time; several at once.

mod put;
mod remove;

use domain::account::Permission;
use domain::issuer::Authority;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

pub use put::PutAuthority;
pub use remove::RemoveAuthority;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AuthorityRow {
    pub authority: Authority,
    /// It receives the reports of today.
    pub now: bool,
}

/// Every authority, those of today first.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListAuthorities {}

impl Read for ListAuthorities {
    type Answer = Vec<AuthorityRow>;
    const NAME: &'static str = "list_authorities";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<AuthorityRow>> {
        let today = view.today();
        let authorities = view.list_authorities()?.into_iter();
        let mut rows: Vec<AuthorityRow> =
            authorities.map(|authority| AuthorityRow { now: authority.validity.covers(today), authority }).collect();
        rows.sort_by_key(|row| !row.now);
        Ok(rows)
    }
}
