//! Scans and photos of sheets and of what was posted: what is said of them is journalled, their bytes are known by their hash.

use domain::ids::{AccountId, AttachmentId, CampaignId, PostingId, SheetId};
use rusqlite::{Row, named_params, params};

use crate::error::{Result, StoreError};
use crate::journal::digest;
use crate::rows::Rows;
use crate::transact::Tx;

/// What it is kept with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttachedTo {
    Sheet(SheetId),
    Posting(PostingId),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    pub id: AttachmentId,
    pub to: AttachedTo,
    /// Given by the program: a file's own name may name a person.
    pub name: String,
    /// `image/jpeg` or `application/pdf`.
    pub mime: String,
    /// Bytes.
    pub size: u32,
    pub by: AccountId,
    /// RFC 3339.
    pub at: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAttachment {
    pub to: AttachedTo,
    pub name: String,
    pub mime: &'static str,
    pub bytes: Vec<u8>,
}

fn attachment(row: &Row<'_>) -> rusqlite::Result<Attachment> {
    let to = match row.get("posting_id")? {
        Some(posting) => AttachedTo::Posting(PostingId(posting)),
        None => AttachedTo::Sheet(SheetId(row.get("sheet_id")?)),
    };
    Ok(Attachment {
        id: AttachmentId(row.get("id")?),
        to,
        name: row.get("name")?,
        mime: row.get("mime")?,
        size: row.get("size")?,
        by: AccountId(row.get("account_id")?),
        at: row.get("at")?,
    })
}

impl Rows<'_> {
    /// In the order they were attached.
    pub fn list_attachments(&self, sheet: SheetId) -> Result<Vec<Attachment>> {
        self.list(include_str!("of_sheet.sql"), [sheet.0], attachment)
    }

    /// Photos of everything posted in a campaign, in the order they were attached.
    pub fn list_posting_photos(&self, campaign: CampaignId) -> Result<Vec<Attachment>> {
        self.list(include_str!("of_postings.sql"), [campaign.0], attachment)
    }

    /// How many each sheet of the campaign has that has any.
    pub fn count_attachments(&self, campaign: CampaignId) -> Result<Vec<(SheetId, u32)>> {
        self.list(include_str!("count.sql"), [campaign.0], |r| Ok((SheetId(r.get(0)?), r.get(1)?)))
    }

    pub fn get_attachment(&self, id: AttachmentId) -> Result<Attachment> {
        self.find(include_str!("get.sql"), [id.0], attachment)?
            .ok_or(StoreError::Missing { noun: "attachment", id: id.0 })
    }

    /// The bytes as attached; none if they are no longer what was attached.
    pub fn find_attachment_bytes(&self, id: AttachmentId) -> Result<Option<Vec<u8>>> {
        let found: Option<(Vec<u8>, String)> =
            self.find(include_str!("bytes.sql"), [id.0], |r| Ok((r.get("bytes")?, r.get("sha256")?)))?;
        Ok(found.filter(|(bytes, sha256)| digest(bytes) == *sha256).map(|(bytes, _)| bytes))
    }

    /// Attachments of the whole file whose bytes are gone or changed. Reads every one of them.
    pub fn list_spoilt_attachments(&self) -> Result<Vec<Attachment>> {
        let mut spoilt = Vec::new();
        for attachment in self.list(include_str!("list.sql"), [], attachment)? {
            if self.find_attachment_bytes(attachment.id)?.is_none() {
                spoilt.push(attachment);
            }
        }
        Ok(spoilt)
    }
}

impl Tx<'_> {
    pub fn insert_attachment(&self, new: &NewAttachment) -> Result<AttachmentId> {
        let op = self.op();
        let (sheet, posting) = match new.to {
            AttachedTo::Sheet(id) => (Some(id.0), None),
            AttachedTo::Posting(id) => (None, Some(id.0)),
        };
        let id = self.insert(
            include_str!("insert.sql"),
            named_params! {
                ":sheet_id": sheet,
                ":posting_id": posting,
                ":name": new.name,
                ":mime": new.mime,
                ":sha256": digest(&new.bytes),
                ":size": new.bytes.len() as i64,
                ":account_id": op.who.map(|a| a.0),
                ":at": op.at_text(),
            },
        )?;
        self.run("INSERT INTO attachment_content (attachment_id, bytes) VALUES (?1, ?2)", params![id, new.bytes])?;
        Ok(AttachmentId(id))
    }

    /// Its bytes are overwritten in the file; they leave its log when the operation is done.
    pub fn delete_attachment(&self, id: AttachmentId) -> Result<()> {
        self.run("DELETE FROM attachment_content WHERE attachment_id = ?1", [id.0])?;
        self.run_one("attachment", id.0, "DELETE FROM attachment WHERE id = ?1", [id.0])?;
        self.empty_log();
        Ok(())
    }
}
