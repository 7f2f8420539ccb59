use domain::official::Invitation;
use store::Document;

use crate::{Result, View};

impl View<'_> {
    pub(super) fn invitation(&self, document: &Document) -> Result<Invitation> {
        let head = &document.head;
        Ok(Invitation {
            ground: self.ground(document)?,
            guests: head.addressees.clone(),
            subject: head.subject.clone(),
            at: head.held_at.clone(),
            on: head.held_on,
            place: head.held_in.clone(),
        })
    }
}
