use chrono::NaiveDate;
use domain::ids::{TeamId, VisitId};
use domain::text::clean;
use serde::{Deserialize, Serialize};
use store::DocumentHead;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::issuer::optional_name;
use crate::named::{Named, NamedForm};
use crate::{Act, Result, View};

/// Longest subject, in letters: four lines of the decree's form.
const LONGEST_SUBJECT: usize = 400;

/// What a draft says beside its sections, as typed. All of it is put anew.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct HeadForm {
    /// Trích yếu.
    pub subject: String,
    /// Kính gửi.
    pub addressees: Vec<String>,
    pub recipients: Vec<String>,
    pub signature_lines: Vec<String>,
    pub signer: Option<NamedForm>,
    /// Mark of who drafted it, and how many copies: `PL.(300)`.
    pub drafter: Option<String>,
    /// First and last day it speaks of.
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// The evening and the team it is about.
    pub visit: Option<VisitId>,
    pub team: Option<TeamId>,
    /// When and where a meeting is held.
    pub held_on: Option<NaiveDate>,
    /// As it is written: `08 giờ 00`.
    pub held_at: Option<String>,
    pub held_in: Option<String>,
}

/// The same as shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HeadView {
    pub subject: String,
    pub addressees: Vec<String>,
    pub recipients: Vec<String>,
    pub signature_lines: Vec<String>,
    pub signer: Option<Named>,
    pub drafter: Option<String>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub visit: Option<VisitId>,
    pub team: Option<TeamId>,
    pub held_on: Option<NaiveDate>,
    pub held_at: Option<String>,
    pub held_in: Option<String>,
}

impl View<'_> {
    pub(super) fn head_view(&self, head: DocumentHead) -> Result<HeadView> {
        let names = self.names()?;
        Ok(HeadView {
            subject: head.subject,
            addressees: head.addressees,
            recipients: head.recipients,
            signature_lines: head.signature_lines,
            signer: head.signer.map(names),
            drafter: head.drafter,
            from: head.from,
            to: head.to,
            visit: head.visit,
            team: head.team,
            held_on: head.held_on,
            held_at: head.held_at,
            held_in: head.held_in,
        })
    }

    /// Days in order, an evening and a team that are there and belong together.
    pub(super) fn check_head(&self, head: &DocumentHead) -> Result<()> {
        if let (Some(from), Some(to)) = (head.from, head.to)
            && from > to
        {
            return Err(Error::of(ErrorCode::DatesReversed));
        }
        let campaign = self.get_campaign()?.id;
        let visits = self.list_visits(campaign)?;
        let visit =
            head.visit.map(|id| visits.iter().find(|v| v.id == id).ok_or_else(|| Error::of(ErrorCode::Missing)));
        let visit = visit.transpose()?;
        if let Some(team) = head.team {
            if !self.list_teams(campaign)?.iter().any(|t| t.id == team) {
                return Err(Error::of(ErrorCode::Missing));
            }
            if let Some(visit) = visit
                && !visit.teams.contains(&team)
            {
                return Err(Error::of(ErrorCode::TeamNotOutThen).with("date", domain::date::dmy(visit.on)));
            }
        }
        Ok(())
    }
}

impl Act<'_> {
    pub(super) fn head_row(&self, before: &DocumentHead, form: &HeadForm) -> Result<DocumentHead> {
        let subject = clean(&form.subject);
        if subject.chars().count() > LONGEST_SUBJECT {
            return Err(Error::of(ErrorCode::TooLong).with("field", "trích yếu").with("most", LONGEST_SUBJECT));
        }
        let head = DocumentHead {
            subject,
            addressees: lines(&form.addressees),
            recipients: lines(&form.recipients),
            signature_lines: lines(&form.signature_lines),
            signer: self.named(before.signer, form.signer.as_ref())?,
            drafter: optional_name(form.drafter.as_deref(), "ký hiệu người soạn thảo")?,
            from: form.from,
            to: form.to,
            visit: form.visit,
            team: form.team,
            held_on: form.held_on,
            held_at: optional_name(form.held_at.as_deref(), "giờ họp")?,
            held_in: optional_name(form.held_in.as_deref(), "nơi họp")?,
        };
        self.view().check_head(&head)?;
        Ok(head)
    }
}

/// Typed lines without the blank ones.
pub(crate) fn lines(typed: &[String]) -> Vec<String> {
    typed.iter().map(|l| clean(l)).filter(|l| !l.is_empty()).collect()
}
