use std::sync::Arc;

use domain::account::Permission;
use domain::code::SheetCode;
use domain::form::FormDraft;
use domain::ids::SheetId;
use domain::printing::{Batch, PaperKind};
use domain::qr::SheetQr;
use domain::sheet::SheetKind;
use paper::{SheetLayout, SheetPrint, SheetTime, sheets_pdf};
use serde::Deserialize;
use ts_rs::TS;

use super::fault::refused;
use crate::error::{Error, ErrorCode};
use crate::export::{PDF, file_name};
use crate::{Made, Make, Progress, Result, View};

/// A draft as the paper it would be: one spare sheet that says it is only to look at.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FormPreviewPdf {
    pub form: FormDraft,
}

/// The last serial number there is: no office comes to it, so the code is no other sheet's.
const NOBODYS: SheetId = SheetId(999_999);
const LOOK_ONLY: &str = "bản xem thử mẫu phiếu, không dùng để ghi";

impl Make for FormPreviewPdf {
    const NAME: &'static str = "form_preview_pdf";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<Made> {
        let campaign = view.get_campaign()?;
        // A box that a target misses is told beside the editor; the paper can be looked at nevertheless.
        let form = self.form.read(view.next_form()?.version, &[]).map_err(refused)?;
        let key = view.key()?;
        let code = SheetCode::of(&key, NOBODYS).ok_or_else(|| Error::of(ErrorCode::TooManySheets))?;
        let qr =
            SheetQr { code, campaign: campaign.id, visit: None, team: None, n: 1, of: 1, form_version: form.version };
        let issuer = view.issuer_during(&campaign)?;
        let sheet = SheetPrint {
            issuer: issuer.short_name,
            campaign: campaign.title,
            area: None,
            time: SheetTime::Blank,
            team: None,
            kind: SheetKind::Spare,
            n: 1,
            of: 1,
            code,
            qr: qr.text(&key).ok_or_else(|| Error::of(ErrorCode::TooManySheets))?,
            form: Arc::new(form),
            return_to: None,
            illustration: Some(LOOK_ONLY.into()),
        };
        let bytes = sheets_pdf(&[sheet], SheetLayout::A4, progress)?;
        Ok(Made { file_name: file_name("Xem thu mau phieu", "pdf"), mime: PDF, bytes })
    }

    fn batch(&self, _: &View<'_>) -> Result<Option<Batch>> {
        let made_from = format!("Bản xem thử; {} ô", self.form.indicators.len());
        Ok(Some(Batch { kind: PaperKind::Form, made_from, said: Vec::new() }))
    }
}
