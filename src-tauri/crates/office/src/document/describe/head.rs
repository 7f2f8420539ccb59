//! What a new draft says beside its sections: the campaign's own signature and recipients, and what its kind
//! asks for.

use domain::document::DocumentKind;
use domain::text::uncapitalised;
use store::DocumentHead;

use crate::{Result, View};

/// The first recipient of what is sent to somebody (NĐ 30 box 9b).
const AS_ABOVE: &str = "Như trên";
const FILED: &str = "Lưu: VT, VP";

impl View<'_> {
    /// The head a new draft of a kind begins with.
    pub(crate) fn default_head(&self, kind: DocumentKind) -> Result<DocumentHead> {
        let campaign = self.get_campaign()?;
        let (first, last, today) = (campaign.starts_on, campaign.ends_on, self.today());
        let addressees = self.usual_addressees(kind)?;
        let app = &campaign.app_name;
        let subject = match kind {
            DocumentKind::Plan | DocumentKind::Amendment => campaign.subject.clone(),
            DocumentKind::Report => format!("Kết quả {}", uncapitalised(&campaign.subject)),
            DocumentKind::Commendation => {
                format!("Về việc khen thưởng tập thể, cá nhân có thành tích trong đợt {}", quoted(&campaign.title))
            }
            DocumentKind::PrintCost => format!("Về việc bố trí kinh phí in ấn phục vụ đợt {}", quoted(&campaign.title)),
            DocumentKind::Notice => format!("Lịch hỗ trợ người dân cài đặt {app}"),
            DocumentKind::Invitation => format!("Họp triển khai đợt {}", quoted(&campaign.title)),
            DocumentKind::Chase => format!("V/v đôn đốc thực hiện nhiệm vụ đợt {}", quoted(&campaign.title)),
            // Mẫu 1.7 has none.
            DocumentKind::Introduction => String::new(),
        };
        let recipients = match kind {
            DocumentKind::Plan | DocumentKind::Amendment | DocumentKind::Notice => campaign.recipients,
            _ => vec![AS_ABOVE.to_owned(), FILED.to_owned()],
        };
        let (from, to) = match kind {
            DocumentKind::Report | DocumentKind::Commendation => (Some(first), Some(today.clamp(first, last))),
            DocumentKind::Plan | DocumentKind::Amendment | DocumentKind::Notice | DocumentKind::PrintCost => {
                (Some(first), Some(last))
            }
            DocumentKind::Invitation | DocumentKind::Chase | DocumentKind::Introduction => (None, None),
        };
        Ok(DocumentHead {
            subject,
            addressees,
            recipients,
            signature_lines: campaign.signature_lines,
            signer: campaign.signer,
            from,
            to,
            ..DocumentHead::default()
        })
    }

    /// Kính gửi: what goes to a superior, to whoever owes something, or to who decides on money.
    fn usual_addressees(&self, kind: DocumentKind) -> Result<Vec<String>> {
        match kind {
            DocumentKind::Report | DocumentKind::Commendation => {
                Ok(self.authorities_on(self.today())?.into_iter().map(|a| a.address).collect())
            }
            DocumentKind::PrintCost => Ok(self.finance_units()?),
            DocumentKind::Chase => Ok(self.chase()?.addressees()),
            _ => Ok(Vec::new()),
        }
    }

    /// The units of the plan that are asked for money.
    fn finance_units(&self) -> Result<Vec<String>> {
        let is_finance = |unit: &str| domain::text::fold(unit).contains("tai chinh");
        let groups = self.list_task_groups(self.get_campaign()?.id)?;
        Ok(groups.iter().map(|g| domain::chase::addressee(&g.unit)).filter(|unit| is_finance(unit)).collect())
    }
}

fn quoted(title: &str) -> String {
    format!("“{title}”")
}
