//! What a new draft says beside its sections: the campaign's own signature and recipients, and what its kind
//! asks for.

use domain::document::DocumentKind;
use store::DocumentHead;

use crate::{Result, View};

impl View<'_> {
    /// The head a new draft of a kind begins with.
    pub(crate) fn default_head(&self, kind: DocumentKind) -> Result<DocumentHead> {
        let campaign = self.get_campaign()?;
        let subject = match kind {
            DocumentKind::Notice => {
                format!("Lịch hỗ trợ người dân cài đặt ứng dụng {}", campaign.app_name)
            }
            _ => campaign.subject.clone(),
        };
        Ok(DocumentHead {
            subject,
            recipients: campaign.recipients,
            signature_lines: campaign.signature_lines,
            signer: campaign.signer,
            from: Some(campaign.starts_on),
            to: Some(campaign.ends_on),
            ..DocumentHead::default()
        })
    }
}
