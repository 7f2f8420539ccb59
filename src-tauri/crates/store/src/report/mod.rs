//! Issued reports: the head of each, and its files, frozen with their hashes.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::ids::{AccountId, AuthorityId, CampaignId, DocumentId, ReportId};
use domain::journal::Link;
use domain::rates::Period;
use domain::report::{Issue, ReportKind};
use rusqlite::{Row, named_params, params};

use crate::disk::hex;
use crate::error::{Result, StoreError};
use crate::journal::digest;
use crate::rows::{Columns, Rows, day, word};
use crate::transact::Tx;

/// An issued report, but for its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportRow {
    pub id: ReportId,
    /// Running number within the campaign, from 1.
    pub n: u32,
    pub kind: ReportKind,
    pub period: Period,
    pub as_of: NaiveDate,
    /// Whom it was sent to.
    pub authority: Option<AuthorityId>,
    /// The numbered document that was issued with it; it keeps the document's files.
    pub document: Option<DocumentId>,
    /// RFC 3339.
    pub at: String,
    pub by: AccountId,
    /// The journal's newest entry before it was issued.
    pub journal_seq: i64,
    /// Link of that entry in hexadecimal digits.
    pub journal_head: String,
    pub xlsx_sha256: String,
    pub pdf_sha256: Option<String>,
    pub docx_sha256: Option<String>,
}

/// A report about to be issued; who and when are the operation's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReport {
    pub n: u32,
    pub kind: ReportKind,
    pub period: Period,
    pub as_of: NaiveDate,
    pub authority: Option<AuthorityId>,
    pub document: Option<DocumentId>,
    pub journal_seq: i64,
    pub journal_head: Link,
}

/// The files of a report as they leave the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportFiles {
    pub xlsx: Vec<u8>,
    /// None where a numbered document has them.
    pub document: Option<DocumentFiles>,
}

/// The report document in both forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentFiles {
    pub pdf: Vec<u8>,
    pub docx: Vec<u8>,
}

/// Bytes of a report's files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportSizes {
    pub xlsx: u32,
    pub pdf: u32,
    pub docx: u32,
}

impl ReportRow {
    /// As it stands in the footers of its files.
    #[must_use]
    pub fn issue(&self) -> Issue {
        let head: Vec<&str> = (0..4).filter_map(|g| self.journal_head.get(4 * g..4 * g + 4)).collect();
        Issue { n: self.n, head: head.join(" ") }
    }
}

impl ReportFiles {
    /// Of the workbook, the PDF and the Word file.
    fn hashes(&self) -> (String, Option<String>, Option<String>) {
        let document = self.document.as_ref();
        (digest(&self.xlsx), document.map(|d| digest(&d.pdf)), document.map(|d| digest(&d.docx)))
    }
}

fn report(row: &Row<'_>) -> rusqlite::Result<ReportRow> {
    Ok(ReportRow {
        id: ReportId(row.get("id")?),
        n: row.get("n")?,
        kind: row.word("kind")?,
        period: Period { from: row.maybe_day("from_day")?, to: row.day("to_day")? },
        as_of: row.day("as_of")?,
        authority: row.get::<_, Option<i64>>("authority_id")?.map(AuthorityId),
        document: row.get::<_, Option<i64>>("document_id")?.map(DocumentId),
        at: row.get("issued_at")?,
        by: AccountId(row.get("issued_by")?),
        journal_seq: row.get("journal_seq")?,
        journal_head: row.get("journal_head")?,
        xlsx_sha256: row.get("xlsx_sha256")?,
        pdf_sha256: row.get("pdf_sha256")?,
        docx_sha256: row.get("docx_sha256")?,
    })
}

