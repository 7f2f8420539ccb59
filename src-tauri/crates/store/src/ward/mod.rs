//! Packets of wards, where reports of many wards are brought together: the newest of each is held. What is said of
//! them is journalled, their bytes are known by their hash.

use std::io::{Read, Write};

use chrono::NaiveDate;
use domain::ids::{AccountId, CampaignId, WardPacketId};
use domain::rates::Period;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use rusqlite::{Row, named_params};

use crate::error::{Result, StoreError};
use crate::journal::digest;
use crate::rows::{Columns, Rows, day};
use crate::transact::Tx;

/// A packet that is held, but for its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WardPacket {
    pub id: WardPacketId,
    /// Random name of the ward's office file.
    pub office: String,
    /// As the ward was called in it: `UBND phường Hà Cầu`.
    pub name: String,
    pub period: Period,
    pub as_of: NaiveDate,
    /// Newest entry of the ward's journal.
    pub seq: i64,
    /// The key the ward first came with, in hexadecimal digits.
    pub key: String,
    /// `BC-003`; none if the ward had not issued it.
    pub report: Option<String>,
    /// Of the bytes as they were signed, in hexadecimal digits.
    pub sha256: String,
    pub file_name: String,
    /// RFC 3339.
    pub at: String,
    pub by: Option<AccountId>,
}

/// A packet about to be held; who and when are the operation's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWardPacket<'a> {
    pub office: &'a str,
    pub name: &'a str,
    pub period: Period,
    pub as_of: NaiveDate,
    pub seq: i64,
    pub key: &'a str,
    pub report: Option<&'a str>,
    pub file_name: &'a str,
    /// As they were signed.
    pub bytes: &'a [u8],
}

fn ward_packet(row: &Row<'_>) -> rusqlite::Result<WardPacket> {
    Ok(WardPacket {
        id: WardPacketId(row.get("id")?),
        office: row.get("office_uid")?,
        name: row.get("name")?,
        period: Period { from: row.maybe_day("from_day")?, to: row.day("to_day")? },
        as_of: row.day("as_of")?,
        seq: row.get("journal_seq")?,
        key: row.get("public_key")?,
        report: row.get("report")?,
        sha256: row.get("sha256")?,
        file_name: row.get("file_name")?,
        at: row.get("at")?,
        by: row.get::<_, Option<i64>>("account_id")?.map(AccountId),
    })
}

impl Rows<'_> {
    /// In the order the wards first came.
    pub fn list_ward_packets(&self, campaign: CampaignId) -> Result<Vec<WardPacket>> {
        self.list(include_str!("list.sql"), [campaign.0], ward_packet)
    }

    /// A packet's bytes as they were signed.
    ///
    /// # Errors
    /// [`StoreError::Value`]: they are gone, or no longer what was taken in.
    pub fn get_ward_packet_bytes(&self, id: WardPacketId) -> Result<Vec<u8>> {
        let spoilt = || StoreError::Value(format!("the bytes of ward packet {id} are not what was taken in"));
        let found: Option<(Vec<u8>, String)> =
            self.find(include_str!("bytes.sql"), [id.0], |r| Ok((r.get("bytes")?, r.get("sha256")?)))?;
        let (packed, sha256) = found.ok_or_else(spoilt)?;
        let mut bytes = Vec::new();
        DeflateDecoder::new(packed.as_slice()).read_to_end(&mut bytes).map_err(|_| spoilt())?;
        if digest(&bytes) == sha256 { Ok(bytes) } else { Err(spoilt()) }
    }
}

impl Tx<'_> {
    /// Holds a packet, in place of the one held of its office under the same key.
    ///
    /// # Errors
    /// [`StoreError::Sql`]: the office is held under another key.
    pub fn put_ward_packet(&self, campaign: CampaignId, new: &NewWardPacket<'_>) -> Result<WardPacketId> {
        let op = self.op();
        let (from_day, to_day, as_of) = (new.period.from.map(day), day(new.period.to), day(new.as_of));
        let (sha256, at, account) = (digest(new.bytes), op.at_text(), op.who.map(|a| a.0));
        let params = named_params! {
            ":campaign_id": campaign.0,
            ":office_uid": new.office,
            ":name": new.name,
            ":from_day": from_day,
            ":to_day": to_day,
            ":as_of": as_of,
            ":journal_seq": new.seq,
            ":public_key": new.key,
            ":report": new.report,
            ":sha256": sha256,
            ":file_name": new.file_name,
            ":at": at,
            ":account_id": account,
        };
        let id = match self.find(include_str!("update.sql"), params, |r| r.get("id"))? {
            Some(id) => id,
            None => self.insert(include_str!("insert.sql"), params)?,
        };
        self.run(include_str!("put_bytes.sql"), named_params! { ":id": id, ":bytes": packed(new.bytes)? })?;
        Ok(WardPacketId(id))
    }

    /// The ward counts no more, and may come again under any key.
    pub fn delete_ward_packet(&self, id: WardPacketId) -> Result<()> {
        self.run("DELETE FROM ward_packet_content WHERE ward_packet_id = ?1", [id.0])?;
        self.run_one("ward_packet", id.0, "DELETE FROM ward_packet WHERE id = ?1", [id.0])
    }
}

fn packed(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).and_then(|()| packer.finish()).map_err(|e| StoreError::Value(e.to_string()))
}
