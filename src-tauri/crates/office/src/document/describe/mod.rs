//! What a document says: its text with every field filled from the office file. One file per kind gathers the
//! facts; what is said of them is `domain::official`.
//!
//! To add a kind: its facts in a file here, its line in [`View::values_of`], its wording and its head.

mod commendation;
mod cost;
mod ground;
mod head;
mod invitation;
mod notice;
mod refusal;
mod report;
mod team;
mod wording;

use domain::date::DocumentDate;
use domain::document::{self, DocumentKind, Signature};
use domain::official::Head;
use domain::template::{Fault, Field, Passage, Values, faults};
use store::{Document, SectionRow};

pub(crate) use refusal::refusal;
#[cfg(test)]
pub(crate) use wording::built_in_sections;

use crate::{Result, View};

impl View<'_> {
    /// A draft, or one that is being issued, as the paper says it; number and day are left blank until they
    /// are given.
    ///
    /// # Errors
    /// A field that is not known or cannot stand where it stands, with section and line.
    pub(crate) fn describe(&self, document: &Document, sections: &[SectionRow]) -> Result<document::Document> {
        let head = self.head_of(document)?;
        let values = self.values_of(document)?;
        head.document(&passages(sections), &values).map_err(refusal)
    }

    fn head_of(&self, document: &Document) -> Result<Head> {
        let head = &document.head;
        let campaign = self.get_campaign()?;
        let dated = document.issued.as_ref().map(|i| i.dated);
        Ok(Head {
            kind: document.kind,
            issuer: self.issuer_on(dated.unwrap_or_else(|| self.today()))?,
            number: document.issued.as_ref().map(|i| i.number),
            date: dated.map_or_else(|| DocumentDate::day_left_blank(self.today()), DocumentDate::of),
            subject: head.subject.clone(),
            addressees: head.addressees.clone(),
            recipients: head.recipients.clone(),
            signature: Signature {
                lines: head.signature_lines.clone(),
                signer: self.find_named(head.signer)?.map(|p| p.name),
            },
            drafter: head.drafter.clone(),
            illustration: campaign.illustration,
        })
    }

    /// What the fields of a document stand for.
    fn values_of(&self, document: &Document) -> Result<Values> {
        match document.kind {
            DocumentKind::Notice => Ok(self.notice(document)?.values()),
            DocumentKind::Report => Ok(self.with_authority(self.report_facts(document)?.values(), document)?),
            DocumentKind::Commendation => Ok(self.with_authority(self.commendation(document)?.values(), document)?),
            DocumentKind::PrintCost => Ok(self.print_cost(document)?.values()),
            DocumentKind::Invitation => Ok(self.invitation(document)?.values()),
            DocumentKind::Introduction => Ok(self.introduction(document)?.values()),
            DocumentKind::Chase => Ok(self.chase()?.values()),
            // The plan's own text lives beside its screen, and an amendment is made of differences.
            DocumentKind::Plan | DocumentKind::Amendment => Ok(self.ground(document)?.values()),
        }
    }

    /// The authorities a document is for, as they are called within a sentence.
    fn with_authority(&self, mut values: Values, document: &Document) -> Result<Values> {
        let day = document.issued.as_ref().map_or_else(|| self.today(), |i| i.dated);
        let names: Vec<String> = self.authorities_on(day)?.into_iter().map(|a| a.name).collect();
        values.say_if(Field::Authority, Some(names.join(", ")));
        Ok(values)
    }
}

/// Everything wrong with a text, in reading order: what stops it from being printed, and what is only told until
/// it is issued.
pub(crate) fn faults_of(sections: &[SectionRow], kind: DocumentKind) -> Vec<Fault> {
    faults(&passages(sections), kind)
}

fn passages(sections: &[SectionRow]) -> Vec<Passage> {
    let passage = |s: &SectionRow| Passage { kind: s.kind, heading: s.heading.clone(), text: s.text.clone() };
    sections.iter().map(passage).collect()
}
