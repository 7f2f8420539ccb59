//! Whom the results speak for.

use domain::official::Candidate;
use store::{Document, Nominee};

use super::{Nominated, NomineeView};
use crate::{Result, View};

impl View<'_> {
    /// Areas and units that the results speak for beside those already named, of a tờ trình khen thưởng; what should
    /// be looked at before it is signed stands behind the reason.
    pub(super) fn proposals(&self, document: &Document) -> Result<Vec<NomineeView>> {
        let named: Vec<Nominee> = self.list_nominees(document.id)?.into_iter().map(|(nominee, _)| nominee).collect();
        let mut proposed = Vec::new();
        for proposal in self.proposed(document)? {
            let (nominee, who) = match proposal.candidate {
                Candidate::Area(id) => (Nominee::Area(id), Nominated::Area { id }),
                Candidate::Unit(id) => (Nominee::Unit(id), Nominated::Unit { id }),
            };
            if !named.contains(&nominee) {
                let doubt = proposal.doubt.map_or_else(String::new, |doubt| format!(" ({doubt})"));
                let reason = format!("{}{doubt}", proposal.reason);
                proposed.push(NomineeView { who, name: proposal.name, reason });
            }
        }
        Ok(proposed)
    }
}
