//! What an amendment says: the differences between what was issued last and what the plan lays down now.

use domain::amendment::Terms;
use domain::date::{DocumentDate, dmy};
use domain::document::{self, DocumentKind, Signature};
use domain::ids::DocumentId;
use domain::official::Head;
use domain::template::{Field, Passage, Values, fill};
use store::{Document, DocumentHead, SectionRow};

use super::describe::refusal;
use crate::error::{Error, ErrorCode};
use crate::{Act, Result, View};

impl View<'_> {
    /// A document as the paper says it.
    pub(super) fn paper_of(&self, document: &Document, sections: &[SectionRow]) -> Result<document::Document> {
        if document.kind != DocumentKind::Amendment {
            return self.describe(document, sections);
        }
        let dated = document.issued.as_ref().map(|i| i.dated);
        let day = dated.unwrap_or_else(|| self.today());
        let (head, issuer) = (&document.head, self.issuer_on(day)?);
        let mut values = self.plan_values()?;
        values.say(Field::Office, &issuer.short_name);
        values.say(Field::Today, dmy(day));
        if let Some(amendment) = self.amendment(document.amends, day)? {
            values.say(Field::Amended, amendment.cites());
            values.set(Field::Changes, amendment.blocks());
        }
        let head = Head {
            kind: document.kind,
            issuer,
            number: document.issued.as_ref().map(|i| i.number),
            date: dated.map_or_else(|| DocumentDate::day_left_blank(day), DocumentDate::of),
            subject: head.subject.clone(),
            addressees: head.addressees.clone(),
            recipients: head.recipients.clone(),
            signature: Signature {
                lines: head.signature_lines.clone(),
                signer: self.find_named(head.signer)?.map(|p| p.name),
            },
            drafter: document.head.drafter.clone(),
            illustration: self.get_campaign()?.illustration,
        };
        head.document(&text(sections), &values).map_err(refusal)
    }

    /// Values of the plan's own fields, under the number it was issued with.
    fn plan_values(&self) -> Result<Values> {
        let campaign = self.get_campaign()?;
        Ok(self.plan_dated(campaign.plan_number.zip(campaign.plan_date))?.values())
    }

    /// What a draft of a kind says beside its sections when it is begun.
    pub(super) fn usual_head(&self, kind: DocumentKind) -> Result<DocumentHead> {
        let usual = self.default_head(kind)?;
        if kind != DocumentKind::Amendment {
            return Ok(usual);
        }
        let line = "Điều chỉnh Kế hoạch số {{số kế hoạch}} về {{nội dung kế hoạch}}";
        let passage = Passage { kind: domain::plan::SectionKind::Bases, heading: None, text: line.to_owned() };
        let filled = fill(&[passage], kind, &self.plan_values()?).map_err(refusal)?;
        let subject = filled.bases.first().map(document::Rich::text).unwrap_or_default();
        Ok(DocumentHead { subject, from: None, to: None, ..usual })
    }
}

impl Act<'_> {
    /// What an amendment that is begun now amends.
    pub(super) fn amendable(&self) -> Result<DocumentId> {
        let view = self.view();
        let last = view.issued_plans()?.pop().ok_or_else(|| Error::of(ErrorCode::PlanNotIssued))?;
        let campaign = self.get_campaign()?.id;
        let under_way = |d: &Document| d.kind == DocumentKind::Amendment && d.issued.is_none();
        if self.list_documents(campaign)?.iter().any(under_way) {
            return Err(Error::of(ErrorCode::AmendmentUnderWay));
        }
        self.differing(&last)?;
        Ok(last.id)
    }

    /// What an amendment lays down that is about to be issued on a day: it amends what was issued last, something
    /// differs, and its text says what.
    pub(super) fn terms_amended(
        &self,
        draft: &Document,
        sections: &[SectionRow],
        dated: domain::NaiveDate,
    ) -> Result<Terms> {
        let view = self.view();
        let last = view.issued_plans()?.pop().ok_or_else(|| Error::of(ErrorCode::PlanNotIssued))?;
        if draft.amends != Some(last.id) {
            return Err(Error::of(ErrorCode::AmendmentOutdated).with("number", view.number_line(&last)?));
        }
        self.differing(&last)?;
        if !sections.iter().any(|s| s.text.lines().any(is_changes)) {
            return Err(Error::of(ErrorCode::AmendmentSaysNothing).with("field", Field::Changes.name()));
        }
        let amendment = view.amendment(draft.amends, dated)?;
        amendment.map(|a| a.now).ok_or_else(|| Error::of(ErrorCode::PlanNotIssued))
    }

    fn differing(&self, last: &Document) -> Result<()> {
        let view = self.view();
        let amendment = view.amendment(Some(last.id), self.today())?;
        if amendment.is_some_and(|a| a.changes().is_empty()) {
            return Err(Error::of(ErrorCode::NothingAmended).with("number", view.number_line(last)?));
        }
        Ok(())
    }
}

/// Whether a line is the field that holds the differences.
fn is_changes(line: &str) -> bool {
    let name = line.trim().strip_prefix("{{").and_then(|l| l.strip_suffix("}}"));
    name.and_then(Field::named) == Some(Field::Changes)
}

fn text(sections: &[SectionRow]) -> Vec<Passage> {
    let passage = |s: &SectionRow| Passage { kind: s.kind, heading: s.heading.clone(), text: s.text.clone() };
    sections.iter().map(passage).collect()
}
