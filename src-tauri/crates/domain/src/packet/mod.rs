//! The packet (R13): the exact data of a report, which its workbook carries in a hidden sheet, so that another copy
//! of the program reads the same file back.
//!
//! A packet holds no person: ids only, and no free text about anybody. It is sealed with the office's signature
//! (Ed25519): whoever takes packets in keeps the key a ward first came with, and refuses another one under its name.

use chrono::{Datelike, NaiveDate};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::code::OfficeKey;
use crate::report::Report;

/// Of this shape. A later program reads every earlier one.
pub const FORMAT: u32 = 1;

/// Years a packet may speak of.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2199;

/// What is signed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Packet {
    pub format: u32,
    /// Random name of the office file it comes from: which ward's it is, whatever the ward is called by then.
    pub office: String,
    /// Number of the journal's newest entry: of two packets of one office the higher is the newer.
    pub seq: i64,
    /// Which arrangement of pages its workbook has: a program that arranges them otherwise cannot make the same cells
    /// again.
    pub layout: u32,
    pub report: Report,
}

/// A packet as it travels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The packet as JSON, exactly as it was signed.
    pub bytes: Vec<u8>,
    /// Of the office.
    pub key: [u8; 32],
    pub signature: [u8; 64],
}

/// Why a packet is not what an office sealed.
#[derive(Debug, thiserror::Error)]
pub enum PacketError {
    /// Bytes or signature were changed, or the signature is of another key.
    #[error("the signature does not fit the packet")]
    Forged,
    #[error("the packet is of the later format {0}")]
    Newer(u32),
    /// Signed, and no packet all the same.
    #[error("not a packet: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// A day no campaign has; whoever signed it did not use this program.
    #[error("a day outside {}–{}", YEARS.start(), YEARS.end())]
    OutOfTime,
}

impl Packet {
    /// # Errors
    /// The report cannot be written as JSON.
    pub fn seal(&self, key: &OfficeKey) -> Result<Sealed, PacketError> {
        let bytes = serde_json::to_vec(self)?;
        let signing = signing_key(key);
        let signature = signing.sign(&bytes).to_bytes();
        Ok(Sealed { bytes, key: signing.verifying_key().to_bytes(), signature })
    }
}

impl Sealed {
    /// The packet, if it is what the key's office sealed.
    ///
    /// # Errors
    /// [`PacketError`].
    pub fn open(&self) -> Result<Packet, PacketError> {
        /// Read before the rest: a later format may have another rest.
        #[derive(Deserialize)]
        struct Format {
            format: u32,
        }
        let key = VerifyingKey::from_bytes(&self.key).map_err(|_| PacketError::Forged)?;
        let signature = Signature::from_bytes(&self.signature);
        key.verify_strict(&self.bytes, &signature).map_err(|_| PacketError::Forged)?;
        match serde_json::from_slice::<Format>(&self.bytes)?.format {
            FORMAT => {
                let packet: Packet = serde_json::from_slice(&self.bytes)?;
                if packet.report.days().all(|day| YEARS.contains(&day.year())) {
                    Ok(packet)
                } else {
                    Err(PacketError::OutOfTime)
                }
            }
            later => Err(PacketError::Newer(later)),
        }
    }

    /// What tells one packet from another.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(&self.bytes).into()
    }
}

/// The office's signing key follows from its one secret, so that a backup carries both.
fn signing_key(key: &OfficeKey) -> SigningKey {
    SigningKey::from_bytes(&key.seal(&[b"packet"]))
}

impl Report {
    /// Days that rows and columns are made of: a year that never comes would make millions.
    fn days(&self) -> impl Iterator<Item = NaiveDate> {
        let campaign = [self.campaign.starts_on, self.campaign.ends_on, self.period.to, self.as_of];
        let areas = self.book.areas.iter().flat_map(|a| [a.self_report_due, a.began_on, a.ended_on]).flatten();
        let sheets = self.book.sheets.iter().flat_map(|k| [k.sheet.on, k.sheet.handed_out_on]).flatten();
        campaign
            .into_iter()
            .chain(self.period.from)
            .chain(areas)
            .chain(sheets)
            .chain(self.book.bases.iter().map(|b| b.as_of))
            .chain(self.targets.iter().map(|t| t.by))
            .chain(self.visits.iter().map(|v| v.on))
            .chain(self.schools.figures.iter().map(|f| f.as_of))
    }

    /// The report as a packet carries it: without signers, leaders, holders and notes, which no figure is made from.
    #[must_use]
    pub fn without_persons(mut self) -> Self {
        self.campaign.contact = None;
        self.campaign.signer = None;
        self.signer = None;
        self.campaign.recipients.clear();
        self.book.areas.iter_mut().for_each(|a| a.leader = None);
        self.schools.units.iter_mut().for_each(|u| u.contact = None);
        for keyed in &mut self.book.sheets {
            keyed.sheet.holder = None;
            keyed.sheet.note = None;
            keyed.sheet.state_because = None;
        }
        self
    }
}

#[cfg(test)]
pub(crate) mod tests;