impl Rows<'_> {
    /// In the order they were issued.
    pub fn list_reports(&self, campaign: CampaignId) -> Result<Vec<ReportRow>> {
        self.list(include_str!("list.sql"), [campaign.0], report)
    }

    pub fn get_report(&self, id: ReportId) -> Result<ReportRow> {
        self.find(include_str!("get.sql"), [id.0], report)?.ok_or(StoreError::Missing { noun: "report", id: id.0 })
    }

    /// Whether a report, of any campaign in the file, was sent to an authority.
    pub fn has_reports_to(&self, authority: AuthorityId) -> Result<bool> {
        let found = self.find("SELECT id FROM report WHERE authority_id = ?1 LIMIT 1", [authority.0], |_| Ok(()))?;
        Ok(found.is_some())
    }

    /// The number the next report of a campaign gets.
    pub fn next_report_n(&self, campaign: CampaignId) -> Result<u32> {
        let next = self.find(
            "SELECT coalesce(max(n), 0) + 1 AS next FROM report WHERE campaign_id = ?1",
            [campaign.0],
            |row| row.get("next"),
        )?;
        Ok(next.unwrap_or(1))
    }

    /// Bytes of each report's files.
    pub fn list_report_sizes(&self, campaign: CampaignId) -> Result<BTreeMap<ReportId, ReportSizes>> {
        let sizes = self.list(include_str!("sizes.sql"), [campaign.0], |row| {
            let sizes = ReportSizes { xlsx: row.get("xlsx")?, pdf: row.get("pdf")?, docx: row.get("docx")? };
            Ok((ReportId(row.get("report_id")?), sizes))
        })?;
        Ok(sizes.into_iter().collect())
    }

    /// A report's own files as they left the office.
    ///
    /// # Errors
    /// [`StoreError::Value`]: they no longer have the hashes they were issued with.
    pub fn find_report_files(&self, id: ReportId) -> Result<Option<ReportFiles>> {
        let found = self.find(include_str!("content.sql"), [id.0], |row| {
            let document = match (row.get("pdf")?, row.get("docx")?) {
                (Some(pdf), Some(docx)) => Some(DocumentFiles { pdf, docx }),
                _ => None,
            };
            let files = ReportFiles { xlsx: row.get("xlsx")?, document };
            Ok((files, (row.get("xlsx_sha256")?, row.get("pdf_sha256")?, row.get("docx_sha256")?)))
        })?;
        match found {
            Some((files, hashes)) if files.hashes() != hashes => {
                Err(StoreError::Value(format!("report {id} no longer has the files it was issued with")))
            }
            found => Ok(found.map(|(files, _)| files)),
        }
    }

    /// Reports of every campaign in the file whose own files are gone or changed; of those that went out as a
    /// numbered document the document is looked at beside ([`Rows::list_spoilt_documents`]).
    pub fn list_spoilt_reports(&self) -> Result<Vec<ReportRow>> {
        let mut spoilt = Vec::new();
        for row in self.list(include_str!("all.sql"), [], report)? {
            match self.find_report_files(row.id) {
                Ok(Some(_)) => {}
                Ok(None) | Err(StoreError::Value(_)) => spoilt.push(row),
                Err(error) => return Err(error),
            }
        }
        Ok(spoilt)
    }

    /// Reports of every campaign in the file whose printed head is no link of the journal (R8).
    pub fn list_unchained_reports(&self) -> Result<Vec<ReportRow>> {
        self.list(include_str!("unchained.sql"), [], report)
    }
}

impl Tx<'_> {
    /// A report is issued: nothing of it changes from now on.
    ///
    /// # Errors
    /// Nobody is signed in: a report goes out under a name.
    pub fn insert_report(&self, campaign: CampaignId, new: &NewReport, files: &ReportFiles) -> Result<ReportId> {
        let op = self.op();
        let by = op.who.ok_or_else(|| StoreError::Value("a report that nobody issues".into()))?;
        let (xlsx, pdf, docx) = files.hashes();
        let head = hex(&new.journal_head.0);
        let id = self.insert(
            include_str!("insert.sql"),
            named_params! {
                ":campaign_id": campaign.0,
                ":n": new.n,
                ":kind": word(new.kind)?,
                ":from_day": new.period.from.map(day),
                ":to_day": day(new.period.to),
                ":as_of": day(new.as_of),
                ":authority_id": new.authority.map(|a| a.0),
                ":document_id": new.document.map(|d| d.0),
                ":issued_at": op.at_text(),
                ":issued_by": by.0,
                ":journal_seq": new.journal_seq,
                ":journal_head": head,
                ":xlsx_sha256": xlsx,
                ":pdf_sha256": pdf,
                ":docx_sha256": docx,
            },
        )?;
        let document = files.document.as_ref();
        self.run(
            "INSERT INTO report_content (report_id, xlsx, pdf, docx) VALUES (?1, ?2, ?3, ?4)",
            params![id, files.xlsx, document.map(|d| &d.pdf), document.map(|d| &d.docx)],
        )?;
        Ok(ReportId(id))
    }
}
