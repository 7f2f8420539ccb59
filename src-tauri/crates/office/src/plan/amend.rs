use chrono::NaiveDate;
use domain::account::Permission;
use domain::amendment::{Amendment, Cited, Said};
use domain::document::DocumentKind;
use domain::ids::DocumentId;
use serde::{Deserialize, Serialize};
use store::Document;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::{Read, Result, View};

/// One difference in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChangeLine {
    /// `Thời gian hỗ trợ`; blank for a sentence that stands alone.
    pub matter: String,
    pub sentence: String,
}

/// What differs between what was issued last and the plan as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AmendmentView {
    /// What an amendment would amend: the plan, or its latest amendment. None while the plan is not issued.
    pub amends: Option<DocumentId>,
    /// `Số: 75/KH-UBND`.
    pub amends_number: Option<String>,
    pub amends_dated: Option<NaiveDate>,
    /// An amendment that is begun and not issued: it always says what differs now.
    pub draft: Option<DocumentId>,
    pub changes: Vec<ChangeLine>,
}

/// What an amendment would say.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetAmendment {}

impl Read for GetAmendment {
    type Answer = AmendmentView;
    const NAME: &'static str = "get_amendment";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<AmendmentView> {
        let last = view.issued_plans()?.pop();
        let amendment = view.amendment(last.as_ref().map(|l| l.id), view.today())?;
        let is_draft = |d: &Document| d.kind == DocumentKind::Amendment && d.issued.is_none();
        let documents = view.list_documents(view.get_campaign()?.id)?;
        Ok(AmendmentView {
            amends: last.as_ref().map(|l| l.id),
            amends_number: last.as_ref().map(|l| view.number_line(l)).transpose()?,
            amends_dated: last.and_then(|l| l.issued).map(|i| i.dated),
            draft: documents.iter().find(|d| is_draft(d)).map(|d| d.id),
            changes: amendment.map(|a| a.said()).unwrap_or_default().into_iter().flat_map(lines).collect(),
        })
    }
}

fn lines(said: Said) -> Vec<ChangeLine> {
    let line = |matter: &str, sentence: String| ChangeLine { matter: matter.to_owned(), sentence };
    match said {
        Said::Alone(sentence) => vec![line("", sentence)],
        Said::Under { title, sentences } => sentences.into_iter().map(|s| line(&title, s)).collect(),
        Said::Evenings { rows } => {
            let said = |[area, was, now]: [String; 3]| line("Thời gian hỗ trợ", format!("{area}: {was} → {now}"));
            rows.into_iter().map(said).collect()
        }
    }
}

impl View<'_> {
    /// The differences from an issued plan or amendment, as they would be told on a day. None if nothing is amended.
    pub(crate) fn amendment(&self, amends: Option<DocumentId>, day: NaiveDate) -> Result<Option<Amendment>> {
        let Some(amends) = amends else { return Ok(None) };
        let chain = self.issued_plans()?;
        let upto = chain.iter().position(|d| d.id == amends).ok_or_else(|| Error::of(ErrorCode::Missing))?;
        let cited = chain[..=upto].iter().map(|d| self.cited(d)).collect::<Result<Vec<_>>>()?;
        let mut cited = cited.into_iter();
        let Some(plan) = cited.next() else { return Ok(None) };
        let was = self.terms_of(&chain[upto])?;
        let now = self.terms(day)?.with_past_hours(&was, day);
        Ok(Some(Amendment { plan, amended: cited.collect(), was, now }))
    }

    fn cited(&self, document: &Document) -> Result<Cited> {
        let issued = document.issued.as_ref().ok_or_else(|| Error::of(ErrorCode::PlanNotIssued))?;
        Ok(Cited {
            number: self.number_line(document)?.trim_start_matches("Số: ").to_owned(),
            dated: issued.dated,
            office: self.issuer_on(issued.dated)?.short_name,
        })
    }
}
