use chrono::NaiveDate;
use domain::account::Permission;
use domain::date::dmy;
use domain::ids::AuthorityId;
use domain::issuer::Validity;
use domain::text::fold;
use serde::Deserialize;
use store::NewAuthority;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::issuer::{name_of, optional_name};
use crate::{Act, Result, Write};

/// An authority as typed: a new one, or one changed. Reports go to those that are there on the day of the report.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutAuthority {
    /// `null`: a new one.
    pub id: Option<AuthorityId>,
    pub name: String,
    /// After "Kính gửi:"; blank is the name.
    pub address: String,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

impl Write for PutAuthority {
    type Answer = AuthorityId;
    const NAME: &'static str = "put_authority";
    const NEEDS: Permission = Permission::SetUp;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<AuthorityId> {
        let name = name_of(&self.name, "tên cơ quan")?;
        let address = optional_name(Some(&self.address), "dòng Kính gửi")?.unwrap_or_else(|| name.clone());
        let validity = Validity { from: self.from, to: self.to };
        if let (Some(from), Some(to)) = (self.from, self.to)
            && to < from
        {
            return Err(Error::of(ErrorCode::DatesReversed).with("from", dmy(from)).with("to", dmy(to)));
        }
        let twice = act
            .list_authorities()?
            .into_iter()
            .any(|a| Some(a.id) != self.id && fold(&a.name) == fold(&name) && a.validity.overlaps(validity));
        if twice {
            return Err(Error::of(ErrorCode::AuthorityExists).with("name", name));
        }
        let new = NewAuthority { name, address, validity };
        match self.id {
            Some(id) => Ok(act.update_authority(id, &new).map(|()| id)?),
            None => Ok(act.insert_authority(&new)?),
        }
    }
}
