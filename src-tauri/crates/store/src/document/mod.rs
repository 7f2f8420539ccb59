//! Official documents: drafts with their sections, and what was issued, frozen with its hashes.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::document::DocumentKind;
use domain::ids::{AccountId, AreaId, CampaignId, DocumentId, PersonId, TaskGroupId, TeamId, VisitId};
use domain::plan::SectionKind;
use rusqlite::{Row, named_params, params};

use crate::error::{Result, StoreError};
use crate::journal::digest;
use crate::rows::{Columns, Rows, day, word};
use crate::transact::Tx;

/// A document as the office keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub id: DocumentId,
    pub kind: DocumentKind,
    pub head: DocumentHead,
    /// The document it amends.
    pub amends: Option<DocumentId>,
    /// None while it is a draft.
    pub issued: Option<Issued>,
}

/// What a draft says beside its sections.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentHead {
    pub subject: String,
    pub addressees: Vec<String>,
    pub recipients: Vec<String>,
    pub signature_lines: Vec<String>,
    pub signer: Option<PersonId>,
    /// `PL.(300)`.
    pub drafter: Option<String>,
    /// First and last day it speaks of.
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// The evening and the team it is about.
    pub visit: Option<VisitId>,
    pub team: Option<TeamId>,
    /// When and where a meeting is held; the hour as it is written: `08 giờ 00`.
    pub held_on: Option<NaiveDate>,
    pub held_at: Option<String>,
    pub held_in: Option<String>,
}

/// Given when it was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    pub number: u32,
    pub dated: NaiveDate,
    /// RFC 3339.
    pub at: String,
    pub by: Option<AccountId>,
    /// Of its PDF.
    pub sha256: String,
}

/// A section of a draft or of a kind's wording, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionRow {
    pub kind: SectionKind,
    pub heading: Option<String>,
    pub text: String,
}

/// Whom a tờ trình proposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nominee {
    Area(AreaId),
    Unit(TaskGroupId),
    Person(PersonId),
}

/// A document's files as they leave the office, and what both were made from as JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    pub pdf: Vec<u8>,
    pub docx: Vec<u8>,
    pub description: String,
}

fn document(row: &Row<'_>) -> rusqlite::Result<Document> {
    let id = |column| row.get::<_, Option<i64>>(column);
    let issued = match (row.get::<_, Option<String>>("issued_at")?, row.maybe_day("dated")?) {
        (Some(at), Some(dated)) => Some(Issued {
            number: row.get("number")?,
            dated,
            at,
            by: id("issued_by")?.map(AccountId),
            sha256: row.get("pdf_sha256")?,
        }),
        _ => None,
    };
    Ok(Document {
        id: DocumentId(row.get("id")?),
        kind: row.word("kind")?,
        head: DocumentHead {
            subject: row.get("subject")?,
            addressees: row.lines("addressees")?,
            recipients: row.lines("recipients")?,
            signature_lines: row.lines("signature_lines")?,
            signer: id("signer_id")?.map(PersonId),
            drafter: row.get("drafter")?,
            from: row.maybe_day("from_day")?,
            to: row.maybe_day("to_day")?,
            visit: id("visit_id")?.map(VisitId),
            team: id("team_id")?.map(TeamId),
            held_on: row.maybe_day("held_on")?,
            held_at: row.get("held_at")?,
            held_in: row.get("held_in")?,
        },
        amends: id("amends_id")?.map(DocumentId),
        issued,
    })
}

fn section(row: &Row<'_>) -> rusqlite::Result<SectionRow> {
    Ok(SectionRow { kind: row.word("kind")?, heading: row.get("heading")?, text: row.get("body")? })
}

