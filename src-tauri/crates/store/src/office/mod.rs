//! The issuing office in its periods, and the authorities that receive reports.

use domain::ids::{AuthorityId, OfficeId};
use domain::issuer::{Authority, Issuer, Validity};
use rusqlite::{Row, named_params};

use crate::error::Result;
use crate::rows::{Columns, Rows, day};
use crate::transact::Tx;

/// An office's period, without its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewIssuer {
    pub validity: Validity,
    pub superior_lines: Vec<String>,
    pub name_lines: Vec<String>,
    pub short_name: String,
    pub place: String,
    pub symbol: String,
    pub contact_line: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAuthority {
    pub name: String,
    pub address: String,
    pub validity: Validity,
}

fn validity(row: &Row<'_>) -> rusqlite::Result<Validity> {
    Ok(Validity { from: row.maybe_day("valid_from")?, to: row.maybe_day("valid_to")? })
}

fn issuer(row: &Row<'_>) -> rusqlite::Result<Issuer> {
    Ok(Issuer {
        id: OfficeId(row.get("id")?),
        validity: validity(row)?,
        superior_lines: row.lines("superior_lines")?,
        name_lines: row.lines("name_lines")?,
        short_name: row.get("short_name")?,
        place: row.get("place")?,
        symbol: row.get("symbol")?,
        contact_line: row.get("contact_line")?,
    })
}

impl Rows<'_> {
    /// Every period, oldest first.
    pub fn list_issuers(&self) -> Result<Vec<Issuer>> {
        self.list(include_str!("list.sql"), [], issuer)
    }

    pub fn list_authorities(&self) -> Result<Vec<Authority>> {
        self.list(include_str!("authorities.sql"), [], |row| {
            Ok(Authority {
                id: AuthorityId(row.get("id")?),
                name: row.get("name")?,
                address: row.get("address")?,
                validity: validity(row)?,
            })
        })
    }

    /// The office's key: scatters codes, seals QRs.
    pub fn office_key(&self) -> Result<[u8; 32]> {
        Ok(self.connection.query_row("SELECT value FROM secret WHERE name = 'office_key'", [], |r| r.get(0))?)
    }

    /// Random name of this file, which its packets carry.
    pub fn office_uid(&self) -> Result<String> {
        Ok(self.connection.query_row("SELECT uid FROM file", [], |r| r.get(0))?)
    }
}

impl Tx<'_> {
    pub fn insert_issuer(&self, new: &NewIssuer) -> Result<OfficeId> {
        let id = self.insert(
            include_str!("insert.sql"),
            named_params! {
                ":valid_from": new.validity.from.map(day),
                ":valid_to": new.validity.to.map(day),
                ":superior_lines": new.superior_lines.join("\n"),
                ":name_lines": new.name_lines.join("\n"),
                ":short_name": new.short_name,
                ":place": new.place,
                ":symbol": new.symbol,
                ":contact_line": new.contact_line,
            },
        )?;
        Ok(OfficeId(id))
    }

    pub fn update_issuer(&self, id: OfficeId, new: &NewIssuer) -> Result<()> {
        self.run_one(
            "office",
            id.0,
            include_str!("update.sql"),
            named_params! {
                ":id": id.0,
                ":valid_from": new.validity.from.map(day),
                ":valid_to": new.validity.to.map(day),
                ":superior_lines": new.superior_lines.join("\n"),
                ":name_lines": new.name_lines.join("\n"),
                ":short_name": new.short_name,
                ":place": new.place,
                ":symbol": new.symbol,
                ":contact_line": new.contact_line,
            },
        )
    }

    /// A period that was a mistake.
    pub fn remove_issuer(&self, id: OfficeId) -> Result<()> {
        self.run_one("office", id.0, "DELETE FROM office WHERE id = ?1", [id.0])
    }

    pub fn update_authority(&self, id: AuthorityId, new: &NewAuthority) -> Result<()> {
        self.run_one(
            "authority",
            id.0,
            include_str!("update_authority.sql"),
            named_params! {
                ":id": id.0,
                ":name": new.name,
                ":address": new.address,
                ":valid_from": new.validity.from.map(day),
                ":valid_to": new.validity.to.map(day),
            },
        )
    }

    pub fn remove_authority(&self, id: AuthorityId) -> Result<()> {
        self.run_one("authority", id.0, "DELETE FROM authority WHERE id = ?1", [id.0])
    }

    pub fn insert_authority(&self, new: &NewAuthority) -> Result<AuthorityId> {
        let id = self.insert(
            include_str!("insert_authority.sql"),
            named_params! {
                ":name": new.name,
                ":address": new.address,
                ":valid_from": new.validity.from.map(day),
                ":valid_to": new.validity.to.map(day),
            },
        )?;
        Ok(AuthorityId(id))
    }
}
