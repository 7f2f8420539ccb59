//! What each official document says: one file per kind, each with the facts its fields are filled from. The
//! wording itself is text of the office ([`crate::template`]), the form is `paper`'s.
//!
//! | file | document |
//! | --- | --- |
//! | `ground.rs` | what every kind knows of office and campaign |
//! | `schedule.rs` | the table of evenings, the team's composition (plan, notice) |
//! | `rate.rs`, `by_area.rs` | targets in sentences, results by area (report, tờ trình khen thưởng) |
//! | `report.rs` … | one kind each |
//!
//! The plan is in [`crate::plan`], the công văn in [`crate::chase`]: they are more than a document.
//!
//! To add a kind: a [`crate::document::DocumentKind`], a file here with its facts and their values, its fields
//! in the table of `template`, and its wording in `assets/templates`.

mod by_area;
mod commendation;
mod ground;
mod introduction;
mod invitation;
mod notice;
mod print_cost;
pub(crate) mod rate;
mod report;
mod schedule;

use crate::date::DocumentDate;
use crate::document::{Document, DocumentKind, Recipients, Signature};
use crate::issuer::Issuer;
use crate::template::{Fault, Passage, Values, fill};

pub(crate) use commendation::doubt;
pub use commendation::{Candidate, Commendation, Duties, Nominated, Proposal, proposals};
pub use ground::Ground;
pub use introduction::{Introduced, Introduction};
pub use invitation::Invitation;
pub use notice::Notice;
pub use print_cost::PrintCost;
pub use report::Report;
#[cfg(test)]
pub(crate) use schedule::area_heading;
pub use schedule::self_report_lines;
pub(crate) use schedule::{composition, schedule_table};

/// A document but for its text.
#[derive(Debug, Clone)]
pub struct Head {
    pub kind: DocumentKind,
    pub issuer: Issuer,
    /// Given after signing, as is the day.
    pub number: Option<u32>,
    pub date: DocumentDate,
    pub subject: String,
    pub addressees: Vec<String>,
    pub recipients: Vec<String>,
    pub signature: Signature,
    /// Box 12.
    pub drafter: Option<String>,
    pub illustration: Option<String>,
}

impl Head {
    /// The document with its text, every field filled.
    ///
    /// # Errors
    /// The first thing wrong with the text that nothing can be printed with.
    pub fn document(self, passages: &[Passage], values: &Values) -> Result<Document, Fault> {
        let filled = fill(passages, self.kind, values)?;
        Ok(Document {
            symbol: self.kind.symbol(&self.issuer),
            kind: self.kind.heading().map(str::to_owned),
            issuer: self.issuer,
            number: self.number,
            date: self.date,
            subject: self.subject,
            // A giấy mời names whom it invites in its text (mẫu 1.6).
            addressees: if self.kind == DocumentKind::Invitation { Vec::new() } else { self.addressees },
            bases: filled.bases,
            body: filled.body,
            appendices: filled.appendices,
            recipients: Recipients(self.recipients),
            signature: self.signature,
            drafter: self.drafter,
            illustration: self.illustration,
            foot: None,
        })
    }
}