impl Rows<'_> {
    /// Drafts and issued ones, in the order they were begun.
    pub fn list_documents(&self, campaign: CampaignId) -> Result<Vec<Document>> {
        self.list(include_str!("list.sql"), [campaign.0], document)
    }

    /// Issued ones of every campaign in the file, in the order of their dates: they share one register.
    pub fn list_issued_documents(&self) -> Result<Vec<Document>> {
        self.list(include_str!("issued.sql"), [], document)
    }

    /// Bytes of the issued ones' files, PDF and DOCX.
    pub fn list_document_sizes(&self, campaign: CampaignId) -> Result<BTreeMap<DocumentId, (u32, u32)>> {
        let sizes = self.list(include_str!("sizes.sql"), [campaign.0], |row| {
            Ok((DocumentId(row.get("document_id")?), (row.get("pdf")?, row.get("docx")?)))
        })?;
        Ok(sizes.into_iter().collect())
    }

    /// Issued documents whose content is gone or no longer has the hashes it was issued with.
    pub fn list_spoilt_documents(&self) -> Result<Vec<Document>> {
        let mut spoilt = Vec::new();
        for document in self.list_issued_documents()? {
            match self.find_frozen(document.id) {
                Ok(Some(_)) => {}
                Ok(None) | Err(StoreError::Value(_)) => spoilt.push(document),
                Err(error) => return Err(error),
            }
        }
        Ok(spoilt)
    }

    pub fn get_document(&self, id: DocumentId) -> Result<Document> {
        self.find(include_str!("get.sql"), [id.0], document)?.ok_or(StoreError::Missing { noun: "document", id: id.0 })
    }

    pub fn list_document_sections(&self, id: DocumentId) -> Result<Vec<SectionRow>> {
        self.list(
            "SELECT kind, heading, body FROM document_section WHERE document_id = ?1 ORDER BY place",
            [id.0],
            section,
        )
    }

    /// Nominees with the reason for each, in order.
    pub fn list_nominees(&self, id: DocumentId) -> Result<Vec<(Nominee, String)>> {
        self.list(include_str!("nominees.sql"), [id.0], |row| {
            let nominee = match (row.get("area_id")?, row.get("task_group_id")?) {
                (Some(area), _) => Nominee::Area(AreaId(area)),
                (None, Some(unit)) => Nominee::Unit(TaskGroupId(unit)),
                (None, None) => Nominee::Person(PersonId(row.get("person_id")?)),
            };
            Ok((nominee, row.get("reason")?))
        })
    }

    /// An issued document as it left the office; none of a draft.
    ///
    /// # Errors
    /// Its content no longer has the hashes it was issued with.
    pub fn find_frozen(&self, id: DocumentId) -> Result<Option<Frozen>> {
        let found = self.find(include_str!("frozen.sql"), [id.0], |row| {
            let frozen = Frozen { pdf: row.get("pdf")?, docx: row.get("docx")?, description: row.get("description")? };
            let hashes: [String; 3] = [row.get("pdf_sha256")?, row.get("docx_sha256")?, row.get("description_sha256")?];
            Ok((frozen, hashes))
        })?;
        match found {
            Some((frozen, hashes)) if frozen.hashes() != hashes => {
                Err(StoreError::Value(format!("document {id} no longer has the content it was issued with")))
            }
            found => Ok(found.map(|(frozen, _)| frozen)),
        }
    }

    /// The office's own wording of a kind of paper; empty where the program's own is used.
    pub fn list_template_sections(&self, paper: &str) -> Result<Vec<SectionRow>> {
        self.list("SELECT kind, heading, body FROM template_section WHERE paper = ?1 ORDER BY place", [paper], section)
    }
}

impl Frozen {
    fn hashes(&self) -> [String; 3] {
        [digest(&self.pdf), digest(&self.docx), digest(self.description.as_bytes())]
    }
}

