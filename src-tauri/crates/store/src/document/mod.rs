//! Issued documents: frozen bytes with their hash.

use chrono::NaiveDate;
use domain::ids::{CampaignId, DocumentId};
use rusqlite::{Row, named_params, params};

use crate::error::{Result, StoreError};
use crate::journal::digest;
use crate::rows::{Columns, Rows, day};
use crate::transact::Tx;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub id: DocumentId,
    /// `KH`, `BC`, …
    pub kind: String,
    pub number: Option<u32>,
    pub issued_on: NaiveDate,
    pub title: String,
    /// `pdf`, `docx` or `xlsx`.
    pub format: String,
    pub sha256: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDocument {
    pub kind: String,
    pub number: Option<u32>,
    pub issued_on: NaiveDate,
    pub title: String,
    pub format: String,
    pub bytes: Vec<u8>,
}

fn document(row: &Row<'_>) -> rusqlite::Result<Document> {
    Ok(Document {
        id: DocumentId(row.get("id")?),
        kind: row.get("kind")?,
        number: row.get("number")?,
        issued_on: row.day("issued_on")?,
        title: row.get("title")?,
        format: row.get("format")?,
        sha256: row.get("sha256")?,
    })
}

impl Rows<'_> {
    pub fn list_documents(&self, campaign: CampaignId) -> Result<Vec<Document>> {
        self.list(include_str!("list.sql"), [campaign.0], document)
    }

    /// The bytes as issued, checked against their hash.
    pub fn get_document_bytes(&self, id: DocumentId) -> Result<Vec<u8>> {
        let (bytes, sha256): (Vec<u8>, String) = self
            .find(include_str!("bytes.sql"), [id.0], |r| Ok((r.get("bytes")?, r.get("sha256")?)))?
            .ok_or(StoreError::Missing { noun: "document", id: id.0 })?;
        if digest(&bytes) == sha256 {
            Ok(bytes)
        } else {
            Err(StoreError::Value(format!("document {id} no longer has the bytes it was issued with")))
        }
    }
}

impl Tx<'_> {
    pub fn insert_document(&self, campaign: CampaignId, new: &NewDocument) -> Result<DocumentId> {
        let id = self.insert(
            include_str!("insert.sql"),
            named_params! {
                ":campaign_id": campaign.0,
                ":kind": new.kind,
                ":number": new.number,
                ":issued_on": day(new.issued_on),
                ":title": new.title,
                ":format": new.format,
                ":sha256": digest(&new.bytes),
            },
        )?;
        self.run("INSERT INTO document_content (document_id, bytes) VALUES (?1, ?2)", params![id, new.bytes])?;
        Ok(DocumentId(id))
    }
}