impl Tx<'_> {
    /// A draft without words.
    pub fn insert_document(
        &self,
        campaign: CampaignId,
        kind: DocumentKind,
        amends: Option<DocumentId>,
    ) -> Result<DocumentId> {
        let id = self.insert(
            "INSERT INTO document (campaign_id, kind, subject, amends_id) VALUES (?1, ?2, '', ?3)",
            params![campaign.0, word(kind)?, amends.map(|a| a.0)],
        )?;
        Ok(DocumentId(id))
    }

    pub fn update_document_head(&self, id: DocumentId, head: &DocumentHead) -> Result<()> {
        self.run_one(
            "document",
            id.0,
            include_str!("update.sql"),
            named_params! {
                ":id": id.0,
                ":subject": head.subject,
                ":addressees": head.addressees.join("\n"),
                ":recipients": head.recipients.join("\n"),
                ":signature_lines": head.signature_lines.join("\n"),
                ":signer_id": head.signer.map(|p| p.0),
                ":drafter": head.drafter,
                ":from_day": head.from.map(day),
                ":to_day": head.to.map(day),
                ":visit_id": head.visit.map(|v| v.0),
                ":team_id": head.team.map(|t| t.0),
                ":held_on": head.held_on.map(day),
                ":held_at": head.held_at,
                ":held_in": head.held_in,
            },
        )
    }

    /// All sections of a draft anew.
    pub fn replace_document_sections(&self, id: DocumentId, sections: &[SectionRow]) -> Result<()> {
        self.run("DELETE FROM document_section WHERE document_id = ?1", [id.0])?;
        for (section, place) in sections.iter().zip(1i64..) {
            self.run(
                "INSERT INTO document_section (document_id, place, kind, heading, body) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![id.0, place, word(section.kind)?, section.heading, section.text],
            )?;
        }
        Ok(())
    }

    /// All nominees of a draft anew.
    pub fn replace_nominees(&self, id: DocumentId, nominees: &[(Nominee, String)]) -> Result<()> {
        self.run("DELETE FROM nominee WHERE document_id = ?1", [id.0])?;
        for ((nominee, reason), place) in nominees.iter().zip(1i64..) {
            let (area, unit, person) = match nominee {
                Nominee::Area(id) => (Some(id.0), None, None),
                Nominee::Unit(id) => (None, Some(id.0), None),
                Nominee::Person(id) => (None, None, Some(id.0)),
            };
            self.run(
                "INSERT INTO nominee (document_id, place, area_id, task_group_id, person_id, reason)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![id.0, place, area, unit, person, reason],
            )?;
        }
        Ok(())
    }

    /// A draft nobody needs.
    pub fn delete_draft(&self, id: DocumentId) -> Result<()> {
        self.run("DELETE FROM document_section WHERE document_id = ?1", [id.0])?;
        self.run("DELETE FROM nominee WHERE document_id = ?1", [id.0])?;
        self.run_one("document", id.0, "DELETE FROM document WHERE id = ?1 AND issued_at IS NULL", [id.0])
    }

    /// A draft is issued: from now on nothing of it changes.
    pub fn freeze_document(&self, id: DocumentId, number: u32, dated: NaiveDate, frozen: &Frozen) -> Result<()> {
        let op = self.op();
        let [pdf, docx, description] = frozen.hashes();
        self.run_one(
            "document",
            id.0,
            include_str!("freeze.sql"),
            named_params! {
                ":id": id.0,
                ":number": number,
                ":dated": day(dated),
                ":issued_at": op.at_text(),
                ":issued_by": op.who.map(|a| a.0),
                ":pdf_sha256": pdf,
                ":docx_sha256": docx,
                ":description_sha256": description,
            },
        )?;
        self.run(
            "INSERT INTO document_content (document_id, pdf, docx, description) VALUES (?1, ?2, ?3, ?4)",
            params![id.0, frozen.pdf, frozen.docx, frozen.description],
        )?;
        Ok(())
    }

    /// The office's own wording of a kind of paper anew; without sections the program's own is used again.
    pub fn replace_template_sections(&self, paper: &str, sections: &[SectionRow]) -> Result<()> {
        self.run("DELETE FROM template_section WHERE paper = ?1", [paper])?;
        for (section, place) in sections.iter().zip(1i64..) {
            self.run(
                "INSERT INTO template_section (paper, place, kind, heading, body) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![paper, place, word(section.kind)?, section.heading, section.text],
            )?;
        }
        Ok(())
    }
}
